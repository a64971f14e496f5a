#include "brute_plan.hpp"

#include <algorithm>
#include <set>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>

#include "naive.hpp"
#include "support.hpp"

namespace certrenew::testing {

namespace {

struct LeavesTheCalendar : std::exception {};

Date days_from(Date date, int days) {
  const auto shifted = Date::from_days(date.days() + days);
  if (!shifted) throw LeavesTheCalendar{};
  return *shifted;
}

/// What the naive implementation says about one credential on some day.
struct State {
  Status status;
  std::vector<Cycle> cycles;
  Units counted;

  [[nodiscard]] const Cycle& cycle() const { return cycles.back(); }
};

State state_of(const NaiveAnswer& answer) {
  const std::string counted = answer.standing.substr(answer.standing.rfind(' ') + 1);
  return {answer.status, answer.all_cycles, Units::parse(counted).value()};
}

State state_of(const Log& log, const Policies& policies, Date on, std::uint32_t credential) {
  const auto answer = naive(log, policies, on, credential);
  if (!answer) throw LeavesTheCalendar{};
  return state_of(*answer);
}

/// The cycles that began by renewals since those of `now`.
std::span<const Cycle> renewals_since(const State& now, const State& then) {
  return std::span{then.cycles}.subspan(now.cycles.size());
}

/// The last day on which it is active and passing renews it; where there is none and it is
/// suspended or may be, the first such day after.
std::optional<Date> exam_day(const State& now, std::optional<Date> retired, Date as_of,
                             bool may_be_suspended) {
  const Cycle& cycle = now.cycle();
  if (now.status != Status::active && now.status != Status::suspended) return std::nullopt;
  if (!cycle.exam_opens || !cycle.suspends) return std::nullopt;
  const auto renews = [&](Date on) {
    return *cycle.exam_opens <= on && on < *cycle.expires && !(retired && *retired <= on);
  };
  for (Date on = days_from(*cycle.suspends, -1); on >= as_of; on = days_from(on, -1)) {
    if (renews(on)) return on;
  }
  if (now.status == Status::active && !may_be_suspended) return std::nullopt;
  for (Date on = std::max(*cycle.suspends, as_of); on < *cycle.expires; on = days_from(on, 1)) {
    if (renews(on)) return on;
  }
  return std::nullopt;
}

/// One credential, and how it may renew.
struct Candidate {
  std::uint32_t credential;
  State now;
  std::vector<Date> last_days;
  std::optional<Date> exam{};
  std::optional<Date> planned{};  ///< when what the log plans renews it
};

struct Option {
  enum class By { plan, exam, units } by;
  Date last_day;
};

class Brute {
 public:
  Brute(const Log& log, const Policies& policies, Index<Policy> programme, Date as_of,
        const PlanOptions& options)
      : log_{log},
        policies_{with_unlimited_type(policies, programme)},
        programme_{programme},
        readings_{naive_readings(log, policies, as_of, programme)},
        as_of_{as_of},
        options_{options} {}

  BrutePlan run() {
    for (std::uint32_t i = 0; i < log_.certifications.size(); ++i) {
      if (log_.certifications[i].programme == programme_) consider(i);
    }
    plan_.last = as_of_;
    for (const Candidate& one : candidates_) {
      plan_.participants.push_back(one.credential);
      plan_.last = std::max(plan_.last, one.last_days.back());
    }
    if (!candidates_.empty()) choose();
    return std::move(plan_);
  }

 private:
  const State& state(std::uint32_t credential, const BruteSteps& steps, Date on);
  [[nodiscard]] const CertificationType& type(std::uint32_t credential) const {
    return policies_[programme_][log_.certifications[credential].type];
  }
  [[nodiscard]] Date by_finish(Date day) const {
    return std::min(day, options_.finish.value_or(day));
  }
  std::span<const Cycle> renewals(const Candidate& one, const BruteSteps& steps, Date on) {
    return renewals_since(one.now, state(one.credential, steps, on));
  }
  [[nodiscard]] std::optional<Date> retired(std::uint32_t credential, const Policy& policy) const {
    const auto listed = policy.find_certification(log_.certifications[credential].code);
    return listed ? policy[*listed].retired : std::nullopt;
  }
  bool exam_renews(const Candidate& one, Date on);
  std::optional<Date> safe_exam_day(const Candidate& one);
  void consider(std::uint32_t credential);
  void choose();
  void try_days();
  std::optional<BruteSteps> steps_on(const std::vector<Date>& days);
  void judge(const BruteSteps& steps);

