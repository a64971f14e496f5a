// What a timeline shows, for every painter: read off the answer, decided nowhere else.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "render/answer.hpp"
#include "render/timeline.hpp"
#include "render/timeline_axis.hpp"

namespace certrenew::timeline {

/// A part of a cycle, from its first day until its end.
struct Bar {
  Date from;
  Date until;  ///< not of it, unless the axis ends there
  bool grace;
  bool goes_on_before;  ///< it began before the axis does
  bool goes_on_after;
};

/// The first day of a cycle, and how it began.
struct Mark {
  Date day;
  Began how;
};

/// A date in words, at its place, or at the end of the axis that it lies beyond.
struct Caption {
  enum class Where : std::uint8_t { there, before, after };
  Date day;
  Where where;
  std::string words;  ///< `suspends 2027-11-14`
  bool in_force;      ///< of the dates that matter most: those of the cycle in force
};

/// A credential's row.
struct Row {
  std::uint32_t credential;  ///< index into the log's certifications
  std::vector<Bar> bars;
  std::vector<Mark> marks;
  std::vector<Caption> captions;
};

/// Activities that stand in one row.
enum class Kind : std::uint8_t { units, exams, planned, what_if };

inline constexpr std::array<Kind, 4> kinds{Kind::units, Kind::exams, Kind::planned, Kind::what_if};

/// `CE units`, `exams`, `planned`, `what if`.
std::string_view name_of(Kind kind) noexcept;

struct Track {
  Kind kind;
  std::vector<std::uint32_t> activities;  ///< indices into the log's, by day
};

struct Model {
  Axis axis;
  std::vector<Row> rows;      ///< for each credential that was asked for
  std::vector<Track> tracks;  ///< those with activities that the axis shows
};

/// The picture of `answer`. Without a span its whole months from the first thing that it shows to
/// the last.
Model model_of(const Answer& answer, const Span& span);

/// `as of 2025-12-31`, at its place.
Caption caption_of_today(const Answer& answer, const Axis& axis);

/// Below more rows than these the axis stands again.
inline constexpr std::size_t rows_to_an_axis = 8;

/// What is said of so many captions that found no room.
std::string left_out_words(std::size_t count);

/// How a cycle began, in as few words as can be: `units`, `earned anew`.
std::string_view word_for(Began how) noexcept;

/// What the legend explains.
struct Sign {
  enum class Of : std::uint8_t { active, grace, mark, tick, failed };
  Of of;
  Began how;  ///< of a mark
  Kind kind;  ///< of a tick
  std::string words;
};

/// A sign for everything that occurs.
std::vector<Sign> legend_of(const Answer& answer, const Model& model);

/// `coursework 2025-06-01, 10 units, "Jira automation"`; visible, and not long.
std::string describe(const Answer& answer, std::uint32_t activity);

/// Several of them, separated by semicolons.
std::string describe(const Answer& answer, const std::vector<std::uint32_t>& activities);

/// What the picture is of, in a line, and what it shows, in words.
std::string title_of(const Answer& answer);
std::string describe(const Answer& answer, const Model& model);

}  // namespace certrenew::timeline
