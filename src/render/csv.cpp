#include "render/csv.hpp"

#include "text/utf8.hpp"

namespace certrenew {

CsvRow& CsvRow::foreign(std::string_view text) {
  constexpr std::string_view starts_formulas = "=+-@\t\r";
  std::string field;
  if (!text.empty() && starts_formulas.find(text.front()) != std::string_view::npos) field = "'";
  text::append_visible(field, text);
  separate();
  if (field.find_first_of(",\"") == std::string::npos) {
    out_ += field;
    return *this;
  }
  out_ += '"';
  for (const char c : field) {
    if (c == '"') out_ += '"';
    out_ += c;
  }
  out_ += '"';
  return *this;
}

CsvRow& CsvRow::own(std::string_view text) {
  separate();
  out_ += text;
  return *this;
}

CsvRow& CsvRow::own(Date date) {
  separate();
  date.append_to(out_);
  return *this;
}

CsvRow& CsvRow::own(Units units) {
  separate();
  units.append_to(out_);
  return *this;
}

void CsvRow::separate() {
  if (!first_) out_ += ',';
  first_ = false;
}

}  // namespace certrenew