  const Log& log_;
  Policies policies_;
  Index<Policy> programme_;
  std::vector<NaiveReading> readings_;
  Date as_of_;
  const PlanOptions& options_;
  std::vector<Candidate> candidates_;
  std::vector<Option> options_chosen_;
  std::map<std::pair<BruteSteps, Date>, std::map<std::uint32_t, State>> known_;
  BrutePlan plan_;
};

const State& Brute::state(std::uint32_t credential, const BruteSteps& steps, Date on) {
  BruteSteps so_far;
  std::copy_if(steps.begin(), steps.end(), std::back_inserter(so_far),
               [&](const BruteStep& step) { return step.date <= on; });
  auto& known = known_[{so_far, on}];
  if (const auto found = known.find(credential); found != known.end()) return found->second;
  const Log done = with_steps(log_, policies_, programme_, so_far);
  return known.emplace(credential, state_of(done, policies_, on, credential)).first->second;
}

// ---- Who takes part ----------------------------------------------------------------------------

bool Brute::exam_renews(const Candidate& one, Date on) {
  const auto all = renewals(one, {{.date = on, .exam = one.credential, .units = {}}}, on);
  return !all.empty() && all.back().began_by == CycleStart::exam && all.back().began_on == on;
}

/// The earliest of the days of its exam under the policy and each reading (R2).
std::optional<Date> Brute::safe_exam_day(const Candidate& one) {
  auto earliest = exam_day(one.now, retired(one.credential, policies_[programme_]), as_of_,
                           options_.allow_suspension);
  for (const NaiveReading& reading : readings_) {
    const State now = state_of(reading.log, reading.policies, as_of_, one.credential);
    const auto on = exam_day(now, retired(one.credential, *reading.reading->policy), as_of_,
                             options_.allow_suspension);
    if (on && earliest) earliest = std::min(*earliest, *on);
  }
  return earliest;
}

void Brute::consider(std::uint32_t credential) {
  Candidate one{.credential = credential, .now = state(credential, {}, as_of_), .last_days = {}};
  const bool active = one.now.status == Status::active;
  if (!active && one.now.status != Status::suspended) return;
  const Cycle& cycle = one.now.cycle();
  if (!cycle.suspends) return;
  const bool by_units = type(credential).units.has_value();
  const auto retires = retired(credential, policies_[programme_]);
  const bool by_exam = cycle.exam_opens && *cycle.exam_opens < *cycle.expires &&
                       !(retires && *retires <= std::max(*cycle.exam_opens, as_of_));
  if (!by_units && !by_exam) return;

  const NaiveLastDays safe = naive_last_days(log_, policies_, as_of_, credential);
  std::set<Date> days{by_finish(active ? safe.active.value() : as_of_)};
  if (!active || options_.allow_suspension) days.insert(by_finish(safe.renewed.value()));
  one.last_days.assign(days.begin(), days.end());

  if (const auto exam = safe_exam_day(one); exam && exam_renews(one, by_finish(*exam))) {
    one.exam = by_finish(*exam);
  }
  bool units_renew = false;
  for (const Date last : one.last_days) {
    if (!by_units) break;
    const BruteStep all{.date = last, .is_units = true, .units = cycle.required};
    units_renew = units_renew || !renewals(one, {all}, last).empty();
  }
  const auto planned = renewals(one, {}, one.last_days.back());
  if (!planned.empty()) one.planned = planned.front().began_on;
  if (one.exam || units_renew || one.planned) candidates_.push_back(std::move(one));
}

// ---- Ways --------------------------------------------------------------------------------------

void Brute::choose() {
  if (options_chosen_.size() == candidates_.size()) {
    try_days();
    return;
  }
  const Candidate& one = candidates_[options_chosen_.size()];
  const auto go_on = [&](Option::By by, Date last) {
    options_chosen_.push_back({by, last});
    choose();
    options_chosen_.pop_back();
  };
  for (const Date last : one.last_days) {
    if (one.planned && *one.planned <= last) {
      go_on(Option::By::plan, last);
      continue;
    }
    if (one.exam) go_on(Option::By::exam, last);
    if (type(one.credential).units) go_on(Option::By::units, last);
  }
}

void Brute::try_days() {
  std::set<Date> all;
  for (const Option& option : options_chosen_) {
    if (option.by == Option::By::units) all.insert(option.last_day);
  }
  const std::vector<Date> days{all.begin(), all.end()};
  for (std::uint32_t subset = 0; subset < 1U << days.size(); ++subset) {
    std::vector<Date> chosen;
    for (std::size_t i = 0; i < days.size(); ++i) {
      if ((subset >> i & 1U) != 0) chosen.push_back(days[i]);
    }
    if (const auto steps = steps_on(chosen)) judge(*steps);
  }
}

/// The steps of the exams, and of units on these days; nothing where a day of units has none to
/// renew.
std::optional<BruteSteps> Brute::steps_on(const std::vector<Date>& days) {
  BruteSteps steps;
  for (std::size_t i = 0; i < candidates_.size(); ++i) {
    if (options_chosen_[i].by != Option::By::exam) continue;
    steps.push_back({.date = *candidates_[i].exam, .exam = candidates_[i].credential, .units = {}});
  }
  std::sort(steps.begin(), steps.end());
  for (std::size_t k = 0; k < days.size(); ++k) {
    Units least;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      const Candidate& one = candidates_[i];
      if (options_chosen_[i].by != Option::By::units) continue;
      const bool waits = k + 1 < days.size() && options_chosen_[i].last_day >= days[k + 1];
      if (waits || !renewals(one, steps, days[k]).empty()) continue;
      const State& then = state(one.credential, steps, days[k]);
      least = std::max(least, then.cycle().required - then.counted);
    }
    if (least == Units{}) continue;
    steps.push_back({.date = days[k], .is_units = true, .units = least});
    std::sort(steps.begin(), steps.end());
  }
  return steps;
}

/// Adds the way, unless somebody is not renewed in time, or not by the exam that is to be passed.
void Brute::judge(const BruteSteps& steps) {
  BruteJudgement judgement;
  LastDays last_days;
  std::int64_t forfeited = 0;
  std::int64_t suspended = 0;
  for (std::size_t i = 0; i < candidates_.size(); ++i) {
    const Candidate& one = candidates_[i];
    const auto all = renewals(one, steps, plan_.last);
    last_days.push_back(options_chosen_[i].last_day);
    if (all.empty() || all.front().began_on > last_days.back()) return;
    if (options_chosen_[i].by == Option::By::exam) {
      const auto by_it = [&](const Cycle& cycle) {
        return cycle.began_by == CycleStart::exam && cycle.began_on == *one.exam;
      };
      if (std::none_of(all.begin(), all.end(), by_it)) return;
      judgement.exams.push_back(one.credential);
    }
    const Date renewed = all.front().began_on;
    const Date suspends = *one.now.cycle().suspends;
    judgement.extension_days += all.back().suspends.value_or(Date::last()) - suspends;
    forfeited += std::max(0, suspends - renewed);
    for (Date on = as_of_; on < renewed; on = days_from(on, 1)) {
      suspended += on >= suspends ? 1 : 0;
    }
  }
  std::int64_t units = 0;
  for (const BruteStep& step : steps) units += step.units.hundredths();
  judgement.totals = {static_cast<std::int64_t>(judgement.exams.size()),
                      static_cast<std::int64_t>(steps.size()), units, forfeited, suspended};
  plan_.ways.emplace(steps, std::move(judgement)).first->second.last_days.push_back(last_days);
}

bool beats(const FiveTotals& a, const FiveTotals& b) {
  bool better = false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] > b[i]) return false;
    better = better || a[i] < b[i];
  }
  return better;
}

}  // namespace

