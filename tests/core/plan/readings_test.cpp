// Plans where the rules are in doubt: last days are safe, and ways say what they rest on (R1, R2).

#include <string>

#include "catch.hpp"
#include "core/plan/plan_words.hpp"
#include "support.hpp"

using namespace certrenew;
using namespace certrenew::testing;

namespace {

/// The same policy with another validity of all types that have one.
Policy lasting(Policy policy, int days) {
  for (CertificationType& type : policy.certification_types) {
    if (type.validity.first) type.validity = {std::optional{Duration::days(days)}};
  }
  return policy;
}

/// The readings under which each way is in doubt, one line a way.
Lines doubts(const LogBuilder& log, std::string_view as_of) {
  Lines lines;
  for (const Way& way : plan_for(log, as_of).ways) lines.push_back(doubts_of(way));
  return lines;
}

}  // namespace

TEST_CASE("Units are earned by the earliest last day of the readings that is still to come") {
  const Policy policy = with_reading(various_policy(), "700-days", lasting(various_policy(), 700));
  LogBuilder log{policy};
  log.earned("UNI-1", "2024-01-10");
  CHECK(ways(log, "2025-12-01") ==
        Lines{"exams 0, steps 1, units 30, forfeited 32, suspended 0, extended 698: 30 on "
              "2025-12-09"});
  CHECK(ways(log, "2025-12-10") ==
        Lines{"exams 0, steps 1, units 30, forfeited 1, suspended 0, extended 729: 30 on "
              "2026-01-09"});
  CHECK(doubts(log, "2025-12-10") == Lines{""});  // there is grace under the reading, too
}

TEST_CASE("An exam is passed on the earliest of its days under the readings") {
  const Policy policy = with_reading(various_policy(), "700-days", lasting(various_policy(), 700));
  LogBuilder log{policy};
  log.earned("EXM-1", "2024-01-10");
  CHECK(ways(log, "2025-12-01") ==
        Lines{"exams 1, steps 1, units 0, forfeited 32, suspended 0, extended 698: EXM-1 on "
              "2025-12-09"});
  CHECK(doubts(log, "2025-12-01") == Lines{""});
}

TEST_CASE("A way is in doubt under a reading by which the certification has expired") {
  const Policy policy = with_reading(various_policy(), "no-grace",
                                     with(lasting(various_policy(), 700), [](Policy& changed) {
                                       for (CertificationType& type : changed.certification_types)
                                         type.grace = {};
                                     }));
  LogBuilder log{policy};
  log.earned("UNI-1", "2024-01-10");
  CHECK(doubts(log, "2025-12-09") == Lines{""});
  CHECK(doubts(log, "2025-12-10") == Lines{"no-grace"});
}

TEST_CASE("Units that are enough by the policy as it stands may not be under a reading") {
  LogBuilder log;
  log.earned("ACP-620", "2024-09-10").cw("2024-09-10").cw("2025-05-05", 3);
  CHECK(ways(log, "2026-06-01") ==
        Lines{("exams 0, steps 1, units 60, forfeited 1, suspended 0, extended 730: 60 on "
               "2026-09-09"),
              ("exams 1, steps 1, units 0, forfeited 1, suspended 0, extended 730: ACP-620 on "
               "2026-09-09")});
  CHECK(doubts(log, "2026-06-01") == Lines{"not-on-the-first-day", ""});
  const Plan plan = plan_for(log, "2026-06-01");
  CHECK(plan.deadlines.at(0).units_needed == Units::whole(60));
  CHECK(plan.deadlines.at(0).finish_active.value().units_needed == Units::whole(70));
  const Plan as_it_stands = make_plan(log.answer_as_of("2026-06-01", Doubts::none));
  CHECK(as_it_stands.deadlines.at(0).finish_active.value().units_needed == Units::whole(60));
  for (const Way& way : as_it_stands.ways) CHECK(way.doubts.empty());
}

TEST_CASE("A way in doubt names the readings in the policy's order") {
  LogBuilder log;
  log.earned("ACP-620", "2024-01-10").cw("2024-01-10").cw("2025-05-05", 3);
  CHECK(doubts(log, "2025-12-01").front() == "units-since-launch not-on-the-first-day");
}
