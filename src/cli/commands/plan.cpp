// `certrenew plan`.
#include "report/plan.hpp"

#include <CLI/CLI.hpp>
#include <functional>
#include <memory>
#include <optional>

#include "certrenew/plan.hpp"
#include "cli/batch.hpp"
#include "cli/command_tree.hpp"

namespace certrenew::cli {

namespace {

struct PlanOptions : LogOptions {
  std::optional<Date> finish;
};

Exit print_plan(const std::optional<Date>& finish, const report::Origin& origin,
                const Answer& answer, OutputChunk& chunk) {
  if (finish && *finish < answer.as_of()) {
    throw Stop{Exit::usage, "--finish " + to_string(*finish) +
                                " lies before the day of the calculation, " +
                                to_string(answer.as_of())};
  }
  const Plan plan = make_plan(answer, finish);
  chunk.print(report::PlanReport{origin, answer, plan});
  if (!chunk.printer().is_for_people) return Exit::done;
  print_notices(origin, answer, chunk);
  report::append_left_out(chunk.error_text, origin, plan);
  return Exit::done;
}

}  // namespace

Action configure_plan(CLI::App& app) {
  const auto options = std::make_shared<PlanOptions>();
  add_log_options(app, *options, Logs::one);
  add_format(app, options->format,
             {{"table", Format::table},
              {"json", Format::json},
              {"ndjson", Format::ndjson},
              {"markdown", Format::markdown},
              {"html", Format::html}});
  add_date(app, "--finish", options->finish, "Earn the last unit on this day");
  return [options](Output& output) {
    return answer_logs(
        *options, output,
        {.frame = report::plan_frame, .print = std::bind_front(print_plan, options->finish)});
  };
}

}  // namespace certrenew::cli
