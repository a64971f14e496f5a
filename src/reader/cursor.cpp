#include "reader/cursor.hpp"

#include "text/utf8.hpp"

namespace certrenew {

bool Cursor::go_to_end_of_string() {
  while (at_ != end_) {
    const std::string_view rest{at_, static_cast<std::size_t>(end_ - at_)};
    const text::Decoded next = text::decode(rest);
    if (next.point == '"') return true;
    if (!next.valid || next.point < ' ' || next.point == '\\') return false;
    at_ += next.size;
    at_ += text::plain_prefix(rest.substr(next.size));
  }
  return false;
}

void Cursor::leave_to_parser() {
  const std::string_view text{string_begin_, static_cast<std::size_t>(end_ - string_begin_)};
  string_end_ = nullptr;
  quotes_ahead_ = 0;
  at_ = string_begin_;
  for (std::size_t quote = text.find('"'); quote != std::string_view::npos;
       quote = text.find('"', quote + 1)) {
    ++quotes_ahead_;
    std::size_t backslashes = 0;
    while (backslashes < quote && text[quote - 1 - backslashes] == '\\') ++backslashes;
    if (backslashes % 2 == 0) break;  // not escaped
  }
}

}  // namespace certrenew