std::map<FiveTotals, BruteJudgement> BrutePlan::unbeaten() const {
  std::map<FiveTotals, BruteJudgement> best;
  for (const auto& [steps, way] : ways) {
    const auto beats_it = [&way = way](const auto& other) {
      return beats(other.second.totals, way.totals);
    };
    if (std::any_of(ways.begin(), ways.end(), beats_it)) continue;
    const auto [equal, is_first] = best.emplace(way.totals, way);
    const auto key = [](const BruteJudgement& one) {
      return std::pair{-one.extension_days, one.exams};
    };
    if (!is_first && key(way) < key(equal->second)) equal->second = way;
  }
  return best;
}

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

std::optional<BrutePlan> brute_plan(const Log& log, const Policies& policies,
                                    Index<Policy> programme, Date as_of,
                                    const PlanOptions& options) {
  try {
    return Brute{log, policies, programme, as_of, options}.run();
  } catch (const LeavesTheCalendar&) {
    return std::nullopt;
  }
}

std::vector<std::string> brute_doubts(const Log& log, const Policies& policies,
                                      Index<Policy> programme, Date as_of, const BrutePlan& plan,
                                      const BruteSteps& steps) {
  std::vector<std::string> doubts;
  for (const NaiveReading& reading : naive_readings(log, policies, as_of, programme)) {
    const Policies with = with_unlimited_type(reading.policies, programme);
    const Log done = with_steps(reading.log, with, programme, steps);
    std::vector<std::optional<Date>> renewed;
    bool is_error = false;
    for (const std::uint32_t one : plan.participants) {
      const auto then = naive(done, with, plan.last, one);
      is_error = is_error || !then;
      if (!then) continue;
      const State now = state_of(reading.log, reading.policies, as_of, one);
      const State later = state_of(*then);
      const auto all = renewals_since(now, later);
      renewed.push_back(all.empty() ? std::nullopt : std::optional{all.front().began_on});
    }
    const auto in_time = [&](const LastDays& last_days) {
      return std::equal(renewed.begin(), renewed.end(), last_days.begin(),
                        [](const auto& day, Date last) { return day && *day <= last; });
    };
    const auto& choices = plan.ways.at(steps).last_days;
    if (is_error || std::any_of(choices.begin(), choices.end(), in_time)) continue;
    doubts.push_back(reading.reading->id);
  }
  return doubts;
}

}  // namespace certrenew::testing
