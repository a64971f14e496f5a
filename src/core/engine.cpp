// The calculation: when cycles begin and close (C1 to C6, U3, E1 to E3, K1), and what became of
// each activity, read off the cycle it belongs to.

#include <algorithm>
#include <utility>

#include "certrenew/renewal.hpp"
#include "core/tally.hpp"
#include "core/timetable.hpp"

namespace certrenew {

namespace {

using Index = std::uint32_t;

/// One certification as the days go by.
class Lifetime {
 public:
  Lifetime(const Log& log, const Policy& policy, const Timetable& timetable, Tally& tally,
           Renewals& renewals, Index certification)
      : log_{log},
        policy_{policy},
        timetable_{timetable},
        tally_{tally},
        renewals_{renewals},
        index_{certification},
        certification_{log.certifications[certification]},
        type_{policy.certification_types[certification_.type]},
        credential_{renewals.credentials[certification]} {}

  void run();

 private:
  // Each of these answers whether all dates were in range; if not, the way ends there.
  bool begin_first_cycle();
  bool begin_given_cycle();
  bool begin_cycle(Date start, Began began_by, Index activity);
  bool complete_cycle(int grace_months, OutOfRange::From from, Index index);
  bool take(const Day& day);

  [[nodiscard]] bool before_first_cycle(Date day) const;
  void drop_before_cycle(const Day& day);
  /// The outcome of what does not concern this certification at all.
  [[nodiscard]] std::optional<Outcome> beside(const Activity& activity) const;

  bool take_exams(const Day& day, Index& renewing);
  void add_others(const Day& day);
  bool close_if_due(Date day, Index renewing_exam);
  void expire();
  void settle(Date day, std::optional<Closed> by);
  [[nodiscard]] Outcome outcome_of(std::size_t entry, std::optional<Closed> by) const;
  [[nodiscard]] Assumption assumption_of(const Tally::Entry& entry, const Verdict& became, Date day,
                                         std::optional<Closed> by) const;
  [[nodiscard]] Status status() const;

  Cycle& append_cycle(Date start, Began began_by, Date suspends, Date expires) {
    latest_ = static_cast<Index>(credential_.cycles.size());
    return credential_.cycles.emplace_back(start, began_by, suspends, expires);
  }
  Cycle& cycle() { return credential_.cycles.back(); }
  [[nodiscard]] const Cycle& cycle() const { return credential_.cycles.back(); }
  [[nodiscard]] bool expired() const { return cycle().closed_by == Closed::expired; }
  Verdict& verdict(Index activity) { return credential_.verdicts[activity]; }
  /// Notes the first activity with which a requirement was met.
  static void reach(Index& first, bool met, Index activity) {
    if (met && first == Verdict::none) first = activity;
  }

