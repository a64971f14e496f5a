#include <cstdint>
#include <map>
#include <span>

#include "core/error_list.hpp"
#include "report/reports.hpp"
#include "text/fit.hpp"

namespace certrenew::report {

namespace {

/// The position in the source of each place that a finding is about. Nothing is known about a log
/// that was made in memory, and what is about no part of a log stands nowhere.
std::map<Place, Position> positions_of(const std::vector<Remark>& findings, const Answer& answer,
                                       const Origin& origin) {
  std::map<Place, Position> positions;
  for (const Remark& finding : findings) positions[finding.place()] = {.line = 0, .column = 0};
  const std::string_view text = answer.log().text;
  if (text.empty()) return positions;
  LineCounter lines{text};
  for (auto& [place, position] : positions) {
    if (place == 0) continue;
    position = lines.go_to(place);
    position.line += static_cast<std::uint32_t>(origin.line.value_or(1) - 1);
  }
  return positions;
}

constexpr print::CsvColumn check_columns[] = {
    {"source", "source"},
    {"line", "line"},
    {"candidate_id", "candidate.id"},
    {"candidate_name", "candidate.name"},
    {"finding", "findings.finding"},
    {"credential", "findings.credential"},
    {"activity", "findings.activity"},
    {"date", "findings.date"},
    {"days", "findings.days"},
    {"units_needed", "findings.units_needed"},
    {"message", "findings.message"},
};

constexpr std::string_view too_few = "too-few";

/// `1 holder has it active; there must be at least 4`.
std::string message_of(const Minimum& missed) {
  const std::size_t active = missed.holders->active();
  return text::grouped(std::to_string(active)) +
         (active == 1 ? " holder has it active" : " holders have it active") +
         "; there must be at least " + text::grouped(std::to_string(missed.least));
}

}  // namespace

constinit const print::Frame check_frame{.title = "Certifications that need attention",
                                         .csv = {"findings", check_columns},
                                         .when_empty = "No findings."};

void CheckReport::write(print::Document& document) const {
  const std::string holder = holder_of(answer_);
  const std::map<Place, Position> positions = positions_of(findings_, answer_, origin_);
  for (const Remark& finding : findings_) {
    print::RemarkLine line = line_of(origin_, finding);
    line.position = positions.at(finding.place());
    if (!holder.empty()) {
      line.subject = line.subject.empty() ? holder : holder + ": " + line.subject;
    }
    document.remark(line);
  }
}

void CheckReport::write(print::JsonEvents& json) const {
  json.open_object();
  write_origin(json, origin_, answer_);
  write_list(json, "findings", findings_, [&](const Remark& finding) {
    const auto credential = finding.credential();
    const auto activity = finding.activity();
    json.word("finding", certrenew::name_of(finding.kind()));
    credential ? json.text("credential", credential->code()) : json.null("credential");
    activity ? json.member("activity", activity->at) : json.null("activity");
    const auto date = finding.date();
    json.member("date", date);
    date ? json.member("days", *date - answer_.as_of()) : json.null("days");
    json.member("units_needed", finding.units_needed());
    json.text("message", finding.message());
  });
  json.close_object();
}

void TooFewReport::write(print::Document& document) const {
  for (const Minimum& missed : missed_) {
    document.remark({.origin = "all logs",
                     .subject = missed.holders->code(),
                     .kind = too_few,
                     .message = message_of(missed),
                     .style = print::Style::red,
                     .is_error = true});
  }
}

void TooFewReport::write(print::JsonEvents& json) const {
  json.open_object();
  json.null("source");
  json.null("line");
  json.member("as_of", as_of_);
  write_texts(json, "programmes", std::span<const std::string>{});
  json.null("candidate");
  write_list(json, "findings", missed_, [&](const Minimum& missed) {
    json.word("finding", too_few);
    json.text("credential", missed.holders->code());
    for (const std::string_view key : {"activity", "date", "days", "units_needed"}) json.null(key);
    json.text("message", message_of(missed));
  });
  json.close_object();
}

}  // namespace certrenew::report
