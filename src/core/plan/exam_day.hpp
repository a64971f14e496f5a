// When an exam is to be passed.
#pragma once

#include <optional>

#include "certrenew/plan.hpp"

namespace certrenew {

/// The last day on which `one` is active and passing the exam of `other` (which may be the same)
/// may renew it (E4, C7). If there is none, and `one` is suspended or PlanOptions::allow_suspension
/// is set, the first day on which the exam may renew it (E2, E5). The day is safe: the earliest
/// under the policy and its readings, leaving out days before as-of (R2). None: the policy gives no
/// such day.
std::optional<Date> safe_exam_day_of(const CredentialAnswer& one, const CredentialAnswer& other,
                                     const PlanOptions& options);

}  // namespace certrenew
