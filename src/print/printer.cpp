#include "print/printer.hpp"

#include "print/csv.hpp"
#include "print/formats.hpp"
#include "print/json.hpp"

namespace certrenew::print {

namespace {

template <JsonWriter::Layout layout>
void print_json(Sink& sink, const Report& report) {
  JsonWriter writer{sink, layout};
  report.write(writer);
}

Printer csv_printer(const Frame& frame) {
  const auto print = [csv = frame.csv](Sink& sink, const Report& report) {
    CsvWriter writer{sink, csv};
    report.write(writer);
  };
  return {.print = print,
          .begin = [csv = frame.csv](Sink& sink) { append_csv_header(sink.text, csv); },
          .always_frames = !frame.is_list()};
}

}  // namespace

Printer printer_for(Format format, const Frame& frame, const Terminal& terminal) {
  switch (format) {
    case Format::table: return table_printer(frame, terminal);
    case Format::json: return {.print = print_json<JsonWriter::Layout::indented>};
    case Format::ndjson:
      return {.print = print_json<JsonWriter::Layout::one_line>, .answers_errors = true};
    case Format::csv: return csv_printer(frame);
    case Format::markdown: return markdown_printer(frame);
    case Format::html: return html_printer(frame);
    case Format::github: return github_printer();
    case Format::icalendar: return calendar_printer(frame);
  }
  return {};
}

}  // namespace certrenew::print
