#include "text/nearest.hpp"

#include <array>

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

TEST_CASE("the nearest name is the first of those equally near") {
  constexpr std::array known{"date"sv, "type"sv, "tape"sv};
  CHECK(nearest("tipe", known) == "type"sv);
  CHECK(nearest("tpe", known) == "type"sv);
  CHECK_FALSE(nearest("type", {}));
}

TEST_CASE("advice names what was probably meant, or all that is known") {
  constexpr std::array known{"date"sv, "type"sv};
  CHECK(advice("tpye", known) == "; did you mean \"type\"?");
  CHECK(advice("certification", known) == "; known: date, type");
  constexpr std::array many{"a"sv, "b"sv, "c"sv, "d"sv, "e"sv, "f"sv, "g"sv, "h"sv, "i"sv};
  CHECK(advice("certification", many) == "; known: a, b, c, d, e, f, g, h, …");
}
