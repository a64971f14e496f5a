// What a picture shows, and the signs that stand for it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "print/document.hpp"

namespace certrenew::timeline {

using print::Style;

/// What the legend explains, in its order.
enum class Sign : std::uint8_t {
  // the months of a cycle
  active,
  suspended,
  doubtful,  // when another reading of the rules suspends or expires it
  // how a cycle began, in the order of CycleStart
  earned,
  given,
  units,
  exam,
  courses,
  earned_anew,
  renewed_with,
  // an activity
  activity,
  exam_passed,
  exam_failed,
  planned,
  what_if
};

/// A character of one column, and what stands in for it where there is ASCII only.
struct Glyph {
  std::string_view unicode;
  std::string_view ascii;
};

/// How a sign looks.
struct Look {
  std::string_view words;  ///< in the legend
  Glyph glyph;
  Style style;              ///< of the glyph
  std::string_view css;     ///< its class in timeline.css
  std::string_view path{};  ///< in SVG, around its place; a bar has a path of its own
};

inline constexpr std::string_view disc = "M-5 0A5 5 0 1 1 5 0A5 5 0 1 1 -5 0Z";
inline constexpr std::string_view star =
    "M0 -7.5L1.9 -2.6L7.1 -2.3L3 1L4.4 6.1L0 3.2L-4.4 6.1L-3 1L-7.1 -2.3L-1.9 -2.6Z";

inline constexpr Look looks[] = {
    {"active", {"█", "="}, Style::green, "active"},
    {"suspended", {"░", "-"}, Style::yellow, "grace"},
    {"doubtful", {"?", "?"}, Style::yellow, "doubt"},
    {"earned", {"●", "E"}, Style::bold, "mark", disc},
    {"given", {"○", "G"}, Style::bold, "mark given", disc},
    {"renewed by units", {"◆", "U"}, Style::bold, "mark", "M0 -6.5L6.5 0L0 6.5L-6.5 0Z"},
    {"renewed by exam", {"▲", "X"}, Style::bold, "mark", "M0 -6.5L6.5 5H-6.5Z"},
    {"renewed by courses", {"■", "C"}, Style::bold, "mark", "M-5 -5H5V5H-5Z"},
    {"earned anew", {"★", "A"}, Style::bold, "mark", star},
    {"renewed with another", {"▼", "V"}, Style::bold, "mark", "M0 6.5L6.5 -5H-6.5Z"},
    {"activity", {"•", "*"}, Style::green, "tick", "M0 -5.5V5.5"},
    {"exam passed", {"▲", "x"}, Style::bold, "tick solid", "M0 -5.5L5.5 4.5H-5.5Z"},
    {"exam not passed", {"×", "!"}, Style::bold, "tick failed", "M-4 -4L4 4M-4 4L4 -4"},
    {"planned", {"◦", "o"}, Style::cyan, "tick planned", "M-4 0A4 4 0 1 1 4 0A4 4 0 1 1 -4 0Z"},
    {"what if", {"◇", "w"}, Style::yellow, "tick what-if", "M0 -5.5L5.5 0L0 5.5L-5.5 0Z"},
};

constexpr const Look& look_of(Sign sign) { return looks[static_cast<std::size_t>(sign)]; }

}  // namespace certrenew::timeline
