// Plans: the best ways of renewing, what they cost, and who is left alone.

#include "certrenew/plan.hpp"

#include <string>

#include "catch.hpp"
#include "core/plan/plan_words.hpp"
#include "support.hpp"

using namespace certrenew;
using namespace certrenew::testing;

namespace {

/// Somebody whose four certifications need 20, 60, 90 and 100 units.
LogBuilder four_needs() {
  LogBuilder log;
  log.earned("ACP-1", "2024-01-10").earned("ACP-2", "2024-05-10");
  log.earned("ACP-3", "2024-09-10").earned("ACP-4", "2025-01-10");
  log.cw("2024-04-01", 4).cw("2024-08-01", 3).cw("2024-10-01");
  return log;
}

}  // namespace

// ---- Worked examples ---------------------------------------------------------------------------

TEST_CASE("Four certifications have seven best ways, and the first needs no exam") {
  const LogBuilder log = four_certifications();
  CHECK(
      ways(log, "2025-10-01") ==
      Lines{
          ("exams 0, steps 2, units 40, forfeited 228, suspended 0, extended 2694: "
           "10 on 2025-11-14, 30 on 2026-09-19"),
          ("exams 0, steps 1, units 40, forfeited 846, suspended 0, extended 2074: "
           "40 on 2025-11-14"),
          ("exams 1, steps 3, units 40, forfeited 111, suspended 0, extended 2811: "
           "10 on 2025-11-14, ACP-420 on 2026-09-19, 30 on 2027-01-14"),
          ("exams 2, steps 4, units 40, forfeited 4, suspended 0, extended 2919: "
           "ACP-620 on 2025-11-14, 10 on 2026-03-01, ACP-420 on 2026-09-19, 30 on 2027-01-14"),
          ("exams 2, steps 3, units 10, forfeited 111, suspended 0, extended 2811: "
           "10 on 2025-11-14, ACP-420 on 2026-09-19, ACP-520 on 2027-01-14"),
          ("exams 3, steps 4, units 10, forfeited 4, suspended 0, extended 2919: "
           "ACP-620 on 2025-11-14, 10 on 2026-03-01, ACP-420 on 2026-09-19, ACP-520 on 2027-01-14"),
          ("exams 4, steps 4, units 0, forfeited 4, suspended 0, extended 2919: "
           "ACP-620 on 2025-11-14, ACP-120 on 2026-03-01, ACP-420 on 2026-09-19, "
           "ACP-520 on 2027-01-14"),
      });
  CHECK(labels(plan_for(log, "2025-10-01")) ==
        Lines{"no-exam", "one-day", "", "least-forfeited", "", "", "fewest-units"});
}

TEST_CASE("Each step says what it renews, and what of it may be earlier") {
  const LogBuilder log = four_certifications();
  const Way way = plan_for(log, "2025-10-01").ways.at(0);
  CHECK(steps(log, way) == Lines{"10 on 2025-11-14 renews ACP-620 ACP-120",
                                 "30 on 2026-09-19 (20 from 2025-11-15) renews ACP-420 ACP-520"});
  CHECK(standings(log, way) ==
        Lines{"ACP-620 active until 2027-11-14 (units 2025-11-14), 729 1 0",
              "ACP-120 active until 2027-11-14 (units 2025-11-14), 622 108 0",
              "ACP-420 active until 2028-09-19 (units 2026-09-19), 730 1 0",
              "ACP-520 active until 2028-09-19 (units 2026-09-19), 613 118 0"});
}

TEST_CASE("Of two exams on one day each renews its own certification") {
  LogBuilder log{various_policy()};
  log.earned("EXM-1", "2024-01-10").earned("EXM-2", "2024-01-10");
  CHECK(steps(log, plan_for(log, "2025-12-01").ways.at(0)) ==
        Lines{"EXM-1 on 2026-01-09 renews EXM-1", "EXM-2 on 2026-01-09 renews EXM-2"});
}

TEST_CASE("Units that are earned step by step give the dates of four exams without one") {
  const auto all = ways(four_needs(), "2025-06-01");
  CHECK(all.front() == ("exams 0, steps 4, units 100, forfeited 4, suspended 0, extended 2919: "
                        "20 on 2026-01-09, 40 on 2026-05-09, 30 on 2026-09-09, 10 on 2027-01-09"));
  CHECK(all.back() ==
        ("exams 4, steps 4, units 0, forfeited 4, suspended 0, extended 2919: "
         "ACP-1 on 2026-01-09, ACP-2 on 2026-05-09, ACP-3 on 2026-09-09, ACP-4 on 2027-01-09"));
}

