#include "text/grouped.hpp"

#include <algorithm>
#include <cstddef>

namespace certrenew::text {

std::string grouped(std::string number) {
  const std::size_t whole = std::min(number.find('.'), number.size());
  for (std::size_t i = whole; i > 3; i -= 3) number.insert(i - 3, 1, ',');
  return number;
}

}  // namespace certrenew::text
