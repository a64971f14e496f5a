#include "text/nearest.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "../catch.hpp"

using namespace certrenew::text;
using namespace std::literals;

TEST_CASE("edits are insertions, deletions, replacements and swaps of neighbours") {
  CHECK(edits_between("type", "type") == 0);
  CHECK(edits_between("tpye", "type") == 1);
  CHECK(edits_between("typ", "type") == 1);
  CHECK(edits_between("typed", "type") == 1);
  CHECK(edits_between("tape", "type") == 1);
  CHECK(edits_between("", "type") == 4);
  CHECK(edits_between("kitten", "sitting") == 3);
}

TEST_CASE("only the beginning of a long text counts") {
  CHECK(edits_between(std::string(64, 'x') + "abc", std::string(64, 'x')) == 0);
}

TEST_CASE("a name is meant by one that differs in case, blanks, hyphens or up to two letters") {
  constexpr std::array known{"date"sv, "type"sv, "tape"sv, "local-event"sv};
  CHECK(meant("tipe", known) == "type"sv);
  CHECK(meant("tpe", known) == "type"sv);
  CHECK(meant("Local Event", known) == "local-event"sv);
  CHECK(meant("local_event", known) == "local-event"sv);
  CHECK(meant("LOCALEVENT", known) == "local-event"sv);
  CHECK(meant("locl-evnt", known) == "local-event"sv);
  CHECK_FALSE(meant("loc-evnt", known));
  CHECK_FALSE(meant("local", known));
  CHECK_FALSE(meant("", known));
  CHECK_FALSE(meant("type", {}));
}

TEST_CASE("no name is meant by one that differs in half of its letters") {
  constexpr std::array known{"id"sv, "name"sv};
  CHECK_FALSE(meant("x", known));
  CHECK_FALSE(meant("ix", known));
  CHECK_FALSE(meant("nape's", known));
  CHECK_FALSE(meant("date", known));
}

TEST_CASE("a name is meant by a few other words, where it is known") {
  constexpr std::array activity{"date"sv, "type"sv, "title"sv, "units"sv};
  CHECK(meant("name", activity) == "title"sv);
  CHECK(meant("Points", activity) == "units"sv);
  CHECK_FALSE(meant("issued", activity));
  constexpr std::array certification{"code"sv, "name"sv, "earned"sv};
  CHECK(meant("issued", certification) == "earned"sv);
  CHECK_FALSE(meant("points", certification));
  constexpr std::array types{"coursework"sv, "exam"sv};
  CHECK(meant("webinar", types) == "coursework"sv);
}

TEST_CASE("advice names what was probably meant, and all that is known") {
  constexpr std::array known{"date"sv, "type"sv};
  CHECK(advice("tpye", known) == "; did you mean \"type\"? (known: date, type)");
  CHECK(advice("certification", known) == " (known: date, type)");
  CHECK(advice("certification", {}).empty());
  const std::string long_name(100, 'x');
  CHECK(listing(std::array{std::string_view{long_name}}) ==
        " (known: " + std::string(60, 'x') + "…)");
  std::vector<std::string> numbers;
  for (int i = 0; i < 103; ++i) numbers.push_back(std::to_string(i));
  const std::vector<std::string_view> many{numbers.begin(), numbers.end()};
  CHECK(listing(many).ends_with(", 98, 99 and 3 more)"));
}

TEST_CASE("a name that several programmes have is listed once") {
  CHECK(listing(std::vector<std::string_view>{"a", "b", "a"}) == " (known: a, b)");
}
