#include "core/entries.hpp"

namespace certrenew {

void say_which(Words& words, const Activity& activity, const Policy& policy) {
  const std::string_view type =
      activity.exam ? std::string_view{"exam"} : policy.activity_types[activity.type].name;
  if (activity.title) {
    words << "\"" << *activity.title << "\" (" << type << ", " << activity.date << ")";
  } else {
    words << type << " of " << activity.date;
  }
}

void say_not_entered(Words& words, const Log& log, const Policy& policy, Date as_of,
                     std::uint32_t activity, const EntryDeadline& deadline) {
  say_which(words, log.activities[activity], policy);
  words << " is not yet entered; it should "
        << (deadline.expires <= as_of ? "have been before " : "be before ") << deadline.expires
        << ", the expiration date of the cycle of " << log.certifications[deadline.credential].code
        << " that it belongs to";
}

void say_entered_late(Words& words, const Log& log, const Policy& policy, const Renewals& renewals,
                      std::uint32_t activity, std::uint32_t credential) {
  const Entry& entry = log.activities[activity].entered;
  const Credential& renewed = renewals.credentials[credential];
  say_which(words, log.activities[activity], policy);
  words << " renewed " << log.certifications[credential].code << ", but ";
  if (is_entered(entry, renewals.as_of)) {
    words << "was entered on " << *entry.date;
  } else {
    words << "is not yet entered";
  }
  words << ", and the cycle that it renewed expired on "
        << renewed.cycles[renewed.verdicts[activity].cycle].expires
        << ": the portal may not take it";
}

}  // namespace certrenew
