#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "report/reports.hpp"
#include "text/fit.hpp"

namespace certrenew::report {

namespace {

using print::Align;
using print::Cell;
using print::Style;
using print::style_of;

// ---- JSON --------------------------------------------------------------------------------------

void write_cycle(print::JsonEvents& json, const Cycle& cycle) {
  json.member("start", cycle.start);
  json.member("began_on", cycle.began_on);
  json.word("began_by", certrenew::name_of(cycle.began_by));
  json.member("suspends", cycle.suspends);
  json.member("expires", cycle.expires);
  cycle.closing ? json.member("closed", cycle.closing->day) : json.null("closed");
  cycle.closing ? json.word("closed_by", certrenew::name_of(cycle.closing->by))
                : json.null("closed_by");
}

/// The units required in the cycle of an activity. Precondition: the activity was added to a total.
Units required_by(const CredentialAnswer& one, const ActivityAnswer& activity) {
  return one.cycles()[*activity.cycle()].required;
}

/// The reason, and the total where the activity was added to it.
std::string reason_with_total(const CredentialAnswer& one, const ActivityAnswer& activity) {
  std::string words = activity.reason();
  if (const auto total = activity.total()) {
    words += "; " + to_string(*total) + " of " +
             units_in_short(required_by(one, activity), *one.policy()) + " on " +
             to_string(activity.activity().date);
  }
  return words;
}

void write_activity(print::JsonEvents& json, const CredentialAnswer& one,
                    const ActivityAnswer& it) {
  const Activity& activity = it.activity();
  json.member("activity", it.index().at);
  json.member("date", activity.date);
  json.text("type", it.type_name());
  json.member("title", activity.title);
  json.member("units", it.units());
  json.member("what_if", activity.what_if);
  json.word("outcome", certrenew::name_of(it.outcome()));
  json.member("renewal", it.renewal());
  json.text("reason", reason_with_total(one, it));
}

struct Mark {
  Outcome outcome;
  char mark;
  Style style;
};

/// In the order of the legend.
constexpr std::array<Mark, 21> marks{{
    {Outcome::counted, '+', Style::green},       {Outcome::used, '*', Style::green},
    {Outcome::renewed, 'R', Style::green},       {Outcome::earned, 'E', Style::green},
    {Outcome::earned_anew, 'A', Style::green},   {Outcome::planned, '>', Style::cyan},
    {Outcome::surplus, '^', Style::yellow},      {Outcome::over_limit, 'o', Style::yellow},
    {Outcome::stale, 's', Style::yellow},        {Outcome::superseded, '-', Style::yellow},
    {Outcome::lapsed, 'x', Style::red},          {Outcome::after_expiration, '#', Style::red},
    {Outcome::rejected, '!', Style::red},        {Outcome::duplicate, '=', Style::yellow},
    {Outcome::before_cycle, '<', Style::dim},    {Outcome::too_early, 't', Style::red},
    {Outcome::failed, 'f', Style::red},          {Outcome::retired, '/', Style::red},
    {Outcome::not_required, 'n', Style::dim},    {Outcome::other_certification, '.', Style::dim},
    {Outcome::other_programme, '~', Style::dim},
}};

const Mark& mark_of(Outcome outcome) noexcept {
  return *std::find_if(marks.begin(), marks.end(),
                       [&](const Mark& one) { return one.outcome == outcome; });
}

/// How much of an activity's type a terminal shows.
constexpr std::size_t widest_type = 20;

std::string units_of(const ActivityAnswer& activity) {
  const auto units = activity.units();
  return units ? to_string(*units) : std::string{};
}

// ---- For people --------------------------------------------------------------------------------

/// `active; suspends 2027-11-14, expires 2028-02-14`.
std::string dated_standing_of(const CredentialAnswer& one) {
  std::string words{certrenew::name_of(one.status())};
  if (one.expired()) return words + " on " + to_string(*one.expires());
  if (one.status() != Status::suspended) {
    return words + "; " + words_for_dates(one.suspends(), one.expires());
  }
  return words + " since " + to_string(*one.suspends()) + ", " + words_for_dates({}, one.expires());
}

/// `suspends 2023-12-15, would expire 2024-03-15: extended to 2024-09-30`.
std::string dates_of(const Cycle& cycle) {
  if (!cycle.extended_from) return words_for_dates(cycle.suspends, cycle.expires);
  return "suspends " + to_string(*cycle.suspends) + ", would expire " +
         to_string(*cycle.extended_from) + ": extended to " + to_string(*cycle.expires);
}

/// `Cycle 1, earned on 2024-01-10; suspends …, expires …; open, 90 of 100 units on 2025-12-31`.
std::string describe_cycle(const CredentialAnswer& one, std::size_t number, Date as_of) {
  const Cycle& cycle = one.cycles()[number];
  std::string words = "Cycle " + std::to_string(number + 1) + ", " + one.how_it_began(number);
  if (cycle.start != cycle.began_on) {
    words += ", counted from the old end " + to_string(cycle.start);
  }
  words += "; " + dates_of(cycle);
  if (cycle.carried > Units{}) {
    words += "; " + units_in_words(cycle.carried, *one.policy()) + " carried over";
  }
  words += "; " + one.how_it_ended(number);
  if (cycle.closing) return words;
  if (const auto units = one.units()) {
    words += ", " + to_string(units->counted) + " of " +
             units_in_short(units->required, *one.policy()) + " on " + to_string(as_of);
  }
  if (const auto other = one.held_back_by()) {
    words += "; " + std::string{short_unit_word(*one.policy())} + " do not renew it while " +
             text::fitted(one.log()[*other].code, print::widest_code) + " is held";
  }
  return words;
}

/// `40/100`; empty where the activity adds nothing to a total.
std::string total_after(const CredentialAnswer& one, const ActivityAnswer& activity) {
  const auto total = activity.total();
  return total ? to_string(*total) + '/' + to_string(required_by(one, activity)) : std::string{};
}

print::Row row_of(const CredentialAnswer& one, const ActivityAnswer& it) {
  const Activity& activity = it.activity();
  Cell title;
  if (activity.title) {
    title.text = text::fitted(*activity.title, print::widest_line);
    title.mark = '"' + title.text + '"';
  }
  return {Cell{to_string(activity.date)},
          Cell{std::string{it.type_name()}},
          std::move(title),
          Cell{units_of(it)},
          Cell{total_after(one, it)},
          Cell{std::string{certrenew::name_of(it.outcome())}, mark_of(it.outcome()).style},
          Cell{(activity.what_if ? "what if: " : "") + it.reason()}};
}

void write_grid(print::Document& document, const CredentialAnswer& one,
                const std::vector<ActivityAnswer>& activities, const std::string& of_what) {
  if (activities.empty()) return;
  const std::string code = text::fitted(one.code(), print::widest_code);
  document.grid({.caption = "Activities of " + code + of_what,
                 .columns = {{.title = "Date"},
                             {.title = "Type", .widest = widest_type},
                             {.title = "Title", .below = true},
                             {.title = "Units", .align = Align::right},
                             {.title = "Total", .align = Align::right},
                             {.title = "Outcome"},
                             {.title = "Why", .below = true}},
                 .rows = print::rows_of(activities,
                                        [&](const ActivityAnswer& it) { return row_of(one, it); }),
                 .belongs_to_text = true});
}

void write_for_people(print::Document& document, const CredentialAnswer& one, Date as_of) {
  document.heading(one.code(), one.name().value_or(""));
  document.text(dated_standing_of(one), style_of(one.status()));
  if (one.is_tracked()) {
    document.text("No rules are known for it: its dates are those that the log gives.");
  }
  const std::size_t cycles = one.cycles().size();
  std::vector<std::vector<ActivityAnswer>> by_cycle(cycles + 1);  // at the end: those of no cycle
  std::size_t elsewhere = 0;                                      // activities of other programmes
  for (const ActivityAnswer it : one.activities()) {
    if (it.outcome() == Outcome::other_programme) {
      ++elsewhere;
    } else {
      by_cycle[it.cycle().value_or(cycles)].push_back(it);
    }
  }
  for (std::size_t number = 0; number < cycles; ++number) {
    document.text(describe_cycle(one, number, as_of));
    write_grid(document, one, by_cycle[number], " in cycle " + std::to_string(number + 1));
  }
  if (!by_cycle[cycles].empty() && !one.is_tracked()) document.text("In no cycle");
  write_grid(document, one, by_cycle[cycles], " in no cycle");
  if (elsewhere > 0) {
    document.text(std::to_string(elsewhere) + (elsewhere == 1 ? " activity" : " activities") +
                  " of other programmes");
  }
}

// ---- Designations -------------------------------------------------------------------------------

/// `active until 2026-12-20`: where a certification of a designation stands.
Cell standing_in_designation(const Answer& answer, const DesignationAnswer& of,
                             std::string_view code) {
  for (const CredentialAnswer one : answer.all_credentials()) {
    const bool is_meant =
        one.policy() == of.policy && is_called(one.certification(), answer.policies(), code);
    if (!is_meant) continue;
    const bool is_active = one.status() == Status::active;
    if (is_active && !one.suspends()) return {"active", style_of(one.status())};
    if (is_active) return {"active until " + to_string(*one.suspends()), style_of(one.status())};
    return {dated_standing_of(one), style_of(one.status())};
  }
  return {"not in the log", Style::dim};
}

/// Writes each designation with its certifications.
void write_for_people(print::Document& document, const Answer& answer,
                      const DesignationAnswer& one) {
  document.heading(one.designation->name);
  document.text(standing_of(one) + "; it needs " + std::to_string(one.designation->needs) +
                    " of these " + std::to_string(one.designation->of.size()) +
                    " to be active, and " + std::to_string(one.active) +
                    (one.active == 1 ? " is" : " are"),
                one.held ? Style::green : Style::plain);
  const auto row_of_code = [&](const std::string& code) -> print::Row {
    return {Cell{code}, standing_in_designation(answer, one, code)};
  };
  document.grid(
      {.caption = "What " + text::fitted(one.designation->name, print::widest_line) + " rests on",
       .columns = {{.title = "Code", .widest = print::widest_code}, {.title = "Status"}},
       .rows = print::rows_of(one.designation->of, row_of_code),
       .belongs_to_text = true});
}

// ---- Side by side -------------------------------------------------------------------------------

/// The columns before those of the certifications.
constexpr std::size_t labels = 3;

/// `* used`, for each outcome that occurs in the answer.
std::vector<std::string> legend_of(const Answer& answer) {
  std::set<Outcome> occur;
  for (const CredentialAnswer one : answer.credentials()) {
    for (const ActivityAnswer it : one.activities()) occur.insert(it.outcome());
  }
  std::vector<std::string> legend;
  for (const auto& [outcome, mark, style] : marks) {
    if (!occur.contains(outcome)) continue;
    legend.push_back(std::string{mark, ' '}.append(certrenew::name_of(outcome)));
  }
  return legend;
}

/// The units of an activity in the first programme that it belongs to.
std::string units_of_any(const Answer& answer, const ActivityAnswer& it) {
  for (const CredentialAnswer one : answer.credentials()) {
    std::string units = units_of(one.activity(it.index()));
    if (!units.empty()) return units;
  }
  return {};
}

print::Row row_of(const Answer& answer, const ActivityAnswer& it) {
  return print::Row{[&answer, it](std::size_t column) -> Cell {
    switch (column) {
      case 0: return {to_string(it.activity().date)};
      case 1: return {std::string{it.type_name()} + (it.activity().what_if ? " (what if)" : "")};
      case 2: return {units_of_any(answer, it)};
      default: break;
    }
    const CredentialAnswer one = answer.credentials()[column - labels];
    const Mark& mark = mark_of(one.activity(it.index()).outcome());
    return {std::string{certrenew::name_of(mark.outcome)}, mark.style, std::string{mark.mark}};
  }};
}

/// Writes every activity against every credential.
void write_side_by_side(print::Document& document, const Answer& answer) {
  document.heading("Side by side");
  std::vector<print::Column> columns{{.title = "Date"},
                                     {.title = "Type", .widest = widest_type + 10},
                                     {.title = "Units", .align = Align::right}};
  for (const CredentialAnswer one : answer.credentials()) {
    columns.push_back({.title = std::string{one.code()}, .widest = print::widest_code});
  }
  const ActivityRange activities = answer.credentials()[0].activities();
  document.grid({.caption = "What became of every activity for every certification",
                 .columns = std::move(columns),
                 .rows = print::rows_of(
                     activities, [&](const ActivityAnswer& it) { return row_of(answer, it); }),
                 .repeated = labels,
                 .legend = legend_of(answer)});
}

constexpr print::CsvColumn explain_columns[] = {
    {"source", "source"},
    {"line", "line"},
    {"candidate_id", "candidate.id"},
    {"candidate_name", "candidate.name"},
    {"code", "credentials.code"},
    {"activity", "credentials.activities.activity"},
    {"date", "credentials.activities.date"},
    {"type", "credentials.activities.type"},
    {"title", "credentials.activities.title"},
    {"units", "credentials.activities.units"},
    {"what_if", "credentials.activities.what_if"},
    {"outcome", "credentials.activities.outcome"},
    {"renewal", "credentials.activities.renewal"},
    {"reason", "credentials.activities.reason"},
};

}  // namespace

constinit const print::Frame explain_frame{.title = "Certifications explained",
                                           .csv = {"credentials.activities", explain_columns}};

void ExplainReport::write(print::Document& document) const {
  write_title(document, origin_, answer_);
  const auto credentials = answer_.credentials();
  if (credentials.empty()) document.text(words_for_none(answer_));
  for (const CredentialAnswer one : credentials) write_for_people(document, one, answer_.as_of());
  if (credentials.size() > 1 && !answer_.log().activities.empty()) {
    write_side_by_side(document, answer_);
  }
  for (const DesignationAnswer& one : answer_.designations()) {
    write_for_people(document, answer_, one);
  }
  write_doubts(document, answer_);
}

void ExplainReport::write(print::JsonEvents& json) const {
  json.open_object();
  write_origin(json, origin_, answer_);
  write_list(json, "credentials", answer_.credentials(), [&](const CredentialAnswer& one) {
    write_credential(json, one);
    write_list(json, "cycles", one.cycles(), [&](const Cycle& cycle) { write_cycle(json, cycle); });
    write_list(json, "activities", one.activities(),
               [&](const ActivityAnswer& it) { write_activity(json, one, it); });
  });
  write_remarks(json, answer_);
  json.close_object();
}

}  // namespace certrenew::report
