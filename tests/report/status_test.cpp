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
  log.suspends("ACP-1", "2026-01-01", "2026-04-01").cw("2025-06-01", 10);
  CHECK(lines_of(log.answer_as_of("2025-12-15")) ==
        Lines{"title: ; log.json, as of 2025-12-15",
              "Code|Name|Status|Suspends|Expires|Due in|Units|Renewed|",
              "ACP-1||active|2027-06-01|2027-09-01|533 d|0/100|2025-06-01 units|"});
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
  log.suspends("ACP-1", "2026-01-01", "2026-04-01").cw("2025-06-01", 10).entered("2026-04-01");
  log.earned("ACP-2", "2025-11-01");
  const Lines lines = lines_of(log.answer_as_of("2026-06-01"));
  REQUIRE(lines.size() == 5);
  CHECK(lines[2] == "ACP-1||active!|2027-06-01|2027-09-01|365 d|0/100|2025-06-01 units|");
  CHECK(lines[3] == "ACP-2||active|2027-11-01|2028-02-01|518 d|0/100||");
  CHECK(lines[4] ==
        "text: ! an activity was entered after the expiration: the portal may not take it");
}

TEST_CASE("A credential that another reading of the rules changes is marked") {
  LogBuilder log;
  log.earned("ACP-1", "2023-07-15").cw("2025-06-01", 9).cw("2025-10-14");
  const Answer answer = log.answer_as_of("2025-10-20");
  const Lines lines = lines_of(answer);
  const auto doubts = answer.doubts();
  REQUIRE(doubts.size() == 2);
  REQUIRE(lines.size() == 7);
  CHECK(lines[2] == "ACP-1||active?|2027-10-14|2028-01-14|724 d|0/100|2025-10-14 units|");
  CHECK(lines[3] ==
        "text: ? in doubt: under another reading of the rules its status or dates differ");
  CHECK(lines[4] == "aside: Where the rules are in doubt");
  CHECK(lines[5] == "item: " + doubts[0]->message + " [grace-90-days]");
}

TEST_CASE("Without readings nothing is marked") {
  LogBuilder log;
  log.earned("ACP-1", "2023-07-15").cw("2025-06-01", 9).cw("2025-10-14");
  const Lines lines = lines_of(log.answer_as_of("2025-10-20", Doubts::none));
  REQUIRE(lines.size() == 3);
  CHECK(lines[2] == "ACP-1||active|2027-10-14|2028-01-14|724 d|0/100|2025-10-14 units|");
}

TEST_CASE("A tracked credential has its dates, and neither units nor a renewal") {
  LogBuilder log;
  log.tracked("CKA", "2025-05-02", {}, "2027-05-02").tracked("Scrum");
  const Lines lines = lines_of(log.answer_as_of("2026-06-01"));
  REQUIRE(lines.size() == 4);
  CHECK(lines[2] == "CKA||active|never|2027-05-02|335 d|||");
  CHECK(lines[3] == "Scrum||active|never|never||||");
}

TEST_CASE("A designation is held until a day, or what is missing is said") {
  LogBuilder log;
  log.suspends("ACP-120", "2027-01-01").suspends("ACP-620", "2027-06-01");
  log.suspends("ACP-420", "2026-12-20");
  CHECK(lines_of(log.answer_as_of("2026-06-01")).back() ==
        "Administration Expert|not held|3 of 4|ACP-520|");
  log.suspends("ACP-520", "2027-09-01");
  CHECK(lines_of(log.answer_as_of("2026-06-01")).back() ==
        "Administration Expert|held until 2026-12-20|4 of 4||");
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

TEST_CASE("A doubt becomes a line that names its reading") {
  LogBuilder log;
  log.earned("ACP-620", "2023-07-15").cw("2025-06-01", 9).cw("2025-10-14");
  const Answer answer = log.answer_as_of("2025-10-20");
  std::string line;
  const Doubt& doubt = *answer.doubts().at(0);
  print::append_remark(line, report::line_of(origin, answer, doubt));
  CHECK(line == "log.json: ACP-620: doubt: " + doubt.message + " [grace-90-days]\n");
}

TEST_CASE("The holder is the name, the id, or both") {
  const auto holder = [](const Candidate& candidate) {
    Log log;
    log.candidate = candidate;
    return report::holder_of(
        std::get<Answer>(answer_log(std::move(log), builtin_policies(), day("2026-01-01"))));
  };
  CHECK(holder({.id = "ACAD1", .name = "Example Holder"}) == "Example Holder (ACAD1)");
  CHECK(holder({.id = "ACAD1"}) == "ACAD1");
  CHECK(holder({.name = "Example Holder"}) == "Example Holder");
  CHECK(holder({}).empty());
}
