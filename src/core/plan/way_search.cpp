#include "core/plan/way_search.hpp"

#include <algorithm>
#include <map>
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

WaySearch::WaySearch(Simulation& simulation, std::vector<Participant> participants,
                     std::size_t most_exact, Date last)
    : simulation_{simulation},
      out_of_range_before_{simulation.dates_out_of_range()},
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

// ---- Ways --------------------------------------------------------------------------------------

void WaySearch::try_choices() {
  find_exams();
  if (is_tried_before()) return;
  find_days();
  std::vector<Action> actions;
  Future& future = levels_.front().next_eve;
  future = simulation_.eve();
  if (days_.empty()) return finish(future, std::move(actions));
  // The first units are earned on the first of these days: somebody cannot wait longer.
  if (go_before(future, days_.front(), actions)) earn_on(0, future, actions, 1);
}

/// Finds the exams to be passed. One that is to renew several is passed on the first of their days.
void WaySearch::find_exams() {
  std::map<std::size_t, Date> days;  // by the place of the exam
  for (const Choice& choice : choices_) {
    if (!choice.exam) continue;
    const auto [known, is_first] = days.emplace(choice.exam->of, choice.exam->day);
    known->second = std::min(known->second, choice.exam->day);
  }
  exams_.clear();
  for (const auto& [place, day] : days) {
    exams_.push_back({.date = day, .exam = place, .units = {}});
  }
  std::sort(exams_.begin(), exams_.end());
}

/// Whether the same exams were tried before, together with the same choices of the others. If an
/// exam renews several certifications, different choices can lead to the same exams.
bool WaySearch::is_tried_before() {
  if (!simulation_.is_linked()) return false;
  std::vector<std::int64_t> trial;
  for (const Action& exam : exams_) {
    trial.push_back(static_cast<std::int64_t>(*exam.exam));
    trial.push_back(exam.date.days());
  }
  for (const Choice& choice : choices_) {
    trial.push_back(-1 - static_cast<std::int64_t>(choice.by));
    if (!choice.exam) trial.push_back(choice.last_day.days());
  }
  return !tried_.insert(std::move(trial)).second;
}

/// Finds the days on which units may be earned: the last days of those that are tried in every way.
/// Others that are due before all of these add their own last days in front (`forced_`).
void WaySearch::find_days() {
  const auto add = [&](std::size_t i) {
    if (choices_[i].by == Choice::By::units) days_.push_back(choices_[i].last_day);
  };
  days_.clear();
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

/// Adds the exams after the last day of `actions` and before `end` (none: all of them). Returns
/// these exams.
std::span<const Action> WaySearch::add_exams(std::vector<Action>& actions,
                                             std::optional<Date> end) const {
  const std::size_t done = actions.size();
  const std::optional<Date> last = done > 0 ? std::optional{actions.back().date} : std::nullopt;
  for (const Action& exam : exams_) {
    if ((!last || exam.date > *last) && (!end || exam.date < *end)) actions.push_back(exam);
  }
  return std::span{actions}.subspan(done);
}

/// Goes to the eve of `day`, passing the exams before `day` that are not among `actions` yet.
bool WaySearch::go_before(Future& future, Date day, std::vector<Action>& actions) {
  return simulation_.take_all(future, add_exams(actions, day)) &&
         simulation_.go_before(future, day);
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
  const auto take_day = [&](Future& future) {
    return simulation_.take(future, today, std::span{then}.subspan(actions.size()));
  };
  if (!take_day(without)) return;
  std::optional<Units> earned;  // in `with`
  for (std::size_t next = day + 1; next <= days_.size(); ++next) {
    const bool is_last = next == days_.size();
    const auto earners =
        earners_on(today, is_last ? std::nullopt : std::optional{days_[next]}, without);
    if (!earners) return;
    if (!earners->empty()) {
      const auto least = simulation_.is_linked() ? fewest_for(*earners, without, today, eve)
                                                 : std::optional{needed_by(*earners, without)};
      if (!least) return;
      if (least != earned) {
        if (earned) then.pop_back();
        then.push_back({.date = today, .exam = std::nullopt, .units = *least});
        earned = least;
        with = eve;
        if (!take_day(with)) return;
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
    const Choice& choice = choices_[i];
    const bool waits = next && choice.last_day >= *next;
    if (choice.by != Choice::By::units || waits || is_renewed(without, participants_[i].place))
      continue;
    if (choice.last_day < today) return std::nullopt;
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

/// The fewest units that renew all of them if certifications depend on each other. Units may be
/// enough for one and renew others with it (C7), or fail to renew it because another one is held
/// (U3). None: no number of units is enough.
std::optional<Units> WaySearch::fewest_for(const std::vector<std::size_t>& earners,
                                           const Future& without, Date today, const Future& eve) {
  std::vector<Units> needs;  // with each of these numbers, more of them may renew
  for (std::size_t place = 0; place < without.credentials.size(); ++place) {
    const Units required = without.credentials[place].cycle().required;
    if (required == Units{}) continue;
    needs.push_back(std::max(required - without.units[place].total(), Units::from_hundredths(1)));
  }
  std::sort(needs.begin(), needs.end());
  needs.erase(std::unique(needs.begin(), needs.end()), needs.end());
  for (const Units need : needs) {
    std::vector<Action> actions = exams_on(today);
    actions.push_back({.date = today, .exam = std::nullopt, .units = need});
    Future tried = eve;
    if (!simulation_.take(tried, today, actions)) return std::nullopt;
    if (std::all_of(earners.begin(), earners.end(),
                    [&](std::size_t place) { return is_renewed(tried, place); })) {
      return need;
    }
  }
  return std::nullopt;
}

void WaySearch::finish(Future& future, std::vector<Action> actions) {
  if (!simulation_.go_through(future, add_exams(actions, std::nullopt), last_)) return;
  if (auto judgement = judge(future, actions))
    found_.emplace(std::move(actions), std::move(*judgement));
}

/// Returns nothing if a participant is not renewed in time, or should renew by an exam and does
/// not: by its own if it passes that, else by any.
std::optional<Judgement> WaySearch::judge(const Future& future,
                                          const std::vector<Action>& actions) const {
  Judgement judgement;
  for (std::size_t i = 0; i < participants_.size(); ++i) {
    const std::size_t place = participants_[i].place;
    const auto renewals = simulation_.renewals(future, place);
    if (renewals.empty() || renewals.front().began_on > choices_[i].last_day) return std::nullopt;
    judgement.last_days.emplace_back(place, choices_[i].last_day);
    if (choices_[i].by == Choice::By::exam) {
      const bool passes = choices_[i].exam->of == place;
      const auto by_exam = [&](const Cycle& one) {
        const auto exam = simulation_.cause_of(future, one).exam;
        return passes ? exam == place : exam.has_value();
      };
      if (std::none_of(renewals.begin(), renewals.end(), by_exam)) return std::nullopt;
    }
    const Gain gain = simulation_.gain(future, place);
    judgement.totals.extension_days += gain.extension_days;
    judgement.totals.forfeited_days += gain.forfeited_days;
    judgement.totals.suspended_days += gain.suspended_days;
  }
  for (const Action& action : actions) {
    ++judgement.totals.steps;
    judgement.totals.exams += action.exam ? 1 : 0;
    judgement.totals.units += action.units;
    if (action.exam) judgement.exams.push_back(*action.exam);
  }
  std::sort(judgement.exams.begin(), judgement.exams.end());
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
