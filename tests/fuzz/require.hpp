// What fuzzing holds against the code.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "certrenew/reader.hpp"
#include "text/utf8.hpp"

namespace certrenew::fuzz {

/// Ends the program, so that the fuzzer keeps the input.
inline void require(bool holds, std::string_view what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %.*s\n", static_cast<int>(what.size()), what.data());
  std::abort();
}

/// Valid UTF-8, and nothing that could steer a terminal but the ends of lines.
inline void require_harmless(std::string_view text, std::string_view what) {
  while (!text.empty()) {
    const text::Decoded next = text::decode(text);
    const bool line_end = next.point == '\n' || next.point == '\r';
    require(next.valid, what);
    require(line_end || text::is_joiner(next.point) || !text::is_unsafe(next.point), what);
    text.remove_prefix(next.size);
  }
}

/// That, and no joiner either: of what looks alike one can tell it apart.
inline void require_spelled(std::string_view text, std::string_view what) {
  require_harmless(text, what);
  for (; !text.empty(); text.remove_prefix(text::decode(text).size)) {
    require(!text::is_joiner(text::decode(text).point), what);
  }
}

/// Faults are in order, within the text, and safe to print.
inline void require_sound(const Faults& faults, std::string_view text) {
  require(!faults.first.empty(), "refused without a fault");
  Position last{0, 0};
  std::size_t lines = 1;
  for (const char c : text) lines += c == '\n' ? 1 : 0;
  for (const Diagnostic& one : faults.first) {
    require(one.line >= 1 && one.line <= lines && one.column >= 1, "a fault outside the text");
    require(one.column <= text.size() + 1, "a fault outside the text");
    require(one.line > last.line || (one.line == last.line && one.column >= last.column),
            "faults out of order");
    last = {one.line, one.column};
    require_spelled(one.path, "a fault's path");
    require_spelled(one.message, "a fault's message");
    require(!one.message.empty() && one.message.find('\n') == std::string::npos,
            "a fault's message");
  }
}

}  // namespace certrenew::fuzz
