// `certrenew calendar`.
#include "report/calendar.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "certrenew/plan.hpp"
#include "cli/batch.hpp"
#include "cli/command_tree.hpp"
#include "cli/exit.hpp"
#include "text/utf8.hpp"

namespace certrenew::cli {

namespace {

struct CalendarOptions : LogOptions {
  report::Reminders reminders{90, 60, 30, 7};
  std::uint32_t way = 0;  // 0: no steps
  std::optional<WayLabel> label;
  std::vector<std::string> gone;
};

report::Reminders parse_reminders(const std::string& text) {
  if (text == "none") return {};
  report::Reminders reminders;
  for (const std::string& days : split_list("--remind", text)) {
    reminders.insert(static_cast<int>(parse_number("--remind", days, number_of_days)));
  }
  return reminders;
}

Exit refuse_log(OutputChunk& chunk, const report::Origin& origin, const std::string& why) {
  print::append_remark(chunk.error_text,
                       {.origin = report::name_of(origin), .subject = {}, .message = why});
  return Exit::usage;
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
    return refuse_log(chunk, origin,
                      "the plan has no way " + std::to_string(options.way) + "; the last is way " +
                          std::to_string(last));
  }
  calendar.add_steps(chunk.sink, origin, answer, wanted);
  return Exit::done;
}

/// Withdraws the events of what `--gone` names. Throws nothing: a code that the log lists is a
/// usage error, and reported.
Exit cancel_gone(const CalendarOptions& options, report::Calendar& calendar,
                 const report::Origin& origin, const Answer& answer, OutputChunk& chunk) {
  const auto& listed = answer.log().certifications;
  for (const std::string& code : options.gone) {
    const bool is_listed = std::any_of(listed.begin(), listed.end(),
                                       [&](const Certification& one) { return one.code == code; });
    if (is_listed) {
      return refuse_log(chunk, origin, "--gone " + text::quoted(code) + ": the log lists it");
    }
    calendar.cancel(chunk.sink, answer, code);
  }
  return Exit::done;
}

/// Throws Stop if `--gone` is given with several holders: whose would they be?
void check_gone(const CalendarOptions& options) {
  if (options.gone.empty()) return;
  if (options.logs.size() <= 1 &&
      !options.is_roster(options.logs.empty() ? "-" : options.logs[0])) {
    return;
  }
  throw Stop{Exit::usage, "--gone takes one log: that of the holder whose credentials are gone"};
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
  auto* const way = add_number(app, "--way", options->way,
                               {.least = 1, .most = 1000, .what = "the number of a way"},
                               "Add the steps of this way of each programme (see certrenew plan)")
                        ->type_name("N");
  add_choice(app, "--label", options->label,
             {{"no-exam", WayLabel::no_exam},
              {"fewest-units", WayLabel::fewest_units},
              {"least-forfeited", WayLabel::least_forfeited},
              {"one-day", WayLabel::one_day}},
             "Add the steps of the way with this label")
      ->excludes(way);
  app.add_option_function<std::string>(
         "--gone",
         [options](const std::string& codes) { options->gone = split_list("--gone", codes); },
         "Withdraw the events of credentials that the log no longer lists")
      ->type_name("CODE,…");
  return [options](Output& output) {
    check_gone(*options);
    options->format = Format::icalendar;
    options->jobs = 1;  // the UIDs of a log's events depend on the logs before it
    report::Calendar calendar{options->reminders};
    const auto print = [&](const report::Origin& origin, const Answer& answer, OutputChunk& chunk) {
      calendar.add(chunk.sink, chunk.error_text, origin, answer);
      const Exit exit = cancel_gone(*options, calendar, origin, answer, chunk);
      if (exit != Exit::done) return exit;
      return add_steps(*options, calendar, origin, answer, chunk);
    };
    return answer_logs(*options, output, {.frame = report::calendar_frame, .print = print});
  };
}

}  // namespace certrenew::cli
