// Numbers as people write them.
#pragma once

#include <string>

namespace certrenew::text {

/// `1000000` as `1,000,000`; what follows a point is left alone.
std::string grouped(std::string number);

}  // namespace certrenew::text
