// Plans: the ways of renewing, and what each gains and costs.

#include "certrenew/plan.hpp"

#include "catch.hpp"
#include "support.hpp"

using namespace certrenew;
using namespace certrenew::testing;

namespace {

Plan plan_for(const LogBuilder& log, std::string_view as_of,
              std::optional<std::string_view> finish = {}) {
  return make_plan(log.answer_as_of(as_of), finish ? std::optional{day(*finish)} : std::nullopt);
}

/// `30 units on 2026-09-19, 20 before | ACP-420 2026-09-19 | 2028-09-19 2028-09-19 | 0 118 0`: what
/// is earned, the exams, the new suspensions, and the days extended, forfeited and suspended.
std::string words(const LogBuilder& log, const Way& way) {
  std::string text = to_string(way.units_to_earn) + " units";
  if (way.finish) text += " on " + to_string(*way.finish);
  text +=
      ", " + (way.units_before_finish ? to_string(*way.units_before_finish) : "?") + " before |";
  for (const PlannedExam& exam : way.exams) {
    text += ' ' + std::string{log.log()[exam.credential].code} + ' ' + to_string(exam.date);
  }
  text += " |";
  for (const Standing& one : way.credentials) {
    text += ' ' + (one.status == Status::expired ? "lost" : to_string(one.suspends));
  }
  return text + " | " + std::to_string(way.totals.extension_days) + ' ' +
         std::to_string(way.totals.forfeited_days) + ' ' +
         std::to_string(way.totals.suspended_days);
}

Lines ways(const LogBuilder& log, std::string_view as_of,
           std::optional<std::string_view> finish = {}) {
  Lines lines;
  for (const Way& way : plan_for(log, as_of, finish).ways) lines.push_back(words(log, way));
  return lines;
}

}  // namespace

TEST_CASE("The youngest, earned fourteen months after the first, gains only ten months") {
  LogBuilder log;
  log.earned("ACP-620", "2023-11-15").earned("ACP-520", "2025-01-15").cw("2025-06-01", 9);
  CHECK(ways(log, "2025-11-01") ==
        Lines{"10 units on 2025-11-14, 0 before | | 2027-11-14 2027-11-14 | 1032 428 0",
              "10 units on 2026-02-14, 0 before | | 2028-02-14 2028-02-14 | 1216 335 91",
              "10 units on 2027-01-14, 0 before | ACP-620 2025-11-14 | 2027-11-14 2029-01-14 | "
              "1459 2 0"});
}

TEST_CASE("A suspended certification can be renewed today, or before it is lost") {
  LogBuilder log;
  log.earned("ACP-620", "2023-11-15").cw("2025-06-01", 9);
  CHECK(ways(log, "2025-12-01") ==
        Lines{"10 units on 2025-12-01, 0 before | | 2027-12-01 | 746 0 0",
              "10 units on 2026-02-14, 0 before | | 2028-02-14 | 821 0 75"});
}

TEST_CASE("An expired or upcoming certification is left alone") {
  LogBuilder log;
  log.earned("ACP-620", "2020-01-10")
      .earned("ACP-120", "2026-01-10")
      .earned("ACP-420", "2025-01-10");
  const Plan plan = plan_for(log, "2025-06-01");
  REQUIRE(plan.deadlines.size() == 1);
  CHECK(plan.deadlines[0].credential == Index<Certification>{2});
  REQUIRE(plan.left_alone.size() == 2);
  CHECK(plan.left_alone[0].message == "expired on 2022-04-10: pass the exam to earn it anew");
  CHECK(plan.left_alone[1].message == "earned on 2026-01-10: nothing to do yet");
  LogBuilder none{various_policy()};
  none.earned("UNI-1", "2020-01-10");
  CHECK(plan_for(none, "2025-06-01").left_alone.at(0).message ==
        "expired on 2022-04-10: nothing renews it any more");
  CHECK(plan_for(none, "2025-06-01").ways.empty());
}

