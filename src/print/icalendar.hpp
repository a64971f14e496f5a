// An iCalendar object (RFC 5545).
#pragma once

#include <string>
#include <string_view>

namespace certrenew::print {

/// Appends what stands before the first event, and after the last. There must be one between them.
void append_calendar_begin(std::string& out, std::string_view title);
void append_calendar_end(std::string& out);

/// Appends the content line `NAME:value`, which must be escaped already. Folds it at 75 octets, but
/// never within a UTF-8 character, and ends it with CRLF.
void append_content_line(std::string& out, std::string_view line);

/// Appends `text` as a value of type TEXT, or as a part of one: visible, on one line, with
/// backslashes, semicolons and commas escaped.
void append_calendar_text(std::string& out, std::string_view text);

}  // namespace certrenew::print
