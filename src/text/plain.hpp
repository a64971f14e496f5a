// Finding the bytes of a text that need a closer look, sixteen at a time where the machine can.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "text/short.hpp"

#ifdef __SSE2__
#include <emmintrin.h>

#include <bit>
#endif

namespace certrenew::text {

#ifdef __SSE2__
/// Returns a bit for each of the sixteen bytes from `bytes` on: 0 if it is plain.
inline unsigned not_plain(const char* bytes) noexcept {
  const __m128i sixteen = _mm_loadu_si128(reinterpret_cast<const __m128i_u*>(bytes));  // NOLINT
  const auto equal = [&](char c) { return _mm_cmpeq_epi8(sixteen, _mm_set1_epi8(c)); };
  // The bytes are signed here: those beyond ASCII are less than the blank, too.
  const __m128i text = _mm_cmpgt_epi8(sixteen, _mm_set1_epi8(' ' - 1));
  const __m128i special = _mm_or_si128(equal('\x7F'), _mm_or_si128(equal('"'), equal('\\')));
  constexpr unsigned all = 0xFFFF;
  return all ^ static_cast<unsigned>(_mm_movemask_epi8(_mm_andnot_si128(special, text)));
}
#endif

/// Whether eight bytes are plain. Looks at all of them at once: if `c` is subtracted from each
/// byte, the highest bit shows which of them are less than `c`.
constexpr bool are_plain(std::uint64_t bytes) noexcept {
  constexpr auto eight = [](unsigned char c) { return c * 0x01'01'01'01'01'01'01'01U; };
  constexpr std::uint64_t highest = eight(0x80);
  const auto less_than = [&](std::uint64_t some, unsigned char c) {
    return (some - eight(c)) & ~some;
  };
  const auto equal = [&](unsigned char c) { return less_than(bytes ^ eight(c), 1); };
  const std::uint64_t found =
      bytes | less_than(bytes, ' ') | equal('"') | equal('\\') | equal('\x7F');
  return (found & highest) == 0;
}

/// Whether a text of 4 to 16 bytes is plain.
inline bool is_plain_short(std::string_view text) noexcept {
  const char* const end = text.data() + text.size();
  if (text.size() >= 8) {
    return are_plain(bytes_at<std::uint64_t>(text.data())) &&
           are_plain(bytes_at<std::uint64_t>(end - 8));
  }
  return are_plain(std::uint64_t{bytes_at<std::uint32_t>(text.data())} << 32U |
                   bytes_at<std::uint32_t>(end - 4));
}

/// Returns how many bytes at the front of `text` are plain: a JSON string can hold them unescaped,
/// whatever their neighbours are. They are printable ASCII except the quote and the backslash.
inline std::size_t plain_prefix(std::string_view text) noexcept {
  std::size_t plain = 0;
#ifdef __SSE2__
  for (; text.size() - plain >= 16; plain += 16) {
    const unsigned found = not_plain(text.data() + plain);
    if (found != 0) return plain + static_cast<std::size_t>(std::countr_zero(found));
  }
  if (plain > 0 && plain < text.size()) {  // once more the last sixteen, some of them seen before
    const unsigned found = not_plain(text.data() + text.size() - 16);
    return text.size() - 16 + (found == 0 ? 16 : static_cast<std::size_t>(std::countr_zero(found)));
  }
#endif
  if (text.size() >= 4 && text.size() <= 16 && is_plain_short(text)) return text.size();
  const auto is_plain = [](char c) { return c >= ' ' && c < '\x7F' && c != '"' && c != '\\'; };
  while (plain < text.size() && is_plain(text[plain])) ++plain;
  return plain;
}

}  // namespace certrenew::text
