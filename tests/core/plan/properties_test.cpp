// Properties that hold for every way of every log: replayed, it comes to what it says.

#include <algorithm>

#include "catch.hpp"
#include "certrenew/plan.hpp"
#include "generate.hpp"
#include "naive.hpp"
#include "support.hpp"

using namespace certrenew;
using namespace certrenew::testing;

namespace {

Activity work_of(Date date, const Policy& policy, Units units) {
  const auto& types = policy.activity_types;
  const auto unlimited =
      std::find_if(types.begin(), types.end(), [](const ActivityType& one) { return !one.limit; });
  const auto index = static_cast<std::uint32_t>(unlimited - types.begin());
  return {.date = date, .what = Work{.type = {index}, .units = units}};
}

/// The log with everything that a way adds to it.
Log with_way(const Log& log, const Policy& policy, const Way& way, Units units) {
  Log done = copy(log);
  for (const PlannedExam& exam : way.exams) {
    done.activities.push_back({.date = exam.date, .what = Exam{.certification = exam.credential}});
  }
  if (way.finish) done.activities.push_back(work_of(*way.finish, policy, units));
  return done;
}

Date last_day(const Way& way, Date as_of) {
  Date last = way.finish.value_or(as_of);
  for (const PlannedExam& exam : way.exams) last = std::max(last, exam.date);
  return last;
}

bool takes_exam(const Way& way, Index<Certification> credential) {
  return std::any_of(way.exams.begin(), way.exams.end(),
                     [&](const PlannedExam& exam) { return exam.credential == credential; });
}

/// The same, with the units that may be earned before the finish earned on the day `early`.
Log earned_early(const Log& log, const Policy& policy, const Way& way, Date early) {
  const Units before = *way.units_before_finish;
  Log done = with_way(log, policy, way, way.units_to_earn - before);
  done.activities.push_back(work_of(early, policy, before));
  return done;
}

/// The starts of all cycles, up to the finish of a way, of what the way deals with.
std::vector<Date> renewals_on(const Log& done, const Policy& policy, const Way& way) {
  std::vector<Date> days;
  const Renewals answer = calculate(done, policy, *way.finish);
  for (const Standing& one : way.credentials) {
    for (const Cycle& cycle : answer.credentials[one.credential.at].cycles) {
      days.push_back(cycle.start);
    }
  }
  return days;
}

}  // namespace

TEST_CASE("Every way keeps its promises, on generated logs") {
  std::size_t seen = 0;
  std::size_t with_units = 0;
  for (std::uint32_t seed = 0; seed < 3000; ++seed) {
    Generator generator{seed};
    const Policy policy = generator.policy();
    const Log log = generator.log(policy);
    const Date as_of = generator.as_of(log);
    const Renewals now = calculate(log, policy, as_of);
    if (!now.out_of_range.empty()) continue;
    const auto later = Date::from_days(as_of.days() + generator.number(0, 400));
    const bool given = generator.chance(30) && later;
    CAPTURE(seed);
    for (const Way& way :
         make_plan(answer(log, policy, as_of), given ? later : std::nullopt).ways) {
      ++seen;
      const Date last = last_day(way, as_of);
      const auto renewals_by = [&](const Log& done, Date on) {
        std::vector<std::size_t> counts;
        const Renewals renewals = calculate(done, policy, on);
        for (const Credential& one : renewals.credentials) {
          counts.push_back(one.cycles.size());
        }
        return counts;
      };

      // Another implementation comes to the dates that the way promises.
      const Log done = with_way(log, policy, way, way.units_to_earn);
      for (const Standing& one : way.credentials) {
        const auto replayed = naive(done, policy, last, one.credential.at);
        REQUIRE(replayed);
        const std::string dates = ' ' + to_string(one.suspends) + ' ' + to_string(one.expires);
        CHECK(replayed->standing.find(dates) != std::string::npos);
        CHECK(replayed->standing.starts_with(std::string{name_of(one.status)} + ' '));
        const Cycle& before = now.credentials[one.credential.at].cycle();
        CHECK(one.extension_days == one.suspends - before.suspends);
      }
      const Renewals in_the_end = calculate(done, policy, last);
      for (std::size_t i = 0; i < way.exams.size(); ++i) {
        const auto& verdicts = in_the_end.credentials[way.exams[i].credential.at].verdicts;
        CHECK(verdicts[log.activities.size() + i].counts());  // no exam is passed in vain
      }
      if (!way.finish) continue;

      // By the finish the way has renewed all that it renews by units; 0.01 units less would not.
      const auto by_finish = renewals_by(done, *way.finish);
      const auto least = [&](const std::vector<std::size_t>& counts) {
        bool all = true;
        for (const Standing& one : way.credentials) {
          const std::uint32_t i = one.credential.at;
          const auto& type = policy[log.certifications[i].type];
          const bool lost = now.credentials[i].cycle().expires <= *way.finish;
          if (!type.units || takes_exam(way, one.credential) || lost) continue;
          all = all && counts[i] > now.credentials[i].cycles.size();
        }
        return all;
      };
      CHECK(least(by_finish));
      if (way.units_to_earn == Units{}) continue;
      ++with_units;
      const Units less = way.units_to_earn - Units::from_hundredths(1);
      CHECK_FALSE(least(renewals_by(with_way(log, policy, way, less), *way.finish)));

      // The units that may be earned before renew nothing on the day before.
      if (!way.units_before_finish || *way.finish <= as_of) continue;
      CHECK(*way.units_before_finish < way.units_to_earn);
      Way early = way;
      early.finish = day_before(*way.finish);
      const Log some = with_way(log, policy, early, *way.units_before_finish);
      const Log nothing = with_way(log, policy, early, Units{});
      CHECK(renewals_by(some, *early.finish) == renewals_by(nothing, *early.finish));
    }
  }
  CHECK(seen > 2000);
  CHECK(with_units > 1000);
}

TEST_CASE("Units can be earned from the day on that a way names, on generated logs") {
  std::size_t seen = 0;
  std::size_t named = 0;
  for (std::uint32_t seed = 5000; seed < 7000; ++seed) {
    Generator generator{seed};
    const Policy policy = generator.policy();
    const Log log = generator.log(policy);
    const Date as_of = generator.as_of(log);
    const Renewals now = calculate(log, policy, as_of);
    if (!now.out_of_range.empty()) continue;
    CAPTURE(seed);
    for (const Way& way : make_plan(answer(log, policy, as_of)).ways) {
      const bool spread =
          way.finish && *way.finish > as_of && way.units_before_finish.value_or(Units{}) > Units{};
      if (!spread) {
        CHECK_FALSE(way.units_from);
        continue;
      }
      ++seen;
      const Date from = way.units_from.value_or(as_of);
      REQUIRE(from <= *way.finish);
      const auto on = [&](Date day) {
        return renewals_on(earned_early(log, policy, way, day), policy, way);
      };
      const auto wanted = on(*way.finish);
      for (int i = 0; i < 8 && from < *way.finish; ++i) {
        const Date day = *Date::from_days(generator.number(from.days(), way.finish->days() - 1));
        CHECK(on(day) == wanted);
      }
      CHECK(on(from) == wanted);
      if (!way.units_from) continue;
      ++named;
      CHECK(from > as_of);
      CHECK(on(*day_before(from)) != wanted);
    }
  }
  CHECK(seen > 500);
  CHECK(named > 50);
}
