#include "cli/program.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.hpp"
#include "cli/definition.hpp"
#include "cli/exit.hpp"
#include "cli/files.hpp"
#include "cli/help.hpp"
#include "text/nearest.hpp"
#include "text/utf8.hpp"
#include "version.hpp"

namespace certrenew {

namespace {

constexpr Command all_commands[] = {
    {"status", "For each credential its status, its dates, its CE units",
     "certrenew status log.json", configure_status},
    {"explain", "Why: every cycle, and what became of every activity",
     "certrenew explain log.json --certification ACP-620", configure_explain},
    {"plan", "What to do by when, and what each way gains or costs", "certrenew plan log.json",
     configure_plan},
    {"timeline", "A picture: every cycle and every activity on one time axis",
     "certrenew timeline log.json --format svg > timeline.svg", configure_timeline},
    {"check", "What is due, or not as the portal shows it: for CI and cron",
     "certrenew check log.json --within 60", configure_check, /*finds=*/true},
    {"calendar", "An iCalendar file with the deadlines, and reminders of them",
     "certrenew calendar log.json > renewals.ics", configure_calendar},
    {"init", "Write a starter log to standard output",
     "certrenew init ACP-620:2023-11-15 ACP-120:2024-02-01 > log.json", configure_init},
    {"policy", "Print the policy in force: every number, with its source", "certrenew policy",
     configure_policy},
    {"schema", "Print a JSON Schema: of a log, a policy, or an answer", "certrenew schema log",
     configure_schema},
    {"completion", "Print a script that lets a shell complete certrenew",
     "source <(certrenew completion bash)", configure_completion},
};

/// What the command line asks for.
class CommandLine {
 public:
  CommandLine() {
    define_command_line(app_, [this](CLI::App& sub, const Command& command) {
      // Only the options of the command that is called are ever made: it starts faster.
      sub.preparse_callback([this, &sub, &command](std::size_t /*left*/) {
        if (!action_) action_ = command.configure(sub);
      });
    });
  }

  Exit run(int count, const char* const* arguments, Output& output) {
    const std::span all{arguments, static_cast<std::size_t>(count)};
    refuse_unknown_command(all);
    try {
      app_.parse(count, arguments);
    } catch (const CLI::CallForHelp&) {
      const auto called = app_.get_subcommands();
      append_help(output.buffer(), define(called.empty() ? app_ : *called.front()));
      return Exit::done;
    } catch (const CLI::CallForVersion& asked) {
      output.buffer() += asked.what();
      output.buffer() += '\n';
      return Exit::done;
    } catch (const CLI::ExtrasError&) {
      refuse("not expected: " + app_.remaining(true).front());
    } catch (const CLI::ParseError& error) {
      refuse(error.what());
    }
    return action_(output);
  }

 private:
  [[noreturn]] void refuse(const std::string& why) const {
    const auto called = app_.get_subcommands();
    const std::string command = called.empty() ? "" : ' ' + called.front()->get_name();
    throw Stop{Exit::usage, text::visible(why) + "\nTry: certrenew" + command + " --help"};
  }

  /// The library would only say that a subcommand is required.
  static void refuse_unknown_command(std::span<const char* const> arguments) {
    if (arguments.size() < 2 || std::string_view{arguments[1]}.starts_with('-')) return;
    std::vector<std::string_view> known;
    for (const Command& command : commands()) known.push_back(command.name);
    const std::string_view name = arguments[1];
    if (std::find(known.begin(), known.end(), name) != known.end()) return;
    throw Stop{Exit::usage, "unknown command " + text::quoted(name) + "; did you mean " +
                                std::string{*text::nearest(name, known)} +
                                "?\nTry: certrenew --help"};
  }

  CLI::App app_;
  Action action_;
};

/// Each line visible, so that nothing in a message can steer a terminal.
void complain(std::string_view message) {
  if (message.empty()) return;
  std::string text = "certrenew: ";
  while (!message.empty()) {
    const std::size_t end = message.find('\n');
    text::append_visible(text, message.substr(0, end));
    text += '\n';
    message.remove_prefix(end == std::string_view::npos ? message.size() : end + 1);
  }
  write_error(text);
}

}  // namespace

std::span<const Command> commands() { return all_commands; }

void define_command_line(CLI::App& app,
                         const std::function<void(CLI::App&, const Command&)>& prepare) {
  app.name("certrenew");
  app.description("When do my certifications need to be renewed, and what counts?");
  app.set_help_flag("-h,--help", "Print this help");
  app.set_version_flag("--version", "certrenew " + std::string{version}, "Print the version");
  app.require_subcommand(1);
  for (const Command& command : commands()) {
    prepare(*app.add_subcommand(std::string{command.name}, std::string{command.summary}), command);
  }
}

int run(int count, const char* const* arguments) {
  Output output;
  Exit exit = Exit::done;
  try {
    exit = CommandLine{}.run(count, arguments, output);
  } catch (const Stop& stop) {
    exit = stop.exit;
    output.flush();
    complain(stop.what());
  } catch (const std::exception& error) {
    exit = Exit::failed;
    complain(error.what());
  }
  output.flush();
  if (!output.error().empty()) {
    complain("standard output: " + output.error());
    exit = worst(exit, Exit::failed);
  }
  return static_cast<int>(exit);
}

}  // namespace certrenew
