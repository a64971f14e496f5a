// A timeline drawn with characters.
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "print/terminal.hpp"
#include "text/fit.hpp"
#include "text/utf8.hpp"
#include "timeline/layout.hpp"
#include "timeline/words.hpp"

namespace certrenew::timeline {

namespace {

using print::Style;

/// The columns before the axis: `suspended`, and two more.
constexpr std::size_t gutter = 11;

constexpr std::size_t column_of(Length place) { return gutter + static_cast<std::size_t>(place); }

/// A character, and what stands in for it where there is ASCII only.
struct Glyph {
  std::string_view unicode;
  std::string_view ascii;
};

constexpr Glyph goes_on_before{"◀", "<"};
constexpr Glyph goes_on_after{"▶", ">"};
constexpr Glyph todays_line{"┊", ":"};
constexpr Glyph today_on_bar{"│", "|"};
constexpr Glyph axis_line{"─", "-"};
constexpr Glyph axis_tick{"┴", "+"};
constexpr Glyph stroke{"│", "|"};  // from a place down to its caption
constexpr Glyph to_the_right{"└", "`"};
constexpr Glyph to_the_left{"┘", "'"};

struct SignGlyph {
  Glyph glyph;
  Style style;
};

const SignGlyph& of(Sign sign) {
  static constexpr std::array<SignGlyph, sign_count> glyphs{{
      {{"█", "="}, Style::green},
      {{"░", "-"}, Style::yellow},
      {{"●", "E"}, Style::bold},
      {{"○", "G"}, Style::bold},
      {{"◆", "U"}, Style::bold},
      {{"▲", "X"}, Style::bold},
      {{"■", "C"}, Style::bold},
      {{"★", "A"}, Style::bold},
      {{"•", "*"}, Style::green},
      {{"▲", "x"}, Style::bold},
      {{"×", "!"}, Style::bold},
      {{"◦", "o"}, Style::cyan},
      {{"?", "?"}, Style::yellow},
      {{"2", "2"}, Style::plain},
  }};
  return glyphs[static_cast<std::size_t>(sign)];
}

Metrics metrics_for(const print::Terminal& terminal) {
  const auto axis = static_cast<Length>(terminal.width - gutter);
  return {.axis = axis,
          .between_ticks = 6,  // `2024`, and two columns
          .before_label = 0,
          .after_label = 1,
          .beyond_axis = 1,  // the blank after the last label
          .label_may_move = axis,
          .stroke = 1,
          .captions = axis,
          .between_captions = 2,
          .smallest = 1,
          .between_signs = 1,
          .between_activities = 1,
          .legend = static_cast<Length>(terminal.width),
          .between_entries = 3,
          .before_words = 2,
          .width_of = [](std::string_view words) { return static_cast<Length>(words.size()); },
          .width_of_caption =
              [](const Caption& caption) {
                return static_cast<Length>(caption.words.size() + 2);  // the corner, and a blank
              }};
}

Style style_of(Status status) {
  switch (status) {
    case Status::upcoming: return Style::cyan;
    case Status::active: return Style::green;
    case Status::suspended: return Style::yellow;
    case Status::expired: return Style::red;
  }
  return Style::plain;
}

Style style_of(Caption::Weight weight) {
  switch (weight) {
    case Caption::Weight::minor: return Style::dim;
    case Caption::Weight::major: return Style::plain;
    case Caption::Weight::today: return Style::cyan;
  }
  return Style::plain;
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

/// A line of cells, each of one column and with its own style.
class Line {
 public:
  explicit Line(std::size_t width) : cells_(width) {}

  /// Puts `glyph`, one character that takes one column, into a cell.
  void put(std::size_t column, std::string_view glyph, Style style) {
    if (column < cells_.size()) cells_[column] = {std::string{glyph}, style};
  }
  void put_if_blank(std::size_t column, std::string_view glyph, Style style) {
    if (at(column).empty()) put(column, glyph, style);
  }
  /// Writes ASCII text, a character to a cell.
  void write(std::size_t column, std::string_view text, Style style) {
    for (std::size_t i = 0; i < text.size(); ++i) put(column + i, text.substr(i, 1), style);
  }

  /// Returns what is in a cell; empty where it is blank, or beyond the line.
  [[nodiscard]] std::string_view at(std::size_t column) const {
    return column < cells_.size() ? cells_[column].glyph : std::string_view{};
  }

  /// Appends the line without the blanks at its end.
  void append_to(std::string& out, bool colored) const {
    std::size_t end = cells_.size();
    while (end > 0 && (at(end - 1).empty() || at(end - 1) == " ")) --end;
    for (std::size_t column = 0; column < end;) {
      std::string run;
      const Style style = cells_[column].style;
      for (; column < end && cells_[column].style == style; ++column) {
        run += at(column).empty() ? " " : at(column);
      }
      print::append_styled(out, run, style, colored);
    }
    out += '\n';
  }

 private:
  struct Cell {
    std::string glyph;  // empty: blank
    Style style = Style::plain;
  };
  std::vector<Cell> cells_;
};

/// Prints a picture line by line.
class Painter {
 public:
  Painter(print::Sink& sink, const print::Terminal& terminal, Layout& layout)
      : sink_{sink}, terminal_{terminal}, layout_{layout} {}

  void paint(const Answer& answer) {
    const AxisMarks axis = layout_.axis_marks();
    paint(axis);
    paint_chart(answer);
    if (axis.repeated) paint(axis);
    paint(layout_.legend());
    for (const std::string& line : text::wrapped(layout_.note(), terminal_.width)) {
      sink_.text += line + '\n';
    }
  }

  void paint(const Heading& heading) {
    constexpr std::size_t widest = 280;
    const auto harmless = [&](std::string_view text) {
      const std::string whole = text::fitted(text, widest);
      return terminal_.ascii ? in_ascii(whole) : whole;
    };
    if (!heading.who.empty()) {
      append(harmless(heading.who), Style::bold);
      sink_.text += '\n';
    }
    sink_.text += harmless(heading.origin) + "\n\n";
  }

 private:
  void append(std::string_view text, Style style) {
    print::append_styled(sink_.text, text, style, terminal_.colored);
  }

  [[nodiscard]] std::string_view shown(const Glyph& glyph) const {
    return terminal_.ascii ? glyph.ascii : glyph.unicode;
  }

  [[nodiscard]] std::string_view shown(Sign sign) const { return shown(of(sign).glyph); }

  [[nodiscard]] Line blank() const { return Line{terminal_.width}; }

  /// Prints a line, with today's line behind it.
  void print(Line line) {
    if (today_) line.put_if_blank(*today_, shown(todays_line), Style::cyan);
    line.append_to(sink_.text, terminal_.colored);
    sink_.drain_if_large();
  }

  // ---- The axis, and the part through which today's line goes

  void paint(const AxisMarks& axis) {
    paint(axis.labels, Style::bold);
    if (!axis.fine_labels.empty()) paint(axis.fine_labels, Style::dim);
    Line line = blank();
    for (std::size_t at = gutter; at < terminal_.width; ++at) {
      line.put(at, shown(axis_line), Style::dim);
    }
    for (const Length tick : axis.ticks) line.put(column_of(tick), shown(axis_tick), Style::dim);
    print(std::move(line));
  }

  void paint(const std::vector<AxisLabel>& labels, Style style) {
    Line line = blank();
    for (const AxisLabel& label : labels) line.write(column_of(label.place), label.text, style);
    print(std::move(line));
  }

  void paint_chart(const Answer& answer) {
    const Caption today = layout_.today();
    if (today.where == Caption::Where::at_day) today_ = column_of(today.place);
    if (today.spot) paint_captions({today}, 1);
    if (answer.credentials().empty()) {
      Line line = blank();
      line.write(0, "no certifications ", Style::plain);
      print(std::move(line));
    }
    for (const CredentialAnswer& credential : answer.credentials()) {
      paint(layout_.row_of(credential));
    }
    const std::vector<Track> tracks = layout_.tracks();
    if (!tracks.empty()) print(blank());
    for (const Track& track : tracks) paint(track);
    today_.reset();
  }

  // ---- Rows

  void paint(const Row& row) {
    paint_title(row.credential);
    const Status status = row.credential.status();
    Line line = blank();
    line.write(0, name_of(status), style_of(status));
    for (const Bar& bar : row.bars) paint(line, bar);
    if (today_ &&
        (line.at(*today_) == shown(Sign::active) || line.at(*today_) == shown(Sign::suspended))) {
      line.put(*today_, shown(today_on_bar), Style::cyan);
    }
    for (const Mark& mark : row.marks) {
      if (!mark.is_seam) line.put(column_of(mark.place), shown(mark.sign), Style::bold);
    }
    print(std::move(line));
    paint_captions(row.captions, row.lines);
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
    const Style style = of(bar.sign).style;
    const std::size_t from = column_of(bar.from);
    for (std::size_t at = from; at < column_of(bar.until); ++at) {
      line.put(at, shown(bar.sign), style);
    }
    if (bar.goes_on_before) line.put(from, shown(goes_on_before), style);
    if (bar.goes_on_after) line.put(terminal_.width - 1, shown(goes_on_after), style);
  }

  void paint_captions(const std::vector<Caption>& captions, std::size_t count) {
    std::vector<Line> lines(count, blank());
    for (const Caption& one : captions) {
      if (one.spot) write(lines[one.spot->line], one);
    }
    for (const Caption& one : captions) {
      for (std::size_t above = 0; one.spot && above < one.spot->line; ++above) {
        lines[above].put_if_blank(column_of(one.place), shown(stroke), Style::dim);
      }
    }
    for (Line& line : lines) print(std::move(line));
  }

  void write(Line& line, const Caption& caption) const {
    const std::string& words = caption.words;
    const std::size_t at = column_of(caption.place);
    const std::size_t begin = caption.spot->leftward ? at - words.size() - 1 : at + 2;
    const bool today = caption.weight == Caption::Weight::today;
    line.write(begin, words, style_of(caption.weight));
    if (!today) {
      line.put(at, corner_of(caption), Style::dim);
    } else if (!today_) {
      line.put(at, corner_of(caption), Style::cyan);
    }
    // Strokes and today's line keep their distance.
    line.put_if_blank(begin - 1, " ", Style::plain);
    line.put_if_blank(begin + words.size(), " ", Style::plain);
  }

  [[nodiscard]] std::string_view corner_of(const Caption& caption) const {
    switch (caption.where) {
      case Caption::Where::before: return shown(goes_on_before);
      case Caption::Where::after: return shown(goes_on_after);
      case Caption::Where::at_day: break;
    }
    return caption.spot->leftward ? shown(to_the_left) : shown(to_the_right);
  }

  // ---- Tracks and the legend

  void paint(const Track& track) {
    Line line = blank();
    line.write(0, track.name, Style::plain);
    std::vector<std::size_t> counts(terminal_.width);
    // Exams that were passed come first, and hide those in their column that were not.
    for (const Symbol& symbol : track.symbols) {
      const std::size_t at = column_of(symbol.place);
      const std::size_t count = counts[at] += symbol.count;
      std::string glyph{shown(symbol.sign)};
      if (count > 1) {
        layout_.explain(Sign::counts);
        glyph = count > 9 ? "+" : std::to_string(count);
      }
      line.put(at, glyph, of(symbol.sign).style);
    }
    print(std::move(line));
  }

  void paint(const std::vector<LegendEntry>& legend) {
    for (const auto& [place, sign] : legend) {
      sink_.text += place > 0 ? "   " : "\n";
      (sink_.text += shown(sign)) += ' ';
      sink_.text += legend_words(sign);
    }
    if (!legend.empty()) sink_.text += '\n';
  }

  print::Sink& sink_;
  const print::Terminal& terminal_;
  Layout& layout_;
  std::optional<std::size_t> today_;  // the column of today's line, while it goes down
};

}  // namespace

void draw_text(print::Sink& sink, const Answer& answer, const Heading& heading, const Span& span,
               const print::Terminal& terminal) {
  const Metrics metrics = metrics_for(terminal);
  Layout layout{answer, span, metrics};
  Painter painter{sink, terminal, layout};
  painter.paint(heading);
  painter.paint(answer);
}

}  // namespace certrenew::timeline
