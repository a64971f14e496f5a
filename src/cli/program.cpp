#include "cli/program.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command_tree.hpp"
#include "cli/exit.hpp"
#include "cli/output.hpp"
#include "text/nearest.hpp"
#include "text/utf8.hpp"

namespace certrenew::cli {

namespace {

using Arguments = std::vector<std::string>;

/// Writes `certrenew: MESSAGE` to standard error, each line made visible, so that nothing in it can
/// control a terminal. Writes nothing where the message is empty.
void complain(const std::string& message) {
  if (message.empty()) return;
  std::string text = "certrenew: ";
  for (const std::string& line : CLI::detail::split(message, '\n')) {
    (text += text::visible(line)) += '\n';
  }
  write_error(text);
}

/// Refuses anything but a command or a flag of the program in the first place: the parser would
/// only say that a command is missing.
void refuse_unknown_command(const CLI::App& app, const std::string& name) {
  if (find_command(name) != nullptr || app.get_option_no_throw(name) != nullptr) return;
  std::string why = "not expected: " + text::visible(name);
  if (!name.starts_with('-')) {
    std::vector<std::string_view> known;
    for (const Command& command : commands()) known.push_back(command.name);
    why = "unknown command " + text::quoted(name) + text::advice(name, known);
  }
  throw Stop{Exit::usage, why + "\nTry: certrenew --help"};
}

/// The command that the parser has come to, or the program.
CLI::App& called(CLI::App& app) {
  const auto commands = app.get_subcommands();
  return commands.empty() ? app : *commands.front();
}

[[noreturn]] void refuse(CLI::App& app, const std::string& why) {
  const std::string& name = called(app).get_name();
  const std::string command = name.empty() ? "certrenew" : "certrenew " + name;
  throw Stop{Exit::usage, text::visible(why) + "\nTry: " + command + " --help"};
}

/// Gives the command what follows `--`. The parser does so itself only where no argument stands
/// before the `--`; the rest is left to the program.
void take_operands(CLI::App& app) {
  const Arguments rest = app.remaining();
  if (rest.empty()) return;
  const auto arguments =
      called(app).get_options([](const CLI::Option* option) { return option->get_positional(); });
  auto next = arguments.begin();
  std::vector<CLI::Option*> filled;
  for (const std::string& operand : rest) {
    next = std::find_if(next, arguments.end(), [](const CLI::Option* one) {
      return is_repeatable(*one) || one->count() == 0;
    });
    if (next == arguments.end()) refuse(app, "not expected: " + operand);
    (*next)->add_result(operand);
    if (filled.empty() || filled.back() != *next) filled.push_back(*next);
  }
  for (CLI::Option* const one : filled) one->run_callback();
}

Exit run_command(Arguments arguments, Output& output) {
  if (const auto completions = complete(arguments)) {
    output.write(*completions);
    return Exit::done;
  }
  if (arguments.empty()) arguments.emplace_back("--help");
  // Never destroyed, since that takes time and the system frees the memory anyway. Static, so that
  // leak checkers still see it. This function runs once.
  static CLI::App& app = *new CLI::App;
  Action action;
  build_command_tree(app, action, arguments.front());
  app.allow_extras();  // see take_operands()
  refuse_unknown_command(app, arguments.front());
  try {
    app.parse(Arguments{arguments.rbegin(), arguments.rend()});  // it takes them backwards
    take_operands(app);
  } catch (const CLI::CallForHelp&) {
    output.write(help(called(app)));
    return Exit::done;
  } catch (const CLI::CallForVersion& asked) {
    output.write(std::string{asked.what()} + '\n');
    return Exit::done;
  } catch (const CLI::ExtrasError&) {
    refuse(app, "not expected: " + app.remaining(true).front());
  } catch (const CLI::ParseError& error) {
    refuse(app, error.what());
  }
  return action(output);
}

}  // namespace

int run(int count, const char* const* arguments) noexcept {
  Exit exit = Exit::done;
  try {
    Output output;
    try {
      exit = run_command({arguments + std::min(1, count), arguments + count}, output);
    } catch (const Stop& stop) {
      exit = stop.exit;
      output.flush();
      complain(stop.what());
    }
    output.flush();
    if (!output.error().empty()) {
      complain("standard output: " + output.error());
      exit = std::max(exit, Exit::failed);
    }
  } catch (const std::bad_alloc&) {
    exit = Exit::failed;
    write_error("certrenew: out of memory\n");
  } catch (const std::exception& error) {
    exit = Exit::failed;
    write_error("certrenew: ");
    write_error(error.what());
    write_error("\n");
  }
  return static_cast<int>(exit);
}

}  // namespace certrenew::cli
