// Rows of CSV, as RFC 4180 has them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "certrenew/date.hpp"
#include "certrenew/units.hpp"

namespace certrenew {

/// The fields of one row, appended to a buffer.
class CsvRow {
 public:
  explicit CsvRow(std::string& out) : out_{out} {}

  /// A field that the input has a part in: made visible, quoted where RFC 4180 asks for it, and
  /// with a leading apostrophe where a spreadsheet would take it for a formula.
  CsvRow& foreign(std::string_view text);
  CsvRow& foreign(const std::string& text) { return foreign(std::string_view{text}); }
  CsvRow& foreign(const std::optional<std::string_view>& text) {
    return text ? foreign(*text) : empty();
  }

  /// A field of our own making.
  CsvRow& own(std::string_view text);
  CsvRow& own(Date date);
  CsvRow& own(Units units);
  CsvRow& own(std::int64_t number) { return own(std::string_view{std::to_string(number)}); }
  template <class Value>
  CsvRow& own(const std::optional<Value>& maybe) {
    return maybe ? own(*maybe) : empty();
  }
  CsvRow& empty() { return own(std::string_view{}); }
  void end() { out_ += "\r\n"; }

 private:
  void separate();

  std::string& out_;
  bool first_ = true;
};

}  // namespace certrenew
