#include "report/check.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>

#include "core/error_list.hpp"

namespace certrenew::report {

namespace {

/// The positions of the findings in the source, in their order. Nothing is known about a log that
/// was made in memory.
std::vector<Position> positions_of(const std::vector<Remark>& findings, const Answer& answer,
                                   const Origin& origin) {
  std::vector<Position> positions(findings.size(), Position{.line = 0, .column = 0});
  const std::string_view text = answer.log().text;
  if (findings.empty() || text.empty()) return positions;
  std::vector<std::size_t> by_place(findings.size());
  std::iota(by_place.begin(), by_place.end(), std::size_t{0});
  std::sort(by_place.begin(), by_place.end(), [&](std::size_t a, std::size_t b) {
    return findings[a].place() < findings[b].place();
  });
  const auto lines_before = static_cast<std::uint32_t>(origin.line.value_or(1) - 1);
  LineCounter lines{text};
  for (const std::size_t i : by_place) {
    positions[i] = lines.go_to(findings[i].place());
    positions[i].line += lines_before;
  }
  return positions;
}

constexpr print::CsvColumn csv_columns[] = {
    {"source", "source"},
    {"line", "line"},
    {"candidate_id", "candidate.id"},
    {"candidate_name", "candidate.name"},
    {"finding", "findings.finding"},
    {"credential", "findings.credential"},
    {"activity", "findings.activity"},
    {"message", "findings.message"},
};
constexpr print::CsvTable csv{.row = "findings", .columns = csv_columns};

}  // namespace

constinit const print::Frame check_frame{.title = "Certifications that need attention",
                                         .csv = &csv,
                                         .only_with_reports = true,
                                         .when_empty = "No findings."};

void CheckReport::write(print::Document& document) const {
  const std::vector<Position> positions = positions_of(findings_, answer_, origin_);
  for (std::size_t i = 0; i < findings_.size(); ++i) {
    print::RemarkLine line = line_of(origin_, findings_[i]);
    line.position = positions[i];
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
    activity ? json.number("activity", activity->at) : json.null("activity");
    json.text("message", finding.message());
  });
  json.close_object();
}

}  // namespace certrenew::report
