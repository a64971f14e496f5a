// Properties of every way, on generated logs: replayed, it comes to what it says.

#include <algorithm>
#include <span>
#include <string>

#include "catch.hpp"
#include "core/plan/generated_plans.hpp"
#include "naive.hpp"

using namespace certrenew;
using namespace certrenew::testing;

namespace {

/// The log of a case after some steps, and the policies that know these.
struct Done {
  Policies policies;
  Log log;

  Done(const PlanCase& one, Index<Policy> programme, const BruteSteps& steps)
      : policies{with_unlimited_type(one.policies, programme)},
        log{with_steps(one.log, policies, programme, steps)} {}
};

/// `earned 2024-01-10, units 2025-06-01 | suspends expires`: the dates of one credential after the
/// steps.
std::string dates(const PlanCase& one, Index<Policy> programme, const BruteSteps& steps, Date last,
                  Index<Certification> which) {
  const Done done{one, programme, steps};
  const Renewals renewals = calculate(done.log, done.policies, last);
  const Cycle& cycle = renewals.credentials.at(which.at).cycle();
  return cycles(renewals, which.at) + " | " + date_or_never(cycle.suspends) + ' ' +
         date_or_never(cycle.expires);
}

std::vector<std::string> all_dates(const PlanCase& one, const Way& way, const BruteSteps& steps,
                                   Date last) {
  std::vector<std::string> all;
  for (const Standing& standing : way.credentials) {
    all.push_back(dates(one, way.programme, steps, last, standing.credential));
  }
  return all;
}

/// `units 2025-06-01 `: how cycles began.
std::string words_for(std::span<const Cycle> cycles) {
  std::string all;
  for (const Cycle& cycle : cycles) {
    all += std::string{name_of(cycle.began_by)} + ' ' + to_string(cycle.began_on) + ' ';
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

/// The units of the smallest type of activity that has no limit on that day.
std::optional<Units> smallest_unlimited(const Policy& policy, Date on) {
  std::optional<Units> smallest;
  for (const ActivityType& type : policy.activity_types) {
    const Units units = type.units.on(on).value_or(Units{});
    if (type.limit.on(on) || units == Units{}) continue;
    smallest = std::min(smallest.value_or(units), units);
  }
  return smallest;
}

}  // namespace

TEST_CASE("The steps of a way come to the dates that it names, on generated logs") {
  const std::size_t seen =
      for_plans(1000, 200, [](const PlanCase& one, const Plan&, const PlannedProgramme& programme) {
        for (const Way& way : programme.ways) {
          const Done done{one, way.programme, steps_of(way)};
          const Date last = programme.brute.last;
          const Date last_step = way.steps.empty() ? one.as_of : way.steps.back().date;
          for (const Standing& said : way.credentials) {
            const std::size_t which = said.credential.at;
            const auto end = naive(done.log, done.policies, last, which);
            REQUIRE(end);
            CHECK(cycles(calculate(done.log, done.policies, last), which) == end->cycles);
            const auto before = naive(one.log, one.policies, one.as_of, which);
            const std::span renewals =
                std::span{end->all_cycles}.subspan(before->all_cycles.size());
            CHECK(words_for(said.renewals) == words_for(renewals));
            CHECK(said.suspends == end->all_cycles.back().suspends);
            CHECK(said.expires == end->all_cycles.back().expires);
            const auto then = naive(done.log, done.policies, last_step, which);
            REQUIRE(then);
            CHECK(then->status == said.status);
          }
        }
      });
  CHECK(seen > share_of(250));
}

TEST_CASE("A step renews what it names and nothing else, on generated logs") {
  const std::size_t seen =
      for_plans(2000, 150, [](const PlanCase& one, const Plan&, const PlannedProgramme& programme) {
        BruteFuture future{copy(one.log), one.policies, programme.programme, one.as_of};
        for (const Way& way : programme.ways) {
          const BruteSteps steps = steps_of(way);
          for (std::size_t k = 0; k < steps.size(); ++k) {
            const Step& step = way.steps[k];
            std::vector<std::uint32_t> renewed;
            for (const Standing& standing : way.credentials) {
              const std::uint32_t which = standing.credential.at;
              const bool by_it = step.exam ? future.renews(steps[k], steps, which)
                                           : future.units_renew(step.date, steps, which);
              if (by_it) renewed.push_back(which);
            }
            std::vector<std::uint32_t> said;
            for (const auto which : step.renews) {
              if (takes_part(programme.brute, which)) said.push_back(which.at);
            }
            CHECK(said == renewed);
            CHECK_FALSE(said.empty());
          }
        }
      });
  CHECK(seen > share_of(150));
}

TEST_CASE("With 0.01 units less a step does not renew all that it must, on generated logs") {
  std::size_t steps_of_units = 0;
  for_plans(3000, 200, [&](const PlanCase& one, const Plan&, const PlannedProgramme& programme) {
    for (const Way& way : programme.ways) {
      for (std::size_t k = 0; k < way.steps.size(); ++k) {
        if (way.steps[k].exam) continue;
        ++steps_of_units;
        const Date on = way.steps[k].date;
        BruteSteps less = steps_of(way);
        less[k].units -= Units::from_hundredths(1);
        const auto fails = [&](const Standing& standing) {
          if (standing.renewals.empty() || standing.renewals.front().began_on != on) return false;
          return dates(one, way.programme, less, on, standing.credential) !=
                 dates(one, way.programme, steps_of(way), on, standing.credential);
        };
        CHECK(std::any_of(way.credentials.begin(), way.credentials.end(), fails));
      }
    }
  });
  CHECK(steps_of_units > share_of(150));
}

TEST_CASE("Units that may be earlier change no date wherever they come, on generated logs") {
  Generator generator{1};
  std::size_t moved = 0;
  for_plans(4000, 200, [&](const PlanCase& one, const Plan&, const PlannedProgramme& programme) {
    for (const Way& way : programme.ways) {
      const BruteSteps as_said = steps_of(way);
      const auto wanted = all_dates(one, way, as_said, programme.brute.last);
      for (int i = 0; i < 6; ++i) {
        const BruteSteps earlier = with_early_units(generator, way);
        if (earlier.size() == as_said.size()) break;
        ++moved;
        CHECK(all_dates(one, way, earlier, programme.brute.last) == wanted);
      }
    }
  });
  CHECK(moved > share_of(400));
}

TEST_CASE("As much of a step may be earlier as leaves the dates alone, on generated logs") {
  std::size_t seen = 0;
  for_plans(5000, 150, [&](const PlanCase& one, const Plan&, const PlannedProgramme& programme) {
    for (const Way& way : programme.ways) {
      const auto wanted = all_dates(one, way, steps_of(way), programme.brute.last);
      Date first = one.as_of;
      for (std::size_t k = 0; k < way.steps.size(); ++k) {
        const Step& step = way.steps[k];
        const Date after_before = first;
        first = day_after(step.date).value();
        if (step.exam) continue;
        const auto smallest = smallest_unlimited(one.policies[way.programme], step.date);
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
          return all_dates(one, way, steps, programme.brute.last) == wanted;
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
  CHECK(seen > share_of(100));
}

TEST_CASE("Plans for more than eight keep their dates and last days, too, on generated logs") {
  std::size_t seen = 0;
  for (std::uint32_t seed = 0; seed < share_of(24); ++seed) {
    CAPTURE(seed);
    Generator generator{seed};
    const Date as_of = day("2025-11-01");
    PlanCase one{.policies = policies_of_people(generator), .as_of = as_of};
    one.log = Person{generator, one.policies, as_of}.holding(generator.number(9, 12));
    one.options.allow_suspension = generator.chance(30);
    const Plan plan = plan_of(one);
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
        CHECK(said.renewals.front().began_on <= by);
        last = std::max(last, by);
      }
      const Done done{one, way.programme, steps_of(way)};
      for (const Standing& said : way.credentials) {
        const auto end = naive(done.log, done.policies, last, said.credential.at);
        REQUIRE(end);
        CHECK(said.suspends == end->all_cycles.back().suspends);
        CHECK(said.expires == end->all_cycles.back().expires);
      }
    }
  }
  CHECK(seen > share_of(20));
}
