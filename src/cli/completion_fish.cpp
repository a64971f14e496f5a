#include "cli/completion.hpp"
#include "data/embedded.hpp"

namespace certrenew {

namespace {

std::string quoted(std::string_view text) {
  std::string result = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') result += '\\';
    result += c;
  }
  return result + '\'';
}

/// What prints the values of a parameter, or they themselves; empty where nothing is known.
std::string candidates(const Values& values) {
  switch (values.kind) {
    case Values::Kind::word:
    case Values::Kind::activities: return joined(values.words);
    case Values::Kind::list: return "(__certrenew_list " + joined(values.words) + ')';
    case Values::Kind::log: return "(__certrenew_logs)";
    case Values::Kind::file:
    case Values::Kind::unknown: break;
  }
  return {};
}

std::string condition(const std::string& command, const std::vector<std::string>& unless) {
  std::string test = "__certrenew_wants " + (command.empty() ? R"("")" : command);
  for (const std::string& option : unless) test += ' ' + option;
  return "complete -c certrenew -n " + quoted(test);
}

void append_option(std::string& out, const std::string& command, const Parameter& option) {
  std::vector<std::string> unless;
  if (!option.repeatable) unless.push_back(option.name + (option.value.empty() ? "" : "="));
  out += condition(command, unless);
  if (!option.letter.empty()) out += " -s " + option.letter.substr(1);
  out += " -l " + option.name.substr(2);
  if (!option.value.empty()) {
    const Values values = values_of(option);
    out += values.kind == Values::Kind::file ? " -r -F" : " -x";
    if (const std::string words = candidates(values); !words.empty()) out += " -a " + quoted(words);
  }
  out += " -d " + quoted(option.help) + '\n';
}

void append_argument(std::string& out, const std::string& command, const Parameter& argument) {
  const Values values = values_of(argument);
  const std::string words = candidates(values);
  if (words.empty()) return;
  const bool once = values.kind == Values::Kind::word && !argument.repeatable;
  out += condition(command, once ? values.words : std::vector<std::string>{}) + " -a " +
         quoted(words) + " -d " + quoted(argument.help) + '\n';
}

}  // namespace

std::string fish_completion(const Definition& program) {
  std::string script{embedded::fish_completion};
  for (const Definition& command : program.commands) {
    script += condition("", {}) + " -a " + command.name + " -d " + quoted(command.summary) + '\n';
  }
  for (const Parameter& option : program.options) append_option(script, "", option);
  for (const Definition& command : program.commands) {
    script += "\n# " + command.full_name() + '\n';
    for (const Parameter& one : command.arguments) append_argument(script, command.name, one);
    for (const Parameter& one : command.options) append_option(script, command.name, one);
  }
  return script;
}

}  // namespace certrenew
