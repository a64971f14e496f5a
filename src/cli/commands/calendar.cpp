// `certrenew calendar`.
#include "report/calendar.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <optional>
#include <string>

#include "certrenew/plan.hpp"
#include "cli/batch.hpp"
#include "cli/command_tree.hpp"

namespace certrenew::cli {

namespace {

struct CalendarOptions : LogOptions {
  report::Reminders reminders{90, 60, 30, 7};
  std::uint32_t way = 0;  // 0: no steps
  std::optional<WayLabel> label;
};

report::Reminders parse_reminders(const std::string& text) {
  if (text == "none") return {};
  report::Reminders reminders;
  for (const std::string& days : split_list("--remind", text)) {
    reminders.insert(static_cast<int>(parse_number("--remind", days, number_of_days)));
  }
  return reminders;
}

/// Adds the steps of the ways that `--way` or `--label` names, one of each programme that has it.
/// Adds nothing if the plan has no ways.
Exit add_steps(const CalendarOptions& options, report::Calendar& calendar,
               const report::Origin& origin, const Answer& answer, OutputChunk& chunk) {
  if (options.way == 0 && !options.label) return Exit::done;
  const Plan plan = make_plan(answer);
  if (plan.ways.empty()) return Exit::done;
  std::vector<const Way*> wanted;  // one of each programme that has it
  std::size_t last = 0;            // the greatest number of a way
  for (std::size_t i = 0, number = 0; i < plan.ways.size(); ++i) {
    const Way& way = plan.ways[i];
    const bool is_first = i == 0 || plan.ways[i - 1].programme != way.programme;
    number = is_first ? 1 : number + 1;
    last = std::max(last, number);
    const bool is_wanted =
        options.label ? std::count(way.labels.begin(), way.labels.end(), *options.label) > 0
                      : number == options.way;
    if (is_wanted) wanted.push_back(&way);
  }
  if (wanted.empty()) {
    print::append_remark(chunk.error_text,
                         {.origin = report::name_of(origin),
                          .subject = {},
                          .message = "the plan has no way " + std::to_string(options.way) +
                                     "; the last is way " + std::to_string(last)});
    return Exit::usage;
  }
  calendar.add_steps(chunk.sink, origin, answer, wanted);
  return Exit::done;
}

}  // namespace

Action configure_calendar(CLI::App& app) {
  const auto options = std::make_shared<CalendarOptions>();
  add_log_options(app, *options, Logs::many);
  const auto remind = [options](const std::string& text) {
    options->reminders = parse_reminders(text);
  };
  app.add_option_function<std::string>(
         "--remind", remind,
         "How long before a deadline to remind of it, or none (default: 90,60,30,7)")
      ->type_name("DAYS,…");
  auto* const way =
      add_number(app, "--way", options->way, {.least = 1, .most = 1000, .counts = "ways"},
                 "Add the steps of this way of each programme (see certrenew plan)")
          ->type_name("N");
  add_choice(app, "--label", options->label,
             {{"no-exam", WayLabel::no_exam},
              {"fewest-units", WayLabel::fewest_units},
              {"least-forfeited", WayLabel::least_forfeited},
              {"one-day", WayLabel::one_day}},
             "Add the steps of the way with this label")
      ->excludes(way);
  return [options](Output& output) {
    options->format = Format::icalendar;
    options->jobs = 1;  // the UIDs of a log's events depend on the logs before it
    report::Calendar calendar{options->reminders};
    const auto print = [&](const report::Origin& origin, const Answer& answer, OutputChunk& chunk) {
      calendar.add(chunk.sink, chunk.error_text, origin, answer);
      return add_steps(*options, calendar, origin, answer, chunk);
    };
    return answer_logs(*options, output, {.frame = report::calendar_frame, .print = print});
  };
}

}  // namespace certrenew::cli
