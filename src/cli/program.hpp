// The program: parses the command line, runs the command, and decides the exit status.
#pragma once

namespace certrenew::cli {

/// Runs the command line, and returns the exit status. Never throws.
int run(int count, const char* const* arguments) noexcept;

}  // namespace certrenew::cli
