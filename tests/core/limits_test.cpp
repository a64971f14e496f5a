// The limits that keep the time and the memory of an answer bounded.

#include <string>
#include <variant>

#include "catch.hpp"
#include "certrenew/plan.hpp"
#include "support.hpp"

using namespace certrenew;
using namespace certrenew::testing;

namespace {

/// `held` certifications, earned on one day after the other, and `done` pieces of coursework.
Log log_of(std::size_t held, std::size_t done) {
  LogBuilder log;
  for (std::size_t i = 0; i < held; ++i) {
    log.earned("ACP-" + std::to_string(i),
               "2024-" + std::to_string(10 + i / 19 % 3) + '-' + std::to_string(10 + i % 19));
  }
  log.cw("2020-01-01", static_cast<int>(done));
  return log.take();
}

}  // namespace

TEST_CASE("A log has at most 5,000,000 outcomes") {
  const Policies& policies = builtin_policies();
  const Date as_of = day("2026-01-01");
  const std::size_t types = builtin_policy().activity_types.size();
  CHECK(std::holds_alternative<Answer>(answer_log(log_of(1000, 5000 - types), policies, as_of)));
  const auto refused = answer_log(log_of(1000, 5001 - types), policies, as_of);
  REQUIRE(std::holds_alternative<Errors>(refused));
  CHECK(std::get<Errors>(refused).listed.front().message ==
        "too large: 1000 certifications, each with 5001 activities, activity types and courses; at "
        "most 5000000 of all these are answered at once");
}

TEST_CASE("A log may have too many outcomes without activities, where its policy has many types") {
  const Policies policies{with(builtin_policy(), [](Policy& policy) {
    policy.activity_types.resize(5001 - policy.courses.size());
  })};
  const auto refused = answer_log(log_of(1000, 0), policies, day("2026-01-01"));
  REQUIRE(std::holds_alternative<Errors>(refused));
  CHECK(std::get<Errors>(refused).listed.front().path.empty());
}

TEST_CASE("Where an activity is supposed, it is what makes a log too large") {
  Log log = log_of(1000, 5001 - builtin_policy().activity_types.size());
  log.activities.back().what_if = true;
  const auto refused = answer_log(std::move(log), builtin_policies(), day("2026-01-01"));
  REQUIRE(std::holds_alternative<Errors>(refused));
  CHECK(std::get<Errors>(refused).listed.front().path ==
        "activities[" + std::to_string(5000 - builtin_policy().activity_types.size()) + "].date");
}

TEST_CASE("A plan for a thousand certifications compares those with the earliest last days") {
  const Log log = log_of(1000, 990);
  const Plan plan = make_plan(answer(log, builtin_policies(), day("2026-01-01")));
  REQUIRE_FALSE(plan.ways.empty());
  CHECK(plan.ways[0].credentials.size() == 1000);
  CHECK(plan.left_out ==
        Lines{"1000 certifications take part: every way is tried for the 2 with the earliest "
              "deadlines; the others are renewed along with these"});
}
