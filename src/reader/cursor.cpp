#include "reader/cursor.hpp"

namespace certrenew {

void Cursor::leave_to_parser() {
  string_end_ = nullptr;
  quotes_ahead_ = 0;
  for (bool escaped = false; at_ != end_; ++at_) {
    if (*at_ == '"') ++quotes_ahead_;
    if (*at_ == '"' && !escaped) break;
    escaped = *at_ == '\\' && !escaped;
  }
  at_ = string_begin_;
}

}  // namespace certrenew
