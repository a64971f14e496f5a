// What a timeline is painted on in a terminal.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>

#include "render/timeline_canvas.hpp"
#include "render/timeline_model.hpp"

namespace certrenew::timeline {

/// Columns of the words before the axis: `suspended`, and two more.
inline constexpr std::size_t gutter = 11;

class Screen {
 public:
  Screen(std::string& text, const Answer& of, const Span& span, const Paper& on, Characters with)
      : out{text},
        answer{of},
        paper{on},
        characters{with},
        glyphs{glyphs_of(with)},
        model{model_of(of, span)},
        axis_width{static_cast<Length>(on.width - gutter)} {}

  std::string& out;
  const Answer& answer;
  const Paper& paper;
  const Characters characters;
  const Glyphs& glyphs;
  const Model model;
  const Length axis_width;
  std::size_t left_out = 0;  ///< captions without room
  bool several = false;      ///< activities in one cell

  [[nodiscard]] Line blank() const { return Line{paper.width}; }

  [[nodiscard]] bool shows_today() const { return model.axis.shows(answer.renewals.as_of); }
  [[nodiscard]] std::size_t today() const { return column(answer.renewals.as_of); }

  [[nodiscard]] std::size_t column(Date day) const {
    return gutter +
           static_cast<std::size_t>(std::min(model.axis.place(day, axis_width), axis_width - 1));
  }

  /// Appends a line, with that of today below it.
  void print(Line line) {
    if (shows_today()) line.put_below(today(), glyphs.today, Style::cyan);
    line.append_to(out, paper.colored);
  }
};

/// A row of activities, and what explains everything, below what is painted.
void draw_track(Screen& screen, const Track& track);
void draw_legend(Screen& screen);

}  // namespace certrenew::timeline
