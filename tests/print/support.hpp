// What the tests of the writers have in common.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "print/printer.hpp"

namespace certrenew::print {

/// A report made of functions.
struct TestReport : Report {
  std::function<void(Document&)> document{};
  std::function<void(JsonEvents&)> json{};

  void write(Document& to) const override { document(to); }
  void write(JsonEvents& to) const override { json(to); }
};

/// Returns what a report for people is in that format.
inline std::string written(Format format, const std::function<void(Document&)>& write,
                           const Terminal& terminal = {}) {
  TestReport report;
  report.document = write;
  Sink sink;
  printer_for(format, {}, terminal).print(sink, report);
  return sink.text;
}

inline Grid grid_of(std::vector<Column> columns, std::vector<Row> rows) {
  Grid grid;
  grid.caption = "Certifications";
  grid.columns = std::move(columns);
  grid.rows = [rows = std::move(rows)](const std::function<void(const Row&)>& take) {
    for (const Row& row : rows) take(row);
  };
  return grid;
}

inline RemarkLine remark_of(std::string_view source, std::string message) {
  return {.source = source,
          .origin = std::string{source},
          .position = {12, 5},
          .subject = "ACP-620",
          .kind = "suspended",
          .message = std::move(message),
          .style = Style::red,
          .is_error = true};
}

}  // namespace certrenew::print
