// `certrenew explain`.
#include "report/reports.hpp"

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/batch.hpp"
#include "cli/command_tree.hpp"

namespace certrenew::cli {

Action configure_explain(CLI::App& app) {
  const auto options = std::make_shared<LogOptions>();
  add_log_options(app, *options, Logs::many);
  add_format(app, options->format);
  return [options](Output& output) {
    return answer_logs(
        *options, output,
        {.frame = report::explain_frame, .print = print_report<report::ExplainReport>});
  };
}

}  // namespace certrenew::cli
