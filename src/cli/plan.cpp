// `certrenew plan`.

#include "render/plan.hpp"

#include <CLI/CLI.hpp>
#include <memory>
#include <optional>

#include "certrenew/plan.hpp"
#include "cli/answering.hpp"
#include "cli/command.hpp"
#include "render/status.hpp"

namespace certrenew {

namespace {

struct PlanOptions {
  LogOptions common;
  std::optional<Date> finish;
};

constexpr Choice<Format> formats[] = {{"table", Format::table},
                                      {"json", Format::json},
                                      {"ndjson", Format::ndjson},
                                      {"markdown", Format::markdown}};

void present(const PlanOptions& options, const Paper& paper, const Answer& answer, Page& page) {
  if (options.finish && *options.finish < answer.renewals.as_of) {
    throw Stop{Exit::usage, "--finish " + to_string(*options.finish) +
                                " lies before the day of the calculation, " +
                                to_string(answer.renewals.as_of)};
  }
  const Plan plan = make_plan(answer.log, answer.policy, answer.renewals, options.finish);
  using Layout = JsonWriter::Layout;
  switch (options.common.format) {
    case Format::json: return render_plan_json(page.body, answer, plan, Layout::indented);
    case Format::ndjson: return render_plan_json(page.body, answer, plan, Layout::one_line);
    case Format::markdown: render_plan_markdown(page.body, answer, plan); break;
    case Format::csv:
    case Format::github:
    case Format::table: render_plan_table(page.body, answer, plan, paper); break;
  }
  render_notices(page.beside, answer);
  render_left_out(page.beside, answer, plan);
}

}  // namespace

Action configure_plan(CLI::App& app) {
  const auto options = std::make_shared<PlanOptions>();
  add_log_options(app, options->common, Logs::one);
  add_choice(app, "--format", options->common.format, formats, "How to answer (default: table)");
  add_date(app, "--finish", options->finish, "Earn the last unit on this day");
  return [options](Output& output) {
    options->common.refuse_roster();
    const Paper paper = options->common.paper();
    return answer_logs(options->common, output,
                       {[options, paper](const Answer& answer, Page& page) {
                         present(*options, paper, answer, page);
                       }});
  };
}

}  // namespace certrenew
