#include "core/holder_count.hpp"

#include <algorithm>

namespace certrenew {

void HolderCount::add(const Answer& answer) {
  const CredentialRange all = answer.all_credentials();
  const bool has_it = std::any_of(all.begin(), all.end(), [&](const CredentialAnswer& one) {
    return one.status() == Status::active &&
           is_called(one.certification(), answer.policies(), code_);
  });
  if (!has_it) return;
  const auto& who = answer.log().candidate;
  if (who && who->id) {
    ids_.emplace(*who->id);
  } else {
    ++without_id_;
  }
}

}  // namespace certrenew
