// Reports on a terminal: colours, aligned columns, wrapped lines.
//
// An empty line stands between two parts, except
//   - between a heading and the text below it,
//   - between a text and the indented grid below it, which belongs to the text,
//   - between a grid that is not indented and the texts below it, which explain the grid,
//   - between two remarks.
#include <algorithm>
#include <array>

#include "print/formats.hpp"
#include "text/fit.hpp"
#include "text/utf8.hpp"

namespace certrenew::print {

namespace {

constexpr std::size_t widest_title = 240;  // three lines of most terminals
constexpr std::size_t gap = 2;             // columns between two cells

/// Appends visible `text` in as many lines as it takes, each after so many spaces.
void append_wrapped(Sink& sink, std::string_view text, Style style, const Terminal& terminal,
                    std::size_t indent = 0) {
  const std::size_t room = terminal.width > indent ? terminal.width - indent : 1;
  for (const std::string& line : text::wrapped(text, room)) {
    sink.text.append(indent, ' ');
    append_styled(sink.text, line, style, terminal.colored);
    sink.text += '\n';
  }
}

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

/// Prints a grid, aligned by display width. Walks its rows once to measure the columns, and once
/// more to print each part that it must be divided into.
class GridPrinter {
 public:
  GridPrinter(Sink& sink, const Grid& grid, const Terminal& terminal)
      : sink_{sink}, grid_{grid}, terminal_{terminal} {
    for (std::size_t i = 0; i < grid.columns.size(); ++i) {
      const Column& column = grid.columns[i];
      const bool is_label = grid.repeated == 0 || i < grid.repeated;
      (column.below ? below_ : is_label ? labels_ : others_).push_back(i);
      titles_.push_back(is_label ? in_capitals(text::visible(column.title))
                                 : text::fitted(column.title, widest_code));
      widths_.push_back(grid.belongs_to_text ? 0 : text::display_width(titles_[i]));
    }
  }

  void print() {
    grid_.rows([&](const Row& row) {
      for (std::size_t i = 0; i < widths_.size(); ++i) {
        const Column& column = grid_.columns[i];
        if (column.below) continue;
        widths_[i] = std::max(widths_[i], text::display_width(shown(column, row[i])));
      }
    });
    std::size_t width_of_labels = margin_;
    for (const std::size_t i : labels_) width_of_labels += widths_[i] + gap;
    Columns part = labels_;
    std::size_t width = width_of_labels;
    for (const std::size_t i : others_) {
      if (part.size() > labels_.size() && width + widths_[i] > terminal_.width) {
        print_part(part);
        sink_.text += '\n';
        part = labels_;
        width = width_of_labels;
      }
      part.push_back(i);
      width += widths_[i] + gap;
    }
    print_part(part);
  }

 private:
  using Columns = std::vector<std::size_t>;

  void print_part(const Columns& columns) {
    const Row titles{[&](std::size_t i) { return Cell{{}, Style::bold, titles_[i]}; }};
    if (!grid_.belongs_to_text) print_line(columns, titles);
    grid_.rows([&](const Row& row) {
      print_line(columns, row);
      print_below(row);
      sink_.drain_if_large();
    });
  }

  void print_line(const Columns& columns, const Row& row) {
    std::size_t owed = margin_;  // spaces before the next text: none end a line
    for (const std::size_t i : columns) {
      const Cell cell = row[i];
      const std::string text = shown(grid_.columns[i], cell);
      if (text.empty()) {
        owed += widths_[i] + gap;
        continue;
      }
      const std::size_t padding = widths_[i] - text::display_width(text);
      const bool right = grid_.columns[i].align == Align::right;
      sink_.text.append(owed + (right ? padding : 0), ' ');
      append_styled(sink_.text, text, cell.style, terminal_.colored);
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
    append_wrapped(sink_, words, Style::dim, terminal_, margin_ + gap);
  }

  Sink& sink_;
  const Grid& grid_;
  const Terminal& terminal_;
  const std::size_t margin_ = grid_.belongs_to_text ? 2 : 0;
  Columns labels_;  // stand in each part
  Columns others_;
  Columns below_;  // stand below their row
  std::vector<std::string> titles_;
  std::vector<std::size_t> widths_;
};

class TerminalDocument final : public Document {
 public:
  TerminalDocument(Sink& sink, const Terminal& terminal) : sink_{sink}, terminal_{terminal} {}

