// `certrenew calendar`.
#include "report/calendar.hpp"

#include <CLI/CLI.hpp>
#include <memory>
#include <string>

#include "cli/batch.hpp"
#include "cli/command_tree.hpp"

namespace certrenew::cli {

namespace {

struct CalendarOptions {
  LogOptions common;
  report::Reminders reminders{90, 60, 30, 7};
};

report::Reminders parse_reminders(const std::string& text) {
  if (text == "none") return {};
  report::Reminders reminders;
  for (const std::string& days : split_list("--remind", text)) {
    reminders.insert(parse_days("--remind", days));
  }
  return reminders;
}

}  // namespace

Action configure_calendar(CLI::App& app) {
  const auto options = std::make_shared<CalendarOptions>();
  add_log_options(app, options->common);
  add_roster_options(app, options->common);
  const auto remind = [options](const std::string& text) {
    options->reminders = parse_reminders(text);
  };
  app.add_option_function<std::string>(
         "--remind", remind,
         "How long before a deadline to remind of it, or none (default: 90,60,30,7)")
      ->type_name("DAYS,…");
  return [options](Output& output) {
    const print::Printer printer{print::Format::icalendar, report::calendar_frame};
    report::Calendar calendar{options->reminders};
    const auto print = [&calendar](const report::Origin& origin, const Answer& answer,
                                   OutputChunk& chunk) {
      calendar.add(chunk.sink(), chunk.error_text, origin, answer);
      return Exit::done;
    };
    return answer_logs(options->common, output,
                       {.printer = printer, .print = print, .in_order = true});
  };
}

}  // namespace certrenew::cli
