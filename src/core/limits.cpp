#include "core/limits.hpp"

namespace certrenew {

namespace {

std::size_t outcomes_of_each(const Log& log, const Policy& policy) {
  return log.activities.size() + policy.activity_types.size() + policy.courses.size();
}

}  // namespace

std::size_t outcomes_of(const Log& log, const Policy& policy) {
  return log.certifications.size() * outcomes_of_each(log, policy);
}

std::optional<std::string> too_large(const Log& log, const Policy& policy) {
  if (outcomes_of(log, policy) <= most_outcomes) return std::nullopt;
  return "too large: " + std::to_string(log.certifications.size()) + " certifications, each with " +
         std::to_string(outcomes_of_each(log, policy)) +
         " activities, activity types and courses; at most " + std::to_string(most_outcomes) +
         " of all these are answered at once";
}

}  // namespace certrenew
