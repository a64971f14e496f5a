// A report as people read it: titles, headings, texts, lists, grids and remarks. A report calls a
// Document, part by part; terminal, markdown and HTML are Documents that know no report.
//
// All texts may come from a log: each writer makes them harmless for where they go. Nothing of a
// Document stands in memory: what is long is handed over as a function that walks it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "certrenew/cycle.hpp"
#include "certrenew/log.hpp"
#include "print/sink.hpp"

namespace certrenew::print {

/// How a text looks where there are colours.
enum class Style : std::uint8_t { plain, bold, dim, green, yellow, red, cyan };

/// The colour of a status.
constexpr Style style_of(Status status) {
  switch (status) {
    case Status::upcoming: return Style::cyan;
    case Status::active: return Style::green;
    case Status::suspended: return Style::yellow;
    case Status::expired: return Style::red;
  }
  return Style::plain;
}

/// Appends `text`, with the escape sequences of `style` if `colored`.
void append_styled(std::string& out, std::string_view text, Style style, bool colored);

/// Appends the entries of a legend, `* used`, as many to a line of `width` columns as it has room
/// for.
void append_legend(std::string& out, const std::vector<std::string>& entries, std::size_t width);

enum class Align : std::uint8_t { left, right };

/// How much of a code, and of a line of text, a terminal shows.
inline constexpr std::size_t widest_code = 24;
inline constexpr std::size_t widest_line = 76;

/// A column of a grid.
struct Column {
  std::string title;  ///< as in a sentence: `Exam from`
  Align align = Align::left;
  std::size_t widest = 0;  ///< how much of a cell a terminal shows, in its columns; 0: all
  /// On a terminal it has no column: its cells stand below their row, in as many lines as they
  /// take. Where a row has several such cells they stand in one text, separated by `: `.
  bool below = false;
};

/// What stands where a row and a column meet.
struct Cell {
  std::string text;
  Style style = Style::plain;
  /// What a terminal shows in its place, if it is not empty: `*`, or a title in quotes.
  std::string mark{};
};

/// The cells of a row, one for each column. They are made when a writer asks for them: of a wide
/// grid a terminal shows some columns at a time.
class Row {
 public:
  using CellOf = std::function<Cell(std::size_t)>;

  Row(std::initializer_list<Cell> cells) : Row{std::vector<Cell>{cells}} {}
  explicit Row(std::vector<Cell> cells)
      : cell_of_{[cells = std::move(cells)](std::size_t column) { return cells[column]; }} {}
  explicit Row(CellOf cell_of) : cell_of_{std::move(cell_of)} {}

  Cell operator[](std::size_t column) const { return cell_of_(column); }

 private:
  CellOf cell_of_;
};

/// A table. See rows_of().
struct Grid {
  std::string caption;  ///< what it shows, for those who cannot see it; not empty
  std::vector<Column> columns;
  /// Calls its argument with each row; called once or several times, with the same rows each time.
  std::function<void(const std::function<void(const Row&)>&)> rows;
  /// Where a terminal has no room for all columns, the first so many stand again before the rest in
  /// a further table. The titles of the rest are names, which a terminal shows as they are, not in
  /// capitals. 0: the table is not divided.
  std::size_t repeated = 0;
  /// Whether it belongs to the text above it: a terminal indents it, and leaves out its titles.
  bool belongs_to_text = false;
  /// What the marks of its cells mean: `* used`. Only a terminal shows marks.
  std::vector<std::string> legend{};
};

/// The rows of a grid: what `row_of` makes of each element of `list`, which must outlive the grid.
template <class List, class RowOf>
auto rows_of(const List& list, const RowOf& row_of) {
  return [&list, row_of](const std::function<void(const Row&)>& add) {
    for (const auto& one : list) add(row_of(one));
  };
}

/// A line about something that stands in the log, as compilers print them.
struct RemarkLine {
  std::string_view source{};                  ///< the log: `log.json`, `-`; empty: no log
  std::string origin;                         ///< for people: `log.json`, `roster.ndjson:17`
  Position position{.line = 0, .column = 0};  ///< where it stands in the source; line 0: nowhere
  std::string subject{};                      ///< `ACP-620: activities[3]`; may be empty
  std::string_view kind{};                    ///< `suspends-soon`; may be empty
  std::string message;
  Style style = Style::yellow;  ///< of the kind
  bool is_error = false;        ///< whether GitHub shows an error, or a warning
};

/// What a terminal is like.
struct Terminal {
  bool colored = false;
  std::size_t width = 80;  ///< columns
  bool ascii = false;      ///< only pictures look at it: whether they do without Unicode
};

/// What a report is written to. A writer that does not override a part leaves it out.
class Document {
 public:
  virtual ~Document() = default;

  /// Whose log it is (may be empty), and which, and as of when: once, before everything else.
  virtual void title(std::string_view /*who*/, std::string_view /*origin*/) {}
  /// A heading of a part, and what stands beside it (may be empty): `ACP-620`, `Jira for Cloud`.
  virtual void heading(std::string_view /*text*/, std::string_view /*beside*/ = {}) {}
  /// A paragraph.
  virtual void text(std::string_view /*text*/, Style /*style*/ = Style::plain) {}
  virtual void list(const std::vector<std::string>& /*items*/) {}
  virtual void grid(const Grid& /*grid*/) {}
  /// A picture, which only HTML shows: `svg` writes an `<svg>` element.
  virtual void picture(const std::function<void(Sink&)>& /*svg*/) {}
  /// A part of a page: a heading, and sentences. A terminal leaves it out, because the sentences
  /// also go to standard error.
  virtual void aside(std::string_view title, const std::vector<std::string>& items) {
    heading(title, {});
    list(items);
  }
  virtual void remark(const RemarkLine& line) = 0;
};

}  // namespace certrenew::print
