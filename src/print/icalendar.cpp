#include <cstddef>

#include "print/formats.hpp"
#include "text/utf8.hpp"

namespace certrenew::print {

Printer calendar_printer(const Frame& frame) {
  const auto begin = [title = frame.title](Sink& sink) {
    sink.text +=
        "BEGIN:VCALENDAR\r\n"
        "VERSION:2.0\r\n"
        "PRODID:-//certrenew//certrenew//EN\r\n"
        "CALSCALE:GREGORIAN\r\n";
    append_content_line(sink.text, "NAME:" + std::string{title});
    append_content_line(sink.text, "X-WR-CALNAME:" + std::string{title});
    append_content_line(sink.text, "REFRESH-INTERVAL;VALUE=DURATION:P1D");
  };
  return {.begin = begin,
          .end = [](Sink& sink, bool, std::size_t) { sink.text += "END:VCALENDAR\r\n"; }};
}

void append_content_line(std::string& out, std::string_view line) {
  constexpr std::size_t widest = 75;  // octets, without CRLF
  std::size_t taken = 0;
  while (!line.empty()) {
    const std::size_t size = text::decode(line).size;
    if (taken + size > widest) {
      out += "\r\n ";
      taken = 1;
    }
    out += line.substr(0, size);
    line.remove_prefix(size);
    taken += size;
  }
  out += "\r\n";
}

std::string calendar_text(std::string_view text) {
  std::string out;
  for (const char c : text::visible(text)) {
    if (c == '\\' || c == ';' || c == ',') out += '\\';
    out += c;
  }
  return out;
}

}  // namespace certrenew::print
