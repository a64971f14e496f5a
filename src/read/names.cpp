#include "read/names.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "text/short.hpp"

namespace certrenew {

Names::Names(std::vector<std::string_view> names) : all_{std::move(names)} {
  if (all_.size() <= few) return;
  sorted_.resize(all_.size());
  std::iota(sorted_.begin(), sorted_.end(), 0U);
  std::stable_sort(sorted_.begin(), sorted_.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return all_[a] < all_[b]; });
}

std::size_t Names::place_of(std::string_view name) const {
  if (sorted_.empty()) {
    const auto is_name = [&](std::string_view one) { return text::is_same_short(one, name); };
    return static_cast<std::size_t>(std::find_if(all_.begin(), all_.end(), is_name) - all_.begin());
  }
  const auto found = std::lower_bound(
      sorted_.begin(), sorted_.end(), name,
      [&](std::uint32_t one, std::string_view sought) { return all_[one] < sought; });
  return found != sorted_.end() && all_[*found] == name ? *found : all_.size();
}

std::vector<std::uint32_t> Names::repeated() const {
  std::vector<std::uint32_t> repeated;
  for (std::uint32_t i = 0; i < all_.size(); ++i) {
    if (find(all_[i]) != i) repeated.push_back(i);
  }
  return repeated;
}

}  // namespace certrenew
