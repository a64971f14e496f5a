#include "core/limits.hpp"

namespace certrenew {

std::size_t outcomes_of(const Log& log, const Policies& policies) {
  std::size_t outcomes = 0;
  for (const Certification& one : log.certifications) {
    outcomes += log.activities.size();
    if (!one.programme) continue;
    const Policy& policy = policies[*one.programme];
    outcomes += policy.activity_types.size() + policy.courses.size();
  }
  return outcomes;
}

std::optional<std::string> too_large(const Log& log, const Policies& policies) {
  const std::size_t outcomes = outcomes_of(log, policies);
  if (outcomes <= most_outcomes) return std::nullopt;
  return "too large: " + std::to_string(log.certifications.size()) + " certifications, each with " +
         std::to_string(outcomes / log.certifications.size()) +
         " activities, activity types and courses; at most " + std::to_string(most_outcomes) +
         " of all these are answered at once";
}

}  // namespace certrenew
