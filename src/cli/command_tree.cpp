#include "cli/command_tree.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "text/fit.hpp"
#include "text/utf8.hpp"
#include "version.hpp"

namespace certrenew::cli {

namespace {

constexpr std::string_view all_exits =
    "0 done, 1 something was found, 2 wrong usage, 3 invalid input, 4 input or output failed";
constexpr std::string_view exits =
    "0 done, 2 wrong usage, 3 invalid input, 4 input or output failed";
constexpr std::string_view exits_without_input = "0 done, 2 wrong usage, 4 input or output failed";

constexpr std::string_view add_usage[] = {
    "LOG TYPE DATE",
    "LOG exam DATE CODE",
    "LOG certification CODE",
};

constexpr Command all_commands[] = {
    {"status", "Show where each credential stands: its status, dates and CE units",
     "certrenew status log.json", exits, configure_status},
    {"due", "List the next deadlines of all logs, soonest first",
     "certrenew due roster.ndjson --within 90", exits, configure_due},
    {"explain", "Show every cycle, and what became of every activity and why",
     "certrenew explain log.json --only ACP-620", exits, configure_explain},
    {"plan", "Show what to do by when, and what each way of doing it gains or costs",
     "certrenew plan log.json", exits, configure_plan},
    {"timeline", "Draw every cycle and every activity on one time axis",
     "certrenew timeline log.json --format svg > timeline.svg", exits, configure_timeline},
    {"check", "Report what is due, or differs from the portal: for CI and cron",
     "certrenew check log.json --within 60", all_exits, configure_check},
    {"calendar", "Write an iCalendar file with all deadlines and their reminders",
     "certrenew calendar log.json > renewals.ics", exits, configure_calendar},
    {"report", "Write a page for people who have no terminal: what is due, and who holds what",
     "certrenew report roster.ndjson > report.html", exits, configure_report},
    {"init", "Write a starter log to standard output",
     "certrenew init ACP-620:2023-11-15 ACP-120:2024-02-01 > log.json", exits, configure_init},
    {"import", "Make logs of what you have: CSV tables, badges, a transcript",
     "certrenew import certifications.csv activities.csv > log.json", exits, configure_import},
    {"add", "Add an activity or a certification, and say what that changes",
     "certrenew add log.json coursework 2025-06-01 --title \"Jira automation\"", exits,
     configure_add, add_usage},
    {"policy", "Print the policy in force: every number with its source", "certrenew policy", exits,
     configure_policy},
    {"schema", "Print a JSON Schema: of a log, a policy, or an answer", "certrenew schema log",
     exits_without_input, configure_schema},
    {"completion", "Print a script that lets a shell complete certrenew commands",
     "source <(certrenew completion bash)", exits_without_input, configure_completion},
    {"help", "Print the help of a command, or a page of the manual", "certrenew help rules",
     exits_without_input, configure_help},
};

constexpr Topic all_topics[] = {
    {"log", "certrenew-log"},
    {"rules", "certrenew-rules"},
    {"answers", "certrenew-answers"},
    {"programmes", "certrenew-programmes"},
    {"policies", "certrenew-policy"},
    {"rosters", "certrenew-rosters"},
    {"decisions", "certrenew-decisions"},
};

void add_version_flag(CLI::App& app) {
  app.set_version_flag("-V,--version", "certrenew " + std::string{version}, "Print the version");
}

constexpr std::size_t width = 80;
constexpr std::size_t widest_term = 30;  // a longer term has a line to itself

/// Terms, and what they mean.
using Entries = std::vector<std::pair<std::string, std::string>>;

/// `LOG...`, or `    --policy`.
std::string name_of(const CLI::Option& option) {
  if (option.get_positional()) return option.get_name() + (is_repeatable(option) ? "..." : "");
  const auto& letters = option.get_snames();
  return (letters.empty() ? "    " : '-' + letters.front() + ", ") + option.get_name();
}

Entries entries_of(const CLI::App& app, bool positional) {
  Entries entries;
  for (const CLI::Option* const option : app.get_options()) {
    if (option->get_positional() != positional) continue;
    const std::string value = option->get_type_name();
    const bool has_value = !value.empty() && value != option->get_name();
    entries.emplace_back(name_of(*option) + (has_value ? ' ' + value : ""),
                         option->get_description());
  }
  return entries;
}

/// Appends terms in one column and their meanings in another.
void append_entries(std::string& out, std::string_view title, const Entries& entries) {
  if (entries.empty()) return;
  std::size_t column = 4;
  for (const auto& [term, meaning] : entries) {
    const std::size_t needed = text::display_width(term);
    if (needed <= widest_term) column = std::max(column, needed + 4);
  }
  ((out += '\n') += title) += ":\n";
  for (const auto& [term, meaning] : entries) {
    std::string line = "  " + term;
    if (text::display_width(line) + 2 > column) (out += std::exchange(line, {})) += '\n';
    for (const std::string& part : text::wrapped(meaning, width - column)) {
      line.append(column - text::display_width(line), ' ');
      ((out += std::exchange(line, {})) += part) += '\n';
    }
  }
}

/// `certrenew status [OPTIONS] [LOG...]`.
std::string usage_of(const CLI::App& command, std::span<const std::string_view> given) {
  std::string usage = "certrenew " + command.get_name() + " [OPTIONS]";
  if (!given.empty()) {
    const std::string start = std::exchange(usage, {});
    for (const std::string_view way : given) {
      if (!usage.empty()) usage += "\n   or: ";
      (usage += start + ' ') += way;
    }
    return usage;
  }
  for (const CLI::Option* const option : command.get_options()) {
    if (!option->get_positional()) continue;
    const std::string name = name_of(*option);
    usage += option->get_required() ? ' ' + name : " [" + name + ']';
  }
  return usage;
}

}  // namespace

std::span<const Command> commands() { return all_commands; }

std::span<const Topic> topics() { return all_topics; }

const Command* find_command(std::string_view name) {
  const auto* const found = std::find_if(std::begin(all_commands), std::end(all_commands),
                                         [&](const Command& one) { return one.name == name; });
  return found == std::end(all_commands) ? nullptr : found;
}

void build_command_tree(CLI::App& app, Action& chosen, std::string_view called) {
  app.description("When do my certifications need to be renewed, and what counts?");
  app.get_help_ptr()->description("Print this help");  // the commands inherit it
  if (find_command(called) == nullptr) add_version_flag(app);
  app.require_subcommand(1);
  for (const Command& command : commands()) {
    if (!called.empty() && called != command.name) continue;
    CLI::App& sub = *app.add_subcommand(std::string{command.name}, std::string{command.summary});
    add_version_flag(sub);
    sub.callback([&chosen, action = command.configure(sub)] { chosen = action; });
  }
}

bool is_repeatable(const CLI::Option& option) { return option.get_items_expected_max() > 1; }

std::string help(const CLI::App& app) {
  const Command* const command = find_command(app.get_name());
  const bool is_program = command == nullptr;
  std::string out = "Example: ";
  out += is_program ? "certrenew status log.json" : command->example;
  out += "\n\nUsage: ";
  out += is_program ? "certrenew COMMAND [OPTIONS] [ARGUMENTS]" : usage_of(app, command->usage);
  out += "\n\n" + app.get_description() + '\n';
  if (is_program) {
    Entries entries;
    for (const Command& one : commands()) entries.emplace_back(one.name, one.summary);
    append_entries(out, "Commands", entries);
    entries.clear();
    for (const Topic& one : topics()) entries.emplace_back(one.name, summary_of(one));
    append_entries(out, "Topics of certrenew help", entries);
  }
  append_entries(out, "Arguments", entries_of(app, /*positional=*/true));
  append_entries(out, "Options", entries_of(app, /*positional=*/false));
  out += '\n';
  for (const std::string& line : text::wrapped(
           "Exit status: " + std::string{is_program ? all_exits : command->exits}, width)) {
    (out += line) += '\n';
  }
  return out;
}

}  // namespace certrenew::cli
