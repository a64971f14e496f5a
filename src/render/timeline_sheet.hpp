// What a timeline is painted on as SVG: how far one has come, and what lies above what.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/svg.hpp"
#include "render/timeline_model.hpp"

namespace certrenew::timeline {

using svg::Tenths;

inline constexpr Tenths page_width = 8000;
inline constexpr Tenths margin = 240;
inline constexpr Tenths left = 1040;  ///< of the axis: the words before it take up to 80 units
inline constexpr Tenths axis_width = page_width - margin - left;
inline constexpr Tenths line_height = 160;
inline constexpr Tenths font = 120;

class Sheet {
 public:
  Sheet(const Answer& of, const Span& span)
      : answer{of}, model{model_of(of, span)}, as_of{of.renewals.as_of} {}

  const Answer& answer;
  const Model model;
  const Date as_of;
  Tenths y = 0;              ///< how far down it is painted
  std::size_t left_out = 0;  ///< captions without room

  /// From back to front, with the line of today between `bars` and `front`.
  [[nodiscard]] svg::Writer back() { return svg::Writer{back_}; }
  [[nodiscard]] svg::Writer bars() { return svg::Writer{bars_}; }
  [[nodiscard]] svg::Writer front() { return svg::Writer{front_}; }
  /// Lines behind everything, as long as the line of today.
  void add_grid(Tenths x) { grid_.push_back(x); }

  [[nodiscard]] bool shows_today() const { return model.axis.shows(as_of); }
  [[nodiscard]] Tenths x(Date day) const { return left + model.axis.place(day, axis_width); }

  /// The whole file; the line of today goes from `top` to `bottom`.
  void append_to(std::string& out, Tenths top, Tenths bottom) const;

 private:
  std::vector<Tenths> grid_;
  std::string back_;
  std::string bars_;
  std::string front_;
};

/// A row of activities, and what explains everything, below what is painted.
void draw_track(Sheet& sheet, const Track& track);
void draw_legend(Sheet& sheet);

// ---- Shapes ------------------------------------------------------------------------------------

/// The path of a mark around its place, and its classes.
std::string_view shape_of(Began how) noexcept;
std::string_view style_of(Began how) noexcept;

}  // namespace certrenew::timeline
