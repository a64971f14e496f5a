#include <algorithm>

#include "render/heading.hpp"
#include "render/timeline.hpp"
#include "render/timeline_labels.hpp"
#include "render/timeline_screen.hpp"
#include "text/utf8.hpp"

namespace certrenew {

namespace timeline {

namespace {

constexpr Length least_to_a_tick = 6;  // `2024`, and two columns
constexpr std::size_t most_lanes = 4;  // of captions

void draw_heading(Screen& screen) {
  std::string text;
  render_heading(text, screen.answer, screen.paper.colored);
  screen.out += screen.characters == Characters::ascii ? in_ascii(text) : text;
}

/// A line of labels, each at its tick where there is room before the next.
void draw_ticks(Screen& screen, const std::vector<Tick>& ticks, Style style) {
  const std::size_t width = screen.paper.width;
  Line labels = screen.blank();
  std::size_t taken = 0;
  for (std::size_t i = 0; i < ticks.size(); ++i) {
    const std::size_t size = ticks[i].label.size();
    const bool last = i + 1 == ticks.size();
    const std::size_t end = last ? width + 1 : screen.column(ticks[i + 1].day);
    // The last one may have to stand a little to the left of its place.
    std::size_t at = screen.column(ticks[i].day);
    if (last) at = std::min(at, width - size);
    if (at < taken || at + size >= end) continue;
    labels.write(at, ticks[i].label, style);
    taken = at + size + 1;
  }
  labels.append_to(screen.out, screen.paper.colored);
}

void draw_axis(Screen& screen) {
  const Scale scale = scale_of(screen.model.axis, screen.axis_width, least_to_a_tick);
  draw_ticks(screen, scale.above, Style::bold);
  if (!scale.below.empty()) draw_ticks(screen, scale.below, Style::dim);
  Line rule = screen.blank();
  for (std::size_t at = gutter; at < screen.paper.width; ++at) {
    rule.put(at, screen.glyphs.rule, Style::dim);
  }
  for (const Tick& tick : scale.below.empty() ? scale.above : scale.below) {
    rule.put(screen.column(tick.day), screen.glyphs.tick, Style::dim);
  }
  rule.append_to(screen.out, screen.paper.colored);
}

std::size_t place_of(const Screen& screen, const Caption& one) {
  if (one.where == Caption::Where::before) return gutter;
  return one.where == Caption::Where::after ? screen.paper.width - 1 : screen.column(one.day);
}

/// What a caption begins or ends with, at its place.
std::string_view corner_of(const Screen& screen, const Caption& one, bool leftward) {
  if (one.where == Caption::Where::before) return screen.glyphs.goes_on_before;
  if (one.where == Caption::Where::after) return screen.glyphs.goes_on_after;
  return leftward ? screen.glyphs.to_the_left : screen.glyphs.to_the_right;
}

std::vector<Spot> spots_for(const Screen& screen, const std::vector<Caption>& captions) {
  std::vector<Label> labels;
  labels.reserve(captions.size());
  for (const Caption& one : captions) {
    labels.push_back({static_cast<Length>(place_of(screen, one) - gutter),
                      static_cast<Length>(one.words.size() + 2), one.in_force});
  }
  const Length today = screen.shows_today() ? static_cast<Length>(screen.today() - gutter) : -1;
  return place_labels(
      labels,
      {.width = screen.axis_width, .stroke = 1, .gap = 2, .lanes = most_lanes, .line = today});
}

/// Texts below a bar, each with a line from its place.
void draw_captions(Screen& screen, const std::vector<Caption>& captions) {
  const std::vector<Spot> spots = spots_for(screen, captions);
  std::vector<Line> lines(lanes_of(spots), screen.blank());
  for (std::size_t i = 0; i < captions.size(); ++i) {
    if (!spots[i].written) {
      ++screen.left_out;
      continue;
    }
    const std::string& words = captions[i].words;
    const std::size_t at = place_of(screen, captions[i]);
    const std::size_t begin = spots[i].leftward ? at - words.size() - 1 : at + 2;
    Line& line = lines[spots[i].lane];
    line.write(begin, words, captions[i].in_force ? Style::plain : Style::dim);
    line.put(at, corner_of(screen, captions[i], spots[i].leftward), Style::dim);
    // Nothing else comes close to a text.
    line.put_below(begin - 1, " ", Style::plain);
    line.put_below(begin + words.size(), " ", Style::plain);
  }
  for (std::size_t i = 0; i < captions.size(); ++i) {
    for (std::size_t lane = 0; spots[i].written && lane < spots[i].lane; ++lane) {
      lines[lane].put_below(place_of(screen, captions[i]), screen.glyphs.stroke, Style::dim);
    }
  }
  for (Line& line : lines) screen.print(std::move(line));
}

/// As-of, beside its line, or at the end of the axis that it lies beyond.
void draw_today(Screen& screen) {
  const Caption today = caption_of_today(screen.answer, screen.model.axis);
  const Spot spot = spots_for(screen, {today}).front();
  const std::size_t at = place_of(screen, today);
  Line line = screen.blank();
  line.write(spot.leftward ? at - today.words.size() - 1 : at + 2, today.words, Style::cyan);
  if (!screen.shows_today()) line.put(at, corner_of(screen, today, false), Style::cyan);
  screen.print(std::move(line));
}

void draw_title(Screen& screen, const Certification& certification) {
  Line title = screen.blank();
  const std::string code = fitted_to(certification.code, widest_code, screen.characters);
  title.begin(code, Style::bold);
  if (certification.name) {
    const std::size_t room = screen.paper.width - text::display_width(code) - 2;
    title.begin("  " + fitted_to(*certification.name, room, screen.characters), Style::dim);
  }
  screen.print(std::move(title));
}

void draw_bar(const Screen& screen, Line& line, const Bar& bar) {
  const Glyphs& glyphs = screen.glyphs;
  const Style style = bar.grace ? Style::yellow : Style::green;
  const std::size_t from = screen.column(bar.from);
  const Length until = screen.model.axis.place(bar.until, screen.axis_width);
  const std::size_t end =
      bar.goes_on_after ? screen.paper.width : gutter + static_cast<std::size_t>(until);
  for (std::size_t at = from; at < std::max(end, from + 1); ++at) {
    line.put(at, bar.grace ? glyphs.grace : glyphs.active, style);
  }
  if (bar.goes_on_before) line.put(from, glyphs.goes_on_before, style);
  if (bar.goes_on_after) line.put(screen.paper.width - 1, glyphs.goes_on_after, style);
}

void draw_credential(Screen& screen, const Row& row) {
  const CredentialView one = view(screen.answer, row.credential);
  const Glyphs& glyphs = screen.glyphs;
  draw_title(screen, one.certification);
  Line line = screen.blank();
  line.begin(certrenew::name_of(one.credential.status), style_of(one.credential.status));
  for (const Bar& bar : row.bars) draw_bar(screen, line, bar);
  const std::string_view here = line.at(screen.today());
  if (screen.shows_today() && (here == glyphs.active || here == glyphs.grace)) {
    line.put(screen.today(), glyphs.today_on_bar, Style::cyan);
  }
  for (const Mark& mark : row.marks) {
    line.put(screen.column(mark.day), glyphs.mark(mark.how), Style::bold);
  }
  screen.print(std::move(line));
  draw_captions(screen, row.captions);
}

}  // namespace

}  // namespace timeline

void render_timeline_table(std::string& out, const Answer& answer, const timeline::Span& span,
                           const Paper& paper, timeline::Characters characters) {
  using namespace timeline;
  Screen screen{out, answer, span, paper, characters};
  draw_heading(screen);
  draw_axis(screen);
  draw_today(screen);
  if (screen.model.rows.empty()) {
    Line line = screen.blank();
    line.begin("no certifications", Style::plain);
    screen.print(std::move(line));
  }
  for (const Row& row : screen.model.rows) draw_credential(screen, row);
  if (!screen.model.tracks.empty()) screen.print(screen.blank());
  for (const Track& track : screen.model.tracks) draw_track(screen, track);
  if (screen.model.rows.size() > rows_to_an_axis) draw_axis(screen);
  draw_legend(screen);
}

}  // namespace certrenew
