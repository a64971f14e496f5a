#include "cli/program.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <new>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/command_tree.hpp"
#include "cli/completion.hpp"
#include "cli/exit.hpp"
#include "cli/help.hpp"
#include "cli/output.hpp"
#include "text/nearest.hpp"
#include "text/utf8.hpp"

namespace certrenew::cli {

namespace {

using Arguments = std::vector<std::string>;

/// Writes `certrenew` and `certrenew help COMMAND` as the options that they stand for.
void replace_help_command(Arguments& arguments) {
  if (arguments.empty()) arguments.emplace_back("--help");
  if (arguments.front() != "help") return;
  arguments.erase(arguments.begin());
  arguments.emplace_back("--help");
}

/// Refuses anything but a command or a flag of the program in the first place: the parser would
/// only say that a command is missing.
void refuse_unknown_command(const std::string& name) {
  constexpr std::string_view flags[] = {"-h", "--help", "-V", "--version"};
  if (find_command(name) != nullptr) return;
  if (std::find(std::begin(flags), std::end(flags), name) != std::end(flags)) return;
  if (name.starts_with('-')) {
    throw Stop{Exit::usage, "not expected: " + text::visible(name) + "\nTry: certrenew --help"};
  }
  std::vector<std::string_view> known;
  for (const Command& command : commands()) known.push_back(command.name);
  throw Stop{Exit::usage, "unknown command " + text::quoted(name) + "; did you mean " +
                              std::string{*text::nearest(name, known)} +
                              "?\nTry: certrenew --help"};
}

/// The parser of one run.
class CommandLine {
 public:
  /// Knows the options of the command `called` alone.
  explicit CommandLine(std::string_view called) {
    build_command_tree(app_, action_, called);
    app_.allow_extras();  // see take_operands()
  }

  Exit run(const Arguments& arguments, Output& output) {
    refuse_unknown_command(arguments.front());
    try {
      app_.parse(Arguments{arguments.rbegin(), arguments.rend()});  // it takes them backwards
      take_operands();
    } catch (const CLI::CallForHelp&) {
      output.write(help(called()));
      return Exit::done;
    } catch (const CLI::CallForVersion& asked) {
      output.write(std::string{asked.what()} + '\n');
      return Exit::done;
    } catch (const CLI::ExtrasError&) {
      refuse("not expected: " + app_.remaining(true).front());
    } catch (const CLI::ParseError& error) {
      refuse(error.what());
    }
    return action_(output);
  }

 private:
  /// Gives the command what follows `--`. The parser does so itself only where no argument stands
  /// before the `--`; the rest is left to the program.
  void take_operands() {
    const Arguments rest = app_.remaining();
    if (rest.empty()) return;
    const auto arguments =
        called().get_options([](const CLI::Option* option) { return option->get_positional(); });
    if (arguments.empty() || !is_repeatable(*arguments.back())) {
      refuse("not expected: " + rest.front());
    }
    for (const std::string& operand : rest) arguments.back()->add_result(operand);
    arguments.back()->run_callback();
  }

  /// The command that the parser has come to, or the program.
  [[nodiscard]] CLI::App& called() {
    const auto commands = app_.get_subcommands();
    return commands.empty() ? app_ : *commands.front();
  }

  [[noreturn]] void refuse(const std::string& why) {
    const std::string& name = called().get_name();
    const std::string command = name.empty() ? "certrenew" : "certrenew " + name;
    throw Stop{Exit::usage, text::visible(why) + "\nTry: " + command + " --help"};
  }

  CLI::App app_;
  Action action_;
};

Exit run_command(std::span<const char* const> arguments, Output& output) {
  Arguments words{arguments.begin(), arguments.end()};
  if (is_completion_request(words)) {
    output.write(complete(words));
    return Exit::done;
  }
  replace_help_command(words);
  return CommandLine{words.front()}.run(words, output);
}

}  // namespace

int run(int count, const char* const* arguments) noexcept {
  Exit exit = Exit::done;
  try {
    Output output;
    try {
      const std::span all{arguments, static_cast<std::size_t>(count)};
      exit = run_command(all.subspan(std::min<std::size_t>(1, all.size())), output);
    } catch (const Stop& stop) {
      exit = stop.exit;
      output.flush();
      complain(stop.what());
    }
    output.flush();
    if (!output.error().empty()) {
      complain("standard output: " + output.error());
      exit = worst(exit, Exit::failed);
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
