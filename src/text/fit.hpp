// Text for people: cut or broken to a number of terminal columns, and large numbers.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace certrenew::text {

/// Returns `text` made visible and cut to `width` columns; an ellipsis replaces what is cut off.
/// The result never takes more than about 8 bytes a column, whatever `text` holds.
std::string fitted(std::string_view text, std::size_t width);

/// Breaks `text`, which must be visible already, at spaces into lines of at most `width` columns. A
/// longer word is broken where the line ends.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

/// Returns `1000000` as `1,000,000`. Decimals stay as they are.
std::string grouped(std::string number);

}  // namespace certrenew::text
