// Dates in words, placed below a bar so that none covers another.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "timeline/axis.hpp"

namespace certrenew::timeline {

/// Where a caption's text stands: in a line below its place, to the right of it or to the left. A
/// vertical stroke leads down to it.
struct Spot {
  bool leftward = false;  ///< the text ends at its place, rather than beginning there
  std::size_t line = 0;   ///< lines below the first
};

/// A date in words. It stands at its day, or at the end of the axis that its day lies beyond.
struct Caption {
  enum class Where : std::uint8_t { at_day, before, after };
  /// `major`: the dates that matter most, when the current cycle suspends and expires. Beyond the
  /// axis only these are shown. They and today find room before the minor ones.
  enum class Weight : std::uint8_t { minor, major, today };
  Where where = Where::at_day;
  Weight weight = Weight::minor;
  std::string words{};  ///< `suspends 2027-11-14`
  Length place;
  Length width = 0;            ///< of the words, with the room beside the stroke
  std::optional<Spot> spot{};  ///< none: there is no room for it
};

/// The room that there is for captions.
struct Room {
  Length width;
  Length stroke;  ///< how wide the stroke from a place to its text is
  Length gap;     ///< the least distance between two texts
};

/// Gives each caption a spot, as far as there is room, and returns how many got none. No two texts
/// of a line touch. Strokes cross no text where that can be avoided, nor does the line that goes
/// down from the place `today`.
std::size_t place_captions(std::span<Caption> captions, const Room& room,
                           std::optional<Length> today);

}  // namespace certrenew::timeline
