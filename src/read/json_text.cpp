#include "read/json_text.hpp"

#include <algorithm>

#include "text/scan.hpp"
#include "text/utf8.hpp"

namespace certrenew {

JsonText::JsonText(std::string_view text)
    : begin_{text.data()}, at_{begin_}, end_{begin_ + text.size()} {
  at_ += text::size_of_mark(text);
}

bool JsonText::find_end_of_string(Token& token) {
  while (at_ != end_) {
    const text::Decoded next = text::decode(rest());
    if (next.point == '"') return true;
    if (!next.valid || next.point < ' ') return false;
    if (next.point == '\\') {
      token.plain = false;
      return find_closing_quote();
    }
    at_ += next.size;
    at_ += text::plain_prefix(rest());
  }
  return false;
}

bool JsonText::find_closing_quote() {
  for (; at_ != end_ && *at_ != '"'; ++at_) {
    if (*at_ == '\\' && ++at_ == end_) return false;
  }
  return at_ != end_;
}

bool JsonText::take_digits() {
  const char* const begin = at_;
  at_ = std::find_if_not(at_, end_, text::is_digit);
  return at_ != begin;
}

/// JSON forbids leading zeros: takes only the `0` of `01`.
bool JsonText::take_number(Token& token) {
  constexpr Place surely_in_range = 300;  // a double can hold any number this short
  token.begin = place();
  static_cast<void>(take("-"));
  if (!take("0") && !take_digits()) return false;
  if (take(".") && !take_digits()) return false;
  const bool has_exponent = take("e") || take("E");
  if (has_exponent) {
    if (!take("+")) static_cast<void>(take("-"));
    if (!take_digits()) return false;
  }
  token.size = place() - token.begin;
  token.plain = !has_exponent && token.size <= surely_in_range;
  return true;
}

}  // namespace certrenew
