// Looking through text for the bytes that need a closer look, eight at a time.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace certrenew::text {

/// Whether it stands in a JSON string as it is, without a look at its neighbours: printable ASCII
/// but the quote and the backslash.
constexpr bool is_plain(char c) noexcept { return c >= ' ' && c < '\x7F' && c != '"' && c != '\\'; }

/// The high bit of the first byte, counted from the lowest, that is not plain; higher bits mean
/// nothing. 0: all eight are plain.
constexpr std::uint64_t not_plain(std::uint64_t eight) noexcept {
  constexpr std::uint64_t ones = 0x0101'0101'0101'0101;
  constexpr std::uint64_t high_bits = 0x80 * ones;
  const auto equal = [](std::uint64_t bytes, std::uint64_t byte) {
    const std::uint64_t zero_where_equal = bytes ^ (byte * ones);
    return (zero_where_equal - ones) & ~zero_where_equal;
  };
  const std::uint64_t controls = eight - ' ' * ones;  // a high bit where a byte is below the blank
  return (eight | controls | equal(eight, '"') | equal(eight, '\\') | equal(eight, 0x7F)) &
         high_bits;
}

/// How many bytes at the front of `text` are plain.
inline std::size_t plain_prefix(std::string_view text) noexcept {
  std::size_t plain = 0;
  for (std::uint64_t eight = 0; text.size() - plain >= sizeof eight; plain += sizeof eight) {
    std::memcpy(&eight, text.data() + plain, sizeof eight);
    if (const std::uint64_t found = not_plain(eight)) {
      if constexpr (std::endian::native != std::endian::little) break;
      return plain + static_cast<std::size_t>(std::countr_zero(found)) / 8;
    }
  }
  while (plain < text.size() && is_plain(text[plain])) ++plain;
  return plain;
}

}  // namespace certrenew::text
