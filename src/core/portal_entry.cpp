#include "core/portal_entry.hpp"

namespace certrenew {

std::optional<Date> end_of_entry(const AnswerContents& answer, Index<Activity> activity,
                                 Index<Certification> credential) {
  const Credential& one = answer.renewals.credentials[credential.at];
  const Cycle& cycle = one.cycles[*one.verdicts[activity.at].cycle];
  if (cycle.closing || !cycle.expires) return cycle.expires;
  const auto last = CredentialAnswer{&answer, credential}.last_day();
  return last ? day_after(*last) : cycle.expires;
}

bool is_entered_late(const AnswerContents& answer, Index<Activity> activity,
                     Index<Certification> credential) {
  const PortalEntry& entry = answer.log[activity].entered;
  if (entry.state == PortalEntry::State::untracked) return false;
  const Credential& one = answer.renewals.credentials[credential.at];
  const Verdict& became = one.verdicts[activity.at];
  if (became.outcome != Outcome::used && became.outcome != Outcome::renewed) return false;
  const auto expires = one.cycles[*became.cycle].expires;
  if (!expires) return false;
  const Date as_of = answer.renewals.as_of;
  return is_entered(entry, as_of) ? *entry.date >= *expires : as_of >= *expires;
}

}  // namespace certrenew
