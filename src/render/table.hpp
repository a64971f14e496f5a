// Tables for terminals: columns aligned by display width.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace certrenew {

enum class Style : std::uint8_t { plain, bold, dim, green, yellow, red, cyan };

/// What is written on: a terminal, or something without colours.
struct Paper {
  bool colored = false;
  std::size_t width = 80;  ///< columns
};

/// Appends `text`, in a style where `colored`.
void append_styled(std::string& out, std::string_view text, Style style, bool colored);

/// `text` made visible, cut to `width` columns; what is cut off is shown by an ellipsis.
std::string fitted(std::string_view text, std::size_t width);

/// `text`, which is visible already, in lines of at most `width` columns, broken at spaces.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

class Table {
 public:
  enum class Align : std::uint8_t { left, right };
  struct Column {
    std::string_view title;
    Align align = Align::left;
  };
  struct Cell {
    std::string text;  ///< visible already
    Style style = Style::plain;
  };

  explicit Table(std::vector<Column> columns) : columns_{std::move(columns)} {}

  /// A row with one cell a column, and lines to stand below it across the columns.
  void add(std::vector<Cell> cells, std::vector<std::string> below = {});
  /// Moves everything to the right by so many columns.
  void indent(std::size_t columns) { indentation_ = columns; }

  /// The titles, unless all are empty, and the rows.
  void render(std::string& out, bool colored) const;

 private:
  struct Row {
    std::vector<Cell> cells;
    std::vector<std::string> below;
  };
  void render_row(std::string& out, const std::vector<Cell>& cells,
                  const std::vector<std::size_t>& widths, bool colored) const;

  std::vector<Column> columns_;
  std::vector<Row> rows_;
  std::size_t indentation_ = 0;
};

}  // namespace certrenew
