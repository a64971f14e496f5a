// A timeline drawn with characters.
#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "print/document.hpp"
#include "text/fit.hpp"
#include "text/utf8.hpp"
#include "timeline/layout.hpp"

namespace certrenew::timeline {

namespace {

/// The columns before the axis: `suspended`, and two more.
constexpr std::size_t gutter = 11;

constexpr std::size_t column_of(Length place) { return gutter + static_cast<std::size_t>(place); }

constexpr Glyph goes_on_before{"◀", "<"};
constexpr Glyph goes_on_after{"▶", ">"};
constexpr Glyph todays_line{"┊", ":"};
constexpr Glyph today_on_bar{"│", "|"};
constexpr Glyph axis_line{"─", "-"};
constexpr Glyph axis_tick{"┴", "+"};
constexpr Glyph stroke{"│", "|"};  // from a place down to its caption
constexpr Glyph to_the_right{"└", "`"};
constexpr Glyph to_the_left{"┘", "'"};

Metrics metrics_for(const print::Terminal& terminal) {
  const auto axis = static_cast<Length>(terminal.width - gutter);
  return {
      .axis = axis,
      .between_ticks = 6,  // `2024`, and two columns
      .beyond_axis = 1,    // the blank after the last label
      .last_label_moves = true,
      .captions = {.width = axis, .stroke = 1, .gap = 2},
      .shortest_bar = 1,
      .between_signs = 1,
      .between_activities = 1,
      .width_of_label = [](const std::string& label) { return std::ssize(label) + 1; },
      .width_of_caption =
          [](const Caption& caption) { return std::ssize(caption.words) + 2; },  // with a corner
  };
}

constexpr Style style_of(Caption::Weight weight) {
  constexpr std::array styles{Style::dim, Style::plain, Style::cyan};
  return styles.at(static_cast<std::size_t>(weight));
}

/// Returns visible text as ASCII: an ellipsis as three dots, other characters as \u00fc.
std::string in_ascii(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const text::Decoded next = text::decode(text);
    if (next.point == U'…') {
      out += "...";
    } else if (next.point < 0x80) {
      out += text.substr(0, next.size);
    } else {
      text::append_json_escape(out, next.point);
    }
    text.remove_prefix(next.size);
  }
  return out;
}

/// A line of cells, each of one column and with its own style. The texts must outlive it.
class Line {
 public:
  explicit Line(const print::Terminal& terminal) : terminal_{terminal}, cells_(terminal.width) {}

  void put(std::size_t column, const Glyph& glyph, Style style) {
    if (column < cells_.size())
      cells_[column] = {terminal_.ascii ? glyph.ascii : glyph.unicode, style};
  }
  void put_if_blank(std::size_t column, const Glyph& glyph, Style style) {
    if (column < cells_.size() && cells_[column].glyph.empty()) put(column, glyph, style);
  }
  /// Writes ASCII text, a character to a cell.
  void write(std::size_t column, std::string_view text, Style style) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      put(column + i, {text.substr(i, 1), text.substr(i, 1)}, style);
    }
  }

  /// Appends the line without the blanks at its end.
  void append_to(std::string& out) const {
    const auto is_shown = [](const Cell& cell) { return !cell.glyph.empty() && cell.glyph != " "; };
    const auto end = std::find_if(cells_.rbegin(), cells_.rend(), is_shown).base();
    for (auto cell = cells_.begin(); cell != end;) {
      std::string run;
      const Style style = cell->style;
      for (; cell != end && cell->style == style; ++cell) {
        run += cell->glyph.empty() ? " " : cell->glyph;
      }
      print::append_styled(out, run, style, terminal_.colored);
    }
    out += '\n';
  }

 private:
  struct Cell {
    std::string_view glyph;  // empty: blank
    Style style = Style::plain;
  };
  const print::Terminal& terminal_;
  std::vector<Cell> cells_;
};

/// Prints a picture line by line.
class TextPainter : public Painter {
 public:
  TextPainter(print::Sink& sink, const print::Terminal& terminal)
      : sink_{sink}, terminal_{terminal} {}

