// Placing dates in words below a bar.

#include <algorithm>
#include <random>
#include <utility>
#include <vector>

#include "catch.hpp"
#include "timeline/layout.hpp"

using namespace certrenew::timeline;

namespace {

constexpr Room room{.width = 69, .stroke = 1, .gap = 2};
constexpr std::size_t most_lines = 4;

using Extent = std::pair<Length, Length>;  // from, end

Extent extent_of(const Caption& caption) {
  const Length end = caption.place + room.stroke;
  return caption.spot->leftward ? Extent{end - caption.width, end}
                                : Extent{caption.place, caption.place + caption.width};
}

/// Returns the spot of a caption that stands alone.
std::optional<Spot> spot_of(Caption caption, std::optional<Length> today = {}) {
  const std::size_t left_out = place_captions({&caption, 1}, room, today);
  CHECK(left_out == (caption.spot ? 0 : 1));
  return caption.spot;
}

}  // namespace

TEST_CASE("A caption stands to the right of its place, or to the left where the room ends") {
  const auto spot = spot_of({.place = 5, .width = 20});
  REQUIRE(spot);
  CHECK_FALSE(spot->leftward);
  CHECK(spot->line == 0);
  const auto at_end = spot_of({.place = 60, .width = 20});
  REQUIRE(at_end);
  CHECK(at_end->leftward);
}

TEST_CASE("A caption that is wider than the room is left out") {
  CHECK_FALSE(spot_of({.place = 30, .width = 70}));
  CHECK(place_captions({}, room, {}) == 0);
}

TEST_CASE("Where not all captions have room, the important ones do") {
  std::vector<Caption> captions(12, {.place = 30, .width = 25});
  captions[3].weight = captions[7].weight = Caption::Weight::major;
  const std::size_t left_out = place_captions(captions, room, {});
  CHECK(captions[3].spot);
  CHECK(captions[7].spot);
  CHECK(left_out > 0);
  const auto has_none = [](const Caption& one) { return !one.spot; };
  CHECK(std::ranges::count_if(captions, has_none) == static_cast<std::ptrdiff_t>(left_out));
}

TEST_CASE("A caption avoids today's line where it can") {
  const auto spot = spot_of({.place = 35, .width = 20}, 40);
  REQUIRE(spot);
  CHECK(spot->leftward);
}

TEST_CASE("Captions never overlap, and keep within their room") {
  std::mt19937 dice{20251231};
  const auto roll = [&](int least, int most) {
    return std::uniform_int_distribution{least, most}(dice);
  };
  for (int round = 0; round < 500; ++round) {
    std::vector<Caption> captions(static_cast<std::size_t>(roll(0, 30)), {.place = 0});
    for (Caption& one : captions) {
      one.place = roll(0, 68);
      one.width = roll(3, 25);
      if (roll(0, 3) == 0) one.weight = Caption::Weight::major;
    }
    std::optional<Length> today;
    if (roll(0, 1) == 1) today = roll(0, 68);
    place_captions(captions, room, today);
    bool holds = true;
    for (std::size_t i = 0; i < captions.size(); ++i) {
      if (!captions[i].spot) continue;
      const auto [from, end] = extent_of(captions[i]);
      holds = holds && captions[i].spot->line < most_lines && from >= 0 && end <= room.width;
      for (std::size_t other = 0; other < i; ++other) {
        if (!captions[other].spot || captions[other].spot->line != captions[i].spot->line) continue;
        const auto [other_from, other_end] = extent_of(captions[other]);
        holds = holds && (end + room.gap <= other_from || other_end + room.gap <= from);
      }
    }
    CAPTURE(round);
    CHECK(holds);
  }
}
