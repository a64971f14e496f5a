// A timeline drawn as SVG.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "embedded.hpp"
#include "text/fit.hpp"
#include "timeline/layout.hpp"
#include "timeline/svg.hpp"
#include "timeline/words.hpp"

namespace certrenew::timeline {

namespace {

using svg::Tenths;

constexpr Tenths width = 8000;
constexpr Tenths margin = 240;
constexpr Tenths left = 1040;  // of the axis: the words before it take 80 points at most
constexpr Tenths line_height = 160;
constexpr Tenths bar_height = 140;
constexpr Tenths beside_stroke = 50;

// Font sizes. Bold text is wider, so it is measured as if it were larger.
constexpr Tenths font = 120;
constexpr Tenths code_font = 145;
constexpr Tenths who_font = 190;
constexpr Tenths today_font = 135;

constexpr Length axis_length = width - margin - left;
constexpr Length stroke_width = 20;  // with what it keeps free

std::string with_arrow(const Caption& caption) {
  switch (caption.where) {
    case Caption::Where::before: return "← " + caption.words;
    case Caption::Where::after: return caption.words + " →";
    case Caption::Where::at_day: break;
  }
  return caption.words;
}

constexpr Metrics metrics{
    .axis = axis_length,
    .between_ticks = 400,
    .before_label = 40,
    .after_label = 40,
    .beyond_axis = margin - 40,
    .label_may_move = 0,
    .stroke = stroke_width,
    .captions = axis_length + stroke_width,
    .between_captions = 100,
    .smallest = 10,
    .between_signs = 130,
    .between_activities = 40,
    .legend = width - 2 * margin,
    .between_entries = 220,
    .before_words = 180,
    .width_of = [](std::string_view words) { return svg::width_of(words, font); },
    .width_of_caption =
        [](const Caption& caption) {
          const bool today = caption.weight == Caption::Weight::today;
          return svg::width_of(with_arrow(caption), today ? today_font : font) + beside_stroke;
        }};

/// A path around a place, and its class in timeline.css.
struct Shape {
  std::string_view path;
  std::string_view style;
};

const Shape& shape_of(Sign sign) {
  static constexpr std::string_view disc = "M-5 0A5 5 0 1 1 5 0A5 5 0 1 1 -5 0Z";
  static constexpr std::array<Shape, sign_count> shapes{{
      {"", "active"},  // a bar has a path of its own
      {"", "grace"},
      {disc, "mark"},
      {disc, "mark given"},
      {"M0 -6.5L6.5 0L0 6.5L-6.5 0Z", "mark"},
      {"M0 -6.5L6.5 5H-6.5Z", "mark"},
      {"M-5 -5H5V5H-5Z", "mark"},
      {"M0 -7.5L1.9 -2.6L7.1 -2.3L3 1L4.4 6.1L0 3.2L-4.4 6.1L-3 1L-7.1 -2.3L-1.9 -2.6Z", "mark"},
      {"M0 -5.5V5.5", "tick"},
      {"M0 -5.5L5.5 4.5H-5.5Z", "tick solid"},
      {"M-4 -4L4 4M-4 4L4 -4", "tick failed"},
      {"M-4 0A4 4 0 1 1 4 0A4 4 0 1 1 -4 0Z", "tick planned"},
      {"M0 -5.5L5.5 0L0 5.5L-5.5 0Z", "tick what-if"},
      {"", ""},  // characters alone show numbers
  }};
  return shapes[static_cast<std::size_t>(sign)];
}

/// What the bars of suspended months are filled with.
constexpr std::string_view hatch =
    "<pattern id=\"certrenew-hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" "
    "patternTransform=\"rotate(45)\"><rect width=\"6\" height=\"6\" class=\"ground\"/>"
    "<line x1=\"0\" y1=\"0\" x2=\"0\" y2=\"6\" class=\"hatch\"/></pattern>\n";

std::string style_of(const Caption& caption) {
  std::string style;
  switch (caption.weight) {
    case Caption::Weight::minor: style = "muted"; break;
    case Caption::Weight::major: break;
    case Caption::Weight::today: style = "today-word"; break;
  }
  if (caption.spot->leftward) style += style.empty() ? "end" : " end";
  return style;
}

/// Paints a picture from top to bottom. Each layer keeps its elements until the end.
class Painter {
 public:
  explicit Painter(Layout& layout) : layout_{layout} {}

