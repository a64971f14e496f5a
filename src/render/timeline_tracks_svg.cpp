#include "render/timeline_sheet.hpp"

namespace certrenew::timeline {

namespace {

std::string_view tick_shape(Kind kind, bool passed) {
  switch (kind) {
    case Kind::units: return "M0 -5.5V5.5";
    case Kind::exams: return passed ? "M0 -5.5L5.5 4.5H-5.5Z" : "M-4 -4L4 4M-4 4L4 -4";
    case Kind::planned: return "M-4 0A4 4 0 1 1 4 0A4 4 0 1 1 -4 0Z";
    case Kind::what_if: return "M0 -5.5L5.5 0L0 5.5L-5.5 0Z";
  }
  return {};
}

std::string tick_style(Kind kind, bool passed) {
  switch (kind) {
    case Kind::units: return "tick";
    case Kind::exams: return passed ? "tick solid" : "tick failed";
    case Kind::planned: return "tick planned";
    case Kind::what_if: return "tick what-if";
  }
  return {};
}

/// Draws what stands at one place, and forgets it.
void draw_together(Sheet& sheet, Kind kind, bool passed, std::vector<std::uint32_t>& together) {
  if (together.empty()) return;
  const Date day = sheet.answer.log.activities[together.front()].date;
  const std::string style = tick_style(kind, passed) + (together.size() > 1 ? " several" : "");
  sheet.front().shape(sheet.x(day), sheet.y - 40, tick_shape(kind, passed), style,
                      describe(sheet.answer, together));
  together.clear();
}

void draw_swatch(Sheet& sheet, Tenths x, const Sign& sign) {
  svg::Writer front = sheet.front();
  const Tenths middle = sheet.y - 40;
  switch (sign.of) {
    case Sign::Of::active: front.rect(x - 60, middle - 50, 120, 100, "active"); break;
    case Sign::Of::grace: front.rect(x - 60, middle - 50, 120, 100, "grace"); break;
    case Sign::Of::mark: front.shape(x, middle, shape_of(sign.how), style_of(sign.how)); break;
    case Sign::Of::tick:
      front.shape(x, middle, tick_shape(sign.kind, true), tick_style(sign.kind, true));
      break;
    case Sign::Of::failed:
      front.shape(x, middle, tick_shape(Kind::exams, false), tick_style(Kind::exams, false));
      break;
  }
}

}  // namespace

void draw_track(Sheet& sheet, const Track& track) {
  sheet.y += 240;
  sheet.front().text(margin, sheet.y, "muted", name_of(track.kind));
  const Tenths room = track.kind == Kind::units ? 40 : 130;
  const auto& activities = sheet.answer.log.activities;
  for (const bool passed : {true, false}) {
    std::vector<std::uint32_t> together;
    for (const std::uint32_t index : track.activities) {
      const Activity& activity = activities[index];
      if (activity.passed != passed) continue;
      const bool apart =
          !together.empty() &&
          sheet.x(activity.date) - sheet.x(activities[together.front()].date) >= room;
      if (apart) draw_together(sheet, track.kind, passed, together);
      together.push_back(index);
    }
    draw_together(sheet, track.kind, passed, together);
  }
}

void draw_legend(Sheet& sheet) {
  constexpr Tenths swatch = 180;
  constexpr Tenths between = 220;
  Tenths x = margin;
  sheet.y += 260;
  for (const Sign& sign : legend_of(sheet.answer, sheet.model)) {
    const Tenths width = swatch + svg::width_of(sign.words, font);
    if (x > margin && x + width > page_width - margin) {
      x = margin;
      sheet.y += 200;
    }
    draw_swatch(sheet, x + 60, sign);
    sheet.front().text(x + swatch, sheet.y, "muted", sign.words);
    x += width + between;
  }
  if (sheet.left_out == 0) return;
  sheet.y += 220;
  sheet.front().text(margin, sheet.y, "muted", left_out_words(sheet.left_out));
}

}  // namespace certrenew::timeline
