// The day before, the day itself and the day after every edge.

#include "catch.hpp"
#include "support.hpp"

using namespace certrenew;
using namespace certrenew::testing;

namespace {

LogBuilder holding() {
  LogBuilder log;
  log.earned("ACP-620", "2024-01-10");
  return log;
}

std::string status_on(const LogBuilder& log, std::string_view on) {
  return std::string{name_of(log.as_of(on).credentials[0].status)};
}

/// What ten courses on that day come to, a year later.
std::string ten_courses_on(std::string_view on) {
  auto log = holding();
  log.cw(on, 10);
  return outcomes(log.as_of("2027-01-01"));
}

}  // namespace

TEST_CASE("A certification is upcoming, active, suspended and expired from the day on") {
  const auto log = holding();
  CHECK(status_on(log, "2024-01-09") == "upcoming");
  CHECK(status_on(log, "2024-01-10") == "active");
  CHECK(status_on(log, "2026-01-09") == "active");
  CHECK(status_on(log, "2026-01-10") == "suspended");
  CHECK(status_on(log, "2026-04-09") == "suspended");
  CHECK(status_on(log, "2026-04-10") == "expired");
}

TEST_CASE("Units count from the day of earning to the day before the expiration") {
  CHECK(ten_courses_on("2024-01-09") == "before-cycle*10");
  CHECK(ten_courses_on("2024-01-10") == "used*10");
  CHECK(ten_courses_on("2026-01-09") == "used*10");
  CHECK(ten_courses_on("2026-01-10") == "used*10");
  CHECK(ten_courses_on("2026-04-09") == "used*10");
  CHECK(ten_courses_on("2026-04-10") == "after-expiration*10");
}

TEST_CASE("Units go stale 24 months after they were done") {
  auto log = holding();
  log.cw("2024-02-10");
  CHECK(outcomes(log.as_of("2026-02-09")) == "counted");
  CHECK(outcomes(log.as_of("2026-02-10")) == "stale");
  auto rounded = LogBuilder{};
  rounded.earned("ACP-620", "2024-01-10").cw("2024-02-29");
  CHECK(outcomes(rounded.as_of("2026-02-27")) == "counted");
  CHECK(outcomes(rounded.as_of("2026-02-28")) == "stale");
}

TEST_CASE("An activity is planned from the day after as-of on") {
  auto log = holding();
  log.cw("2025-01-01");
  CHECK(outcomes(log.as_of("2024-12-31")) == "planned");
  CHECK(outcomes(log.as_of("2025-01-01")) == "counted");
}

TEST_CASE("An activity done on the day of a renewal belongs to the cycle that it closed") {
  auto log = holding();
  log.cw("2025-05-01", 11).cw("2025-05-02");
  CHECK(outcomes(log.as_of("2025-05-02")) == "used*11 counted");
  CHECK(standing(log.as_of("2025-05-01")) == "active 2025-05-01 2027-05-01 2027-08-01 0");
}

TEST_CASE("A certification that lacks a hundredth of a unit is not renewed") {
  auto log = holding();
  log.done("presenting", "2025-05-01", 1, 9999);
  CHECK(outcomes(log.as_of("2025-06-01")) == "counted");
  log.done("presenting", "2025-05-02", 1, 1);
  CHECK(outcomes(log.as_of("2025-06-01")) == "used*2");
}

TEST_CASE("A renewal on the first day makes a cycle of no length, and the next begins") {
  auto log = holding();
  log.cw("2024-01-10", 10);
  CHECK(cycles(log.as_of("2024-01-10")) ==
        "earned 2024-01-10 units 2024-01-10, units 2024-01-10 open");
}

TEST_CASE("A date computed for a day that its month lacks falls on the last day of the month") {
  LogBuilder log;
  log.earned("ACP-620", "2023-11-30");
  CHECK(standing(log.as_of("2024-01-01")) == "active 2023-11-30 2025-11-30 2026-02-28 0");
  CHECK(log.as_of("2024-01-01").credentials[0].cycle().exam_opens == day("2025-08-28"));
}

TEST_CASE("A given cycle starts on the latest day that leads to its suspension") {
  const auto start = [](std::string_view suspends) {
    LogBuilder log;
    log.suspends("ACP-620", suspends);
    return to_string(log.as_of("2025-01-01").credentials[0].cycle().start);
  };
  CHECK(start("2026-01-01") == "2024-01-01");
  CHECK(start("2026-02-27") == "2024-02-27");
  CHECK(start("2026-02-28") == "2024-02-29");
  CHECK(start("2026-03-01") == "2024-03-01");
  CHECK(start("2028-02-29") == "2026-02-28");
}

