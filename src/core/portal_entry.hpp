// What the portal knows of an activity that counts. It changes no date (U1), but the portal may not
// take what is entered late.
#pragma once

#include <cstdint>
#include <optional>
#include <utility>

#include "core/answer_contents.hpp"

namespace certrenew {

/// Whether the portal knows it on as-of.
inline bool is_entered(const PortalEntry& entry, Date as_of) {
  return entry.date && *entry.date <= as_of;
}

/// The day before which to enter an activity that counts for a credential: the expiration of the
/// cycle that it closed. For the open cycle, the earliest expiration under the policy and its
/// readings (R2). None: that cycle never expires.
std::optional<Date> end_of_entry(const AnswerContents& answer, Index<Activity> activity,
                                 Index<Certification> credential);

/// For an activity that counts, and that the log tracks and does not show as entered on as-of: the
/// credential for which it should be entered first. If it is too late for some, they come last.
/// Looks only at the credentials for which `watched` holds.
template <class Watched>
std::optional<Index<Certification>> first_to_enter_for(const AnswerContents& answer,
                                                       Index<Activity> activity,
                                                       const Watched& watched) {
  const PortalEntry& entry = answer.log[activity].entered;
  const Date as_of = answer.renewals.as_of;
  if (entry.state == PortalEntry::State::untracked) return std::nullopt;
  if (is_entered(entry, as_of)) return std::nullopt;
  const auto rank = [&](Index<Certification> one) {
    const Date end = end_of_entry(answer, activity, one).value_or(Date::last());
    return std::pair{end <= as_of, end};
  };
  std::optional<Index<Certification>> first;
  const auto& credentials = answer.renewals.credentials;
  for (std::uint32_t i = 0; i < credentials.size(); ++i) {
    const Index<Certification> one{i};
    if (!credentials[i].verdicts[activity.at].counts() || !watched(one)) continue;
    if (!first || rank(one) < rank(*first)) first = one;
  }
  return first;
}

/// Whether an activity renewed a credential, but was entered on or after the day on which the
/// renewed cycle expired, or is not entered on as-of although that day has come.
bool is_entered_late(const AnswerContents& answer, Index<Activity> activity,
                     Index<Certification> credential);

}  // namespace certrenew
