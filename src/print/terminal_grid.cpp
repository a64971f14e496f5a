// Grids on a terminal.

#include <algorithm>
#include <string>
#include <vector>

#include "print/terminal.hpp"
#include "text/fit.hpp"
#include "text/utf8.hpp"

namespace certrenew::print {

namespace {

constexpr std::size_t gap = 2;  // columns between two cells

std::string in_capitals(std::string text) {
  for (char& c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return text;
}

std::string shown(const Column& column, const Cell& cell) {
  if (!cell.mark.empty()) return text::visible(cell.mark);
  return column.widest > 0 ? text::fitted(cell.text, column.widest) : text::visible(cell.text);
}

using Columns = std::vector<std::size_t>;

class GridPrinter {
 public:
  GridPrinter(Sink& sink, const Grid& grid, const Terminal& terminal)
      : sink_{sink}, grid_{grid}, terminal_{terminal} {
    for (std::size_t i = 0; i < grid.columns.size(); ++i) {
      (grid.columns[i].below ? below_ : beside_).push_back(i);
      titles_.push_back(title_of(i));
      widths_.push_back(grid.belongs_to_text ? 0 : text::display_width(titles_[i]));
    }
  }

  void print() {
    grid_.rows([&](const Row& row) {
      for (const std::size_t i : beside_) {
        widths_[i] = std::max(widths_[i], text::display_width(shown(grid_.columns[i], row[i])));
      }
    });
    bool first = true;
    for (const Columns& columns : divided()) {
      if (!first) sink_.text += '\n';
      first = false;
      print_part(columns);
    }
  }

 private:
  [[nodiscard]] bool is_repeated(std::size_t i) const {
    return grid_.repeated == 0 || i < grid_.repeated;
  }

  // The titles of labels are words. In a grid that may be divided the other columns stand for one
  // thing each, and its name is not ours to change.
  [[nodiscard]] std::string title_of(std::size_t i) const {
    const std::string& title = grid_.columns[i].title;
    return is_repeated(i) ? in_capitals(text::visible(title)) : text::fitted(title, widest_code);
  }

  /// Returns the columns of each part: all of them, or the repeated ones and as many others as fit.
  [[nodiscard]] std::vector<Columns> divided() const {
    Columns labels;
    std::size_t width_of_labels = margin_;
    std::vector<Columns> parts;
    std::size_t width = 0;
    for (const std::size_t i : beside_) {
      if (is_repeated(i)) {
        labels.push_back(i);
        width_of_labels += widths_[i] + gap;
        continue;
      }
      if (parts.empty() || width + widths_[i] > terminal_.width) {
        parts.push_back(labels);
        width = width_of_labels;
      }
      parts.back().push_back(i);
      width += widths_[i] + gap;
    }
    if (parts.empty()) parts.push_back(labels);
    return parts;
  }

  void print_part(const Columns& columns) {
    if (!grid_.belongs_to_text) {
      print_line(columns, [&](std::size_t i) { return Cell{titles_[i], Style::bold}; });
    }
    grid_.rows([&](const Row& row) {
      print_line(columns, [&](std::size_t i) {
        const Cell cell = row[i];
        return Cell{shown(grid_.columns[i], cell), cell.style};
      });
      print_below(row);
      sink_.drain_if_large();
    });
  }

  template <class CellOf>
  void print_line(const Columns& columns, const CellOf& cell_of) {
    std::size_t owed = margin_;  // spaces before the next text: none end a line
    for (const std::size_t i : columns) {
      const Cell cell = cell_of(i);
      if (cell.text.empty()) {
        owed += widths_[i] + gap;
        continue;
      }
      const std::size_t padding = widths_[i] - text::display_width(cell.text);
      const bool right = grid_.columns[i].align == Align::right;
      sink_.text.append(owed + (right ? padding : 0), ' ');
      append_styled(sink_.text, cell.text, cell.style, terminal_.colored);
      owed = (right ? 0 : padding) + gap;
    }
    sink_.text += '\n';
  }

  void print_below(const Row& row) {
    std::string words;
    for (const std::size_t i : below_) {
      const std::string cell = shown(grid_.columns[i], row[i]);
      if (!words.empty() && !cell.empty()) words += ": ";
      words += cell;
    }
    const std::size_t indented = margin_ + gap;
    const std::size_t room = terminal_.width > indented ? terminal_.width - indented : 1;
    for (const std::string& line : text::wrapped(words, room)) {
      sink_.text.append(indented, ' ');
      append_styled(sink_.text, line, Style::dim, terminal_.colored);
      sink_.text += '\n';
    }
  }

  Sink& sink_;
  const Grid& grid_;
  const Terminal& terminal_;
  const std::size_t margin_ = grid_.belongs_to_text ? 2 : 0;
  Columns beside_;  // those that have a column on the terminal
  Columns below_;   // those that stand below their row
  std::vector<std::string> titles_;
  std::vector<std::size_t> widths_;
};

}  // namespace

void append_grid(Sink& sink, const Grid& grid, const Terminal& terminal) {
  GridPrinter{sink, grid, terminal}.print();
}

}  // namespace certrenew::print
