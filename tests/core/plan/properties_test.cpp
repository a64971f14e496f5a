// Properties of every way, on generated logs: replayed, it comes to what it says.

#include <algorithm>
#include <sstream>
#include <string>

#include "catch.hpp"
#include "core/plan/generated_plans.hpp"
#include "naive.hpp"

using namespace certrenew;
using namespace certrenew::testing;

namespace {

/// `earned 2024-01-10, units 2025-06-01 | suspends expires`: the dates of one credential after the
/// steps.
std::string dates(const PlanCase& one, const BruteSteps& steps, Date last,
                  Index<Certification> which) {
  const Policy policy = with_unlimited_type(one.policy);
  const Renewals renewals = calculate(with_steps(one.log, policy, steps), policy, last);
  const Credential& credential = renewals.credentials.at(which.at);
  return cycles(renewals, which.at) + " | " + to_string(credential.cycle().suspends) + ' ' +
         to_string(credential.cycle().expires);
}

std::vector<std::string> all_dates(const PlanCase& one, const Way& way, const BruteSteps& steps,
                                   Date last) {
  std::vector<std::string> all;
  for (const Standing& standing : way.credentials) {
    all.push_back(dates(one, steps, last, standing.credential));
  }
  return all;
}

/// `earned 2024-01-10`: how the first cycles of an answer of the naive implementation began.
std::string without_ends(const std::string& cycles) {
  std::string all;
  std::istringstream parts{cycles};
  for (std::string one; std::getline(parts, one, ',');) {
    std::string began;
    std::string start;
    std::istringstream{one} >> began >> start;
    all.append(began).append(" ").append(start).append(" ");
  }
  return all;
}

/// The same of the cycles that a way names.
std::string words_for(const std::vector<Cycle>& cycles) {
  std::string all;
  for (const Cycle& cycle : cycles) {
    all += std::string{name_of(cycle.began_by)} + ' ' + to_string(cycle.start) + ' ';
  }
  return all;
}

bool takes_part(const BrutePlan& brute, Index<Certification> which) {
  return std::count(brute.participants.begin(), brute.participants.end(), which.at) > 0;
}

/// The steps with what may be earlier in random portions on random days.
BruteSteps with_early_units(Generator& generator, const Way& way) {
  BruteSteps steps = steps_of(way);
  for (std::size_t k = 0; k < way.steps.size(); ++k) {
    const auto& early = way.steps[k].may_be_earlier;
    if (!early) continue;
    Units left = early->units;
    while (left > Units{}) {
      Units portion = left;
      if (generator.chance(60)) {
        portion = Units::from_hundredths(generator.number(1, static_cast<int>(left.hundredths())));
      }
      const int last = way.steps[k].date.days() - 1;
      const Date on = generator.chance(30)
                          ? early->from
                          : *Date::from_days(generator.number(early->from.days(), last));
      steps.push_back({.date = on, .is_units = true, .units = portion});
      steps[k].units -= portion;
      left -= portion;
    }
  }
  return steps;
}

/// The units of the smallest type of activity without a limit.
std::optional<Units> smallest_unlimited(const Policy& policy) {
  std::optional<Units> smallest;
  for (const ActivityType& type : policy.activity_types) {
    const Units units = type.units.value_or(Units{});
    if (type.limit || units == Units{}) continue;
    smallest = std::min(smallest.value_or(units), units);
  }
  return smallest;
}

}  // namespace

TEST_CASE("The steps of a way come to the dates that it names, on generated logs") {
  const std::size_t seen =
      for_plans(1000, 400, [](const PlanCase& one, const Plan& plan, const BrutePlan& brute) {
        const Policy policy = with_unlimited_type(one.policy);
        for (const Way& way : plan.ways) {
          const Log done = with_steps(one.log, policy, steps_of(way));
          const Date last_step = way.steps.empty() ? one.as_of : way.steps.back().date;
          for (const Standing& said : way.credentials) {
            const std::size_t which = said.credential.at;
            const auto end = naive(done, policy, brute.last, which);
            REQUIRE(end);
            CHECK(cycles(calculate(done, policy, brute.last), which) == end->cycles);
            const std::string before = naive(one.log, policy, one.as_of, which)->cycles;
            CHECK(without_ends(before) + words_for(said.renewals) == without_ends(end->cycles));
            const std::string dates = to_string(said.suspends) + ' ' + to_string(said.expires);
            CHECK(end->standing.find(dates) != std::string::npos);
            const auto then = naive(done, policy, last_step, which);
            REQUIRE(then);
            CHECK(then->standing.starts_with(std::string{name_of(said.status)} + ' '));
          }
        }
      });
  CHECK(seen > 500);
}

TEST_CASE("A step renews what it names and nothing else, on generated logs") {
  const std::size_t seen =
      for_plans(2000, 300, [](const PlanCase&, const Plan& plan, const BrutePlan& brute) {
        for (const Way& way : plan.ways) {
          for (const Step& step : way.steps) {
            std::vector<std::uint32_t> renewed;
            const CycleStart by = step.exam ? CycleStart::exam : CycleStart::units;
            for (const Standing& standing : way.credentials) {
              const auto by_it = [&](const Cycle& cycle) {
                return cycle.start == step.date && cycle.began_by == by &&
                       (!step.exam || step.exam == standing.credential);
              };
              const auto& all = standing.renewals;
              if (std::any_of(all.begin(), all.end(), by_it)) {
                renewed.push_back(standing.credential.at);
              }
            }
            std::vector<std::uint32_t> said;
            for (const auto which : step.renews) {
              if (takes_part(brute, which)) said.push_back(which.at);
            }
            CHECK(said == renewed);
            CHECK_FALSE(said.empty());
          }
        }
      });
  CHECK(seen > 300);
}

