#include "naive.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>

#include "certrenew/renewal.hpp"
#include "support.hpp"

namespace certrenew::testing {

namespace {

struct LeavesTheRange : std::exception {};

Date months_after(Date date, int months) {
  const auto result = add_months(date, months);
  if (!result) throw LeavesTheRange{};
  return result->date;
}

struct NaiveCycle {
  Date start;
  Began began;
  Date suspends;
  Date expires;
  Date window_opens;
  std::optional<Date> closed{};
  std::optional<Closed> by{};
};

class Naive {
 public:
  Naive(const Log& log, const Policy& policy, Date as_of, std::size_t which)
      : log_{log},
        policy_{policy},
        as_of_{as_of},
        which_{static_cast<std::uint32_t>(which)},
        certification_{log.certifications[which]},
        type_{policy.certification_types[certification_.type]},
        outcome_(log.activities.size(), Outcome::planned) {}

  NaiveAnswer answer();

 private:
  void first_cycle();
  void begin(Date start, Began began);
  void finish(Date start, Began began, Date suspends, Date expires);
  void go_through(Date day);
  void close(Date day, Closed by);
  void settle(Date day);
  std::optional<Outcome> beside(const Activity& activity) const;
  bool required(const Activity& activity) const;

  /// Of the current cycle, on `day`, in the order of U7.
  std::vector<std::uint32_t> activities_until(Date day) const;
  /// U7: those whose units count on `day`; the others are over the limit, or stale.
  Units total(Date day, std::set<std::uint32_t>& over, std::set<std::uint32_t>& stale) const;
  std::map<std::uint32_t, std::uint32_t> completions(Date day) const;

  NaiveCycle& cycle() { return cycles_.back(); }
  const NaiveCycle& cycle() const { return cycles_.back(); }
  bool expired() const { return cycle().by == Closed::expired; }

