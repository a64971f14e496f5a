// Plans for generated logs, with the family searched by brute force.
#pragma once

#include "brute_plan.hpp"
#include "catch.hpp"
#include "certrenew/plan.hpp"
#include "generate.hpp"
#include "support.hpp"

namespace certrenew::testing {

/// A log, a day, and what the plan may do.
struct PlanCase {
  Policy policy{};
  Log log{};
  Date as_of = Date::first();
  PlanOptions options{};
};

/// Somebody who holds `held` certifications, up to twelve; most are active on as-of, some
/// suspended.
inline Log holder(Generator& generator, const Policy& policy, Date as_of, int held) {
  static const std::string codes[] = {"c-0", "c-1", "c-2", "c-3", "c-4",  "c-5",
                                      "c-6", "c-7", "c-8", "c-9", "c-10", "c-11"};
  const auto ago = [&](int most) {
    return *Date::from_days(as_of.days() - generator.number(0, most));
  };
  const auto pick = [&](std::size_t size) {
    return static_cast<std::uint32_t>(generator.number(0, static_cast<int>(size) - 1));
  };
  Log log;
  for (int i = 0; i < held; ++i) {
    log.certifications.push_back({.code = codes[i],
                                  .type = {pick(policy.certification_types.size())},
                                  .earned = ago(generator.chance(15) ? 810 : 700)});
  }
  for (int i = 0; i < generator.number(0, 12); ++i) {
    Work work{.type = {pick(policy.activity_types.size())}};
    work.units = policy[work.type].units.value_or(Units::whole(generator.number(1, 40)));
    Date on = ago(800);
    if (generator.chance(10)) on = *Date::from_days(as_of.days() + generator.number(1, 300));
    log.activities.push_back({.date = on, .what = work});
  }
  if (generator.chance(15)) {
    log.activities.push_back(
        {.date = *Date::from_days(as_of.days() + generator.number(1, 300)),
         .what = Exam{.certification = Index<Certification>{pick(log.certifications.size())}}});
  }
  return log;
}

/// Half of the logs lie on the edges of the rules, the others are like those of people.
inline PlanCase make_case(std::uint32_t seed) {
  Generator generator{seed};
  PlanCase made;
  if (seed % 2 == 0) {
    made.policy = generator.policy();
    made.log = generator.log(made.policy);
    made.as_of = generator.as_of(made.log);
  } else {
    made.policy = generator.chance(60) ? builtin_policy() : various_policy();
    made.as_of = *Date::from_days(day("2025-10-01").days() + generator.number(0, 200));
    made.log = holder(generator, made.policy, made.as_of, generator.number(2, 4));
  }
  made.options.all_ways = true;
  const auto later = Date::from_days(made.as_of.days() + generator.number(0, 400));
  if (generator.chance(20)) made.options.finish = later;
  made.options.allow_suspension = made.log.certifications.size() < 4 && generator.chance(30);
  return made;
}

inline bool leaves_calendar(const PlanCase& one) {
  return !calculate(one.log, one.policy, one.as_of).out_of_range.empty();
}

inline Plan plan_of(const PlanCase& one) {
  return make_plan(answer(one.log, one.policy, one.as_of), one.options);
}

inline BruteSteps steps_of(const Way& way) {
  BruteSteps steps;
  for (const Step& step : way.steps) {
    steps.push_back({.date = step.date,
                     .is_units = step.units.has_value(),
                     .exam = step.exam ? step.exam->at : 0,
                     .units = step.units.value_or(Units{})});
  }
  return steps;
}

/// Calls `check(case, plan, brute plan)` for generated logs; returns how many ways it has seen.
template <class Check>
std::size_t for_plans(std::uint32_t first, std::uint32_t count, Check check) {
  std::size_t ways = 0;
  for (std::uint32_t seed = first; seed < first + count; ++seed) {
    const PlanCase one = make_case(seed);
    if (leaves_calendar(one)) continue;
    const auto brute = brute_plan(one.log, one.policy, one.as_of, one.options);
    if (!brute) continue;
    CAPTURE(seed);
    const Plan plan = plan_of(one);
    ways += plan.ways.size();
    check(one, plan, *brute);
  }
  return ways;
}

}  // namespace certrenew::testing