TEST_CASE("A single certification is offered its exam, too") {
  LogBuilder log;
  log.earned("ACP-1", "2024-01-10").cw("2024-04-01", 4);
  CHECK(ways(log, "2025-06-01") ==
        Lines{("exams 0, steps 1, units 60, forfeited 1, suspended 0, extended 729: "
               "60 on 2026-01-09"),
              ("exams 1, steps 1, units 0, forfeited 1, suspended 0, extended 729: "
               "ACP-1 on 2026-01-09")});
}

TEST_CASE("The exam that saves the most units need not be that of the first to suspend") {
  LogBuilder log;
  log.earned("ACP-1", "2024-01-01").earned("ACA-2", "2024-07-01").cw("2024-03-01", 7);
  CHECK(ways(log, "2025-06-01") ==
        Lines{("exams 0, steps 2, units 50, forfeited 2, suspended 0, extended 1459: "
               "30 on 2025-12-31, 20 on 2026-06-30"),
              ("exams 0, steps 1, units 50, forfeited 183, suspended 0, extended 1277: "
               "50 on 2025-12-31"),
              ("exams 1, steps 2, units 30, forfeited 2, suspended 0, extended 1459: "
               "30 on 2025-12-31, ACA-2 on 2026-06-30"),
              ("exams 2, steps 2, units 0, forfeited 2, suspended 0, extended 1459: "
               "ACP-1 on 2025-12-31, ACA-2 on 2026-06-30")});
}

TEST_CASE("An associate certification needs few units now, a professional one more later") {
  LogBuilder log;
  log.earned("ACA-1", "2024-01-10").earned("ACP-2", "2025-03-10").cw("2024-04-01", 4);
  const Way way = plan_for(log, "2025-06-01").ways.at(0);
  CHECK(steps(log, way) == Lines{"10 on 2026-01-09 renews ACA-1",
                                 "90 on 2027-03-09 (40 from 2026-01-10) renews ACA-1 ACP-2"});
  // ACA-1 renews once more, which forfeits nothing.
  CHECK(standings(log, way) ==
        Lines{"ACA-1 active until 2029-03-09 (units 2026-01-09, units 2027-03-09), 1154 1 0",
              "ACP-2 active until 2029-03-09 (units 2027-03-09), 730 1 0"});
}

// ---- When --------------------------------------------------------------------------------------

TEST_CASE("A suspended certification is not told to wait for the last day of grace") {
  LogBuilder log;
  log.earned("ACP-620", "2023-11-15").cw("2025-06-01", 9);
  CHECK(ways(log, "2025-12-01") ==
        Lines{("exams 0, steps 1, units 10, forfeited 0, suspended 0, extended 746: "
               "10 on 2025-12-01"),
              ("exams 1, steps 1, units 0, forfeited 0, suspended 0, extended 746: "
               "ACP-620 on 2025-12-01")});
  CHECK(plan_for(log, "2025-12-01").compared == 3);
}

TEST_CASE("A suspended certification may wait until another one is due where that saves a step") {
  LogBuilder log;
  log.earned("ACP-620", "2023-11-15").earned("ACP-120", "2024-01-10").cw("2025-06-01", 9);
  CHECK(
      ways(log, "2025-12-01") ==
      Lines{
          "exams 0, steps 1, units 10, forfeited 1, suspended 39, extended 1514: 10 on 2026-01-09",
          "exams 0, steps 1, units 10, forfeited 40, suspended 0, extended 1436: 10 on 2025-12-01",
          ("exams 1, steps 2, units 10, forfeited 1, suspended 0, extended 1475: ACP-620 on "
           "2025-12-01, 10 on 2026-01-09"),
          ("exams 2, steps 2, units 0, forfeited 1, suspended 0, extended 1475: ACP-620 on "
           "2025-12-01, ACP-120 on 2026-01-09")});
}

