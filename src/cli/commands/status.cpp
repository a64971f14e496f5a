// `certrenew status`.
#include "report/reports.hpp"

#include <CLI/CLI.hpp>
#include <cstddef>
#include <memory>

#include "cli/batch.hpp"
#include "cli/command_tree.hpp"
#include "core/summary.hpp"

namespace certrenew::cli {

namespace {

struct StatusOptions : LogOptions {
  bool summary = false;
};

Exit summarize(const LogOptions& options, Output& output) {
  Summary summary;
  const auto gather = [&](const report::Origin& /*origin*/, const Answer& answer,
                          std::size_t /*item*/) { summary.add(answer); };
  const auto print_all = [&](const report::SummaryReport::Scope& scope, OutputChunk& chunk) {
    chunk.print(report::SummaryReport{summary, scope});
    return Exit::done;
  };
  return answer_logs(options, output,
                     {.frame = report::summary_frame, .gather = gather, .print_all = print_all});
}

}  // namespace

Action configure_status(CLI::App& app) {
  const auto options = std::make_shared<StatusOptions>();
  add_log_options(app, *options, Logs::many);
  add_format(app, options->format);
  app.add_flag("--summary", options->summary, "Count how many hold what, over all logs");
  return [options](Output& output) {
    if (options->summary) return summarize(*options, output);
    return answer_logs(
        *options, output,
        {.frame = report::status_frame, .print = print_report<report::StatusReport>});
  };
}

}  // namespace certrenew::cli
