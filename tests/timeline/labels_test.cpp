// Placing texts below a bar.

#include "timeline/labels.hpp"

#include <algorithm>
#include <random>
#include <utility>

#include "catch.hpp"

using namespace certrenew::timeline;

namespace {

constexpr Room room{.width = 69, .stroke = 1, .gap = 2, .lines = 4, .today = {}};

using Extent = std::pair<Length, Length>;  // from, end

Extent extent_of(const Label& label, const Spot& spot) {
  const Length end = label.place + room.stroke;
  return spot.leftward ? Extent{end - label.width, end}
                       : Extent{label.place, label.place + label.width};
}

}  // namespace

TEST_CASE("A label stands to the right of its place, or to the left where the room ends") {
  const auto spots = place_labels({{.place = 5, .width = 20}}, room);
  REQUIRE(spots.at(0));
  CHECK_FALSE(spots[0]->leftward);
  CHECK(spots[0]->line == 0);
  const auto at_end = place_labels({{.place = 60, .width = 20}}, room);
  REQUIRE(at_end.at(0));
  CHECK(at_end[0]->leftward);
}

TEST_CASE("A label that is wider than the room is left out") {
  CHECK_FALSE(place_labels({{.place = 30, .width = 70}}, room).at(0));
  CHECK(place_labels({}, room).empty());
}

TEST_CASE("Where not all labels have room, the important ones do") {
  std::vector<Label> labels(12, {.place = 30, .width = 25});
  labels[3].important = labels[7].important = true;
  const auto spots = place_labels(labels, room);
  CHECK(spots[3]);
  CHECK(spots[7]);
  const auto placed = std::count_if(spots.begin(), spots.end(), [](auto& one) { return !!one; });
  CHECK(placed < 12);
}

TEST_CASE("A label avoids today's line where it can") {
  Room with_today = room;
  with_today.today = 40;
  const auto spots = place_labels({{.place = 35, .width = 20}}, with_today);
  REQUIRE(spots.at(0));
  CHECK(spots[0]->leftward);
}

TEST_CASE("Labels never overlap, and keep within their room") {
  std::mt19937 dice{20251231};
  const auto roll = [&](int least, int most) {
    return std::uniform_int_distribution{least, most}(dice);
  };
  for (int round = 0; round < 500; ++round) {
    std::vector<Label> labels;
    const int count = roll(0, 30);
    for (int i = 0; i < count; ++i) labels.push_back({roll(0, 68), roll(3, 25), roll(0, 3) == 0});
    Room any = room;
    if (roll(0, 1) == 1) any.today = roll(0, 68);
    const auto spots = place_labels(labels, any);
    REQUIRE(spots.size() == labels.size());
    bool holds = true;
    for (std::size_t i = 0; i < labels.size(); ++i) {
      if (!spots[i]) continue;
      const auto [from, end] = extent_of(labels[i], *spots[i]);
      holds = holds && spots[i]->line < any.lines && from >= 0 && end <= any.width;
      for (std::size_t other = 0; other < i; ++other) {
        if (!spots[other] || spots[other]->line != spots[i]->line) continue;
        const auto [other_from, other_end] = extent_of(labels[other], *spots[other]);
        holds = holds && (end + any.gap <= other_from || other_end + any.gap <= from);
      }
    }
    CAPTURE(round);
    CHECK(holds);
  }
}
