#include "read/cursor.hpp"

#include "text/plain.hpp"
#include "text/utf8.hpp"

namespace certrenew {

void Cursor::start_string() {
  string_begin_ = at_;
  at_ += text::plain_prefix({at_, static_cast<std::size_t>(end_ - at_)});
  const bool ends_here = at_ != end_ && *at_ == '"';
  if (!ends_here && !find_end_of_string()) return show_whole_string();
  plain_end_ = at_;
  skipped_ += static_cast<std::size_t>(at_ - string_begin_);
  quotes_to_pass_ = 1;
}

bool Cursor::find_end_of_string() {
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

void Cursor::show_whole_string() {
  const std::string_view text{string_begin_, static_cast<std::size_t>(end_ - string_begin_)};
  plain_end_ = nullptr;
  quotes_to_pass_ = 0;
  at_ = string_begin_;
  for (std::size_t quote = text.find('"'); quote != std::string_view::npos;
       quote = text.find('"', quote + 1)) {
    ++quotes_to_pass_;
    std::size_t backslashes = 0;
    while (backslashes < quote && text[quote - 1 - backslashes] == '\\') ++backslashes;
    const bool escaped = backslashes % 2 != 0;
    if (!escaped) break;
  }
}

}  // namespace certrenew
