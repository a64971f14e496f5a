#include "core/plan/exam_day.hpp"

#include <algorithm>

#include "core/answer_contents.hpp"

namespace certrenew {

namespace {

/// The last day on which a credential is active and its exam renews it. If there is none, and the
/// credential is or may be suspended: the first later day on which its exam renews it (E2, E5).
std::optional<Date> exam_day_of(Date as_of, Status status, const Cycle& cycle, Date retired,
                                const PlanOptions& options) {
  if (!cycle.exam_opens || !cycle.suspends || !cycle.expires) return std::nullopt;
  if (status != Status::active && status != Status::suspended) return std::nullopt;
  const Date first = std::max(as_of, *cycle.exam_opens);
  const Date end = std::min(*cycle.expires, retired);
  if (status == Status::active) {
    const auto last = day_before(std::min(*cycle.suspends, end));
    if (last && first <= *last) return last;
    if (!options.allow_suspension) return std::nullopt;
  }
  return first < end ? std::optional{first} : std::nullopt;
}

}  // namespace

std::optional<Date> safe_exam_day_of(const CredentialAnswer& one, const PlanOptions& options) {
  const Date retired = retired_on(one.certification(), *one.policy()).value_or(Date::last());
  const Date as_of = one.contents().renewals.as_of;
  auto earliest = exam_day_of(as_of, one.status(), one.cycle(), retired, options);
  if (!earliest) return std::nullopt;
  for (const Alternative& other : one.contents().alternatives_of(one.index())) {
    const auto day = exam_day_of(as_of, other.status, other.cycle, retired, options);
    if (day && *day < *earliest) earliest = day;
  }
  return earliest;
}

}  // namespace certrenew
