// Documents that are no logs, but that `certrenew import` makes logs of.
#pragma once

#include <string_view>

namespace certrenew {

/// Returns what `document` looks like: `a CSV file`, `Credly badges`; empty if it looks like
/// nothing that can be imported. `document` is not a valid log. Looks at its beginning only.
std::string_view importable_kind(std::string_view document);

}  // namespace certrenew
