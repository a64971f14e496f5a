#include "brute_future.hpp"

#include <algorithm>
#include <iterator>
#include <string>

#include "naive.hpp"
#include "support.hpp"

namespace certrenew::testing {

Policies with_unlimited_type(const Policies& policies, Index<Policy> programme) {
  Policies with = policies;
  Policy policy = policies[programme];
  policy.activity_types.emplace_back().name = "any";
  with.put(std::move(policy));
  return with;
}

Log with_steps(const Log& log, const Policies& with_unlimited, Index<Policy> programme,
               const BruteSteps& steps) {
  Log all = copy(log);
  const auto any = static_cast<std::uint32_t>(with_unlimited[programme].activity_types.size() - 1);
  for (const BruteStep& step : steps) {
    Activity& activity = all.activities.emplace_back(Activity{.date = step.date, .what = {}});
    if (step.is_units) {
      const Worth worth{.programme = programme, .type = {any}, .units = step.units};
      activity.what = Work{.type = "any", .worth = worth};
    } else {
      activity.what = Exam{.certification = Index<Certification>{step.exam}};
    }
  }
  return all;
}

Date days_from(Date date, int days) {
  const auto shifted = Date::from_days(date.days() + days);
  if (!shifted) throw LeavesTheCalendar{};
  return *shifted;
}

BruteState brute_state(const Log& log, const Policies& policies, Date on,
                       std::uint32_t credential) {
  const auto answer = naive(log, policies, on, credential);
  if (!answer) throw LeavesTheCalendar{};
  const std::string counted = answer->standing.substr(answer->standing.rfind(' ') + 1);
  return {answer->status, answer->all_cycles, Units::parse(counted).value()};
}

std::span<const Cycle> renewals_since(const BruteState& now, const BruteState& then) {
  return std::span{then.cycles}.subspan(now.cycles.size());
}

BruteFuture::BruteFuture(Log log, const Policies& policies, Index<Policy> programme, Date as_of,
                         bool is_reading)
    : log_{std::move(log)},
      policies_{with_unlimited_type(policies, programme)},
      programme_{programme},
      as_of_{as_of},
      is_reading_{is_reading} {}

std::optional<Date> BruteFuture::retired(std::uint32_t credential) const {
  const Policy& policy = policies_[programme_];
  const auto listed = policy.find_certification(log_.certifications[credential].code);
  return listed ? policy[*listed].retired : std::nullopt;
}

const BruteState& BruteFuture::state(std::uint32_t credential, const BruteSteps& steps, Date on) {
  BruteSteps so_far;
  std::copy_if(steps.begin(), steps.end(), std::back_inserter(so_far),
               [&](const BruteStep& step) { return step.date <= on; });
  auto& known = known_[{so_far, on}];
  if (const auto found = known.find(credential); found != known.end()) return found->second;
  const Log done = with_steps(log_, policies_, programme_, so_far);
  return known.emplace(credential, brute_state(done, policies_, on, credential)).first->second;
}

// ---- Exams -------------------------------------------------------------------------------------

/// E4: whether the exam of `exam` renews `credential` as its own exam does.
bool BruteFuture::is_of(std::uint32_t exam, std::uint32_t credential) const {
  if (exam == credential) return true;
  if (!type(credential).exam) return false;
  const auto& of = type(credential).exam->of;
  return std::find(of.begin(), of.end(), log_.certifications[exam].type) != of.end();
}

bool BruteFuture::renews(const BruteStep& exam, const BruteSteps& steps, std::uint32_t credential) {
  const auto renewals_of = renewals(credential, steps, exam.date);
  if (renewals_of.empty() || renewals_of.back().began_on != exam.date) return false;
  const Cycle& last = renewals_of.back();
  if (last.began_by == CycleStart::renewed_with) return renews(exam, steps, last.with->at);
  return last.began_by == CycleStart::exam && !last.with && is_first(exam, steps, credential);
}

/// Whether no exam before it, of the log or of the steps, does the same on that day.
bool BruteFuture::is_first(const BruteStep& exam, const BruteSteps& steps,
                           std::uint32_t credential) const {
  const auto does = [&](std::uint32_t of) {
    const auto without = retired(of);
    return is_of(of, credential) && !(without && *without <= exam.date);
  };
  for (const Activity& one : log_.activities) {
    const Exam* const passed = one.exam();
    const bool counts = passed && passed->passed && !one.rejected && passed->certification;
    if (counts && one.date == exam.date && does(passed->certification->at)) return false;
  }
  const auto before = [&](const BruteStep& one) {
    return !one.is_units && one.date == exam.date && one.exam < exam.exam && does(one.exam);
  };
  return does(exam.exam) && std::none_of(steps.begin(), steps.end(), before);
}

/// Whether passing it on that day renews the credential: by itself (E1, E4), or together with one
/// whose own exam it is (C7). Under a reading it is enough that its exam window, or that of the
/// other, is open.
bool BruteFuture::may_renew(Date on, std::uint32_t credential, std::uint32_t of) {
  if (const auto without = retired(of); without && *without <= on) return false;
  const auto is_open = [&](std::uint32_t whose) {
    const Cycle& cycle = now(whose).cycle();
    return cycle.exam_opens && *cycle.exam_opens <= on && on < cycle.expires.value_or(Date::last());
  };
  if (credential == of) return is_open(of);
  const bool may = is_open(of) || (is_open(credential) && is_of(of, credential));
  if (is_reading_) return may && on < now(credential).cycle().expires.value_or(Date::last());
  const BruteStep exam{.date = on, .exam = of, .units = {}};
  return may && renews(exam, {exam}, credential);
}

std::optional<Date> BruteFuture::exam_day(std::uint32_t credential, std::uint32_t of,
                                          bool may_be_suspended) {
  const BruteState one = now(credential);
  if (!one.is_held() || !now(of).is_held() || !one.cycle().suspends) return std::nullopt;
  const Date suspends = *one.cycle().suspends;
  for (Date on = days_from(suspends, -1); on >= as_of_; on = days_from(on, -1)) {
    if (may_renew(on, credential, of)) return on;
  }
  if (one.status == Status::active && !may_be_suspended) return std::nullopt;
  for (Date on = std::max(suspends, as_of_); on < *one.cycle().expires; on = days_from(on, 1)) {
    if (may_renew(on, credential, of)) return on;
  }
  return std::nullopt;
}

// ---- Units -------------------------------------------------------------------------------------

bool BruteFuture::units_renew(Date on, const BruteSteps& steps, std::uint32_t credential) {
  const auto all = renewals(credential, steps, on);
  if (all.empty() || all.back().began_on != on) return false;
  const Cycle& last = all.back();
  if (last.began_by == CycleStart::renewed_with) return units_renew(on, steps, last.with->at);
  return last.began_by == CycleStart::units;
}

std::optional<Units> BruteFuture::least_units(const std::vector<std::uint32_t>& credentials,
                                              const BruteSteps& steps, Date on) {
  Units most;
  for (std::uint32_t i = 0; i < log_.certifications.size(); ++i) {
    if (log_.certifications[i].programme != programme_) continue;
    most = std::max(most, state(i, steps, on).cycle().required);
  }
  const auto is_enough = [&](std::int64_t hundredths) {
    BruteSteps with = steps;
    with.push_back({.date = on, .is_units = true, .units = Units::from_hundredths(hundredths)});
    return std::all_of(credentials.begin(), credentials.end(),
                       [&](std::uint32_t one) { return !renewals(one, with, on).empty(); });
  };
  std::int64_t too_few = 0;
  std::int64_t enough = most.hundredths();
  if (enough == 0 || !is_enough(enough)) return std::nullopt;
  while (enough - too_few > 1) {
    const std::int64_t middle = too_few + (enough - too_few) / 2;
    (is_enough(middle) ? enough : too_few) = middle;
  }
  return Units::from_hundredths(enough);
}

}  // namespace certrenew::testing
