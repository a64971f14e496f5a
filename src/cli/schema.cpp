// `certrenew schema`.

#include <CLI/CLI.hpp>
#include <memory>
#include <string_view>

#include "cli/choice.hpp"
#include "cli/command.hpp"
#include "data/embedded.hpp"

namespace certrenew {

namespace {

constexpr Choice<const std::string_view*> schemas[] = {
    {"log", &embedded::log_schema},         {"policy", &embedded::policy_schema},
    {"status", &embedded::status_schema},   {"explain", &embedded::explain_schema},
    {"plan", &embedded::plan_schema},       {"check", &embedded::check_schema},
    {"summary", &embedded::summary_schema}, {"errors", &embedded::errors_schema},
};

}  // namespace

Action configure_schema(CLI::App& app) {
  const auto schema = std::make_shared<const std::string_view*>(nullptr);
  add_choice(app, "NAME", *schema, schemas,
             "Of a log, a policy, the answer of that command, or of status --summary; or what "
             "stands for a line that is no log")
      ->required();
  return [schema](Output& output) {
    output.buffer() += **schema;
    return Exit::done;
  };
}

}  // namespace certrenew
