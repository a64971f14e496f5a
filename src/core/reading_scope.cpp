#include "core/reading_scope.hpp"

#include <algorithm>
#include <utility>

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
  if (is_about(copy(&Type::grace))) return ReadingScope::grace;
  if (is_about(copy_anchors)) return ReadingScope::anchor;
  if (is_about(copy(&Type::first_day_counts))) return ReadingScope::first_day_counts;
  if (is_about(copy(&Type::carry_over))) return ReadingScope::carry_over;
  return ReadingScope::anything;
}

bool cannot_matter(ReadingScope scope, const Policy& changed, const Policy& policy,
                   const CalculatedCredential& base) {
  const auto& cycles = base.credential.cycles;
  switch (scope) {
    case ReadingScope::anything: return false;
    case ReadingScope::grace:
      return std::none_of(cycles.begin(), cycles.end(),
                          [&](const Cycle& one) { return was_suspended(one, base.as_of); }) &&
             !has_exam(base);
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
      return !has_work_from(base.days, std::max(first, cycles.front().start), end);
    }
    case ReadingScope::units_never_stale: return !has_gone_stale(base);
    case ReadingScope::carry_over:
      return std::all_of(cycles.begin(), cycles.end(),
                         [](const Cycle& one) { return one.excess == Units{}; });
  }
  return false;
}

}  // namespace certrenew