  void paint_heading(const Heading& heading) {
    const auto shown = [&](const std::string& text) {
      return terminal_.ascii ? in_ascii(text) : text;
    };
    if (!heading.who.empty()) {
      append(shown(heading.who), Style::bold);
      sink_.text += '\n';
    }
    sink_.text += shown(heading.origin) + "\n\n";
  }

  void paint_axis(const Chart& chart) override {
    paint_labels(chart.labels.above, Style::bold);
    if (!chart.labels.below.empty()) paint_labels(chart.labels.below, Style::dim);
    Line line{terminal_};
    for (std::size_t at = gutter; at < terminal_.width; ++at) line.put(at, axis_line, Style::dim);
    for (const Tick& tick : chart.ticks.finest()) {
      line.put(column_of(tick.place), axis_tick, Style::dim);
    }
    print(std::move(line));
  }

  void begin_chart(const Chart& chart) override {
    if (chart.today.where == Caption::Where::at_day) today_ = column_of(chart.today.place);
    if (chart.today.spot) paint_captions({&chart.today, 1}, 1);
    if (chart.has_rows) return;
    Line line{terminal_};
    line.write(0, "no certifications ", Style::plain);
    print(std::move(line));
  }

  void paint_row(const Row& row) override {
    paint_title(row.credential);
    const Status status = row.credential.status();
    Line line{terminal_};
    line.write(0, name_of(status), print::style_of(status));
    for (const Bar& bar : row.bars) paint(line, bar);
    for (const DoubtfulSpan& doubt : row.doubts) {
      if (doubt.other) paint_doubt(line, row, *doubt.other);
    }
    for (const Mark& mark : row.marks) {
      if (!mark.is_seam) line.put(column_of(mark.place), look_of(mark.sign).glyph, Style::bold);
    }
    print(std::move(line));
    paint_captions(row.captions, row.lines);
  }

  void end_chart(const Chart& chart) override {
    if (!chart.tracks.empty()) print(Line{terminal_});
    for (const Track& track : chart.tracks) paint(track);
    today_.reset();
  }

  void paint_legend(const std::set<Sign>& signs, const std::string& note) override {
    std::vector<std::string> entries;
    for (const Sign sign : signs) {
      const Look& look = look_of(sign);
      entries.push_back(std::string{shown(look.glyph)} + ' ' + std::string{look.words});
    }
    if (shows_counts_) entries.emplace_back("2 to 9 that many, + more");
    if (!entries.empty()) {
      sink_.text += '\n';
      print::append_legend(sink_.text, entries, terminal_.width);
    }
    for (const std::string& line : text::wrapped(note, terminal_.width)) sink_.text += line + '\n';
  }

 private:
  void append(std::string_view text, Style style) {
    print::append_styled(sink_.text, text, style, terminal_.colored);
  }

  [[nodiscard]] std::string_view shown(const Glyph& glyph) const {
    return terminal_.ascii ? glyph.ascii : glyph.unicode;
  }

  /// Prints a line, with today's line behind it.
  void print(Line line) {
    if (today_) line.put_if_blank(*today_, todays_line, Style::cyan);
    line.append_to(sink_.text);
    sink_.drain_if_large();
  }

  void paint_labels(const std::vector<Tick>& labels, Style style) {
    Line line{terminal_};
    for (const Tick& label : labels) line.write(column_of(label.place), label.label, style);
    print(std::move(line));
  }

  void paint_title(const CredentialAnswer& credential) {
    const std::string code = fitted(credential.code(), print::widest_code);
    std::size_t taken = text::display_width(code);
    append(code, Style::bold);
    if (const std::optional<std::string_view> name = credential.name()) {
      const std::string beside = "  " + fitted(*name, terminal_.width - taken - 2);
      append(beside, Style::dim);
      taken += text::display_width(beside);
    }
    if (today_ && taken < *today_) {
      sink_.text.append(*today_ - taken, ' ');
      append(shown(todays_line), Style::cyan);
    }
    sink_.text += '\n';
  }

