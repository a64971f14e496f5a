// Plans for generated logs, with the family searched by brute force.
#pragma once

#include <algorithm>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "brute_plan.hpp"
#include "catch.hpp"
#include "certrenew/plan.hpp"
#include "generate.hpp"
#include "support.hpp"

namespace certrenew::testing {

/// A log, a day, and what the plan may do.
struct PlanCase {
  Policies policies{};
  Log log{};
  Date as_of = Date::first();
  PlanOptions options{};
};

/// Makes logs that are like those of people.
class Person {
 public:
  Person(Generator& generator, const Policies& policies, Date as_of)
      : generator_{generator}, policies_{policies}, as_of_{as_of} {}

  /// Somebody who holds `held` certifications, up to twelve; most are active on as-of, some
  /// suspended.
  Log holding(int held) {
    static const std::string codes[] = {"c-0", "c-1", "c-2", "c-3", "c-4",  "c-5",
                                        "c-6", "c-7", "c-8", "c-9", "c-10", "c-11"};
    Log log;
    for (int i = 0; i < held; ++i) {
      const Index<Policy> programme{pick(policies_.in_force())};
      log.certifications.push_back({.code = codes[i],
                                    .programme = programme,
                                    .type = {pick(policies_[programme].certification_types)},
                                    .earned = ago(generator_.chance(15) ? 810 : 700)});
    }
    for (int i = 0; i < generator_.number(0, 12); ++i) {
      log.activities.push_back(work(generator_.chance(10) ? later() : ago(800)));
    }
    if (generator_.chance(20)) log.activities.push_back(work(ago(400), true));
    if (generator_.chance(20)) log.activities.push_back(work(*log.certifications[0].earned));
    if (generator_.chance(15)) {
      const Index<Certification> whose{pick(log.certifications)};
      log.activities.push_back({.date = later(), .what = Exam{.certification = whose}});
    }
    return log;
  }

 private:
  Date ago(int most) { return *Date::from_days(as_of_.days() - generator_.number(0, most)); }
  Date later() { return *Date::from_days(as_of_.days() + generator_.number(1, 300)); }
  template <class Element>
  std::uint32_t pick(const std::vector<Element>& list) {
    return pick(list.size());
  }
  std::uint32_t pick(std::size_t size) {
    return static_cast<std::uint32_t>(generator_.number(0, static_cast<int>(size) - 1));
  }

  /// `much`: more units than a renewal takes, so that some may be carried over.
  Activity work(Date on, bool much = false) {
    const Index<Policy> programme{pick(policies_.in_force())};
    const Index<ActivityType> type{pick(policies_[programme].activity_types)};
    const ActivityType& its_type = policies_[programme][type];
    std::optional<Units> units = its_type.units.on(on);
    const bool states = much || !units;
    if (states) units = Units::whole(much ? generator_.number(90, 130) : generator_.number(1, 40));
    const Worth worth{.programme = programme, .type = type, .units = *units};
    return {.date = on,
            .what = Work{.type = its_type.name, .states_units = states, .worth = worth}};
  }

