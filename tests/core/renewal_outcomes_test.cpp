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

TEST_CASE("A rejected activity counts nowhere and uses no limit") {
  auto log = holding("UNI-1");
  log.done("event", "2025-01-01").rejected().done("event", "2025-01-02");
  CHECK(outcomes(log.as_of("2025-02-01")) == "rejected counted");
  auto exam = holding("EXM-1");
  exam.exam("EXM-1", "2025-12-01").rejected().exam("UNI-9", "2025-12-01").rejected();
  CHECK(outcomes(exam.as_of("2026-01-01")) == "rejected*2");
  CHECK(outcomes(exam.as_of("2025-01-01")) == "planned*2");
}

TEST_CASE("Of the same activity of a day the one with the most units counts, then the first") {
  auto log = holding("UNI-1");
  log.titled("coursework", "2025-01-01", "JQL", 500);
  log.titled("coursework", "2025-01-01", "JQL", 900).titled("coursework", "2025-01-01", "JQL", 900);
  const Renewals renewals = log.as_of("2025-02-01");
  CHECK(outcomes(renewals) == "duplicate counted duplicate");
  CHECK(renewals.credentials[0].verdicts[0].rests_on == MaybeIndex{1});
  CHECK(renewals.credentials[0].verdicts[2].rests_on == MaybeIndex{1});
  CHECK(standing(renewals) == "active 2024-01-10 2026-01-10 2026-04-10 9");
}

TEST_CASE("Without a title, or with another day, type or course, nothing is a duplicate") {
  auto log = holding("MIX-1");
  log.cw("2025-01-01", 2);
  CHECK(outcomes(log.as_of("2025-02-01")) == "counted*2");
  auto titled = holding("ALL-1");
  titled.titled("free", "2025-01-01", "JQL").titled("free", "2025-01-02", "JQL");
  titled.titled("free", "2025-01-01", "jql").titled("event", "2025-01-01", "JQL");
  titled.course("a", "2025-01-01").title("JQL").course("b", "2025-01-01").title("JQL");
  CHECK(log.as_of("2025-02-01").credentials[0].counted == Units::whole(20));
  CHECK(outcomes(titled.as_of("2024-12-31")) == "planned*6");
  CHECK(outcomes(titled.as_of("2025-02-01")) == "used counted used*4");
}

TEST_CASE("A rejected activity has no duplicates") {
  auto log = holding("UNI-1");
  log.titled("coursework", "2025-01-01", "JQL", 900).rejected();
  log.titled("coursework", "2025-01-01", "JQL", 500);
  CHECK(outcomes(log.as_of("2025-02-01")) == "rejected counted");
}

TEST_CASE("Exams are duplicates where certification and result are the same, too") {
  auto log = holding("EXM-1");
  log.exam("EXM-1", "2025-12-01", false)
      .title("retake")
      .exam("EXM-1", "2025-12-01")
      .title("retake");
  log.exam("EXM-1", "2025-12-01").title("retake").exam("EXM-1", "2025-12-01");
  CHECK(outcomes(log.as_of("2026-01-01")) == "failed renewed duplicate superseded");
}

TEST_CASE("An activity of another programme, or of none, counts nowhere here") {
  const Policy second = with(various_policy(), [](Policy& changed) {
    changed.name = "second";
    changed.certification_types[3].name = "TWO";
  });
  Policies both{various_policy()};
  both.put(second);
  LogBuilder log{both};
  log.earned("UNI-1", "2024-01-10").earned("TWO-1", "2024-01-10").tracked("CKA", "2024-01-10");
  log.cw("2025-01-01").cw("2025-01-01").only_in("second").exam("TWO-1", "2025-01-01");
  log.exam("CKA", "2025-01-01");
  const Renewals renewals = log.as_of("2025-02-01");
  CHECK(outcomes(renewals, 0) == "counted other-programme*3");
  CHECK(outcomes(renewals, 1) == "counted*2 not-required other-programme");
  CHECK(outcomes(renewals, 2) == "other-programme*3 not-required");
  CHECK(renewals.credentials[2].cycles.empty());
}

TEST_CASE(
    "What is rejected or another programme's comes before what is a duplicate or not required") {
  auto log = holding("EXM-1");
  log.titled("coursework", "2025-01-01", "JQL").titled("coursework", "2025-01-01", "JQL");
  log.titled("coursework", "2025-01-01", "JQL").rejected();
  CHECK(outcomes(log.as_of("2025-02-01")) == "not-required duplicate rejected");
}

TEST_CASE("Units above the requirement are carried over, as far as the policy lets them") {
  const auto carried = [](int at_most, std::vector<Index<ActivityType>> types,
                          std::optional<Duration> from_last, std::string_view first) {
    const Policy policy = with_type(various_policy(), "UNI", [&](CertificationType& type) {
      type.carry_over = CarryOver{Units::whole(at_most), from_last, std::move(types)};
    });
    LogBuilder log{policy};
    log.earned("UNI-1", "2024-01-10").done("coursework", first, 1, 2000);
    log.done("free", "2024-12-01", 1, 1500).done("coursework", "2024-12-01", 1, 1000);
    return to_string(log.as_of("2025-01-01").credentials[0].counted);
  };
  constexpr Index<ActivityType> coursework{0};
  constexpr Index<ActivityType> event{1};
  constexpr Index<ActivityType> free{2};
  CHECK(carried(1000, {}, {}, "2024-11-01") == "15");
  CHECK(carried(8, {}, {}, "2024-11-01") == "8");
  CHECK(carried(8, {free}, {}, "2024-11-01") == "8");
  CHECK(carried(1000, {event}, {}, "2024-11-01") == "0");
  CHECK(carried(1000, {coursework}, Duration::days(0), "2024-11-01") == "10");
  CHECK(carried(1000, {coursework}, Duration::months(1), "2024-11-01") == "15");
  CHECK(carried(1000, {coursework}, Duration::months(1), "2024-10-31") == "10");
}

TEST_CASE("What is carried over is less than a requirement, and is not carried a second time") {
  const Policy policy = with_type(various_policy(), "UNI", [](CertificationType& type) {
    type.carry_over = CarryOver{Units::whole(1000), {}, {}};
  });
  LogBuilder log{policy};
  log.earned("UNI-1", "2024-01-10").cw("2024-03-01", 9);
  CHECK(terms(log.as_of("2025-01-01")) ==
        "2024-01-10 2026-01-10 2026-04-10 exam never carried 0 of 30, "
        "2024-03-01 2026-03-01 2026-06-01 exam never carried 29.99 of 30");
  log.cw("2024-03-02");
  CHECK(terms(log.as_of("2025-01-01")) ==
        "2024-01-10 2026-01-10 2026-04-10 exam never carried 0 of 30, "
        "2024-03-01 2026-03-01 2026-06-01 exam never carried 29.99 of 30, "
        "2024-03-02 2026-03-02 2026-06-02 exam never carried 9.99 of 30");
  // Its units would be stale by now: what is carried never is.
  CHECK(log.as_of("2025-12-01").credentials[0].counted == Units::from_hundredths(999));
}

TEST_CASE("Only units that close a cycle are carried over") {
  const Policy policy = with_type(various_policy(), "ANY", [](CertificationType& type) {
    type.carry_over = CarryOver{Units::whole(1000), {}, {}};
  });
  LogBuilder log{policy};
  log.earned("ANY-1", "2024-01-10").cw("2024-03-01", 5).exam("ANY-1", "2024-03-01");
  CHECK(outcomes(log.as_of("2024-04-01")) == "superseded*5 renewed");
  CHECK(log.as_of("2024-04-01").credentials[0].counted == Units{});
}
