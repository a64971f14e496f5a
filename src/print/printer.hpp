// Printing reports in a format.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "print/document.hpp"
#include "print/json_events.hpp"
#include "print/sink.hpp"

namespace certrenew::print {

enum class Format : std::uint8_t { table, json, ndjson, csv, markdown, html, github, icalendar };

/// What a command says about one log, or about all of them together. It is written as often as it
/// is asked for, and the same each time.
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
  std::string_view row;  ///< `credentials`
  std::span<const CsvColumn> columns;
};

/// What stands around the reports of one run of the program.
struct Frame {
  std::string_view title;  ///< of an HTML page: `Certification status`
  const CsvTable* csv{};   ///< none where the command has no CSV
  /// Whether the reports are lines of one list: a run without any prints nothing at all, not even a
  /// header of CSV, and no empty line stands between two.
  bool only_with_reports = false;
  /// What HTML and markdown say where no report said anything: `Nothing to report.`; may be empty.
  std::string_view when_empty{};
};

/// Prints reports in one format. Used by several threads at once, each with a sink of its own.
class Printer {
 public:
  Printer(Format format, const Frame& frame, const Terminal& terminal = {})
      : format_{format}, frame_{frame}, terminal_{terminal} {}

  /// Writes what stands before all reports: the header of CSV, the head of an HTML page.
  void begin(Sink& sink) const;
  /// Writes what stands between two reports that both print something.
  void separate(Sink& sink) const;
  /// Writes the report. In iCalendar reports write nothing: see report::Calendar.
  void print(Sink& sink, const Report& report) const;
  /// Writes what stands after all reports. `any`: whether a report printed something; `unreadable`:
  /// how many logs could not be read.
  void end(Sink& sink, bool any, std::size_t unreadable) const;

  /// Whether begin() and end() are to be printed even where no report prints anything.
  [[nodiscard]] bool always_frames() const;
  /// Whether people read it, so that notices go to standard error beside it.
  [[nodiscard]] bool is_for_people() const;
  /// Whether every input line has exactly one line of output: a log that is refused is answered in
  /// its place by its errors.
  [[nodiscard]] bool answers_errors() const { return format_ == Format::ndjson; }

 private:
  Format format_;
  Frame frame_;
  Terminal terminal_;
};

/// Appends the line of a remark, `LOG: SUBJECT: KIND: MESSAGE`, as it goes to standard error.
/// Subject and kind may be empty.
void append_remark(std::string& out, const RemarkLine& line, bool colored = false);

}  // namespace certrenew::print