TEST_CASE("A given cycle counts from its second day, an earned one from its first") {
  const auto on_start = [](std::optional<std::string_view> earned) {
    LogBuilder log;
    log.suspends("ACP-620", "2026-01-01", {}, earned).cw("2024-01-01").cw("2024-01-02");
    return outcomes(log.as_of("2025-01-01"));
  };
  CHECK(on_start({}) == "before-cycle counted");
  CHECK(on_start("2023-12-31") == "before-cycle counted");
  CHECK(on_start("2024-01-01") == "counted*2");
  CHECK(on_start("2024-01-02") == "before-cycle counted");
}

TEST_CASE("A given cycle is upcoming before the day of earning, or its start where none is given") {
  LogBuilder given;
  given.suspends("ACP-620", "2026-01-01");
  CHECK(status_on(given, "2023-12-31") == "upcoming");
  CHECK(status_on(given, "2024-01-01") == "active");
  LogBuilder earned;
  earned.suspends("ACP-620", "2026-01-01", {}, "2022-06-01");
  CHECK(status_on(earned, "2022-05-31") == "upcoming");
  CHECK(status_on(earned, "2022-06-01") == "active");
}

TEST_CASE("An exam on the first day of a given cycle lies before it") {
  LogBuilder log;
  log.suspends("ACP-620", "2026-01-01").exam("ACP-620", "2024-01-01").exam("ACP-620", "2024-01-02");
  CHECK(outcomes(log.as_of("2025-01-01")) == "before-cycle too-early");
}

TEST_CASE("A date computed past the calendar is reported at the date it was computed from") {
  using From = OutOfRange::From;
  const auto refused = [](const LogBuilder& log, std::string_view as_of) {
    return log.as_of(as_of).out_of_range;
  };
  LogBuilder last;
  last.earned("ACP-1", "9997-09-30");
  CHECK(refused(last, "9999-12-31").empty());
  CHECK(status_on(last, "9999-12-31") == "expired");
  LogBuilder past_grace;
  past_grace.earned("ACP-1", "9997-10-01");
  REQUIRE(refused(past_grace, "2025-01-01").size() == 1);
  CHECK(refused(past_grace, "2025-01-01")[0].from == From::earned);
  CHECK(refused(past_grace, "2025-01-01")[0].computed);
  LogBuilder first;
  first.suspends("ACP-1", "0003-01-01")
      .suspends("ACP-2", "0002-12-31")
      .suspends("ACP-3", "9999-10-01");
  REQUIRE(refused(first, "2025-01-01").size() == 2);
  CHECK(refused(first, "2025-01-01")[0].from == From::suspends);
  CHECK(refused(first, "2025-01-01")[0].index == 1);
  CHECK(refused(first, "2025-01-01")[1].index == 2);
  LogBuilder renewed;
  renewed.earned("ACP-1", "9997-01-01").cw("9998-01-01", 10);
  CHECK(refused(renewed, "9997-12-31").empty());
  REQUIRE(refused(renewed, "9998-01-01").size() == 1);
  CHECK(refused(renewed, "9998-01-01")[0].from == From::activity);
  CHECK(refused(renewed, "9998-01-01")[0].index == 9);
}

TEST_CASE("A given cycle may suspend and expire on the last day of the calendar") {
  LogBuilder log;
  log.suspends("ACP-1", "9999-12-31", "9999-12-31");
  CHECK(standing(log.as_of("9999-01-01")) == "active 9997-12-31 9999-12-31 9999-12-31 0");
}

TEST_CASE("An exam window that would open before the calendar opens after the first day") {
  const Policy policy = with_type(builtin_policy(), "ACP", [](CertificationType& type) {
    type.exam->window = std::optional{Duration::months(60)};
  });
  LogBuilder log{policy};
  log.earned("ACP-1", "0002-01-01").suspends("ACP-2", "0004-01-01", "0005-01-01");
  const Renewals renewals = log.as_of("0003-01-01");
  CHECK(renewals.out_of_range.empty());
  CHECK(renewals.credentials[0].cycle().exam_opens == day("0002-01-02"));
  CHECK(renewals.credentials[1].cycle().exam_opens == day("0002-01-02"));
}

TEST_CASE("A certification earned anew past the end of the calendar is reported once") {
  LogBuilder log;
  log.earned("ACP-1", "9990-01-01").exam("ACP-1", "9998-01-01").exam("ACP-1", "9998-01-02");
  const auto refused = log.as_of("9999-12-31").out_of_range;
  REQUIRE(refused.size() == 1);
  CHECK(refused[0].from == OutOfRange::From::activity);
  CHECK(refused[0].index == 0);
}

TEST_CASE("Units that would go stale past the end of the calendar never go stale") {
  CHECK_FALSE(goes_stale(day("9998-01-01"), builtin_policy()));
  CHECK(goes_stale(day("9997-12-31"), builtin_policy()) == day("9999-12-31"));
}
