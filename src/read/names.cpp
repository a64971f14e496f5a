#include "read/names.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "text/scan.hpp"
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

bool NameSet::insert(std::string_view name) {
  constexpr std::size_t few = 32;
  const auto is_name = [&](std::string_view one) { return text::is_same_short(one, name); };
  if (std::any_of(first_.begin(), first_.end(), is_name)) return false;
  if (first_.size() == few) return more_.insert(name).second;
  first_.push_back(name);
  return true;
}

bool is_trimmed(std::string_view code) {
  return code.empty() || (text::blanks.find(code.front()) == std::string_view::npos &&
                          text::blanks.find(code.back()) == std::string_view::npos);
}

std::string usual_spelling(std::string_view code) {
  std::string usual;
  for (const char c : code) {
    const bool is_blank = c == ' ' || c == '_';
    usual += is_blank ? '-' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  const std::size_t digit = usual.find_first_of("0123456789");
  const bool lacks_hyphen = digit != std::string::npos && digit > 0 &&
                            usual.find('-') == std::string::npos && usual[digit - 1] >= 'A' &&
                            usual[digit - 1] <= 'Z';
  if (lacks_hyphen) usual.insert(digit, 1, '-');
  return usual;
}

}  // namespace certrenew
