// The units that count toward an open cycle.
#pragma once

#include <cstddef>
#include <optional>

#include "core/answer_contents.hpp"

namespace certrenew {

/// Calls `take` for each activity whose units count toward the open cycle on as-of, with the first
/// day on which they are stale if they go stale as `policy` says (U6; none: never), and the units.
/// Precondition: the credential is not tracked.
template <class Take>
void for_each_counting(const CredentialAnswer& one, const Policy& policy, const Take& take) {
  const auto& verdicts = credential_of(one).verdicts;
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    if (verdicts[i].outcome != Outcome::counted) continue;
    const Activity& activity = one.contents().log.activities[i];
    const Worth& worth = *activity.work()->in(*one.certification().programme);
    take(goes_stale(activity.date, policy), worth.units);
  }
}

}  // namespace certrenew
