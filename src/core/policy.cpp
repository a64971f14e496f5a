#include "certrenew/policy.hpp"

#include <algorithm>
#include <variant>

#include "certrenew/reader.hpp"
#include "data/embedded.hpp"

namespace certrenew {

namespace {

std::string_view name_of(const std::string& name) { return name; }
template <class Type>
std::string_view name_of(const Type& type) {
  return type.name;
}

template <class Named>
std::optional<std::uint32_t> find(const std::vector<Named>& all, std::string_view name) {
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Named& one) { return name_of(one) == name; });
  if (found == all.end()) return std::nullopt;
  return static_cast<std::uint32_t>(found - all.begin());
}

}  // namespace

std::optional<std::uint32_t> Policy::find_certification_type(std::string_view wanted) const {
  return find(certification_types, wanted);
}

std::optional<std::uint32_t> Policy::find_activity_type(std::string_view wanted) const {
  return find(activity_types, wanted);
}

std::optional<std::uint32_t> Policy::find_course(std::string_view wanted) const {
  return find(courses, wanted);
}

const Policy& builtin_policy() {
  static const Policy policy = std::get<Policy>(read_policy(embedded::atlassian_policy));
  return policy;
}

}  // namespace certrenew