TEST_CASE("Units that go stale before the finish are earned again") {
  LogBuilder log;
  log.earned("ACP-620", "2024-01-10").cw("2024-02-01", 3).cw("2025-05-05", 6);
  CHECK(ways(log, "2025-12-01") ==
        Lines{"10 units on 2026-01-09, 0 before | | 2028-01-09 | 729 1 0",
              "40 units on 2026-04-09, 30 before | | 2028-04-09 | 820 0 89"});
}

TEST_CASE("Units before the finish renew nothing early, even while more of them count") {
  LogBuilder log;
  log.earned("ACP-620", "2024-01-10").cw("2024-04-09", 3).cw("2025-05-05", 5);
  // On 2026-04-09, the finish, three courses go stale; the day before they still count.
  CHECK(ways(log, "2026-02-01")[1] ==
        "50 units on 2026-04-09, 10 before | | 2028-04-09 | 820 0 67");
}

TEST_CASE("An associate certification beside a professional one is not renewed early") {
  LogBuilder log;
  log.earned("ACP-620", "2024-01-10").earned("ACA-900", "2024-03-10");
  CHECK(ways(log, "2025-06-01").front() ==
        "100 units on 2026-01-09, 40 before | | 2028-01-09 2028-01-09 | 1399 61 0");
  log.cw("2025-01-01", 4);
  CHECK(ways(log, "2025-06-01").front() ==
        "60 units on 2026-01-09, 0 before | | 2028-01-09 2028-01-09 | 1399 61 0");
}

TEST_CASE("Every way takes the exam that alone renews a certification, and none takes courses") {
  LogBuilder log{various_policy()};
  log.earned("EXM-1", "2024-01-10").earned("UNI-1", "2024-01-20").earned("CRS-1", "2024-01-30");
  CHECK(ways(log, "2025-12-01") ==
        Lines{"30 units on 2026-01-09, 20 before | EXM-1 2026-01-09 | 2028-01-09 2028-01-09 "
              "2026-01-30 | 1448 12 0",
              "30 units on 2026-01-19, 20 before | EXM-1 2026-01-09 | 2028-01-09 2028-01-19 "
              "2026-01-30 | 1458 2 0",
              "30 units on 2026-01-29, 20 before | EXM-1 2026-01-09 | 2028-01-09 2028-01-29 "
              "2026-01-30 | 1468 1 9",
              "30 units on 2026-04-09, 20 before | EXM-1 2026-01-09 | 2028-01-09 2028-04-09 "
              "2026-01-30 | 1539 1 149"});
  LogBuilder exams{various_policy()};
  exams.earned("EXM-1", "2024-01-10").earned("EXM-2", "2024-02-10");
  CHECK(
      ways(exams, "2025-12-01") ==
      Lines{"0 units, 0 before | EXM-1 2026-01-09 EXM-2 2026-02-09 | 2028-01-09 2028-02-09 | 1458 "
            "2 0"});
  LogBuilder courses{various_policy()};
  courses.earned("CRS-1", "2024-01-10");
  CHECK(ways(courses, "2025-12-01").empty());
}

TEST_CASE(
    "Where every activity type is limited there are only ways by exams, and the plan says so") {
  Policy policy = builtin_policy();
  for (ActivityType& type : policy.activity_types) type.limit = 9;
  LogBuilder log{policy};
  log.earned("ACP-620", "2024-01-10");
  const Plan plan = plan_for(log, "2025-12-01");
  REQUIRE(plan.ways.size() == 1);
  CHECK(words(log, plan.ways[0]) ==
        "0 units, 0 before | ACP-620 2026-01-09 | 2028-01-09 | 729 1 0");
  CHECK(plan.left_out ==
        Lines{"every type of activity has a limit: no way by CE units is planned"});
}

