// nlohmann's parser, for what JsonText does not settle: escapes, the range of numbers, and the
// words for what is wrong with a document.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "read/json_tape.hpp"

namespace certrenew {

/// Adds the content of a JSON string with its quotes to `decoded`; returns false where it is not
/// valid.
bool decode_string(std::string_view quoted, std::vector<std::string>& decoded);

/// Whether a JSON number is no larger than a double can be.
bool is_in_range(std::string_view number);

/// The error in `document`, which is not valid. `end_of_last`: where the last sound token ends.
JsonStop find_syntax_error(std::string_view document, std::size_t end_of_last);

}  // namespace certrenew
