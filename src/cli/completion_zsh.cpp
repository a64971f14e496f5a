#include "cli/completion.hpp"
#include "data/embedded.hpp"

namespace certrenew {

namespace {

/// A part of what _arguments is told, inside single quotes.
std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '\'') {
      result += R"('\'')";
      continue;
    }
    if (c == '[' || c == ']' || c == ':' || c == '\\') result += '\\';
    result += c;
  }
  return result;
}

std::string action(const Parameter& parameter) {
  const Values values = values_of(parameter);
  const std::string words = escaped(joined(values.words));
  switch (values.kind) {
    case Values::Kind::word: return '(' + words + ')';
    case Values::Kind::list: return "_sequence compadd - " + words;
    case Values::Kind::activities: return "compadd -S \"\" - " + words;
    case Values::Kind::file: return "_files";
    case Values::Kind::log: return "_files -g \"*.(json|ndjson|jsonl)\"";
    case Values::Kind::unknown: break;
  }
  return " ";
}

/// `:what it is:how to complete it`.
std::string value(const Parameter& parameter) {
  return ':' + escaped(parameter.value) + ':' + action(parameter);
}

void append_option(std::string& out, const Parameter& option) {
  const std::string help = '[' + escaped(option.help) + ']';
  const std::string alone = option.letter.empty() ? "" : "(- *)";
  const auto append = [&](const std::string& name, const std::string& tail) {
    out += "        '" + alone + name + help + tail + "' \\\n";
  };
  if (!option.letter.empty()) append(option.letter, "");
  const std::string again = option.repeatable ? "*" : "";
  if (option.value.empty()) {
    append(again + option.name, "");
  } else {
    append(again + option.name + '=', value(option));
  }
}

void append_command(std::string& out, const Definition& command) {
  out += "    " + command.name + ")\n      _arguments -S \\\n";
  for (const Parameter& option : command.options) append_option(out, option);
  for (const Parameter& argument : command.arguments) {
    out += std::string{"        '"} + (argument.repeatable ? "*" : "") + value(argument) + "' \\\n";
  }
  out += "        && done=0\n      ;;\n";
}

}  // namespace

std::string zsh_completion(const Definition& program) {
  std::string commands;
  std::string options;
  std::string cases;
  for (const Parameter& option : program.options) append_option(options, option);
  for (const Definition& command : program.commands) {
    commands += "    '" + command.name + ':' + escaped(command.summary) + "'\n";
    append_command(cases, command);
  }
  std::string script = replaced(embedded::zsh_completion, "@commands@\n", commands);
  script = replaced(script, "@options@\n", options);
  return replaced(script, "@cases@\n", cases);
}

}  // namespace certrenew
