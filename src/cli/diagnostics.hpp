// Telling what is wrong with an input, as compilers do.
#pragma once

#include <string_view>

#include "certrenew/reader.hpp"

namespace certrenew {

/// Writes `SOURCE:LINE:COLUMN: error: PATH: MESSAGE` for each fault to standard error.
void tell(std::string_view source, const Faults& faults);

}  // namespace certrenew
