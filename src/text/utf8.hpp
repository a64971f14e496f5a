// Texts of unknown origin: decoding, display width, and making them safe to print.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace certrenew::text {

/// One code point at the front of a text, or one byte that is no part of UTF-8.
struct Decoded {
  char32_t point;    ///< the byte itself where `valid` is false
  std::size_t size;  ///< bytes, 1 to 4
  bool valid;
};

/// Decodes the front of `text`. Precondition: not empty.
Decoded decode(std::string_view text) noexcept;

/// How many characters `text` has; a byte that is no part of UTF-8 counts as one.
std::size_t count_characters(std::string_view text) noexcept;

/// Columns that `text` takes on a terminal: 2 for wide (East Asian, emoji), 0 for combining ones.
std::size_t display_width(std::string_view text) noexcept;

/// Whether printing it could do more than show a character: controls, escape sequences,
/// bidirectional overrides, line separators, invisible tags.
bool is_unsafe(char32_t point) noexcept;

/// Whether it holds emoji, or the letters of some scripts, together: invisible, but it harms
/// nobody.
constexpr bool is_joiner(char32_t point) noexcept { return point == 0x200C || point == 0x200D; }

/// Appends `text` with every unsafe character but joiners as \u001b (or \U000e0001) and every byte
/// that is no part of UTF-8 as \xff, so that it is one line and can't steer a terminal.
void append_visible(std::string& out, std::string_view text);
std::string visible(std::string_view text);

/// The same with joiners escaped, too, so that what looks alike is told apart.
std::string spelled(std::string_view text);

/// `text` in double quotes, spelled, cut after 60 characters: for messages.
std::string quoted(std::string_view text);

/// Appends \u and four hexadecimal digits; two such (a surrogate pair) beyond U+FFFF.
void append_json_escape(std::string& out, char32_t point);

}  // namespace certrenew::text
