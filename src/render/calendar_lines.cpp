#include "render/calendar_lines.hpp"

#include <cstddef>

#include "text/utf8.hpp"

namespace certrenew {

namespace {

constexpr std::size_t widest = 75;  // octets, without CRLF

/// How much of `line` fits in `room` octets.
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

}  // namespace certrenew
