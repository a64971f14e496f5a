// Doubts in words.

#include <string>
#include <vector>

#include "core/readings.hpp"
#include "core/wording.hpp"

namespace certrenew {

namespace {

/// `was renewed on 2025-01-02 and 2026-03-04`.
void append_renewals(Sentence& words, const std::vector<Cycle>& renewals) {
  words << (renewals.empty() ? "was not renewed" : "was renewed on ");
  for (std::size_t i = 0; i < renewals.size(); ++i) {
    if (i > 0) words << (i + 1 == renewals.size() ? " and " : ", ");
    words << renewals[i].began_on;
  }
}

/// `expired on 2025-10-13`: what differs under the reading.
void append_difference(Sentence& words, const Alternative& alternative, const Credential& base) {
  const Cycle& cycle = alternative.cycle;
  if (alternative.status == base.status && cycle.suspends == base.cycle().suspends) {
    append_renewals(words, alternative.renewals);
    return;
  }
  switch (alternative.status) {
    case Status::expired: words << "expired on " << *cycle.expires; return;
    case Status::suspended: words << "has been suspended since " << *cycle.suspends; return;
    case Status::upcoming:
    case Status::active: break;
  }
  if (cycle.suspends) {
    words << "suspends on " << *cycle.suspends;
  } else {
    words << "never suspends";
  }
}

}  // namespace

std::vector<Doubt> doubts_of(const AnswerContents& answer) {
  std::vector<Doubt> doubts;
  for (const Alternative& one : answer.alternatives) {
    if (!one.is_doubt) continue;
    const Cycle& cycle = one.cycle;
    Doubt& doubt = doubts.emplace_back(Doubt{.credential = one.credential,
                                             .reading = one.reading,
                                             .status = one.status,
                                             .suspends = cycle.suspends,
                                             .expires = cycle.expires,
                                             .renewals = one.renewals,
                                             .message = {}});
    Sentence words{doubt.message};
    words << "If " << one.reading->says << " (" << one.reading->where << "), "
          << shortened(answer.log[one.credential].code) << " ";
    append_difference(words, one, answer.renewals.credentials[one.credential.at]);
  }
  return doubts;
}

}  // namespace certrenew
