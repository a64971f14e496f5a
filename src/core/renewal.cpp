// The calculation: when cycles begin and close (C1 to C6, U3, E1 to E3, K1), and what became of
// each activity, read off the cycle it belongs to.

#include "core/renewal.hpp"

#include <algorithm>
#include <utility>

#include "core/activity_order.hpp"
#include "core/cycle_units.hpp"

namespace certrenew {

namespace {

/// Whether the month of `to`, some months away from `from`, is too short for its day (D2).
bool is_rounded(Date from, Date to) { return from.day_of_month() != to.day_of_month(); }

/// One certification as the days go by.
class Lifetime {
 public:
  Lifetime(const Log& log, const Policy& policy, const ActivityOrder& order, CycleUnits& units,
           Renewals& renewals, std::uint32_t certification)
      : log_{log},
        policy_{policy},
        order_{order},
        units_{units},
        renewals_{renewals},
        index_{certification},
        certification_{log.certifications[certification]},
        type_{policy[certification_.type]},
        credential_{renewals.credentials[certification]} {}

  void run();

 private:
  // Each of these returns whether all dates were in range; where not, the calculation ends.
  bool begin_first_cycle();
  bool begin_given_cycle();
  bool begin_cycle(Date start, CycleStart began_by, MaybeIndex activity);
  bool complete_cycle(int grace_months, OutOfRange origin);
  bool take(const Day& day);
  bool take_exams(const Day& day);
  bool close_if_due(Date day);

  [[nodiscard]] bool before_first_cycle(Date day) const;
  void drop_before_cycle(const Day& day);
  /// The outcome of what does not concern this certification at all.
  [[nodiscard]] std::optional<Outcome> outside(const Activity& activity) const;

  void add_others(const Day& day);
  void expire();
  void settle(Date day, std::optional<CycleEnd> by);
  [[nodiscard]] Outcome outcome_of(std::size_t entry, std::optional<CycleEnd> by) const;
  [[nodiscard]] Assumption assumption_of(const CycleUnits::Entry& entry, const Verdict& became,
                                         Date day, std::optional<CycleEnd> by) const;
  [[nodiscard]] Status status() const;

  Cycle& cycle() { return credential_.cycles.back(); }
  [[nodiscard]] const Cycle& cycle() const { return credential_.cycles.back(); }
  /// The place of cycle().
  [[nodiscard]] std::uint32_t latest() const {
    return static_cast<std::uint32_t>(credential_.cycles.size() - 1);
  }
  [[nodiscard]] bool expired() const { return cycle().expired(); }
  [[nodiscard]] Verdict& verdict(Index<Activity> activity) const {
    return credential_.verdicts[activity.at];
  }