TEST_CASE("The units before the finish are a multiple of the smallest unlimited activity") {
  Policy policy = builtin_policy();
  policy.activity_types[policy.find_activity_type("presenting").value().at].units = Units::whole(3);
  LogBuilder log{policy};
  log.earned("ACP-620", "2024-01-10");
  CHECK(ways(log, "2025-12-01").front() ==
        "100 units on 2026-01-09, 99 before | | 2028-01-09 | 729 1 0");
}

TEST_CASE("Units before the finish renew nothing that is upcoming today") {
  const Policy policy = with_type(builtin_policy(), "ACA", [](CertificationType& type) {
    type.validity_months = 1;
    type.grace_months = 1;
  });
  LogBuilder log{policy};
  log.earned("ACP-620", "2024-01-10").earned("ACA-900", "2025-02-10");
  const Plan plan = plan_for(log, "2025-01-15");
  REQUIRE_FALSE(plan.ways.empty());
  CHECK(words(log, plan.ways[0]) == "100 units on 2026-01-09, 90 before | | 2028-01-09 | 729 1 0");
  CHECK(plan.ways[0].units_from == day("2025-04-10"));  // when ACA-900 has expired
}

TEST_CASE("Ways that differ only in a suspension are both kept") {
  LogBuilder log;
  log.earned("ACP-620", "2023-11-30").earned("ACP-120", "2023-12-01");
  const Lines all = ways(log, "2025-11-01");
  REQUIRE(all.size() >= 2);  // both expire on 2028-02-29 (D2)
  CHECK(all[0] == "100 units on 2025-11-29, 90 before | | 2027-11-29 2027-11-29 | 1457 3 0");
  CHECK(all[1] == "100 units on 2025-11-30, 90 before | | 2027-11-30 2027-11-30 | 1459 1 0");
}

TEST_CASE("The units before the finish are unknown where no unlimited activity has units") {
  Policy policy = builtin_policy();
  policy.activity_types[policy.find_activity_type("coursework").value().at].limit = 9;
  LogBuilder log{policy};
  log.earned("ACP-620", "2024-01-10");
  CHECK(ways(log, "2025-12-01").front() ==
        "100 units on 2026-01-09, ? before | | 2028-01-09 | 729 1 0");
}

TEST_CASE("An exam whose window opens after the suspension is passed on its first day") {
  const Policy policy = with_type(builtin_policy(), "ACP",
                                  [](CertificationType& type) { type.exam_window_months = 1; });
  LogBuilder log{policy};
  log.earned("ACP-620", "2024-01-10");
  CHECK(ways(log, "2025-12-01").back() ==
        "0 units, 0 before | ACP-620 2026-03-10 | 2028-03-10 | 790 0 59");
  const Policy exam_alone =
      with_type(policy, "ACP", [](CertificationType& type) { type.units.reset(); });
  LogBuilder by_exam_alone{exam_alone};
  by_exam_alone.earned("ACP-620", "2024-01-10");
  CHECK(ways(by_exam_alone, "2026-03-20") ==
        Lines{"0 units, 0 before | ACP-620 2026-03-20 | 2028-03-20 | 800 0 0"});
}

TEST_CASE("A certification that expires the day after it was earned has no day for its exam") {
  LogBuilder log;
  log.suspends("ACP-620", "2025-12-05", "2025-12-05", "2025-12-04");
  CHECK(ways(log, "2025-12-04") ==
        Lines{"100 units on 2025-12-04, 90 before | | 2027-12-04 | 729 1 0"});
  CHECK(plan_for(log, "2025-12-04").left_out ==
        Lines{"the exam of ACP-620 on 2025-12-05: left out, ACP-620 expires before its exam can "
              "renew it"});
}

