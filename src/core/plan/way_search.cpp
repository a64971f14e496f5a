#include "core/plan/way_search.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace certrenew {

namespace {

auto five_totals(const Totals& totals) {
  return std::tuple{totals.exams, totals.forfeited_days, totals.suspended_days, totals.units,
                    totals.steps};
}

/// The order in which ways are listed. Whatever beats a way comes before it.
bool comes_before(const FoundWay& a, const FoundWay& b) {
  const auto key = [](const FoundWay& way) {
    const Judgement& of = way.judgement;
    return std::tuple{five_totals(of.totals), -of.totals.extension_days};
  };
  if (key(a) != key(b)) return key(a) < key(b);
  return a.judgement.exams < b.judgement.exams;
}

}  // namespace

bool Judgement::is_no_worse(const Judgement& other) const {
  const Totals& a = totals;
  const Totals& b = other.totals;
  return a.exams <= b.exams && a.steps <= b.steps && a.units <= b.units &&
         a.forfeited_days <= b.forfeited_days && a.suspended_days <= b.suspended_days;
}

bool WaySearch::EarlierAction::operator()(const Action& a, const Action& b) const {
  const auto key = [](const Action& one) {
    return std::tuple{one.date, !one.exam, one.exam.value_or(0), one.units};
  };
  return key(a) < key(b);
}

bool WaySearch::EarlierActions::operator()(const std::vector<Action>& a,
                                           const std::vector<Action>& b) const {
  return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(), EarlierAction{});
}

WaySearch::WaySearch(Simulation& simulation, std::vector<Participant> participants,
                     std::size_t most_exact, Date last)
    : simulation_{simulation},
      participants_{std::move(participants)},
      exact_{std::min(most_exact, participants_.size())},
      last_{last} {
  std::stable_sort(participants_.begin(), participants_.end(),
                   [](const Participant& a, const Participant& b) {
                     return a.last_days.front() < b.last_days.front();
                   });
}

void WaySearch::run() {
  levels_.resize(2 * exact_ + 4);
  if (!participants_.empty()) choose_from(0);
}

// ---- Choices -----------------------------------------------------------------------------------

/// A certification that the log's planned activities renew needs neither an exam nor units. The
/// plan and the exam are each chosen at most once: the choice of the last day does not change their
/// way.
std::vector<WaySearch::Choice> WaySearch::choices_of(const Participant& one) {
  std::vector<Choice> choices;
  bool has_plan = false;
  bool has_exam = false;
  for (auto day = one.last_days.rbegin(); day != one.last_days.rend(); ++day) {
    if (one.planned && *one.planned <= *day) {
      if (!std::exchange(has_plan, true)) choices.push_back({Choice::By::plan, *day});
      continue;
    }
    if (one.exam && *one.exam <= *day && !std::exchange(has_exam, true)) {
      choices.push_back({Choice::By::exam, *day});
    }
    if (one.by_units) choices.push_back({Choice::By::units, *day});
  }
  return choices;
}

/// Whether other choices lead to the same ways. If two renew by units and share the same earlier
/// last day, the units for the one that needs more renew the other as well. So trying the other
/// with its later day is enough.
bool WaySearch::is_covered(const Choice& choice, std::size_t participant) const {
  const auto chooses_earlier = [&](const Choice& its, std::size_t i) {
    const auto& days = participants_[i].last_days;
    return its.by == Choice::By::units && days.size() > 1 && its.last_day == days.front();
  };
  if (!chooses_earlier(choice, participant)) return false;
  for (std::size_t i = 0; i < participant; ++i) {
    if (chooses_earlier(choices_[i], i) && choices_[i].last_day == choice.last_day) return true;
  }
  return false;
}

WaySearch::Choice WaySearch::choice_of_other(const Participant& one) {
  const Date day = one.last_days.front();
  if (one.planned && *one.planned <= day) return {Choice::By::plan, day};
  if (one.by_units) return {Choice::By::units, day};
  return {Choice::By::exam, one.last_days.back()};
}

void WaySearch::choose_from(std::size_t participant) {
  if (participant == exact_) {
    for (std::size_t i = exact_; i < participants_.size(); ++i) {
      choices_.push_back(choice_of_other(participants_[i]));
    }
    try_choices();
    choices_.erase(choices_.begin() + static_cast<std::ptrdiff_t>(exact_), choices_.end());
    return;
  }
  for (const Choice& choice : choices_of(participants_[participant])) {
    if (is_covered(choice, participant)) continue;
    choices_.push_back(choice);
    choose_from(participant + 1);
    choices_.pop_back();
  }
}