  const Log& log_;
  const Policy& policy_;
  const ActivityOrder& order_;
  CycleUnits& units_;
  Renewals& renewals_;
  std::uint32_t index_;
  const Certification& certification_;
  const CertificationType& type_;
  Credential& credential_;
  // What the day brought: the exam that renews it, and the activities with which the units sufficed
  // and the last course was complete.
  MaybeIndex renewing_exam_;
  MaybeIndex reached_units_;
  MaybeIndex reached_courses_;
};

void Lifetime::run() {
  units_.turn_to(type_);
  if (!begin_first_cycle()) return;
  for (const Day& day : order_.days()) {
    if (before_first_cycle(day.date)) {
      drop_before_cycle(day);
    } else if (!take(day)) {
      return;
    }
  }
  const Date as_of = renewals_.as_of;
  if (!expired() && cycle().expires <= as_of) expire();
  credential_.status = status();
  if (expired()) return;
  settle(as_of, std::nullopt);
  credential_.counted = units_.total();
  units_.append_completed_courses(credential_.courses);
}

// ---- Cycles ------------------------------------------------------------------------------------

bool Lifetime::begin_first_cycle() {
  if (certification_.suspends) return begin_given_cycle();
  return begin_cycle(*certification_.earned, CycleStart::earned, {});  // C3
}

/// C4: the portal's dates win; the start is the latest day whose validity ends by `suspends`.
bool Lifetime::begin_given_cycle() {
  const Date suspends = *certification_.suspends;
  const int validity = policy_.validity_of(type_);
  const auto earliest = add_months(suspends, -validity);
  if (!earliest) {
    renewals_.out_of_range.push_back({OutOfRange::From::suspends, index_, -validity});
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
  return complete_cycle(grace, {from, index_, grace});
}

/// C1 and C5: everything follows from the start; nothing of an old term is added. `activity` is the
/// one that began it, if any.
bool Lifetime::begin_cycle(Date start, CycleStart began_by, MaybeIndex activity) {
  const int validity = policy_.validity_of(type_);
  const OutOfRange origin{activity ? OutOfRange::From::activity : OutOfRange::From::earned,
                          activity ? *activity : index_, validity};
  const auto suspends = add_months(start, validity);
  if (!suspends) {
    renewals_.out_of_range.push_back(origin);
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
    if (!result) renewals_.out_of_range.push_back(origin);
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
  const Date start = credential_.cycles.front().start;
  for (const Index<Activity> activity : order_.all(day)) {
    const Activity& done = log_[activity];
    Verdict& dropped = verdict(activity);
    dropped.outcome = outside(done).value_or(Outcome::before_cycle);
    if (dropped.outcome == Outcome::before_cycle && done.date == start && done.work() != nullptr) {
      dropped.assumption = Assumption::given_day_dropped;
    }
  }
}

std::optional<Outcome> Lifetime::outside(const Activity& activity) const {
  if (const Work* const work = activity.work()) {
    return units_.concerns(*work) ? std::nullopt : std::optional{Outcome::not_required};
  }
  const Exam& exam = *activity.exam();
  if (exam.certification != Index<Certification>{index_})
    return Outcome::other_certification;  // E1
  if (!exam.passed) return Outcome::failed;
  if (!type_.exam_window_months) return Outcome::not_required;
  return std::nullopt;
}

/// E3: exams first, then units, then courses. What is done on the day of a renewal belongs to the
/// cycle that it closes (U4), so the new one begins when all of the day has been added.
bool Lifetime::take(const Day& day) {
  if (!expired() && cycle().expires <= day.date) expire();
  renewing_exam_ = reached_units_ = reached_courses_ = {};
  if (!take_exams(day)) return false;
  add_others(day);
  return close_if_due(day.date);
}

bool Lifetime::take_exams(const Day& day) {
  MaybeIndex deciding;  // the exam that renewed it or earned it anew today
  for (const Index<Activity> exam : order_.exams(day)) {
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
  for (const Index<Activity> activity : order_.others(day)) {
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

Status Lifetime::status() const {
  const Date as_of = renewals_.as_of;
  if (as_of < certification_.earned.value_or(credential_.cycles.front().start)) {
    return Status::upcoming;
  }
  if (expired()) return Status::expired;
  return as_of < cycle().suspends ? Status::active : Status::suspended;
}

}  // namespace

struct Engine::State {
  explicit State(const Policy& its_policy) : policy{its_policy}, units{its_policy} {}

  const Policy& policy;
  ActivityOrder order;
  CycleUnits units;
};

Engine::Engine(const Policy& policy) : state_{std::make_unique<State>(policy)} {}
Engine::~Engine() = default;

Renewals Engine::calculate(const Log& log, Date as_of) {
  auto& [policy, order, units] = *state_;
  const std::size_t held = log.certifications.size();
  const std::size_t done = log.activities.size();
  Renewals renewals{as_of};
  renewals.credentials.resize(held);
  renewals.verdicts.resize(held * done);
  order.set_up(log, policy, as_of, renewals.order);
  units.turn_to(log);
  for (std::uint32_t i = 0; i < held; ++i) {
    renewals.credentials[i].verdicts = std::span{renewals.verdicts}.subspan(i * done, done);
    Lifetime{log, policy, order, units, renewals, i}.run();
  }
  return renewals;
}

Renewals calculate(const Log& log, const Policy& policy, Date as_of) {
  return Engine{policy}.calculate(log, as_of);
}

}  // namespace certrenew
