// When an exam is to be passed.
#pragma once

#include <optional>

#include "certrenew/plan.hpp"

namespace certrenew {

/// The last day on which a credential is active and passing its exam renews it; where there is
/// none, and it is suspended or may be, the first such day after (E2, E5). The day is safe: the
/// earliest under the policy and its readings, of those not before as-of (R2). None: its exam
/// cannot renew it.
std::optional<Date> safe_exam_day_of(const CredentialAnswer& one, const PlanOptions& options);

}  // namespace certrenew
