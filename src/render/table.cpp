#include "render/table.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace certrenew {

namespace {

std::string_view code_of(Style style) {
  switch (style) {
    case Style::plain: return {};
    case Style::bold: return "1";
    case Style::dim: return "2";
    case Style::red: return "31";
    case Style::green: return "32";
    case Style::yellow: return "33";
    case Style::cyan: return "36";
  }
  return {};
}

}  // namespace

void append_styled(std::string& out, std::string_view text, Style style, bool colored) {
  const std::string_view code = code_of(style);
  if (!colored || code.empty()) {
    out += text;
    return;
  }
  out += "\x1b[";
  out += code;
  out += 'm';
  out += text;
  out += "\x1b[0m";
}

std::string fitted(std::string_view text, std::size_t width) {
  // A character that takes no column could come without end: 8 bytes a column are plenty.
  std::string whole = text::visible(text.substr(0, (width + 1) * 8));
  if (whole.size() <= width || (text::display_width(whole) <= width && text.size() <= width * 8)) {
    return whole;
  }
  std::string cut;
  std::string_view rest = whole;
  while (!rest.empty()) {
    const std::size_t size = text::decode(rest).size;
    if (text::display_width(cut) + text::display_width(rest.substr(0, size)) + 1 > width) break;
    cut += rest.substr(0, size);
    rest.remove_prefix(size);
  }
  return cut + "…";
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  std::string line;
  std::size_t taken = 0;  // columns of the line
  const auto end_line = [&] {
    lines.push_back(std::move(line));
    line.clear();
    taken = 0;
  };
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    const std::size_t columns = text::display_width(word);
    if (taken > 0 && taken + 1 + columns > width) end_line();
    if (taken > 0) {
      line += ' ';
      ++taken;
    }
    for (std::string_view rest = word; !rest.empty();) {
      const std::string_view character = rest.substr(0, text::decode(rest).size);
      const std::size_t needed = text::display_width(character);
      if (taken > 0 && taken + needed > width) end_line();
      line += character;
      taken += needed;
      rest.remove_prefix(character.size());
    }
    text.remove_prefix(std::min(word.size() + 1, text.size()));
  }
  if (!line.empty()) end_line();
  return lines;
}

void Table::add(std::vector<Cell> cells, std::vector<std::string> below) {
  rows_.push_back({std::move(cells), std::move(below)});
}

void Table::render(std::string& out, bool colored) const {
  std::vector<std::size_t> widths(columns_.size());
  std::vector<Cell> titles;
  bool titled = false;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    widths[i] = text::display_width(columns_[i].title);
    titled = titled || widths[i] > 0;
    for (const Row& row : rows_) {
      widths[i] = std::max(widths[i], text::display_width(row.cells[i].text));
    }
    titles.push_back({std::string{columns_[i].title}, Style::bold});
  }
  if (titled) render_row(out, titles, widths, colored);
  for (const Row& row : rows_) {
    render_row(out, row.cells, widths, colored);
    for (const std::string& line : row.below) {
      out.append(indentation_ + 2, ' ');
      append_styled(out, line, Style::dim, colored);
      out += '\n';
    }
  }
}

void Table::render_row(std::string& out, const std::vector<Cell>& cells,
                       const std::vector<std::size_t>& widths, bool colored) const {
  std::size_t owed = indentation_;  // spaces before the next text: none at the end of a line
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::size_t padding = widths[i] - text::display_width(cells[i].text);
    const bool right = columns_[i].align == Align::right;
    if (!cells[i].text.empty()) {
      out.append(owed + (right ? padding : 0), ' ');
      append_styled(out, cells[i].text, cells[i].style, colored);
      owed = (right ? 0 : padding) + 2;
    } else {
      owed += widths[i] + 2;
    }
  }
  out += '\n';
}

}  // namespace certrenew
