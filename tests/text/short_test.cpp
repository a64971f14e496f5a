#include "text/short.hpp"

#include <string>

#include "catch.hpp"

using namespace certrenew::text;

TEST_CASE("Short texts are copied whole, and nothing beside them") {
  const std::string alphabet = "abcdefghijklmnopqrstuvwxyz";
  for (std::size_t size = 0; size <= alphabet.size(); ++size) {
    std::string to(alphabet.size() + 1, '.');
    const char* const end = copy_short(std::string_view{alphabet}.substr(0, size), to.data());
    CHECK(end == to.data() + size);
    CHECK(to == alphabet.substr(0, size) + std::string(to.size() - size, '.'));
  }
}

TEST_CASE("Short texts are the same if every byte is") {
  for (std::size_t size = 0; size <= 20; ++size) {
    const std::string text(size, 'x');
    CHECK(is_same_short(text, std::string(size, 'x')));
    CHECK_FALSE(is_same_short(text, text + 'x'));
    for (std::size_t at = 0; at < size; ++at) {
      std::string other = text;
      other[at] = 'y';
      CHECK_FALSE(is_same_short(text, other));
    }
  }
}