TEST_CASE("What is active is suspended only where that is allowed") {
  LogBuilder log;
  log.earned("ACP-620", "2023-11-15").earned("ACP-120", "2024-01-10").cw("2025-06-01", 9);
  for (const Way& way : plan_for(log, "2025-11-01").ways) CHECK(way.totals.suspended_days == 0);
  CHECK(
      ways(log, "2025-11-01", {.allow_suspension = true}) ==
      Lines{
          "exams 0, steps 1, units 10, forfeited 0, suspended 122, extended 1582: 10 on 2026-02-12",
          "exams 0, steps 1, units 10, forfeited 1, suspended 55, extended 1514: 10 on 2026-01-09",
          "exams 0, steps 1, units 10, forfeited 58, suspended 0, extended 1402: 10 on 2025-11-14",
          ("exams 1, steps 2, units 10, forfeited 2, suspended 0, extended 1458: ACP-620 on "
           "2025-11-14, 10 on 2026-01-09"),
          ("exams 2, steps 2, units 0, forfeited 2, suspended 0, extended 1458: ACP-620 on "
           "2025-11-14, ACP-120 on 2026-01-09")});
}

TEST_CASE("An exam whose window opens after the suspension needs leave to suspend") {
  Policy policy = with_type(builtin_policy(), "ACP", [](CertificationType& type) {
    type.exam->window = {Duration::months(1)};
  });
  policy.readings.clear();
  LogBuilder log{policy};
  log.earned("ACP-620", "2024-01-10");
  CHECK(ways(log, "2025-12-01") ==
        Lines{("exams 0, steps 1, units 100, forfeited 1, suspended 0, extended 729: "
               "100 on 2026-01-09")});
  CHECK(ways(log, "2025-12-01", {.allow_suspension = true}).back() ==
        ("exams 1, steps 1, units 0, forfeited 0, suspended 59, extended 790: "
         "ACP-620 on 2026-03-10"));
}

TEST_CASE("No step lies after a given finish") {
  const LogBuilder log = four_certifications();
  CHECK(
      ways(log, "2025-10-01", {.finish = day("2026-03-01")}) ==
      Lines{
          ("exams 0, steps 2, units 40, forfeited 632, suspended 0, extended 2290: 10 on "
           "2025-11-14, 30 on 2026-03-01"),
          "exams 0, steps 1, units 40, forfeited 846, suspended 0, extended 2074: 40 on 2025-11-14",
          ("exams 1, steps 2, units 40, forfeited 525, suspended 0, extended 2398: ACP-620 on "
           "2025-11-14, 40 on 2026-03-01")});
  CHECK(ways(log, "2025-10-01", {.finish = day("2025-10-01")}) ==
        Lines{("exams 0, steps 1, units 40, forfeited 1022, suspended 0, extended 1898: 40 on "
               "2025-10-01")});
}

TEST_CASE("What cannot be renewed by a given finish is left alone, with the reason") {
  LogBuilder log{various_policy()};
  log.earned("UNI-1", "2024-01-10").earned("EXM-1", "2025-01-10");
  const Plan plan = plan_for(log, "2025-12-01", {.finish = day("2026-02-01")});
  REQUIRE(plan.ways.size() == 1);
  CHECK(plan.ways[0].credentials.size() == 1);
  CHECK(plan.deadlines.size() == 2);
  CHECK(left_alone(log, plan) ==
        Lines{"EXM-1: neither an exam nor units can renew it by 2026-02-01"});
}

TEST_CASE("Units of today do not renew what was renewed today") {
  LogBuilder log;
  log.earned("ACP-620", "2024-01-10").exam("ACP-620", "2025-12-20");
  log.earned("ACP-520", "2024-05-10");
  const Plan plan = plan_for(log, "2025-12-20", {.finish = day("2025-12-20")});
  CHECK(left_alone(log, plan) ==
        Lines{"ACP-620: neither an exam nor units can renew it by 2025-12-20"});
  REQUIRE(plan.ways.size() == 1);
  CHECK(steps(log, plan.ways[0]) == Lines{"100 on 2025-12-20 renews ACP-520"});
}

// ---- Which ways are listed ---------------------------------------------------------------------

TEST_CASE("A way that another one beats is not listed") {
  LogBuilder log;
  log.earned("ACP-1", "2024-01-01").earned("ACA-2", "2024-07-01").cw("2024-03-01", 7);
  // The exam of ACP-1 and 50 units for ACA-2 are 20 units more than the exam of ACA-2 and 30.
  const Plan plan = plan_for(log, "2025-06-01", {.all_ways = true});
  CHECK(plan.compared == 5);
  REQUIRE(plan.ways.size() == 4);
  for (const Way& way : plan.ways) CHECK(words(log, way.steps.back()) != "50 on 2026-06-30");
}

