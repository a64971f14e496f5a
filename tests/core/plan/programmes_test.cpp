// Plans beyond one list of certifications: retired exams, designations, what is tracked,
// programmes.

#include <string>

#include "catch.hpp"
#include "core/plan/plan_words.hpp"
#include "support.hpp"

using namespace certrenew;
using namespace certrenew::testing;

TEST_CASE("An exam is passed before it is retired") {
  const auto retiring = [](std::string_view on) {
    return with(builtin_policy(), [&](Policy& policy) {
      policy.readings.clear();
      policy.certifications[policy.find_certification("ACP-620")->at].retired = day(on);
    });
  };
  LogBuilder log{retiring("2025-12-20")};
  log.earned("ACP-620", "2024-01-10");
  CHECK(ways(log, "2025-12-01").back() ==
        "exams 1, steps 1, units 0, forfeited 22, suspended 0, extended 708: ACP-620 on "
        "2025-12-19");
  CHECK(ways(log, "2025-12-19").size() == 2);
  CHECK(ways(log, "2025-12-20").size() == 1);
  LogBuilder before{retiring("2025-10-10")};
  before.earned("ACP-620", "2024-01-10");
  CHECK(ways(before, "2025-10-01").size() == 1);
}

TEST_CASE("A retired certification that only its exam renewed is left alone") {
  Policy policy =
      with_type(builtin_policy(), "ACP", [](CertificationType& type) { type.units.reset(); });
  LogBuilder log{policy};
  log.earned("ACP-600", "2024-06-10");
  CHECK(left_alone(log, plan_for(log, "2025-12-01")) == Lines{"ACP-600: nothing renews it"});
}

TEST_CASE("Each way says until when it gives a designation") {
  const LogBuilder log = four_certifications();
  const Plan plan = plan_for(log, "2025-10-01");
  Lines until;
  for (const Way& way : plan.ways) {
    REQUIRE(way.designations.size() == 1);
    CHECK(way.designations[0].designation->name == "Administration Expert");
    until.push_back(date_or_never(way.designations[0].until));
    CHECK(way.say.ends_with(" Then Administration Expert is held until " + until.back() + "."));
  }
  CHECK(until == Lines{"2027-11-14", "2027-11-14", "2027-11-14", "2027-11-14", "2027-11-14",
                       "2027-11-14", "2027-11-14"});
  CHECK(plan.ways.front().say ==
        "Earn 10 CE units by 2025-11-14, then 30 more by 2026-09-19; up to 20 of these on any days "
        "from 2025-11-15 on. Then Administration Expert is held until 2027-11-14.");
}

TEST_CASE("What takes no part in a way keeps a designation as long as it is active") {
  const Policy policy = with(various_policy(), [](Policy& one) {
    one.designations.push_back({.name = "Both", .needs = 2, .of = {"UNI-1", "CRS-1", "NVR-1"}});
  });
  const auto held = [&](const LogBuilder& log) {
    Lines lines;
    const Way way = plan_for(log, "2025-12-01").ways.at(0);
    for (const HeldUntil& one : way.designations) {
      lines.push_back(one.designation->name + " " + date_or_never(one.until));
    }
    return lines;
  };
  LogBuilder log{policy};
  log.earned("UNI-1", "2024-01-10");
  CHECK(held(log).empty());
  log.earned("CRS-1", "2024-06-10");
  CHECK(held(log) == Lines{"Both 2026-06-10"});
  log.earned("NVR-1", "2024-06-10");
  CHECK(held(log) == Lines{"Both 2028-01-09"});
  LogBuilder suspended_by_then{policy};
  suspended_by_then.earned("UNI-1", "2024-01-10").earned("CRS-1", "2024-01-09");
  CHECK(held(suspended_by_then).empty());  // units are earned on the day of its suspension
  LogBuilder until_the_next_day{policy};
  until_the_next_day.earned("UNI-1", "2024-01-10").earned("CRS-1", "2024-01-10");
  CHECK(held(until_the_next_day) == Lines{"Both 2026-01-10"});
  LogBuilder expired{policy};
  expired.earned("UNI-1", "2024-01-10").earned("CRS-1", "2020-01-10");
  CHECK(held(expired).empty());
  LogBuilder upcoming{policy};
  upcoming.earned("UNI-1", "2024-01-10").earned("NVR-1", "2025-12-02");
  CHECK(held(upcoming).empty());
}

TEST_CASE("What is held for ever is said to be") {
  LogBuilder log{with(various_policy(), [](Policy& one) {
    one.designations.push_back({.name = "One", .needs = 1, .of = {"UNI-1", "NVR-1"}});
  })};
  log.earned("UNI-1", "2024-01-10").earned("NVR-1", "2024-01-10");
  const Way way = plan_for(log, "2025-12-01").ways.at(0);
  CHECK_FALSE(way.designations.at(0).until);
  CHECK(way.say.ends_with(" Then One is held for ever."));
}

TEST_CASE("What is tracked or never suspends is left alone, and says so") {
  LogBuilder log{various_policy()};
  log.tracked("CKA", "2024-05-02", "2026-05-02").earned("NVR-1", "2024-01-10");
  log.earned("UNI-1", "2024-01-10");
  const Plan plan = plan_for(log, "2025-12-01");
  CHECK(left_alone(log, plan) ==
        Lines{"CKA: no rules are known for it", "NVR-1: it never suspends"});
  CHECK(plan.deadlines.size() == 1);
  CHECK(plan.ways.size() == 1);
}

TEST_CASE("Each programme has its own ways and labels") {
  Policies policies{builtin_policy()};
  policies.put(various_policy());
  LogBuilder log{policies};
  log.earned("ACP-620", "2024-01-10").earned("ALL-1", "2024-01-10").earned("UNI-1", "2024-03-10");
  log.cw("2025-06-01").only_in("atlassian");
  const Plan plan = plan_for(log, "2025-12-01");
  Lines all;
  for (const Way& way : plan.ways) {
    all.push_back(policies[way.programme].name + ": " + words(log, way));
  }
  CHECK(all == Lines{"atlassian: exams 0, steps 1, units 90, forfeited 1, suspended 0, extended "
                     "729: 90 on 2026-01-09",
                     "atlassian: exams 1, steps 1, units 0, forfeited 1, suspended 0, extended "
                     "729: ACP-620 on 2026-01-09",
                     "test: exams 0, steps 1, units 30, forfeited 61, suspended 0, extended 1399: "
                     "30 on 2026-01-09",
                     "test: exams 1, steps 2, units 30, forfeited 2, suspended 0, extended 1519: "
                     "ALL-1 on 2026-01-09, 30 on 2026-03-09"});
  CHECK(labels(plan) == Lines{"no-exam least-forfeited one-day", "fewest-units",
                              "no-exam fewest-units one-day", "least-forfeited"});
  CHECK(plan.unbeaten == 4);
  CHECK(plan.compared == 4);
}
