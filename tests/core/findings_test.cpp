// What a check finds, and what it advises to do.

#include <algorithm>

#include "catch.hpp"
#include "certrenew/remark.hpp"
#include "support.hpp"

using namespace certrenew;
using namespace certrenew::testing;

namespace {

/// `ACP-620 suspended: …`, `activities[0] not-entered: …`.
Lines found(const LogBuilder& log, std::string_view on, const Watch& watch = {}) {
  const Answer answer = log.answer_as_of(on);
  Lines lines;
  for (const Remark& one : findings(answer, watch)) {
    std::string line;
    if (const auto credential = one.credential()) line += std::string{credential->code()} + ' ';
    if (const auto activity = one.activity()) {
      line += "activities[" + std::to_string(activity->at) + "] ";
    }
    lines.push_back(line + std::string{name_of(one.kind())} + ": " + one.message());
  }
  return lines;
}

Watch within(int days) {
  Watch watch;
  watch.within = days;
  return watch;
}

/// Watches for everything but findings of one kind, of one certification or of all.
Watch without(RemarkKind unwanted, std::optional<std::string_view> of = {}) {
  Watch watch;
  watch.wants = [=](RemarkKind kind, std::string_view code) {
    return kind != unwanted || (of && code != *of);
  };
  return watch;
}

/// The built-in policy as it stands.
Policy without_readings() {
  return with(builtin_policy(), [](Policy& policy) { policy.readings.clear(); });
}

/// `suspended by 2026-02-12 needs 10`, `expired by 2026-02-15`, `doubtful`: kind, date and units.
Lines days(const LogBuilder& log, std::string_view on, const Watch& watch = {}) {
  const Answer answer = log.answer_as_of(on);
  Lines lines;
  for (const Remark& one : findings(answer, watch)) {
    std::string line{name_of(one.kind())};
    if (one.date()) line += " by " + to_string(*one.date());
    if (one.units_needed()) line += " needs " + to_string(*one.units_needed());
    lines.push_back(std::move(line));
  }
  return lines;
}

/// A certification with nine of the ten courses that would renew it.
LogBuilder nine() {
  LogBuilder log;
  log.suspends("ACP-620", "2026-01-01", "2026-04-01").cw("2025-06-01", 9);
  return log;
}

}  // namespace

TEST_CASE("A certification is found to suspend soon within so many days") {
  CHECK(found(nine(), "2025-12-15") ==
        Lines{"ACP-620 suspends-soon: suspends 2026-01-01, in 17 days; earn 10 more CE units by "
              "2025-12-31, or pass the exam"});
  CHECK(found(nine(), "2025-12-31") ==
        Lines{"ACP-620 suspends-soon: suspends 2026-01-01, in 1 day; earn 10 more CE units by "
              "2025-12-31, or pass the exam"});
  CHECK(found(nine(), "2025-10-02").empty());
  CHECK(found(nine(), "2025-10-03").size() == 1);
  CHECK(found(nine(), "2025-12-31", within(0)).empty());
  CHECK(found(nine(), "2025-12-31", within(1)).size() == 1);
}

TEST_CASE("A certification is found to be suspended from the first day to the last") {
  CHECK(found(nine(), "2026-01-01", within(0)) ==
        Lines{"ACP-620 suspended: suspended since 2026-01-01, expires 2026-04-01, in 90 days; earn "
              "10 more CE units by 2026-03-31, or pass the exam"});
  CHECK(found(nine(), "2026-03-31")[0].find("in 1 day;") != std::string::npos);
}

TEST_CASE("A certification is found to have expired, with what helps") {
  CHECK(found(nine(), "2026-04-01") ==
        Lines{"ACP-620 expired: expired on 2026-04-01; pass the exam to earn it anew"});
  LogBuilder log{various_policy()};
  log.earned("UNI-1", "2020-01-10");
  CHECK(found(log, "2026-04-01") ==
        Lines{"UNI-1 expired: expired on 2022-04-10; nothing renews it any more"});
}

TEST_CASE("An upcoming certification, or one active for long, is not found") {
  LogBuilder log;
  log.earned("ACP-620", "2026-01-10").earned("ACP-120", "2025-06-01");
  CHECK(found(log, "2025-12-01").empty());
}

TEST_CASE("The advice gives both numbers where units go stale before the last day") {
  LogBuilder log{without_readings()};
  log.earned("ACP-620", "2024-01-10").cw("2024-02-01", 3).cw("2025-05-05", 6);
  CHECK(found(log, "2026-01-10") ==
        Lines{"ACP-620 suspended: suspended since 2026-01-10, expires 2026-04-10, in 90 days; earn "
              "10 more CE units by 2026-01-31 (40 if later, until 2026-04-09), or pass the exam"});
}

