// The columns of a table.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "read/import/csv.hpp"
#include "read/import/record.hpp"

namespace certrenew::imports {

/// What a column says. `none`: it is passed over.
enum class Column : std::uint8_t {
  none,
  id,
  name,
  code,
  earned,
  suspends,
  expires,
  programme,
  date,
  type,
  title,
  course,
  units,
  entered,
  passed,
  evidence,
  notes
};
inline constexpr std::size_t column_count = 17;

/// The header of a table.
class Header {
 public:
  /// Reads the header. Returns nothing after reporting what is wrong with it.
  static std::optional<Header> read(Import& import, const CsvRow& row, std::size_t file);

  /// Whether the table is one of activities, rather than of certifications.
  [[nodiscard]] bool lists_activities() const { return has(Column::type); }
  [[nodiscard]] bool has(Column column) const { return find(column).has_value(); }
  /// The place of a column in a row.
  [[nodiscard]] std::optional<std::size_t> find(Column column) const {
    return places_[static_cast<std::size_t>(column)];
  }
  [[nodiscard]] std::size_t size() const { return size_; }
  /// Whether the column at that place has no name, and so must be empty.
  [[nodiscard]] bool is_nameless(std::size_t place) const { return nameless_[place]; }

 private:
  explicit Header(std::size_t size) : size_{size}, nameless_(size) {}

  std::size_t size_;
  std::vector<bool> nameless_;
  std::optional<std::size_t> places_[column_count]{};
};

}  // namespace certrenew::imports
