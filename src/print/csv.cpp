#include "print/csv.hpp"

#include <functional>
#include <utility>

#include "text/utf8.hpp"

namespace certrenew::print {

namespace {

/// Returns whether `path` leads to something within the object at `outer`.
bool is_within(std::string_view path, std::string_view outer) {
  if (outer.empty()) return true;
  return path.size() > outer.size() && path.starts_with(outer) && path[outer.size()] == '.';
}

void append_field(std::string& out, std::string_view field) {
  if (field.find_first_of(",\"\r\n") == std::string_view::npos) {
    out += field;
    return;
  }
  out += '"';
  for (const char c : field) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

/// Appends a row: what `field_of` makes of each element of a list.
template <class List, class FieldOf>
void append_row(std::string& out, const List& list, const FieldOf& field_of) {
  std::string_view before;
  for (const auto& one : list) {
    out += std::exchange(before, ",");
    append_field(out, field_of(one));
  }
  out += "\r\n";
}

}  // namespace

void append_csv_header(std::string& out, const CsvTable& table) {
  append_row(out, table.columns, [](const CsvColumn& column) { return column.name; });
}

void CsvWriter::enter(std::string_view key) {
  lengths_.push_back(path_.size());
  if (key.empty()) return;
  if (!path_.empty()) path_ += '.';
  path_ += key;
}

void CsvWriter::leave() {
  path_.resize(lengths_.back());
  lengths_.pop_back();
}

void CsvWriter::open_object(std::string_view key) {
  enter(key);
  for (std::size_t i = 0; i < fields_.size(); ++i) {
    if (is_within(table_.columns[i].path, path_)) fields_[i].clear();
  }
}

void CsvWriter::close_object() {
  if (path_ == table_.row) append_row(sink_.text, fields_, std::identity{});
  sink_.drain_if_large();
  leave();
}

/// Appends the value to the fields of its columns. Puts a blank before it if the field already
/// holds values of the same list, otherwise `mark`.
// NOLINTNEXTLINE(bugprone-easily-swappable-parameters): key and value, as in JSON
void CsvWriter::keep(std::string_view key, std::string_view value, std::string_view mark) {
  enter(key);
  for (std::size_t i = 0; i < fields_.size(); ++i) {
    if (table_.columns[i].path != path_) continue;
    fields_[i] += fields_[i].empty() ? mark : " ";
    text::append_visible(fields_[i], value);
  }
  leave();
}

// NOLINTNEXTLINE(bugprone-easily-swappable-parameters): key and value, as in JSON
void CsvWriter::text(std::string_view key, std::string_view value) {
  constexpr std::string_view starts_formulas = "=+-@\t\r";
  const bool is_formula = starts_formulas.find(value.substr(0, 1)) != std::string_view::npos;
  keep(key, value, is_formula && !value.empty() ? "'" : "");
}

}  // namespace certrenew::print
