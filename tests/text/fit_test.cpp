#include "text/fit.hpp"

#include "../catch.hpp"
#include "text/utf8.hpp"

using namespace certrenew::text;

TEST_CASE("a text that fits stays whole, and a longer one ends with an ellipsis") {
  CHECK(fitted("", 5).empty());
  CHECK(fitted("abcde", 5) == "abcde");
  CHECK(fitted("abcdef", 5) == "abcd…");
  CHECK(fitted("認定認", 6) == "認定認");
  CHECK(fitted("認定認", 5) == "認定…");
  CHECK(fitted("認定認", 4) == "認…");
  CHECK(fitted("x", 0) == "…");
}

TEST_CASE("a fitted text is visible, and escapes are kept whole") {
  CHECK(fitted("a\x1b[0m", 10) == "a\\u001b[0m");
  CHECK(fitted("a\x1b[0m", 7) == "a…");
  CHECK(fitted("\xFF", 4) == "\\xff");
}

TEST_CASE("a joined emoji takes the columns of one") {
  CHECK(fitted("👩‍💻", 2) == "👩‍💻");
}

TEST_CASE("combining characters without end are cut") {
  std::string text = "e";
  for (int i = 0; i < 100'000; ++i) text += "\xCC\x81";
  const std::string cut = fitted(text, 10);
  CHECK(cut.size() <= 83);
  CHECK(display_width(cut) == 2);
  CHECK(cut.ends_with("…"));
}

TEST_CASE("lines break at spaces") {
  CHECK(wrapped("one two three", 7) == std::vector<std::string>{"one two", "three"});
  CHECK(wrapped("one two three", 13) == std::vector<std::string>{"one two three"});
  CHECK(wrapped("one two three", 12) == std::vector<std::string>{"one two", "three"});
  CHECK(wrapped("", 7).empty());
}

TEST_CASE("a word longer than a line is broken, by display width") {
  CHECK(wrapped("a abcdefg", 3) == std::vector<std::string>{"a", "abc", "def", "g"});
  CHECK(wrapped("認定認", 5) == std::vector<std::string>{"認定", "認"});
  CHECK(wrapped("認", 1) == std::vector<std::string>{"認"});
}

TEST_CASE("digits are grouped by three before the point") {
  CHECK(grouped("1") == "1");
  CHECK(grouped("999") == "999");
  CHECK(grouped("1000") == "1,000");
  CHECK(grouped("1000000") == "1,000,000");
  CHECK(grouped("12345.6789") == "12,345.6789");
}