  Generator& generator_;
  const Policies& policies_;
  Date as_of_;
};

/// The policy with readings that move its days.
inline Policy with_various_readings(const Policy& policy) {
  const auto changed = [&](auto change) {
    Policy other = policy;
    for (CertificationType& type : other.certification_types) change(type);
    return other;
  };
  Policy with = with_reading(policy, "longer", changed([](CertificationType& type) {
                               if (type.validity.first) type.validity = {Duration::months(25)};
                             }));
  with = with_reading(std::move(with), "shorter", changed([](CertificationType& type) {
                        if (type.validity.first) type.validity = {Duration::days(700)};
                      }));
  with = with_reading(std::move(with), "no-grace",
                      changed([](CertificationType& type) { type.grace = {Duration::days(20)}; }));
  return with_reading(std::move(with), "window", changed([](CertificationType& type) {
                        if (type.exam) type.exam->window = {Duration::months(2)};
                      }));
}

inline Policy various_readings() { return with_various_readings(various_policy()); }

/// A policy of a few types that depend on each other, with readings or without.
inline Policy linked_policy(Generator& generator) {
  Policy policy = various_policy();
  std::vector<CertificationType> types;
  while (types.size() < 4) {
    CertificationType type =
        policy.certification_types.at(static_cast<std::size_t>(generator.number(2, 6)));
    type.name += std::to_string(types.size());
    if (type.courses) type.courses.reset();
    if (generator.chance(30)) type.validity = {Duration::months(generator.chance(50) ? 18 : 30)};
    if (type.units && generator.chance(30)) type.units->required = {Units::whole(50)};
    types.push_back(std::move(type));
  }
  policy.certification_types = std::move(types);
  generator.link(policy);
  return generator.chance(40) ? with_various_readings(policy) : policy;
}

/// The built-in policy, another one with readings or without, or two of these.
inline Policies policies_of_people(Generator& generator) {
  if (generator.chance(30)) return Policies{linked_policy(generator)};
  if (generator.chance(60)) {
    Policies policies{builtin_policy()};
    if (generator.chance(20)) policies.put(various_readings());
    return policies;
  }
  return Policies{generator.chance(50) ? various_readings() : various_policy()};
}

/// Half of the logs lie on the edges of the rules, the others are like those of people.
inline PlanCase make_case(std::uint32_t seed) {
  Generator generator{seed};
  PlanCase made;
  if (seed % 2 == 0) {
    made.policies = generator.policies();
    made.log = generator.log(made.policies);
    made.as_of = generator.as_of(made.log);
  } else {
    made.policies = policies_of_people(generator);
    made.as_of = *Date::from_days(day("2025-10-01").days() + generator.number(0, 200));
    const Policy& policy = made.policies[{0}];
    // The plan does not look at what a third certification between two does under a reading.
    const bool pairs_only = policy.is_linked() && !policy.readings.empty();
    const int held = generator.number(2, pairs_only ? 2 : 4);
    made.log = Person{generator, made.policies, made.as_of}.holding(held);
  }
  made.options.all_ways = true;
  const auto later = Date::from_days(made.as_of.days() + generator.number(0, 400));
  if (generator.chance(20)) made.options.finish = later;
  made.options.allow_suspension = made.log.certifications.size() < 4 && generator.chance(30);
  return made;
}

inline bool leaves_calendar(const PlanCase& one) {
  return !calculate(one.log, one.policies, one.as_of).out_of_range.empty();
}

/// The answer to the log of a case.
inline Answer answer_of(const PlanCase& one) { return answer(one.log, one.policies, one.as_of); }

inline Plan plan_of(const PlanCase& one) { return make_plan(answer_of(one), one.options); }

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

/// What both make of the certifications of one programme.
struct PlannedProgramme {
  Index<Policy> programme;
  std::vector<Way> ways;  ///< of the plan
  BrutePlan brute;
};

/// Nothing where a date leaves the calendar.
inline std::optional<std::vector<PlannedProgramme>> programmes_of(const PlanCase& one,
                                                                  const Plan& plan) {
  std::vector<PlannedProgramme> all;
  for (std::uint32_t i = 0; i < one.policies.in_force(); ++i) {
    auto brute = brute_plan(one.log, one.policies, {i}, one.as_of, one.options);
    if (!brute) return std::nullopt;
    all.push_back({{i}, {}, std::move(*brute)});
    for (const Way& way : plan.ways) {
      if (way.programme.at == i) all.back().ways.push_back(way);
    }
  }
  return all;
}

/// Calls `check(case, plan, programmes)` for a share of `count` generated logs; returns how many
/// ways it has seen.
template <class Check>
std::size_t for_whole_plans(std::uint32_t first, std::uint32_t count, Check check) {
  std::size_t ways = 0;
  for (std::uint32_t seed = first; seed < first + share_of(count); ++seed) {
    CAPTURE(seed);
    const PlanCase one = make_case(seed);
    if (leaves_calendar(one)) continue;
    const Plan plan = plan_of(one);
    const auto programmes = programmes_of(one, plan);
    if (!programmes) continue;
    ways += plan.ways.size();
    check(one, plan, *programmes);
  }
  return ways;
}

/// Calls `check(case, plan, programme)` for each programme of these logs; returns how many ways
/// it has seen.
template <class Check>
std::size_t for_plans(std::uint32_t first, std::uint32_t count, Check check) {
  return for_whole_plans(first, count,
                         [&](const PlanCase& one, const Plan& plan, const auto& programmes) {
                           for (const auto& programme : programmes) check(one, plan, programme);
                         });
}

}  // namespace certrenew::testing
