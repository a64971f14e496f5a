#include "certrenew/log.hpp"

#include <algorithm>
#include <utility>

namespace certrenew {

std::string_view Log::keep(std::string_view text) {
  if (text.empty()) return {};
  if (texts_.empty() || size_ - used_ < text.size()) {
    constexpr std::size_t least = 4096;
    size_ = std::max({least, text.size(), texts_.empty() ? 0 : 2 * size_});
    texts_.push_back(std::make_unique_for_overwrite<char[]>(size_));
    used_ = 0;
  }
  char* const copy = texts_.back().get() + used_;
  std::copy(text.begin(), text.end(), copy);
  used_ += text.size();
  return {copy, text.size()};
}

void Log::clear() {
  candidate.reset();
  certifications.clear();
  activities.clear();
  if (texts_.size() > 1) texts_.erase(texts_.begin(), std::prev(texts_.end()));
  used_ = 0;
}

}  // namespace certrenew
