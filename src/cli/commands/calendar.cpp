// `certrenew calendar`.
#include "report/calendar.hpp"

#include <CLI/CLI.hpp>
#include <memory>
#include <string>

#include "cli/batch.hpp"
#include "cli/command_tree.hpp"

namespace certrenew::cli {

namespace {

struct CalendarOptions : LogOptions {
  report::Reminders reminders{90, 60, 30, 7};
};

report::Reminders parse_reminders(const std::string& text) {
  if (text == "none") return {};
  report::Reminders reminders;
  for (const std::string& days : split_list("--remind", text)) {
    reminders.insert(static_cast<int>(parse_number("--remind", days, number_of_days)));
  }
  return reminders;
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
  return [options](Output& output) {
    options->format = Format::icalendar;
    options->jobs = 1;  // the UIDs of a log's events depend on the logs before it
    report::Calendar calendar{options->reminders};
    const auto print = [&calendar](const report::Origin& origin, const Answer& answer,
                                   OutputChunk& chunk) {
      calendar.add(chunk.sink, chunk.error_text, origin, answer);
      return Exit::done;
    };
    return answer_logs(*options, output, {.frame = report::calendar_frame, .print = print});
  };
}

}  // namespace certrenew::cli