TEST_CASE("A given finish replaces all others") {
  LogBuilder log;
  log.earned("ACP-620", "2023-11-15").earned("ACP-520", "2025-01-15").cw("2025-06-01", 9);
  CHECK(ways(log, "2025-11-01", "2025-11-14") ==
        Lines{"10 units on 2025-11-14, 0 before | | 2027-11-14 2027-11-14 | 1032 428 0",
              "0 units, 0 before | ACP-620 2025-11-14 ACP-520 2027-01-14 | 2027-11-14 2029-01-14 "
              "| 1459 2 0"});
  CHECK(ways(log, "2025-11-01", "2025-11-01").front() ==
        "10 units on 2025-11-01, 0 before | | 2027-11-01 2027-11-01 | 1006 454 0");
  CHECK(ways(log, "2025-11-01", "2025-11-15").front() ==
        "10 units on 2025-11-15, 0 before | | 2027-11-15 2027-11-15 | 1034 426 0");
  CHECK(ways(log, "2025-11-01", "2025-11-16").front() ==
        "10 units on 2025-11-16, 0 before | | 2027-11-16 2027-11-16 | 1036 425 1");
}

TEST_CASE("A certification that expires before a given finish is lost") {
  LogBuilder log;
  log.earned("ACP-620", "2023-11-15").earned("ACP-520", "2025-01-15").cw("2025-06-01", 9);
  const Plan plan = plan_for(log, "2025-11-01", "2026-02-15");
  REQUIRE_FALSE(plan.ways.empty());
  CHECK(words(log, plan.ways[0]) ==
        "10 units on 2026-02-15, 0 before | | lost 2028-02-15 | 396 334 92");
  CHECK(plan.ways[0].say ==
        "earn 10 CE units on 2026-02-15; ACP-620 expires on 2026-02-15 and is lost");
  CHECK(plan.ways[0].lost == std::vector{Index<Certification>{0}});
}

TEST_CASE("A way whose units would come before its exam is left out") {
  LogBuilder log;
  log.earned("ACP-620", "2024-01-10").earned("ACP-520", "2024-05-10");
  const Plan plan = plan_for(log, "2025-12-01", "2025-12-15");
  REQUIRE(plan.ways.size() == 2);
  CHECK(words(log, plan.ways[0]) ==
        "100 units on 2025-12-15, 90 before | | 2027-12-15 2027-12-15 | 1288 172 0");
  CHECK(plan.left_out == Lines{"the exam of ACP-620 on 2026-01-09, units on 2025-12-15: left out, "
                               "the units would come before the exam of ACP-620"});
}

TEST_CASE("Units of the day of an exam do not come before the exam") {
  LogBuilder log;
  log.earned("ACP-620", "2024-01-10").earned("ACP-520", "2024-05-10");
  CHECK(plan_for(log, "2025-12-01", "2026-01-09").left_out.empty());
}

TEST_CASE("Beside an exam the units are earned before the first of the others is suspended") {
  LogBuilder log;
  log.earned("ACP-620", "2024-01-10")
      .earned("ACA-100", "2024-03-10")
      .earned("ACA-200", "2024-02-10");
  CHECK(ways(log, "2025-12-01").at(4) ==
        "50 units on 2026-02-09, 40 before | ACP-620 2026-01-09 | 2028-01-09 2028-02-09 2028-02-09 "
        "| 2159 31 0");
}

TEST_CASE("A cycle that a renewal began today is not renewed by units of today") {
  LogBuilder log;
  log.earned("ACP-620", "2024-01-10").earned("ACP-520", "2022-11-01").cw("2024-12-01", 10);
  log.earned("ACP-120", "2022-10-10");
  const Plan plan = plan_for(log, "2024-12-01");
  CHECK(plan.ways.size() >= 1);
  for (const Way& way : plan.ways) CHECK(way.finish != day("2024-12-01"));
}

TEST_CASE("Activities that the log plans count in the ways from their day on") {
  LogBuilder log;
  log.earned("ACP-620", "2024-01-10").cw("2025-06-01", 5).cw("2025-12-20", 3).cw("2026-03-01", 2);
  CHECK(ways(log, "2025-12-01") ==
        Lines{"20 units on 2026-01-09, 10 before | | 2028-01-09 | 729 1 0",
              "0 units on 2026-04-09, 0 before | | 2028-03-01 | 781 0 50"});
}