  void paint(const Heading& heading) {
    constexpr Tenths room = width - 2 * margin;
    y_ += margin - 20;
    if (!heading.who.empty()) {
      y_ += 160;
      front_ += svg::clipped_text({margin, y_}, room, "who", svg::cut(heading.who, room, who_font));
      y_ += 40;
    }
    y_ += line_height;
    front_ += svg::clipped_text({margin, y_}, room, "muted", svg::cut(heading.origin, room, font));
    y_ += 120;
  }

  void paint(const Answer& answer) {
    const AxisMarks axis = layout_.axis_marks();
    paint(axis);
    paint_chart(answer, axis.grid);
    if (axis.repeated) paint(axis);
    paint(layout_.legend());
    const std::string note = layout_.note();
    if (note.empty()) return;
    y_ += 220;
    front_ += svg::text({margin, y_}, "muted", note);
  }

  /// Writes all that has been painted, with what stands around it.
  void write_to(print::Sink& sink, std::string_view title) {
    const Tenths height = y_ + 200;
    sink.text += "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"certrenew\" viewBox=\"0 0 " +
                 svg::number(width) + ' ' + svg::number(height) +
                 "\" role=\"img\" aria-labelledby=\"certrenew-title certrenew-desc\">\n";
    sink.text += "<title id=\"certrenew-title\">" + svg::escaped(title) + "</title>\n";
    sink.text += "<desc id=\"certrenew-desc\">From " + to_string(layout_.axis().first) + " to " +
                 to_string(layout_.axis().last) + '.' + description_ + "</desc>\n";
    (sink.text += "<style>\n") += embedded::timeline_style;
    (sink.text += "</style>\n") += hatch;
    sink.text += svg::rect({5, 5}, {width - 10, height - 10}, "page");
    for (std::string* const layer : {&grid_, &back_, &bars_, &today_, &front_}) {
      sink.text += std::exchange(*layer, {});
      sink.drain_if_large();
    }
    sink.text += "</svg>\n";
  }

 private:
  void paint(const AxisMarks& axis) {
    paint(axis.labels, "year");
    if (!axis.fine_labels.empty()) paint(axis.fine_labels, "muted");
    y_ += 100;
    back_ += svg::line({left, y_}, {left + axis_length, y_}, "axis");
    for (const Length tick : axis.ticks) {
      back_ += svg::line({left + tick, y_ - 50}, {left + tick, y_}, "axis");
    }
  }

  void paint(const std::vector<AxisLabel>& labels, std::string_view style) {
    y_ += line_height;
    for (const AxisLabel& label : labels) {
      front_ += svg::text({left + label.place, y_}, style, label.text);
    }
  }

  /// Paints the part through which the lines of the grid and of today go.
  void paint_chart(const Answer& answer, const std::vector<Length>& grid) {
    const Tenths top = y_;
    const Caption today = layout_.today();
    if (today.spot) {
      y_ += 30;
      paint(today);
      y_ += line_height;
    }
    if (answer.credentials().empty()) {
      y_ += 180;
      front_ += svg::text({left, y_}, {}, "no certifications");
    }
    for (const CredentialAnswer& credential : answer.credentials()) {
      const Row row = layout_.row_of(credential);
      paint(row);
      description_ += svg::escaped(describe(row));
    }
    y_ += 60;
    for (const Track& track : layout_.tracks()) {
      paint(track);
      description_ += describe(answer, track);
    }
    y_ += 60;
    for (const Length at : grid) {
      grid_ += svg::line({left + at, top}, {left + at, y_}, "grid");
    }
    if (today.where != Caption::Where::at_day) return;
    const Tenths x = left + today.place;
    today_ += svg::line({x, top}, {x, y_}, "today-edge");
    today_ += svg::line({x, top}, {x, y_}, "today", today.words);
  }

  // ---- Rows

