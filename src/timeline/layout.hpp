// What a picture shows, and where it stands: laid out once, and painted with characters or as SVG.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "certrenew/answer.hpp"
#include "timeline/axis.hpp"
#include "timeline/signs.hpp"
#include "timeline/timeline.hpp"

namespace certrenew::timeline {

/// The part of a cycle that the axis shows in which the certification is active, or suspended.
struct Bar {
  Sign sign;
  Length from;
  Length until;
  bool goes_on_before;  ///< it began before the axis does
  bool goes_on_after;
  std::string tooltip;
};

/// Where a cycle begins.
struct Mark {
  Length place;
  Sign sign;
  bool is_seam;  ///< there is no room for the sign: only where one cycle ends and another begins
  std::string tooltip;
};

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

/// The days between the suspension of the cycle in force and the one that another reading of the
/// rules gives (R1).
struct DoubtfulSpan {
  Length from;
  Length until;
  std::optional<Length> other;  ///< where the other suspension stands; none: beyond the axis
  std::string tooltip;
};

/// What is shown of a credential.
struct Row {
  CredentialAnswer credential;
  std::string code;  ///< harmless, and not too long
  std::vector<Bar> bars{};
  std::vector<DoubtfulSpan> doubts{};
  std::vector<Mark> marks{};
  std::vector<Caption> captions{};
  std::size_t lines = 0;  ///< how many lines the captions take
};

/// One activity, or several of a kind that stand close together.
struct Symbol {
  Length place;
  Sign sign;
  std::size_t count;
  std::string tooltip;
};

/// The activities of a kind that the axis shows; never empty.
struct Track {
  std::string_view name;          ///< `CE units`
  std::string summary;            ///< `8 activities, 110 CE units`
  std::vector<Symbol> symbols{};  ///< those of activities that were not passed come last
};

/// What is shown but for the rows, which do not stand in memory all at once.
struct Chart {
  Axis axis;
  Scale ticks;
  Scale labels;  ///< those of `ticks` that have room; they stand where their text begins
  Caption today;
  std::vector<Track> tracks;
  bool has_rows;
};

/// Paints a picture part by part, in this order, from top to bottom.
class Painter {
 public:
  virtual ~Painter() = default;
  /// Called again after end_chart() where there are many rows.
  virtual void paint_axis(const Chart& chart) = 0;
  virtual void begin_chart(const Chart& chart) = 0;
  virtual void paint_row(const Row& row) = 0;
  virtual void end_chart(const Chart& chart) = 0;
  /// `note` says how many captions found no room; it is empty where all did.
  virtual void paint_legend(const std::set<Sign>& signs, const std::string& note) = 0;
};

/// The room that there is for captions.
struct Room {
  Length width;
  Length stroke;  ///< how wide the stroke from a place to its text is
  Length gap;     ///< the least distance between two texts
};

/// The lengths that a layout needs, in the unit of the picture.
struct Metrics {
  Length axis;                ///< of the axis
  Length between_ticks;       ///< the least distance from tick to tick
  Length beyond_axis;         ///< how far the last label may reach beyond the axis
  bool last_label_moves;      ///< to the left of its tick, where it has no room
  Room captions;              ///< it begins where the axis does
  Length shortest_bar;        ///< and the least distance between two seams
  Length between_signs;       ///< closer marks become seams, and closer symbols become one
  Length between_activities;  ///< the same for CE units, whose symbols are slim
  Length (*width_of_label)(const std::string& label);  ///< on the axis, with the room beside it
  Length (*width_of_caption)(const Caption& caption);
};

// How a picture describes activities in words.

using Indices = std::span<const Index<Activity>>;

/// `1 exam`, `2 exams`.
std::string counted(std::size_t count, std::string_view one, std::string_view several);

/// False for an exam that was failed.
bool is_passed(const Activity& activity);

/// Returns `coursework 2025-06-01, 10 units, "Jira automation"; exam of ACP-620 2025-06-02`, with
/// escaped and shortened texts, and `and 3 more` in place of activities beyond the tenth.
std::string describe(const Answer& answer, Indices activities);

/// The programme's word for units if there is only one programme, and its word is short ASCII; else
/// `activities`.
std::string_view name_of_units(const Answer& answer);

/// Returns `8 activities, 110 CE units`. Leaves out units unless there is exactly one programme.
std::string summary_of(const Answer& answer, Sign kind, Indices activities);

/// Gives each caption a spot, as far as there is room, and returns how many got none. No two texts
/// of a line touch. Strokes cross no text where that can be avoided, nor does the line that goes
/// down from the place `today`.
std::size_t place_captions(std::span<Caption> captions, const Room& room,
                           std::optional<Length> today);

/// Lays out a picture and has it painted.
void paint(const Answer& answer, const Span& span, const Metrics& metrics, Painter& painter);

}  // namespace certrenew::timeline
