#include "certrenew/policy.hpp"

#include <algorithm>
#include <atomic>

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

/// A policy that is read when it is first needed.
class Policies::Named {
 public:
  Named(std::string programme, std::function<Policy()> read)
      : programme_{std::move(programme)}, read_{std::move(read)} {}
  Named(const Named&) = delete;
  Named& operator=(const Named&) = delete;
  ~Named() { delete policy_.load(); }

  [[nodiscard]] const std::string& programme() const noexcept { return programme_; }

  /// If several threads read it at once, all of them get the one that is ready first.
  [[nodiscard]] const Policy& policy() {
    const Policy* known = policy_.load();
    if (known != nullptr) return *known;
    auto read = std::make_unique<const Policy>(read_());
    return policy_.compare_exchange_strong(known, read.get()) ? *read.release() : *known;
  }

 private:
  std::string programme_;
  std::function<Policy()> read_;
  std::atomic<const Policy*> policy_{nullptr};
};

const Policy& Policies::named(std::size_t place) const { return named_[place]->policy(); }

void Policies::put(Policy policy) {
  if (const auto same = find_by(all_, policy.name, &Policy::name)) {
    all_[same->at] = std::move(policy);
    return;
  }
  const auto is_same = [&](const auto& one) { return one->programme() == policy.name; };
  named_.erase(std::remove_if(named_.begin(), named_.end(), is_same), named_.end());
  all_.push_back(std::move(policy));
}

void Policies::put_if_named(std::string programme, std::function<Policy()> read) {
  named_.push_back(std::make_shared<Named>(std::move(programme), std::move(read)));
}

std::optional<Index<Policy>> Policies::find(std::string_view programme) const {
  if (const auto found = find_by(all_, programme, &Policy::name)) return found;
  const auto found = std::find_if(named_.begin(), named_.end(),
                                  [&](const auto& one) { return one->programme() == programme; });
  if (found == named_.end()) return std::nullopt;
  return Index<Policy>{static_cast<std::uint32_t>(all_.size()) +
                       static_cast<std::uint32_t>(found - named_.begin())};
}

std::vector<std::string_view> Policies::programmes() const {
  std::vector<std::string_view> names;
  names.reserve(size());
  for (const Policy& one : all_) names.emplace_back(one.name);
  for (const auto& one : named_) names.emplace_back(one->programme());
  return names;
}

}  // namespace certrenew
