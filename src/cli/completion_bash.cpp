#include "cli/completion.hpp"
#include "data/embedded.hpp"

namespace certrenew {

namespace {

std::string_view name_of(Values::Kind kind) {
  switch (kind) {
    case Values::Kind::word: return "word";
    case Values::Kind::list: return "list";
    case Values::Kind::activities: return "activities";
    case Values::Kind::file: return "file";
    case Values::Kind::log: return "log";
    case Values::Kind::unknown: break;
  }
  return "unknown";
}

/// A branch of the function that knows what follows an option, or is given as an argument.
void append_takes(std::string& out, const Definition& definition, const Parameter& parameter) {
  if (parameter.value.empty()) return;
  const Values values = values_of(parameter);
  out += "    '" + definition.name + ' ' + parameter.name + "') takes=(";
  out += name_of(values.kind);
  if (!values.words.empty()) out += ' ' + joined(values.words);
  out += ") ;;\n";
}

/// A branch of the function that knows what a command has.
void append_has(std::string& out, const Definition& definition, std::string_view name) {
  std::string options;
  std::string repeatable;
  std::string arguments;
  std::string rest;
  for (const Parameter& option : definition.options) {
    if (!option.letter.empty()) options += option.letter + ' ';
    options += option.name + ' ';
    if (option.repeatable) repeatable += option.name + ' ';
  }
  for (const Parameter& argument : definition.arguments) {
    arguments += (arguments.empty() ? "" : " ") + argument.name;
    if (argument.repeatable) rest = argument.name;
  }
  out += "    ";
  out += name;
  out += ")\n      options=(" + options.substr(0, options.size() - 1) + ")\n";
  if (!repeatable.empty()) out += "      repeatable=' " + repeatable + "'\n";
  if (!arguments.empty()) out += "      arguments=(" + arguments + ")\n";
  if (!rest.empty()) out += "      rest=" + rest + '\n';
  out += "      ;;\n";
}

}  // namespace

std::string bash_completion(const Definition& program) {
  std::string commands;
  std::string has;
  std::string takes;
  append_has(has, program, "''");
  for (const Definition& command : program.commands) {
    commands += (commands.empty() ? "" : " ") + command.name;
    append_has(has, command, command.name);
    for (const Parameter& one : command.options) append_takes(takes, command, one);
    for (const Parameter& one : command.arguments) append_takes(takes, command, one);
  }
  std::string script = replaced(embedded::bash_completion, "@commands@", commands);
  script = replaced(script, "@has@\n", has);
  return replaced(script, "@takes@\n", takes);
}

}  // namespace certrenew
