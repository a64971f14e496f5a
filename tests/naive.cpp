#include "naive.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>

#include "support.hpp"

namespace certrenew::testing {

namespace {

struct LeavesTheRange : std::exception {};

Date months_after(Date date, int months) {
  const auto result = add_months(date, months);
  if (!result) throw LeavesTheRange{};
  return *result;
}

struct NaiveCycle {
  Date start;
  CycleStart began;
  Date suspends;
  Date expires;
  Date window_opens;
  std::optional<Date> closed{};
  std::optional<CycleEnd> by{};
};

class Naive {
 public:
  Naive(const Log& log, const Policy& policy, Date as_of, std::size_t which)
      : log_{log},
        policy_{policy},
        as_of_{as_of},
        which_{static_cast<std::uint32_t>(which)},
        certification_{log.certifications[which]},
        type_{policy[certification_.type]},
        outcome_(log.activities.size(), Outcome::planned) {}

  NaiveAnswer answer();

 private:
  void first_cycle();
  void begin(Date start, CycleStart began);
  void finish(Date start, CycleStart began, Date suspends, Date expires);
  void go_through(Date day);
  void close(Date day, CycleEnd by);
  void settle(Date day);
  std::optional<Outcome> beside(const Activity& activity) const;
  bool required(const Work& work) const;

  /// Of the current cycle, on `day`, in the order of U7.
  std::vector<std::uint32_t> activities_until(Date day) const;
  /// U7: those whose units count on `day`; the others are over the limit, or stale.
  Units total(Date day, std::set<std::uint32_t>& over, std::set<std::uint32_t>& stale) const;
  /// K1: the first completion of each required course.
  std::map<Index<Course>, std::uint32_t> completions(Date day) const;

  const Work& work(std::uint32_t activity) const { return *log_.activities[activity].work(); }
  NaiveCycle& cycle() { return cycles_.back(); }
  const NaiveCycle& cycle() const { return cycles_.back(); }
  bool expired() const { return cycle().by == CycleEnd::expired; }

