// What the portal knows of an activity that counts. It changes no date (U1), but the portal may not
// take what is entered late.
#pragma once

#include <cstdint>
#include <optional>

#include "core/answer_contents.hpp"
#include "core/sentence.hpp"

namespace certrenew {

/// Whether the portal knows it on as-of.
inline bool is_entered(const PortalEntry& entry, Date as_of) {
  return entry.date && *entry.date <= as_of;
}

/// The expiration before which an activity should be entered, and whose it is.
struct EntryDeadline {
  Date expires;
  Index<Certification> credential;
};

/// For an activity that counts, and that the log tracks and does not show as entered on as-of: the
/// earliest expiration of the cycles that it counts toward or closed. Looks only at the credentials
/// for which `watched` holds.
template <class Watched>
std::optional<EntryDeadline> entry_deadline(const AnswerContents& answer, Index<Activity> activity,
                                            const Watched& watched) {
  const PortalEntry& entry = answer.log[activity].entered;
  if (entry.state == PortalEntry::State::untracked) return std::nullopt;
  if (is_entered(entry, answer.renewals.as_of)) return std::nullopt;
  std::optional<EntryDeadline> earliest;
  const auto& credentials = answer.renewals.credentials;
  for (std::uint32_t i = 0; i < credentials.size(); ++i) {
    const Verdict& became = credentials[i].verdicts[activity.at];
    if (!became.counts() || !watched(Index<Certification>{i})) continue;
    const Date expires = credentials[i].cycles[*became.cycle].expires;
    if (!earliest || expires < earliest->expires) earliest = {expires, {i}};
  }
  return earliest;
}

/// Whether an activity renewed a credential, but was entered on or after the day on which the
/// renewed cycle expired, or is not entered on as-of although that day has come.
bool is_entered_late(const AnswerContents& answer, Index<Activity> activity,
                     Index<Certification> credential);

/// Appends that the activity should be entered before the cycle of `credential` that it counts
/// toward or closed expires.
void append_entry_deadline(Sentence& words, const AnswerContents& answer, Index<Activity> activity,
                           Index<Certification> credential);

/// Appends that the portal may not take it. Precondition: is_entered_late().
void append_entered_late(Sentence& words, const AnswerContents& answer, Index<Activity> activity,
                         Index<Certification> credential);

}  // namespace certrenew
