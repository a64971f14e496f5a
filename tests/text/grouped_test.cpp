#include "text/grouped.hpp"

#include "../catch.hpp"

using certrenew::text::grouped;

TEST_CASE("digits are grouped by three before the point") {
  CHECK(grouped("1") == "1");
  CHECK(grouped("999") == "999");
  CHECK(grouped("1000") == "1,000");
  CHECK(grouped("1000000") == "1,000,000");
  CHECK(grouped("12345.6789") == "12,345.6789");
}