TEST_CASE("The advice names no day on which nothing that counts goes stale") {
  LogBuilder log{without_readings()};
  log.earned("ACP-620", "2022-01-10").cw("2023-12-01", 10);  // of the cycle that they renewed
  log.done("coursework", "2024-01-02", 1, 0).cw("2024-01-15", 3).cw("2025-05-05", 6);
  CHECK(found(log, "2025-12-10") ==
        Lines{"ACP-620 suspended: suspended since 2025-12-01, expires 2026-03-01, in 81 days; earn "
              "10 more CE units by 2026-01-14 (40 if later, until 2026-02-28), or pass the exam"});
}

TEST_CASE("The advice asks for the most units over the readings") {
  LogBuilder log;
  log.earned("ACP-620", "2024-01-10").cw("2024-02-01", 3).cw("2025-05-05", 6);
  CHECK(found(log, "2025-12-01") ==
        Lines{"ACP-620 suspends-soon: suspends 2026-01-10, in 40 days; earn 40 more CE units by "
              "2026-01-09, or pass the exam"});
}

TEST_CASE("The advice names courses, an exam alone, several ways, and a single unit") {
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

TEST_CASE("The advice gives the window of an exam that is not open yet") {
  const Policy wide = with_type(builtin_policy(), "ACP", [](CertificationType& type) {
    type.exam->window = {Duration::months(4)};
  });
  const Policy policy = with_type(wide, "ACA", [](CertificationType& type) {
    type.exam->window = {Duration::months(2)};
    type.units.reset();
  });
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

TEST_CASE("The advice knows whether the exam window is open, and one that opens on the last day") {
  LogBuilder log;
  log.earned("ACP-620", "2024-01-10");
  CHECK(
      found(log, "2025-10-09", within(100))[0].ends_with(", or pass the exam from 2025-10-10 "
                                                         "on"));
  CHECK(found(log, "2025-10-10", within(100))[0].ends_with(", or pass the exam"));
  const Policy policy = with_type(builtin_policy(), "ACP", [](CertificationType& type) {
    type.exam->window = {Duration::months(3)};
  });
  LogBuilder late{policy};
  late.suspends("ACP-620", "2026-01-10", "2026-04-09");
  CHECK(found(late, "2025-12-01")[0].ends_with(", or pass the exam from 2026-01-09 on"));
}

TEST_CASE("The advice names all missing courses") {
  LogBuilder log{various_policy()};
  log.earned("CRS-1", "2024-01-10");
  CHECK(found(log, "2025-12-31")[0].ends_with("complete \"a\", \"b\" by 2026-01-09"));
}

TEST_CASE("Each date that differs from what the log expects is found, with what moved it") {
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

TEST_CASE("A difference that no activity made is said to be one") {
  CHECK(
      found(nine().expect("2027-12-01", {}), "2025-07-01") ==
      Lines{"ACP-620 differs: suspends 2026-01-01 by the rules, but the log expects 2027-12-01; no "
            "activity of the log has moved it"});
}

TEST_CASE("A missing entry is found with the earliest expiration of the certifications watched") {
  LogBuilder log;
  log.earned("ACP-620", "2024-01-10").earned("ACP-120", "2024-05-10").cw("2024-06-01").entered({});
  CHECK(found(log, "2025-01-01") ==
        Lines{"activities[0] not-entered: coursework of 2024-06-01 is not yet entered; enter it in "
              "the portal before 2026-04-10, when ACP-620 expires"});
  CHECK(found(log, "2025-01-01", without(RemarkKind::not_entered, "ACP-620")) ==
        Lines{"activities[0] not-entered: coursework of 2024-06-01 is not yet entered; enter it in "
              "the portal before 2026-08-08, when ACP-120 may expire"});
  CHECK(found(log, "2025-01-01", without(RemarkKind::not_entered)).empty());
}

TEST_CASE("A renewal entered after the expiration is found") {
  LogBuilder log = nine();
  log.cw("2025-12-01").entered("2026-04-01");
  CHECK(found(log, "2026-06-01") ==
        Lines{"ACP-620 activities[9] entered-after-expiration: coursework of 2025-12-01 renewed "
              "ACP-620, but was entered on 2026-04-01, and the cycle that it renewed expired on "
              "2026-04-01: the portal may not take it"});
  CHECK(found(log, "2026-06-01", without(RemarkKind::entered_after_expiration, "ACP-620")).empty());
}

TEST_CASE("A finding that is not wanted is not found") {
  LogBuilder log;
  log.earned("ACP-620", "2020-01-10").expect("2020-01-01", {}).earned("ACP-120", "2020-01-10");
  CHECK(found(log, "2026-06-01").size() == 3);
  CHECK(found(log, "2026-06-01", without(RemarkKind::expired, "ACP-620")).size() == 2);
  CHECK(found(log, "2026-06-01", without(RemarkKind::differs, "ACP-620")).size() == 2);
  CHECK(found(log, "2022-02-01", without(RemarkKind::suspended, "ACP-120")).size() == 2);
  CHECK(found(log, "2022-01-01", without(RemarkKind::suspends_soon, "ACP-120")).size() == 2);
}

TEST_CASE("The kinds of findings have different names") {
  Lines names;
  for (const RemarkKind kind : kinds_of_findings()) names.emplace_back(name_of(kind));
  CHECK(names.size() == 9);
  std::sort(names.begin(), names.end());
  CHECK(std::unique(names.begin(), names.end()) == names.end());
  CHECK_FALSE(std::binary_search(names.begin(), names.end(), ""));
}

TEST_CASE("Notices and findings leave out the certifications that the answer does not show") {
  LogBuilder log;
  log.earned("ACP-620", "2024-02-29").earned("ACP-120", "2024-02-29").cw("2024-03-01").entered({});
  Answer answer = log.answer_as_of("2026-02-28");
  CHECK(findings(answer).size() == 3);
  CHECK(notices(answer).size() == 1);
  const std::string only[] = {"ACP-120"};
  answer.show_only(only);
  REQUIRE(findings(answer).size() == 2);
  CHECK(findings(answer)[0].subject() == "ACP-120");
  CHECK(findings(answer)[1].subject() == "activities[0]");
  CHECK(notices(answer).size() == 1);
}

// ---- Days and units ----------------------------------------------------------------------------

TEST_CASE("A finding names the last safe day, and the most units needed by then") {
  LogBuilder log;
  log.earned("ACP-620", "2023-11-15").cw("2023-12-01").cw("2025-06-01", 8);
  CHECK(days(log, "2025-11-14") == Lines{"suspends-soon by 2025-11-14 needs 20"});
  CHECK(days(log, "2025-11-15") == Lines{"suspended by 2026-02-12 needs 20"});
  CHECK(days(log, "2026-02-12") == Lines{"suspended by 2026-02-12 needs 20"});
  CHECK(days(log, "2026-02-13") == Lines{"suspended by 2026-02-14 needs 20"});
  CHECK(days(log, "2026-02-15") == Lines{"expired by 2026-02-15"});
}

TEST_CASE("A missing entry is due on the day before the expiration; other findings have no day") {
  LogBuilder log;
  log.earned("ACP-620", "2024-01-10").expect("2026-01-11", {});
  log.titled("coursework", "2025-06-01", "A").entered({});
  log.titled("coursework", "2025-06-01", "A");
  CHECK(days(log, "2025-07-01") == Lines{"differs", "not-entered by 2026-04-09", "duplicate"});
}

TEST_CASE("What is tracked is found without advice, and needs no units") {
  LogBuilder log;
  log.tracked("CKA", "2024-05-02", "2026-05-02", "2026-08-02");
  CHECK(found(log, "2026-01-31").empty());
  CHECK(found(log, "2026-02-01") == Lines{"CKA suspends-soon: suspends 2026-05-02, in 90 days"});
  CHECK(found(log, "2026-05-02") ==
        Lines{"CKA suspended: suspended since 2026-05-02, expires 2026-08-02, in 92 days"});
  CHECK(found(log, "2026-08-02") == Lines{"CKA expired: expired on 2026-08-02"});
  CHECK(days(log, "2026-02-01") == Lines{"suspends-soon by 2026-05-01"});
  CHECK(days(log, "2026-05-02") == Lines{"suspended by 2026-08-01"});
  CHECK(days(log, "2026-08-02") == Lines{"expired by 2026-08-02"});
  LogBuilder open;
  open.tracked("CKA", "2024-05-02", "2026-05-02");
  CHECK(found(open, "2026-06-01") == Lines{"CKA suspended: suspended since 2026-05-02"});
  CHECK(days(open, "2026-06-01") == Lines{"suspended"});
}

TEST_CASE("What is tracked differs from what the log expects by the log's own dates") {
  LogBuilder log;
  log.tracked("CKA", "2025-05-02", {}, "2027-05-02").expect("2027-05-02", "2027-05-03");
  CHECK(found(log, "2026-01-31") ==
        Lines{"CKA differs: never suspends by the rules, but the log expects 2027-05-02; no "
              "activity of the log has moved it",
              "CKA differs: expires 2027-05-02 by the rules, but the log expects 2027-05-03; no "
              "activity of the log has moved it"});
}

// ---- Doubts, duplicates and designations -------------------------------------------------------

TEST_CASE("A certification is found doubtful while a reading alone suspends it so soon") {
  LogBuilder log = nine();
  log.cw("2026-03-31");  // suspends 2028-03-31, or 2028-01-01
  CHECK(found(log, "2027-10-02").empty());
  const Lines doubtful = found(log, "2027-10-03");
  REQUIRE(doubtful.size() == 1);
  CHECK(doubtful[0].starts_with("ACP-620 doubtful: If "));
  CHECK(doubtful[0].ends_with(", ACP-620 suspends on 2028-01-01"));
  CHECK(days(log, "2027-10-03") == Lines{"doubtful"});
  CHECK(found(log, "2027-10-03", within(89)).empty());
  CHECK(found(log, "2027-10-03", without(RemarkKind::doubtful)).empty());
  CHECK(found(log, "2027-10-03", without(RemarkKind::doubtful, "ACP-120")).size() == 1);
  CHECK(days(log, "2027-12-31") == Lines{"doubtful"});
  CHECK(days(log, "2028-01-01") == Lines{"suspends-soon by 2028-03-30 needs 100"});
  const Answer answer = log.answer_as_of("2027-10-03", Doubts::none);
  CHECK(findings(answer).empty());
}

TEST_CASE("A certification is found doubtful once, under the first reading that tells against it") {
  LogBuilder log;
  log.earned("ACP-620", "2023-07-15").cw("2025-06-01", 9).cw("2025-10-14");
  // It suspends 2027-10-14; under another reading on 2027-07-15.
  CHECK(log.answer_as_of("2027-06-01").doubts().size() == 2);
  const Lines doubtful = found(log, "2027-06-01");
  REQUIRE(doubtful.size() == 1);
  CHECK(doubtful[0].ends_with(", ACP-620 expired on 2025-10-13"));
}

TEST_CASE("A duplicate is found where a certification that it would be for is watched") {
  LogBuilder log;
  log.earned("ACP-620", "2024-01-10").titled("coursework", "2025-01-01", "A");
  log.titled("coursework", "2025-01-01", "A");
  CHECK(found(log, "2025-06-01") ==
        Lines{"activities[1] duplicate: \"A\" (coursework, 2025-01-01) is a duplicate of "
              "activities[0]: only one of them counts"});
  CHECK(found(log, "2025-06-01", without(RemarkKind::duplicate, "ACP-620")).empty());
  log.earned("ACP-120", "2024-01-10");
  CHECK(found(log, "2025-06-01").size() == 1);
  CHECK(found(log, "2025-06-01", without(RemarkKind::duplicate, "ACP-620")).size() == 1);
  CHECK(found(log, "2025-06-01", without(RemarkKind::duplicate)).empty());
}

TEST_CASE("A designation is found to end within so many days, while it is held") {
  LogBuilder log;
  log.suspends("ACP-120", "2027-01-01").suspends("ACP-MJCP", "2027-06-01");
  log.suspends("ACP-420", "2026-12-20").suspends("ACP-520", "2027-09-01");
  const auto ends = [&](std::string_view on, int days) {
    Watch watch = within(days);
    watch.wants = [](RemarkKind kind, std::string_view) {
      return kind == RemarkKind::designation_ends;
    };
    return found(log, on, watch);
  };
  CHECK(ends("2026-09-20", 90).empty());
  CHECK(ends("2026-09-21", 90) ==
        Lines{"designation-ends: Administration Expert is held until 2026-12-20, in 90 days: then "
              "fewer than 4 of its certifications are active"});
  CHECK(ends("2026-12-19", 1).size() == 1);
  CHECK(ends("2026-12-19", 0).empty());
  CHECK(ends("2026-12-20", 90).empty());
  CHECK(ends("2026-12-21", 90).empty());
  const auto last = days(log, "2026-12-19", without(RemarkKind::suspends_soon));
  CHECK(last == Lines{"designation-ends by 2026-12-20"});
  CHECK(found(log, "2026-12-01", without(RemarkKind::designation_ends)).size() == 2);
}

TEST_CASE("Findings come by certification, then for several, then for designations") {
  LogBuilder log;
  log.suspends("ACP-120", "2026-12-20").suspends("ACP-620", "2027-06-01");
  log.expect("2027-06-02", {});
  log.suspends("ACP-420", "2027-06-01").suspends("ACP-520", "2027-09-01");
  log.titled("coursework", "2026-06-01", "A").entered({});
  log.titled("coursework", "2026-06-01", "A");
  CHECK(days(log, "2026-12-01") == Lines{"suspends-soon by 2026-12-19 needs 90", "differs",
                                         "not-entered by 2027-03-19", "duplicate",
                                         "designation-ends by 2026-12-20"});
}
