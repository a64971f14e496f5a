#include "cli/help.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/command_tree.hpp"
#include "text/fit.hpp"
#include "text/utf8.hpp"

namespace certrenew::cli {

namespace {

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
std::string usage_of(const CLI::App& command) {
  std::string usage = "certrenew " + command.get_name() + " [OPTIONS]";
  for (const CLI::Option* const option : command.get_options()) {
    if (!option->get_positional()) continue;
    const std::string name = name_of(*option);
    usage += option->get_required() ? ' ' + name : " [" + name + ']';
  }
  return usage;
}

}  // namespace

std::string help(const CLI::App& app) {
  const Command* const command = find_command(app.get_name());
  const bool is_program = command == nullptr;
  std::string out = "Example: ";
  out += is_program ? "certrenew status log.json" : command->example;
  out += "\n\nUsage: ";
  out += is_program ? "certrenew COMMAND [OPTIONS] [ARGUMENTS]" : usage_of(app);
  out += "\n\n" + app.get_description() + '\n';
  if (is_program) {
    Entries entries;
    for (const Command& one : commands()) entries.emplace_back(one.name, one.summary);
    append_entries(out, "Commands", entries);
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
