#include "text/plain.hpp"

#include <string>

#include "../catch.hpp"

using certrenew::text::plain_prefix;

TEST_CASE("a byte that is not plain is found wherever it stands") {
  const std::string whole = "The quick brown fox ~ 0123!";
  for (std::size_t size = 0; size <= whole.size(); ++size) {
    const std::string plain = whole.substr(0, size);
    CHECK(plain_prefix(plain) == size);
    for (const char c : {'"', '\\', '\n', '\0', '\x1f', '\x7f', '\x80', '\xff'}) {
      for (std::size_t i = 0; i < size; ++i) {
        std::string text = plain;
        text[i] = c;
        CAPTURE(size, i, static_cast<int>(c));
        CHECK(plain_prefix(text) == i);
      }
    }
  }
}