TEST_CASE("A way is left out where another one reaches the same dates for less") {
  LogBuilder log;
  log.earned("ACP-620", "2024-01-10")
      .earned("ACP-120", "2024-02-10")
      .earned("ACP-420", "2024-03-10");
  // Units enough for the others would renew again what passed its exam just before.
  Lines all;
  for (const Way& way : plan_for(log, "2025-12-01").ways) all.push_back(way.say);
  CHECK(
      all ==
      Lines{"earn 100 CE units, the last of them on 2026-01-09 and no more than 90 before that day",
            "earn 100 CE units, the last of them on 2026-02-09 and no more than 90 before that day",
            "earn 100 CE units, the last of them on 2026-03-09 and no more than 90 before that day",
            "earn 100 CE units, the last of them on 2026-04-09 and no more than 90 before that day",
            "pass the exam of ACP-620 on 2026-01-09, of ACP-120 on 2026-02-09 and of ACP-420 on "
            "2026-03-09"});
}

TEST_CASE("An exam is not part of a way where something else renews its certification before") {
  LogBuilder log;
  log.earned("ACP-620", "2023-11-15").earned("ACP-120", "2024-03-02").cw("2025-06-01", 9);
  log.cw("2025-11-10").earned("ACP-420", "2025-07-01");
  // On 2025-11-10 the last course renews the first two, whose exams would be too early after it.
  for (const Way& way : plan_for(log, "2025-10-01").ways) CHECK(way.exams.empty());
  CHECK(plan_for(log, "2025-10-01").left_out.empty());
}

TEST_CASE("A certification whose exam is dropped is renewed by the units of the way") {
  LogBuilder log{various_policy()};
  log.suspends("UNI-1", "2023-03-20").suspends("ALL-1", "2025-01-20");
  log.done("free", "2022-06-01", 1, 2000).done("free", "2024-02-01", 1, 2000);
  // 10 units on 2023-03-19 would do for UNI-1; with those of 2024-02-01 they renew ALL-1, too, and
  // its exam on 2025-01-19 comes too early then.
  for (const Way& way : plan_for(log, "2023-02-20").ways) {
    CHECK(way.exams.empty());
    CHECK(way.credentials[1].renewals.size() == 1);
  }
}

TEST_CASE("A certification whose only exam the log plans asks for no units") {
  LogBuilder log{various_policy()};
  log.earned("EXM-1", "2024-01-10").exam("EXM-1", "2025-12-20").earned("UNI-1", "2024-01-20");
  const Plan plan = plan_for(log, "2025-12-01");
  REQUIRE_FALSE(plan.ways.empty());
  for (const Way& way : plan.ways) CHECK(way.exams.empty());
  CHECK(words(log, plan.ways[0]) ==
        "30 units on 2026-01-09, 20 before | | 2027-12-20 2028-01-09 | 1428 32 0");
}

TEST_CASE("Where what is planned suffices for all exams there is no way, and the plan says so") {
  LogBuilder log{various_policy()};
  log.earned("EXM-1", "2024-01-10").exam("EXM-1", "2025-12-20");
  const Plan plan = plan_for(log, "2025-12-01");
  CHECK(plan.ways.empty());
  CHECK(plan.left_out ==
        Lines{"the exam of EXM-1 on 2026-01-09: left out, what the log plans comes first"});
}

TEST_CASE("Exams that are not needed are not mentioned where there is another way") {
  LogBuilder log{various_policy()};
  log.earned("ALL-1", "2024-01-10").exam("ALL-1", "2025-12-20");
  const Plan plan = plan_for(log, "2025-12-01");
  CHECK_FALSE(plan.ways.empty());
  CHECK(plan.left_out.empty());
}

TEST_CASE("A finish on as-of asks for what is needed that day") {
  LogBuilder log;
  log.suspends("ACA-3", "2027-03-02").done("local-event", "2025-05-31");
  CHECK(ways(log, "2027-05-31").front() ==
        "50 units on 2027-05-31, 30 before | | 2029-05-31 | 821 0 0");
}
