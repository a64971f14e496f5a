// Names for things that must have the same name every time.
#pragma once

#include <string>
#include <string_view>

namespace certrenew::report {

/// The name-based (version 5) UUID of `name` in the namespace of this program, in lower case
/// (RFC 9562). The same name gives the same UUID, and the UUID does not reveal the name.
std::string uuid_of(std::string_view name);

}  // namespace certrenew::report
