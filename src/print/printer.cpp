#include "print/printer.hpp"

#include "print/csv.hpp"
#include "print/formats.hpp"
#include "print/json.hpp"

namespace certrenew::print {

namespace {

Printer csv_printer(const Frame& frame) {
  return {.print = printing_with<CsvWriter>(frame.csv),
          .begin = [csv = frame.csv](Sink& sink) { append_csv_header(sink.text, csv); },
          .always_frames = !frame.is_list()};
}

}  // namespace

Printer printer_for(Format format, const Frame& frame, const Terminal& terminal) {
  switch (format) {
    case Format::table: return table_printer(frame, terminal);
    case Format::json: return {.print = printing_with<JsonWriter>(JsonWriter::Layout::indented)};
    case Format::ndjson:
      return {.print = printing_with<JsonWriter>(JsonWriter::Layout::one_line),
              .answers_errors = true};
    case Format::csv: return csv_printer(frame);
    case Format::markdown: return markdown_printer(frame);
    case Format::html: return html_printer(frame);
    case Format::github: return github_printer();
    case Format::icalendar: return calendar_printer(frame);
  }
  return {};
}

}  // namespace certrenew::print
