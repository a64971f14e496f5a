#include "brute_plan.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <utility>

#include "naive.hpp"
#include "support.hpp"

namespace certrenew::testing {

namespace {

/// One credential, and how it may renew.
struct Candidate {
  std::uint32_t credential;
  std::vector<Date> last_days;
  std::map<std::uint32_t, Date> exams{};  ///< by whose it is: the day on which it is to be passed
  bool by_units = false;
  std::optional<Date> planned{};  ///< when what the log plans renews it
};

struct Option {
  enum class By { plan, exam, units } by;
  Date last_day;
  std::uint32_t exam = 0;  ///< whose
};

class Brute {
 public:
  Brute(const Log& log, const Policies& policies, Index<Policy> programme, Date as_of,
        const PlanOptions& options)
      : log_{log},
        policies_{policies},
        programme_{programme},
        future_{copy(log), policies, programme, as_of},
        as_of_{as_of},
        options_{options} {
    known_.emplace_back(before(as_of, log), policies, programme, as_of);
    for (const NaiveReading& one : naive_readings(log, policies, as_of, programme)) {
      known_.emplace_back(before(as_of, one.log), one.policies, programme, as_of, true);
    }
  }

  BrutePlan run() {
    for (std::uint32_t i = 0; i < log_.certifications.size(); ++i) {
      if (log_.certifications[i].programme != programme_) continue;
      if (const auto day = safe_exam_day(i, i)) own_exams_.emplace(i, *day);
    }
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
  /// The log without what it plans.
  static Log before(Date as_of, const Log& log) {
    Log done = copy(log);
    std::erase_if(done.activities, [&](const Activity& one) { return one.date > as_of; });
    return done;
  }
  [[nodiscard]] Date by_finish(Date day) const {
    return std::min(day, options_.finish.value_or(day));
  }
  std::optional<Date> safe_exam_day(std::uint32_t credential, std::uint32_t of);
  void consider(std::uint32_t credential);
  void choose();
  void try_days();
  [[nodiscard]] std::optional<BruteSteps> exam_steps() const;
  void add_units(BruteSteps& steps, const std::vector<Date>& days);
  bool is_renewed_as_chosen(std::size_t candidate, const BruteSteps& steps);
  void judge(const BruteSteps& steps);

  const Log& log_;
  const Policies& policies_;
  Index<Policy> programme_;
  BruteFuture future_;
  std::vector<BruteFuture> known_;  // without what the log plans: as it stands, then the readings
  Date as_of_;
  const PlanOptions& options_;
  std::map<std::uint32_t, Date> own_exams_;
  std::vector<Candidate> candidates_;
  std::vector<Option> chosen_;
  BrutePlan plan_;
};

// ---- Who takes part ----------------------------------------------------------------------------

/// The earliest of the days of the exam under the policy and each reading (R2), if passing renews
/// the credential then.
std::optional<Date> Brute::safe_exam_day(std::uint32_t credential, std::uint32_t of) {
  const bool may_be_suspended = options_.allow_suspension;
  auto earliest = known_.front().exam_day(credential, of, may_be_suspended);
  if (!earliest) return std::nullopt;
  for (BruteFuture& reading : known_) {
    const auto on = reading.exam_day(credential, of, may_be_suspended);
    if (on) earliest = std::min(*earliest, *on);
  }
  const BruteStep exam{.date = by_finish(*earliest), .exam = of, .units = {}};
  return future_.renews(exam, {exam}, credential) ? std::optional{exam.date} : std::nullopt;
}

void Brute::consider(std::uint32_t credential) {
  Candidate one{.credential = credential, .last_days = {}};
  const BruteState& now = future_.now(credential);
  if (!now.is_held() || !now.cycle().suspends) return;
  const bool active = now.status == Status::active;
  const Cycle& cycle = now.cycle();
  const CertificationType& type = future_.type(credential);
  const auto retires = future_.retired(credential);
  const bool by_exam = cycle.exam_opens && *cycle.exam_opens < *cycle.expires &&
                       !(retires && *retires <= std::max(*cycle.exam_opens, as_of_));
  if (!type.units && !type.is_linked() && !by_exam) return;

  const NaiveLastDays safe = naive_last_days(log_, policies_, as_of_, credential);
  std::set<Date> days{by_finish(active ? safe.active.value() : as_of_)};
  if (!active || options_.allow_suspension) days.insert(by_finish(safe.renewed.value()));
  one.last_days.assign(days.begin(), days.end());

  for (const auto& [of, own_day] : own_exams_) {
    const auto day = of == credential ? own_day : safe_exam_day(credential, of);
    if (day) one.exams.emplace(of, *day);
  }
  for (const Date last : one.last_days) {
    if (future_.least_units({credential}, {}, last)) one.by_units = true;
  }
  const auto planned = future_.renewals(credential, {}, one.last_days.back());
  if (!planned.empty()) one.planned = planned.front().began_on;
  if (!one.exams.empty() || one.by_units || one.planned) candidates_.push_back(std::move(one));
}

// ---- Ways --------------------------------------------------------------------------------------

void Brute::choose() {
  if (chosen_.size() == candidates_.size()) {
    try_days();
    return;
  }
  const Candidate& one = candidates_[chosen_.size()];
  const auto go_on = [&](const Option& option) {
    chosen_.push_back(option);
    choose();
    chosen_.pop_back();
  };
  for (const Date last : one.last_days) {
    if (one.planned && *one.planned <= last) {
      go_on({Option::By::plan, last});
      continue;
    }
    for (const auto& [of, day] : one.exams) {
      if (day <= last) go_on({Option::By::exam, last, of});
    }
    if (one.by_units) go_on({Option::By::units, last});
  }
}

void Brute::try_days() {
  const auto exams = exam_steps();
  if (!exams) return;
  std::set<Date> all;
  for (const Option& option : chosen_) {
    if (option.by == Option::By::units) all.insert(option.last_day);
  }
  const std::vector<Date> days{all.begin(), all.end()};
  for (std::uint32_t subset = 0; subset < 1U << days.size(); ++subset) {
    std::vector<Date> some;
    for (std::size_t i = 0; i < days.size(); ++i) {
      if ((subset >> i & 1U) != 0) some.push_back(days[i]);
    }
    BruteSteps steps = *exams;
    add_units(steps, some);
    judge(steps);
  }
}

/// The exams, each on the first of the days of those that it is to renew. Nothing if an exam is not
/// to renew its own credential.
std::optional<BruteSteps> Brute::exam_steps() const {
  std::map<std::uint32_t, Date> days;
  std::set<std::uint32_t> passed;
  for (std::size_t i = 0; i < candidates_.size(); ++i) {
    if (chosen_[i].by != Option::By::exam) continue;
    const std::uint32_t of = chosen_[i].exam;
    const Date day = candidates_[i].exams.at(of);
    const auto [known, is_first] = days.emplace(of, day);
    known->second = std::min(known->second, day);
    if (of == candidates_[i].credential) passed.insert(of);
  }
  if (passed.size() < days.size()) return std::nullopt;
  BruteSteps steps;
  for (const auto& [of, day] : days) steps.push_back({.date = day, .exam = of, .units = {}});
  std::sort(steps.begin(), steps.end());
  return steps;
}

/// Adds units on these days, apart from those on which they have none to renew.
void Brute::add_units(BruteSteps& steps, const std::vector<Date>& days) {
  for (std::size_t k = 0; k < days.size(); ++k) {
    std::vector<std::uint32_t> earners;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      if (chosen_[i].by != Option::By::units) continue;
      const bool waits = k + 1 < days.size() && chosen_[i].last_day >= days[k + 1];
      const std::uint32_t one = candidates_[i].credential;
      if (!waits && future_.renewals(one, steps, days[k]).empty()) earners.push_back(one);
    }
    if (earners.empty()) continue;
    const auto least = future_.least_units(earners, steps, days[k]);
    if (!least) continue;  // somebody stays as it is
    steps.push_back({.date = days[k], .is_units = true, .units = *least});
    std::sort(steps.begin(), steps.end());
  }
}

/// Whether it is renewed in time and, if it should renew by an exam, by that: by its own if it
/// passes that, else by any.
bool Brute::is_renewed_as_chosen(std::size_t candidate, const BruteSteps& steps) {
  const Option& option = chosen_[candidate];
  const std::uint32_t one = candidates_[candidate].credential;
  const auto all = future_.renewals(one, steps, plan_.last);
  if (all.empty() || all.front().began_on > option.last_day) return false;
  return option.by != Option::By::exam ||
         std::any_of(steps.begin(), steps.end(), [&](const BruteStep& step) {
           const bool may_do = !step.is_units && (step.exam == one || option.exam != one);
           return may_do && future_.renews(step, steps, one);
         });
}

/// Adds the way, unless somebody is not renewed in time, or not by the exam that is to be passed.
void Brute::judge(const BruteSteps& steps) {
  BruteJudgement judgement;
  LastDays last_days;
  std::int64_t forfeited = 0;
  std::int64_t suspended = 0;
  for (std::size_t i = 0; i < candidates_.size(); ++i) {
    if (!is_renewed_as_chosen(i, steps)) return;
    const std::uint32_t one = candidates_[i].credential;
    const auto all = future_.renewals(one, steps, plan_.last);
    last_days.push_back(chosen_[i].last_day);
    const Date renewed = all.front().began_on;
    const Date suspends = *future_.now(one).cycle().suspends;
    judgement.extension_days += all.back().suspends.value_or(Date::last()) - suspends;
    forfeited += std::max(0, suspends - renewed);
    for (Date on = as_of_; on < renewed; on = days_from(on, 1)) {
      suspended += on >= suspends ? 1 : 0;
    }
  }
  std::int64_t units = 0;
  for (const BruteStep& step : steps) {
    units += step.units.hundredths();
    if (!step.is_units) judgement.exams.push_back(step.exam);
  }
  std::sort(judgement.exams.begin(), judgement.exams.end());
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
      const BruteState now = brute_state(reading.log, reading.policies, as_of, one);
      const BruteState later = brute_state(done, with, plan.last, one);
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
