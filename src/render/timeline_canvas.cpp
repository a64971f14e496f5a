#include "render/timeline_canvas.hpp"

#include "text/utf8.hpp"

namespace certrenew::timeline {

namespace {

constexpr Glyphs of_unicode{.active = "█",
                            .grace = "░",
                            .goes_on_before = "◀",
                            .goes_on_after = "▶",
                            .today = "┊",
                            .today_on_bar = "│",
                            .rule = "─",
                            .tick = "┴",
                            .stroke = "│",
                            .to_the_right = "└",
                            .to_the_left = "┘",
                            .unit = "•",
                            .exam = "▲",
                            .failed = "×",
                            .planned = "◦",
                            .what_if = "?",
                            .many = "+",
                            .marks = {"●", "○", "◆", "▲", "■", "★"}};

constexpr Glyphs of_ascii{.active = "=",
                          .grace = "-",
                          .goes_on_before = "<",
                          .goes_on_after = ">",
                          .today = ":",
                          .today_on_bar = "|",
                          .rule = "-",
                          .tick = "+",
                          .stroke = "|",
                          .to_the_right = "`",
                          .to_the_left = "'",
                          .unit = "*",
                          .exam = "x",
                          .failed = "!",
                          .planned = "o",
                          .what_if = "?",
                          .many = "+",
                          .marks = {"E", "G", "U", "X", "C", "A"}};

}  // namespace

std::string_view Glyphs::mark(Began how) const noexcept {
  return marks[static_cast<std::size_t>(how)];
}

const Glyphs& glyphs_of(Characters characters) noexcept {
  return characters == Characters::ascii ? of_ascii : of_unicode;
}

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

std::string fitted_to(std::string_view text, std::size_t width, Characters characters) {
  std::string whole = fitted(text, width);
  if (characters == Characters::unicode) return whole;
  whole = in_ascii(whole);
  constexpr std::string_view cut = "...";
  if (whole.size() > width) whole.replace(width - cut.size(), std::string::npos, cut);
  return whole;
}

void Line::begin(std::string_view text, Style style) {
  beginning_.emplace_back(text, style);
  begun_ += text::display_width(text);
}

void Line::put(std::size_t column, std::string_view glyph, Style style) {
  if (column < cells_.size() && column >= begun_ + (begun_ > 0 ? 1 : 0))
    cells_[column] = {std::string{glyph}, style};
}

void Line::put_below(std::size_t column, std::string_view glyph, Style style) {
  if (column < cells_.size() && cells_[column].glyph.empty()) put(column, glyph, style);
}

void Line::write(std::size_t column, std::string_view text, Style style) {
  for (std::size_t i = 0; i < text.size(); ++i) put(column + i, text.substr(i, 1), style);
}

void Line::append_to(std::string& out, bool colored) const {
  for (const auto& [text, style] : beginning_) append_styled(out, text, style, colored);
  const auto is_blank = [](const Cell& cell) { return cell.glyph.empty() || cell.glyph == " "; };
  std::size_t end = cells_.size();
  while (end > 0 && is_blank(cells_[end - 1])) --end;
  std::size_t owed = 0;
  for (std::size_t at = begun_; at < end;) {
    if (cells_[at].glyph.empty()) {
      ++owed;
      ++at;
      continue;
    }
    std::string run;
    const Style style = cells_[at].style;
    for (; at < end && !cells_[at].glyph.empty() && cells_[at].style == style; ++at) {
      run += cells_[at].glyph;
    }
    out.append(owed, ' ');
    owed = 0;
    append_styled(out, run, style, colored);
  }
  out += '\n';
}

}  // namespace certrenew::timeline
