// What `check` says to people.

#include "report/reports.hpp"

#include "catch.hpp"
#include "recording.hpp"
#include "support.hpp"

using namespace certrenew;
using namespace certrenew::testing;

namespace {

/// An answer with an expired and a suspended credential, in this order, whose certifications stand
/// in the third and the second line of the log.
Answer answer_with_findings() {
  LogBuilder builder;
  builder.earned("ACP-1", "2023-01-01").earned("ACP-2", "2023-12-01");
  Log log = builder.take();
  log.text = "[\n  2\n1]";
  log.certifications[0].places.itself = 6;
  log.certifications[1].places.itself = 4;
  return std::get<Answer>(answer_log(std::move(log), builtin_policies(), day("2026-01-09")));
}

}  // namespace

TEST_CASE("A finding knows its position, whatever the order of the findings") {
  const Answer answer = answer_with_findings();
  RecordingDocument document;
  report::CheckReport{{.name = "log.json"}, answer, findings(answer)}.write(document);
  REQUIRE(document.remarks.size() == 2);
  CHECK(document.remarks[0].subject == "ACP-1");
  CHECK(document.remarks[0].position == Position{.line = 3, .column = 1});
  CHECK(document.remarks[1].subject == "ACP-2");
  CHECK(document.remarks[1].position == Position{.line = 2, .column = 3});
}

TEST_CASE("The position of a finding in a line of a roster counts from the roster's first line") {
  const Answer answer = answer_with_findings();
  RecordingDocument document;
  report::CheckReport{{.name = "roster.ndjson", .line = 17}, answer, findings(answer)}.write(
      document);
  REQUIRE(document.remarks.size() == 2);
  CHECK(document.remarks[1].origin == "roster.ndjson:17");
  CHECK(document.remarks[1].position == Position{.line = 18, .column = 3});
}

TEST_CASE("A log that was made in memory has findings without positions") {
  LogBuilder log;
  log.earned("ACP-1", "2023-01-01");
  const Answer answer = log.answer_as_of("2026-01-09");
  RecordingDocument document;
  report::CheckReport{{.name = "log.json"}, answer, findings(answer)}.write(document);
  REQUIRE(document.remarks.size() == 1);
  CHECK(document.remarks[0].position == Position{.line = 0, .column = 0});
}

TEST_CASE("What is too late is an error, what can be done in time is a warning") {
  LogBuilder log;
  log.earned("ACP-1", "2023-01-01").earned("ACP-2", "2024-01-10");
  const Answer answer = log.answer_as_of("2026-01-09");
  RecordingDocument document;
  report::CheckReport{{.name = "log.json"}, answer, findings(answer)}.write(document);
  REQUIRE(document.remarks.size() == 2);
  CHECK(document.remarks[0].kind == "expired");
  CHECK(document.remarks[0].is_error);
  CHECK(document.remarks[1].kind == "suspends-soon");
  CHECK_FALSE(document.remarks[1].is_error);
}

TEST_CASE("A finding names the holder") {
  LogBuilder log;
  log.earned("ACP-1", "2023-01-01");
  Log taken = log.take();
  taken.candidate = Candidate{.id = {}, .name = "Example Holder"};
  const Answer answer =
      std::get<Answer>(answer_log(std::move(taken), builtin_policies(), day("2026-01-09")));
  RecordingDocument document;
  report::CheckReport{{.name = "log.json"}, answer, findings(answer)}.write(document);
  REQUIRE(document.remarks.size() == 1);
  CHECK(document.remarks[0].subject == "Example Holder: ACP-1");
}

TEST_CASE("Without findings nothing is written for people") {
  LogBuilder log;
  log.earned("ACP-1", "2025-12-01");
  const Answer answer = log.answer_as_of("2026-01-09");
  RecordingDocument document;
  report::CheckReport{{.name = "log.json"}, answer, findings(answer)}.write(document);
  CHECK(document.lines.empty());
  CHECK(document.remarks.empty());
}
