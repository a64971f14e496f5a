// Syntax errors of JSON, in our words and at our places.
#pragma once

#include <cstddef>
#include <string_view>

#include "read/json_slip.hpp"
#include "read/json_tape.hpp"

namespace certrenew {

/// What the JSON parser reports.
struct ParserReport {
  std::string_view what;  ///< the text of its exception
  bool is_overflow;       ///< a number is too large for a double
  bool at_end;            ///< the text ended too early
  std::size_t read;       ///< bytes read so far
};

/// The error for that report on `document`, which stopped being valid in that context.
JsonStop syntax_error(std::string_view document, const ParserReport& report,
                      const JsonContext& context);

/// The error for a NUL at that offset, which the parser takes for the end of the text.
JsonStop nul_byte(std::size_t offset);

}  // namespace certrenew
