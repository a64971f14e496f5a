// The text of a JSON document, token by token.
#pragma once

#include <cstddef>
#include <string_view>

#include "certrenew/log.hpp"
#include "text/plain.hpp"

namespace certrenew {

/// Takes one token after the other from a text. A token is valid JSON, unless it is not plain:
/// strings with escapes, and numbers with an exponent or very many digits, need another look, for
/// which see read/json_parser.hpp.
class JsonText {
 public:
  /// A string or a number.
  struct Token {
    Place begin = 0;    ///< of a string: after its opening quote
    Place size = 0;     ///< of a string: without its quotes
    bool plain = true;  ///< false: it needs that other look
  };

  /// Skips a byte order mark.
  explicit JsonText(std::string_view text);

  /// How many bytes are taken.
  [[nodiscard]] Place place() const { return static_cast<Place>(at_ - begin_); }

  void skip_blanks() {
    // Most bytes are not blanks: one comparison shows that.
    while (at_ != end_ && static_cast<unsigned char>(*at_) <= ' ' &&
           (*at_ == ' ' || *at_ == '\n' || *at_ == '\r' || *at_ == '\t')) {
      ++at_;
    }
  }
  /// Skips blanks, and returns the byte after them without taking it. Returns NUL, which begins no
  /// token, at the end of the text.
  [[nodiscard]] char next() {
    skip_blanks();
    return at_ == end_ ? '\0' : *at_;
  }
  [[nodiscard]] bool at_end() const { return at_ == end_; }
  /// Takes the byte that next() returned. Precondition: not at_end().
  void take() { ++at_; }
  /// Takes that word if it comes next, and returns whether it does.
  [[nodiscard]] bool take(std::string_view word) {
    if (!rest().starts_with(word)) return false;
    at_ += word.size();
    return true;
  }
  // A token goes into a variable of the caller: returned as an optional, it would be written in
  // pieces and read as a whole, which stalls the processor.

  /// Takes the string that begins here; returns false if it is invalid. Precondition: next() is its
  /// quote.
  [[nodiscard]] bool take_string(Token& token) {
    token.begin = place() + 1;
    ++at_;
    at_ += text::plain_prefix(rest());
    const bool ends_here = at_ != end_ && *at_ == '"';
    if (!ends_here && !find_end_of_string(token)) return false;
    token.size = place() - token.begin;
    ++at_;
    return true;
  }
  /// Takes the number that begins here; returns false if it is invalid.
  [[nodiscard]] bool take_number(Token& token);

 private:
  [[nodiscard]] std::string_view rest() const {
    return {at_, static_cast<std::size_t>(end_ - at_)};
  }
  /// Moves to the closing quote from the first byte that is not plain; returns false if the string
  /// is invalid.
  bool find_end_of_string(Token& token);
  /// Moves to the next quote that is not escaped; returns false if there is none.
  bool find_closing_quote();
  bool take_digits();

  const char* begin_;
  const char* at_;
  const char* end_;
};

}  // namespace certrenew
