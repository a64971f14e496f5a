#include "cli/batch_input.hpp"

#include <algorithm>
#include <string_view>

namespace certrenew::cli {

namespace {

constexpr std::size_t usual_bytes = std::size_t{256} * 1024;
constexpr std::size_t most_bytes = most_line_bytes + 2;  // a line of that length may end in CR LF

/// Where the last complete line of `text` ends; 0 where there is none at or behind `from`.
std::size_t end_of_lines(std::string_view text, std::size_t from) {
  const std::size_t last = text.substr(from).rfind('\n');
  return last == std::string_view::npos ? 0 : from + last + 1;
}

}  // namespace

bool LineReader::next(BatchItem& item) {
  std::string& text = item.text;
  if (text.capacity() > 4 * usual_bytes) text = {};  // gives back what a long line took
  text = rest_;
  rest_.clear();
  std::size_t complete = end_of_lines(text, 0);
  while (!ended_ && text.size() < most_bytes &&
         (complete == 0 || (text.size() < usual_bytes && file_.is_ready()))) {
    const std::size_t old = text.size();
    ended_ = !file_.append_to(text, std::min(usual_bytes, most_bytes - old));
    complete = std::max(complete, end_of_lines(text, old));
  }
  item.first_line = line_;
  item.lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
  line_ += static_cast<std::int64_t>(item.lines);
  if (complete == 0 && text.size() == most_bytes) {
    skip_line();
  } else if (!ended_ || !error().empty()) {
    rest_.assign(text, complete);
    text.resize(complete);
  }
  return !text.empty();
}

/// Passes over the rest of a line that is too long.
void LineReader::skip_line() {
  ++line_;
  while (!ended_) {
    rest_.clear();
    ended_ = !file_.append_to(rest_, usual_bytes);
    const std::size_t end = rest_.find('\n');
    if (end == std::string::npos) continue;
    rest_.erase(0, end + 1);
    return;
  }
}

bool BatchInput::take(BatchItem& item) {
  const std::scoped_lock lock{mutex_};
  while (!roster_ || !take_block(item)) {
    if (next_source_ == sources_.size()) return false;
    item = {.source = &sources_[next_source_++]};
    item.is_block = options_.is_ndjson(*item.source);
    if (!item.is_block) break;
    roster_.emplace(*item.source, options_.first_line);
  }
  item.number = taken_++;
  return true;
}

/// Takes a block of the roster. Returns false where there is neither a block nor an error to
/// report.
bool BatchInput::take_block(BatchItem& item) {
  item.source = &sources_[next_source_ - 1];
  item.is_block = true;
  item.error.clear();
  if (roster_->next(item)) return true;
  item.error = roster_->error();
  roster_.reset();
  return !item.error.empty();
}

}  // namespace certrenew::cli
