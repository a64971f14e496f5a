#include "core/portal_entry.hpp"

#include "core/wording.hpp"

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

void append_entry_deadline(Sentence& words, const AnswerContents& answer, Index<Activity> activity,
                           Index<Certification> credential) {
  const auto end = end_of_entry(answer, activity, credential);
  append_activity(words, answer, activity);
  if (!end) {
    words << " is not yet entered in the portal";
    return;
  }
  const bool too_late = *end <= answer.renewals.as_of;
  const Credential& one = answer.renewals.credentials[credential.at];
  const bool is_in_doubt = end != one.cycles[*one.verdicts[activity.at].cycle].expires;
  words << (too_late ? " is not entered in the portal; it should have been before "
                     : " is not yet entered; enter it in the portal before ")
        << *end << ", when " << shortened(answer.log[credential].code)
        << (too_late      ? " expired"
            : is_in_doubt ? " may expire"
                          : " expires");
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
        << *renewed.cycles[*renewed.verdicts[activity.at].cycle].expires
        << ": the portal may not take it";
}

}  // namespace certrenew
