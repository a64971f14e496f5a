// Plans: who takes part, the search for the best ways, and what each of them says.

#include "certrenew/plan.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <span>
#include <utility>

#include "core/plan/deadlines.hpp"
#include "core/plan/early_units.hpp"
#include "core/plan/participants.hpp"
#include "core/plan/way_search.hpp"
#include "core/plan/wording.hpp"
#include "core/rereading.hpp"

namespace certrenew {

namespace {

constexpr std::size_t most_exact_active = 8;
constexpr std::size_t most_exact_suspended = 6;
constexpr std::size_t most_listed = 8;
// Of more than most_participants participants, only this many are tried in every way. Then
// Step::may_be_earlier stays empty.
constexpr std::size_t most_exact_of_many = 2;

/// Whether a designation needs that credential (P5).
bool is_of(const Designation& designation, const CredentialAnswer& one) {
  return std::any_of(designation.of.begin(), designation.of.end(), [&](const std::string& code) {
    return is_called(one.certification(), one.contents().policies, code);
  });
}

/// Gives each label to the first way that is best at what it says. Precondition: there are ways.
void add_labels(std::vector<FoundWay>& ways) {
  const auto label = [&](WayLabel best_at, const auto& key) {
    const auto is_better = [&](const FoundWay& a, const FoundWay& b) {
      return key(a.judgement.totals) < key(b.judgement.totals);
    };
    std::min_element(ways.begin(), ways.end(), is_better)->labels.push_back(best_at);
  };
  label(WayLabel::no_exam, [](const Totals& of) { return std::pair{of.exams, of.forfeited_days}; });
  label(WayLabel::fewest_units, [](const Totals& of) { return of.units; });
  label(WayLabel::least_forfeited, [](const Totals& of) { return of.forfeited_days; });
  label(WayLabel::one_day, [](const Totals& of) { return std::pair{of.steps, of.forfeited_days}; });
}

/// Keeps the ways that are best at something, and the first of the others up to eight, in order.
void keep_most_listed(std::vector<FoundWay>& ways) {
  for (std::size_t i = ways.size(); i-- > 0 && ways.size() > most_listed;) {
    if (ways[i].labels.empty()) ways.erase(ways.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

/// Plans for the credentials of one programme.
class Planner {
 public:
  /// `deadlines` are those of the programme. Adds the ways that it finds to `plan`.
  Planner(const Answer& answer, const PlanOptions& options, Index<Policy> programme,
          std::vector<Deadline> deadlines, Plan& plan)
      : answer_{answer},
        options_{options},
        as_of_{answer.as_of()},
        programme_{programme},
        policy_{answer.policies()[programme]},
        deadlines_{std::move(deadlines)},
        plan_{plan} {
    Date last = as_of_;
    for (const Deadline& one : deadlines_) {
      who_.push_back(one.credential);
      last = std::max(last, last_days_of(one, as_of_, options).back());
    }
    simulation_.emplace(answer.contents(), answer.log(), policy_, who_, last);
  }

  void make() {
    participants_ =
        find_participants(answer_, options_, deadlines_, *simulation_, plan_.left_alone);
    if (!participants_.empty()) search();
  }

 private:
  void search() {
    std::size_t exact = options_.allow_suspension ? most_exact_suspended : most_exact_active;
    if (participants_.size() > most_participants) exact = most_exact_of_many;
    for (const Participant& one : participants_) last_ = std::max(last_, one.last_days.back());
    WaySearch search{*simulation_, participants_, exact, last_};
    search.run();
    plan_.compared += search.compared();
    say_what_is_left_out(search, exact);
    std::vector<FoundWay> best = search.best();
    plan_.unbeaten += best.size();
    if (best.empty()) return;
    add_labels(best);
    if (!options_.all_ways) keep_most_listed(best);
    set_up_readings();
    for (const FoundWay& one : best) add(one);
  }

  void say_what_is_left_out(const WaySearch& search, std::size_t exact) {
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

  void set_up_readings() {
    if (answer_.contents().readings == Doubts::none) return;
    for (const Reading& reading : policy_.readings) {
      auto& simulation = readings_.emplace_back();
      std::optional<Log> read;
      if (!reading.keeps_meaning) {
        read = reread(answer_.log(), programme_, *reading.policy);
        if (!read) continue;
      }
      simulation = std::make_unique<Simulation>(answer_.contents(), read ? *read : answer_.log(),
                                                *reading.policy, who_, last_);
      if (!simulation->is_sound()) simulation.reset();
    }
  }

  void add(const FoundWay& found) {
    Way& way = plan_.ways.emplace_back();
    way.programme = programme_;
    way.labels = found.labels;
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
    for (std::size_t i = 0; i < readings_.size(); ++i) {
      if (readings_[i] && !is_in_time(*readings_[i], found, last_)) {
        way.doubts.push_back(&policy_.readings[i]);
      }
    }
    way.designations = designations_after(way);
    way.say = words_for_steps(answer_, way);
  }

  /// The credentials that an action renews, including those renewed before.
  [[nodiscard]] std::vector<Index<Certification>> renewed_by(const Action& action,
                                                             const Future& future) const {
    std::vector<Index<Certification>> renewed;
    for (std::size_t place = 0; place < simulation_->who().size(); ++place) {
      for (const Cycle& cycle : simulation_->renewals(future, place)) {
        if (cycle.began_on != action.date) continue;
        const auto cause = simulation_->cause_of(future, cycle);
        const bool by_it = action.exam ? cause.exam == action.exam : cause.by_units;
        if (by_it) renewed.push_back(simulation_->who()[place]);
      }
    }
    return renewed;
  }

  [[nodiscard]] Standing standing(std::size_t place, const Future& end, Date last_step) const {
    const auto cycles = simulation_->renewals(end, place);
    const Gain gain = simulation_->gain(end, place);
    Status status = Status::active;
    const auto on_last_step = [&](const Cycle& one) { return one.began_on <= last_step; };
    const auto then = std::find_if(cycles.rbegin(), cycles.rend(), on_last_step);
    const Cycle& cycle = then == cycles.rend() ? simulation_->now(place).cycle() : *then;
    if (cycle.suspends_by(last_step)) status = Status::suspended;
    if (cycle.expires_by(last_step)) status = Status::expired;
    return {.credential = simulation_->who()[place],
            .status = status,
            .suspends = cycles.back().suspends,
            .expires = cycles.back().expires,
            .renewals = {cycles.begin(), cycles.end()},
            .extension_days = gain.extension_days,
            .forfeited_days = gain.forfeited_days,
            .suspended_days = gain.suspended_days};
  }

  /// Whether the way renews each credential by its last day.
  [[nodiscard]] static bool is_in_time(Simulation& simulation, const FoundWay& found, Date last) {
    Future end = simulation.eve();
    if (!simulation.go_through(end, found.actions, last))
      return true;  // the log is invalid: no doubt
    const auto& last_days = found.judgement.last_days;
    return std::all_of(last_days.begin(), last_days.end(), [&](const auto& one) {
      const auto renewals = simulation.renewals(end, one.first);
      return !renewals.empty() && renewals.front().began_on <= one.second;
    });
  }

  /// Returns the designations held after the last step (P5). A certification that takes part counts
  /// until its last suspension; another one that is active on as-of, until the suspension known on
  /// as-of. One that is not active on the day of the last step does not count.
  [[nodiscard]] std::vector<HeldUntil> designations_after(const Way& way) const {
    std::vector<HeldUntil> all;
    const Date last_step = way.steps.empty() ? as_of_ : way.steps.back().date;
    for (const Designation& designation : policy_.designations) {
      std::vector<Date> ends;  // Date::last() stands for never
      for (const CredentialAnswer one : answer_.all_credentials()) {
        if (one.certification().programme != programme_ || !is_of(designation, one)) continue;
        const auto renewed = std::find_if(
            way.credentials.begin(), way.credentials.end(),
            [&](const Standing& standing) { return standing.credential == one.index(); });
        if (renewed != way.credentials.end()) {
          ends.push_back(renewed->suspends.value_or(Date::last()));
        } else if (one.status() == Status::active) {
          ends.push_back(one.suspends().value_or(Date::last()));
        }
        if (!ends.empty() && ends.back() <= last_step) ends.pop_back();
      }
      if (ends.size() < designation.needs) continue;
      std::sort(ends.begin(), ends.end());
      const Date until = ends[ends.size() - designation.needs];
      all.push_back({&designation, until == Date::last() ? std::nullopt : std::optional{until}});
    }
    return all;
  }

  const Answer& answer_;
  const PlanOptions& options_;
  Date as_of_;
  Date last_ = as_of_;  // the latest of the last days of those that take part
  Index<Policy> programme_;
  const Policy& policy_;
  std::vector<Deadline> deadlines_;
  Plan& plan_;
  std::vector<Index<Certification>> who_;
  std::optional<Simulation> simulation_;
  std::vector<Participant> participants_;
  /// A simulation under each reading of the policy; null if the log is invalid under it.
  std::vector<std::unique_ptr<Simulation>> readings_;
};

/// Why a credential without a deadline is left alone.
std::string why_left_alone(const CredentialAnswer& one) {
  if (one.is_tracked()) return "no rules are known for it";
  if (one.status() == Status::upcoming) {
    return "earned on " + to_string(one.certification().earned.value_or(one.cycle().start)) +
           ": nothing to do yet";
  }
  if (one.expired()) {
    return "expired on " + to_string(*one.expires()) + ": " +
           std::string{one.what_helps_when_expired()};
  }
  return one.suspends() ? "nothing renews it" : "it never suspends";
}

}  // namespace

Plan make_plan(const Answer& answer, const PlanOptions& options) {
  Plan plan;
  plan.deadlines = deadlines(answer);
  for (const CredentialAnswer one : answer.credentials()) {
    if (!has_deadline(one)) plan.left_alone.push_back({one.index(), why_left_alone(one)});
  }
  std::map<Index<Policy>, std::vector<Deadline>> by_programme;
  std::vector<Index<Policy>> programmes;  // in the order of their first deadlines
  for (const Deadline& one : plan.deadlines) {
    const Index<Policy> programme = *answer.log()[one.credential].programme;
    if (by_programme[programme].empty()) programmes.push_back(programme);
    by_programme[programme].push_back(one);
  }
  for (const Index<Policy> programme : programmes) {
    Planner{answer, options, programme, std::move(by_programme[programme]), plan}.make();
  }
  std::sort(
      plan.left_alone.begin(), plan.left_alone.end(),
      [](const LeftAlone& a, const LeftAlone& b) { return a.credential.at < b.credential.at; });
  return plan;
}

}  // namespace certrenew
