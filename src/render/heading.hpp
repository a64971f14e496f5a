// What stands above every answer for people: whose log it is, and as of when.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "render/answer.hpp"
#include "render/table.hpp"

namespace certrenew {

/// The most columns that a code, and a line of text, take in a table.
inline constexpr std::size_t widest_code = 24;
inline constexpr std::size_t widest_line = 76;

/// `Example Holder (ACAD0123456)`, or as much of it as is known; visible, and cut where it is long.
std::string holder_of(const Answer& answer);

/// `log.json, as of 2025-12-15`; likewise.
std::string origin_of(const Answer& answer);

void render_heading(std::string& out, const Answer& answer, bool colored);
void render_heading_markdown(std::string& out, const Answer& answer);

/// Text for markdown: visible, and nothing in it is taken for markup.
std::string plain_markdown(std::string_view text);

/// The colour of a status.
Style style_of(Status status) noexcept;

}  // namespace certrenew
