#include "brute_plan.hpp"

#include <algorithm>
#include <set>
#include <sstream>
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

struct BruteCycle {
  std::string began;
  Date start;
};

/// What the naive implementation says about one credential on some day.
struct State {
  std::string status{};
  Date suspends = Date::first();
  Date expires = Date::first();
  Units counted{};
  std::vector<BruteCycle> cycles{};
};

State state_of(const NaiveAnswer& answer) {
  State state;
  std::string start;
  std::string suspends;
  std::string expires;
  std::string counted;
  std::istringstream{answer.standing} >> state.status >> start >> suspends >> expires >> counted;
  state.suspends = day(suspends);
  state.expires = day(expires);
  state.counted = Units::parse(counted).value();
  std::istringstream cycles{answer.cycles};
  for (std::string one; std::getline(cycles, one, ',');) {
    std::string began;
    std::istringstream{one} >> began >> start;
    state.cycles.push_back({began, day(start)});
  }
  return state;
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
  Brute(const Log& log, const Policy& policy, Date as_of, const PlanOptions& options)
      : log_{log}, policy_{with_unlimited_type(policy)}, as_of_{as_of}, options_{options} {}

  BrutePlan run() {
    for (std::uint32_t i = 0; i < log_.certifications.size(); ++i) consider(i);
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
    return policy_[log_.certifications[credential].type];
  }
  [[nodiscard]] Date by_finish(Date day) const {
    return std::min(day, options_.finish.value_or(day));
  }
  std::vector<BruteCycle> renewals(const Candidate& one, const BruteSteps& steps, Date on) {
    const State& then = state(one.credential, steps, on);
    return {then.cycles.begin() + static_cast<std::ptrdiff_t>(one.now.cycles.size()),
            then.cycles.end()};
  }
  bool exam_renews(const Candidate& one, Date on);
  std::optional<Date> exam_day(const Candidate& one);
  void consider(std::uint32_t credential);
  void choose();
  void try_days();
  std::optional<BruteSteps> steps_on(const std::vector<Date>& days);
  void judge(const BruteSteps& steps);

  const Log& log_;
  Policy policy_;
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
  const auto answer = naive(with_steps(log_, policy_, so_far), policy_, on, credential);
  if (!answer) throw LeavesTheCalendar{};
  return known.emplace(credential, state_of(*answer)).first->second;
}

// ---- Who takes part ----------------------------------------------------------------------------

bool Brute::exam_renews(const Candidate& one, Date on) {
  const auto all = renewals(one, {{.date = on, .exam = one.credential, .units = {}}}, on);
  return !all.empty() && all.back().began == "exam" && all.back().start == on;
}

/// The last day on which it is active and passing renews it; where there is none and it is
/// suspended or may be, the first such day after.
std::optional<Date> Brute::exam_day(const Candidate& one) {
  if (!type(one.credential).exam_window_months) return std::nullopt;
  for (Date on = days_from(one.now.suspends, -1); on >= as_of_; on = days_from(on, -1)) {
    if (exam_renews(one, on)) return on;
  }
  if (one.now.status == "active" && !options_.allow_suspension) return std::nullopt;
  for (Date on = std::max(one.now.suspends, as_of_); on < one.now.expires; on = days_from(on, 1)) {
    if (exam_renews(one, on)) return on;
  }
  return std::nullopt;
}

void Brute::consider(std::uint32_t credential) {
  Candidate one{.credential = credential, .now = state(credential, {}, as_of_), .last_days = {}};
  const bool active = one.now.status == "active";
  if (!active && one.now.status != "suspended") return;
  const bool by_units = type(credential).units.has_value();
  if (!by_units && !type(credential).exam_window_months) return;

  std::set<Date> days{by_finish(active ? days_from(one.now.suspends, -1) : as_of_)};
  if (!active || options_.allow_suspension) days.insert(by_finish(days_from(one.now.expires, -1)));
  one.last_days.assign(days.begin(), days.end());

  if (const auto exam = exam_day(one); exam && exam_renews(one, by_finish(*exam))) {
    one.exam = by_finish(*exam);
  }
  bool units_renew = false;
  for (const Date last : one.last_days) {
    if (!by_units) break;
    const BruteStep all{.date = last, .is_units = true, .units = *type(credential).units};
    units_renew = units_renew || !renewals(one, {all}, last).empty();
  }
  const auto planned = renewals(one, {}, one.last_days.back());
  if (!planned.empty()) one.planned = planned.front().start;
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
      const Units counted = state(one.credential, steps, days[k]).counted;
      least = std::max(least, *type(one.credential).units - counted);
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
  std::int64_t forfeited = 0;
  std::int64_t suspended = 0;
  for (std::size_t i = 0; i < candidates_.size(); ++i) {
    const Candidate& one = candidates_[i];
    const auto all = renewals(one, steps, plan_.last);
    if (all.empty() || all.front().start > options_chosen_[i].last_day) return;
    if (options_chosen_[i].by == Option::By::exam) {
      const auto by_it = [&](const BruteCycle& cycle) {
        return cycle.began == "exam" && cycle.start == *one.exam;
      };
      if (std::none_of(all.begin(), all.end(), by_it)) return;
      judgement.exams.push_back(one.credential);
    }
    const Date renewed = all.front().start;
    judgement.extension_days +=
        state(one.credential, steps, plan_.last).suspends - one.now.suspends;
    forfeited += std::max(0, one.now.suspends - renewed);
    for (Date on = as_of_; on < renewed; on = days_from(on, 1)) {
      suspended += on >= one.now.suspends ? 1 : 0;
    }
  }
  std::int64_t units = 0;
  for (const BruteStep& step : steps) units += step.units.hundredths();
  judgement.totals = {static_cast<std::int64_t>(judgement.exams.size()),
                      static_cast<std::int64_t>(steps.size()), units, forfeited, suspended};
  plan_.ways.emplace(steps, std::move(judgement));
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

Policy with_unlimited_type(const Policy& policy) {
  Policy with = policy;
  with.activity_types.emplace_back().name = "any";
  return with;
}

Log with_steps(const Log& log, const Policy& with_unlimited, const BruteSteps& steps) {
  Log all = copy(log);
  const auto any = static_cast<std::uint32_t>(with_unlimited.activity_types.size() - 1);
  for (const BruteStep& step : steps) {
    Activity& activity = all.activities.emplace_back(Activity{.date = step.date, .what = {}});
    if (step.is_units) {
      activity.what = Work{.type = {any}, .units = step.units};
    } else {
      activity.what = Exam{.certification = Index<Certification>{step.exam}};
    }
  }
  return all;
}

std::optional<BrutePlan> brute_plan(const Log& log, const Policy& policy, Date as_of,
                                    const PlanOptions& options) {
  try {
    return Brute{log, policy, as_of, options}.run();
  } catch (const LeavesTheCalendar&) {
    return std::nullopt;
  }
}

}  // namespace certrenew::testing
