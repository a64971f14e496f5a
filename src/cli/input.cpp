#include "cli/input.hpp"

#include <algorithm>
#include <cstddef>
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

/// Searches for the ends of lines, which is many times faster than comparing every byte.
std::size_t count_lines(std::string_view text) {
  std::size_t lines = 0;
  for (std::size_t end = text.find('\n'); end != std::string_view::npos;
       end = text.find('\n', end + 1)) {
    ++lines;
  }
  return lines;
}

}  // namespace

File::File(const std::string& name)
    : descriptor_{name == "-" ? platform::standard_input : platform::open_to_read(name)} {
  if (descriptor_ < 0) error_ = platform::last_failure();
}

File::~File() {
  if (descriptor_ > platform::standard_input) platform::close(descriptor_);
}

bool File::append_to(std::string& text, std::size_t most) {
  if (!error_.empty()) return false;
  const std::size_t old = text.size();
  text.resize(old + most);
  const std::ptrdiff_t got = platform::read(descriptor_, {text.data() + old, most});
  if (got < 0) error_ = platform::last_failure();
  text.resize(old + static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, got)));
  return got > 0;
}

std::string File::read_all(std::size_t most) {
  constexpr std::size_t first = 4096;  // most logs fit in it; the pieces of longer ones double
  std::string text;
  while (text.size() <= most &&
         append_to(text, std::min(std::max(text.size(), first), most + 1 - text.size()))) {
  }
  return text;
}

bool File::is_ready() const { return platform::has_input(descriptor_); }

std::optional<BatchItem> BatchInput::take() {
  const std::scoped_lock lock{mutex_};
  BatchItem item;
  do {
    if (!roster_) {
      if (next_source_ == sources_.size()) return std::nullopt;
      const std::string& source = sources_[next_source_++];
      if (options_.is_roster(source)) roster_.emplace(source);
      line_ = options_.first_line;
    }
    item = {.source = &sources_[next_source_ - 1], .is_block = roster_.has_value()};
    if (item.is_block) read_block(item);
  } while (item.is_block && item.text.empty() && item.error.empty());
  item.number = taken_++;
  return item;
}

/// Reads a block; nothing where the roster has ended. Closes the roster at its end.
void BatchInput::read_block(BatchItem& item) {
  std::string& text = item.text = std::exchange(rest_, {});
  std::size_t complete = end_of_lines(text, 0);
  bool ended = false;
  while (!ended && text.size() < most_bytes &&
         (complete == 0 || (text.size() < usual_bytes && roster_->is_ready()))) {
    const std::size_t old = text.size();
    ended = !roster_->append_to(text, std::min(usual_bytes, most_bytes - old));
    complete = std::max(complete, end_of_lines(text, old));
  }
  item.first_line = line_;
  item.lines = count_lines(text);
  line_ += static_cast<std::int64_t>(item.lines);
  if (complete == 0 && text.size() == most_bytes) {
    ended = !skip_line();
  } else if (!ended || !roster_->error().empty()) {
    if (!ended) rest_.assign(text, complete);
    text.resize(complete);
  }
  if (!ended) return;
  item.error = roster_->error();
  roster_.reset();
}

/// Passes over the rest of a line that is too long. Returns false where the roster ends with it.
bool BatchInput::skip_line() {
  ++line_;
  while (roster_->append_to(rest_, usual_bytes)) {
    const std::size_t end = rest_.find('\n');
    if (end == std::string::npos) {
      rest_.clear();
      continue;
    }
    rest_.erase(0, end + 1);
    return true;
  }
  return false;
}

}  // namespace certrenew::cli
