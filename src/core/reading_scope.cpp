#include "core/reading_scope.hpp"

#include <algorithm>
#include <utility>

#include "core/term.hpp"

namespace certrenew {

namespace {

void copy_anchors(CertificationType& to, const CertificationType& from) {
  if (to.units && from.units) to.units->anchor = from.units->anchor;
  if (to.exam && from.exam) to.exam->anchor = from.exam->anchor;
  if (to.courses && from.courses) to.courses->anchor = from.courses->anchor;
}

/// Whether the types are the same after `copy(a[i], b[i])` has copied one member of each.
/// Precondition: there are as many of both.
template <class Copy>
bool are_same_after(std::vector<CertificationType> a, const std::vector<CertificationType>& b,
                    const Copy& copy) {
  for (std::size_t i = 0; i < b.size(); ++i) copy(a[i], b[i]);
  return a == b;
}

/// Whether the dates of a certification may depend on others, or on what is done between a renewal
/// and the new term (U4). Then no quick look shows what a reading changes.
bool is_involved(const Policy& policy) {
  const auto& types = policy.certification_types;
  return policy.is_linked() ||
         std::any_of(types.begin(), types.end(), [](const CertificationType& one) {
           return (one.units && one.units->anchor == Anchor::end) ||
                  (one.exam && one.exam->anchor == Anchor::end) ||
                  (one.courses && one.courses->anchor == Anchor::end);
         });
}

bool has_work_from(std::span<const Day> days, Date first, Date end) {
  return std::any_of(days.begin(), days.end(), [&](const Day& day) {
    return first <= day.date && day.date < end && !day.work.empty();
  });
}

bool has_work_on(std::span<const Day> days, Date date) {
  return std::any_of(days.begin(), days.end(),
                     [&](const Day& day) { return day.date == date && !day.work.empty(); });
}

/// Whether it makes no difference that `changed` gives a cycle another expiration: no work was done
/// between the two, and as-of does not lie there. `number`: the cycle's place.
bool ends_alike(std::size_t number, const Policy& changed, const CalculatedCredential& base) {
  const Cycle& cycle = base.credential.cycles[number];
  if (!cycle.expires) return true;
  const auto other = with_grace_of(changed, number, base);
  if (!other) return false;
  const auto [first, end] = std::minmax(*cycle.expires, *other->expires);
  const bool is_between = first <= base.as_of && base.as_of < end;
  return !is_between && !has_work_from(base.days, first, end);
}

/// Whether the only cycle of the credential expired, and all work of that cycle together would not
/// have renewed it. Then less work, or units that stay valid, would not have renewed it either.
bool could_not_be_renewed(const CalculatedCredential& base) {
  const Cycle& only = base.credential.cycles.front();
  if (base.credential.cycles.size() > 1 || !only.expired()) return false;
  Units units;
  for (const Day& day : base.days) {
    for (const DoneWork& work : day.work) {
      const Outcome became = base.credential.verdicts[work.activity.at].outcome;
      if (became == Outcome::over_limit) return false;  // without earlier work it may count
      if (became == Outcome::lapsed || became == Outcome::stale) units += work.units;
    }
  }
  return units < only.required;
}

bool has_exam(const CalculatedCredential& base) {
  return std::any_of(base.days.begin(), base.days.end(), [&](const Day& day) {
    return std::any_of(day.exams.begin(), day.exams.end(), [&](Index<Activity> exam) {
      return base.log[exam].exam()->certification == base.certification;
    });
  });
}

/// Whether the cycle was suspended, or about to be, when it closed or, if it is open, on as-of.
bool was_suspended(const Cycle& cycle, Date as_of) {
  return cycle.suspends_by(cycle.closing ? cycle.closing->day : as_of);
}

/// Whether work went stale while its cycle was open.
bool has_gone_stale(const CalculatedCredential& base) {
  for (const Day& day : base.days) {
    if (!day.goes_stale) continue;
    for (const DoneWork& work : day.work) {
      const MaybeIndex cycle = base.credential.verdicts[work.activity.at].cycle;
      if (!cycle) continue;
      const auto& closing = base.credential.cycles[*cycle].closing;
      if (*day.goes_stale <= (closing ? closing->day : base.as_of)) return true;
    }
  }
  return false;
}

}  // namespace

ReadingScope scope_of(const Reading& reading, const Policy& policy) {
  using Type = CertificationType;
  const Policy& changed = *reading.policy;
  const bool has_other_change =
      !reading.keeps_meaning || changed.activity_types != policy.activity_types ||
      changed.extensions != policy.extensions || is_involved(changed) || is_involved(policy);
  const bool has_same_days = changed.units_from == policy.units_from;
  const bool has_same_validity = changed.units_valid == policy.units_valid;
  if (has_other_change) return ReadingScope::anything;
  if (changed.certification_types == policy.certification_types) {
    const bool is_for_ever = !changed.units_valid.first && changed.units_valid.later.empty();
    if (has_same_validity) return ReadingScope::units_from;
    return has_same_days && is_for_ever ? ReadingScope::units_never_stale : ReadingScope::anything;
  }
  if (!has_same_days || !has_same_validity) return ReadingScope::anything;
  const auto is_about = [&](const auto& copy) {
    return are_same_after(changed.certification_types, policy.certification_types, copy);
  };
  const auto copy = [](auto Type::*member) {
    return [member](Type& to, const Type& from) { to.*member = from.*member; };
  };
  // The quick look may miss that the grace takes an earlier cycle beyond the calendar (D1). If the
  // grace never changes, it takes the last cycle beyond it, too, and the quick look finds that.
  const bool has_one_grace =
      std::all_of(changed.certification_types.begin(), changed.certification_types.end(),
                  [](const Type& one) { return one.grace.later.empty(); });
  if (has_one_grace && is_about(copy(&Type::grace))) return ReadingScope::grace;
  if (is_about(copy_anchors)) return ReadingScope::anchor;
  if (is_about(copy(&Type::first_day_counts))) return ReadingScope::first_day_counts;
  if (is_about(copy(&Type::carry_over))) return ReadingScope::carry_over;
  return ReadingScope::anything;
}

std::optional<Cycle> with_grace_of(const Policy& changed, std::size_t number,
                                   const CalculatedCredential& base) {
  const Certification& given = base.log[base.certification];
  Cycle cycle = base.credential.cycles[number];
  const bool is_given = number == 0 && given.expires;
  if (!is_given) cycle.expires.reset();
  cycle.extended_from.reset();
  cycle.exam_opens.reset();
  OutOfRange origin{};
  return complete_term(cycle, changed, given.type, origin) ? std::optional{cycle} : std::nullopt;
}

bool cannot_matter(ReadingScope scope, const Policy& changed, const Policy& policy,
                   const CalculatedCredential& base) {
  const auto& cycles = base.credential.cycles;
  switch (scope) {
    case ReadingScope::anything: return false;
    case ReadingScope::grace:
      for (std::size_t i = 0; i < cycles.size(); ++i) {
        if (was_suspended(cycles[i], base.as_of) && !ends_alike(i, changed, base)) return false;
      }
      return !has_exam(base);
    case ReadingScope::anchor:
      return std::none_of(cycles.begin(), cycles.end(), [&](const Cycle& one) {
        return one.closing && !one.expired() && one.suspends_by(one.closing->day);
      });
    case ReadingScope::first_day_counts:
      return std::none_of(cycles.begin(), cycles.end(), [&](const Cycle& one) {
        return one.begun_by_earning() && has_work_on(base.days, one.start);
      });
    case ReadingScope::units_from: {
      const Date one = policy.units_from.value_or(Date::first());
      const Date other = changed.units_from.value_or(Date::first());
      const Date first = std::min(one, other);
      const Date end = std::max(one, other);
      if (!has_work_from(base.days, std::max(first, cycles.front().start), end)) return true;
      return one < other && could_not_be_renewed(base);
    }
    case ReadingScope::units_never_stale:
      return !has_gone_stale(base) || could_not_be_renewed(base);
    case ReadingScope::carry_over:
      return std::all_of(cycles.begin(), cycles.end(),
                         [](const Cycle& one) { return one.excess == Units{}; });
  }
  return false;
}

}  // namespace certrenew
