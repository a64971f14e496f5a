#include "core/plan/simulation.hpp"

#include <algorithm>
#include <utility>

namespace certrenew {

Simulation::Simulation(const AnswerContents& answer, std::vector<Index<Certification>> who,
                       Date last)
    : answer_{answer}, who_{std::move(who)}, policy_{answer.policy} {
  log_.certifications = answer.log.certifications;
  log_.activities = answer.log.activities;
  planned_.set_up(log_, policy_, last, order_);
  const auto add = [&](std::variant<Exam, Work> what) {
    const auto index = static_cast<std::uint32_t>(log_.activities.size());
    log_.activities.push_back({.date = last, .what = what, .what_if = true});
    return Index<Activity>{index};
  };
  for (const Index<Certification> one : who_) exams_.push_back(add(Exam{.certification = one}));
  const auto unlimited = static_cast<std::uint32_t>(policy_.activity_types.size());
  policy_.activity_types.emplace_back();
  const std::size_t most_portions = 2 * who_.size() + 2;
  for (std::size_t i = 0; i < most_portions; ++i) add(Work{.type = {unlimited}});
  verdicts_.resize(log_.activities.size());

  CycleUnits no_units{policy_};
  no_units.turn_to(log_);
  eve_.units.assign(who_.size(), no_units);
  eve_.credentials.resize(who_.size());
  for (std::size_t i = 0; i < who_.size(); ++i) {
    eve_.credentials[i].verdicts = verdicts_;
    Lifetime{log_, policy_, who_[i], eve_.credentials[i], eve_.units[i], out_of_range_}.begin();
  }
  go_before(eve_, answer.renewals.as_of);
  for (std::size_t i = 0; i < who_.size(); ++i) {
    auto& cycles = eve_.credentials[i].cycles;
    const std::size_t closed = cycles.size() - 1;  // nothing looks at these any more
    cycles.erase(cycles.begin(), cycles.end() - 1);
    cycles_now_.push_back(now(i).cycles.size() - closed);
  }
}

Future Simulation::eve_of(std::size_t place) const {
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
  std::vector<Index<Activity>> others;
  const auto days = planned_.days();
  if (future.days_taken < days.size() && days[future.days_taken].date == day) {
    const Day& planned = days[future.days_taken++];
    exams.assign(planned.exams.begin(), planned.exams.end());
    others.assign(planned.others.begin(), planned.others.end());
  }
  for (const Action& action : actions) {
    (action.exam ? exams : others).push_back(activity_for(action, future));
  }
  return take_day(
      future,
      {.date = day, .goes_stale = goes_stale(day, policy_), .exams = exams, .others = others});
}

bool Simulation::go_through(Future& future, std::span<const Action> actions, Date last) {
  while (!actions.empty()) {
    const Date day = actions.front().date;
    const auto end = std::find_if(actions.begin(), actions.end(),
                                  [&](const Action& action) { return action.date != day; });
    const auto today = actions.first(static_cast<std::size_t>(end - actions.begin()));
    if (!go_before(future, day) || !take(future, day, today)) return false;
    actions = actions.subspan(today.size());
  }
  if (!go_before(future, last)) return false;
  const auto days = planned_.days();
  const bool plans_more = future.days_taken < days.size() && days[future.days_taken].date == last;
  return !plans_more || take(future, last, {});
}

/// The activity changes with the action: those of other actions of this future stay as they are.
Index<Activity> Simulation::activity_for(const Action& action, Future& future) {
  const auto first_portion =
      static_cast<std::uint32_t>(answer_.log.activities.size() + who_.size());
  const Index<Activity> index =
      action.exam ? exams_[*action.exam] : Index<Activity>{first_portion + future.portions++};
  Activity& activity = log_.activities[index.at];
  activity.date = action.date;
  if (!action.exam) std::get<Work>(activity.what).units = action.units;
  return index;
}

bool Simulation::take_day(Future& future, const Day& day) {
  for (std::size_t i = 0; i < future.credentials.size(); ++i) {
    const Index<Certification> one = who_[future.first + i];
    Lifetime lifetime{log_, policy_, one, future.credentials[i], future.units[i], out_of_range_};
    if (!lifetime.take(day)) return false;
  }
  return true;
}

std::span<const Cycle> Simulation::renewals(const Future& future, std::size_t place) const {
  const std::span<const Cycle> cycles = future.credentials[place - future.first].cycles;
  return cycles.subspan(std::min(cycles_now_[place], cycles.size()));
}

Gain Simulation::gain(const Future& future, std::size_t place) const {
  const Cycle& before = now(place).cycle();
  const auto all = renewals(future, place);
  const Date renewed = all.front().start;
  const Date suspended_from = std::max(before.suspends, answer_.renewals.as_of);
  return {.extension_days = all.back().suspends - before.suspends,
          .forfeited_days = std::max(0, before.suspends - renewed),
          .suspended_days = std::max(0, renewed - suspended_from)};
}

}  // namespace certrenew
