// What the portal knows of an activity that counts. It changes no date (U1), but the portal may not
// take what is entered late.
#pragma once

#include <cstdint>
#include <optional>

#include "certrenew/log.hpp"
#include "certrenew/policy.hpp"
#include "certrenew/renewal.hpp"
#include "core/words.hpp"

namespace certrenew {

/// `"Jira automation" (coursework, 2025-06-01)`.
void say_which(Words& words, const Activity& activity, const Policy& policy);

/// Whether it is known to the portal on as-of.
inline bool is_entered(const Entry& entry, Date as_of) {
  return entry.date && *entry.date <= as_of;
}

/// The expiration that an entry should come before, and whose it is.
struct EntryDeadline {
  Date expires;
  std::uint32_t credential;
};

/// Where an activity counts, and is not entered on as-of although that is tracked: the earliest
/// expiration of the cycles that it counts toward or closes, of the credentials that `watched`, a
/// predicate of their index, holds for.
template <class Watched>
std::optional<EntryDeadline> not_entered(const Log& log, const Renewals& renewals,
                                         std::uint32_t activity, const Watched& watched) {
  const Entry& entry = log.activities[activity].entered;
  if (entry.state == Entry::State::untracked) return std::nullopt;
  if (is_entered(entry, renewals.as_of)) return std::nullopt;
  std::optional<EntryDeadline> earliest;
  for (std::uint32_t i = 0; i < renewals.credentials.size(); ++i) {
    const Verdict& became = renewals.credentials[i].verdicts[activity];
    if (!became.counts() || !watched(i)) continue;
    const Date expires = renewals.credentials[i].cycles[became.cycle].expires;
    if (!earliest || expires < earliest->expires) earliest = {expires, i};
  }
  return earliest;
}

void say_not_entered(Words& words, const Log& log, const Policy& policy, Date as_of,
                     std::uint32_t activity, const EntryDeadline& deadline);

/// Whether an activity renewed a credential, but was entered on or after the day on which the
/// renewed cycle expired, or is not entered on as-of although that day has come.
inline bool is_entered_late(const Log& log, const Renewals& renewals, std::uint32_t activity,
                            std::uint32_t credential) {
  const Entry& entry = log.activities[activity].entered;
  if (entry.state == Entry::State::untracked) return false;
  const Verdict& became = renewals.credentials[credential].verdicts[activity];
  if (became.outcome != Outcome::used && became.outcome != Outcome::renewed) return false;
  const Date expires = renewals.credentials[credential].cycles[became.cycle].expires;
  return is_entered(entry, renewals.as_of) ? *entry.date >= expires : renewals.as_of >= expires;
}

/// Precondition: is_entered_late().
void say_entered_late(Words& words, const Log& log, const Policy& policy, const Renewals& renewals,
                      std::uint32_t activity, std::uint32_t credential);

}  // namespace certrenew