TEST_CASE("More than eight ways are cut to those with a label and the first of the others") {
  const LogBuilder log = four_needs();
  const Plan plan = plan_for(log, "2025-06-01");
  const Plan all = plan_for(log, "2025-06-01", {.all_ways = true});
  CHECK(plan.compared == 34);
  CHECK(all.compared == 34);
  REQUIRE(all.ways.size() == 11);
  REQUIRE(plan.ways.size() == 8);
  for (std::size_t i = 0; i < 7; ++i) CHECK(plan.ways[i].say == all.ways[i].say);
  CHECK(plan.ways[7].say == all.ways[10].say);
  CHECK(labels(plan) ==
        Lines{"no-exam least-forfeited", "", "", "one-day", "", "", "", "fewest-units"});
}

TEST_CASE("One way may have every label") {
  LogBuilder log{various_policy()};
  log.earned("UNI-1", "2024-01-10");
  CHECK(labels(plan_for(log, "2025-12-01")) ==
        Lines{"no-exam fewest-units least-forfeited one-day"});
}

// ---- Who takes part ----------------------------------------------------------------------------

TEST_CASE("Expired and upcoming certifications, and what nothing renews, are left alone") {
  const Policy policy =
      with_type(various_policy(), "EXM", [](CertificationType& type) { type.exam.reset(); });
  LogBuilder log{policy};
  log.earned("ALL-1", "2020-01-10").earned("UNI-1", "2020-01-10").earned("UNI-2", "2026-01-10");
  log.earned("EXM-1", "2024-06-10").earned("UNI-3", "2025-01-10");
  const Plan plan = plan_for(log, "2025-06-01");
  CHECK(plan.deadlines.size() == 1);
  CHECK(left_alone(log, plan) ==
        Lines{"ALL-1: expired on 2022-04-10: pass the exam to earn it anew",
              "UNI-1: expired on 2022-04-10: nothing renews it any more",
              "UNI-2: earned on 2026-01-10: nothing to do yet", "EXM-1: nothing renews it"});
  REQUIRE(plan.ways.size() == 1);
  CHECK(standings(log, plan.ways[0]).size() == 1);
}

TEST_CASE("What courses alone renew is left alone, and binds nobody to its day") {
  LogBuilder log{various_policy()};
  log.earned("CRS-1", "2024-01-10").earned("UNI-1", "2024-05-10").course("a", "2024-02-01");
  const Plan plan = plan_for(log, "2025-12-01");
  CHECK(left_alone(log, plan) ==
        Lines{"CRS-1: renewed by courses alone: complete \"b\" by 2026-01-09"});
  CHECK(plan.deadlines.size() == 2);
  CHECK(ways(log, "2025-12-01") ==
        Lines{("exams 0, steps 1, units 30, forfeited 1, suspended 0, extended 730: "
               "30 on 2026-05-09")});
}

TEST_CASE("Where nobody takes part there is no way") {
  LogBuilder log{various_policy()};
  log.earned("CRS-1", "2024-01-10");
  const Plan plan = plan_for(log, "2025-12-01");
  CHECK(plan.ways.empty());
  CHECK(plan.compared == 0);
  CHECK(plan.left_alone.size() == 1);
}

TEST_CASE("With more than eight certifications the others join, and the plan says so") {
  LogBuilder log;
  for (int i = 0; i < 9; ++i) {
    log.earned("ACP-" + std::to_string(i), "2024-0" + std::to_string(i + 1) + "-10");
  }
  const Plan plan = plan_for(log, "2025-12-01");
  CHECK(plan.left_out ==
        Lines{("9 certifications take part: every way is tried for the 8 with the earliest "
               "deadlines; the others are renewed along with these")});
  REQUIRE_FALSE(plan.ways.empty());
  for (const Way& way : plan.ways) CHECK(way.credentials.size() == 9);
  CHECK(steps(log, plan.ways.front()) ==
        Lines{("100 on 2026-01-09 (90 from 2025-12-01) renews ACP-0 ACP-1 ACP-2 ACP-3 ACP-4 ACP-5 "
               "ACP-6 ACP-7 ACP-8")});
  // Only the eight with the earliest last days are offered their exams.
  const auto last = Index<Certification>{8};
  for (const Way& way : plan.ways) {
    for (const Step& step : way.steps) CHECK(step.exam != last);
  }
}