  const Log& log_;
  const Policy& policy_;
  Date as_of_;
  Index<Certification> which_;
  const Certification& certification_;
  const CertificationType& type_;
  std::vector<NaiveCycle> cycles_;
  std::vector<Outcome> outcome_;
};

void Naive::finish(Date start, CycleStart began, Date suspends, Date expires) {
  const Date opens =
      type_.exam_window_months ? months_after(expires, -*type_.exam_window_months) : expires;
  cycles_.push_back({start, began, suspends, expires, opens});
}

void Naive::begin(Date start, CycleStart began) {
  const Date suspends = months_after(start, policy_.validity_of(type_));
  finish(start, began, suspends, months_after(suspends, policy_.grace_of(type_)));
}

void Naive::first_cycle() {
  if (!certification_.suspends) {
    begin(*certification_.earned, CycleStart::earned);
    return;
  }
  // C4, by trying every day from two months around where it must lie.
  const Date suspends = *certification_.suspends;
  const int validity = policy_.validity_of(type_);
  const Date about = months_after(suspends, -validity);
  Date start = about;
  for (int i = -5; i <= 5; ++i) {
    const auto candidate = Date::from_days(about.days() + i);
    if (!candidate) continue;
    const auto ends = add_months(*candidate, validity);
    if (ends && *ends <= suspends) start = *candidate;
  }
  const bool earned = certification_.earned && *certification_.earned >= start;
  const Date expires = certification_.expires ? *certification_.expires
                                              : months_after(suspends, policy_.grace_of(type_));
  finish(earned ? *certification_.earned : start, earned ? CycleStart::earned : CycleStart::given,
         suspends, expires);
}

bool Naive::required(const Work& work) const {
  return work.course && std::count(type_.courses.begin(), type_.courses.end(), *work.course) > 0;
}

std::optional<Outcome> Naive::beside(const Activity& activity) const {
  if (const Work* const work = activity.work()) {
    if (!type_.units && !required(*work)) return Outcome::not_required;
    return std::nullopt;
  }
  const Exam& exam = *activity.exam();
  if (exam.certification != which_) return Outcome::other_certification;
  if (!exam.passed) return Outcome::failed;
  if (!type_.exam_window_months) return Outcome::not_required;
  return std::nullopt;
}

std::vector<std::uint32_t> Naive::activities_until(Date day) const {
  const bool from_first_day =
      cycle().began == CycleStart::earned || cycle().began == CycleStart::earned_anew;
  std::vector<std::uint32_t> all;
  for (std::uint32_t i = 0; i < log_.activities.size(); ++i) {
    const Activity& activity = log_.activities[i];
    if (activity.exam() || activity.date > day || beside(activity)) continue;
    if (activity.date < cycle().start) continue;
    if (activity.date == cycle().start && !from_first_day) continue;
    all.push_back(i);
  }
  std::stable_sort(all.begin(), all.end(), [&](std::uint32_t a, std::uint32_t b) {
    const Activity& one = log_.activities[a];
    const Activity& other = log_.activities[b];
    return one.date != other.date ? one.date < other.date : work(a).units > work(b).units;
  });
  return all;
}

Units Naive::total(Date day, std::set<std::uint32_t>& over, std::set<std::uint32_t>& stale) const {
  Units sum;
  std::map<Index<ActivityType>, std::uint32_t> uses;
  for (const std::uint32_t i : activities_until(day)) {
    const auto limit = policy_[work(i).type].limit;
    if (limit && uses[work(i).type] >= *limit) {
      over.insert(i);
      continue;
    }
    ++uses[work(i).type];
    const auto stale_on = policy_.units_valid_months
                              ? add_months(log_.activities[i].date, *policy_.units_valid_months)
                              : std::nullopt;
    if (stale_on && day >= *stale_on) {
      stale.insert(i);
    } else {
      sum += work(i).units;
    }
  }
  return sum;
}

std::map<Index<Course>, std::uint32_t> Naive::completions(Date day) const {
  std::map<Index<Course>, std::uint32_t> first;
  for (const std::uint32_t i : activities_until(day)) {
    if (required(work(i))) first.emplace(*work(i).course, i);
  }
  return first;
}

void Naive::settle(Date day) {
  std::set<std::uint32_t> over;
  std::set<std::uint32_t> stale;
  total(day, over, stale);
  const auto first = completions(day);
  const auto by = cycle().by;
  for (const std::uint32_t i : activities_until(day)) {
    const bool completes = required(work(i)) && first.at(*work(i).course) == i;
    const bool is_over = type_.units ? over.count(i) > 0 : !completes;
    const bool is_stale = type_.units && stale.count(i) > 0;
    if ((by == CycleEnd::units && !is_over && !is_stale) ||
        (by == CycleEnd::courses && completes)) {
      outcome_[i] = Outcome::used;
    } else if (is_over) {
      outcome_[i] = Outcome::over_limit;
    } else if (is_stale) {
      outcome_[i] = Outcome::stale;
    } else if (!by) {
      outcome_[i] = Outcome::counted;
    } else {
      outcome_[i] = by == CycleEnd::expired ? Outcome::lapsed : Outcome::superseded;
    }
  }
}

void Naive::close(Date day, CycleEnd by) {
  cycle().closed = day;
  cycle().by = by;
  if (by == CycleEnd::expired) {
    settle(*day_before(day));
    return;
  }
  settle(day);
  begin(day, by == CycleEnd::units  ? CycleStart::units
             : by == CycleEnd::exam ? CycleStart::exam
                                    : CycleStart::courses);
}

void Naive::go_through(Date day) {
  if (!expired() && day >= cycle().expires) close(cycle().expires, CycleEnd::expired);
  bool renewed = false;
  bool done = false;
  std::vector<std::uint32_t> today;
  for (std::uint32_t i = 0; i < log_.activities.size(); ++i) {
    if (log_.activities[i].date == day) today.push_back(i);
  }
  for (const std::uint32_t i : today) {
    const Activity& activity = log_.activities[i];
    if (const auto outcome = beside(activity)) {
      outcome_[i] = *outcome;
    } else if (activity.exam()) {
      if (done) {
        outcome_[i] = Outcome::superseded;
      } else if (expired()) {
        begin(day, CycleStart::earned_anew);
        outcome_[i] = Outcome::earned_anew;
        done = true;
      } else if (day == cycle().start && cycle().began == CycleStart::earned) {
        outcome_[i] = Outcome::earned;
      } else if (day >= cycle().window_opens) {
        outcome_[i] = Outcome::renewed;
        done = renewed = true;
      } else {
        outcome_[i] = Outcome::too_early;
      }
    }
  }
  if (expired()) {
    for (const std::uint32_t i : today) {
      const Activity& activity = log_.activities[i];
      if (!activity.exam() && !beside(activity)) outcome_[i] = Outcome::after_expiration;
    }
    return;
  }
  std::set<std::uint32_t> over;
  std::set<std::uint32_t> stale;
  if (renewed) {
    close(day, CycleEnd::exam);
  } else if (type_.units && total(day, over, stale) >= *type_.units) {
    close(day, CycleEnd::units);
  } else if (!type_.courses.empty() && completions(day).size() == type_.courses.size()) {
    close(day, CycleEnd::courses);
  }
}

NaiveAnswer Naive::answer() {
  first_cycle();
  const NaiveCycle first = cycles_.front();
  std::set<Date> days;
  for (std::uint32_t i = 0; i < log_.activities.size(); ++i) {
    const Activity& activity = log_.activities[i];
    if (activity.date > as_of_) continue;
    const bool before = activity.date < first.start ||
                        (activity.date == first.start && first.began == CycleStart::given);
    if (before) {
      outcome_[i] = beside(activity).value_or(Outcome::before_cycle);
    } else {
      days.insert(activity.date);
    }
  }
  for (const Date day : days) go_through(day);
  if (!expired() && as_of_ >= cycle().expires) close(cycle().expires, CycleEnd::expired);
  Units counted;
  if (!expired()) {
    settle(as_of_);
    std::set<std::uint32_t> over;
    std::set<std::uint32_t> stale;
    if (type_.units) counted = total(as_of_, over, stale);
  }

  // Put in words by the functions of support.hpp.
  Renewals words{as_of_};
  for (const Outcome outcome : outcome_) words.verdicts.emplace_back().outcome = outcome;
  Credential& credential = words.credentials.emplace_back();
  credential.verdicts = words.verdicts;
  credential.counted = counted;
  for (const NaiveCycle& one : cycles_) {
    Cycle& cycle =
        credential.cycles.emplace_back(Cycle{one.start, one.began, one.suspends, one.expires});
    if (one.by) cycle.closing = {*one.closed, *one.by};
  }
  const Date from = certification_.earned.value_or(first.start);
  credential.status = as_of_ < from               ? Status::upcoming
                      : expired()                 ? Status::expired
                      : as_of_ < cycle().suspends ? Status::active
                                                  : Status::suspended;
  return {cycles(words), standing(words), outcomes(words)};
}

}  // namespace

std::optional<NaiveAnswer> naive(const Log& log, const Policy& policy, Date as_of,
                                 std::size_t certification) {
  try {
    return Naive{log, policy, as_of, certification}.answer();
  } catch (const LeavesTheRange&) {
    return std::nullopt;
  }
}

}  // namespace certrenew::testing
