#include "core/plan/simulation.hpp"

#include <algorithm>
#include <utility>

#include "core/engine.hpp"

namespace certrenew {

Simulation::Simulation(const AnswerContents& answer, const Log& log, Policy policy,
                       std::vector<Index<Certification>> who, Date last)
    : answer_{answer},
      who_{std::move(who)},
      count_{who_.size()},
      policy_{std::move(policy)},
      is_linked_{policy_.is_linked()} {
  log_.certifications = log.certifications;
  log_.activities = log.activities;
  if (is_linked_) add_the_others();
  const auto programme = log_[who_.front()].programme;
  planned_.set_up(log_, policy_, programme, last, order_);
  const auto add = [&](std::variant<Exam, Work> what) {
    const auto index = static_cast<std::uint32_t>(log_.activities.size());
    log_.activities.push_back({.date = last, .what = what, .what_if = true});
    return Index<Activity>{index};
  };
  for (const Index<Certification> one : this->who()) {
    exams_.push_back(add(Exam{.certification = one}));
  }
  policy_.activity_types.emplace_back();
  portion_ = add(Work{});
  const std::size_t most_portions = 2 * who_.size() + 2;
  for (std::size_t i = 1; i < most_portions; ++i) add(Work{});
  verdicts_.resize(log_.activities.size());

  eve_.units.assign(who_.size(), CycleUnits{policy_});
  eve_.credentials.resize(who_.size());
  for (std::size_t i = 0; i < who_.size(); ++i) {
    eve_.credentials[i].verdicts = verdicts_;
    Lifetime lifetime{log_,          policy_,      who_[i], {}, eve_.credentials[i],
                      eve_.units[i], out_of_range_};
    is_sound_ = is_sound_ && lifetime.begin();
  }
  is_sound_ = is_sound_ && go_before(eve_, as_of());
  if (!is_sound_) return;
  for (std::size_t i = 0; i < who_.size(); ++i) {  // earlier cycles are not needed any more
    auto& cycles = eve_.credentials[i].cycles;
    const bool awaits_start = eve_.units[i].start() != cycles.back().start;
    cycles.erase(cycles.begin(), cycles.end() - (awaits_start ? 2 : 1));
  }
  Future now = eve_;
  is_sound_ = go_through(now, {}, as_of());
  for (const Credential& one : now.credentials) cycles_now_.push_back(one.cycles.size());
}

/// Adds the other certifications of the programme, and puts all in the order in which they take a
/// day.
void Simulation::add_the_others() {
  ProgrammeEngine engine{policy_};
  const auto programme = *log_[who_.front()].programme;
  const auto all = engine.in_order(log_, programme);
  const auto place_of = [&](Index<Certification> one) {
    return static_cast<std::size_t>(std::find(who_.begin(), who_.end(), one) - who_.begin());
  };
  for (const Index<Certification> one : all) {
    if (place_of(one) == who_.size()) who_.push_back(one);
  }
  for (const Index<Certification> one : all) order_of_places_.push_back(place_of(one));
  for (const Index<Certification> one : who_) {
    auto& places = higher_.emplace_back();
    for (const Index<Certification> other : engine.higher_than(log_, one)) {
      places.push_back(place_of(other));
    }
  }
}

Future Simulation::eve_of(std::size_t place) const {
  if (is_linked_) return eve_;
  Future future;
  future.first = place;
  future.credentials.push_back(eve_.credentials[place]);
  future.units.push_back(eve_.units[place]);
  future.days_taken = eve_.days_taken;
  return future;
}

bool Simulation::go_before(Future& future, Date day) {
  const auto days = planned_.days();
  while (future.days_taken < days.size() && days[future.days_taken].date < day) {
    if (!take_day(future, days[future.days_taken++])) return false;
  }
  return true;
}

bool Simulation::take(Future& future, Date day, std::span<const Action> actions) {
  std::vector<Index<Activity>> exams;
  std::vector<DoneWork> work;
  std::span<const Index<Certification>> earned;
  const auto days = planned_.days();
  if (future.days_taken < days.size() && days[future.days_taken].date == day) {
    const Day& planned = days[future.days_taken++];
    exams.assign(planned.exams.begin(), planned.exams.end());
    work.assign(planned.work.begin(), planned.work.end());
    earned = planned.earned;
  }
  const auto unlimited = static_cast<std::uint32_t>(policy_.activity_types.size() - 1);
  for (const Action& action : actions) {
    if (action.exam) {
      exams.push_back(exams_[*action.exam]);
    } else {
      work.push_back({.activity = {portion_.at + future.portions++},
                      .type = {unlimited},
                      .units = action.units,
                      .course = {}});
    }
  }
  const Day today{.date = day,
                  .goes_stale = goes_stale(day, policy_),
                  .exams = exams,
                  .work = work,
                  .earned = earned};
  if (!take_day(future, today)) return false;
  for (CycleUnits& units : future.units) units.go_to(day);  // also where nothing was done (U6)
  return true;
}

bool Simulation::take_all(Future& future, std::span<const Action> actions) {
  while (!actions.empty()) {
    const Date day = actions.front().date;
    const auto end = std::find_if(actions.begin(), actions.end(),
                                  [&](const Action& action) { return action.date != day; });
    const auto today = actions.first(static_cast<std::size_t>(end - actions.begin()));
    if (!go_before(future, day) || !take(future, day, today)) return false;
    actions = actions.subspan(today.size());
  }
  return true;
}

bool Simulation::go_through(Future& future, std::span<const Action> actions, Date last) {
  if (!take_all(future, actions) || !go_before(future, last)) return false;
  const auto days = planned_.days();
  const bool plans_more = future.days_taken < days.size() && days[future.days_taken].date == last;
  return !plans_more || take(future, last, {});
}

bool Simulation::take_day(Future& future, const Day& day) {
  const auto take = [&](std::size_t i) {
    const Index<Certification> one = who_[future.first + i];
    Lifetime lifetime{
        log_, policy_, one, neighbours_, future.credentials[i], future.units[i], out_of_range_};
    return lifetime.take(day);
  };
  neighbours_.clear();
  if (!is_linked_) {
    for (std::size_t i = 0; i < future.credentials.size(); ++i) {
      if (!take(i)) return false;
    }
    return true;
  }
  for (const std::size_t place : order_of_places_) {
    neighbours_.clear();
    for (const std::size_t other : higher_[place]) {
      neighbours_.push_back({who_[other], &future.credentials[other]});
    }
    if (!take(place)) return false;
  }
  return true;
}

std::span<const Cycle> Simulation::renewals(const Future& future, std::size_t place) const {
  const std::span<const Cycle> cycles = future.credentials[place - future.first].cycles;
  return cycles.subspan(std::min(cycles_now_[place], cycles.size()));
}

Simulation::Cause Simulation::cause_of(const Future& future, const Cycle& renewal) const {
  const Cycle* cycle = &renewal;
  while (cycle->began_by == CycleStart::renewed_with) {
    const auto other = std::find(who_.begin(), who_.end(), *cycle->with);
    const auto& cycles = future.credentials[static_cast<std::size_t>(other - who_.begin())].cycles;
    cycle = &*std::find_if(cycles.rbegin(), cycles.rend(),
                           [&](const Cycle& one) { return one.began_on == renewal.began_on; });
  }
  if (cycle->began_by == CycleStart::units) return {.exam = {}, .by_units = true};
  const auto exam = std::find(exams_.begin(), exams_.end(), cycle->begun_by_activity);
  if (exam == exams_.end()) return {};
  return {.exam = static_cast<std::size_t>(exam - exams_.begin()), .by_units = false};
}

/// A cycle that never suspends counts as suspending on Date::last().
Gain Simulation::gain(const Future& future, std::size_t place) const {
  const Date before = now(place).cycle().suspends.value_or(Date::last());
  const auto all = renewals(future, place);
  const Date renewed = all.front().began_on;
  const Date suspended_from = std::max(before, as_of());
  return {.extension_days = all.back().suspends.value_or(Date::last()) - before,
          .forfeited_days = std::max(0, before - renewed),
          .suspended_days = std::max(0, renewed - suspended_from)};
}

}  // namespace certrenew
