#include "print/printer.hpp"

#include "print/csv.hpp"
#include "print/github.hpp"
#include "print/html.hpp"
#include "print/icalendar.hpp"
#include "print/json.hpp"
#include "print/markdown.hpp"
#include "print/terminal.hpp"

namespace certrenew::print {

namespace {

template <class DocumentType, class... Arguments>
void print_as(Sink& sink, const Report& report, const Arguments&... arguments) {
  DocumentType document{sink, arguments...};
  report.write(document);
}

}  // namespace

void Printer::begin(Sink& sink) const {
  if (format_ == Format::html) append_page_begin(sink.text, frame_.title);
  if (format_ == Format::csv) append_csv_header(sink.text, *frame_.csv);
  if (format_ == Format::icalendar) append_calendar_begin(sink.text, frame_.title);
}

void Printer::separate(Sink& sink) const {
  const bool is_text = format_ == Format::table || format_ == Format::markdown;
  if (is_text && !frame_.only_with_reports) sink.text += '\n';
}

void Printer::print(Sink& sink, const Report& report) const {
  switch (format_) {
    case Format::table: return print_as<TerminalDocument>(sink, report, terminal_);
    case Format::json: return print_as<JsonWriter>(sink, report, JsonWriter::Layout::indented);
    case Format::ndjson: return print_as<JsonWriter>(sink, report, JsonWriter::Layout::one_line);
    case Format::csv: return print_as<CsvWriter>(sink, report, *frame_.csv);
    case Format::markdown: return print_as<MarkdownDocument>(sink, report);
    case Format::html: {
      HtmlDocument document{sink};
      report.write(document);
      return document.finish();
    }
    case Format::github: return print_as<GithubDocument>(sink, report);
    case Format::icalendar: return;
  }
}

void Printer::end(Sink& sink, bool any, std::size_t unreadable) const {
  const std::string_view note = any ? std::string_view{} : frame_.when_empty;
  if (format_ == Format::html) append_page_end(sink.text, note, unreadable);
  if (format_ == Format::markdown && !note.empty()) {
    MarkdownDocument{sink}.text(note, Style::plain);
  }
  if (format_ == Format::icalendar) append_calendar_end(sink.text);
}

bool Printer::always_frames() const {
  return format_ == Format::html || (format_ == Format::csv && !frame_.only_with_reports) ||
         (format_ == Format::markdown && !frame_.when_empty.empty());
}

bool Printer::is_for_people() const {
  return format_ == Format::table || format_ == Format::markdown || format_ == Format::html;
}

}  // namespace certrenew::print
