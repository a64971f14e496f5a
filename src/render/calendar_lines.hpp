// Lines of an iCalendar object (RFC 5545).
#pragma once

#include <string>
#include <string_view>

namespace certrenew {

/// Appends a content line, `NAME:value`, as it stands: folded at 75 octets, never within a
/// character of UTF-8, and ended by CRLF.
void append_content_line(std::string& out, std::string_view line);

/// Appends `text` as a value of the type TEXT, or a part of one: visible, on one line, and what
/// ends or divides a value escaped.
void append_calendar_text(std::string& out, std::string_view text);

}  // namespace certrenew
