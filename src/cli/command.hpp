// What a subcommand is.
#pragma once

#include <functional>
#include <span>
#include <string_view>

#include "cli/exit.hpp"
#include "cli/files.hpp"

namespace CLI {
class App;
}

namespace certrenew {

/// What a subcommand does when its options are known.
using Action = std::function<Exit(Output&)>;

/// A subcommand: its words, and the function that adds its options and says what it does.
struct Command {
  std::string_view name;
  std::string_view summary;
  std::string_view example;  ///< what stands first in its help
  Action (*configure)(CLI::App&);
  bool finds = false;  ///< whether it ends with Exit::findings where it finds something
};

Action configure_status(CLI::App& app);
Action configure_explain(CLI::App& app);
Action configure_plan(CLI::App& app);
Action configure_timeline(CLI::App& app);
Action configure_check(CLI::App& app);
Action configure_calendar(CLI::App& app);
Action configure_policy(CLI::App& app);
Action configure_schema(CLI::App& app);
Action configure_init(CLI::App& app);
Action configure_completion(CLI::App& app);

/// All of them, in the order of the help.
std::span<const Command> commands();

}  // namespace certrenew
