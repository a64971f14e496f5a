#include "core/portal_entry.hpp"

#include "core/wording.hpp"

namespace certrenew {

bool is_entered_late(const AnswerContents& answer, Index<Activity> activity,
                     Index<Certification> credential) {
  const PortalEntry& entry = answer.log[activity].entered;
  if (entry.state == PortalEntry::State::untracked) return false;
  const Credential& one = answer.renewals.credentials[credential.at];
  const Verdict& became = one.verdicts[activity.at];
  if (became.outcome != Outcome::used && became.outcome != Outcome::renewed) return false;
  const Date expires = one.cycles[*became.cycle].expires;
  const Date as_of = answer.renewals.as_of;
  return is_entered(entry, as_of) ? *entry.date >= expires : as_of >= expires;
}

void append_entry_deadline(Sentence& words, const AnswerContents& answer, Index<Activity> activity,
                           Index<Certification> credential) {
  const auto [certification, type, one] = parts_of(answer, credential);
  const Date expires = one.cycles[*one.verdicts[activity.at].cycle].expires;
  const bool too_late = expires <= answer.renewals.as_of;
  append_activity(words, answer, activity);
  words << (too_late ? " is not entered in the portal; it should have been before "
                     : " is not yet entered; enter it in the portal before ")
        << expires << ", when " << shortened(certification.code)
        << (too_late ? " expired" : " expires");
}

void append_entered_late(Sentence& words, const AnswerContents& answer, Index<Activity> activity,
                         Index<Certification> credential) {
  const PortalEntry& entry = answer.log[activity].entered;
  const Credential& renewed = answer.renewals.credentials[credential.at];
  append_activity(words, answer, activity);
  words << " renewed " << shortened(answer.log[credential].code) << ", but ";
  if (is_entered(entry, answer.renewals.as_of)) {
    words << "was entered on " << *entry.date;
  } else {
    words << "is not yet entered";
  }
  words << ", and the cycle that it renewed expired on "
        << renewed.cycles[*renewed.verdicts[activity.at].cycle].expires
        << ": the portal may not take it";
}

}  // namespace certrenew