// ---- Units and what is planned -----------------------------------------------------------------

TEST_CASE("Where every type of activity has a limit units are earned all the same, none earlier") {
  Policy policy = builtin_policy();
  for (ActivityType& type : policy.activity_types) type.limit = {9};
  LogBuilder log{policy};
  log.earned("ACP-620", "2024-01-10");
  const Plan plan = plan_for(log, "2025-12-01");
  CHECK(plan.left_out.empty());
  REQUIRE(plan.ways.size() == 2);
  CHECK(steps(log, plan.ways[0]) == Lines{"100 on 2026-01-09 renews ACP-620"});
  CHECK_FALSE(plan.ways[0].steps[0].may_be_earlier);
}

TEST_CASE("What may be earlier are whole activities of the smallest type without a limit") {
  Policy policy = builtin_policy();
  policy.activity_types[policy.find_activity_type("presenting").value().at].units = {
      Units::whole(3)};
  LogBuilder log{policy};
  log.earned("ACP-620", "2024-01-10");
  CHECK(steps(log, plan_for(log, "2025-12-01").ways.at(0)) ==
        Lines{"100 on 2026-01-09 (99 from 2025-12-01) renews ACP-620"});
}

TEST_CASE("What may be earlier comes no earlier than what still counts on the day of the step") {
  LogBuilder log{various_policy()};
  log.earned("UNI-1", "2024-01-10");
  CHECK(steps(log, plan_for(log, "2024-03-01").ways.at(0)) ==
        Lines{"30 on 2026-01-09 (20 from 2025-01-10) renews UNI-1"});
}

TEST_CASE("What may be earlier comes after what the log plans to renew") {
  LogBuilder log;
  log.earned("ACP-620", "2023-11-15").cw("2025-06-01", 9).cw("2025-11-14");
  log.earned("ACP-420", "2025-07-01");
  CHECK(steps(log, plan_for(log, "2025-10-01").ways.at(0)) ==
        Lines{"90 on 2027-06-30 (80 from 2025-11-14) renews ACP-420"});
}

TEST_CASE("What the log plans counts from its day on") {
  LogBuilder log;
  log.earned("ACP-620", "2024-01-10").cw("2025-06-01", 5).cw("2025-12-20", 3);
  CHECK(ways(log, "2025-12-01").front() ==
        "exams 0, steps 1, units 20, forfeited 1, suspended 0, extended 729: 20 on 2026-01-09");
}

TEST_CASE("What the log plans in time needs neither exam nor units") {
  LogBuilder log{various_policy()};
  log.earned("EXM-1", "2024-01-10").exam("EXM-1", "2025-12-20");
  const Plan plan = plan_for(log, "2025-12-01");
  REQUIRE(plan.ways.size() == 1);
  CHECK(plan.compared == 1);
  CHECK(plan.ways[0].steps.empty());
  CHECK(standings(log, plan.ways[0]) ==
        Lines{"EXM-1 active until 2027-12-20 (exam 2025-12-20), 709 21 0"});
  log.earned("UNI-1", "2024-01-20");
  CHECK(ways(log, "2025-12-01") ==
        Lines{("exams 0, steps 1, units 30, forfeited 22, suspended 0, extended 1438: "
               "30 on 2026-01-19")});
}

TEST_CASE("What the log plans too late for one of them does not save it") {
  LogBuilder log;
  log.earned("ACP-620", "2024-01-10").cw("2025-06-01", 5).cw("2026-03-01", 5);
  CHECK(ways(log, "2025-12-01").front() ==
        "exams 0, steps 1, units 50, forfeited 1, suspended 0, extended 729: 50 on 2026-01-09");
  CHECK(
      ways(log, "2025-12-01", {.allow_suspension = true}) ==
      Lines{"exams 0, steps 0, units 0, forfeited 0, suspended 50, extended 781",
            "exams 0, steps 1, units 50, forfeited 1, suspended 0, extended 729: 50 on 2026-01-09",
            ("exams 1, steps 1, units 0, forfeited 1, suspended 0, extended 729: ACP-620 on "
             "2026-01-09")});
}
