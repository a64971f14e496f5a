// The program: its command line, and how it ends.
#pragma once

#include <functional>

#include "cli/command.hpp"

namespace certrenew {

/// Tells `app` its flags and the commands that it has, and calls `prepare` for each of those.
void define_command_line(CLI::App& app,
                         const std::function<void(CLI::App&, const Command&)>& prepare);

/// Runs the command line and returns the exit status.
int run(int count, const char* const* arguments);

}  // namespace certrenew
