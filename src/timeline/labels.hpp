// Placing texts below a bar so that none covers another.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "timeline/axis.hpp"

namespace certrenew::timeline {

/// A text that belongs to a place. It stands in a line below that place, to the right of it or to
/// the left, and a vertical stroke leads down to it.
struct Label {
  Length place;
  Length width;
  bool important = false;  ///< it is placed before those that are not
};

/// Where a label stands.
struct Spot {
  bool leftward = false;  ///< the text ends at its place, rather than beginning there
  std::size_t line = 0;   ///< lines below the first
};

/// The room that there is for labels.
struct Room {
  Length width;
  Length stroke;                ///< how wide the stroke from a place to its text is
  Length gap;                   ///< the least distance between two texts
  std::size_t lines;            ///< how many lines there may be
  std::optional<Length> today;  ///< the place of today's line, which texts avoid crossing
};

/// Returns a spot for each of `labels`, in their order; none where there is no room. No two texts
/// of a line touch, and strokes cross no text where that can be avoided.
std::vector<std::optional<Spot>> place_labels(const std::vector<Label>& labels, const Room& room);

}  // namespace certrenew::timeline