  const Log& log_;
  const Policy& policy_;
  const Timetable& timetable_;
  Tally& tally_;
  Renewals& renewals_;
  Index index_;
  const Certification& certification_;
  const CertificationType& type_;
  Credential& credential_;
  Index latest_ = 0;  // index of cycle()
  // The day's activity with which the units sufficed, and that with which the last course was
  // complete, or Verdict::none.
  Index reached_units_ = Verdict::none;
  Index reached_courses_ = Verdict::none;
};

void Lifetime::run() {
  credential_.verdicts.assign(log_.activities.size(), Verdict{});
  tally_.turn_to(type_);
  if (!begin_first_cycle()) return;
  for (const Day& day : timetable_.days()) {
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
  credential_.counted = tally_.total();
  tally_.append_completed_courses(credential_.courses);
}

// ---- Cycles ------------------------------------------------------------------------------------

bool Lifetime::begin_first_cycle() {
  if (certification_.suspends) return begin_given_cycle();
  return begin_cycle(*certification_.earned, Began::earned, Verdict::none);  // C3
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
  Date start = earliest->date;
  for (auto next = day_after(start); next; next = day_after(*next)) {
    const auto ends = add_months(*next, validity);
    if (!ends || ends->date > suspends) break;
    start = *next;
  }
  const bool earned = certification_.earned && *certification_.earned >= start;
  append_cycle(earned ? *certification_.earned : start, earned ? Began::earned : Began::given,
               suspends, certification_.expires.value_or(suspends));
  return certification_.expires
             ? complete_cycle(0, OutOfRange::From::expires, index_)
             : complete_cycle(policy_.grace_of(type_), OutOfRange::From::suspends, index_);
}

/// C1 and C5: everything follows from the start; nothing of an old term is added on. `activity` is
/// the one that began it, or Verdict::none.
bool Lifetime::begin_cycle(Date start, Began began_by, Index activity) {
  const bool earned = activity == Verdict::none;
  const auto from = earned ? OutOfRange::From::earned : OutOfRange::From::activity;
  const Index index = earned ? index_ : activity;
  const int validity = policy_.validity_of(type_);
  const auto suspends = add_months(start, validity);
  if (!suspends) {
    renewals_.out_of_range.push_back({from, index, validity});
    return false;
  }
  Cycle& begun = append_cycle(start, began_by, suspends->date, suspends->date);
  if (!earned) begun.begun_by_activity = activity;
  begun.rounded.suspends = suspends->rounded;
  return complete_cycle(policy_.grace_of(type_), from, index);
}

/// Adds `grace_months` to the expiration of the cycle begun, and finds its exam window (E2). What
/// its dates are computed from is told where they are out of range.
bool Lifetime::complete_cycle(int grace_months, OutOfRange::From from, Index index) {
  Cycle& begun = cycle();
  const auto expires = add_months(begun.expires, grace_months);
  if (!expires) {
    renewals_.out_of_range.push_back({from, index, grace_months, true});
    return false;
  }
  begun.expires = expires->date;
  begun.rounded.expires = expires->rounded;
  if (const auto window = type_.exam_window_months) {
    const auto opens = add_months(begun.expires, -*window);
    if (!opens) {
      renewals_.out_of_range.push_back({from, index, -*window, true});
      return false;
    }
    begun.exam_window = Interval{opens->date, begun.expires};
    begun.rounded.exam_window = opens->rounded;
  }
  tally_.clear();
  return true;
}

// ---- Days --------------------------------------------------------------------------------------

/// U2 and U4: a given cycle counts from the day after its first, one begun by earning from it.
bool Lifetime::before_first_cycle(Date day) const {
  const Cycle& first = credential_.cycles.front();
  return day < first.start || (day == first.start && first.began_by == Began::given);
}

void Lifetime::drop_before_cycle(const Day& day) {
  const Cycle& first = credential_.cycles.front();
  for (const Index activity : timetable_.all(day)) {
    const Activity& done = log_.activities[activity];
    Verdict& dropped = verdict(activity);
    dropped.outcome = beside(done).value_or(Outcome::before_cycle);
    if (dropped.outcome == Outcome::before_cycle && done.date == first.start && !done.exam) {
      dropped.assumption = Assumption::given_day_dropped;
    }
  }
}

std::optional<Outcome> Lifetime::beside(const Activity& activity) const {
  if (!activity.exam) {
    return tally_.concerns(activity) ? std::nullopt : std::optional{Outcome::not_required};
  }
  if (activity.certification != index_) return Outcome::other_certification;  // E1
  if (!activity.passed) return Outcome::failed;
  if (!type_.exam_window_months) return Outcome::not_required;
  return std::nullopt;
}

/// E3: exams first, then units, then courses. What is done on the day of a renewal belongs to the
/// cycle that it closes (U4), so the new one begins when all of the day has been added.
bool Lifetime::take(const Day& day) {
  if (!expired() && cycle().expires <= day.date) expire();
  Index renewing = Verdict::none;
  if (!take_exams(day, renewing)) return false;
  add_others(day);
  return close_if_due(day.date, renewing);
}

/// `renewing` becomes the exam that renews it, if one does.
bool Lifetime::take_exams(const Day& day, Index& renewing) {
  Index deciding = Verdict::none;  // the exam that renewed it or earned it anew today
  for (const Index exam : timetable_.exams(day)) {
    Verdict& became = verdict(exam);
    if (const auto outcome = beside(log_.activities[exam])) {
      became.outcome = *outcome;
      continue;
    }
    if (deciding != Verdict::none) {
      became.outcome = Outcome::superseded;
      became.rests_on = deciding;
    } else if (expired()) {  // C6
      if (!begin_cycle(day.date, Began::earned_anew, exam)) return false;
      became.outcome = Outcome::earned_anew;
      deciding = exam;
    } else if (cycle().begun_by_earning() && day.date == cycle().start) {  // E2
      became.outcome = Outcome::earned;
    } else if (cycle().exam_window->contains(day.date)) {  // E1, E2
      became.outcome = Outcome::renewed;
      deciding = renewing = exam;
    } else {
      became.outcome = Outcome::too_early;
    }
    became.cycle = latest_;
    became.total = tally_.total();
  }
  return true;
}

void Lifetime::add_others(const Day& day) {
  reached_units_ = reached_courses_ = Verdict::none;
  if (!expired()) tally_.go_to(day.date);
  for (const Index activity : timetable_.others(day)) {
    Verdict& became = verdict(activity);
    if (!tally_.concerns(log_.activities[activity])) {
      became.outcome = Outcome::not_required;
      continue;
    }
    if (expired()) {
      became.outcome = Outcome::after_expiration;  // U2
    } else {
      tally_.add(activity, day, became);
      reach(reached_units_, tally_.units_reached(), activity);
      reach(reached_courses_, tally_.courses_complete(), activity);
    }
    became.cycle = latest_;
  }
}

bool Lifetime::close_if_due(Date day, Index renewing_exam) {
  const auto renew = [&](Closed closed, Began began, Index activity) {
    settle(day, closed);
    cycle().closed = day;
    cycle().closed_by = closed;
    return begin_cycle(day, began, activity);
  };
  const auto is = [](Index activity) { return activity != Verdict::none; };
  if (is(renewing_exam)) return renew(Closed::exam, Began::exam, renewing_exam);
  if (is(reached_units_)) return renew(Closed::units, Began::units, reached_units_);          // U3
  if (is(reached_courses_)) return renew(Closed::courses, Began::courses, reached_courses_);  // K1
  return true;
}

void Lifetime::expire() {
  const Date expires = cycle().expires;
  settle(expires, Closed::expired);
  cycle().closed = expires;
  cycle().closed_by = Closed::expired;
}

// ---- What became of each activity --------------------------------------------------------------

/// Gives the activities of the cycle their outcomes. `day` is the day it closed, or as-of where it
/// is open; what counted when it expired is what counted on the eve of that day.
void Lifetime::settle(Date day, std::optional<Closed> by) {
  by == Closed::expired ? tally_.go_to_eve_of(day) : tally_.go_to(day);
  const auto entries = tally_.entries();
  for (std::size_t i = 0; i < entries.size(); ++i) {
    Verdict& became = verdict(entries[i].activity);
    became.outcome = outcome_of(i, by);
    became.assumption = assumption_of(entries[i], became, day, by);
  }
}

Outcome Lifetime::outcome_of(std::size_t entry, std::optional<Closed> by) const {
  const Tally::Entry& added = tally_.entries()[entry];
  const bool stale = tally_.is_stale(entry);
  if (by == Closed::units && !added.over_limit && !stale) return Outcome::used;
  if (by == Closed::courses && added.completes) return Outcome::used;
  if (added.over_limit) return Outcome::over_limit;
  if (stale) return Outcome::stale;
  if (!by) return Outcome::counted;
  return by == Closed::expired ? Outcome::lapsed : Outcome::superseded;
}

Assumption Lifetime::assumption_of(const Tally::Entry& entry, const Verdict& became, Date day,
                                   std::optional<Closed> by) const {
  const Activity& activity = log_.activities[entry.activity];
  if (became.outcome == Outcome::stale) return Assumption::stale_dropped;  // U6
  if (became.counts() && cycle().begun_by_earning() && activity.date == cycle().start) {
    return Assumption::first_day_counts;  // U2
  }
  const bool renewal_day = by && by != Closed::expired && activity.date == day;
  const bool in_excess =
      became.outcome == Outcome::superseded ||
      (by == Closed::units && became.outcome == Outcome::used && became.total > *type_.units);
  if (renewal_day && in_excess && activity.units > Units{}) {
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

struct Calculation::State {
  State(const Policy& its_policy, Date as_of)
      : policy{its_policy},
        tally{its_policy},
        renewals{.as_of = as_of, .credentials = {}, .order = {}, .out_of_range = {}} {}

  /// Makes room for `count` credentials; the memory of those that are too many is kept as well.
  void renew_credentials(std::size_t count) {
    auto& credentials = renewals.credentials;
    for (; credentials.size() > count; credentials.pop_back()) {
      spare.push_back(std::move(credentials.back()));
    }
    for (; credentials.size() < count && !spare.empty(); spare.pop_back()) {
      credentials.push_back(std::move(spare.back()));
    }
    credentials.resize(count);
    for (Credential& one : credentials) {
      one.status = Status::upcoming;
      one.cycles.clear();
      one.counted = Units{};
      one.courses.clear();
    }
  }

  const Policy& policy;
  Timetable timetable;
  Tally tally;
  Renewals renewals;
  std::vector<Credential> spare;
};

Calculation::Calculation(const Policy& policy, Date as_of)
    : state_{std::make_unique<State>(policy, as_of)} {}
Calculation::~Calculation() = default;

const Renewals& Calculation::of(const Log& log) {
  auto& [policy, timetable, tally, renewals, spare] = *state_;
  state_->renew_credentials(log.certifications.size());
  renewals.out_of_range.clear();
  timetable.set_up(log, policy, renewals.as_of, renewals.order);
  tally.turn_to(log);
  for (Index i = 0; i < renewals.credentials.size(); ++i) {
    Lifetime{log, policy, timetable, tally, renewals, i}.run();
  }
  return renewals;
}

Renewals Calculation::take() && { return std::move(state_->renewals); }

Renewals calculate(const Log& log, const Policy& policy, Date as_of) {
  Calculation calculation{policy, as_of};
  calculation.of(log);
  return std::move(calculation).take();
}

}  // namespace certrenew