// ---- Ways --------------------------------------------------------------------------------------

void WaySearch::try_choices() {
  exams_.clear();
  days_.clear();
  for (std::size_t i = 0; i < participants_.size(); ++i) {
    if (choices_[i].by != Choice::By::exam) continue;
    exams_.push_back({.date = *participants_[i].exam, .exam = participants_[i].place, .units = {}});
  }
  std::sort(exams_.begin(), exams_.end(), EarlierAction{});
  find_days();
  std::vector<Action> actions;
  Future& future = levels_.front().next_eve;
  future = simulation_.eve();
  if (days_.empty()) return finish(future, std::move(actions));
  // The first units are earned on the first of these days: somebody cannot wait longer.
  if (go_before(future, days_.front(), actions)) earn_on(0, future, actions, 1);
}

/// Finds the days on which units may be earned: the last days of those that are tried in every way.
/// Others that are due before all of these add their own last days in front (`forced_`).
void WaySearch::find_days() {
  const auto add = [&](std::size_t i) {
    if (choices_[i].by == Choice::By::units) days_.push_back(choices_[i].last_day);
  };
  const auto sort = [&] {
    std::sort(days_.begin(), days_.end());
    days_.erase(std::unique(days_.begin(), days_.end()), days_.end());
  };
  for (std::size_t i = 0; i < exact_; ++i) add(i);
  sort();
  const auto first = days_.empty() ? std::nullopt : std::optional{days_.front()};
  const std::size_t tried = days_.size();
  for (std::size_t i = exact_; i < participants_.size(); ++i) {
    if (!first || choices_[i].last_day < *first) add(i);
  }
  sort();
  forced_ = days_.size() - tried;
}

std::vector<Action> WaySearch::exams_on(Date day) const {
  const auto [first, end] =
      std::equal_range(exams_.begin(), exams_.end(), Action{.date = day, .exam = {}, .units = {}},
                       [](const Action& a, const Action& b) { return a.date < b.date; });
  return {first, end};
}

/// Goes to the eve of `day`, passing the exams before `day` that are not among `actions` yet.
bool WaySearch::go_before(Future& future, Date day, std::vector<Action>& actions) {
  const Date after = actions.empty() ? Date::first() : actions.back().date;
  for (auto exam = exams_.begin(); exam != exams_.end() && exam->date < day;) {
    const std::vector<Action> today = exams_on(exam->date);
    exam += static_cast<std::ptrdiff_t>(today.size());
    if (!actions.empty() && today.front().date <= after) continue;
    if (!simulation_.go_before(future, today.front().date) ||
        !simulation_.take(future, today.front().date, today)) {
      left_calendar_ = true;
      return false;
    }
    actions.insert(actions.end(), today.begin(), today.end());
  }
  if (simulation_.go_before(future, day)) return true;
  left_calendar_ = true;
  return false;
}

/// Earns units on `days_[day]` for those that cannot wait for the next day on which units are
/// earned. Tries each later day as that next day. `eve` and `actions` are what comes before
/// `days_[day]`. May overwrite the futures of `level`.
void WaySearch::earn_on(std::size_t day, const Future& eve, const std::vector<Action>& actions,
                        std::size_t level) {
  auto& [without, with, next_eve] = levels_[level];
  const Date today = days_[day];
  std::vector<Action> then = actions;
  for (const Action& exam : exams_on(today)) then.push_back(exam);
  without = eve;
  if (!take(without, today, then, actions.size())) return;
  std::optional<Units> earned;  // in `with`
  for (std::size_t next = day + 1; next <= days_.size(); ++next) {
    const bool is_last = next == days_.size();
    const auto earners =
        earners_on(today, is_last ? std::nullopt : std::optional{days_[next]}, without);
    if (!earners) return;
    if (!earners->empty()) {
      const Units least = needed_by(*earners, without);
      if (least != earned) {
        if (earned) then.pop_back();
        then.push_back({.date = today, .exam = std::nullopt, .units = least});
        earned = least;
        with = eve;
        if (!take(with, today, then, actions.size())) return;
      }
    }
    const Future& after = earned ? with : without;
    const auto renewed = [&](std::size_t place) { return is_renewed(after, place); };
    if (!std::all_of(earners->begin(), earners->end(), renewed)) continue;
    next_eve = after;
    if (is_last) {
      finish(next_eve, then);
    } else if (std::vector<Action> all = then; go_before(next_eve, days_[next], all)) {
      // No call returns to a forced day to try another, so levels 1 and 2 can take turns.
      earn_on(next, next_eve, all,
              next < forced_ ? 3 - level : std::max<std::size_t>(level + 1, 3));
    }
    if (day < forced_) return;
  }
}

