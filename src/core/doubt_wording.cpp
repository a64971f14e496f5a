// Doubts in words.

#include <string>
#include <vector>

#include "core/readings.hpp"
#include "core/wording.hpp"

namespace certrenew {

namespace {

/// `was renewed on 2025-01-02 and 2026-03-04`.
std::string renewals_in_words(const std::vector<Cycle>& renewals) {
  if (renewals.empty()) return "was not renewed";
  std::vector<std::string> days;
  days.reserve(renewals.size());
  for (const Cycle& one : renewals) days.push_back(to_string(one.began_on));
  return "was renewed on " + listed(days, " and ");
}

/// `expired on 2025-10-13`: what differs under the reading.
std::string difference_in_words(const Alternative& alternative, const Credential& base) {
  const Cycle& cycle = alternative.cycle;
  if (alternative.status == base.status && cycle.suspends == base.cycle().suspends) {
    return renewals_in_words(alternative.renewals);
  }
  switch (alternative.status) {
    case Status::expired: return "expired on " + to_string(*cycle.expires);
    case Status::suspended: return "has been suspended since " + to_string(*cycle.suspends);
    case Status::upcoming:
    case Status::active: break;
  }
  return cycle.suspends ? "suspends on " + to_string(*cycle.suspends) : "never suspends";
}

}  // namespace

std::vector<Doubt> doubts_of(const AnswerContents& answer) {
  std::vector<Doubt> doubts;
  for (const Alternative& one : answer.alternatives) {
    if (!one.is_doubt) continue;
    const Cycle& cycle = one.cycle;
    doubts.push_back(
        {.credential = one.credential,
         .reading = one.reading,
         .status = one.status,
         .suspends = cycle.suspends,
         .expires = cycle.expires,
         .renewals = one.renewals,
         .message = "If " + one.reading->says + " (" + one.reading->where + "), " +
                    shortened(answer.log[one.credential].code) + ' ' +
                    difference_in_words(one, answer.renewals.credentials[one.credential.at])});
  }
  return doubts;
}

}  // namespace certrenew
