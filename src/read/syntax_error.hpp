// Syntax errors of JSON, in our words and at our places.
#pragma once

#include <cstddef>
#include <string_view>

#include "read/json_tape.hpp"

namespace certrenew {

/// What the JSON parser reports.
struct ParserReport {
  std::string_view what;    ///< the text of its exception
  bool is_overflow;         ///< a number is too large for a double
  bool at_end;              ///< the text ended too early
  std::size_t read;         ///< bytes read so far
  std::size_t end_of_last;  ///< where the last sound token ends
};

/// The error for that report on `document`.
JsonStop syntax_error(std::string_view document, const ParserReport& report);

/// The error for a NUL at that offset, which the parser takes for the end of the text.
JsonStop nul_byte(std::size_t offset);

}  // namespace certrenew
