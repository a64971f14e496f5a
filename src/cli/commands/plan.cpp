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

struct PlanCommandOptions : LogOptions {
  PlanOptions plan;
};

Exit print_plan(const PlanOptions& options, const report::Origin& origin, const Answer& answer,
                OutputChunk& chunk) {
  const auto& finish = options.finish;
  if (finish && *finish < answer.as_of()) {
    throw Stop{Exit::usage, "--finish " + to_string(*finish) +
                                " lies before the day of the calculation, " +
                                to_string(answer.as_of())};
  }
  const Plan plan = make_plan(answer, options);
  chunk.print(report::PlanReport{origin, answer, plan});
  if (!chunk.printer().is_for_people) return Exit::done;
  print_notices(origin, answer, chunk);
  report::append_left_out(chunk.error_text, origin, plan);
  return Exit::done;
}

}  // namespace

Action configure_plan(CLI::App& app) {
  const auto options = std::make_shared<PlanCommandOptions>();
  add_log_options(app, *options, Logs::one);
  add_format(app, options->format, {Format::csv, Format::github});
  PlanOptions& plan = options->plan;
  add_date(app, "--finish", plan.finish, "Do everything by this day");
  app.add_flag("--allow-suspension", plan.allow_suspension,
               "Also compare ways in which a certification is suspended before it is renewed");
  app.add_flag("--all", plan.all_ways, "List all of the best ways, not only eight");
  return [options](Output& output) {
    return answer_logs(
        *options, output,
        {.frame = report::plan_frame, .print = std::bind_front(print_plan, options->plan)});
  };
}

}  // namespace certrenew::cli
