// Telling what is wrong with an input, as compilers do.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "certrenew/reader.hpp"

namespace certrenew {

/// Appends `SOURCE:LINE:COLUMN: error: PATH: MESSAGE` for each fault. Where the text was a line of
/// `source`, `line` is its number.
void tell(std::string& out, std::string_view source, std::optional<std::int64_t> line,
          const Faults& faults);

/// The first fault alone.
void tell_first(std::string& out, std::string_view source, std::int64_t line, const Faults& faults);

}  // namespace certrenew
