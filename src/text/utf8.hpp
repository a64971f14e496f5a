// Text of unknown origin: decoding it, measuring it, and making it safe to print.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace certrenew::text {

/// The code point at the front of a text, or a byte that is not part of valid UTF-8.
struct Decoded {
  char32_t point;    ///< the byte itself where `valid` is false
  std::size_t size;  ///< in bytes, 1 to 4
  bool valid;
};

/// Decodes the front of `text`. Precondition: `text` is not empty.
Decoded decode(std::string_view text) noexcept;

/// Returns the number of characters in `text`. An invalid byte counts as one.
std::size_t count_characters(std::string_view text) noexcept;

/// Adds up the columns that characters take on a terminal: 2 for a wide character (East Asian,
/// emoji), 0 for a combining one.
class Columns {
 public:
  void add(std::string_view text) noexcept;
  /// Starts again at 0. A joiner still joins the next character to the last.
  void clear() noexcept { taken_ = 0; }
  [[nodiscard]] std::size_t taken() const noexcept { return taken_; }

 private:
  std::size_t taken_ = 0;
  bool joined_ = false;  // the last character was a joiner, which makes one picture of two
};

/// Returns the number of columns that `text` takes on a terminal.
std::size_t display_width(std::string_view text) noexcept;

/// Returns whether printing the character could do more than show it: controls, escape sequences,
/// bidirectional overrides, line separators, invisible tags.
bool is_unsafe(char32_t point) noexcept;

/// Returns whether the character is invisible but harmless: it joins emoji, or the letters of some
/// scripts.
constexpr bool is_joiner(char32_t point) noexcept { return point == 0x200C || point == 0x200D; }

/// Appends `text` as one line that cannot steer a terminal: every unsafe character except joiners
/// as \u001b (or \U000e0001), every invalid byte as \xff.
void append_visible(std::string& out, std::string_view text);
std::string visible(std::string_view text);

/// Returns the same with joiners escaped, too, so that different texts never look alike.
std::string spelled(std::string_view text);

/// Returns `text` for a message: spelled, in double quotes, cut after 60 characters.
std::string quoted(std::string_view text);

/// Appends \u and four hexadecimal digits; a surrogate pair beyond U+FFFF.
void append_json_escape(std::string& out, char32_t point);

}  // namespace certrenew::text
