// Printing reports in a format.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "print/document.hpp"
#include "print/json_events.hpp"
#include "print/sink.hpp"

namespace certrenew::print {

enum class Format : std::uint8_t { table, json, ndjson, csv, markdown, html, github, icalendar };

/// What a command says about one log, or about all of them together.
class Report {
 public:
  virtual ~Report() = default;

  /// For people.
  virtual void write(Document& document) const = 0;
  /// For machines.
  virtual void write(JsonEvents& json) const = 0;
};

/// A column of CSV: its name, and which scalar of the JSON stands in it,
/// `credentials.units.counted`. Of a list of scalars all stand in it, separated by blanks; of a
/// list of objects the last.
struct CsvColumn {
  std::string_view name;
  std::string_view path;
};

/// CSV as a projection of the JSON: one row for each object at the path `row`.
struct CsvTable {
  std::string_view row{};  ///< `credentials`
  std::span<const CsvColumn> columns{};
};

/// What stands around the reports of one run of the program.
struct Frame {
  std::string_view title{};  ///< of an HTML page: `Certification status`
  CsvTable csv{};            ///< without columns where the command has no CSV
  /// What HTML and markdown say where no report said anything: `No findings.` Only set where the
  /// reports are lines of one list: no empty line stands between two, and a run without any prints
  /// no header of CSV.
  std::string_view when_empty{};
  /// Of an HTML page with pictures: their CSS, and elements that they refer to.
  std::string_view picture_style{};
  std::string_view picture_patterns{};

  [[nodiscard]] bool is_list() const { return !when_empty.empty(); }
};

/// Prints reports in one format. Used by several threads at once, each with a sink of its own.
struct Printer {
  /// Writes a report.
  std::function<void(Sink&, const Report&)> print = [](Sink&, const Report&) {};
  /// Writes what stands before all reports: the header of CSV, the head of an HTML page.
  std::function<void(Sink&)> begin = [](Sink&) {};
  /// Writes what stands after all reports. `any`: whether a report printed something; `unreadable`:
  /// how many logs could not be read.
  std::function<void(Sink&, bool any, std::size_t unreadable)> end = [](Sink&, bool, std::size_t) {
  };
  /// What stands between two reports that both print something.
  std::string_view separator{};
  /// Whether begin() and end() are to be printed even where no report prints anything.
  bool always_frames = false;
  /// Whether people read it, so that notices go to standard error beside it.
  bool is_for_people = false;
  /// Whether every input line has exactly one line of output: a log that is refused is answered in
  /// its place by its errors.
  bool answers_errors = false;
  /// Whether what makes a log invalid is printed among the reports, too.
  bool prints_errors = false;
};

/// The printer of a format.
Printer printer_for(Format format, const Frame& frame, const Terminal& terminal = {});

/// Appends the line of a remark, `LOG: SUBJECT: KIND: MESSAGE`, as it goes to standard error.
void append_remark(std::string& out, const RemarkLine& line, bool colored = false);

}  // namespace certrenew::print