  void paint(const Row& row) {
    paint_title(row.credential);
    const std::string word{name_of(row.credential.status())};
    front_ += svg::text({margin, y_ + 115}, word + "-word", word);
    for (const Bar& bar : row.bars) paint(bar);
    for (const Mark& mark : row.marks) paint(mark);
    y_ += bar_height;
    for (const Caption& one : row.captions) {
      if (one.spot) paint(one);
    }
    y_ += static_cast<Tenths>(row.lines) * line_height + 40;
  }

  void paint_title(const CredentialAnswer& credential) {
    const std::string code = code_of(credential);
    const Tenths code_width = svg::width_of(code, code_font);
    y_ += 200;
    front_ += svg::clipped_text({margin, y_}, code_width, "code", code);
    if (const std::optional<std::string_view> name = credential.name()) {
      const Tenths x = std::max(left, margin + code_width + 90);
      const Tenths room = width - margin - x;
      front_ += svg::clipped_text({x, y_}, room, "muted", svg::cut(*name, room, font));
    }
    y_ += 80;
  }

  void paint(const Bar& bar) {
    std::string path = "M0 0H" + svg::number(bar.until - bar.from);
    path += bar.goes_on_after ? "l7 7l-7 7H0" : "v14H0";
    path += bar.goes_on_before ? "l-7 -7Z" : "Z";
    bars_ += svg::shape({left + bar.from, y_}, path, shape_of(bar.sign).style, bar.tooltip);
  }

  void paint(const Mark& mark) {
    const Tenths x = left + mark.place;
    const auto& [path, style] = shape_of(mark.sign);
    front_ += mark.is_seam ? svg::line({x, y_}, {x, y_ + bar_height}, "seam", mark.tooltip)
                           : svg::shape({x, y_ + bar_height / 2}, path, style, mark.tooltip);
  }

  void paint(const Caption& caption) {
    const bool at_day = caption.where == Caption::Where::at_day;
    const Tenths x = left + caption.place;
    const Tenths baseline = y_ + 150 + static_cast<Tenths>(caption.spot->line) * line_height;
    const Tenths beside = at_day ? beside_stroke : 0;
    if (at_day && caption.weight != Caption::Weight::today) {
      back_ += svg::line({x, y_}, {x, baseline}, "stroke");
    }
    front_ += svg::text({caption.spot->leftward ? x - beside : x + beside, baseline},
                        style_of(caption), with_arrow(caption));
  }

  // ---- Tracks and the legend

  void paint(const Track& track) {
    y_ += 240;
    front_ += svg::text({margin, y_}, "muted", track.name);
    for (const Symbol& symbol : track.symbols) {
      const auto& [path, style] = shape_of(symbol.sign);
      front_ +=
          svg::shape({left + symbol.place, y_ - 40}, path,
                     std::string{style} + (symbol.count > 1 ? " several" : ""), symbol.tooltip);
    }
  }

  void paint(const std::vector<LegendEntry>& legend) {
    if (!legend.empty()) y_ += 60;
    for (const auto& [place, sign] : legend) {
      if (place == 0) y_ += 200;
      const Tenths x = margin + place;
      const auto& [path, style] = shape_of(sign);
      front_ += path.empty() ? svg::rect({x, y_ - 90}, {120, 100}, style)
                             : svg::shape({x + 60, y_ - 40}, path, style, {});
      front_ += svg::text({x + metrics.before_words, y_}, "muted", legend_words(sign));
    }
  }

  Layout& layout_;
  Tenths y_ = 0;             // where the last part ends
  std::string description_;  // in words, what the picture shows
  // From back to front:
  std::string grid_;
  std::string back_;
  std::string bars_;
  std::string today_;
  std::string front_;
};

std::string title_of(const Answer& answer, const Heading& heading) {
  constexpr std::size_t widest = 80;
  std::string title = "Certification timeline";
  if (!heading.who.empty()) title += " of " + text::fitted(heading.who, widest);
  return title + ", as of " + to_string(answer.as_of());
}

}  // namespace

void draw_svg(print::Sink& sink, const Answer& answer, const Heading& heading, const Span& span) {
  Layout layout{answer, span, metrics};
  Painter painter{layout};
  painter.paint(heading);
  painter.paint(answer);
  painter.write_to(sink, title_of(answer, heading));
}

}  // namespace certrenew::timeline
