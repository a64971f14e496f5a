// Large numbers for people.
#pragma once

#include <string>

namespace certrenew::text {

/// Returns `1000000` as `1,000,000`. Decimals stay as they are.
std::string grouped(std::string number);

}  // namespace certrenew::text
