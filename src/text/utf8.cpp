#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "text/plain.hpp"

namespace certrenew::text {

namespace {

struct Range {
  char32_t first;
  char32_t last;
};

constexpr Range wide[] = {
#include "text/wide.inc"
};
constexpr Range zero_width[] = {
#include "text/zero_width.inc"
};

bool contains(std::span<const Range> ranges, char32_t point) noexcept {
  const auto found =
      std::lower_bound(ranges.begin(), ranges.end(), point,
                       [](const Range& range, char32_t sought) { return range.last < sought; });
  return found != ranges.end() && found->first <= point;
}

void append_hex(int digits, std::string& out, std::uint32_t value) {
  for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
    out += "0123456789abcdef"[(value >> static_cast<unsigned>(shift)) & 0xFU];
  }
}

/// Appends `text` with invalid bytes, and the characters for which `hidden` is true, escaped.
template <class Hidden>
void append_escaped(std::string& out, std::string_view text, const Hidden& hidden) {
  while (true) {
    const std::size_t plain = plain_prefix(text);
    out += text.substr(0, plain);
    text.remove_prefix(plain);
    if (text.empty()) return;
    const Decoded next = decode(text);
    if (!next.valid) {
      out += "\\x";
      append_hex(2, out, next.point);
    } else if (hidden(next.point)) {
      out += next.point > 0xFFFF ? "\\U" : "\\u";
      append_hex(next.point > 0xFFFF ? 8 : 4, out, next.point);
    } else {
      out += text.substr(0, next.size);
    }
    text.remove_prefix(next.size);
  }
}

}  // namespace

Decoded decode(std::string_view text) noexcept {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(0);
  const Decoded invalid{lead, 1, false};
  if (lead < 0x80) return {lead, 1, true};
  const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || text.size() < size) return invalid;
  char32_t point = lead & (0xFFU >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte(i) & 0xC0U) != 0x80U) return invalid;
    point = (point << 6U) | (byte(i) & 0x3FU);
  }
  constexpr std::array<char32_t, 5> least{0, 0, 0x80, 0x800, 0x10000};  // by size
  const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
  if (point < least[size] || point > 0x10FFFF || surrogate) return invalid;
  return {point, size, true};
}

std::size_t count_characters(std::string_view text) noexcept {
  std::size_t count = 0;
  for (; !text.empty(); ++count) text.remove_prefix(decode(text).size);
  return count;
}

void Columns::add(std::string_view text) noexcept {
  while (!text.empty()) {
    const auto [point, size, valid] = decode(text);
    text.remove_prefix(size);
    const bool is_ascii = point < 0x80;  // most texts are
    if (!joined_ && (is_ascii || !contains(zero_width, point))) {
      taken_ += !is_ascii && contains(wide, point) ? 2U : 1U;
    }
    joined_ = point == 0x200D;
  }
}

std::size_t display_width(std::string_view text) noexcept {
  Columns columns;
  columns.add(text);
  return columns.taken();
}

bool is_unsafe(char32_t point) noexcept {
  const auto within = [&](char32_t first, char32_t last) {
    return first <= point && point <= last;
  };
  return point < 0x20 || within(0x7F, 0x9F) || point == 0xAD || point == 0x61C || point == 0x180E ||
         within(0x200B, 0x200F) || within(0x2028, 0x202E) || within(0x2060, 0x206F) ||
         point == 0xFEFF || within(0xFFF9, 0xFFFB) || within(0xE0000, 0xE0FFF);
}

void append_visible(std::string& out, std::string_view text) {
  append_escaped(out, text, [](char32_t point) { return is_unsafe(point) && !is_joiner(point); });
}

std::string visible(std::string_view text) {
  std::string out;
  append_visible(out, text);
  return out;
}

std::string spelled(std::string_view text) {
  std::string out;
  append_escaped(out, text, is_unsafe);
  return out;
}

std::string quoted(std::string_view text) {
  constexpr std::size_t most = 60;
  std::size_t end = 0;
  for (std::size_t count = 0; end < text.size() && count < most; ++count) {
    end += decode(text.substr(end)).size;
  }
  std::string out = "\"";
  for (const char c : spelled(text.substr(0, end))) {
    if (c == '"') out += '\\';
    out += c;
  }
  return out + (end < text.size() ? "…\"" : "\"");
}

void append_json_escape(std::string& out, char32_t point) {
  if (point > 0xFFFF) {
    const char32_t rest = point - 0x10000;
    append_json_escape(out, 0xD800 + (rest >> 10U));
    append_json_escape(out, 0xDC00 + (rest & 0x3FFU));
    return;
  }
  out += "\\u";
  append_hex(4, out, point);
}

}  // namespace certrenew::text
