#include "certrenew/log.hpp"

#include <algorithm>
#include <utility>

namespace certrenew {

std::string_view Log::keep(std::string_view copied) {
  if (copied.empty()) return {};
  if (blocks_.empty() || size_ - used_ < copied.size()) {
    constexpr std::size_t least = 4096;
    size_ = std::max({least, copied.size(), 2 * size_});
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(size_));
    used_ = 0;
  }
  char* const copy = blocks_.back().get() + used_;
  std::copy(copied.begin(), copied.end(), copy);
  used_ += copied.size();
  return {copy, copied.size()};
}

}  // namespace certrenew
