// What all who scan a text need: digits, blanks, byte order marks and lines.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace certrenew::text {

inline constexpr std::string_view blanks = " \t\r\n";

constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// How many bytes the byte order mark at the front of `text` takes: 0 if there is none.
constexpr std::size_t size_of_mark(std::string_view text) noexcept {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  return text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
}

/// Returns `text` without a byte order mark at its front.
constexpr std::string_view without_mark(std::string_view text) noexcept {
  return text.substr(size_of_mark(text));
}

/// Removes the first line of `text`, and returns it without its end, LF or CRLF.
constexpr std::string_view take_line(std::string_view& text) noexcept {
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace certrenew::text
