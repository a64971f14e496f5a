// The columns of a table.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "read/import/csv.hpp"
#include "read/import/record.hpp"

namespace certrenew::imports {

/// What a column says. `none`: it is passed over. `nameless`: its cells must be empty.
enum class Column : std::uint8_t {
  none,
  nameless,
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

/// The header of a table.
struct Header {
  std::vector<Column> columns;

  /// The place of a column in a row.
  [[nodiscard]] std::optional<std::size_t> find(Column column) const {
    const auto found = std::find(columns.begin(), columns.end(), column);
    if (found == columns.end()) return std::nullopt;
    return static_cast<std::size_t>(found - columns.begin());
  }
  [[nodiscard]] bool has(Column column) const { return find(column).has_value(); }
  /// Whether the table is one of activities, rather than of certifications.
  [[nodiscard]] bool lists_activities() const { return has(Column::type); }
};

/// Reads the header. Returns nothing after reporting what is wrong with it.
std::optional<Header> read_header(Import& import, const CsvRow& row, std::size_t file);

}  // namespace certrenew::imports
