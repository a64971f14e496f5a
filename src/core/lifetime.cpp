#include "core/lifetime.hpp"

#include <algorithm>

#include "core/answer_contents.hpp"
#include "core/certification_type.hpp"
#include "core/term.hpp"

namespace certrenew {

namespace {

/// The latest of the cycles that began by the end of `day`; null if none did.
const Cycle* cycle_on(const Credential& credential, Date day) {
  const auto& cycles = credential.cycles;
  const auto after =
      std::upper_bound(cycles.begin(), cycles.end(), day,
                       [](Date date, const Cycle& cycle) { return date < cycle.began_on; });
  return after == cycles.begin() ? nullptr : &*(after - 1);
}

/// U3: whether it is held at the beginning of `day` or at its end: it has begun, and has not
/// expired.
bool is_held(const Credential& credential, Date day) {
  const Cycle* const cycle = cycle_on(credential, day);
  if (cycle == nullptr) return false;
  if (cycle->began_on == day && cycle->began_by == CycleStart::given) return false;
  return !cycle->expires_by(day) || (cycle->began_on == day && cycle->begun_by_renewal());
}

}  // namespace

void Lifetime::finish(Date as_of) {
  if (awaits_start()) start_counting();
  if (!expired() && cycle().expires_by(as_of)) expire();
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
  const Date earned = *certification_.earned;  // C3
  return begin_term({.began_on = earned, .start = earned, .began_by = CycleStart::earned},
                    {OutOfRange::From::earned, index_.at});
}

/// C4: the portal's dates win.
bool Lifetime::begin_given_cycle() {
  const Date suspends = *certification_.suspends;
  const auto start = start_of_term(type_.validity, suspends);
  if (!start) {
    const Duration validity = type_.validity.first.value_or(Duration{});
    out_of_range_.push_back({OutOfRange::From::suspends, index_.at, validity, /*before=*/true});
    return false;
  }
  const bool earned = begins_by_earning(certification_, type_);
  const Date first = earned ? *certification_.earned : *start;
  return begin_term({.began_on = first,
                     .start = first,
                     .began_by = earned ? CycleStart::earned : CycleStart::given,
                     .suspends = suspends,
                     .expires = certification_.expires},
                    {OutOfRange::From::suspends, index_.at});
}

/// C5: the rest of the old term is not added.
bool Lifetime::begin_renewed_cycle(const Renewal& renewal) {
  Date start = renewal.day;
  const auto& old_end = cycle().suspends;
  if (renewal.anchor != Anchor::renewal && old_end) {
    start = renewal.anchor == Anchor::end ? *old_end : std::min(start, *old_end);
  }
  Cycle begun{.began_on = renewal.day, .start = start, .began_by = renewal.by};
  const bool carries = renewal.by == CycleStart::units && type_.carry_over;
  const bool awaits_start = carries && start > renewal.day;
  if (carries && !awaits_start) begun.carried = carried_over(cycle(), start);
  if (renewal.with) begun.with = {{*renewal.with}};
  if (!renewal.activity) {
    return begin_term(begun, {OutOfRange::From::earned, *renewal.with}, awaits_start);
  }
  begun.begun_by_activity = {{*renewal.activity}};
  return begin_term(begun, {OutOfRange::From::activity, *renewal.activity}, awaits_start);
}

/// Begins a cycle. Reports a date out of range at the date it was computed from, `origin`. If the
/// cycle `awaits_start`, the units of the old one are kept until then.
bool Lifetime::begin_term(Cycle begun, OutOfRange origin, bool awaits_start) {
  if (!complete_term(begun, policy_, certification_.type, origin)) {
    out_of_range_.push_back(origin);
    return false;
  }
  if (type_.units) begun.required = type_.units->required.on(begun.start);
  credential_.cycles.push_back(begun);
  if (!awaits_start) units_.begin(begun.start, begun.required, begun.carried);
  return true;
}

/// U4, U9: begins to count toward the new term. What is carried over is settled on the eve of its
/// first day.
void Lifetime::start_counting() {
  units_.go_to_eve_of(cycle().start);
  cycle().carried = carried_over(credential_.cycles[credential_.cycles.size() - 2], cycle().start);
  units_.begin(cycle().start, cycle().required, cycle().carried);
}

/// U9: the units carried over after units closed the cycle `from`. `new_start`: the next cycle's
/// first day. Preconditions: `units_` still holds the units of `from`, and the type carries over.
Units Lifetime::carried_over(const Cycle& from, Date new_start) const {
  const CarryOver& rule = *type_.carry_over;
  const Date old_start = from.start;
  const auto& from_last = rule.from_last.on(old_start);
  const auto first_day = from_last ? subtract(new_start, *from_last) : std::nullopt;
  Units recent;  // units that may be carried over, by type and age
  for (const CycleUnits::Entry& entry : units_.entries()) {
    const bool counts = !entry.over_limit && !entry.stale;
    const bool is_recent = !first_day || entry.date >= *first_day;
    const bool is_carried = rule.types.empty() || std::find(rule.types.begin(), rule.types.end(),
                                                            entry.type) != rule.types.end();
    if (counts && is_recent && is_carried) recent += entry.units;
  }
  const Units next_required = type_.units->required.on(new_start);
  const Units excess = units_.total() - from.required;
  const Units carried = std::min(
      {rule.at_most.on(old_start), excess, recent, next_required - Units::from_hundredths(1)});
  return std::max(carried, Units{});
}

// ---- Days --------------------------------------------------------------------------------------

/// U2 and U4: a given cycle counts from the day after its first, one begun by earning from it.
bool Lifetime::before_first_cycle(Date day) const {
  const Cycle& first = credential_.cycles.front();
  return day < first.began_on || (day == first.began_on && first.began_by == CycleStart::given);
}

void Lifetime::drop_before_cycle(const Day& day) {
  for (const Index<Activity> exam : day.exams) {
    verdict(exam).outcome = outside(exam, day.date).value_or(Outcome::before_cycle);
  }
  for (const DoneWork& work : day.work) {
    verdict(work.activity).outcome =
        units_.concerns(work) ? Outcome::before_cycle : Outcome::not_required;
  }
}

/// E4: whether passing the exam of another certification renews this one.
bool Lifetime::is_renewed_by_exam_of(Index<Certification> other) const {
  return type_.exam && other != index_ && is_among(log_[other].type, type_.exam->of);
}

std::optional<Outcome> Lifetime::outside(Index<Activity> activity, Date day) const {
  const Exam& exam = *log_[activity].exam();
  const Index<Certification> its = exam.certification.value_or(index_);
  if (!exam.certification || (its != index_ && !is_renewed_by_exam_of(its))) {
    return Outcome::other_certification;
  }
  if (!exam.passed) return Outcome::failed;
  if (!type_.exam) return Outcome::not_required;
  const auto retired = retired_on(log_[its], policy_);
  if (retired && *retired <= day) return Outcome::retired;  // E5
  return std::nullopt;
}

/// E3: exams first, then units, then courses, then other certifications. What is done on the day of
/// a renewal belongs to the cycle that it closes (U4), so the new one begins when all of the day
/// has been added.
bool Lifetime::take(const Day& day) {
  if (before_first_cycle(day.date)) {
    drop_before_cycle(day);
    return true;
  }
  if (awaits_start() && cycle().start <= day.date) start_counting();
  if (!expired() && cycle().expires_by(day.date)) expire();
  renewing_exam_ = renewing_earning_ = reached_units_ = reached_courses_ = {};
  if (!day.exams.empty() && !take_exams(day)) return false;
  if (!day.earned.empty()) take_earnings(day);
  if (!day.work.empty()) add_work(day);
  const bool is_due = renewing_exam_ || renewing_earning_ || reached_units_ || reached_courses_;
  if (is_due && !close_if_due(day.date)) return false;
  if (!higher_.empty()) renew_with_higher(day.date);
  return true;
}

bool Lifetime::take_exams(const Day& day) {
  MaybeIndex deciding;  // the exam that renewed it or earned it anew today
  for (const Index<Activity> exam : day.exams) {
    Verdict& became = verdict(exam);
    if (const auto outcome = outside(exam, day.date)) {
      became.outcome = *outcome;
      continue;
    }
    const bool in_window = cycle().exam_opens && *cycle().exam_opens <= day.date;
    const bool is_own = log_[exam].exam()->certification == index_;
    if (deciding) {
      became.outcome = Outcome::superseded;
      became.rests_on = deciding;
    } else if (expired() && !is_own) {  // E4
      became.outcome = Outcome::after_expiration;
    } else if (expired()) {  // C6
      const Renewal anew{.day = day.date, .by = CycleStart::earned_anew, .activity = exam.at};
      if (!begin_renewed_cycle(anew)) return false;
      became.outcome = Outcome::earned_anew;
      deciding = exam.at;
    } else if (cycle().begun_by_earning() && day.date == cycle().start) {  // E2
      became.outcome = Outcome::earned;
    } else if (in_window) {  // E1, E2
      became.outcome = Outcome::renewed;
      deciding = renewing_exam_ = exam.at;
    } else {
      became.outcome = Outcome::too_early;
    }
    became.cycle = latest();
    became.total = units_.total();
  }
  if (deciding) supersede_others(day, *deciding);
  return true;
}

/// If an exam earned it anew, the exams of other certifications before that one, on the same day,
/// are superseded, too.
void Lifetime::supersede_others(const Day& day, std::uint32_t deciding) {
  for (const Index<Activity> exam : day.exams) {
    Verdict& became = verdict(exam);
    if (exam.at == deciding) return;
    if (became.outcome != Outcome::after_expiration) continue;
    became.outcome = Outcome::superseded;
    became.rests_on = deciding;
  }
}

/// E4: earning another certification renews it as its own exam does.
void Lifetime::take_earnings(const Day& day) {
  const bool in_window = cycle().exam_opens && *cycle().exam_opens <= day.date;
  if (renewing_exam_ || expired() || !in_window) return;
  for (const Index<Certification> other : day.earned) {
    if (!is_renewed_by_exam_of(other)) continue;
    renewing_earning_ = other.at;
    return;
  }
}

void Lifetime::add_work(const Day& day) {
  const auto dropped = not_counted(day.date);
  if (!dropped) units_.go_to(day.date);
  for (const DoneWork& work : day.work) {
    Verdict& became = verdict(work.activity);
    if (!units_.concerns(work)) {
      became.outcome = Outcome::not_required;
      continue;
    }
    if (dropped) {
      became.outcome = *dropped;
      if (dropped == Outcome::after_expiration) became.cycle = latest();
      continue;
    }
    became.cycle = latest();
    if (day.date < cycle().start) {  // U4
      became.outcome = Outcome::surplus;
      Verdict in_old_cycle;
      if (awaits_start()) units_.add(work, day, in_old_cycle);
      continue;
    }
    const bool counts = units_.add(work, day, became);
    if (!reached_units_ && counts && units_.units_reached()) reached_units_ = work.activity.at;
    if (!reached_courses_ && units_.courses_complete()) reached_courses_ = work.activity.at;
  }
}

/// Why work of that day does not count (U2); nothing if it does.
std::optional<Outcome> Lifetime::not_counted(Date day) const {
  if (policy_.units_from && day < *policy_.units_from) return Outcome::before_cycle;
  if (!type_.first_day_counts && cycle().begun_by_earning() && day == cycle().start) {
    return Outcome::before_cycle;
  }
  if (expired()) return Outcome::after_expiration;
  return std::nullopt;
}

bool Lifetime::close_if_due(Date day) {
  const auto renew = [&](CycleEnd end, const Renewal& renewal) {
    close(day, end);
    return begin_renewed_cycle(renewal);
  };
  if (renewing_exam_ || renewing_earning_) {
    return renew(CycleEnd::exam,
                 {day, CycleStart::exam, renewing_exam_, renewing_earning_, type_.exam->anchor});
  }
  if (reached_units_ && !is_held_back(day)) {  // U3
    cycle().excess = units_.total() - cycle().required;
    return renew(CycleEnd::units,
                 {day, CycleStart::units, reached_units_, {}, type_.units->anchor});
  }
  if (reached_courses_) {  // K1
    return renew(CycleEnd::courses,
                 {day, CycleStart::courses, reached_courses_, {}, type_.courses->anchor});
  }
  return true;
}

/// Closes the cycle by a renewal.
void Lifetime::close(Date day, CycleEnd end) {
  if (!awaits_start()) settle(day, end);
  cycle().closing = {day, end};
}

// ---- Other certifications ----------------------------------------------------------------------

/// U3: whether units do not renew it on `day`, because another one that it renews with is held.
bool Lifetime::is_held_back(Date day) const {
  return type_.units->highest_only &&
         std::any_of(higher_.begin(), higher_.end(),
                     [&](const Neighbour& other) { return is_held(*other.credential, day); });
}

/// C7: renews it with another one that began a cycle on `day`: of several, the one that suspends
/// last, then the one that expires last.
void Lifetime::renew_with_higher(Date day) {
  const bool has_renewed = cycle().began_on == day && cycle().begun_by_renewal();
  if (expired() || has_renewed) return;
  const Cycle* best = nullptr;
  MaybeIndex with;
  for (const auto& [certification, credential] : higher_) {
    const Cycle* const begun = cycle_on(*credential, day);
    if (begun == nullptr || begun->began_on != day || begun->began_by == CycleStart::given)
      continue;
    const bool is_later =
        best == nullptr || is_earlier(best->suspends, begun->suspends) ||
        (best->suspends == begun->suspends && is_earlier(best->expires, begun->expires));
    if (!is_later) continue;
    best = begun;
    with = certification.at;
  }
  if (best == nullptr || !is_earlier(cycle().suspends, best->suspends)) return;
  Cycle begun{.began_on = day, .start = day, .began_by = CycleStart::renewed_with};
  begun.suspends = best->suspends;
  begun.expires = is_earlier(best->expires, cycle().expires) ? cycle().expires : best->expires;
  begun.with = {{*with}};
  if (type_.exam) open_exam_window(begun, *type_.exam);
  if (type_.units) begun.required = type_.units->required.on(day);
  close(day, CycleEnd::renewed_with);
  credential_.cycles.push_back(begun);
  units_.begin(day, begun.required, {});
}

void Lifetime::expire() {
  const Date expires = *cycle().expires;
  settle(expires, CycleEnd::expired);
  cycle().closing = {expires, CycleEnd::expired};
}

// ---- What became of each activity --------------------------------------------------------------

/// Gives the activities of the cycle their outcomes. `day` is the day it closed, or as-of where it
/// is open. For a cycle that expired, what counted on the eve of that day is what counts.
void Lifetime::settle(Date day, std::optional<CycleEnd> by) {
  by == CycleEnd::expired ? units_.go_to_eve_of(day) : units_.go_to(day);
  for (const CycleUnits::Entry& entry : units_.entries()) {
    verdict({entry.activity}).outcome = outcome_of(entry, by);
  }
}

Outcome Lifetime::outcome_of(const CycleUnits::Entry& entry, std::optional<CycleEnd> by) {
  if (by == CycleEnd::units && !entry.over_limit && !entry.stale) return Outcome::used;
  if (by == CycleEnd::courses && entry.completes) return Outcome::used;
  if (entry.over_limit) return Outcome::over_limit;
  if (entry.stale) return Outcome::stale;
  if (!by) return Outcome::counted;
  return by == CycleEnd::expired ? Outcome::lapsed : Outcome::superseded;
}

Status Lifetime::status(Date as_of) const {
  if (as_of < certification_.earned.value_or(credential_.cycles.front().start)) {
    return Status::upcoming;
  }
  if (expired()) return Status::expired;
  return cycle().suspends_by(as_of) ? Status::suspended : Status::active;
}

}  // namespace certrenew
