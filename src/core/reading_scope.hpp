// What a reading changes. If that did not come into play, the reading need not be calculated.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "core/activity_order.hpp"
#include "core/renewal.hpp"

namespace certrenew {

/// The one number or switch of a policy that a reading changes.
enum class ReadingScope : std::uint8_t {
  anything,           ///< more than one of these, or something else
  grace,              ///< C1
  anchor,             ///< C5
  first_day_counts,   ///< U2
  units_from,         ///< U2
  units_never_stale,  ///< U6: units are valid for ever
  carry_over,         ///< U9
};

ReadingScope scope_of(const Reading& reading, const Policy& policy);

/// A credential as it is under the policy of its programme, and what it was calculated from.
struct CalculatedCredential {
  const Log& log;
  Index<Certification> certification;
  const Credential& credential;
  std::span<const Day> days;  ///< as its programme sees them
  Date as_of;
};

/// The cycle at place `number`, with the expiration and the exam window that the grace of `changed`
/// gives it; none: they would lie outside the calendar (D1).
std::optional<Cycle> with_grace_of(const Policy& changed, std::size_t number,
                                   const CalculatedCredential& base);

/// Whether a quick look shows that a credential has the same status, suspension, renewals and units
/// under a reading of that scope, which changes `policy` into `changed`. False: calculate it.
bool cannot_matter(ReadingScope scope, const Policy& changed, const Policy& policy,
                   const CalculatedCredential& base);

}  // namespace certrenew