  // NOLINTNEXTLINE(bugprone-easily-swappable-parameters): in reading order
  void title(std::string_view who, std::string_view origin) override {
    begin(Part::other);
    if (!who.empty()) {
      append_bold(text::fitted(who, widest_title));
      sink_.text += '\n';
    }
    sink_.text += text::fitted(origin, widest_title) + '\n';
  }

  // NOLINTNEXTLINE(bugprone-easily-swappable-parameters): in reading order
  void heading(std::string_view text, std::string_view beside) override {
    begin(Part::heading);
    append_bold(text::fitted(text, beside.empty() ? widest_line : widest_code));
    if (!beside.empty()) sink_.text += "  " + text::fitted(beside, widest_line - widest_code);
    sink_.text += '\n';
  }

  void text(std::string_view text, Style style) override {
    begin(Part::text);
    append_wrapped(sink_, text::visible(text), style, terminal_);
  }

  void list(const std::vector<std::string>& items) override {
    begin(Part::other);
    for (const std::string& item : items) {
      append_wrapped(sink_, text::visible(item), Style::plain, terminal_);
    }
  }

  void grid(const Grid& grid) override {
    begin(grid.belongs_to_text ? Part::indented_grid : Part::grid);
    GridPrinter{sink_, grid, terminal_}.print();
    if (grid.legend.empty()) return;
    begin(Part::other);
    append_legend(sink_.text, grid.legend, terminal_.width);
  }

  void aside(std::string_view /*title*/, const std::vector<std::string>& /*items*/) override {}

  void remark(const RemarkLine& line) override {
    begin(Part::remark);
    append_remark(sink_.text, line, terminal_.colored);
  }

 private:
  enum class Part : std::uint8_t { none, text, heading, grid, indented_grid, remark, other };

  void begin(Part part) {
    const bool belongs_to_last = last_ == Part::none ||
                                 (last_ == Part::heading && part == Part::text) ||
                                 (last_ == Part::text && part == Part::indented_grid) ||
                                 (last_ == Part::grid && part == Part::text) ||
                                 (last_ == Part::remark && part == Part::remark);
    if (!belongs_to_last) sink_.text += '\n';
    // Another text below it explains the grid, too.
    if (last_ != Part::grid || part != Part::text) last_ = part;
    sink_.drain_if_large();
  }

  void append_bold(const std::string& text) {
    append_styled(sink_.text, text, Style::bold, terminal_.colored);
  }

  Sink& sink_;
  const Terminal& terminal_;
  Part last_ = Part::none;
};

}  // namespace

void append_styled(std::string& out, std::string_view text, Style style, bool colored) {
  /// The parameter of the escape sequence of each style.
  constexpr std::array<std::string_view, 7> codes{"", "1", "2", "32", "33", "31", "36"};
  if (!colored || style == Style::plain) {
    out += text;
    return;
  }
  out.append("\x1b[").append(codes.at(static_cast<std::size_t>(style))).append("m");
  out.append(text).append("\x1b[0m");
}

void append_legend(std::string& out, const std::vector<std::string>& entries, std::size_t width) {
  constexpr std::string_view between = "   ";
  std::string line;
  for (const std::string& entry : entries) {
    const std::string shown = text::visible(entry);
    const std::size_t taken =
        text::display_width(line) + between.size() + text::display_width(shown);
    if (!line.empty() && taken > width) {
      out += line + '\n';
      line.clear();
    }
    if (!line.empty()) line += between;
    line += shown;
  }
  out += line + '\n';
}

void append_remark(std::string& out, const RemarkLine& line, bool colored) {
  text::append_visible(out, line.origin);
  out += ": ";
  text::append_visible(out, line.subject);
  if (!line.subject.empty()) out += ": ";
  append_styled(out, line.kind, line.kind.empty() ? Style::plain : line.style, colored);
  if (!line.kind.empty()) out += ": ";
  text::append_visible(out, line.message);
  out += '\n';
}

Printer table_printer(const Frame& frame, const Terminal& terminal) {
  return {.print = printing_with<TerminalDocument>(terminal),
          .separator = frame.is_list() ? "" : "\n",
          .is_for_people = true};
}

}  // namespace certrenew::print
