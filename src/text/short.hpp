// Copying and comparing short texts: keys, codes, words. For so few bytes a call of memcpy() or
// memcmp() takes longer than the work.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace certrenew::text {

/// Some bytes of a text as a number, to be copied or compared at once.
template <class Number>
Number bytes_at(const char* from) noexcept {
  Number bytes;
  std::memcpy(&bytes, from, sizeof bytes);
  return bytes;
}

/// Copies the first and the last bytes of a text; the two may overlap.
template <class Number>
void copy_ends(std::string_view text, char* to) noexcept {
  const auto first = bytes_at<Number>(text.data());
  const auto last = bytes_at<Number>(text.data() + text.size() - sizeof(Number));
  std::memcpy(to, &first, sizeof first);
  std::memcpy(to + text.size() - sizeof last, &last, sizeof last);
}

/// Copies `text` to `to`, and returns where it ends there.
inline char* copy_short(std::string_view text, char* to) noexcept {
  if (text.size() > 16) {
    std::memcpy(to, text.data(), text.size());
  } else if (text.size() >= 8) {
    copy_ends<std::uint64_t>(text, to);
  } else if (text.size() >= 4) {
    copy_ends<std::uint32_t>(text, to);
  } else {
    for (std::size_t i = 0; i < text.size(); ++i) to[i] = text[i];
  }
  return to + text.size();
}

/// Whether the first and the last bytes of two texts of one size are the same.
template <class Number>
bool have_same_ends(std::string_view a, std::string_view b) noexcept {
  const std::size_t last = a.size() - sizeof(Number);
  return bytes_at<Number>(a.data()) == bytes_at<Number>(b.data()) &&
         bytes_at<Number>(a.data() + last) == bytes_at<Number>(b.data() + last);
}

/// Whether two texts are the same.
inline bool is_same_short(std::string_view a, std::string_view b) noexcept {
  if (a.size() != b.size()) return false;
  if (a.size() > 16) return a == b;
  if (a.size() >= 8) return have_same_ends<std::uint64_t>(a, b);
  if (a.size() >= 4) return have_same_ends<std::uint32_t>(a, b);
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] != b[i]) return false;
  }
  return true;
}

}  // namespace certrenew::text