TEST_CASE("With 0.01 units less a step does not renew all that it must, on generated logs") {
  std::size_t steps_of_units = 0;
  for_plans(3000, 400, [&](const PlanCase& one, const Plan& plan, const BrutePlan&) {
    for (const Way& way : plan.ways) {
      for (std::size_t k = 0; k < way.steps.size(); ++k) {
        if (way.steps[k].exam) continue;
        ++steps_of_units;
        const Date on = way.steps[k].date;
        BruteSteps less = steps_of(way);
        less[k].units -= Units::from_hundredths(1);
        const auto fails = [&](const Standing& standing) {
          if (standing.renewals.empty() || standing.renewals.front().start != on) return false;
          return dates(one, less, on, standing.credential) !=
                 dates(one, steps_of(way), on, standing.credential);
        };
        CHECK(std::any_of(way.credentials.begin(), way.credentials.end(), fails));
      }
    }
  });
  CHECK(steps_of_units > 300);
}

TEST_CASE("Units that may be earlier change no date wherever they come, on generated logs") {
  Generator generator{1};
  std::size_t moved = 0;
  for_plans(4000, 400, [&](const PlanCase& one, const Plan& plan, const BrutePlan& brute) {
    for (const Way& way : plan.ways) {
      const BruteSteps as_said = steps_of(way);
      const auto wanted = all_dates(one, way, as_said, brute.last);
      for (int i = 0; i < 6; ++i) {
        const BruteSteps earlier = with_early_units(generator, way);
        if (earlier.size() == as_said.size()) break;
        ++moved;
        CHECK(all_dates(one, way, earlier, brute.last) == wanted);
      }
    }
  });
  CHECK(moved > 1000);
}

TEST_CASE("As much of a step may be earlier as leaves the dates alone, on generated logs") {
  std::size_t seen = 0;
  for_plans(5000, 300, [&](const PlanCase& one, const Plan& plan, const BrutePlan& brute) {
    const auto smallest = smallest_unlimited(one.policy);
    for (const Way& way : plan.ways) {
      const auto wanted = all_dates(one, way, steps_of(way), brute.last);
      Date first = one.as_of;
      for (std::size_t k = 0; k < way.steps.size(); ++k) {
        const Step& step = way.steps[k];
        const Date after_before = first;
        first = day_after(step.date).value();
        if (step.exam) continue;
        if (!smallest) CHECK_FALSE(step.may_be_earlier);
        if (!smallest || after_before >= step.date) continue;
        ++seen;
        const EarlyUnits early =
            step.may_be_earlier.value_or(EarlyUnits{Units{}, *day_before(step.date)});
        CHECK(early.units.hundredths() % smallest->hundredths() == 0);
        CHECK(early.from >= after_before);
        const auto moved = [&](Units units, Date on) {
          BruteSteps steps = steps_of(way);
          steps[k].units -= units;
          steps.push_back({.date = on, .is_units = true, .units = units});
          return all_dates(one, way, steps, brute.last) == wanted;
        };
        if (early.units + *smallest <= *step.units) {
          CHECK_FALSE(moved(early.units + *smallest, *day_before(step.date)));
        }
        if (step.may_be_earlier && early.from > after_before) {
          CHECK_FALSE(moved(early.units, *day_before(early.from)));
        }
      }
    }
  });
  CHECK(seen > 200);
}

TEST_CASE("Plans for more than eight keep their dates and last days, too, on generated logs") {
  std::size_t seen = 0;
  for (std::uint32_t seed = 0; seed < 24; ++seed) {
    CAPTURE(seed);
    Generator generator{seed};
    const Date as_of = day("2025-11-01");
    PlanCase one{.policy = generator.chance(50) ? builtin_policy() : various_policy(),
                 .as_of = as_of};
    one.log = holder(generator, one.policy, as_of, generator.number(9, 12));
    one.options.allow_suspension = generator.chance(30);
    const Plan plan = plan_of(one);
    const Policy policy = with_unlimited_type(one.policy);
    for (const Way& way : plan.ways) {
      ++seen;
      Date last = as_of;
      for (const Standing& said : way.credentials) {
        const auto deadline =
            std::find_if(plan.deadlines.begin(), plan.deadlines.end(),
                         [&](const Deadline& of) { return of.credential == said.credential; });
        REQUIRE(deadline != plan.deadlines.end());
        const bool must_stay_active = deadline->finish_active && !one.options.allow_suspension;
        const Date by =
            must_stay_active ? deadline->finish_active->date : deadline->finish_expiring.date;
        REQUIRE_FALSE(said.renewals.empty());
        CHECK(said.renewals.front().start <= by);
        last = std::max(last, by);
      }
      const Log done = with_steps(one.log, policy, steps_of(way));
      for (const Standing& said : way.credentials) {
        const auto end = naive(done, policy, last, said.credential.at);
        REQUIRE(end);
        const std::string dates = to_string(said.suspends) + ' ' + to_string(said.expires);
        CHECK(end->standing.find(dates) != std::string::npos);
      }
    }
  }
  CHECK(seen > 50);
}
