// The formats of which each has a source of its own. JSON and CSV have headers, too.
#pragma once

#include <string>
#include <string_view>

#include "print/printer.hpp"

namespace certrenew::print {

/// Returns a function that writes a report with a `Writer`, made of a sink and `of`.
template <class Writer, class... Of>
auto printing_with(const Of&... of) {
  return [of...](Sink& sink, const Report& report) {
    Writer writer{sink, of...};
    report.write(writer);
  };
}

/// On a terminal: colours, aligned columns, wrapped lines.
Printer table_printer(const Frame& frame, const Terminal& terminal);

/// Markdown, with the tables of GitHub's.
Printer markdown_printer(const Frame& frame);

/// One HTML page that needs nothing else: no script, nothing to load. Each report is a section.
Printer html_printer(const Frame& frame);

/// The remarks of reports, and nothing else, as workflow commands of GitHub Actions, which shows
/// them beside the lines of the log.
Printer github_printer();

/// An iCalendar object (RFC 5545). There must be an event in it. Reports write nothing: events are
/// made of the lines below, see report::Calendar.
Printer calendar_printer(const Frame& frame);

/// Appends the content line `NAME:value`, which must be escaped already. Folds it at 75 octets, but
/// never within a UTF-8 character, and ends it with CRLF.
void append_content_line(std::string& out, std::string_view line);

/// Returns `text` as a value of type TEXT, or as a part of one: visible, on one line, with
/// backslashes, semicolons and commas escaped.
std::string calendar_text(std::string_view text);

}  // namespace certrenew::print
