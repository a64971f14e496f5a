#include "certrenew/policy.hpp"

#include <algorithm>

namespace certrenew {

namespace {

template <class Element, class Name>
std::optional<Index<Element>> find_by(const std::vector<Element>& all, std::string_view wanted,
                                      Name Element::*name) {
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Element& one) { return one.*name == wanted; });
  if (found == all.end()) return std::nullopt;
  return Index<Element>{static_cast<std::uint32_t>(found - all.begin())};
}

}  // namespace

std::optional<Index<CertificationType>> Policy::find_certification_type(
    std::string_view wanted) const {
  return find_by(certification_types, wanted, &CertificationType::name);
}

std::optional<Index<ActivityType>> Policy::find_activity_type(std::string_view wanted) const {
  return find_by(activity_types, wanted, &ActivityType::name);
}

std::optional<Index<Course>> Policy::find_course(std::string_view wanted) const {
  return find_by(courses, wanted, &Course::identifier);
}

std::optional<Index<ListedCertification>> Policy::find_certification(std::string_view code) const {
  const auto is_called = [&](const ListedCertification& one) {
    return one.code == code ||
           std::find(one.aliases.begin(), one.aliases.end(), code) != one.aliases.end();
  };
  const auto found = std::find_if(certifications.begin(), certifications.end(), is_called);
  if (found == certifications.end()) return std::nullopt;
  return Index<ListedCertification>{static_cast<std::uint32_t>(found - certifications.begin())};
}

void Policies::put(Policy policy) {
  if (const auto same = find(policy.name)) {
    all_[same->at] = std::move(policy);
  } else {
    all_.push_back(std::move(policy));
  }
}

std::optional<Index<Policy>> Policies::find(std::string_view programme) const {
  return find_by(all_, programme, &Policy::name);
}

}  // namespace certrenew
