#include "print/terminal.hpp"

#include <array>

#include "print/printer.hpp"
#include "text/fit.hpp"
#include "text/utf8.hpp"

namespace certrenew::print {

namespace {

constexpr std::size_t widest_title = 240;  // three lines of most terminals

/// The parameter of the escape sequence of each style.
constexpr std::array<std::string_view, 7> codes{"", "1", "2", "32", "33", "31", "36"};

}  // namespace

void append_styled(std::string& out, std::string_view text, Style style, bool colored) {
  if (!colored || style == Style::plain) {
    out += text;
    return;
  }
  out.append("\x1b[").append(codes.at(static_cast<std::size_t>(style))).append("m");
  out.append(text).append("\x1b[0m");
}

void append_remark(std::string& out, const RemarkLine& line, bool colored) {
  text::append_visible(out, line.origin);
  out += ": ";
  text::append_visible(out, line.subject);
  if (!line.subject.empty()) out += ": ";
  append_styled(out, line.kind, line.kind.empty() ? Style::plain : line.style, colored);
  if (!line.kind.empty()) out += ": ";
  text::append_visible(out, line.message);
  out += '\n';
}

bool TerminalDocument::belongs_to_last(Part below) const {
  switch (last_) {
    case Part::none: return true;
    case Part::heading: return below == Part::text;
    case Part::text: return below == Part::indented_grid;
    case Part::grid: return below == Part::text;
    case Part::remark: return below == Part::remark;
    case Part::indented_grid:
    case Part::other: return false;
  }
  return false;
}

void TerminalDocument::begin(Part part) {
  if (!belongs_to_last(part)) sink_.text += '\n';
  last_ = part;
  sink_.drain_if_large();
}

void TerminalDocument::append_wrapped(std::string_view text, Style style) {
  for (const std::string& line : text::wrapped(text::visible(text), terminal_.width)) {
    append_styled(sink_.text, line, style, terminal_.colored);
    sink_.text += '\n';
  }
}

// NOLINTNEXTLINE(bugprone-easily-swappable-parameters): in reading order
void TerminalDocument::title(std::string_view who, std::string_view origin) {
  begin(Part::other);
  if (!who.empty()) {
    append_styled(sink_.text, text::fitted(who, widest_title), Style::bold, terminal_.colored);
    sink_.text += '\n';
  }
  sink_.text += text::fitted(origin, widest_title) + '\n';
}

// NOLINTNEXTLINE(bugprone-easily-swappable-parameters): in reading order
void TerminalDocument::heading(std::string_view text, std::string_view beside) {
  begin(Part::heading);
  const std::size_t room = beside.empty() ? widest_line : widest_code;
  append_styled(sink_.text, text::fitted(text, room), Style::bold, terminal_.colored);
  if (!beside.empty()) sink_.text += "  " + text::fitted(beside, widest_line - widest_code);
  sink_.text += '\n';
}

void TerminalDocument::text(std::string_view text, Style style) {
  begin(Part::text);
  append_wrapped(text, style);
}

void TerminalDocument::list(const std::vector<std::string>& items) {
  begin(Part::other);
  for (const std::string& item : items) append_wrapped(item, Style::plain);
}

void TerminalDocument::grid(const Grid& grid) {
  begin(grid.belongs_to_text ? Part::indented_grid : Part::grid);
  append_grid(sink_, grid, terminal_);
}

void TerminalDocument::legend(const std::vector<std::string>& entries) {
  constexpr std::string_view gap = "   ";
  begin(Part::other);
  std::string line;
  for (const std::string& entry : entries) {
    const std::string shown = text::visible(entry);
    const std::size_t width = text::display_width(line) + gap.size() + text::display_width(shown);
    if (!line.empty() && width > terminal_.width) {
      sink_.text += line + '\n';
      line.clear();
    }
    if (!line.empty()) line += gap;
    line += shown;
  }
  sink_.text += line + '\n';
}

void TerminalDocument::remark(const RemarkLine& line) {
  begin(Part::remark);
  append_remark(sink_.text, line, terminal_.colored);
}

void TerminalDocument::picture(const Picture& picture) {
  begin(Part::other);
  picture.draw_text(sink_, terminal_);
}

}  // namespace certrenew::print
