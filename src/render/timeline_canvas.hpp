// Characters on a grid, from which a timeline for terminals is made.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "render/table.hpp"
#include "render/timeline.hpp"
#include "render/timeline_model.hpp"

namespace certrenew::timeline {

/// What stands for what.
struct Glyphs {
  std::string_view active, grace, goes_on_before, goes_on_after;
  std::string_view today, today_on_bar;
  std::string_view rule, tick;
  std::string_view stroke, to_the_right, to_the_left;  ///< from a place down to its text
  std::string_view unit, exam, failed, planned, what_if, many;

  [[nodiscard]] std::string_view mark(Began how) const noexcept;
  std::array<std::string_view, 6> marks;  ///< in the order of Began
};

const Glyphs& glyphs_of(Characters characters) noexcept;

/// `text`, which is visible, of ASCII alone: what is beyond it as \u00fc, the ellipsis as three
/// points.
std::string in_ascii(std::string_view text);

/// `text` made visible, and of ASCII alone where that is asked for; cut to `width` columns.
std::string fitted_to(std::string_view text, std::size_t width, Characters characters);

/// A line: perhaps texts at its beginning, and cells of one column.
class Line {
 public:
  explicit Line(std::size_t width) : cells_(width) {}

  /// Continues the beginning.
  void begin(std::string_view text, Style style);

  /// Puts `glyph` into a cell: over what is there, or only where it is blank.
  void put(std::size_t column, std::string_view glyph, Style style);
  void put_below(std::size_t column, std::string_view glyph, Style style);
  /// A text of ASCII, one character a cell.
  void write(std::size_t column, std::string_view text, Style style);

  /// What is in a cell; empty where it is blank.
  [[nodiscard]] std::string_view at(std::size_t column) const { return cells_[column].glyph; }

  void append_to(std::string& out, bool colored) const;

 private:
  struct Cell {
    std::string glyph;  // empty: blank
    Style style = Style::plain;
  };
  std::vector<std::pair<std::string, Style>> beginning_;
  std::size_t begun_ = 0;  // columns that it takes
  std::vector<Cell> cells_;
};

}  // namespace certrenew::timeline
