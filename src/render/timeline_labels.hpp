// Writing texts at their places, so that none covers another.
#pragma once

#include <cstddef>
#include <vector>

#include "render/timeline_axis.hpp"

namespace certrenew::timeline {

/// A text to be written at a place: from it to the right, or up to it.
struct Label {
  Length place;
  Length width;
  bool first = false;  ///< finds its room before the others
};

/// Where it is written.
struct Spot {
  bool written = false;   ///< or else there is no room
  bool leftward = false;  ///< the text ends at its place
  std::size_t lane = 0;   ///< lines below the first
};

/// Where there is to write.
struct Room {
  Length width;
  Length stroke;      ///< of the line from a place down to its text
  Length gap;         ///< between two texts, at least
  std::size_t lanes;  ///< lines, at most
  Length line;        ///< that of today, which texts had better not cross; negative: none
};

/// A spot for each of `labels`, in their order. No two texts of a lane touch, and from each place
/// a line can be drawn down to its text that crosses no other, where the room allows for that.
std::vector<Spot> place_labels(const std::vector<Label>& labels, const Room& room);

/// How many lanes they take.
std::size_t lanes_of(const std::vector<Spot>& spots);

}  // namespace certrenew::timeline
