#include "certrenew/log.hpp"

#include <algorithm>
#include <utility>

#include "text/short.hpp"

namespace certrenew {

bool is_called(const Certification& one, const Policies& policies, std::string_view code) {
  if (text::is_same_short(one.code, code)) return true;
  if (!one.programme || !one.listed) return false;
  const ListedCertification& listed = policies[*one.programme][*one.listed];
  return text::is_same_short(listed.code, code) ||
         std::find(listed.aliases.begin(), listed.aliases.end(), code) != listed.aliases.end();
}

std::string_view Log::keep(std::string_view copied) {
  if (copied.empty()) return {};
  if (blocks_.empty() || size_ - used_ < copied.size()) {
    constexpr std::size_t least = 4096;
    size_ = std::max({least, copied.size(), 2 * size_});
    blocks_.push_back(std::unique_ptr<char[]>{new char[size_]});
    used_ = 0;
  }
  char* const copy = blocks_.back().get() + used_;
  std::copy(copied.begin(), copied.end(), copy);
  used_ += copied.size();
  return {copy, copied.size()};
}

std::span<const Worth> Log::keep(std::span<const Worth> copied) {
  lists_.push_back(std::make_unique<Worth[]>(copied.size()));
  std::copy(copied.begin(), copied.end(), lists_.back().get());
  return {lists_.back().get(), copied.size()};
}

}  // namespace certrenew
