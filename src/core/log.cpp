#include "certrenew/log.hpp"

#include <algorithm>

namespace certrenew {

std::string_view Log::keep(std::string_view text) {
  if (text.empty()) return {};
  if (!text_) text_ = std::make_unique<std::pmr::monotonic_buffer_resource>();
  auto* const copy = static_cast<char*>(text_->allocate(text.size(), 1));
  std::copy(text.begin(), text.end(), copy);
  return {copy, text.size()};
}

}  // namespace certrenew
