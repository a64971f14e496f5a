#include "print/html.hpp"

#include <array>
#include <initializer_list>

#include "certrenew/date.hpp"
#include "embedded.hpp"
#include "text/utf8.hpp"

namespace certrenew::print {

namespace {

constexpr std::size_t size_of_date = 10;

/// The class of each style.
constexpr std::array<std::string_view, 7> classes{"",       "bold", "dim", "green",
                                                  "yellow", "red",  "cyan"};

std::string_view class_of(Style style) { return classes.at(static_cast<std::size_t>(style)); }

std::string_view class_of(Align align) { return align == Align::right ? "right" : ""; }

void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default: out += c;
    }
  }
}

/// Returns where the first date in `text` begins, or its end.
std::size_t find_date(std::string_view text) {
  constexpr std::size_t before_hyphen = 4;
  for (std::size_t at = text.find('-'); at < text.size(); at = text.find('-', at + 1)) {
    if (at < before_hyphen) continue;
    const std::size_t begin = at - before_hyphen;
    if (Date::parse(text.substr(begin, size_of_date))) return begin;
  }
  return text.size();
}

/// Appends ` class="…"` with those of the names that are not empty.
void append_classes(std::string& out, std::initializer_list<std::string_view> names) {
  bool any = false;
  for (const std::string_view name : names) {
    if (name.empty()) continue;
    out += any ? " " : " class=\"";
    out += name;
    any = true;
  }
  if (any) out += '"';
}

/// Appends `<tag class="…">text</tag>`. `tag` may have attributes.
void append_element(std::string_view tag, std::string& out, std::string_view text,
                    std::initializer_list<std::string_view> class_names = {}) {
  out.append("<").append(tag);
  append_classes(out, class_names);
  out += '>';
  append_html(out, text);
  out.append("</").append(tag.substr(0, tag.find(' '))).append(">");
}

/// Appends an element on a line of its own.
void append_line(std::string& out, std::string_view tag, std::string_view text,
                 std::string_view class_name = {}) {
  append_element(tag, out, text, {class_name});
  out += '\n';
}

void append_head_of_table(std::string& out, const Grid& grid) {
  out += "<div class=\"table\"><table>\n";
  append_line(out, "caption", grid.caption);
  out += "<thead><tr>";
  for (const Column& column : grid.columns) {
    append_element("th scope=\"col\"", out, column.title, {class_of(column.align)});
  }
  out += "</tr></thead>\n<tbody>\n";
}

/// The first cell names its row. A long cell may be wrapped, a short one is not.
void append_row(std::string& out, const Grid& grid, const Row& row) {
  out += "<tr>";
  for (std::size_t i = 0; i < grid.columns.size(); ++i) {
    const Cell cell = row[i];
    append_element(i == 0 ? "th scope=\"row\"" : "td", out, cell.text,
                   {class_of(grid.columns[i].align), cell.text.size() > widest_code ? "long" : "",
                    class_of(cell.style)});
  }
  out += "</tr>\n";
}

}  // namespace

void append_html(std::string& out, std::string_view text) {
  const std::string shown = text::visible(text);
  std::string_view rest = shown;
  while (true) {
    const std::size_t before = find_date(rest);
    append_escaped(out, rest.substr(0, before));
    rest.remove_prefix(before);
    if (rest.empty()) return;
    out += "<time>";
    out += rest.substr(0, size_of_date);
    out += "</time>";
    rest.remove_prefix(size_of_date);
  }
}

void append_page_begin(std::string& out, std::string_view title) {
  out +=
      "<!DOCTYPE html>\n"
      "<html lang=\"en\">\n"
      "<head>\n"
      "<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n"
      "<meta http-equiv=\"Content-Security-Policy\""
      " content=\"default-src 'none'; style-src 'unsafe-inline'\">\n";
  out += "<title>";
  append_escaped(out, text::visible(title));
  out += "</title>\n<style>\n";
  out += embedded::page_style;
  out += "</style>\n</head>\n<body>\n<main>\n";
  append_line(out, "h1", title);
}

void append_page_end(std::string& out, std::string_view note, std::size_t unreadable) {
  if (!note.empty()) append_line(out, "p", note);
  if (unreadable > 0) {
    const std::string count = std::to_string(unreadable);
    append_line(out, "p", count + (unreadable == 1 ? " log" : " logs") + " could not be read.",
                "unreadable");
  }
  out += "</main>\n</body>\n</html>\n";
}

void HtmlDocument::begin_part() {
  end_remarks();
  if (!in_section_) sink_.text += "<section>\n";
  in_section_ = true;
  sink_.drain_if_large();
}

void HtmlDocument::end_remarks() {
  if (in_remarks_) sink_.text += "</ul>\n";
  in_remarks_ = false;
}

void HtmlDocument::finish() {
  end_remarks();
  if (in_section_) sink_.text += "</section>\n";
  in_section_ = false;
}

void HtmlDocument::title(std::string_view who, std::string_view origin) {
  begin_part();
  append_line(sink_.text, "h2", who.empty() ? origin : who);
  if (who.empty()) return;
  append_line(sink_.text, "p", origin, "origin");
}

// NOLINTNEXTLINE(bugprone-easily-swappable-parameters): in reading order
void HtmlDocument::heading(std::string_view text, std::string_view beside) {
  begin_part();
  std::string& out = sink_.text;
  out += "<h3>";
  append_html(out, text);
  if (!beside.empty()) {
    out += ' ';
    append_element("span", out, beside, {"beside"});
  }
  out += "</h3>\n";
}

void HtmlDocument::text(std::string_view text, Style style) {
  begin_part();
  append_line(sink_.text, "p", text, class_of(style));
}

void HtmlDocument::list(const std::vector<std::string>& items) {
  begin_part();
  sink_.text += "<ul>\n";
  for (const std::string& item : items) {
    append_line(sink_.text, "li", item);
    sink_.drain_if_large();
  }
  sink_.text += "</ul>\n";
}

void HtmlDocument::grid(const Grid& grid) {
  begin_part();
  append_head_of_table(sink_.text, grid);
  grid.rows([&](const Row& row) {
    append_row(sink_.text, grid, row);
    sink_.drain_if_large();
  });
  sink_.text += "</tbody>\n</table></div>\n";
}

void HtmlDocument::remark(const RemarkLine& line) {
  if (!in_remarks_) {
    begin_part();
    sink_.text += "<ul class=\"remarks\">\n";
    in_remarks_ = true;
  }
  std::string& out = sink_.text;
  out += "<li>";
  if (!line.subject.empty()) append_element("strong", out, line.subject);
  if (!line.kind.empty()) {
    out += ' ';
    append_element("span", out, line.kind, {"kind", class_of(line.style)});
  }
  out += ' ';
  append_element("span", out, line.origin, {"origin"});
  out += "<br>";
  append_html(out, line.message);
  out += "</li>\n";
  sink_.drain_if_large();
}

void HtmlDocument::picture(const Picture& picture) {
  begin_part();
  sink_.text += "<figure>\n";
  picture.draw_svg(sink_);
  sink_.text += "</figure>\n";
}

}  // namespace certrenew::print