/// Those that must renew by units on `today` because they cannot wait for `next`. If there is no
/// next day, all that are left. Nothing if it is too late for one of them.
std::optional<std::vector<std::size_t>> WaySearch::earners_on(Date today, std::optional<Date> next,
                                                              const Future& without) const {
  std::vector<std::size_t> earners;
  for (std::size_t i = 0; i < participants_.size(); ++i) {
    const auto& [by, last_day] = choices_[i];
    const bool waits = next && last_day >= *next;
    if (by != Choice::By::units || waits || is_renewed(without, participants_[i].place)) continue;
    if (last_day < today) return std::nullopt;
    earners.push_back(participants_[i].place);
  }
  return earners;
}

/// The fewest units that renew all of them.
Units WaySearch::needed_by(const std::vector<std::size_t>& earners, const Future& without) {
  Units least;
  for (const std::size_t place : earners) {
    least =
        std::max(least, without.credentials[place].cycle().required - without.units[place].total());
  }
  return least;
}

bool WaySearch::take(Future& future, Date day, const std::vector<Action>& actions,
                     std::size_t first) {
  const bool in_range = simulation_.take(future, day, std::span{actions}.subspan(first));
  left_calendar_ |= !in_range;
  return in_range;
}

void WaySearch::finish(Future& future, std::vector<Action> actions) {
  const auto later = std::find_if(exams_.begin(), exams_.end(), [&](const Action& exam) {
    return actions.empty() || exam.date > actions.back().date;
  });
  const std::size_t done = actions.size();
  actions.insert(actions.end(), later, exams_.end());
  if (!simulation_.go_through(future, std::span{actions}.subspan(done), last_)) {
    left_calendar_ = true;
    return;
  }
  if (auto judgement = judge(future, actions))
    found_.emplace(std::move(actions), std::move(*judgement));
}

/// Returns nothing if a participant is not renewed in time, or not by the exam that it should pass.
std::optional<Judgement> WaySearch::judge(const Future& future,
                                          const std::vector<Action>& actions) const {
  Judgement judgement;
  for (std::size_t i = 0; i < participants_.size(); ++i) {
    const std::size_t place = participants_[i].place;
    const auto renewals = simulation_.renewals(future, place);
    if (renewals.empty() || renewals.front().began_on > choices_[i].last_day) return std::nullopt;
    judgement.last_days.emplace_back(place, choices_[i].last_day);
    if (choices_[i].by == Choice::By::exam) {
      const auto by_exam = [&](const Cycle& one) {
        return simulation_.is_begun_by_exam(one, place);
      };
      if (std::none_of(renewals.begin(), renewals.end(), by_exam)) return std::nullopt;
      judgement.exams.push_back(place);
    }
    const Gain gain = simulation_.gain(future, place);
    judgement.totals.extension_days += gain.extension_days;
    judgement.totals.forfeited_days += gain.forfeited_days;
    judgement.totals.suspended_days += gain.suspended_days;
  }
  std::sort(judgement.exams.begin(), judgement.exams.end());
  for (const Action& action : actions) {
    ++judgement.totals.steps;
    judgement.totals.exams += action.exam ? 1 : 0;
    judgement.totals.units += action.units;
  }
  return judgement;
}

/// Goes through the ways in the order of the list: whatever beats a way comes before it.
std::vector<FoundWay> WaySearch::best() const {
  std::vector<FoundWay> all;
  all.reserve(found_.size());
  for (const auto& [actions, judgement] : found_) all.push_back({actions, judgement});
  std::stable_sort(all.begin(), all.end(), comes_before);
  std::vector<FoundWay> best;
  for (FoundWay& way : all) {
    const bool is_beaten = std::any_of(best.begin(), best.end(), [&](const FoundWay& better) {
      return better.judgement.is_no_worse(way.judgement);
    });
    if (!is_beaten) best.push_back(std::move(way));
  }
  return best;
}

}  // namespace certrenew
