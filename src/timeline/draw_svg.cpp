// A timeline drawn as SVG.
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "embedded.hpp"
#include "timeline/layout.hpp"
#include "timeline/svg.hpp"

namespace certrenew::timeline {

namespace {

constexpr Length page_width = 8000;
constexpr Length margin = 240;
constexpr Length left = 1040;  // of the axis: the words before it take 80 points at most
constexpr Length axis_length = page_width - margin - left;
constexpr Length line_height = 160;
constexpr Length bar_height = 140;
constexpr Length beside_stroke = 50;
constexpr Length before_label = 40;  // on the axis

// Font sizes. Bold text is wider, so it is measured as if it were larger.
constexpr Length font = 120;
constexpr Length code_font = 145;
constexpr Length who_font = 190;
constexpr Length today_font = 135;

/// What the bars of suspended months are filled with.
constexpr std::string_view hatch =
    "<pattern id=\"certrenew-hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" "
    "patternTransform=\"rotate(45)\"><rect width=\"6\" height=\"6\" class=\"ground\"/>"
    "<line x1=\"0\" y1=\"0\" x2=\"0\" y2=\"6\" class=\"hatch\"/></pattern>\n";

std::string with_arrow(const Caption& caption) {
  if (caption.where == Caption::Where::before) return "← " + caption.words;
  if (caption.where == Caption::Where::after) return caption.words + " →";
  return caption.words;
}

std::string style_of(const Caption& caption) {
  std::string style;
  if (caption.weight == Caption::Weight::minor) style = "muted";
  if (caption.weight == Caption::Weight::today) style = "today-word";
  if (caption.spot->leftward) style += style.empty() ? "end" : " end";
  return style;
}

constexpr Metrics page_metrics{
    .axis = axis_length,
    .between_ticks = 400,
    .beyond_axis = margin - before_label,
    .last_label_moves = false,
    // The stroke with what it keeps free.
    .captions = {.width = axis_length + 20, .stroke = 20, .gap = 100},
    .shortest_bar = 10,
    .between_signs = 130,
    .between_activities = 40,
    .width_of_label =
        [](const std::string& label) { return svg::width_of(label, font) + 2 * before_label; },
    .width_of_caption =
        [](const Caption& caption) {
          const bool today = caption.weight == Caption::Weight::today;
          return svg::width_of(with_arrow(caption), today ? today_font : font) + beside_stroke;
        }};

/// Says what a row shows, for those who cannot see it: ` ACP-620: active; earned 2023-11-15; …`.
std::string description_of(const Row& row) {
  constexpr std::size_t most = 8;
  std::string words = ' ' + row.code + ": ";
  words += name_of(row.credential.status());
  const std::size_t earlier = row.captions.size() - std::min(row.captions.size(), most);
  if (earlier > 0) words += "; " + std::to_string(earlier) + " earlier dates";
  for (std::size_t i = earlier; i < row.captions.size(); ++i) words += "; " + row.captions[i].words;
  return words + '.';
}

/// Paints a picture from top to bottom. Each layer keeps its elements until the end.
class SvgPainter : public Painter {
 public:
  void paint_heading(const Heading& heading) {
    constexpr Length room = page_width - 2 * margin;
    y_ += 220;
    if (!heading.who.empty()) {
      y_ += 160;
      front_ += svg::text_within(room, who_font, {margin, y_}, "who", heading.who);
      y_ += 40;
    }
    y_ += line_height;
    front_ += svg::text_within(room, font, {margin, y_}, "muted", heading.origin);
    y_ += 120;
  }

  /// Stands in for a heading.
  void leave_room_above() { y_ += 120; }

  void paint_axis(const Chart& chart) override {
    paint_labels(chart.labels.above, "year");
    if (!chart.labels.below.empty()) paint_labels(chart.labels.below, "muted");
    y_ += 100;
    back_ += svg::line({left, y_}, {left + axis_length, y_}, "axis");
    for (const Tick& tick : chart.ticks.finest()) {
      back_ += svg::line({left + tick.place, y_ - 50}, {left + tick.place, y_}, "axis");
    }
  }

