// `certrenew status`.
#include "report/status.hpp"

#include <CLI/CLI.hpp>
#include <cstdint>
#include <memory>
#include <mutex>

#include "cli/batch.hpp"
#include "cli/command_tree.hpp"
#include "core/summary.hpp"
#include "report/summary.hpp"

namespace certrenew::cli {

namespace {

struct StatusOptions {
  LogOptions common;
  bool summary = false;
};

Exit summarize(const LogOptions& options, Output& output) {
  const print::Printer printer{options.format, report::summary_frame, options.terminal()};
  Summary summary;
  std::mutex mutex;
  const auto add = [&](const report::Origin& /*origin*/, const Answer& answer,
                       OutputChunk& /*chunk*/) {
    const std::scoped_lock lock{mutex};
    summary.add(answer);
    return Exit::done;
  };
  const auto print_all = [&](const BatchResult& result, OutputChunk& chunk) {
    chunk.print(report::SummaryReport{summary,
                                      {.as_of = result.as_of,
                                       .policy = result.policy.name,
                                       .invalid = static_cast<std::int64_t>(result.refused)}});
  };
  return answer_logs(options, output, {.printer = printer, .print = add, .print_all = print_all});
}

}  // namespace

Action configure_status(CLI::App& app) {
  const auto options = std::make_shared<StatusOptions>();
  add_log_options(app, options->common);
  add_roster_options(app, options->common);
  add_format(app, options->common.format, report_formats);
  app.add_flag("--summary", options->summary, "Count how many hold what, over all logs");
  return [options](Output& output) {
    if (options->summary) return summarize(options->common, output);
    return report_logs<report::StatusReport>(options->common, output, report::status_frame);
  };
}

}  // namespace certrenew::cli
