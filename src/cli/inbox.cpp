#include "cli/inbox.hpp"

namespace certrenew {

bool Inbox::take(Item& item) {
  item.error.clear();
  for (;;) {
    if (lines_) {
      item.source = &sources_[next_source_ - 1];
      item.lines = true;
      const bool more = lines_->next(item.block);
      item.bytes = item.block.bytes();
      if (!more) item.error = lines_->error();
      if (!more) lines_.reset();
      if (!more && item.error.empty()) continue;
      item.number = next_number_++;
      return true;
    }
    if (next_source_ == sources_.size()) return false;
    item.source = &sources_[next_source_++];
    if (options_.is_ndjson(*item.source)) {
      lines_.emplace(*item.source, options_.first_line);
      continue;
    }
    item.lines = false;
    item.number = next_number_++;
    return true;
  }
}

}  // namespace certrenew
