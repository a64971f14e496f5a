#include "text/fit.hpp"

#include <algorithm>
#include <utility>

#include "text/plain.hpp"
#include "text/utf8.hpp"

namespace certrenew::text {

std::string fitted(std::string_view text, std::size_t width) {
  if (text.size() <= width && plain_prefix(text) == text.size()) return std::string{text};
  const std::size_t most_bytes = width * 8;  // a text may hold any number of combining characters
  std::string shown;
  std::size_t cut = 0;  // where the ellipsis goes if the rest does not fit
  Columns columns;
  while (!text.empty()) {
    const std::size_t begin = shown.size();
    const std::size_t size = decode(text).size;
    append_visible(shown, text.substr(0, size));
    text.remove_prefix(size);
    columns.add(std::string_view{shown}.substr(begin));
    if (columns.taken() > width || shown.size() > most_bytes) {
      shown.resize(cut);
      return shown + "…";
    }
    if (columns.taken() < width) cut = shown.size();
  }
  return shown;
}

namespace {

/// Fills lines with words.
class Lines {
 public:
  explicit Lines(std::size_t width) : width_{width} {}

  void add(std::string_view word) {
    if (taken_.taken() > 0) {
      if (taken_.taken() + 1 + display_width(word) > width_) {
        end_line();
      } else {
        append(" ");
      }
    }
    while (!word.empty()) {
      const std::string_view character = word.substr(0, decode(word).size);
      if (taken_.taken() > 0 && taken_.taken() + display_width(character) > width_) end_line();
      append(character);
      word.remove_prefix(character.size());
    }
  }

  std::vector<std::string> finish() {
    if (!line_.empty()) end_line();
    return std::move(lines_);
  }

 private:
  void append(std::string_view text) {
    line_ += text;
    taken_.add(text);
  }
  void end_line() {
    lines_.push_back(std::exchange(line_, {}));
    taken_.clear();
  }

  std::size_t width_;
  std::string line_;
  Columns taken_;  // by the line
  std::vector<std::string> lines_;
};

}  // namespace

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  Lines lines{width};
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    lines.add(word);
    text.remove_prefix(std::min(word.size() + 1, text.size()));
  }
  return lines.finish();
}

}  // namespace certrenew::text
