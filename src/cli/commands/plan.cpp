// `certrenew plan`.
#include "report/plan.hpp"

#include <CLI/CLI.hpp>
#include <memory>
#include <optional>

#include "certrenew/plan.hpp"
#include "cli/batch.hpp"
#include "cli/command_tree.hpp"

namespace certrenew::cli {

namespace {

struct PlanOptions {
  LogOptions common;
  std::optional<Date> finish;
};

constexpr Choice<Format> formats[] = {{"table", Format::table},
                                      {"json", Format::json},
                                      {"ndjson", Format::ndjson},
                                      {"markdown", Format::markdown},
                                      {"html", Format::html}};

Exit print_plan(const std::optional<Date>& finish, const report::Origin& origin,
                const Answer& answer, OutputChunk& chunk) {
  if (finish && *finish < answer.as_of()) {
    throw Stop{Exit::usage, "--finish " + to_string(*finish) +
                                " lies before the day of the calculation, " +
                                to_string(answer.as_of())};
  }
  const Plan plan = make_plan(answer, finish);
  chunk.print(report::PlanReport{origin, answer, plan});
  if (!chunk.printer().is_for_people()) return Exit::done;
  print_notices(origin, answer, chunk);
  report::append_left_out(chunk.error_text, origin, plan);
  return Exit::done;
}

}  // namespace

Action configure_plan(CLI::App& app) {
  const auto options = std::make_shared<PlanOptions>();
  add_log_options(app, options->common, Logs::one);
  add_format(app, options->common.format, formats);
  add_date(app, "--finish", options->finish, "Earn the last unit on this day");
  return [options](Output& output) {
    const LogOptions& common = options->common;
    common.refuse_roster();
    const print::Printer printer{common.format, report::plan_frame, common.terminal()};
    const auto print = [&options](const report::Origin& origin, const Answer& answer,
                                  OutputChunk& chunk) {
      return print_plan(options->finish, origin, answer, chunk);
    };
    return answer_logs(common, output, {.printer = printer, .print = print});
  };
}

}  // namespace certrenew::cli
