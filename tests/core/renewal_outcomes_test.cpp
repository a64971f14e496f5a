// What became of each activity. Where several outcomes fit, the first one of the rules is given.

#include "catch.hpp"
#include "support.hpp"

using namespace certrenew;
using namespace certrenew::testing;

namespace {

LogBuilder holding(std::string_view code) {
  LogBuilder log{various_policy()};
  log.earned(code, "2024-01-10");
  return log;
}

}  // namespace

TEST_CASE("An activity after as-of is planned, whatever it is") {
  auto log = holding("EXM-1");
  log.cw("2025-06-02").exam("EXM-1", "2025-06-02").exam("EXM-1", "2025-06-02", false);
  CHECK(outcomes(log.as_of("2025-06-01")) == "planned*3");
  CHECK(outcomes(log.as_of("2025-06-02")) == "not-required too-early failed");
}

TEST_CASE("An exam of another certification and a failed exam renew nothing") {
  auto log = holding("EXM-1");
  log.earned("EXM-2", "2024-01-10").exam("EXM-2", "2025-12-01").exam("EXM-2", "2025-12-02", false);
  CHECK(outcomes(log.as_of("2026-01-01"), 0) == "other-certification*2");
  CHECK(outcomes(log.as_of("2026-01-01"), 1) == "renewed failed");
}

TEST_CASE("An activity that cannot renew the type is not required, even before the cycle") {
  auto units_only = holding("UNI-1");
  units_only.exam("UNI-1", "2025-12-01").exam("UNI-1", "2020-01-01").course("a", "2020-01-01");
  CHECK(outcomes(units_only.as_of("2026-01-01")) == "not-required*2 before-cycle");
  auto courses_only = holding("CRS-1");
  courses_only.cw("2025-01-01").cw("2020-01-01").course("a", "2025-01-01");
  CHECK(outcomes(courses_only.as_of("2026-01-01")) == "not-required*2 counted");
}

TEST_CASE("An exam on the day of earning earned the certification and never renews it") {
  auto log = holding("WID-1");
  log.exam("WID-1", "2024-01-10").exam("WID-1", "2024-01-10").exam("WID-1", "2024-01-11");
  CHECK(outcomes(log.as_of("2024-02-01")) == "earned*2 renewed");
}

TEST_CASE("Only its exam earns an expired certification anew") {
  auto log = holding("ALL-1");
  log.cw("2026-04-10", 3).course("a", "2026-04-10").course("b", "2026-04-10");
  CHECK(outcomes(log.as_of("2026-06-01")) == "after-expiration*5");
  CHECK(cycles(log.as_of("2026-06-01")) == "earned 2024-01-10 expired 2026-04-10");
  log.exam("ALL-1", "2026-04-10");
  CHECK(cycles(log.as_of("2026-06-01")) ==
        "earned 2024-01-10 expired 2026-04-10, earned-anew 2026-04-10 units 2026-04-10, "
        "units 2026-04-10 open");
  CHECK(outcomes(log.as_of("2026-06-01")) == "used*5 earned-anew");
}

TEST_CASE("Units done on the day of earning anew count toward the new cycle") {
  auto log = holding("ALL-1");
  log.cw("2026-05-01", 2).exam("ALL-1", "2026-05-01").exam("ALL-1", "2026-05-01");
  CHECK(outcomes(log.as_of("2026-06-01")) == "counted*2 earned-anew superseded");
  CHECK(standing(log.as_of("2026-06-01")) == "active 2026-05-01 2028-05-01 2028-08-01 20");
}

TEST_CASE("On one day exams come first, then units, then courses") {
  auto log = holding("ALL-1");
  log.course("a", "2025-12-01").course("b", "2025-12-01").cw("2025-12-01");
  CHECK(cycles(log.as_of("2026-01-01")) ==
        "earned 2024-01-10 units 2025-12-01, units 2025-12-01 open");
  log.exam("ALL-1", "2025-12-01");
  CHECK(cycles(log.as_of("2026-01-01")) ==
        "earned 2024-01-10 exam 2025-12-01, exam 2025-12-01 open");
  CHECK(outcomes(log.as_of("2026-01-01")) == "superseded*3 renewed");
}

TEST_CASE("An exam that is too early leaves the day to the units") {
  auto log = holding("ALL-1");
  log.exam("ALL-1", "2025-06-01").cw("2025-06-01", 3);
  CHECK(outcomes(log.as_of("2025-07-01")) == "too-early used*3");
}

TEST_CASE("The second exam of a day is superseded by the exam that renewed") {
  auto log = holding("EXM-1");
  log.exam("EXM-1", "2026-01-01").exam("EXM-1", "2026-01-01");
  const Renewals renewals = log.as_of("2026-02-01");
  CHECK(outcomes(renewals) == "renewed superseded");
  CHECK(renewals.credentials[0].verdicts[1].rests_on == MaybeIndex{0});
}

TEST_CASE("Units of a cycle that an exam closes are superseded, unless over the limit or stale") {
  auto log = holding("ALL-1");
  log.cw("2024-02-01").done("event", "2025-06-01", 2).exam("ALL-1", "2025-12-01");
  CHECK(outcomes(log.as_of("2026-01-01")) == "stale superseded over-limit renewed");
}

