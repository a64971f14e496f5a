#include "cli/batch_input.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

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
  std::string& text = item.text = std::exchange(rest_, {});
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
  } else if (!ended_ || !file_.error().empty()) {
    if (!ended_) rest_.assign(text, complete);
    text.resize(complete);
  }
  item.error = file_.error();
  return !text.empty() || !item.error.empty();
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

std::optional<BatchItem> BatchInput::take() {
  const std::scoped_lock lock{mutex_};
  BatchItem item;
  while (!roster_ || !roster_->next(item)) {
    roster_.reset();
    item = {};
    if (next_source_ == sources_.size()) return std::nullopt;
    const std::string& source = sources_[next_source_++];
    if (!options_.is_roster(source)) break;
    roster_.emplace(source, options_.first_line);
  }
  item.number = taken_++;
  item.source = &sources_[next_source_ - 1];
  item.is_block = roster_.has_value();
  if (!item.error.empty()) roster_.reset();
  return item;
}

}  // namespace certrenew::cli
