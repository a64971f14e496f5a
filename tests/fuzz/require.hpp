// Conditions that the fuzzers check.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "certrenew/read.hpp"
#include "text/utf8.hpp"

namespace certrenew::fuzz {

/// Aborts unless `holds`, so that the fuzzer keeps the input.
inline void require(bool holds, std::string_view what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %.*s\n", static_cast<int>(what.size()), what.data());
  std::abort();
}

/// Requires valid UTF-8 without any character that could control a terminal, except line ends.
inline void require_harmless(std::string_view text, std::string_view what) {
  while (!text.empty()) {
    const text::Decoded next = text::decode(text);
    const bool line_end = next.point == '\n' || next.point == '\r';
    require(next.valid, what);
    require(line_end || text::is_joiner(next.point) || !text::is_unsafe(next.point), what);
    text.remove_prefix(next.size);
  }
}

/// Requires harmless text without joiners, so that different texts look different.
inline void require_spelled(std::string_view text, std::string_view what) {
  require_harmless(text, what);
  for (; !text.empty(); text.remove_prefix(text::decode(text).size)) {
    require(!text::is_joiner(text::decode(text).point), what);
  }
}

/// Requires errors that are in order, within the text, and safe to print.
inline void require_sound(const Errors& errors, std::string_view text) {
  require(!errors.listed.empty(), "refused without an error");
  Position last{0, 0};
  std::size_t lines = 1;
  for (const char c : text) lines += c == '\n' ? 1 : 0;
  for (const Error& one : errors.listed) {
    const auto [line, column] = one.position;
    require(line >= 1 && line <= lines && column >= 1, "an error outside the text");
    require(column <= text.size() + 1, "an error outside the text");
    require(line > last.line || (line == last.line && column >= last.column),
            "errors out of order");
    last = one.position;
    require_spelled(one.path, "an error's path");
    require_spelled(one.message, "an error's message");
    require(!one.message.empty() && one.message.find('\n') == std::string::npos,
            "an error's message");
  }
}

}  // namespace certrenew::fuzz
