#include "core/code_advice.hpp"

#include <algorithm>

namespace certrenew {

namespace {

/// Whether the two differ by one character (another, an extra or a missing one), or by two
/// neighbours that are swapped.
bool is_one_slip_apart(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1 || a == b) return false;
  const auto [at, other] = std::mismatch(a.begin(), a.end(), b.begin());
  const auto place = static_cast<std::size_t>(at - a.begin());
  const std::string_view rest = a.substr(place);
  const std::string_view other_rest = b.substr(place);
  if (a.size() < b.size()) return rest == other_rest.substr(1);
  if (rest.substr(1) == other_rest.substr(1)) return true;
  return rest.size() > 1 && rest[0] == other_rest[1] && rest[1] == other_rest[0] &&
         rest.substr(2) == other_rest.substr(2);
}

}  // namespace

std::optional<std::string_view> similar_code(const CredentialAnswer& one) {
  if (one.is_tracked() || one.certification().listed) return std::nullopt;
  const Policy& policy = *one.policy();
  const auto is_of_type = [&](const ListedCertification& listed, std::string_view code) {
    const auto type =
        listed.type ? listed.type : policy.find_certification_type(code.substr(0, code.find('-')));
    return type == one.certification().type;
  };
  for (const ListedCertification& listed : policy.certifications) {
    if (is_one_slip_apart(one.code(), listed.code) && is_of_type(listed, listed.code)) {
      return listed.code;
    }
    for (const std::string& alias : listed.aliases) {
      if (is_one_slip_apart(one.code(), alias) && is_of_type(listed, alias)) return alias;
    }
  }
  return std::nullopt;
}

}  // namespace certrenew
