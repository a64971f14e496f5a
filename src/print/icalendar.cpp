#include "print/icalendar.hpp"

#include <cstddef>

#include "text/utf8.hpp"

namespace certrenew::print {

namespace {

constexpr std::size_t widest = 75;  // octets, without CRLF

/// Returns how many octets of `line` fit into `room` without dividing a character.
std::size_t fitting(std::string_view line, std::size_t room) {
  std::size_t size = 0;
  while (size < line.size()) {
    const std::size_t next = text::decode(line.substr(size)).size;
    if (size + next > room) break;
    size += next;
  }
  return size;
}

}  // namespace

void append_calendar_begin(std::string& out, std::string_view title) {
  out +=
      "BEGIN:VCALENDAR\r\n"
      "VERSION:2.0\r\n"
      "PRODID:-//certrenew//certrenew//EN\r\n"
      "CALSCALE:GREGORIAN\r\n";
  out.append("NAME:").append(title).append("\r\nX-WR-CALNAME:").append(title).append("\r\n");
  out += "REFRESH-INTERVAL;VALUE=DURATION:P1D\r\n";
}

void append_calendar_end(std::string& out) { out += "END:VCALENDAR\r\n"; }

void append_content_line(std::string& out, std::string_view line) {
  std::size_t size = fitting(line, widest);
  out.append(line.substr(0, size)).append("\r\n");
  for (line.remove_prefix(size); !line.empty(); line.remove_prefix(size)) {
    size = fitting(line, widest - 1);
    out.append(" ").append(line.substr(0, size)).append("\r\n");
  }
}

void append_calendar_text(std::string& out, std::string_view text) {
  for (const char c : text::visible(text)) {
    if (c == '\\' || c == ';' || c == ',') out += '\\';
    out += c;
  }
}

}  // namespace certrenew::print
