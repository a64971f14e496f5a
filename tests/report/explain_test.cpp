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
  log.suspends("ACP-1", "2026-01-01", "2026-04-01").exam("ACP-1", "2025-12-01");
  log.cw("2025-12-10").cw("2023-05-01");
  CHECK(lines_of(log.answer_as_of("2026-06-01")) ==
        Lines{"title: ; log.json, as of 2026-06-01", "heading: ACP-1; ",
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

TEST_CASE("A cycle says that its expiration was extended") {
  LogBuilder log;
  log.earned("ACP-120", "2021-12-15").cw("2024-09-20", 10);
  const Lines lines = lines_of(log.answer_as_of("2024-10-15"));
  REQUIRE(lines.size() > 3);
  CHECK(lines[3] ==
        "text: Cycle 1, earned on 2021-12-15; suspends 2023-12-15, would expire 2024-03-15: "
        "extended to 2024-09-30; renewed by CE units on 2024-09-20");
}

TEST_CASE("A cycle says from when it is counted, and what was carried over") {
  const Policy policy = with(builtin_policy(), [](Policy& changed) {
    CertificationType& type = changed.certification_types.front();
    type.units->anchor = Anchor::earlier;
    type.carry_over = CarryOver{.at_most = Units::whole(30), .from_last = {}, .types = {}};
  });
  LogBuilder log{policy};
  log.earned(policy.certification_types.front().name + "-1", "2023-07-15").cw("2025-08-01", 12);
  const Lines lines = lines_of(log.answer_as_of("2025-10-20", Doubts::none));
  const std::string cycle =
      "text: Cycle 2, renewed by CE units on 2025-08-01, counted from the old end "
      "2025-07-15; suspends 2027-07-15, expires 2027-10-15; 20 CE units carried over; open, 20 of "
      "100 units on 2025-10-20";
  CHECK(std::find(lines.begin(), lines.end(), cycle) != lines.end());
}

TEST_CASE("A tracked credential is explained without cycles") {
  LogBuilder log;
  log.tracked("CKA", "2025-05-02", {}, "2027-05-02");
  const Lines lines = lines_of(log.answer_as_of("2026-06-01"));
  CHECK(lines == Lines{"title: ; log.json, as of 2026-06-01", "heading: CKA; ",
                       "text: active; expires 2027-05-02",
                       "text: No rules are known for it: its dates are those that the log gives."});
}

TEST_CASE("A designation is explained by the certifications that it rests on") {
  LogBuilder log;
  log.suspends("ACP-120", "2027-01-01").suspends("ACP-620", "2026-05-01");
  log.suspends("ACP-420", "2026-12-20");
  const Lines lines = lines_of(log.answer_as_of("2026-06-01"));
  const auto heading = std::find(lines.begin(), lines.end(), "heading: Administration Expert; ");
  CHECK(Lines(heading, lines.end()) ==
        Lines{"heading: Administration Expert; ",
              "text: not held; it needs 4 of these 4 to be active, and 2 are", "Code|Status|",
              "ACP-120|active until 2027-01-01|",
              "ACP-620|suspended since 2026-05-01, expires 2026-08-01|",
              "ACP-420|active until 2026-12-20|", "ACP-520|not in the log|"});
}

TEST_CASE("Several credentials are also shown side by side, with a legend of what occurs") {
  LogBuilder log;
  log.earned("ACP-1", "2024-01-10").earned("ACP-2", "2025-11-01").cw("2025-06-01");
  const Lines lines = lines_of(log.answer_as_of("2026-01-01"));
  const auto heading = std::find(lines.begin(), lines.end(), "heading: Side by side; ");
  CHECK(Lines(heading, lines.end()) == Lines{"heading: Side by side; ",
                                             "Date|Type|Units|ACP-1|ACP-2|",
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
