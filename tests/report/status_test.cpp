// What `status` says to people.

#include "report/reports.hpp"

#include "catch.hpp"
#include "recording.hpp"
#include "support.hpp"

using namespace certrenew;
using namespace certrenew::testing;

namespace {

const report::Origin origin{.name = "log.json"};

Lines lines_of(const Answer& answer) {
  RecordingDocument document;
  report::StatusReport{origin, answer}.write(document);
  return document.lines;
}

}  // namespace

TEST_CASE("Each credential has a row with its dates, its units and its renewal") {
  LogBuilder log;
  log.suspends("ACP-620", "2026-01-01", "2026-04-01").cw("2025-06-01", 10);
  CHECK(lines_of(log.answer_as_of("2025-12-15")) ==
        Lines{"title: ; log.json, as of 2025-12-15",
              "Code|Name|Status|Suspends|Expires|Due in|Units|Renewed|",
              "ACP-620||active|2027-06-01|2027-09-01|533 d|0/100|2025-06-01 units|"});
}

TEST_CASE("A suspended credential is due when it expires, an expired one is not due") {
  LogBuilder log;
  log.earned("ACP-1", "2023-12-01").earned("ACP-2", "2023-01-01");
  const Lines lines = lines_of(log.answer_as_of("2026-01-09"));
  REQUIRE(lines.size() == 4);
  CHECK(lines[2] == "ACP-1||suspended|2025-12-01|2026-03-01|51 d|0/100||");
  CHECK(lines[3] == "ACP-2||expired|2025-01-01|2025-04-01||||");
}

TEST_CASE("A credential whose renewal was entered after its expiration is marked") {
  LogBuilder log;
  log.suspends("ACP-620", "2026-01-01", "2026-04-01").cw("2025-06-01", 10).entered("2026-04-01");
  log.earned("ACP-120", "2025-11-01");
  const Lines lines = lines_of(log.answer_as_of("2026-06-01"));
  REQUIRE(lines.size() == 5);
  CHECK(lines[2] == "ACP-620||active!|2027-06-01|2027-09-01|365 d|0/100|2025-06-01 units|");
  CHECK(lines[3] == "ACP-120||active|2027-11-01|2028-02-01|518 d|0/100||");
  CHECK(lines[4] ==
        "text: ! an activity was entered after the expiration: the portal may not take it");
}

TEST_CASE("A log without certifications says so") {
  LogBuilder log;
  CHECK(lines_of(log.answer_as_of("2026-06-01")).back() == "text: no certifications");
}

TEST_CASE("Notices become lines with the name of the log") {
  LogBuilder log;
  log.earned("ACP-120", "2025-11-01").cw("2025-10-01");
  const Answer answer = log.answer_as_of("2026-06-01");
  std::string lines;
  for (const Remark& notice : notices(answer)) {
    print::append_remark(lines, report::line_of({.name = "roster.ndjson", .line = 17}, notice));
  }
  CHECK(lines ==
        "roster.ndjson:17: activities[0]: counts-nowhere: coursework of 2025-10-01 counts for no "
        "certification\n");
}

TEST_CASE("The holder is the name, the id, or both") {
  const auto holder = [](const Candidate& candidate) {
    Log log;
    log.candidate = candidate;
    return report::holder_of(
        std::get<Answer>(answer_log(std::move(log), builtin_policy(), day("2026-01-01"))));
  };
  CHECK(holder({.id = "ACAD1", .name = "Example Holder"}) == "Example Holder (ACAD1)");
  CHECK(holder({.id = "ACAD1"}) == "ACAD1");
  CHECK(holder({.name = "Example Holder"}) == "Example Holder");
  CHECK(holder({}).empty());
}
