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
class Policies::Programme {
 public:
  explicit Programme(Policy policy) : name_{policy.name}, policy_{new Policy{std::move(policy)}} {}
  Programme(std::string name, std::function<Policy()> read)
      : name_{std::move(name)}, read_{std::move(read)} {}
  Programme(const Programme&) = delete;
  Programme& operator=(const Programme&) = delete;
  ~Programme() { delete policy_.load(); }

  [[nodiscard]] const std::string& name() const noexcept { return name_; }

  [[nodiscard]] const Policy& policy() {
    const Policy* const known = policy_.load();
    return known != nullptr ? *known : read_first();
  }

 private:
  /// If several threads read it at once, all of them get the one that is ready first.
  const Policy& read_first() {
    const Policy* known = nullptr;
    auto read = std::make_unique<const Policy>(read_());
    return policy_.compare_exchange_strong(known, read.get()) ? *read.release() : *known;
  }

  std::string name_;
  std::function<Policy()> read_;
  std::atomic<const Policy*> policy_{nullptr};
};

const Policy& Policies::operator[](Index<Policy> programme) const {
  return all_[programme.at]->policy();
}

void Policies::put(Policy policy) {
  const auto same = find(policy.name);
  auto programme = std::make_shared<Programme>(std::move(policy));
  if (same && same->at < in_force_) {
    all_[same->at] = std::move(programme);
    return;
  }
  if (same) all_.erase(all_.begin() + same->at);
  all_.insert(all_.begin() + static_cast<std::ptrdiff_t>(in_force_++), std::move(programme));
}

void Policies::put(std::string programme, std::function<Policy()> read) {
  all_.insert(all_.begin() + static_cast<std::ptrdiff_t>(in_force_++),
              std::make_shared<Programme>(std::move(programme), std::move(read)));
}

void Policies::put_if_named(std::string programme, std::function<Policy()> read) {
  all_.push_back(std::make_shared<Programme>(std::move(programme), std::move(read)));
}

std::optional<Index<Policy>> Policies::find(std::string_view programme) const {
  const auto found = std::find_if(all_.begin(), all_.end(),
                                  [&](const auto& one) { return one->name() == programme; });
  if (found == all_.end()) return std::nullopt;
  return Index<Policy>{static_cast<std::uint32_t>(found - all_.begin())};
}

std::vector<std::string_view> Policies::programmes() const {
  std::vector<std::string_view> names;
  names.reserve(size());
  for (const auto& one : all_) names.emplace_back(one->name());
  return names;
}

}  // namespace certrenew
