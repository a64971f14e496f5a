#include "manual/page.hpp"

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <vector>

#include "manual/roff.hpp"
#include "version.hpp"

namespace certrenew {

namespace {

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return text;
}

std::string bold(std::string_view text) { return R"(\fB)" + roff(text) + R"(\fR)"; }
std::string italic(std::string_view text) { return R"(\fI)" + roff(text) + R"(\fR)"; }

/// Words to be written as they are stand out from what is to be filled in.
std::string value(const Parameter& parameter) {
  const Values values = values_of(parameter);
  if (values.kind != Values::Kind::word) return italic(parameter.value);
  std::string all;
  for (const std::string& word : values.words) all += (all.empty() ? "" : "|") + bold(word);
  return all;
}

void append_head(std::string& out, const Definition& shown, std::string_view date) {
  const std::string name = name_of_page(shown);
  out += ".\\\" Made of the command line's definition, when the program was built.\n.TH " +
         roff(upper(name)) + " 1 " + std::string{date} + " \"certrenew " + std::string{version} +
         "\" \"User Commands\"\n.nh\n.ad l\n.SH NAME\n";
  std::string summary = shown.summary;
  summary.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(summary.front())));
  append_running(out, name + " - " + summary);
}

void append_synopsis(std::string& out, const Definition& shown) {
  out += ".SH SYNOPSIS\n" + bold(shown.full_name()) + " [" + italic("OPTIONS") + ']';
  if (!shown.commands.empty()) out += ' ' + italic("COMMAND");
  for (const Parameter& argument : shown.arguments) {
    const std::string many = italic(argument.name) + (argument.repeatable ? "..." : "");
    out += argument.required ? ' ' + many : " [" + many + ']';
  }
  out += '\n';
}

void append_entry(std::string& out, const std::string& term, std::string_view text) {
  out += ".TP\n" + term + '\n';
  append_running(out, text);
}

void append_parameters(std::string& out, const Definition& shown) {
  out += ".SH OPTIONS\n";
  for (const Parameter& argument : shown.arguments) {
    std::string term = italic(argument.name) + (argument.repeatable ? "..." : "");
    if (argument.value != argument.name) term += ' ' + value(argument);
    append_entry(out, term, argument.help);
  }
  for (const Parameter& option : shown.options) {
    std::string term = option.letter.empty() ? "" : bold(option.letter) + ", ";
    term += bold(option.name);
    if (!option.value.empty()) term += ' ' + value(option);
    append_entry(out, term, option.help);
  }
}

void append_commands(std::string& out, const Definition& program) {
  if (program.commands.empty()) return;
  out += ".SH COMMANDS\n";
  for (const Definition& command : program.commands) {
    append_entry(out, bold(name_of_page(command)) + "(1)", command.summary);
  }
}

void append_exit_statuses(std::string& out, const Definition& shown) {
  out += ".SH EXIT STATUS\n";
  for (const auto& [exit, meaning] : exit_statuses(shown)) {
    append_entry(out, bold(std::to_string(static_cast<int>(exit))), meaning);
  }
}

void append_see_also(std::string& out, const Definition& program, const Definition& shown) {
  std::vector<std::string> names;
  if (&shown != &program) names.push_back(name_of_page(program));
  for (const Definition& command : program.commands) {
    if (&command != &shown) names.push_back(name_of_page(command));
  }
  std::sort(names.begin(), names.end());
  out += ".SH SEE ALSO\n";
  for (const std::string& name : names) {
    out += ".BR " + roff(name) + " (1)" + (name == names.back() ? "" : ",") + '\n';
  }
}

}  // namespace

Prose prose_in(std::string_view text) {
  constexpr std::string_view examples = ".SH EXAMPLES\n";
  Prose prose;
  if (const std::size_t at = text.find(examples); at != std::string_view::npos) {
    prose.examples = text.substr(at + examples.size());
    text = text.substr(0, at);
  }
  const std::size_t end = std::min(text.find(".SH "), text.size());
  prose.description = text.substr(0, end);
  prose.sections = text.substr(end);
  return prose;
}

std::string name_of_page(const Definition& definition) {
  std::string name = definition.full_name();
  std::replace(name.begin(), name.end(), ' ', '-');
  return name;
}

std::string page(const Definition& program, const Definition& shown, const Prose& prose,
                 std::string_view date) {
  std::string out;
  append_head(out, shown, date);
  append_synopsis(out, shown);
  out += ".SH DESCRIPTION\n";
  if (prose.description.empty()) append_running(out, shown.summary + '.');
  out += prose.description;
  append_commands(out, shown);
  append_parameters(out, shown);
  append_exit_statuses(out, shown);
  out += prose.sections;
  out += ".SH EXAMPLES\n.EX\n$ " + roff(shown.example) + "\n.EE\n" + prose.examples;
  append_see_also(out, program, shown);
  return out;
}

}  // namespace certrenew
