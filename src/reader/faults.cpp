#include "reader/faults.hpp"

#include <algorithm>
#include <utility>

#include "text/utf8.hpp"

namespace certrenew {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

}  // namespace

LineCounter::LineCounter(std::string_view text) : text_{text} {
  if (text.starts_with(byte_order_mark)) at_ = line_begin_ = byte_order_mark.size();
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

std::size_t begin_of_token(std::string_view text, Place end) noexcept {
  constexpr std::string_view number = "0123456789+-.eE";
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz";
  if (end == 0) return 0;
  std::size_t begin = end - 1;
  const char last = text[begin];
  if (last == '"') {
    while (begin > 0) {
      begin = text.rfind('"', begin - 1);
      if (begin == std::string_view::npos) return 0;
      std::size_t backslashes = 0;
      while (backslashes < begin && text[begin - 1 - backslashes] == '\\') ++backslashes;
      if (backslashes % 2 == 0) break;
    }
    return begin;
  }
  const std::string_view family = letters.find(last) != std::string_view::npos ? letters : number;
  if (family.find(last) == std::string_view::npos) return begin;
  while (begin > 0 && family.find(text[begin - 1]) != std::string_view::npos) --begin;
  return begin;
}

void FaultList::add(std::size_t offset, std::string path, std::string message) {
  if (full()) {
    ++more_;
    return;
  }
  faults_.push_back({offset, std::move(path), std::move(message)});
}

Faults FaultList::finish(std::string_view text) {
  std::stable_sort(faults_.begin(), faults_.end(),
                   [](const Fault& a, const Fault& b) { return a.offset < b.offset; });
  Faults done{.first = {}, .more = more_};
  done.first.reserve(faults_.size());
  LineCounter lines{text};
  for (Fault& fault : faults_) {
    const auto [line, column] = lines.go_to(fault.offset);
    done.first.push_back({line, column, std::move(fault.path), std::move(fault.message)});
  }
  return done;
}

}  // namespace certrenew
