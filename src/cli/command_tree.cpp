#include "cli/command_tree.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "version.hpp"

namespace certrenew::cli {

namespace {

constexpr std::string_view exits =
    "0 done, 2 wrong usage, 3 invalid input, 4 input or output failed";
constexpr std::string_view exits_without_input = "0 done, 2 wrong usage, 4 input or output failed";

constexpr Command all_commands[] = {
    {"status", "Show where each credential stands: its status, dates and CE units",
     "certrenew status log.json", exits, configure_status},
    {"explain", "Show every cycle, and what became of every activity and why",
     "certrenew explain log.json --certification ACP-620", exits, configure_explain},
    {"plan", "Show what to do by when, and what each way of doing it gains or costs",
     "certrenew plan log.json", exits, configure_plan},
    {"timeline", "Draw every cycle and every activity on one time axis",
     "certrenew timeline log.json --format svg > timeline.svg", exits, configure_timeline},
    {"check", "Report what is due, or differs from the portal: for CI and cron",
     "certrenew check log.json --within 60", all_exits, configure_check},
    {"calendar", "Write an iCalendar file with all deadlines and their reminders",
     "certrenew calendar log.json > renewals.ics", exits, configure_calendar},
    {"init", "Write a starter log to standard output",
     "certrenew init ACP-620:2023-11-15 ACP-120:2024-02-01 > log.json", exits, configure_init},
    {"policy", "Print the policy in force: every number with its source", "certrenew policy", exits,
     configure_policy},
    {"schema", "Print a JSON Schema: of a log, a policy, or an answer", "certrenew schema log",
     exits_without_input, configure_schema},
    {"completion", "Print a script that lets a shell complete certrenew commands",
     "source <(certrenew completion bash)", exits_without_input, configure_completion},
};

void add_version_flag(CLI::App& app) {
  app.set_version_flag("-V,--version", "certrenew " + std::string{version}, "Print the version");
}

}  // namespace

std::span<const Command> commands() { return all_commands; }

const Command* find_command(std::string_view name) {
  const auto* const found = std::find_if(std::begin(all_commands), std::end(all_commands),
                                         [&](const Command& one) { return one.name == name; });
  return found == std::end(all_commands) ? nullptr : found;
}

void build_command_tree(CLI::App& app, Action& chosen, std::string_view called) {
  app.description("When do my certifications need to be renewed, and what counts?");
  app.set_help_flag("-h,--help", "Print this help");  // the commands inherit it
  add_version_flag(app);
  app.require_subcommand(1);
  for (const Command& command : commands()) {
    CLI::App& sub = *app.add_subcommand(std::string{command.name}, std::string{command.summary});
    if (!called.empty() && called != command.name) continue;
    add_version_flag(sub);
    sub.callback([&chosen, action = command.configure(sub)] { chosen = action; });
  }
}

bool is_repeatable(const CLI::Option& option) { return option.get_items_expected_max() > 1; }

}  // namespace certrenew::cli
