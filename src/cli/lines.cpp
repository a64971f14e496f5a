#include "cli/lines.hpp"

#include <algorithm>
#include <cstring>

namespace certrenew {

namespace {

constexpr std::size_t usual_bytes = std::size_t{256} * 1024;

/// Where the last line that is whole ends in `text`; 0 where none is.
std::size_t end_of_whole_lines(std::string_view text) {
  const std::size_t last = text.rfind('\n');
  return last == std::string_view::npos ? 0 : last + 1;
}

}  // namespace

std::string_view Block::line(std::size_t index) const {
  const std::size_t begin = index == 0 ? 0 : ends_[index - 1];
  std::string_view text{memory_.get() + begin, ends_[index] - begin};
  if (text.ends_with('\n')) text.remove_suffix(1);
  if (text.ends_with('\r')) text.remove_suffix(1);
  return text;
}

bool Lines::next(Block& block) {
  block.ends_.clear();
  block.first_line_ = line_;
  block.overlong_ = false;
  const std::size_t size = fill(block);
  const std::string_view text{block.memory_.get(), size};
  const std::size_t whole = end_of_whole_lines(text);
  if (whole == 0 && size > most_line_bytes + 1) return skip_line(block);
  const bool all = ended_ && error().empty();
  rest_.assign(all ? std::string_view{} : text.substr(whole));
  cut(block, all ? size : whole);
  return !block.ends_.empty();
}

/// Reads until there are whole lines and no more is ready, or a line is too long; how much there
/// is.
std::size_t Lines::fill(Block& block) {
  std::size_t size = 0;
  const auto make_room = [&](std::size_t capacity) {
    if (capacity <= block.capacity_) return;
    auto larger = std::make_unique_for_overwrite<char[]>(capacity);
    std::copy_n(block.memory_.get(), size, larger.get());
    block.memory_ = std::move(larger);
    block.capacity_ = capacity;
  };
  make_room(std::max(usual_bytes, rest_.size()));
  std::copy(rest_.begin(), rest_.end(), block.memory_.get());
  size = rest_.size();
  bool any_whole = end_of_whole_lines(rest_) > 0;
  while (!ended_ && !(any_whole && (size >= usual_bytes || !file_.is_ready()))) {
    if (size > most_line_bytes + 1) break;  // with a CR
    if (size == block.capacity_) make_room(std::min(2 * size, most_line_bytes + 2));
    const std::size_t got = file_.read(block.memory_.get() + size, block.capacity_ - size);
    ended_ = got == 0;
    any_whole = any_whole || end_of_whole_lines({block.memory_.get() + size, got}) > 0;
    size += got;
  }
  return size;
}

/// Finds the lines in the first `size` bytes.
void Lines::cut(Block& block, std::size_t size) {
  const char* const text = block.memory_.get();
  for (std::size_t at = 0; at < size;) {
    const void* const found = std::memchr(text + at, '\n', size - at);
    at = found == nullptr ? size
                          : static_cast<std::size_t>(static_cast<const char*>(found) - text) + 1;
    block.ends_.push_back(at);
  }
  block.bytes_ = size;
  line_ += static_cast<std::int64_t>(block.ends_.size());
}

/// Passes over a line that is too long, of which the block is full.
bool Lines::skip_line(Block& block) {
  block.overlong_ = true;
  block.ends_.push_back(0);
  block.bytes_ = block.capacity_;
  rest_.clear();
  while (!ended_) {
    const std::size_t got = file_.read(block.memory_.get(), block.capacity_);
    ended_ = got == 0;
    const std::string_view text{block.memory_.get(), got};
    const std::size_t end = text.find('\n');
    block.bytes_ += std::min(end, got);
    if (end == std::string_view::npos) continue;
    rest_.assign(text.substr(end + 1));
    break;
  }
  ++line_;
  return true;
}

}  // namespace certrenew
