// The limits that keep the time and the memory of an answer bounded.

#include <algorithm>
#include <optional>
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

bool is_cut(const Plan& plan) {
  const std::string words = "further ways: left out, there are too many to compare";
  return std::count(plan.left_out.begin(), plan.left_out.end(), words) == 1;
}

}  // namespace

TEST_CASE("A log has at most 5,000,000 outcomes") {
  const Policy& policy = builtin_policy();
  const Date as_of = day("2026-01-01");
  const std::size_t types = policy.activity_types.size();
  CHECK(std::holds_alternative<Answer>(answer_log(log_of(1000, 5000 - types), policy, as_of)));
  const auto refused = answer_log(log_of(1000, 5001 - types), policy, as_of);
  REQUIRE(std::holds_alternative<Errors>(refused));
  CHECK(std::get<Errors>(refused).listed.front().message ==
        "too large: 1000 certifications, each with 5001 activities, activity types and courses; at "
        "most 5000000 of all these are answered at once");
}

TEST_CASE("A plan compares 64 ways at most, and says that there are more") {
  const Policy& policy = builtin_policy();
  const Date as_of = day("2026-01-01");
  const auto plan_for = [&](std::size_t held, std::size_t done, std::optional<Date> finish = {}) {
    const Log log = log_of(held, done);
    return make_plan(answer(log, policy, as_of), finish);
  };
  CHECK_FALSE(is_cut(plan_for(20, 1)));
  // One by units, and one for each that may pass its exam: 64, and 65.
  CHECK_FALSE(is_cut(plan_for(63, 1, as_of)));
  CHECK(is_cut(plan_for(64, 1, as_of)));
  const Plan large = plan_for(200, 1);
  CHECK(is_cut(large));
  CHECK(large.ways.size() <= 64);
  const Plan largest = plan_for(1000, 990);
  CHECK(is_cut(largest));
  CHECK(largest.ways.size() <= 2);
}

TEST_CASE("A plan says that there are more ways after the ways that it left out") {
  const Policy& policy = builtin_policy();
  const Log log = log_of(200, 1);
  const Date as_of = day("2025-12-01");
  const auto left_out = make_plan(answer(log, policy, as_of), as_of).left_out;
  REQUIRE(left_out.size() > 1);
  CHECK(left_out[0].ends_with("the units would come before the exam of ACP-0"));
  CHECK(left_out.back() == "further ways: left out, there are too many to compare");
}

TEST_CASE("A plan looks back over 200 days on which something is planned, and no further") {
  LogBuilder log;
  log.earned("ACP-620", "2024-01-10");
  Date planned = day("2024-03-01");
  for (int i = 0; i < 205; ++i) {
    log.done("coursework", to_string(planned), 1, 0);
    planned = *day_after(planned);
  }
  const Plan plan = make_plan(log.answer_as_of("2024-02-01"));
  REQUIRE_FALSE(plan.ways.empty());
  CHECK(plan.ways[0].units_from == day("2024-03-07"));
}
