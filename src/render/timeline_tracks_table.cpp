#include "render/timeline_screen.hpp"
#include "text/utf8.hpp"

namespace certrenew::timeline {

namespace {

std::string tick(const Glyphs& glyphs, Kind kind, std::size_t count, bool passed) {
  if (count > 9) return std::string{glyphs.many};
  if (count > 1) return std::to_string(count);
  switch (kind) {
    case Kind::units: return std::string{glyphs.unit};
    case Kind::exams: return std::string{passed ? glyphs.exam : glyphs.failed};
    case Kind::planned: return std::string{glyphs.planned};
    case Kind::what_if: return std::string{glyphs.what_if};
  }
  return {};
}

Style style_of(Kind kind) {
  switch (kind) {
    case Kind::units: return Style::green;
    case Kind::exams: return Style::bold;
    case Kind::planned: return Style::cyan;
    case Kind::what_if: return Style::yellow;
  }
  return Style::plain;
}

std::string glyph_of(const Glyphs& glyphs, const Sign& sign) {
  switch (sign.of) {
    case Sign::Of::active: return std::string{glyphs.active};
    case Sign::Of::grace: return std::string{glyphs.grace};
    case Sign::Of::mark: return std::string{glyphs.mark(sign.how)};
    case Sign::Of::tick: return tick(glyphs, sign.kind, 1, true);
    case Sign::Of::failed: return std::string{glyphs.failed};
  }
  return {};
}

}  // namespace

void draw_track(Screen& screen, const Track& track) {
  std::vector<std::size_t> counts(screen.paper.width);
  std::vector<bool> passed(screen.paper.width);
  for (const std::uint32_t index : track.activities) {
    const Activity& activity = screen.answer.log.activities[index];
    const std::size_t at = screen.column(activity.date);
    ++counts[at];
    if (activity.passed) passed[at] = true;
  }
  Line line = screen.blank();
  line.begin(name_of(track.kind), Style::plain);
  for (std::size_t at = 0; at < counts.size(); ++at) {
    if (counts[at] == 0) continue;
    line.put(at, tick(screen.glyphs, track.kind, counts[at], passed[at]), style_of(track.kind));
    screen.several = screen.several || counts[at] > 1;
  }
  screen.print(std::move(line));
}

void draw_legend(Screen& screen) {
  std::vector<std::string> entries;
  for (const Sign& sign : legend_of(screen.answer, screen.model)) {
    entries.push_back(glyph_of(screen.glyphs, sign) + ' ' + sign.words);
  }
  if (screen.several) {
    entries.push_back("2 to 9 that many, " + std::string{screen.glyphs.many} + " more");
  }
  if (entries.empty()) return;
  std::string line;
  screen.out += '\n';
  for (const std::string& entry : entries) {
    const std::size_t columns = text::display_width(line) + 3 + text::display_width(entry);
    if (!line.empty() && columns > screen.paper.width) {
      (screen.out += line) += '\n';
      line.clear();
    }
    line += (line.empty() ? "" : "   ") + entry;
  }
  (screen.out += line) += '\n';
  if (screen.left_out == 0) return;
  for (const std::string& part : wrapped(left_out_words(screen.left_out), screen.paper.width)) {
    (screen.out += part) += '\n';
  }
}

}  // namespace certrenew::timeline
