#include "report/reports.hpp"

namespace certrenew::report {

namespace {

using print::Align;
using print::Cell;

/// Days to the suspension, or to the expiration of what is suspended.
std::string due_in(const CredentialAnswer& one) {
  if (one.expired()) return {};
  const bool suspended = one.status() == Status::suspended;
  return std::to_string(suspended ? one.days_to_expiration() : one.days_to_suspension()) + " d";
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
  return to_string(one.cycle().start).append(" ").append(word);
}

void write_texts(print::JsonEvents& json, std::string_view key,
                 const std::vector<std::string_view>& texts) {
  json.open_list(key);
  for (const std::string_view text : texts) json.text({}, text);
  json.close_list();
}

constexpr print::CsvColumn csv_columns[] = {
    {"source", "source"},
    {"line", "line"},
    {"candidate_id", "candidate.id"},
    {"candidate_name", "candidate.name"},
    {"code", "credentials.code"},
    {"name", "credentials.name"},
    {"type", "credentials.type"},
    {"status", "credentials.status"},
    {"cycle_start", "credentials.cycle_start"},
    {"suspends", "credentials.suspends"},
    {"expires", "credentials.expires"},
    {"days_to_suspension", "credentials.days_to_suspension"},
    {"days_to_expiration", "credentials.days_to_expiration"},
    {"units_counted", "credentials.units.counted"},
    {"units_required", "credentials.units.required"},
    {"units_needed", "credentials.units.needed"},
    {"last_renewed", "credentials.renewals.date"},
    {"renewed_by", "credentials.renewals.by"},
};

}  // namespace

constinit const print::Frame status_frame{.title = "Certification status",
                                          .csv = {"credentials", csv_columns}};

void StatusReport::write(print::Document& document) const {
  write_title(document, origin_, answer_);
  const auto credentials = answer_.credentials();
  if (credentials.empty()) {
    document.text(words_for_none(answer_));
    return;
  }
  const auto doubtful = doubtful_credentials(notices(answer_));
  document.grid({.caption = "Where every certification stands",
                 .columns = {{.title = "Code", .widest = print::widest_code},
                             {.title = "Name", .widest = print::widest_line, .below = true},
                             {.title = "Status"},
                             {.title = "Suspends"},
                             {.title = "Expires"},
                             {.title = "Due in", .align = Align::right},
                             {.title = "Units", .align = Align::right},
                             {.title = "Renewed"}},
                 .rows = [&](const auto& row) {
                   for (const CredentialAnswer one : credentials) {
                     std::string status{certrenew::name_of(one.status())};
                     if (doubtful.contains(one.index())) status += '!';
                     row({Cell{std::string{one.code()}}, Cell{std::string{one.name().value_or("")}},
                          Cell{std::move(status), style_of(one.status())},
                          Cell{to_string(one.suspends())}, Cell{to_string(one.expires())},
                          Cell{due_in(one)}, Cell{progress(one)}, Cell{renewed(one)}});
                   }
                 }});
  if (doubtful.empty()) return;
  document.text("! an activity was entered after the expiration: the portal may not take it");
}

void StatusReport::write(print::JsonEvents& json) const {
  json.open_object();
  write_origin(json, origin_, answer_);
  write_list(json, "credentials", answer_.credentials(),
             [&](const CredentialAnswer& one) { write_credential(json, one); });
  write_notices(json, notices(answer_));
  json.close_object();
}

void write_credential(print::JsonEvents& json, const CredentialAnswer& one) {
  json.text("code", one.code());
  json.member("name", one.name());
  json.text("type", one.type().name);
  json.word("status", certrenew::name_of(one.status()));
  json.date("cycle_start", one.cycle().start);
  json.date("suspends", one.suspends());
  json.date("expires", one.expires());
  json.number("days_to_suspension", one.days_to_suspension());
  json.number("days_to_expiration", one.days_to_expiration());
  write_object(json, "units", one.units(), [&](const UnitsProgress& units) {
    json.units("counted", units.counted);
    json.units("required", units.required);
    json.units("needed", units.needed());
  });
  write_object(json, "courses", one.courses(), [&](const CoursesProgress& courses) {
    write_texts(json, "completed", courses.completed);
    write_texts(json, "missing", courses.missing);
  });
  write_exam_window(json, one);
  write_renewals(json, one.renewals());
}

}  // namespace certrenew::report
