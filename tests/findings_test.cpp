// What a check finds, and what it tells to do.

#include "certrenew/findings.hpp"

#include "catch.hpp"
#include "support.hpp"

using namespace certrenew;
using namespace certrenew::testing;

namespace {

using Lines = std::vector<std::string>;

/// `ACP-620 suspended: …`, `activities[0] not-entered: …`.
Lines found(const LogBuilder& log, std::string_view on, const Watch& watch = {}) {
  Lines lines;
  for (const Finding& one : findings(log.log(), log.policy(), log.as_of(on), watch)) {
    std::string line;
    if (one.credential) line += std::string{log.log().certifications[*one.credential].code} + ' ';
    if (one.activity) line += "activities[" + std::to_string(*one.activity) + "] ";
    lines.push_back(line + std::string{name_of(one.code)} + ": " + one.message);
  }
  return lines;
}

Watch without(FindingCode unwanted, std::uint32_t credential) {
  return {.wants = [=](FindingCode code, std::uint32_t of) {
    return code != unwanted || of != credential;
  }};
}

/// T1's certification with nine of its ten courses.
LogBuilder nine() {
  LogBuilder log;
  log.suspends("ACP-620", "2026-01-01", "2026-04-01").cw("2025-06-01", 9);
  return log;
}

}  // namespace

TEST_CASE("Found: suspends soon, from the day on that is so many days before") {
  CHECK(found(nine(), "2025-12-15") ==
        Lines{"ACP-620 suspends-soon: suspends 2026-01-01, in 17 days; earn 10 more CE units by "
              "2025-12-31, or pass the exam"});
  CHECK(found(nine(), "2025-12-31") ==
        Lines{"ACP-620 suspends-soon: suspends 2026-01-01, in 1 day; earn 10 more CE units by "
              "2025-12-31, or pass the exam"});
  CHECK(found(nine(), "2025-10-02").empty());
  CHECK(found(nine(), "2025-10-03").size() == 1);
  CHECK(found(nine(), "2025-12-31", {.within = 0}).empty());
  CHECK(found(nine(), "2025-12-31", {.within = 1}).size() == 1);
}

TEST_CASE("Found: suspended, from the first day to the last") {
  CHECK(found(nine(), "2026-01-01", {.within = 0}) ==
        Lines{"ACP-620 suspended: suspended since 2026-01-01, expires 2026-04-01, in 90 days; earn "
              "10 more CE units by 2026-03-31, or pass the exam"});
  CHECK(found(nine(), "2026-03-31")[0].find("in 1 day;") != std::string::npos);
}

TEST_CASE("Found: expired, and whether anything helps") {
  CHECK(found(nine(), "2026-04-01") ==
        Lines{"ACP-620 expired: expired on 2026-04-01; pass the exam to earn it anew"});
  LogBuilder log{various_policy()};
  log.earned("UNI-1", "2020-01-10");
  CHECK(found(log, "2026-04-01") ==
        Lines{"UNI-1 expired: expired on 2022-04-10; nothing renews it any more"});
}

TEST_CASE("Nothing is found of what is upcoming, or active for long") {
  LogBuilder log;
  log.earned("ACP-620", "2026-01-10").earned("ACP-120", "2025-06-01");
  CHECK(found(log, "2025-12-01").empty());
}

TEST_CASE("What to do counts in that units go stale before the last day") {
  LogBuilder log;
  log.earned("ACP-620", "2024-01-10").cw("2024-02-01", 3).cw("2025-05-05", 6);
  CHECK(found(log, "2026-01-10") ==
        Lines{"ACP-620 suspended: suspended since 2026-01-10, expires 2026-04-10, in 90 days; earn "
              "40 more CE units by 2026-04-09 (10 if before 2026-02-01), or pass the "
              "exam"});
}

TEST_CASE("What to do: no day is named on which nothing that counts goes stale") {
  LogBuilder log;
  log.earned("ACP-620", "2022-01-10").cw("2023-12-01", 10);  // of the cycle that they renewed
  log.done("coursework", "2024-01-02", 1, 0).cw("2024-01-15", 3).cw("2025-05-05", 6);
  CHECK(found(log, "2025-12-10") ==
        Lines{"ACP-620 suspended: suspended since 2025-12-01, expires 2026-03-01, in 81 days; earn "
              "40 more CE units by 2026-02-28 (10 if before 2026-01-15), or pass the exam"});
}

TEST_CASE("What to do: courses, an exam alone, several ways, one unit") {
  LogBuilder log{various_policy()};
  log.earned("CRS-1", "2024-01-10").earned("EXM-1", "2024-01-10").earned("ALL-1", "2024-01-10");
  log.earned("UNI-1", "2024-01-10").course("a", "2025-06-01").done("free", "2025-06-01", 1, 1900);
  const Lines lines = found(log, "2025-12-31");
  CHECK(lines ==
        Lines{"CRS-1 suspends-soon: suspends 2026-01-10, in 10 days; complete \"b\" by "
              "2026-01-09",
              "EXM-1 suspends-soon: suspends 2026-01-10, in 10 days; pass the exam by "
              "2026-01-09",
              "ALL-1 suspends-soon: suspends 2026-01-10, in 10 days; earn 1 more CE unit by "
              "2026-01-09, complete \"b\" by 2026-01-09, or pass the exam",
              "UNI-1 suspends-soon: suspends 2026-01-10, in 10 days; earn 1 more CE unit by "
              "2026-01-09"});
}

