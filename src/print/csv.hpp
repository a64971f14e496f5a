// Reports as CSV (RFC 4180): a table made of some of the values of their JSON.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "print/printer.hpp"

namespace certrenew::print {

/// Listens to the JSON of a report. Keeps the scalars that the table has columns for, and writes a
/// row when the object of the row closes. Text from outside is made visible, and starts with an
/// apostrophe where a spreadsheet would take it for a formula.
class CsvWriter : public JsonEvents {
 public:
  /// Both must outlive the writer.
  CsvWriter(Sink& sink, const CsvTable& table)
      : sink_{sink}, table_{table}, fields_(table.columns.size()) {}

  void open_object(std::string_view key) override;
  void close_object() override;
  void open_list(std::string_view key) override { enter(key); }
  void close_list() override { leave(); }

  void null(std::string_view /*key*/) override {}
  void plain(std::string_view key, std::string_view value) override { keep(key, value); }
  void word(std::string_view key, std::string_view value) override { keep(key, value); }
  void text(std::string_view key, std::string_view value) override;

 private:
  void enter(std::string_view key);
  void leave();
  void keep(std::string_view key, std::string_view value, std::string_view mark = {});

  Sink& sink_;
  const CsvTable& table_;
  std::vector<std::string> fields_;
  std::string path_;                  // of the innermost open object or list
  std::vector<std::size_t> lengths_;  // of the paths of those around it
};

/// Appends the row with the names of the columns.
void append_csv_header(std::string& out, const CsvTable& table);

}  // namespace certrenew::print