  [[nodiscard]] std::string fitted(std::string_view text, std::size_t width) const {
    std::string whole = text::fitted(text, width);
    if (!terminal_.ascii) return whole;
    whole = in_ascii(whole);
    constexpr std::string_view cut = "...";
    if (whole.size() > width) whole.replace(width - cut.size(), std::string::npos, cut);
    return whole;
  }

  void paint(Line& line, const Bar& bar) const {
    const Look& look = look_of(bar.sign);
    const std::size_t from = column_of(bar.from);
    for (std::size_t at = from; at < column_of(bar.until); ++at) {
      const bool is_today = at == today_;
      line.put(at, is_today ? today_on_bar : look.glyph, is_today ? Style::cyan : look.style);
    }
    if (bar.goes_on_before) line.put(from, goes_on_before, look.style);
    if (bar.goes_on_after) line.put(terminal_.width - 1, goes_on_after, look.style);
  }

  /// Paints the sign beside the mark of a cycle where both would stand in one column.
  static void paint_doubt(Line& line, const Row& row, Length place) {
    const bool is_taken = std::any_of(row.marks.begin(), row.marks.end(), [&](const Mark& mark) {
      return !mark.is_seam && mark.place == place;
    });
    const Look& look = look_of(Sign::doubtful);
    line.put(column_of(is_taken ? place + 1 : place), look.glyph, look.style);
  }

  void paint_captions(std::span<const Caption> captions, std::size_t count) {
    std::vector<Line> lines(count, Line{terminal_});
    for (const Caption& one : captions) {
      if (one.spot) write(lines[one.spot->line], one);
    }
    for (const Caption& one : captions) {
      for (std::size_t above = 0; one.spot && above < one.spot->line; ++above) {
        lines[above].put_if_blank(column_of(one.place), stroke, Style::dim);
      }
    }
    for (Line& line : lines) print(std::move(line));
  }

  void write(Line& line, const Caption& caption) const {
    const std::size_t length = caption.words.size();
    const std::size_t at = column_of(caption.place);
    const std::size_t begin = caption.spot->leftward ? at - length - 1 : at + 2;
    const bool is_today = caption.weight == Caption::Weight::today;
    line.write(begin, caption.words, style_of(caption.weight));
    // Today's line needs no corner.
    if (!is_today || !today_) line.put(at, corner_of(caption), is_today ? Style::cyan : Style::dim);
    // Strokes and today's line keep their distance.
    line.put_if_blank(begin - 1, {" ", " "}, Style::plain);
    line.put_if_blank(begin + length, {" ", " "}, Style::plain);
  }

  [[nodiscard]] static const Glyph& corner_of(const Caption& caption) {
    if (caption.where == Caption::Where::before) return goes_on_before;
    if (caption.where == Caption::Where::after) return goes_on_after;
    return caption.spot->leftward ? to_the_left : to_the_right;
  }

  void paint(const Track& track) {
    Line line{terminal_};
    line.write(0, track.name, Style::plain);
    constexpr std::string_view numbers = "0123456789+";
    constexpr std::size_t more = 10;
    std::vector<std::size_t> counts(terminal_.width);
    for (const Symbol& symbol : track.symbols) {
      const Look& look = look_of(symbol.sign);
      const std::size_t at = column_of(symbol.place);
      const std::size_t count = counts[at] += symbol.count;
      line.put(at, look.glyph, look.style);
      if (count < 2) continue;
      line.write(at, numbers.substr(std::min(count, more), 1), look.style);
      shows_counts_ = true;
    }
    print(std::move(line));
  }

  print::Sink& sink_;
  const print::Terminal& terminal_;
  std::optional<std::size_t> today_;  // the column of today's line, while it goes down
  bool shows_counts_ = false;
};

}  // namespace

void draw_text(print::Sink& sink, const Answer& answer, const Heading& heading, const Span& span,
               const print::Terminal& terminal) {
  TextPainter painter{sink, terminal};
  painter.paint_heading(heading);
  paint(answer, span, metrics_for(terminal), painter);
}

}  // namespace certrenew::timeline