TEST_CASE("What to do: an exam whose window is not open yet, or only after the suspension") {
  const Policy policy = [] {
    Policy changed = builtin_policy();
    changed.certification_types[*changed.find_certification_type("ACP")].exam_window_months = 4;
    changed.certification_types[*changed.find_certification_type("ACA")].exam_window_months = 2;
    changed.certification_types[*changed.find_certification_type("ACA")].units.reset();
    return changed;
  }();
  LogBuilder log{policy};
  log.earned("ACP-620", "2024-01-10").earned("ACA-900", "2024-01-10");
  CHECK(found(log, "2025-12-01") ==
        Lines{"ACP-620 suspends-soon: suspends 2026-01-10, in 40 days; earn 100 more CE units by "
              "2026-01-09, or pass the exam from 2025-12-10 on",
              "ACA-900 suspends-soon: suspends 2026-01-10, in 40 days; pass the exam from "
              "2026-02-10 to 2026-04-09"});
  CHECK(found(log, "2026-01-20")[1] ==
        "ACA-900 suspended: suspended since 2026-01-10, expires 2026-04-10, in 80 days; pass the "
        "exam from 2026-02-10 to 2026-04-09");
}

TEST_CASE(
    "What to do: an exam on the first day of its window, and one that opens on the last day") {
  LogBuilder log;
  log.earned("ACP-620", "2024-01-10");
  CHECK(
      found(log, "2025-10-09", {.within = 100})[0].ends_with(", or pass the exam from 2025-10-10 "
                                                             "on"));
  CHECK(found(log, "2025-10-10", {.within = 100})[0].ends_with(", or pass the exam"));
  Policy policy = builtin_policy();
  policy.certification_types[*policy.find_certification_type("ACP")].exam_window_months = 3;
  LogBuilder late{policy};
  late.suspends("ACP-620", "2026-01-10", "2026-04-09");
  CHECK(found(late, "2025-12-01")[0].ends_with(", or pass the exam from 2026-01-09 on"));
}

TEST_CASE("What to do: several courses are all named") {
  LogBuilder log{various_policy()};
  log.earned("CRS-1", "2024-01-10");
  CHECK(found(log, "2025-12-31")[0].ends_with("complete \"a\", \"b\" by 2026-01-09"));
}

TEST_CASE("Found: each date that differs from what is expected, and what moved it") {
  LogBuilder log = nine();
  log.expect("2026-01-01", "2026-04-01").cw("2025-12-01");
  CHECK(found(log, "2025-12-15") ==
        Lines{"ACP-620 activities[9] differs: suspends 2027-12-01 by the rules, but the log "
              "expects 2026-01-01; moved by coursework of 2025-12-01",
              "ACP-620 activities[9] differs: expires 2028-03-01 by the rules, but the log "
              "expects 2026-04-01; moved by coursework of 2025-12-01"});
  log.expect("2027-12-01", "2026-04-01");
  CHECK(found(log, "2025-12-15").size() == 1);
  log.expect({}, "2028-03-01");
  CHECK(found(log, "2025-12-15").empty());
  log.expect("2027-12-01", "2028-03-01");
  CHECK(found(log, "2025-12-15").empty());
}

TEST_CASE("A difference that no activity made says so") {
  CHECK(
      found(nine().expect("2027-12-01", {}), "2025-07-01") ==
      Lines{"ACP-620 differs: suspends 2026-01-01 by the rules, but the log expects 2027-12-01; no "
            "activity of the log has moved it"});
}

TEST_CASE("Found: not entered, by the earliest expiration of the certifications watched") {
  LogBuilder log;
  log.earned("ACP-620", "2024-01-10").earned("ACP-120", "2024-05-10").cw("2024-06-01").entered({});
  CHECK(
      found(log, "2025-01-01") ==
      Lines{
          "activities[0] not-entered: coursework of 2024-06-01 is not yet entered; it should "
          "be before 2026-04-10, the expiration date of the cycle of ACP-620 that it belongs to"});
  CHECK(
      found(log, "2025-01-01", without(FindingCode::not_entered, 0)) ==
      Lines{
          "activities[0] not-entered: coursework of 2024-06-01 is not yet entered; it should "
          "be before 2026-08-10, the expiration date of the cycle of ACP-120 that it belongs to"});
  Watch none;
  none.wants = [](FindingCode code, std::uint32_t) { return code != FindingCode::not_entered; };
  CHECK(found(log, "2025-01-01", none).empty());
}

TEST_CASE("Found: entered after the expiration") {
  LogBuilder log = nine();
  log.cw("2025-12-01").entered("2026-04-01");
  CHECK(found(log, "2026-06-01") ==
        Lines{"ACP-620 activities[9] entered-after-expiration: coursework of 2025-12-01 renewed "
              "ACP-620, but was entered on 2026-04-01, and the cycle that it renewed expired on "
              "2026-04-01: the portal may not take it"});
  CHECK(found(log, "2026-06-01", without(FindingCode::entered_after_expiration, 0)).empty());
}

TEST_CASE("What is not wanted is not found") {
  LogBuilder log;
  log.earned("ACP-620", "2020-01-10").expect("2020-01-01", {}).earned("ACP-120", "2020-01-10");
  CHECK(found(log, "2026-06-01").size() == 3);
  CHECK(found(log, "2026-06-01", without(FindingCode::expired, 0)).size() == 2);
  CHECK(found(log, "2026-06-01", without(FindingCode::differs, 0)).size() == 2);
  CHECK(found(log, "2022-02-01", without(FindingCode::suspended, 1)).size() == 2);
  CHECK(found(log, "2022-01-01", without(FindingCode::suspends_soon, 1)).size() == 2);
}

TEST_CASE("Findings have names, and names have findings") {
  for (const std::string_view name : names_of_findings()) {
    REQUIRE(find_finding(name));
    CHECK(name_of(*find_finding(name)) == name);
  }
  CHECK(names_of_findings().size() == 6);
  CHECK_FALSE(find_finding("suspend"));
}
