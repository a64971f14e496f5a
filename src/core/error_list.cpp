#include "core/error_list.hpp"

#include <algorithm>
#include <utility>

#include "text/scan.hpp"
#include "text/utf8.hpp"

namespace certrenew {

LineCounter::LineCounter(std::string_view text) : text_{text} {
  at_ = line_begin_ = text::size_of_mark(text);
}

Position LineCounter::go_to(std::size_t offset) {
  offset = std::max(std::min(offset, text_.size()), line_begin_);
  for (; at_ < offset; ++at_) {
    if (text_[at_] != '\n') continue;
    ++position_.line;
    line_begin_ = counted_ = at_ + 1;
    position_.column = 1;
  }
  counted_ = std::max(counted_, line_begin_);
  position_.column +=
      static_cast<std::uint32_t>(text::count_characters(text_.substr(counted_, offset - counted_)));
  counted_ = offset;
  return position_;
}

void ErrorList::add(std::size_t offset, std::string path, std::string message) {
  if (!keeps(offset)) {
    ++more_;
    return;
  }
  errors_.push_back({offset, std::move(path), std::move(message)});
  if (errors_.size() % most == 0) sort_and_trim();
}

void ErrorList::sort_and_trim() {
  std::stable_sort(errors_.begin(), errors_.end(),
                   [](const Found& a, const Found& b) { return a.offset < b.offset; });
  if (errors_.size() < most) return;
  more_ += errors_.size() - most;
  errors_.resize(most);
  limit_ = errors_.back().offset;
}

Errors ErrorList::finish(std::string_view text) {
  sort_and_trim();
  Errors done{.listed = {}, .more = more_};
  done.listed.reserve(errors_.size());
  LineCounter lines{text};
  for (Found& one : errors_) {
    const Position position = text.empty() ? Position{0, 0} : lines.go_to(one.offset);
    done.listed.push_back({position, std::move(one.path), std::move(one.message)});
  }
  return done;
}

}  // namespace certrenew