  const Log& log_;
  const Policy& policy_;
  Date as_of_;
  std::uint32_t which_;
  const Certification& certification_;
  const CertificationType& type_;
  std::vector<NaiveCycle> cycles_;
  std::vector<Outcome> outcome_;
};

void Naive::finish(Date start, Began began, Date suspends, Date expires) {
  const Date opens =
      type_.exam_window_months ? months_after(expires, -*type_.exam_window_months) : expires;
  cycles_.push_back({start, began, suspends, expires, opens});
}

void Naive::begin(Date start, Began began) {
  const Date suspends = months_after(start, policy_.validity_of(type_));
  finish(start, began, suspends, months_after(suspends, policy_.grace_of(type_)));
}

void Naive::first_cycle() {
  if (!certification_.suspends) {
    begin(*certification_.earned, Began::earned);
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
    if (ends && ends->date <= suspends) start = *candidate;
  }
  const bool earned = certification_.earned && *certification_.earned >= start;
  const Date expires = certification_.expires ? *certification_.expires
                                              : months_after(suspends, policy_.grace_of(type_));
  finish(earned ? *certification_.earned : start, earned ? Began::earned : Began::given, suspends,
         expires);
}

bool Naive::required(const Activity& activity) const {
  return activity.course &&
         std::count(type_.courses.begin(), type_.courses.end(), *activity.course) > 0;
}

std::optional<Outcome> Naive::beside(const Activity& activity) const {
  if (!activity.exam) {
    if (!type_.units && !required(activity)) return Outcome::not_required;
    return std::nullopt;
  }
  if (activity.certification != which_) return Outcome::other_certification;
  if (!activity.passed) return Outcome::failed;
  if (!type_.exam_window_months) return Outcome::not_required;
  return std::nullopt;
}

std::vector<std::uint32_t> Naive::activities_until(Date day) const {
  const bool from_first_day = cycle().began == Began::earned || cycle().began == Began::earned_anew;
  std::vector<std::uint32_t> all;
  for (std::uint32_t i = 0; i < log_.activities.size(); ++i) {
    const Activity& activity = log_.activities[i];
    if (activity.exam || activity.date > day || beside(activity)) continue;
    if (activity.date < cycle().start) continue;
    if (activity.date == cycle().start && !from_first_day) continue;
    all.push_back(i);
  }
  std::stable_sort(all.begin(), all.end(), [&](std::uint32_t a, std::uint32_t b) {
    const Activity& one = log_.activities[a];
    const Activity& other = log_.activities[b];
    return one.date != other.date ? one.date < other.date : one.units > other.units;
  });
  return all;
}

Units Naive::total(Date day, std::set<std::uint32_t>& over, std::set<std::uint32_t>& stale) const {
  Units sum;
  std::map<std::uint32_t, std::uint32_t> uses;
  for (const std::uint32_t i : activities_until(day)) {
    const Activity& activity = log_.activities[i];
    const auto limit = policy_.activity_types[activity.type].limit;
    if (limit && uses[activity.type] >= *limit) {
      over.insert(i);
      continue;
    }
    ++uses[activity.type];
    const auto stale_on = policy_.units_valid_months
                              ? add_months(activity.date, *policy_.units_valid_months)
                              : std::nullopt;
    if (stale_on && day >= stale_on->date) {
      stale.insert(i);
    } else {
      sum += activity.units;
    }
  }
  return sum;
}

std::map<std::uint32_t, std::uint32_t> Naive::completions(Date day) const {
  std::map<std::uint32_t, std::uint32_t> first;
  for (const std::uint32_t i : activities_until(day)) {
    const Activity& activity = log_.activities[i];
    if (required(activity)) first.emplace(*activity.course, i);
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
    const Activity& activity = log_.activities[i];
    const bool completes = required(activity) && first.at(*activity.course) == i;
    const bool is_over = type_.units ? over.count(i) > 0 : !completes;
    const bool is_stale = type_.units && stale.count(i) > 0;
    if ((by == Closed::units && !is_over && !is_stale) || (by == Closed::courses && completes)) {
      outcome_[i] = Outcome::used;
    } else if (is_over) {
      outcome_[i] = Outcome::over_limit;
    } else if (is_stale) {
      outcome_[i] = Outcome::stale;
    } else if (!by) {
      outcome_[i] = Outcome::counted;
    } else {
      outcome_[i] = by == Closed::expired ? Outcome::lapsed : Outcome::superseded;
    }
  }
}

void Naive::close(Date day, Closed by) {
  cycle().closed = day;
  cycle().by = by;
  if (by == Closed::expired) {
    settle(*day_before(day));
    return;
  }
  settle(day);
  begin(day, by == Closed::units  ? Began::units
             : by == Closed::exam ? Began::exam
                                  : Began::courses);
}

void Naive::go_through(Date day) {
  if (!expired() && day >= cycle().expires) close(cycle().expires, Closed::expired);
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
    } else if (activity.exam) {
      if (done) {
        outcome_[i] = Outcome::superseded;
      } else if (expired()) {
        begin(day, Began::earned_anew);
        outcome_[i] = Outcome::earned_anew;
        done = true;
      } else if (day == cycle().start && cycle().began == Began::earned) {
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
      if (!activity.exam && !beside(activity)) outcome_[i] = Outcome::after_expiration;
    }
    return;
  }
  std::set<std::uint32_t> over;
  std::set<std::uint32_t> stale;
  if (renewed) {
    close(day, Closed::exam);
  } else if (type_.units && total(day, over, stale) >= *type_.units) {
    close(day, Closed::units);
  } else if (!type_.courses.empty() && completions(day).size() == type_.courses.size()) {
    close(day, Closed::courses);
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
                        (activity.date == first.start && first.began == Began::given);
    if (before) {
      outcome_[i] = beside(activity).value_or(Outcome::before_cycle);
    } else {
      days.insert(activity.date);
    }
  }
  for (const Date day : days) go_through(day);
  if (!expired() && as_of_ >= cycle().expires) close(cycle().expires, Closed::expired);
  Units counted;
  if (!expired()) {
    settle(as_of_);
    std::set<std::uint32_t> over;
    std::set<std::uint32_t> stale;
    if (type_.units) counted = total(as_of_, over, stale);
  }

  // The words of support.hpp, by way of its own functions.
  Renewals words{.as_of = as_of_, .credentials = {}, .order = {}, .out_of_range = {}};
  Credential& credential = words.credentials.emplace_back();
  credential.counted = counted;
  for (const NaiveCycle& one : cycles_) {
    Cycle& cycle = credential.cycles.emplace_back(one.start, one.began, one.suspends, one.expires);
    cycle.closed = one.closed;
    cycle.closed_by = one.by;
  }
  for (const Outcome outcome : outcome_) credential.verdicts.push_back({.outcome = outcome});
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
