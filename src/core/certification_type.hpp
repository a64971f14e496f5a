// The types of certifications (P4, C7, E4).
#pragma once

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "certrenew/log.hpp"
#include "certrenew/policy.hpp"

namespace certrenew {

/// Finds the type of a certification in the policy of its programme: as the log gives it, as the
/// policy lists it, or what stands before the first `-` of its code. None: the policy has no such
/// type. `names` looks types up: the policy itself, or something faster.
template <class Names>
std::optional<Index<CertificationType>> type_of(const Certification& one, const Policy& policy,
                                                const Names& names) {
  if (one.given_type) return names.find_certification_type(*one.given_type);
  if (one.listed) {
    if (const auto& type = policy[*one.listed].type) return type;
  }
  const std::size_t dash = one.code.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  return names.find_certification_type(one.code.substr(0, dash));
}

/// Whether a type is one of these.
inline bool is_among(Index<CertificationType> type,
                     const std::vector<Index<CertificationType>>& types) {
  return std::find(types.begin(), types.end(), type) != types.end();
}

}  // namespace certrenew
