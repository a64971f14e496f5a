#include "report/reports.hpp"

namespace certrenew::report {

namespace {

using print::Align;
using print::Cell;
using print::style_of;

/// Days to the suspension; if it is suspended or never suspends, days to the expiration.
std::string due_in(const CredentialAnswer& one) {
  if (one.expired()) return {};
  const bool is_suspended = one.status() == Status::suspended || !one.suspends();
  const auto days = is_suspended ? one.days_to_expiration() : one.days_to_suspension();
  return days ? std::to_string(*days) + " d" : std::string{};
}

/// `90/100`, `2/3 courses`, or both.
std::string progress(const CredentialAnswer& one) {
  std::string text;
  if (const auto units = one.units()) {
    text = to_string(units->counted) + '/' + to_string(units->required);
  }
  if (const auto courses = one.courses()) {
    if (!text.empty()) text += ", ";
    const std::size_t all = courses->completed.size() + courses->missing.size();
    text += std::to_string(courses->completed.size()) + '/' + std::to_string(all) + " courses";
  }
  return text;
}

/// `2025-12-01 exam`.
std::string renewed(const CredentialAnswer& one) {
  if (one.renewals().empty()) return {};
  const CycleStart by = one.cycle().began_by;
  const auto word = by == CycleStart::earned_anew ? "anew" : certrenew::name_of(by);
  return to_string(one.cycle().began_on).append(" ").append(word);
}

/// Writes which designations are held, and what the others lack.
void write_designations(print::Document& document, const Answer& answer) {
  const auto designations = answer.designations();
  if (designations.empty()) return;
  document.grid(
      {.caption = "Which designations are held",
       .columns = {{.title = "Designation", .widest = print::widest_line / 2},
                   {.title = "Status"},
                   {.title = "Active", .align = Align::right},
                   {.title = "Missing", .below = true}},
       .rows = print::rows_of(designations, [](const DesignationAnswer& one) -> print::Row {
         Cell missing{missing_of(one)};
         if (!missing.text.empty()) missing.mark = "missing: " + missing.text;
         return {Cell{one.designation->name},
                 Cell{standing_of(one), one.held ? print::Style::green : print::Style::dim},
                 Cell{std::to_string(one.active) + " of " + std::to_string(one.designation->needs)},
                 std::move(missing)};
       })});
}

constexpr print::CsvColumn status_columns[] = {
    {"source", "source"},
    {"line", "line"},
    {"candidate_id", "candidate.id"},
    {"candidate_name", "candidate.name"},
    {"code", "credentials.code"},
    {"name", "credentials.name"},
    {"programme", "credentials.programme"},
    {"type", "credentials.type"},
    {"status", "credentials.status"},
    {"cycle_start", "credentials.cycle_start"},
    {"suspends", "credentials.suspends"},
    {"expires", "credentials.expires"},
    {"days_to_suspension", "credentials.days_to_suspension"},
    {"days_to_expiration", "credentials.days_to_expiration"},
    {"units_counted", "credentials.units.counted"},
    {"units_carried", "credentials.units.carried"},
    {"units_required", "credentials.units.required"},
    {"units_needed", "credentials.units.needed"},
    {"last_renewed", "credentials.renewals.date"},
    {"renewed_by", "credentials.renewals.by"},
};

}  // namespace

constinit const print::Frame status_frame{.title = "Certification status",
                                          .csv = {"credentials", status_columns}};

void StatusReport::write(print::Document& document) const {
  write_title(document, origin_, answer_);
  const auto credentials = answer_.credentials();
  if (credentials.empty()) {
    document.text(words_for_none(answer_));
    return;
  }
  const auto late = entered_too_late(notices(answer_));
  std::set<Index<Certification>> doubtful;
  for (const Doubt* doubt : answer_.doubts()) doubtful.insert(doubt->credential);
  const auto row_of = [&](const CredentialAnswer& one) -> print::Row {
    std::string status{certrenew::name_of(one.status())};
    if (late.contains(one.index())) status += '!';
    if (doubtful.contains(one.index())) status += '?';
    return {Cell{std::string{one.code()}},
            Cell{std::string{one.name().value_or("")}},
            Cell{std::move(status), style_of(one.status())},
            Cell{day_or_never(one.suspends())},
            Cell{day_or_never(one.expires())},
            Cell{due_in(one)},
            Cell{progress(one)},
            Cell{renewed(one)}};
  };
  document.grid({.caption = "Where every certification stands",
                 .columns = {{.title = "Code", .widest = print::widest_code},
                             {.title = "Name", .widest = print::widest_line, .below = true},
                             {.title = "Status"},
                             {.title = "Suspends"},
                             {.title = "Expires"},
                             {.title = "Due in", .align = Align::right},
                             {.title = "Units", .align = Align::right},
                             {.title = "Renewed"}},
                 .rows = print::rows_of(credentials, row_of)});
  if (!late.empty()) {
    document.text("! an activity was entered after the expiration: the portal may not take it");
  }
  if (!doubtful.empty()) {
    document.text("? in doubt: under another reading of the rules its status or dates differ");
  }
  write_designations(document, answer_);
  write_doubts(document, answer_);
}

void StatusReport::write(print::JsonEvents& json) const {
  json.open_object();
  write_origin(json, origin_, answer_);
  write_list(json, "credentials", answer_.credentials(),
             [&](const CredentialAnswer& one) { write_credential(json, one); });
  write_remarks(json, answer_);
  json.close_object();
}

void write_credential(print::JsonEvents& json, const CredentialAnswer& one) {
  json.text("code", one.code());
  json.member("name", one.name());
  json.text("programme", one.programme());
  json.member("type", one.type_name());
  json.word("status", certrenew::name_of(one.status()));
  one.is_tracked() ? json.null("cycle_start") : json.member("cycle_start", one.cycle().start);
  json.member("suspends", one.suspends());
  json.member("expires", one.expires());
  json.member("days_to_suspension", one.days_to_suspension());
  json.member("days_to_expiration", one.days_to_expiration());
  write_object(json, "units", one.units(), [&](const UnitsProgress& units) {
    json.member("counted", units.counted);
    json.member("carried", units.carried);
    json.member("required", units.required);
    json.member("needed", units.needed());
  });
  write_object(json, "courses", one.courses(), [&](const CoursesProgress& courses) {
    write_texts(json, "completed", courses.completed);
    write_texts(json, "missing", courses.missing);
  });
  write_exam_window(json, one.exam_window());
  write_renewals(json, one.log(), one.renewals());
}

}  // namespace certrenew::report
