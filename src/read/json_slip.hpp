// The slips of people who write JSON by hand, each named as what it is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "certrenew/log.hpp"
#include "read/json_tape.hpp"

namespace certrenew {

/// Where JSON stopped being valid.
struct JsonContext {
  std::size_t end_of_last = 0;   ///< where the last sound token ends
  bool after_key = false;        ///< that token is a key
  std::optional<Place> bracket;  ///< the innermost one that is open
  std::int64_t first_line = 1;   ///< the number of the document's first line
};

/// Returns the slip that made `document` invalid there: a comma that is missing or one too many, a
/// comment, a wrong quote, a quote that is missing, a bracket that is open at the end. Nothing if
/// it is something else. Looks at little more than the token at that place.
std::optional<JsonStop> find_slip(std::string_view document, const JsonContext& context);

}  // namespace certrenew
