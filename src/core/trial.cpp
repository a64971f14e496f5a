#include "core/trial.hpp"

#include <algorithm>

namespace certrenew {

namespace {

using Index = std::uint32_t;

/// The days before `end` on which a cycle of the credential began.
std::vector<Date> starts_before(const Credential& credential, Date end) {
  std::vector<Date> starts;
  for (const Cycle& cycle : credential.cycles) {
    if (cycle.start < end) starts.push_back(cycle.start);
  }
  return starts;
}

}  // namespace

/// What the units of a way are earned by, and the smallest portion they come in.
Trial::Trial(const Log& log, const Policy& policy, const Renewals& now)
    : log_{log}, policy_{policy}, now_{now} {
  trial_.certifications = log.certifications;
  for (Index i = 0; i < policy_.activity_types.size(); ++i) {
    const ActivityType& one = policy_.activity_types[i];
    if (one.limit) continue;
    if (!unlimited_type_) unlimited_type_ = i;
    const Units units = one.units.value_or(Units{});
    if (units > Units{} && (!smallest_ || units < *smallest_)) {
      smallest_ = units;
      unlimited_type_ = i;
    }
  }
}

Renewals Trial::run(const Draft& draft, const std::vector<Portion>& units, Date as_of) {
  trial_.activities = log_.activities;
  for (const PlannedExam& exam : draft.exams) {
    trial_.activities.push_back(
        {.date = exam.date, .exam = true, .what_if = true, .certification = exam.credential});
  }
  for (const Portion& one : units) {
    if (one.units == Units{}) continue;
    trial_.activities.push_back(
        {.date = one.day, .what_if = true, .type = *unlimited_type_, .units = one.units});
  }
  return calculate(trial_, policy_, as_of);
}

std::vector<PlannedExam> Trial::idle_exams(const Draft& draft, const Renewals& answer) const {
  std::vector<PlannedExam> idle;
  for (std::size_t i = 0; i < draft.exams.size(); ++i) {
    const Credential& one = answer.credentials[draft.exams[i].credential];
    if (!one.verdicts[log_.activities.size() + i].counts()) idle.push_back(draft.exams[i]);
  }
  return idle;
}

bool Trial::renewed_by(const Renewals& answer, Index credential, Date day) const {
  const auto& cycles = answer.credentials[credential].cycles;
  const std::size_t before = now_.credentials[credential].cycles.size();
  return cycles.size() > before && cycles[before].start <= day;
}

/// What a credential that units renew lacks in its open cycle; nothing where it can't be renewed.
std::optional<Units> Trial::still_needed(const Renewals& answer, Index credential) const {
  const Credential& one = answer.credentials[credential];
  const auto& required = policy_.certification_types[log_.certifications[credential].type].units;
  const bool held = one.status == Status::active || one.status == Status::suspended;
  if (!required || !held) return std::nullopt;
  return *required - one.counted;
}

Units Trial::units_to_earn(const Draft& draft, const Renewals& on_finish) const {
  Units most;
  for (const Index credential : draft.by_units) {
    if (renewed_by(on_finish, credential, *draft.finish)) continue;  // by what the log plans
    most = std::max(most, still_needed(on_finish, credential).value_or(Units{}));
  }
  return most;
}

/// Nobody may be renewed early: neither as things stand on the finish, nor on the day before, when
/// less may have gone stale.
std::optional<Units> Trial::units_before(const Draft& draft, const Renewals& on_finish,
                                         Units to_earn) {
  if (!smallest_) return std::nullopt;
  std::optional<Units> least;
  const auto look_at = [&](const Renewals& answer) {
    for (Index i = 0; i < answer.credentials.size(); ++i) {
      const auto needed = still_needed(answer, i);
      if (needed && (!least || *needed < *least)) least = needed;
    }
  };
  look_at(on_finish);
  if (const auto day = day_before(*draft.finish)) look_at(run(draft, {}, *day));
  const std::int64_t below = std::min(least.value_or(to_earn), to_earn).hundredths() - 1;
  if (below <= 0) return Units{};
  return Units::from_hundredths(below / smallest_->hundredths() * smallest_->hundredths());
}

bool Trial::takes_part(Index credential) const {
  const Status status = now_.credentials[credential].status;
  return status == Status::active || status == Status::suspended;
}

/// Goes back from the finish. Between two days of change an earlier day is at best as good as a
/// later one: less has gone stale then, more of it will by the finish.
std::optional<Date> Trial::units_from(const Draft& draft, Units to_earn, Units before) {
  const Date finish = *draft.finish;
  const Renewals all_at_once = run(draft, {{finish, to_earn}}, finish);
  const auto fits = [&](Date day) {
    const Renewals answer = run(draft, {{day, before}, {finish, to_earn - before}}, finish);
    for (Index i = 0; i < answer.credentials.size(); ++i) {
      const Date end = takes_part(i) ? day_after(finish).value_or(finish) : finish;
      if (starts_before(answer.credentials[i], end) !=
          starts_before(all_at_once.credentials[i], end)) {
        return false;
      }
    }
    return true;
  };
  Date from = finish;
  const std::vector<Date> days = days_of_change(finish);
  // What lies before is not looked into; the larger the log, the longer the engine runs.
  constexpr std::size_t most_work = 2'000'000;
  const std::size_t work = log_.certifications.size() * (log_.activities.size() + 1);
  const std::size_t most_steps = std::clamp<std::size_t>(most_work / work, 2, 200);
  for (std::size_t step = 0; step < std::min(days.size(), most_steps); ++step) {
    const Date first = days[days.size() - 1 - step];
    if (!fits(*day_before(from))) return from;
    from = *day_before(from);
    if (from == first) continue;
    if (fits(first)) {
      from = first;
      continue;
    }
    Date misfit = first;
    while (from - misfit > 1) {
      const Date middle = *Date::from_days(misfit.days() + (from - misfit) / 2);
      (fits(middle) ? from : misfit) = middle;
    }
    return from;
  }
  return from == now_.as_of ? std::nullopt : std::optional{from};
}

/// From as-of on and before the finish, in order: as-of, and each day on which something is done or
/// a certification earned, and the next.
std::vector<Date> Trial::days_of_change(Date finish) const {
  std::vector<Date> days{now_.as_of};
  const auto add = [&](Date day) {
    days.push_back(day);
    days.push_back(day_after(day).value_or(day));
  };
  add(now_.as_of);
  for (const Activity& one : trial_.activities) add(one.date);
  for (const Credential& one : now_.credentials) add(one.cycles.front().start);
  std::erase_if(days, [&](Date day) { return day < now_.as_of || day >= finish; });
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

/// By the smallest portion, earned the day before the finish, which is after as-of.
std::vector<Index> Trial::renewed_early(const Draft& draft, Units to_earn) {
  std::vector<Index> early;
  if (!smallest_ || to_earn <= *smallest_) return early;
  const Date day = *day_before(*draft.finish);
  const Renewals without = run(draft, {}, day);
  const Renewals with = run(draft, {{day, *smallest_}}, day);
  for (Index i = 0; i < with.credentials.size(); ++i) {
    if (with.credentials[i].cycles.size() > without.credentials[i].cycles.size()) {
      early.push_back(i);
    }
  }
  return early;
}

}  // namespace certrenew
