// What a timeline shows, and where it stands. A layout knows the lengths of what is painted on;
// draw_text() and draw_svg() paint its parts from top to bottom.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "certrenew/answer.hpp"
#include "timeline/axis.hpp"
#include "timeline/labels.hpp"
#include "timeline/timeline.hpp"

namespace certrenew::timeline {

/// What the legend explains, in its order.
enum class Sign : std::uint8_t {
  // the months of a cycle
  active,
  suspended,
  // how a cycle began, in the order of CycleStart
  earned,
  given,
  units,
  exam,
  courses,
  earned_anew,
  // an activity
  activity,
  exam_passed,
  exam_failed,
  planned,
  what_if,
  // how many activities share a cell, where a number shows that
  counts
};
inline constexpr std::size_t sign_count = 14;

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

/// A date in words. It stands at its day, or at the end of the axis that its day lies beyond.
struct Caption {
  enum class Where : std::uint8_t { at_day, before, after };
  /// `major`: the dates that matter most, when the current cycle suspends and expires. Beyond the
  /// axis only these are shown.
  enum class Weight : std::uint8_t { minor, major, today };
  Where where;
  Weight weight;
  std::string words;  ///< `suspends 2027-11-14`
  Length place;
  std::optional<Spot> spot;  ///< none: there is no room for it
};

/// What is shown of a credential.
struct Row {
  CredentialAnswer credential;
  std::vector<Bar> bars;
  std::vector<Mark> marks;
  std::vector<Caption> captions;
  std::size_t lines;  ///< how many lines the captions take
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
  Sign sign;              ///< exam_passed for all exams
  std::string_view name;  ///< `CE units`
  std::vector<Index<Activity>> activities;
  std::vector<Symbol> symbols;
};

/// A label of the axis: where its text begins.
struct AxisLabel {
  Length place;
  std::string text;
};

/// What stands along the axis.
struct AxisMarks {
  std::vector<AxisLabel> labels;       ///< the line above the axis, or the upper one of two
  std::vector<AxisLabel> fine_labels;  ///< the lower line; may be empty
  std::vector<Length> ticks;
  std::vector<Length> grid;  ///< the ticks of `labels`, except at the beginning of the axis
  bool repeated;             ///< there are many rows: the axis stands once more below them
};

/// A sign in the legend.
struct LegendEntry {
  Length place;  ///< 0 begins a line
  Sign sign;
};

/// The lengths that a layout needs, in the unit of what is painted on.
struct Metrics {
  Length axis;                ///< of the axis
  Length between_ticks;       ///< the least distance from tick to tick
  Length before_label;        ///< from a tick to its label
  Length after_label;         ///< from a label to the next tick
  Length beyond_axis;         ///< how far the last label may reach beyond the axis
  Length label_may_move;      ///< how far to the left of its tick the last label may stand
  Length stroke;              ///< the width of the stroke from a place to its caption
  Length captions;            ///< how far captions may reach from the beginning of the axis
  Length between_captions;    ///< the least distance between two captions
  Length smallest;            ///< the least length of a bar, and between two seams
  Length between_signs;       ///< closer marks become seams, and closer symbols become one
  Length between_activities;  ///< the same for CE units, whose symbols are slim
  Length legend;              ///< of a line of the legend
  Length between_entries;     ///< of the legend
  Length before_words;        ///< what the sign in an entry takes, with the room beside it
  Length (*width_of)(std::string_view words);          ///< of an ordinary text
  Length (*width_of_caption)(const Caption& caption);  ///< with the room beside the stroke
};

class Layout {
 public:
  /// Where `span` has no end, the axis consists of whole months and reaches as far as there is
  /// something to show. `answer` and `metrics` must outlive the layout.
  Layout(const Answer& answer, const Span& span, const Metrics& metrics);

  [[nodiscard]] const Axis& axis() const { return axis_; }
  [[nodiscard]] AxisMarks axis_marks() const;
  /// Returns the caption of the day of the answer.
  Caption today();
  Row row_of(const CredentialAnswer& credential);
  /// Returns the tracks that have activities.
  std::vector<Track> tracks();

  /// Has the legend explain `sign`, and returns it. Whatever is laid out is explained anyway.
  Sign explain(Sign sign);
  [[nodiscard]] std::vector<LegendEntry> legend() const;
  /// Says how many captions found no room; empty where all did.
  [[nodiscard]] std::string note() const;

 private:
  [[nodiscard]] Length place(Date day) const { return axis_.place(day, metrics_.axis); }
  [[nodiscard]] std::vector<AxisLabel> placed(const std::vector<Tick>& ticks) const;
  [[nodiscard]] Caption caption(Date day, std::string_view word, Caption::Weight weight) const;
  void place_captions(std::span<Caption> captions);
  void add_bar(Row& row, Sign sign, const Interval& days);
  void add_captions(Row& row, const Cycle& cycle) const;
  void add_marks(Row& row);
  void add_symbols(Track& track, bool passed);

  const Answer& answer_;
  const Metrics& metrics_;
  Axis axis_;
  std::array<bool, sign_count> explained_{};  // by Sign
  std::size_t left_out_ = 0;                  // captions without room
};

}  // namespace certrenew::timeline
