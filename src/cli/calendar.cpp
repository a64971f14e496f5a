// `certrenew calendar`.

#include "render/calendar.hpp"

#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

#include "cli/answering.hpp"
#include "cli/command.hpp"
#include "cli/values.hpp"
#include "text/utf8.hpp"

namespace certrenew {

namespace {

struct CalendarOptions {
  LogOptions common;
  Reminders reminders{90, 60, 30, 7};
  Namesakes namesakes;
};

Reminders parse_reminders(const std::string& text) {
  if (text == "none") return {};
  Reminders reminders;
  for (const std::string& days : parts_of("--remind", text)) {
    reminders.insert(days_in("--remind", days));
  }
  return reminders;
}

void present(CalendarOptions& options, const Answer& answer, Page& page) {
  const std::vector<bool> doubtful = certrenew::doubtful(answer);
  for (const std::uint32_t credential : answer.shown) {
    const std::uint32_t before = options.namesakes.before(answer, credential);
    render_events(page.body, answer, credential, {before, doubtful[credential]}, options.reminders);
    if (before == 0) continue;
    text::append_visible(page.beside,
                         source_of(answer) + ": " + place_of(answer, credential, std::nullopt) +
                             ": an earlier log of this calendar lists it for the same holder; "
                             "give each candidate an id, so that a later calendar updates the "
                             "right events");
    page.beside += '\n';
  }
}

}  // namespace

Action configure_calendar(CLI::App& app) {
  const auto options = std::make_shared<CalendarOptions>();
  add_log_options(app, options->common);
  add_roster_options(app, options->common);
  app.add_option_function<std::string>(
         "--remind",
         [options](const std::string& text) { options->reminders = parse_reminders(text); },
         "How long before a deadline to remind of it, or none (default: 90,60,30,7)")
      ->type_name("DAYS,…");
  return [options](Output& output) {
    return answer_logs(options->common, output,
                       {.present = [options](const Answer& answer,
                                             Page& page) { present(*options, answer, page); },
                        .header = calendar_header(),
                        .header_alone = false,
                        .footer = calendar_footer(),
                        .in_order = true});
  };
}

}  // namespace certrenew
