#include <algorithm>

#include "render/heading.hpp"
#include "render/timeline.hpp"
#include "render/timeline_labels.hpp"
#include "render/timeline_sheet.hpp"

namespace certrenew {

namespace timeline {

namespace {

constexpr Tenths bar_height = 140;
constexpr Tenths code_font = 145;   // 13, and bold
constexpr Tenths who_font = 190;    // 17, and bold
constexpr Tenths today_font = 135;  // 12, and bold
constexpr Tenths least_to_a_tick = 400;
constexpr Tenths stroke_width = 20;  // with what it keeps free
constexpr Tenths beside_stroke = 50;
constexpr std::size_t most_lanes = 4;  // of captions

void draw_heading(Sheet& sheet) {
  constexpr Tenths room = page_width - 2 * margin;
  sheet.y = margin - 20;
  if (const std::string who = holder_of(sheet.answer); !who.empty()) {
    sheet.y += 160;
    sheet.front().clipped_text(margin, sheet.y, room, "who", svg::cut(who, room, who_font));
    sheet.y += 40;
  }
  sheet.y += line_height;
  sheet.front().clipped_text(margin, sheet.y, room, "muted",
                             svg::cut(origin_of(sheet.answer), room, font));
  sheet.y += 120;
}

/// A line of labels, each to the right of its tick where there is room before the next.
void draw_ticks(Sheet& sheet, const std::vector<Tick>& ticks, std::string_view style) {
  constexpr Tenths beside = 40;
  sheet.y += line_height;
  for (std::size_t i = 0; i < ticks.size(); ++i) {
    const Tenths x = sheet.x(ticks[i].day);
    const Tenths end = i + 1 < ticks.size() ? sheet.x(ticks[i + 1].day) : page_width - beside;
    if (x + 2 * beside + svg::width_of(ticks[i].label, font) > end) continue;
    sheet.front().text(x + beside, sheet.y, style, ticks[i].label);
  }
}

void draw_axis(Sheet& sheet) {
  const Scale scale = scale_of(sheet.model.axis, axis_width, least_to_a_tick);
  draw_ticks(sheet, scale.above, "year");
  if (!scale.below.empty()) draw_ticks(sheet, scale.below, "muted");
  sheet.y += 100;
  svg::Writer back = sheet.back();
  back.line(left, sheet.y, left + axis_width, sheet.y, "axis");
  for (const Tick& tick : scale.below.empty() ? scale.above : scale.below) {
    back.line(sheet.x(tick.day), sheet.y - 50, sheet.x(tick.day), sheet.y, "axis");
  }
}

void add_grid(Sheet& sheet) {
  for (const Tick& tick : scale_of(sheet.model.axis, axis_width, least_to_a_tick).above) {
    if (tick.day != sheet.model.axis.first) sheet.add_grid(sheet.x(tick.day));
  }
}

std::string with_arrow(const Caption& one) {
  if (one.where == Caption::Where::before) return "← " + one.words;
  return one.where == Caption::Where::after ? one.words + " →" : one.words;
}

Length place_of(const Sheet& sheet, const Caption& one) {
  if (one.where == Caption::Where::before) return 0;
  return one.where == Caption::Where::after ? axis_width : sheet.x(one.day) - left;
}

/// How captions look: the class of those in force, that of the lines to them, which may be none,
/// and the size of their font.
struct Look {
  std::string_view style;
  std::string_view stroke;
  Tenths font;
};

/// Texts below a bar, each with a line from its place.
void draw_captions(Sheet& sheet, const std::vector<Caption>& captions, const Look& look) {
  std::vector<Label> labels;
  labels.reserve(captions.size());
  for (const Caption& one : captions) {
    labels.push_back({place_of(sheet, one),
                      svg::width_of(with_arrow(one), look.font) + beside_stroke, one.in_force});
  }
  const std::vector<Spot> spots =
      place_labels(labels, {.width = axis_width + stroke_width,
                            .stroke = stroke_width,
                            .gap = 100,
                            .lanes = most_lanes,
                            .line = sheet.shows_today() ? sheet.x(sheet.as_of) - left : -1});
  for (std::size_t i = 0; i < captions.size(); ++i) {
    if (!spots[i].written) {
      ++sheet.left_out;
      continue;
    }
    const bool there = captions[i].where == Caption::Where::there;
    const Tenths x = left + labels[i].place;
    const Tenths baseline = sheet.y + 150 + static_cast<Tenths>(spots[i].lane) * line_height;
    const Tenths aside = there ? beside_stroke : 0;
    std::string styles{captions[i].in_force ? look.style : "muted"};
    if (spots[i].leftward) styles += styles.empty() ? "end" : " end";
    if (there && !look.stroke.empty()) sheet.back().line(x, sheet.y, x, baseline, look.stroke);
    sheet.front().text(spots[i].leftward ? x - aside : x + aside, baseline, styles,
                       with_arrow(captions[i]));
  }
  sheet.y += static_cast<Tenths>(lanes_of(spots)) * line_height;
}

void draw_today(Sheet& sheet) {
  sheet.y += 30;
  draw_captions(sheet, {caption_of_today(sheet.answer, sheet.model.axis)},
                {"today-word", {}, today_font});
}

void draw_bar(Sheet& sheet, const std::string& code, const Bar& bar) {
  const Tenths from = sheet.x(bar.from);
  const Tenths until = bar.goes_on_after ? left + axis_width : sheet.x(bar.until);
  std::string path = "M0 0H" + svg::number(std::max<Tenths>(until - from, 10));
  path += bar.goes_on_after ? "l7 7l-7 7H0" : "v14H0";
  path += bar.goes_on_before ? "l-7 -7Z" : "Z";
  sheet.bars().shape(from, sheet.y, path, bar.grace ? "grace" : "active",
                     code + (bar.grace ? ": suspended from " : ": active from ") +
                         to_string(bar.from) + " until " + to_string(bar.until));
}

/// From the last on; one that would hide another becomes a seam.
void draw_marks(Sheet& sheet, const std::string& code, const std::vector<Mark>& marks) {
  constexpr Tenths room = 130;
  constexpr Tenths seam = 10;
  Tenths last = 2 * page_width;
  Tenths last_mark = last;
  for (std::size_t i = marks.size(); i-- > 0;) {
    const Tenths x = sheet.x(marks[i].day);
    const std::string words =
        code + ": " + std::string{word_for(marks[i].how)} + ' ' + to_string(marks[i].day);
    if (last_mark - x >= room) {
      sheet.front().shape(x, sheet.y + bar_height / 2, shape_of(marks[i].how),
                          style_of(marks[i].how), words);
      last_mark = x;
    } else if (last - x >= seam) {
      sheet.front().line(x, sheet.y, x, sheet.y + bar_height, "seam", words);
    } else {
      continue;
    }
    last = x;
  }
}

void draw_credential(Sheet& sheet, const Row& row) {
  const CredentialView one = view(sheet.answer, row.credential);
  const std::string code = fitted(one.certification.code, widest_code);
  const Tenths code_width = svg::width_of(code, code_font);
  sheet.y += 200;
  sheet.front().clipped_text(margin, sheet.y, code_width, "code", code);
  if (one.certification.name) {
    const Tenths x = std::max(left, margin + code_width + 90);
    const Tenths room = page_width - margin - x;
    sheet.front().clipped_text(x, sheet.y, room, "muted",
                               svg::cut(*one.certification.name, room, font));
  }
  sheet.y += 80;
  const std::string status{certrenew::name_of(one.credential.status)};
  sheet.front().text(margin, sheet.y + 115, status + "-word", status);
  for (const Bar& bar : row.bars) draw_bar(sheet, code, bar);
  draw_marks(sheet, code, row.marks);
  sheet.y += bar_height;
  draw_captions(sheet, row.captions, {{}, "stroke", font});
  sheet.y += 40;
}

}  // namespace

}  // namespace timeline

void render_timeline_svg(std::string& out, const Answer& answer, const timeline::Span& span) {
  using namespace timeline;
  Sheet sheet{answer, span};
  draw_heading(sheet);
  draw_axis(sheet);
  add_grid(sheet);
  const Tenths top = sheet.y;
  draw_today(sheet);
  if (sheet.model.rows.empty()) {
    sheet.y += 180;
    sheet.front().text(left, sheet.y, {}, "no certifications");
  }
  for (const Row& row : sheet.model.rows) draw_credential(sheet, row);
  sheet.y += 60;
  for (const Track& track : sheet.model.tracks) draw_track(sheet, track);
  sheet.y += 60;
  const Tenths bottom = sheet.y;
  if (sheet.model.rows.size() > rows_to_an_axis) draw_axis(sheet);
  draw_legend(sheet);
  sheet.y += 200;
  sheet.append_to(out, top, bottom);
}

}  // namespace certrenew
