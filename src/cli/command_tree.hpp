// The commands of the program. Help and completion are read off the tree of their options, so they
// cannot say anything else than what the parser accepts.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "cli/exit.hpp"
#include "cli/output.hpp"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace certrenew::cli {

/// Runs a command whose options have been parsed.
using Action = std::function<Exit(Output&)>;

/// A command, without its options.
struct Command {
  std::string_view name;
  std::string_view summary;
  std::string_view example;  ///< stands first in its help
  std::string_view exits;    ///< the exit statuses that it can end with
  /// Adds its options, and returns what it does.
  Action (*configure)(CLI::App&);
  /// How it is called, a line for each way; empty where its options and arguments say that.
  std::span<const std::string_view> usage{};
};

Action configure_status(CLI::App& app);
Action configure_due(CLI::App& app);
Action configure_explain(CLI::App& app);
Action configure_plan(CLI::App& app);
Action configure_timeline(CLI::App& app);
Action configure_check(CLI::App& app);
Action configure_calendar(CLI::App& app);
Action configure_report(CLI::App& app);
Action configure_init(CLI::App& app);
Action configure_import(CLI::App& app);
Action configure_add(CLI::App& app);
Action configure_policy(CLI::App& app);
Action configure_schema(CLI::App& app);
Action configure_completion(CLI::App& app);
Action configure_help(CLI::App& app);

/// All commands, in the order of the help.
std::span<const Command> commands();
/// The command of that name; null where there is none.
const Command* find_command(std::string_view name);

/// A page of the manual that `certrenew help` prints.
struct Topic {
  std::string_view name;  ///< no command has it
  std::string_view page;  ///< the file's name, without its section
};

/// All of them, in the order of the help.
std::span<const Topic> topics();
/// The one-line description of the page, from its section Name.
std::string_view summary_of(const Topic& topic);

/// Returns the answer if the arguments of the program are a question of a completion script: see
/// commands/completion.cpp.
std::optional<std::string> complete(std::span<const std::string> arguments);

/// Adds the flags of the program and all commands to `app`. Parsing a command line then puts what
/// its command does into `chosen`, which must outlive the parse. If `called` names a command, adds
/// only that command and no version flag of the program, so that the program starts fast. If
/// `called` is any other word, adds no command.
void build_command_tree(CLI::App& app, Action& chosen, std::string_view called = {});

/// Whether an option or argument may be given several times.
bool is_repeatable(const CLI::Option& option);

/// The help of the program or one of its commands, in lines of at most 80 columns.
std::string help(const CLI::App& app);

}  // namespace certrenew::cli
