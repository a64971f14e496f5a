#include "certrenew/policy.hpp"

#include <algorithm>

namespace certrenew {

namespace {

template <class Element, class Name>
std::optional<Index<Element>> find(const std::vector<Element>& all, std::string_view wanted,
                                   Name Element::*name) {
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Element& one) { return one.*name == wanted; });
  if (found == all.end()) return std::nullopt;
  return Index<Element>{static_cast<std::uint32_t>(found - all.begin())};
}

}  // namespace

std::optional<Index<CertificationType>> Policy::find_certification_type(
    std::string_view wanted) const {
  return find(certification_types, wanted, &CertificationType::name);
}

std::optional<Index<ActivityType>> Policy::find_activity_type(std::string_view wanted) const {
  return find(activity_types, wanted, &ActivityType::name);
}

std::optional<Index<Course>> Policy::find_course(std::string_view wanted) const {
  return find(courses, wanted, &Course::identifier);
}

}  // namespace certrenew
