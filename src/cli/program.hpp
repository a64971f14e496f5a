// The program: its command line, and how it ends.
#pragma once

namespace certrenew {

/// Runs the command line and returns the exit status.
int run(int count, const char* const* arguments);

}  // namespace certrenew
