#include "core/entries.hpp"

namespace certrenew {

std::string words_for(const Activity& activity, const Policy& policy) {
  const std::string type = activity.exam ? "exam" : policy.activity_types[activity.type].name;
  const std::string day = to_string(activity.date);
  if (!activity.title) return type + " of " + day;
  return '"' + std::string{*activity.title} + "\" (" + type + ", " + day + ")";
}

std::string say_not_entered(const Log& log, const Policy& policy, std::uint32_t activity,
                            const EntryDeadline& deadline) {
  return words_for(log.activities[activity], policy) + " is not yet entered; it should be before " +
         to_string(deadline.expires) + ", when " +
         std::string{log.certifications[deadline.credential].code} + " expires without it";
}

std::optional<std::string> say_entered_late(const Log& log, const Policy& policy,
                                            const Renewals& renewals, std::uint32_t activity,
                                            std::uint32_t credential) {
  const Entry& entry = log.activities[activity].entered;
  if (entry.state == Entry::State::untracked) return std::nullopt;
  const Verdict& became = renewals.credentials[credential].verdicts[activity];
  if (became.outcome != Outcome::used && became.outcome != Outcome::renewed) return std::nullopt;
  const Date expires = renewals.credentials[credential].cycles[became.cycle].expires;
  const bool entered = entry.date && *entry.date <= renewals.as_of;
  const bool late = entered ? *entry.date >= expires : renewals.as_of >= expires;
  if (!late) return std::nullopt;
  return words_for(log.activities[activity], policy) + " renewed " +
         std::string{log.certifications[credential].code} + ", but " +
         (entered ? "was entered on " + to_string(*entry.date) : "is not yet entered") +
         ", and the cycle that it renewed expired on " + to_string(expires) +
         ": the portal may not take it";
}

}  // namespace certrenew