  void begin_chart(const Chart& chart) override {
    description_ =
        "From " + to_string(chart.axis.first) + " to " + to_string(chart.axis.last) + '.';
    top_ = y_;
    if (chart.today.spot) {
      y_ += 30;
      paint(chart.today);
      y_ += line_height;
    }
    if (chart.has_rows) return;
    y_ += 180;
    front_ += svg::text({left, y_}, {}, "no certifications");
  }

  void paint_row(const Row& row) override {
    description_ += svg::escaped(description_of(row));
    paint_title(row);
    const std::string status{name_of(row.credential.status())};
    front_ += svg::text({margin, y_ + 115}, status + "-word", status);
    for (const Bar& bar : row.bars) paint(bar);
    for (const DoubtfulSpan& doubt : row.doubts) paint(doubt);
    for (const Mark& mark : row.marks) paint(mark);
    y_ += bar_height;
    for (const Caption& one : row.captions) {
      if (one.spot) paint(one);
    }
    y_ += static_cast<Length>(row.lines) * line_height + 40;
  }

  /// Paints the tracks, and the lines of the grid and of today, which go down to here.
  void end_chart(const Chart& chart) override {
    y_ += 60;
    for (const Track& track : chart.tracks) paint(track);
    y_ += 60;
    // The first tick is the beginning of the axis.
    for (auto tick = chart.ticks.above.begin() + 1; tick != chart.ticks.above.end(); ++tick) {
      grid_ += svg::line({left + tick->place, top_}, {left + tick->place, y_}, "grid");
    }
    if (chart.today.where != Caption::Where::at_day) return;
    const Length x = left + chart.today.place;
    today_ += svg::line({x, top_}, {x, y_}, "today-edge");
    today_ += svg::line({x, top_}, {x, y_}, "today", chart.today.words);
  }

  void paint_legend(const std::set<Sign>& signs, const std::string& note) override {
    constexpr Length before_words = 180;
    if (!signs.empty()) y_ += 60;
    Length x = page_width;  // the first begins a line
    for (const Sign sign : signs) {
      const Look& look = look_of(sign);
      const Length needed = before_words + svg::width_of(look.words, font);
      if (x + needed > page_width - margin) {
        x = margin;
        y_ += 200;
      }
      front_ += look.path.empty() ? svg::rect({x, y_ - 90}, {120, 100}, look.css)
                                  : svg::shape({x + 60, y_ - 40}, look.path, look.css);
      front_ += svg::text({x + before_words, y_}, "muted", look.words);
      x += needed + 220;
    }
    if (note.empty()) return;
    y_ += 220;
    front_ += svg::text({margin, y_}, "muted", note);
  }

  /// Writes all that has been painted. With an `id`: as an element of a page, whose ids end in
  /// `id`. Without one: as a file that has its styles and names its language.
  void write(print::Sink& sink, std::string_view title, const std::string& id = {}) {
    const std::string title_id = "certrenew-title" + id;
    const std::string description_id = "certrenew-desc" + id;
    sink.text += id.empty() ? "<svg xmlns=\"http://www.w3.org/2000/svg\"" : "<svg";
    sink.text += " class=\"certrenew\" viewBox=\"0 0 " + svg::number(page_width) + ' ' +
                 svg::number(height()) + "\" role=\"img\" aria-labelledby=\"" + title_id + ' ' +
                 description_id + "\">\n";
    sink.text += "<title id=\"" + title_id + "\">" + svg::escaped(title) + "</title>\n";
    sink.text += "<desc id=\"" + description_id + "\">" + description_ + "</desc>\n";
    if (id.empty()) {
      sink.text.append("<style>\n").append(embedded::timeline_style).append("</style>\n");
      sink.text += hatch;
    }
    sink.text += svg::rect({5, 5}, {page_width - 10, height() - 10}, "page");
    for (std::string* const layer : {&grid_, &back_, &bars_, &today_, &front_}) {
      sink.text += std::exchange(*layer, {});
      sink.drain_if_large();
    }
    sink.text += "</svg>\n";
  }

 private:
  [[nodiscard]] Length height() const { return y_ + 200; }

  void paint_labels(const std::vector<Tick>& labels, std::string_view style) {
    y_ += line_height;
    for (const Tick& label : labels) {
      front_ += svg::text({left + label.place + before_label, y_}, style, label.label);
    }
  }

