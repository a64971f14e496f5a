// Plans: who takes part, the search for the best ways, and what each of them says.

#include "certrenew/plan.hpp"

#include <algorithm>
#include <utility>

#include "core/plan/deadlines.hpp"
#include "core/plan/early_units.hpp"
#include "core/plan/way_search.hpp"
#include "core/plan/wording.hpp"

namespace certrenew {

namespace {

constexpr std::size_t most_exact = 8;
constexpr std::size_t most_exact_suspended = 6;
constexpr std::size_t most_listed = 8;
// With more than this a plan would take too long: fewer are tried in every way, and may_be_earlier
// stays empty.
constexpr std::size_t most_participants = 64;
constexpr std::size_t most_exact_of_many = 2;

/// The last days by which a credential may be renewed: one, or two to choose from.
std::vector<Date> last_days_of(const Deadline& deadline, Date as_of, const PlanOptions& options) {
  std::vector<Date> days{deadline.finish_active ? deadline.finish_active->date : as_of};
  if (!deadline.finish_active || options.allow_suspension) {
    days.push_back(deadline.finish_expiring.date);
  }
  for (Date& day : days) day = std::min(day, options.finish.value_or(day));
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

/// The last day on which it is active and within its exam window; where there is none, and it is
/// suspended or may be, the first such day after (E2).
std::optional<Date> exam_day_of(const Deadline& deadline, const Cycle& cycle, Date as_of,
                                const PlanOptions& options) {
  if (!deadline.exam_window) return std::nullopt;
  const Date first = std::max(as_of, deadline.exam_window->first);
  if (deadline.finish_active && first <= deadline.finish_active->date) {
    return deadline.finish_active->date;
  }
  if (deadline.finish_active && !options.allow_suspension) return std::nullopt;
  if (cycle.begun_by_earning() && first == cycle.start) return day_after(first);
  return first;
}

/// The place of the first way that is the best in what the label says. Precondition: there is one.
template <class Ways, class TotalsOf>
std::size_t first_best(const Ways& ways, WayLabel label, const TotalsOf& totals_of) {
  const auto key = [&](const auto& way) {
    const Totals& totals = totals_of(way);
    switch (label) {
      case WayLabel::no_exam: return std::pair{totals.exams, totals.forfeited_days};
      case WayLabel::fewest_units: return std::pair{totals.units.hundredths(), std::int64_t{0}};
      case WayLabel::least_forfeited: return std::pair{totals.forfeited_days, std::int64_t{0}};
      case WayLabel::one_day: return std::pair{totals.steps, totals.forfeited_days};
    }
    return std::pair{std::int64_t{0}, std::int64_t{0}};
  };
  const auto best = std::min_element(ways.begin(), ways.end(),
                                     [&](const auto& a, const auto& b) { return key(a) < key(b); });
  return static_cast<std::size_t>(best - ways.begin());
}

constexpr WayLabel all_labels[] = {WayLabel::no_exam, WayLabel::fewest_units,
                                   WayLabel::least_forfeited, WayLabel::one_day};

/// Makes a plan for one answer.
class Planner {
 public:
  Planner(const Answer& answer, const PlanOptions& options)
      : answer_{answer}, options_{options}, as_of_{answer.as_of()} {
    plan_.deadlines = deadlines(answer);
    for (const CredentialAnswer one : answer.credentials()) leave_alone(one);
    std::vector<Index<Certification>> who;
    Date last = as_of_;
    for (const Deadline& one : plan_.deadlines) {
      who.push_back(one.credential);
      last_days_.push_back(last_days_of(one, as_of_, options));
      last = std::max(last, last_days_.back().back());
    }
    simulation_.emplace(answer.contents(), std::move(who), last);
  }

  Plan make() {
    for (std::size_t place = 0; place < plan_.deadlines.size(); ++place) let_in(place);
    std::sort(
        plan_.left_alone.begin(), plan_.left_alone.end(),
        [](const LeftAlone& a, const LeftAlone& b) { return a.credential.at < b.credential.at; });
    if (!participants_.empty()) search();
    return std::move(plan_);
  }

 private:
  void leave_alone(const CredentialAnswer& one);
  void let_in(std::size_t place);
  [[nodiscard]] bool renews(std::size_t place, const Action& action);
  void search();
  void say_what_is_left_out(const WaySearch& search, std::size_t exact);
  [[nodiscard]] std::vector<FoundWay> chosen(std::vector<FoundWay> best) const;
  void add(const FoundWay& found);
  [[nodiscard]] std::vector<Index<Certification>> renewed_by(const Action& action,
                                                             const Future& future) const;
  [[nodiscard]] Standing standing(std::size_t place, const Future& end, Date last_step) const;

  const Answer& answer_;
  const PlanOptions& options_;
  Date as_of_;
  Date last_ = as_of_;  // of the last days of those that take part
  Plan plan_;
  std::vector<std::vector<Date>> last_days_;  // by place
  std::optional<Simulation> simulation_;
  std::vector<Participant> participants_;
  bool left_calendar_ = false;  // a date that renews() looked at (D1)
};

// ---- Who takes part ----------------------------------------------------------------------------

/// Leaves alone what is upcoming or expired, and what nothing renews.
void Planner::leave_alone(const CredentialAnswer& one) {
  if (one.status() == Status::upcoming) {
    plan_.left_alone.push_back(
        {one.index(), "earned on " + to_string(one.cycle().start) + ": nothing to do yet"});
  } else if (one.expired()) {
    plan_.left_alone.push_back({one.index(), "expired on " + to_string(one.expires()) + ": " +
                                                 std::string{one.what_helps_when_expired()}});
  } else if (!has_deadline(one)) {
    plan_.left_alone.push_back({one.index(), "nothing renews it"});
  }
}

/// Lets the credential take part if its exam or units can renew it, or what the log plans does.
void Planner::let_in(std::size_t place) {
  const Deadline& deadline = plan_.deadlines[place];
  const CertificationType& type = simulation_->type(place);
  const std::vector<Date>& last_days = last_days_[place];
  left_calendar_ = false;
  Participant one{.place = place, .last_days = last_days, .exam = {}, .planned = {}};
  if (auto day = exam_day_of(deadline, simulation_->now(place).cycle(), as_of_, options_)) {
    day = std::min(*day, options_.finish.value_or(*day));
    if (renews(place, {.date = *day, .exam = place, .units = {}})) one.exam = day;
  }
  one.by_units = type.units && std::any_of(last_days.begin(), last_days.end(), [&](Date day) {
                   return renews(place, {.date = day, .exam = {}, .units = *type.units});
                 });
  Future planned = simulation_->eve_of(place);
  if (simulation_->go_through(planned, {}, last_days.back())) {
    const auto renewals = simulation_->renewals(planned, place);
    if (!renewals.empty()) one.planned = renewals.front().start;
  }
  const CredentialAnswer credential = answer_.all_credentials()[deadline.credential.at];
  const std::string last = to_string(last_days.back());
  if (!type.units && !type.exam_window_months) {
    plan_.left_alone.push_back(
        {deadline.credential,
         "renewed by courses alone: " + credential.what_renews_it(last_days.back())});
  } else if (one.exam || one.by_units || one.planned) {
    participants_.push_back(std::move(one));
  } else if (left_calendar_) {
    plan_.left_alone.push_back(
        {deadline.credential, "if it is renewed by " + last + ", its dates lie after 9999-12-31"});
  } else {
    plan_.left_alone.push_back(
        {deadline.credential, "neither an exam nor units can renew it by " + last});
  }
}

bool Planner::renews(std::size_t place, const Action& action) {
  Future future = simulation_->eve_of(place);
  const bool in_range = simulation_->go_through(future, std::span{&action, 1}, action.date);
  left_calendar_ |= !in_range;
  if (!in_range) return false;
  const auto renewals = simulation_->renewals(future, place);
  if (renewals.empty()) return false;
  return !action.exam || simulation_->is_begun_by_exam(renewals.back(), place);
}

// ---- Ways --------------------------------------------------------------------------------------

void Planner::search() {
  std::size_t exact = options_.allow_suspension ? most_exact_suspended : most_exact;
  if (participants_.size() > most_participants) exact = most_exact_of_many;
  for (const Participant& one : participants_) last_ = std::max(last_, one.last_days.back());
  WaySearch search{*simulation_, participants_, exact, last_};
  search.run();
  plan_.compared = search.compared();
  say_what_is_left_out(search, exact);
  std::vector<FoundWay> best = search.best();
  plan_.unbeaten = best.size();
  for (const FoundWay& one : chosen(std::move(best))) add(one);
  if (plan_.ways.empty()) return;
  const auto totals_of = [](const Way& way) -> const Totals& { return way.totals; };
  for (const WayLabel label : all_labels) {
    plan_.ways[first_best(plan_.ways, label, totals_of)].labels.push_back(label);
  }
}

void Planner::say_what_is_left_out(const WaySearch& search, std::size_t exact) {
  if (participants_.size() > exact) {
    plan_.left_out.push_back(
        std::to_string(participants_.size()) +
        " certifications take part: every way is tried for the " + std::to_string(exact) +
        " with the earliest deadlines; the others are renewed along with these");
  }
  if (search.left_calendar()) {
    plan_.left_out.emplace_back("ways whose dates lie after 9999-12-31 are left out");
  }
}

/// The ways that have a label, and the first of the others up to eight, in order.
std::vector<FoundWay> Planner::chosen(std::vector<FoundWay> best) const {
  if (options_.all_ways || best.size() <= most_listed) return best;
  std::vector<bool> keeps(best.size());
  std::size_t kept = 0;
  const auto keep = [&](std::size_t i) {
    if (!keeps[i]) ++kept;
    keeps[i] = true;
  };
  const auto totals_of = [](const FoundWay& way) -> const Totals& { return way.judgement.totals; };
  for (const WayLabel label : all_labels) keep(first_best(best, label, totals_of));
  for (std::size_t i = 0; i < best.size() && kept < most_listed; ++i) keep(i);
  std::vector<FoundWay> chosen;
  for (std::size_t i = 0; i < best.size(); ++i) {
    if (keeps[i]) chosen.push_back(std::move(best[i]));
  }
  return chosen;
}

/// Those that an action renews, once more included.
std::vector<Index<Certification>> Planner::renewed_by(const Action& action,
                                                      const Future& future) const {
  std::vector<Index<Certification>> renewed;
  for (std::size_t place = 0; place < simulation_->who().size(); ++place) {
    for (const Cycle& cycle : simulation_->renewals(future, place)) {
      if (cycle.start != action.date) continue;
      const bool by_it = action.exam
                             ? action.exam == place && simulation_->is_begun_by_exam(cycle, place)
                             : cycle.began_by == CycleStart::units;
      if (by_it) renewed.push_back(simulation_->who()[place]);
    }
  }
  return renewed;
}

Standing Planner::standing(std::size_t place, const Future& end, Date last_step) const {
  const auto cycles = simulation_->renewals(end, place);
  const Gain gain = simulation_->gain(end, place);
  Status status = Status::active;
  const auto on_last_step = [&](const Cycle& one) { return one.start <= last_step; };
  const auto then = std::find_if(cycles.rbegin(), cycles.rend(), on_last_step);
  const Cycle& cycle = then == cycles.rend() ? simulation_->now(place).cycle() : *then;
  if (last_step >= cycle.suspends) status = Status::suspended;
  if (last_step >= cycle.expires) status = Status::expired;
  return {.credential = simulation_->who()[place],
          .status = status,
          .suspends = cycles.back().suspends,
          .expires = cycles.back().expires,
          .renewals = {cycles.begin(), cycles.end()},
          .extension_days = gain.extension_days,
          .forfeited_days = gain.forfeited_days,
          .suspended_days = gain.suspended_days};
}

void Planner::add(const FoundWay& found) {
  Way& way = plan_.ways.emplace_back();
  way.totals = found.judgement.totals;
  Future end = simulation_->eve();
  simulation_->go_through(end, found.actions, last_);
  for (std::size_t i = 0; i < found.actions.size(); ++i) {
    const Action& action = found.actions[i];
    Step& step = way.steps.emplace_back(Step{.date = action.date, .exam = {}, .units = {}});
    if (action.exam) {
      step.exam = simulation_->who()[*action.exam];
    } else {
      step.units = action.units;
      if (participants_.size() <= most_participants)
        step.may_be_earlier = early_units(*simulation_, found.actions, i, last_);
    }
    step.renews = renewed_by(action, end);
  }
  const Date last_step = way.steps.empty() ? as_of_ : way.steps.back().date;
  for (const Participant& one : participants_) {
    way.credentials.push_back(standing(one.place, end, last_step));
  }
  way.say = words_for_steps(answer_, way);
}

}  // namespace

Plan make_plan(const Answer& answer, const PlanOptions& options) {
  return Planner{answer, options}.make();
}

}  // namespace certrenew
