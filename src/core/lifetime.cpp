#include "core/lifetime.hpp"

namespace certrenew {

namespace {

/// Whether the month of `to`, some months away from `from`, is too short for its day (D2).
bool is_rounded(Date from, Date to) { return from.day_of_month() != to.day_of_month(); }

}  // namespace

void Lifetime::finish(Date as_of) {
  if (!expired() && cycle().expires <= as_of) expire();
  credential_.status = status(as_of);
  if (expired()) return;
  settle(as_of, std::nullopt);
  credential_.counted = units_.total();
  units_.append_completed_courses(credential_.courses);
}

// ---- Cycles ------------------------------------------------------------------------------------

bool Lifetime::begin() {
  units_.turn_to(type_);
  if (certification_.suspends) return begin_given_cycle();
  return begin_cycle(*certification_.earned, CycleStart::earned, {});  // C3
}

/// C4: the portal's dates win; the start is the latest day whose validity ends by `suspends`.
bool Lifetime::begin_given_cycle() {
  const Date suspends = *certification_.suspends;
  const int validity = policy_.validity_of(type_);
  const auto earliest = add_months(suspends, -validity);
  if (!earliest) {
    out_of_range_.push_back({OutOfRange::From::suspends, index_.at, -validity});
    return false;
  }
  Date start = *earliest;
  for (auto next = day_after(start); next; next = day_after(*next)) {
    const auto ends = add_months(*next, validity);
    if (!ends || *ends > suspends) break;
    start = *next;
  }
  const bool earned = certification_.earned && *certification_.earned >= start;
  credential_.cycles.push_back({.start = earned ? *certification_.earned : start,
                                .began_by = earned ? CycleStart::earned : CycleStart::given,
                                .suspends = suspends,
                                .expires = certification_.expires.value_or(suspends)});
  const auto from = certification_.expires ? OutOfRange::From::expires : OutOfRange::From::suspends;
  const int grace = certification_.expires ? 0 : policy_.grace_of(type_);
  return complete_cycle(grace, {from, index_.at, grace});
}

/// C1 and C5: everything follows from the start; nothing of an old term is added. `activity` is the
/// one that began it, if any.
bool Lifetime::begin_cycle(Date start, CycleStart began_by, MaybeIndex activity) {
  const int validity = policy_.validity_of(type_);
  const OutOfRange origin{activity ? OutOfRange::From::activity : OutOfRange::From::earned,
                          activity ? *activity : index_.at, validity};
  const auto suspends = add_months(start, validity);
  if (!suspends) {
    out_of_range_.push_back(origin);
    return false;
  }
  Cycle begun{.start = start, .began_by = began_by, .suspends = *suspends, .expires = *suspends};
  if (activity) begun.begun_by_activity = {*activity};
  begun.rounded.suspends = is_rounded(start, *suspends);
  credential_.cycles.push_back(begun);
  return complete_cycle(policy_.grace_of(type_), origin);
}

/// Adds `grace_months` to the expiration of the cycle begun, and computes its exam window (E2).
/// Reports a date out of range at the date it was computed from, `origin`.
bool Lifetime::complete_cycle(int grace_months, OutOfRange origin) {
  origin.computed = true;
  Cycle& begun = cycle();
  const auto away = [&](Date date, int months) {
    const auto result = add_months(date, months);
    origin.months = months;
    if (!result) out_of_range_.push_back(origin);
    return result;
  };
  const auto expires = away(begun.expires, grace_months);
  if (!expires) return false;
  begun.rounded.expires = is_rounded(begun.expires, *expires);
  begun.expires = *expires;
  if (const auto window = type_.exam_window_months) {
    const auto opens = away(begun.expires, -*window);
    if (!opens) return false;
    begun.exam_window = Interval{*opens, begun.expires};
    begun.rounded.exam_window = is_rounded(begun.expires, *opens);
  }
  units_.clear();
  return true;
}

// ---- Days --------------------------------------------------------------------------------------

/// U2 and U4: a given cycle counts from the day after its first, one begun by earning from it.
bool Lifetime::before_first_cycle(Date day) const {
  const Cycle& first = credential_.cycles.front();
  return day < first.start || (day == first.start && first.began_by == CycleStart::given);
}

void Lifetime::drop_before_cycle(const Day& day) {
  for (const Index<Activity> exam : day.exams) drop_before_cycle(exam);
  for (const Index<Activity> other : day.others) drop_before_cycle(other);
}

void Lifetime::drop_before_cycle(Index<Activity> activity) {
  const Activity& done = log_[activity];
  Verdict& dropped = verdict(activity);
  dropped.outcome = outside(done).value_or(Outcome::before_cycle);
  const bool on_first_day = done.date == credential_.cycles.front().start;
  if (dropped.outcome == Outcome::before_cycle && on_first_day && done.work() != nullptr) {
    dropped.assumption = Assumption::given_day_dropped;
  }
}

std::optional<Outcome> Lifetime::outside(const Activity& activity) const {
  if (const Work* const work = activity.work()) {
    return units_.concerns(*work) ? std::nullopt : std::optional{Outcome::not_required};
  }
  const Exam& exam = *activity.exam();
  if (exam.certification != index_) return Outcome::other_certification;  // E1
  if (!exam.passed) return Outcome::failed;
  if (!type_.exam_window_months) return Outcome::not_required;
  return std::nullopt;
}

/// E3: exams first, then units, then courses. What is done on the day of a renewal belongs to the
/// cycle that it closes (U4), so the new one begins when all of the day has been added.
bool Lifetime::take(const Day& day) {
  if (before_first_cycle(day.date)) {
    drop_before_cycle(day);
    return true;
  }
  if (!expired() && cycle().expires <= day.date) expire();
  renewing_exam_ = reached_units_ = reached_courses_ = {};
  if (!take_exams(day)) return false;
  add_others(day);
  return close_if_due(day.date);
}

bool Lifetime::take_exams(const Day& day) {
  MaybeIndex deciding;  // the exam that renewed it or earned it anew today
  for (const Index<Activity> exam : day.exams) {
    Verdict& became = verdict(exam);
    if (const auto outcome = outside(log_[exam])) {
      became.outcome = *outcome;
      continue;
    }
    if (deciding) {
      became.outcome = Outcome::superseded;
      became.rests_on = deciding;
    } else if (expired()) {  // C6
      if (!begin_cycle(day.date, CycleStart::earned_anew, exam.at)) return false;
      became.outcome = Outcome::earned_anew;
      deciding = exam.at;
    } else if (cycle().begun_by_earning() && day.date == cycle().start) {  // E2
      became.outcome = Outcome::earned;
    } else if (cycle().exam_window->contains(day.date)) {  // E1, E2
      became.outcome = Outcome::renewed;
      deciding = renewing_exam_ = exam.at;
    } else {
      became.outcome = Outcome::too_early;
    }
    became.cycle = latest();
    became.total = units_.total();
  }
  return true;
}

void Lifetime::add_others(const Day& day) {
  if (!expired()) units_.go_to(day.date);
  for (const Index<Activity> activity : day.others) {
    Verdict& became = verdict(activity);
    if (!units_.concerns(*log_[activity].work())) {
      became.outcome = Outcome::not_required;
      continue;
    }
    became.cycle = latest();
    if (expired()) {
      became.outcome = Outcome::after_expiration;  // U2
      continue;
    }
    units_.add(activity.at, day, became);
    if (!reached_units_ && units_.units_reached()) reached_units_ = activity.at;
    if (!reached_courses_ && units_.courses_complete()) reached_courses_ = activity.at;
  }
}

bool Lifetime::close_if_due(Date day) {
  const auto renew = [&](CycleEnd end, CycleStart start, MaybeIndex activity) {
    settle(day, end);
    cycle().closing = {day, end};
    return begin_cycle(day, start, activity);
  };
  if (renewing_exam_) return renew(CycleEnd::exam, CycleStart::exam, renewing_exam_);
  if (reached_units_) return renew(CycleEnd::units, CycleStart::units, reached_units_);  // U3
  if (reached_courses_) {
    return renew(CycleEnd::courses, CycleStart::courses, reached_courses_);  // K1
  }
  return true;
}

void Lifetime::expire() {
  const Date expires = cycle().expires;
  settle(expires, CycleEnd::expired);
  cycle().closing = {expires, CycleEnd::expired};
}

// ---- What became of each activity --------------------------------------------------------------

/// Gives the activities of the cycle their outcomes. `day` is the day it closed, or as-of where it
/// is open. For a cycle that expired, what counted on the eve of that day is what counts.
void Lifetime::settle(Date day, std::optional<CycleEnd> by) {
  by == CycleEnd::expired ? units_.go_to_eve_of(day) : units_.go_to(day);
  const auto entries = units_.entries();
  for (std::size_t i = 0; i < entries.size(); ++i) {
    Verdict& became = verdict({entries[i].activity});
    became.outcome = outcome_of(i, by);
    became.assumption = assumption_of(entries[i], became, day, by);
  }
}

Outcome Lifetime::outcome_of(std::size_t entry, std::optional<CycleEnd> by) const {
  const CycleUnits::Entry& added = units_.entries()[entry];
  const bool stale = units_.is_stale(entry);
  if (by == CycleEnd::units && !added.over_limit && !stale) return Outcome::used;
  if (by == CycleEnd::courses && added.completes) return Outcome::used;
  if (added.over_limit) return Outcome::over_limit;
  if (stale) return Outcome::stale;
  if (!by) return Outcome::counted;
  return by == CycleEnd::expired ? Outcome::lapsed : Outcome::superseded;
}

Assumption Lifetime::assumption_of(const CycleUnits::Entry& entry, const Verdict& became, Date day,
                                   std::optional<CycleEnd> by) const {
  const Activity& activity = log_.activities[entry.activity];
  if (became.outcome == Outcome::stale) return Assumption::stale_dropped;  // U6
  if (became.counts() && cycle().begun_by_earning() && activity.date == cycle().start) {
    return Assumption::first_day_counts;  // U2
  }
  const bool renewal_day = by && by != CycleEnd::expired && activity.date == day;
  const bool in_excess =
      became.outcome == Outcome::superseded ||
      (by == CycleEnd::units && became.outcome == Outcome::used && became.total > *type_.units);
  if (renewal_day && in_excess && activity.work()->units > Units{}) {
    return Assumption::renewal_day_dropped;  // U4
  }
  return Assumption::none;
}

Status Lifetime::status(Date as_of) const {
  if (as_of < certification_.earned.value_or(credential_.cycles.front().start)) {
    return Status::upcoming;
  }
  if (expired()) return Status::expired;
  return as_of < cycle().suspends ? Status::active : Status::suspended;
}

}  // namespace certrenew
