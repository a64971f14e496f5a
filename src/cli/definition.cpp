#include "cli/definition.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "certrenew/findings.hpp"
#include "certrenew/policy.hpp"
#include "cli/command.hpp"
#include "cli/program.hpp"

namespace certrenew {

namespace {

constexpr std::string_view program = "certrenew";

Parameter describe(const CLI::Option& option) {
  const bool alone = option.get_positional();
  const auto& letters = option.get_snames();
  const bool takes_value = option.get_items_expected_max() > 0;
  Parameter parameter{.letter = letters.empty() ? "" : '-' + letters.front(),
                      .name = alone ? option.get_name(true) : "--" + option.get_lnames().front(),
                      .value = takes_value ? option.get_type_name() : "",
                      .help = option.get_description(),
                      .repeatable = option.get_items_expected_max() > 1,
                      .required = option.get_required()};
  if (alone && parameter.value.empty()) parameter.value = parameter.name;
  return parameter;
}

/// The parts between the bars of `json|table`; none unless all are words to be written as they are.
std::vector<std::string> alternatives(std::string_view value) {
  std::vector<std::string> words;
  if (value.find('|') == std::string_view::npos) return words;
  for (std::size_t begin = 0; begin <= value.size();) {
    const std::size_t bar = std::min(value.find('|', begin), value.size());
    words.emplace_back(value.substr(begin, bar - begin));
    begin = bar + 1;
  }
  return words;
}

std::vector<std::string> beginnings_of_activities() {
  std::vector<std::string> words;
  for (const ActivityType& type : builtin_policy().activity_types) words.push_back(type.name + '@');
  words.emplace_back("exam:");
  return words;
}

bool reads_files(const Definition& definition) {
  const auto is_file = [](const Parameter& one) {
    const auto kind = values_of(one).kind;
    return kind == Values::Kind::file || kind == Values::Kind::log;
  };
  return std::any_of(definition.options.begin(), definition.options.end(), is_file) ||
         std::any_of(definition.arguments.begin(), definition.arguments.end(), is_file);
}

}  // namespace

std::string Definition::full_name() const {
  return name == program ? name : std::string{program} + ' ' + name;
}

std::string Definition::usage() const {
  std::string text = full_name() + " [OPTIONS]";
  for (const Parameter& argument : arguments) {
    const std::string many = argument.name + (argument.repeatable ? "..." : "");
    text += argument.required ? ' ' + many : " [" + many + ']';
  }
  if (name == program) text += " COMMAND";
  return text;
}

Definition define(const CLI::App& app) {
  const auto all = commands();
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const Command& one) { return one.name == app.get_name(); });
  const Command& command = found == all.end() ? all.front() : *found;
  Definition definition{.name = app.get_name(),
                        .summary = app.get_description(),
                        .example = std::string{command.example},
                        .finds = found != all.end() && command.finds,
                        .options = {},
                        .arguments = {},
                        .commands = {}};
  for (const CLI::Option* const option : app.get_options()) {
    auto& group = option->get_positional() ? definition.arguments : definition.options;
    group.push_back(describe(*option));
  }
  for (const CLI::App* const sub : app.get_subcommands([](const CLI::App*) { return true; })) {
    definition.commands.push_back(define(*sub));
  }
  return definition;
}

Definition define_program() {
  CLI::App app;
  std::vector<Action> actions;  // they own what the options refer to
  define_command_line(app, [&](CLI::App& sub, const Command& command) {
    actions.push_back(command.configure(sub));
  });
  return define(app);
}

Values values_of(const Parameter& parameter) {
  using Kind = Values::Kind;
  const std::string_view value = parameter.value;
  if (auto words = alternatives(value); !words.empty()) return {Kind::word, std::move(words)};
  if (value == "FILE") return {Kind::file};
  if (value == "LOG") return {Kind::log};
  if (value.starts_with("TYPE@")) return {Kind::activities, beginnings_of_activities()};
  if (value.starts_with("FINDING")) {
    const auto names = names_of_findings();
    return {Kind::list, {names.begin(), names.end()}};
  }
  return {};
}

std::vector<ExitStatus> exit_statuses(const Definition& definition) {
  const bool any = !definition.commands.empty();
  std::vector<ExitStatus> all{{Exit::done, "done"}};
  if (any || definition.finds) all.push_back({Exit::findings, "something was found"});
  all.push_back({Exit::usage, "wrong usage"});
  if (any || reads_files(definition)) all.push_back({Exit::invalid, "invalid input"});
  all.push_back({Exit::failed, "input or output failed"});
  return all;
}

}  // namespace certrenew
