// Tables as RFC 4180 has them.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace certrenew::imports {

/// A cell of a table.
struct CsvCell {
  std::size_t offset = 0;  ///< of its first byte in the file; that of its quote, if it has one
  std::string text{};      ///< without quotes
};

/// A row of a table.
struct CsvRow {
  std::size_t offset = 0;  ///< of its first byte in the file
  std::vector<CsvCell> cells{};
  bool is_sound = true;  ///< false: something was wrong with it, and was reported

  /// Whether it has nothing but empty cells.
  [[nodiscard]] bool is_blank() const;
};

/// Reads a table row by row. Cells are separated by commas, semicolons or tabs, whichever the first
/// row that is not empty has most of.
class CsvReader {
 public:
  /// Reports an error at an offset.
  using Report = std::function<void(std::size_t offset, std::string message)>;

  /// Skips a byte order mark. `text` must outlive the reader.
  CsvReader(std::string_view text, Report report);

  [[nodiscard]] char separator() const { return separator_; }
  /// Reads the next row into `row`. Returns false at the end of the table.
  bool next(CsvRow& row);

 private:
  [[nodiscard]] bool at_end() const { return at_ == text_.size(); }
  /// How many bytes the end of a line takes here; 0 where there is none.
  [[nodiscard]] std::size_t line_end() const;
  [[nodiscard]] bool ends_cell() const;
  void read_cell(CsvRow& row);
  void read_quoted(CsvRow& row, std::string& to);
  void read_plain(CsvRow& row, std::string& to);
  void check_characters(CsvRow& row, std::size_t begin);
  void refuse(CsvRow& row, std::size_t offset, std::string message);

  std::string_view text_;
  Report report_;
  std::size_t at_;
  char separator_;
};

}  // namespace certrenew::imports