  void paint_title(const Row& row) {
    const Length code_width = svg::width_of(row.code, code_font);
    y_ += 200;
    front_ += svg::text_within(code_width, code_font, {margin, y_}, "code", row.code);
    if (const std::optional<std::string_view> name = row.credential.name()) {
      const Length x = std::max(left, margin + code_width + 90);
      front_ += svg::text_within(page_width - margin - x, font, {x, y_}, "muted", *name);
    }
    y_ += 80;
  }

  void paint(const Bar& bar) {
    std::string path = "M0 0H" + svg::number(bar.until - bar.from);
    path += bar.goes_on_after ? "l7 7l-7 7H0" : "v14H0";
    path += bar.goes_on_before ? "l-7 -7Z" : "Z";
    bars_ += svg::shape({left + bar.from, y_}, path, look_of(bar.sign).css, bar.tooltip);
  }

  /// Paints a dashed outline around the bars.
  void paint(const DoubtfulSpan& doubt) {
    constexpr Length around = 15;
    const std::string across = svg::number(doubt.until - doubt.from);
    const std::string down = svg::number(bar_height + 2 * around);
    const std::string path = "M0 0H" + across + 'V' + down + "H0Z";
    bars_ += svg::shape({left + doubt.from, y_ - around}, path, look_of(Sign::doubtful).css,
                        doubt.tooltip);
  }

  void paint(const Mark& mark) {
    const Length x = left + mark.place;
    const Look& look = look_of(mark.sign);
    front_ += mark.is_seam
                  ? svg::line({x, y_}, {x, y_ + bar_height}, "seam", mark.tooltip)
                  : svg::shape({x, y_ + bar_height / 2}, look.path, look.css, mark.tooltip);
  }

  void paint(const Caption& caption) {
    const bool at_day = caption.where == Caption::Where::at_day;
    const Length x = left + caption.place;
    const Length baseline = y_ + 150 + static_cast<Length>(caption.spot->line) * line_height;
    const Length beside = at_day ? beside_stroke : 0;
    if (at_day && caption.weight != Caption::Weight::today) {
      back_ += svg::line({x, y_}, {x, baseline}, "stroke");
    }
    front_ += svg::text({caption.spot->leftward ? x - beside : x + beside, baseline},
                        style_of(caption), with_arrow(caption));
  }

  void paint(const Track& track) {
    description_ += ' ' + svg::escaped(track.summary) + '.';
    y_ += 240;
    front_ += svg::text({margin, y_}, "muted", track.name);
    for (const Symbol& symbol : track.symbols) {
      const Look& look = look_of(symbol.sign);
      const std::string css = std::string{look.css} + (symbol.count > 1 ? " several" : "");
      front_ += svg::shape({left + symbol.place, y_ - 40}, look.path, css, symbol.tooltip);
    }
  }

  Length y_ = 0;             // where the last part ends
  Length top_ = 0;           // of the chart
  std::string description_;  // what it shows, in words
  // From back to front:
  std::string grid_;
  std::string back_;
  std::string bars_;
  std::string today_;
  std::string front_;
};

std::string title_of(const Answer& answer, const std::string& who) {
  std::string title = "Certification timeline";
  if (!who.empty()) title += " of " + who;
  return title + ", as of " + to_string(answer.as_of());
}

}  // namespace

void draw_svg(print::Sink& sink, const Answer& answer, const Heading& heading, const Span& span) {
  SvgPainter painter;
  painter.paint_heading(heading);
  paint(answer, span, page_metrics, painter);
  painter.write(sink, title_of(answer, heading.who));
}

// NOLINTNEXTLINE(bugprone-easily-swappable-parameters): the holder, then the id on the page
void draw_inline_svg(print::Sink& sink, const Answer& answer, const std::string& who,
                     const std::string& id) {
  SvgPainter painter;
  painter.leave_room_above();
  paint(answer, {}, page_metrics, painter);
  painter.write(sink, title_of(answer, who), id);
}

std::string_view page_style() { return embedded::timeline_style; }

std::string_view page_patterns() {
  static const std::string patterns =
      "<svg class=\"certrenew patterns\" width=\"0\" height=\"0\" aria-hidden=\"true\">" +
      std::string{hatch} + "</svg>\n";
  return patterns;
}

}  // namespace certrenew::timeline
