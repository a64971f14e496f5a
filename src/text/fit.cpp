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

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  std::string line;
  Columns columns;  // of the line
  const auto append = [&](std::string_view part) {
    line += part;
    columns.add(part);
  };
  const auto end_line = [&] {
    lines.push_back(std::exchange(line, {}));
    columns.clear();
  };
  const auto has_room_for = [&](std::size_t more) {
    return columns.taken() == 0 || columns.taken() + more <= width;
  };
  while (!text.empty()) {
    std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(word.size() + 1, text.size()));
    if (!has_room_for(1 + display_width(word))) end_line();
    if (columns.taken() > 0) append(" ");
    while (!word.empty()) {
      const std::string_view character = word.substr(0, decode(word).size);
      if (!has_room_for(display_width(character))) end_line();
      append(character);
      word.remove_prefix(character.size());
    }
  }
  if (!line.empty()) end_line();
  return lines;
}

std::string grouped(std::string number) {
  const std::size_t whole = std::min(number.find('.'), number.size());
  for (std::size_t i = whole; i > 3; i -= 3) number.insert(i - 3, 1, ',');
  return number;
}

}  // namespace certrenew::text
