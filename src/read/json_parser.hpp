// nlohmann's parser, for what JsonText does not settle: escapes, the range of numbers, and the
// words for what is wrong with a document.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "read/json_slip.hpp"
#include "read/json_tape.hpp"

namespace certrenew {

/// Decodes `quoted`, a JSON string with its quotes, and adds it to `decoded`. Returns false if it
/// is invalid.
bool decode_string(std::string_view quoted, std::vector<std::string>& decoded);

/// Whether a double can hold a JSON number of that size.
bool is_in_range(std::string_view number);

/// The error in `document`, which stopped being valid in that context.
JsonStop find_syntax_error(std::string_view document, const JsonContext& context);

}  // namespace certrenew