TEST_CASE("An expired cycle shows what was over the limit or stale on its last day") {
  auto log = holding("UNI-1");
  log.done("event", "2025-06-01", 2).cw("2025-04-09");
  CHECK(outcomes(log.as_of("2026-04-08")) == "counted over-limit counted");
  CHECK(outcomes(log.as_of("2026-04-09")) == "counted over-limit stale");
  CHECK(outcomes(log.as_of("2026-04-10")) == "lapsed over-limit stale");
}

TEST_CASE("Of one day the larger units count first, then the log's order") {
  auto log = holding("UNI-1");
  log.done("event", "2025-01-01", 1, 500).done("event", "2025-01-01", 1, 900);
  CHECK(outcomes(log.as_of("2025-02-01")) == "over-limit counted");
  auto equal = holding("UNI-1");
  equal.done("event", "2025-01-01", 2);
  CHECK(outcomes(equal.as_of("2025-02-01")) == "counted over-limit");
}

TEST_CASE("Limits begin anew with each cycle") {
  auto log = holding("UNI-1");
  log.done("event", "2025-01-01").cw("2025-01-02", 2).done("event", "2025-01-03", 2);
  CHECK(outcomes(log.as_of("2025-02-01")) == "used*3 counted over-limit");
}

TEST_CASE("The last required course renews; a course completed again is over the limit") {
  auto log = holding("CRS-1");
  log.course("a", "2024-03-01").course("a", "2024-04-01").course("c", "2024-04-01");
  CHECK(outcomes(log.as_of("2025-02-01")) == "counted over-limit not-required");
  CHECK(log.as_of("2025-02-01").credentials[0].verdicts[1].rests_on == MaybeIndex{0});
  CHECK(log.as_of("2025-02-01").credentials[0].courses == std::vector<bool>{true, false});
  log.course("b", "2025-09-01");
  CHECK(outcomes(log.as_of("2025-10-01")) == "used over-limit not-required used");
  CHECK(standing(log.as_of("2025-10-01")) == "active 2025-09-01 2027-09-01 2027-12-01 0");
}

TEST_CASE("Courses never go stale, and lapse when their cycle expires") {
  auto log = holding("CRS-1");
  log.course("a", "2024-01-10");
  CHECK(outcomes(log.as_of("2026-04-09")) == "counted");
  CHECK(outcomes(log.as_of("2026-04-10")) == "lapsed");
}

TEST_CASE("Courses of one cycle do not count toward the next") {
  auto log = holding("CRS-1");
  log.course("a", "2024-03-01").course("b", "2024-03-01").course("a", "2024-03-02");
  CHECK(log.as_of("2024-04-01").credentials[0].courses == std::vector<bool>{true, false});
}

TEST_CASE("Where units and courses both renew, whichever is complete first renews") {
  auto by_courses = holding("MIX-1");
  by_courses.cw("2024-03-01").course("a", "2024-03-02");
  by_courses.done("free", "2024-03-03");
  CHECK(outcomes(by_courses.as_of("2024-04-01")) == "counted*3");
  auto stale_units = holding("MIX-1");
  stale_units.cw("2024-03-01").course("a", "2024-03-02").course("b", "2025-03-02").cw("2025-03-03");
  CHECK(cycles(stale_units.as_of("2025-04-01")) ==
        "earned 2024-01-10 courses 2025-03-02, courses 2025-03-02 open");
  CHECK(outcomes(stale_units.as_of("2025-04-01")) == "stale used*2 counted");
}

TEST_CASE("Each verdict holds the running total and the use of its activity type") {
  auto log = holding("UNI-1");
  log.done("event", "2025-01-01", 2).cw("2025-01-02");
  const Renewals renewals = log.as_of("2025-02-01");
  const auto& verdicts = renewals.credentials[0].verdicts;
  CHECK(verdicts[0].total == Units::whole(10));
  CHECK(verdicts[1].total == Units::whole(10));
  CHECK(verdicts[1].use == 2);
  CHECK(verdicts[2].total == Units::whole(20));
  log.exam("UNI-1", "2025-01-03");
  CHECK(log.as_of("2025-02-01").credentials[0].verdicts[3].total == Units{});  // it adds none
  auto all = holding("ALL-1");
  all.cw("2025-01-01").exam("ALL-1", "2025-01-02");
  CHECK(all.as_of("2025-02-01").credentials[0].verdicts[1].total == Units::whole(10));
}

TEST_CASE("A cycle is begun by the first activity that sufficed, not by later ones of that day") {
  const auto begun_by = [](const LogBuilder& log) {
    return log.as_of("2025-02-01").credentials[0].cycle().begun_by_activity;
  };
  auto units = holding("UNI-1");
  CHECK(begun_by(units.cw("2025-01-01", 5)) == Index<Activity>{2});
  auto courses = holding("CRS-1");
  courses.course("a", "2025-01-01").course("b", "2025-01-01").course("a", "2025-01-01");
  CHECK(begun_by(courses) == Index<Activity>{1});
}
