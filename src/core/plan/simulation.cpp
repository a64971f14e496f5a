#include "core/plan/simulation.hpp"

#include <algorithm>

namespace certrenew {

namespace {

/// The starts of the credential's cycles that lie before `end`.
std::vector<Date> starts_before(const Credential& credential, Date end) {
  std::vector<Date> starts;
  for (const Cycle& cycle : credential.cycles) {
    if (cycle.start < end) starts.push_back(cycle.start);
  }
  return starts;
}

}  // namespace

/// Finds the type by which the units of a way are earned, and the smallest portion they come in.
Simulation::Simulation(const Log& log, const Policy& policy, const Renewals& now)
    : log_{log}, policy_{policy}, now_{now} {
  simulation_.certifications = log.certifications;
  for (std::uint32_t i = 0; i < policy_.activity_types.size(); ++i) {
    const ActivityType& one = policy_.activity_types[i];
    if (one.limit) continue;
    if (!unlimited_type_) unlimited_type_ = Index<ActivityType>{i};
    const Units units = one.units.value_or(Units{});
    if (units > Units{} && (!smallest_ || units < *smallest_)) {
      smallest_ = units;
      unlimited_type_ = Index<ActivityType>{i};
    }
  }
}

Renewals Simulation::run(const Draft& draft, const std::vector<Portion>& units, Date as_of) {
  simulation_.activities = log_.activities;
  for (const PlannedExam& exam : draft.exams) {
    simulation_.activities.push_back(
        {.date = exam.date, .what = Exam{.certification = exam.credential}, .what_if = true});
  }
  for (const Portion& one : units) {
    if (one.units == Units{}) continue;
    simulation_.activities.push_back({.date = one.day,
                                      .what = Work{.type = *unlimited_type_, .units = one.units},
                                      .what_if = true});
  }
  return calculate(simulation_, policy_, as_of);
}

std::vector<PlannedExam> Simulation::idle_exams(const Draft& draft, const Renewals& answer) const {
  std::vector<PlannedExam> idle;
  for (std::size_t i = 0; i < draft.exams.size(); ++i) {
    const Credential& one = answer.credentials[draft.exams[i].credential.at];
    if (!one.verdicts[log_.activities.size() + i].counts()) idle.push_back(draft.exams[i]);
  }
  return idle;
}

bool Simulation::renewed_by(const Renewals& answer, Index<Certification> credential,
                            Date day) const {
  const auto& cycles = answer.credentials[credential.at].cycles;
  const std::size_t before = now_.credentials[credential.at].cycles.size();
  return cycles.size() > before && cycles[before].start <= day;
}

/// The units that a credential still needs in its open cycle; nothing where units cannot renew it.
std::optional<Units> Simulation::still_needed(const Renewals& answer,
                                              Index<Certification> credential) const {
  const Credential& one = answer.credentials[credential.at];
  const auto& required = policy_[log_[credential].type].units;
  const bool held = one.status == Status::active || one.status == Status::suspended;
  if (!required || !held) return std::nullopt;
  return *required - one.counted;
}

Units Simulation::units_to_earn(const Draft& draft, const Renewals& on_finish) const {
  Units most;
  for (const Index<Certification> credential : draft.by_units) {
    if (renewed_by(on_finish, credential, *draft.finish)) continue;  // by what the log plans
    most = std::max(most, still_needed(on_finish, credential).value_or(Units{}));
  }
  return most;
}

/// No credential may be renewed early: neither with what counts on the finish, nor with what counts
/// on the day before, when less may have gone stale.
std::optional<Units> Simulation::units_before(const Draft& draft, const Renewals& on_finish,
                                              Units to_earn) {
  if (!smallest_) return std::nullopt;
  std::optional<Units> least;
  const auto look_at = [&](const Renewals& answer) {
    for (std::uint32_t i = 0; i < answer.credentials.size(); ++i) {
      const auto needed = still_needed(answer, {i});
      if (needed && (!least || *needed < *least)) least = needed;
    }
  };
  look_at(on_finish);
  if (const auto day = day_before(*draft.finish)) look_at(run(draft, {}, *day));
  const std::int64_t below = std::min(least.value_or(to_earn), to_earn).hundredths() - 1;
  if (below <= 0) return Units{};
  return Units::from_hundredths(below / smallest_->hundredths() * smallest_->hundredths());
}

bool Simulation::takes_part(Index<Certification> credential) const {
  const Status status = now_.credentials[credential.at].status;
  return status == Status::active || status == Status::suspended;
}

/// Goes back from the finish. Between two days of change an earlier day is never better than a
/// later one: units earned then go stale sooner.
std::optional<Date> Simulation::units_from(const Draft& draft, Units to_earn, Units before) {
  const Date finish = *draft.finish;
  const Renewals all_at_once = run(draft, {{finish, to_earn}}, finish);
  const auto fits = [&](Date day) {
    const Renewals answer = run(draft, {{day, before}, {finish, to_earn - before}}, finish);
    for (std::uint32_t i = 0; i < answer.credentials.size(); ++i) {
      const Date end = takes_part({i}) ? day_after(finish).value_or(finish) : finish;
      if (starts_before(answer.credentials[i], end) !=
          starts_before(all_at_once.credentials[i], end)) {
        return false;
      }
    }
    return true;
  };
  Date from = finish;
  const std::vector<Date> days = days_of_change(finish);
  // The search stops after so many steps: the larger the log, the longer the engine runs.
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

/// The days from as-of to before the finish, in order: as-of, and each day on which something is
/// done or a certification is earned, with the day after it.
std::vector<Date> Simulation::days_of_change(Date finish) const {
  std::vector<Date> days{now_.as_of};
  const auto add = [&](Date day) {
    days.push_back(day);
    days.push_back(day_after(day).value_or(day));
  };
  add(now_.as_of);
  for (const Activity& one : simulation_.activities) add(one.date);
  for (const Credential& one : now_.credentials) add(one.cycles.front().start);
  std::erase_if(days, [&](Date day) { return day < now_.as_of || day >= finish; });
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

/// Earns the smallest portion on the day before the finish. Precondition: the finish is after
/// as-of.
std::vector<Index<Certification>> Simulation::renewed_early(const Draft& draft, Units to_earn) {
  std::vector<Index<Certification>> early;
  if (!smallest_ || to_earn <= *smallest_) return early;
  const Date day = *day_before(*draft.finish);
  const Renewals without = run(draft, {}, day);
  const Renewals with = run(draft, {{day, *smallest_}}, day);
  for (std::uint32_t i = 0; i < with.credentials.size(); ++i) {
    if (with.credentials[i].cycles.size() > without.credentials[i].cycles.size()) {
      early.push_back({i});
    }
  }
  return early;
}

}  // namespace certrenew
