#include "cli/help.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include "render/table.hpp"
#include "text/utf8.hpp"

namespace certrenew {

namespace {

constexpr std::size_t width = 80;
constexpr std::size_t widest_term = 30;  // a longer one has a line to itself

struct Entry {
  std::string term;
  std::string help;
};

Entry describe_option(const Parameter& option) {
  std::string term = option.letter.empty() ? "    " : option.letter + ", ";
  term += option.name;
  if (!option.value.empty()) term += ' ' + option.value;
  return {term, option.help};
}

Entry describe_argument(const Parameter& argument) {
  std::string term = argument.name;
  if (argument.repeatable) term += "...";
  if (argument.value != argument.name) term += ' ' + argument.value;
  return {term, argument.help};
}

/// Terms in one column, what they mean in another.
void append_entries(std::string& out, std::string_view title, const std::vector<Entry>& entries) {
  if (entries.empty()) return;
  std::size_t column = 0;
  for (const Entry& entry : entries) {
    const std::size_t needed = text::display_width(entry.term);
    if (needed <= widest_term) column = std::max(column, needed);
  }
  column += 4;
  (out += '\n') += title;
  out += ":\n";
  for (const Entry& entry : entries) {
    std::string line = "  " + entry.term;
    for (const std::string& help : wrapped(entry.help, width - column)) {
      if (text::display_width(line) + 2 > column) {
        (out += line) += '\n';
        line.clear();
      }
      line.append(column - text::display_width(line), ' ');
      (out += line += help) += '\n';
      line.clear();
    }
  }
}

template <class Description>
std::vector<Entry> described(const std::vector<Parameter>& parameters, Description describe) {
  std::vector<Entry> entries(parameters.size());
  std::transform(parameters.begin(), parameters.end(), entries.begin(), describe);
  return entries;
}

std::string exit_line(const Definition& definition) {
  std::string line = "Exit status:";
  std::string_view between = " ";
  for (const auto& [exit, meaning] : exit_statuses(definition)) {
    (line += between) += std::to_string(static_cast<int>(exit));
    (line += ' ') += meaning;
    between = ", ";
  }
  return line;
}

}  // namespace

void append_help(std::string& out, const Definition& definition) {
  out += "Example: " + definition.example + "\n\n" + definition.summary +
         "\nUsage: " + definition.usage() + '\n';
  std::vector<Entry> commands;
  for (const Definition& one : definition.commands) commands.push_back({one.name, one.summary});
  append_entries(out, "Commands", commands);
  append_entries(out, "Arguments", described(definition.arguments, describe_argument));
  append_entries(out, "Options", described(definition.options, describe_option));
  out += '\n';
  for (const std::string& line : wrapped(exit_line(definition), width)) (out += line) += '\n';
}

}  // namespace certrenew
