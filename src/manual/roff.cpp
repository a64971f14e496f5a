#include "manual/roff.hpp"

#include <cstddef>

#include "render/table.hpp"
#include "text/utf8.hpp"

namespace certrenew {

namespace {

constexpr std::size_t width = 72;  // of the source, before anything is escaped

std::string escaped(char32_t point) {
  switch (point) {
    case U'\\': return R"(\e)";
    case U'-': return R"(\-)";
    case U'\'': return R"(\(aq)";
    case U'`': return R"(\(ga)";
    case U'^': return R"(\(ha)";
    case U'~': return R"(\(ti)";
    default: break;
  }
  if (point < 0x80) return {static_cast<char>(point)};
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string hexadecimal;
  for (char32_t rest = point; rest != 0 || hexadecimal.size() < 4; rest >>= 4U) {
    hexadecimal.insert(hexadecimal.begin(), digits[rest & 0xFU]);
  }
  return R"(\[u)" + hexadecimal + ']';
}

}  // namespace

std::string roff(std::string_view text) {
  std::string out;
  if (text.starts_with('.')) out += R"(\&)";  // or it would be a request
  while (!text.empty()) {
    const auto [point, size, valid] = text::decode(text);
    out += escaped(point);
    text.remove_prefix(size);
  }
  return out;
}

void append_running(std::string& out, std::string_view text) {
  for (const std::string& line : wrapped(text, width)) (out += roff(line)) += '\n';
}

}  // namespace certrenew
