#include "print/markdown.hpp"

#include "text/utf8.hpp"

namespace certrenew::print {

void append_markdown(std::string& out, std::string_view text) {
  constexpr std::string_view markup = "\\`*_{}[]<>|&~#$!";
  for (const char c : text::visible(text)) {
    if (markup.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
}

void MarkdownDocument::begin_part() {
  if (!first_) sink_.text += '\n';
  first_ = false;
  after_remark_ = false;
  sink_.drain_if_large();
}

// NOLINTNEXTLINE(bugprone-easily-swappable-parameters): in reading order
void MarkdownDocument::title(std::string_view who, std::string_view origin) {
  begin_part();
  if (!who.empty()) {
    sink_.text += "**";
    append_markdown(sink_.text, who);
    sink_.text += "**, ";
  }
  append_markdown(sink_.text, origin);
  sink_.text += '\n';
}

// NOLINTNEXTLINE(bugprone-easily-swappable-parameters): in reading order
void MarkdownDocument::heading(std::string_view text, std::string_view beside) {
  begin_part();
  sink_.text += "## ";
  append_markdown(sink_.text, text);
  if (!beside.empty()) {
    sink_.text += ", ";
    append_markdown(sink_.text, beside);
  }
  sink_.text += '\n';
}

void MarkdownDocument::text(std::string_view text, Style /*style*/) {
  begin_part();
  append_markdown(sink_.text, text);
  sink_.text += '\n';
}

void MarkdownDocument::list(const std::vector<std::string>& items) {
  begin_part();
  for (const std::string& item : items) {
    sink_.text += "- ";
    append_markdown(sink_.text, item);
    sink_.text += '\n';
    sink_.drain_if_large();
  }
}

void MarkdownDocument::grid(const Grid& grid) {
  begin_part();
  std::string& out = sink_.text;
  out += '|';
  for (const Column& column : grid.columns) {
    out += ' ';
    append_markdown(out, column.title);
    out += " |";
  }
  out += "\n|";
  for (const Column& column : grid.columns) {
    out += column.align == Align::right ? " ---: |" : " --- |";
  }
  out += '\n';
  grid.rows([&](const Row& row) {
    out += '|';
    for (std::size_t i = 0; i < grid.columns.size(); ++i) {
      out += ' ';
      append_markdown(out, row[i].text);
      out += " |";
    }
    out += '\n';
    sink_.drain_if_large();
  });
}

void MarkdownDocument::remark(const RemarkLine& line) {
  if (!after_remark_) begin_part();
  after_remark_ = true;
  std::string& out = sink_.text;
  out += "- ";
  append_markdown(out, line.origin);
  if (!line.subject.empty()) {
    out += ", **";
    append_markdown(out, line.subject);
    out += "**";
  }
  out += ": ";
  append_markdown(out, line.kind);
  if (!line.kind.empty()) out += ": ";
  append_markdown(out, line.message);
  out += '\n';
  sink_.drain_if_large();
}

void MarkdownDocument::picture(const Picture& picture) {
  begin_part();
  picture.draw_svg(sink_);
}

}  // namespace certrenew::print
