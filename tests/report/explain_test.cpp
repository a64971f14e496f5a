// What `explain` says to people.

#include "report/reports.hpp"

#include "catch.hpp"
#include "recording.hpp"
#include "support.hpp"

using namespace certrenew;
using namespace certrenew::testing;

namespace {

Lines lines_of(const Answer& answer) {
  RecordingDocument document;
  report::ExplainReport{{.name = "log.json"}, answer}.write(document);
  return document.lines;
}

}  // namespace

TEST_CASE("A credential alone is explained cycle by cycle") {
  LogBuilder log;
  log.suspends("ACP-620", "2026-01-01", "2026-04-01").exam("ACP-620", "2025-12-01");
  log.cw("2025-12-10").cw("2023-05-01");
  CHECK(lines_of(log.answer_as_of("2026-06-01")) ==
        Lines{"title: ; log.json, as of 2026-06-01", "heading: ACP-620; ",
              "text: active; suspends 2027-12-01, expires 2028-03-01",
              "text: Cycle 1, given by the log, from 2024-01-01; suspends 2026-01-01, expires "
              "2026-04-01; renewed by its exam on 2025-12-01",
              "Date|Type|Title|Units|Total|Outcome|Why|",
              "2025-12-01|exam||||renewed|passed 2025-12-01, in the exam window from 2025-10-01 to "
              "2026-03-31|",
              "text: Cycle 2, renewed by its exam on 2025-12-01; suspends 2027-12-01, expires "
              "2028-03-01; open, 10 of 100 units on 2026-06-01",
              "Date|Type|Title|Units|Total|Outcome|Why|",
              "2025-12-10|coursework||10|10/100|counted|counts until 2027-12-10, when it is 24 "
              "months old|",
              "text: In no cycle", "Date|Type|Title|Units|Total|Outcome|Why|",
              "2023-05-01|coursework||10||before-cycle|done 2023-05-01, before the first cycle "
              "that the log knows, which began on 2024-01-01|"});
}

TEST_CASE("Several credentials are also shown side by side, with a legend of what occurs") {
  LogBuilder log;
  log.earned("ACP-620", "2024-01-10").earned("ACP-120", "2025-11-01").cw("2025-06-01");
  const Lines lines = lines_of(log.answer_as_of("2026-01-01"));
  const auto heading = std::find(lines.begin(), lines.end(), "heading: Side by side; ");
  CHECK(Lines(heading, lines.end()) == Lines{"heading: Side by side; ",
                                             "Date|Type|Units|ACP-620|ACP-120|",
                                             "2025-06-01|coursework|10|counted|before-cycle|",
                                             "legend: + counted", "legend: < before-cycle"});
}

TEST_CASE("Any number of credentials is shown side by side") {
  LogBuilder log;
  for (int i = 0; i < 60; ++i) log.earned("ACP-" + std::to_string(i), "2024-01-10");
  log.cw("2025-06-01");
  const Lines lines = lines_of(log.answer_as_of("2026-01-01"));
  std::string row = "2025-06-01|coursework|10|";
  for (int i = 0; i < 60; ++i) row += "counted|";
  CHECK(std::find(lines.begin(), lines.end(), row) != lines.end());
}
