// Names for things that must be called the same every time.
#pragma once

#include <string>
#include <string_view>

namespace certrenew {

/// The name-based (version 5) UUID of `name` in the namespace of this program, in lower case
/// (RFC 9562): the same name gives the same UUID, and nobody reads the name off it.
std::string uuid_of(std::string_view name);

}  // namespace certrenew
