// `certrenew explain`.
#include "report/explain.hpp"

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/batch.hpp"
#include "cli/command_tree.hpp"

namespace certrenew::cli {

Action configure_explain(CLI::App& app) {
  const auto options = std::make_shared<LogOptions>();
  add_log_options(app, *options);
  add_roster_options(app, *options);
  add_format(app, options->format, report_formats);
  add_repeatable(app, "--certification", options->only, "Explain this one only; repeatable")
      ->type_name("CODE");
  return [options](Output& output) {
    return report_logs<report::ExplainReport>(*options, output, report::explain_frame);
  };
}

}  // namespace certrenew::cli
