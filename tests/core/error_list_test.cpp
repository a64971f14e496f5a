// Errors are sorted by their place, and get lines and columns as editors count them.

#include "core/error_list.hpp"

#include "catch.hpp"

using namespace certrenew;

namespace {

Position position_in(std::string_view text, std::size_t offset) {
  return LineCounter{text}.go_to(offset);
}

}  // namespace

TEST_CASE("A column counts characters, and a line ends with LF or CRLF") {
  CHECK(position_in("ab", 1) == Position{1, 2});
  CHECK(position_in("a\nbc", 3) == Position{2, 2});
  CHECK(position_in("a\r\nbc", 4) == Position{2, 2});
  CHECK(position_in("\xC3\xA9\xE6\xBC\xA2x", 5) == Position{1, 3});
  CHECK(position_in("a\n", 2) == Position{2, 1});
  CHECK(position_in("", 0) == Position{1, 1});
}

TEST_CASE("A byte order mark takes no column") {
  CHECK(position_in("\xEF\xBB\xBF{", 3) == Position{1, 1});
  CHECK(position_in("\xEF\xBB\xBF\n{", 4) == Position{2, 1});
}

TEST_CASE("A place past the end of the text is its end") {
  CHECK(position_in("ab", 99) == Position{1, 3});
}

TEST_CASE("Errors come in the order of the text, those of one place in the order they were added") {
  ErrorList errors;
  errors.add(3, "c", "third");
  errors.add(0, "a", "first");
  errors.add(3, "d", "fourth");
  errors.add(1, "b", "second");
  const auto listed = errors.finish("01\n3").listed;
  REQUIRE(listed.size() == 4);
  CHECK(listed[0] == Error{{1, 1}, "a", "first"});
  CHECK(listed[1] == Error{{1, 2}, "b", "second"});
  CHECK(listed[2] == Error{{2, 1}, "c", "third"});
  CHECK(listed[3] == Error{{2, 1}, "d", "fourth"});
}

TEST_CASE("The first 10,000 errors are listed, and the others are counted") {
  ErrorList errors;
  for (std::size_t i = 0; i < 10'007; ++i) errors.add(i, "x", "y");
  CHECK(errors.keeps(9'998));
  CHECK_FALSE(errors.keeps(9'999));
  const Errors all = errors.finish(std::string(20'000, ' '));
  CHECK(all.listed.size() == 10'000);
  CHECK(all.more == 7);
  CHECK(all.listed.back().position == Position{1, 10'000});

  ErrorList from_the_end;
  for (std::size_t i = 25'000; i > 0; --i) from_the_end.add(i - 1, "x", "y");
  const Errors first = from_the_end.finish(std::string(25'000, ' '));
  CHECK(first.listed.size() == 10'000);
  CHECK(first.more == 15'000);
  CHECK(first.listed.front().position == Position{1, 1});
  CHECK(first.listed.back().position == Position{1, 10'000});
}

TEST_CASE("An error in a log without a text has no position") {
  ErrorList errors;
  errors.add(0, "x", "y");
  CHECK(errors.finish({}).listed.at(0).position == Position{0, 0});
}
