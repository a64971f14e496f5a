// Finding the bytes of a text that need a closer look, sixteen at a time.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace certrenew::text {

/// Returns a word whose lowest set bit is the high bit of the first byte that is not plain; the
/// bits above it mean nothing. Returns 0 if all eight bytes are plain.
constexpr std::uint64_t not_plain(std::uint64_t eight) noexcept {
  constexpr std::uint64_t ones = 0x0101'0101'0101'0101;
  constexpr std::uint64_t high_bits = 0x80 * ones;
  const auto equal = [](std::uint64_t bytes, std::uint64_t byte) {
    const std::uint64_t zero_where_equal = bytes ^ (byte * ones);
    return (zero_where_equal - ones) & ~zero_where_equal;
  };
  const std::uint64_t controls = eight - ' ' * ones;  // sets the high bit of a byte below ' '
  return (eight | controls | equal(eight, '"') | equal(eight, '\\') | equal(eight, 0x7F)) &
         high_bits;
}

/// Returns how many bytes at the front of `text` are plain: a JSON string can hold them unescaped,
/// whatever their neighbours are. They are printable ASCII except the quote and the backslash.
inline std::size_t plain_prefix(std::string_view text) noexcept {
  std::size_t plain = 0;
  for (std::uint64_t words[2]; text.size() - plain >= sizeof words; plain += sizeof words) {
    std::memcpy(words, text.data() + plain, sizeof words);
    const std::uint64_t first = not_plain(words[0]);
    const std::uint64_t second = not_plain(words[1]);
    if ((first | second) == 0) continue;
    if constexpr (std::endian::native != std::endian::little) break;
    const std::uint64_t found = first != 0 ? first : second;
    const std::size_t before = first != 0 ? 0 : sizeof first;
    return plain + before + static_cast<std::size_t>(std::countr_zero(found)) / 8;
  }
  const auto is_plain = [](char c) { return c >= ' ' && c < '\x7F' && c != '"' && c != '\\'; };
  while (plain < text.size() && is_plain(text[plain])) ++plain;
  return plain;
}

}  // namespace certrenew::text
