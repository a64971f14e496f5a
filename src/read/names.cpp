#include "read/names.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace certrenew {

Names::Names(std::vector<std::string_view> names) : all_{std::move(names)} {
  if (all_.size() <= few) return;
  sorted_.resize(all_.size());
  std::iota(sorted_.begin(), sorted_.end(), 0U);
  std::stable_sort(sorted_.begin(), sorted_.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return all_[a] < all_[b]; });
}

std::optional<std::uint32_t> Names::find(std::string_view name) const {
  if (sorted_.empty()) {
    const auto found = std::find(all_.begin(), all_.end(), name);
    if (found == all_.end()) return std::nullopt;
    return static_cast<std::uint32_t>(found - all_.begin());
  }
  const auto found = std::lower_bound(
      sorted_.begin(), sorted_.end(), name,
      [&](std::uint32_t one, std::string_view sought) { return all_[one] < sought; });
  if (found == sorted_.end() || all_[*found] != name) return std::nullopt;
  return *found;
}

std::vector<std::uint32_t> Names::repeated() const {
  std::vector<std::uint32_t> repeated;
  for (std::uint32_t i = 0; i < all_.size(); ++i) {
    if (find(all_[i]) != i) repeated.push_back(i);
  }
  return repeated;
}

}  // namespace certrenew
