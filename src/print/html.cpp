#include <array>
#include <initializer_list>

#include "certrenew/date.hpp"
#include "embedded.hpp"
#include "print/formats.hpp"
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

/// Appends `text` as content: visible and escaped, with its dates marked as dates, so that no line
/// breaks within one.
void append_html(std::string& out, std::string_view text) {
  const std::string shown = text::visible(text);
  std::string_view rest = shown;
  while (true) {
    const std::size_t before = find_date(rest);
    append_escaped(out, rest.substr(0, before));
    rest.remove_prefix(before);
    if (rest.empty()) return;
    out.append("<time>").append(rest.substr(0, size_of_date)).append("</time>");
    rest.remove_prefix(size_of_date);
  }
}

/// Appends `<tag class="…">text</tag>`, with those of the classes that are not empty. `tag` may
/// have attributes.
void append_element(std::string_view tag, std::string& out, std::string_view text,
                    std::initializer_list<std::string_view> class_names = {}) {
  out.append("<").append(tag);
  std::string_view before = " class=\"";
  for (const std::string_view name : class_names) {
    if (name.empty()) continue;
    out.append(before).append(name);
    before = " ";
  }
  out += before == " " ? "\">" : ">";
  append_html(out, text);
  out.append("</").append(tag.substr(0, tag.find(' '))).append(">");
}

/// Appends an element on a line of its own.
void append_line(std::string& out, std::string_view tag, std::string_view text,
                 std::string_view class_name = {}) {
  append_element(tag, out, text, {class_name});
  out += '\n';
}

class HtmlDocument final : public Document {
 public:
  explicit HtmlDocument(Sink& sink) : sink_{sink}, out_{sink.text} {}

  void title(std::string_view who, std::string_view origin) override {
    finish();
    begin_part();
    append_line(out_, "h2", who.empty() ? origin : who);
    if (!who.empty()) append_line(out_, "p", origin, "origin");
  }

  // NOLINTNEXTLINE(bugprone-easily-swappable-parameters): in reading order
  void heading(std::string_view text, std::string_view beside) override {
    begin_part();
    out_ += "<h3>";
    append_html(out_, text);
    if (!beside.empty()) {
      out_ += ' ';
      append_element("span", out_, beside, {"beside"});
    }
    out_ += "</h3>\n";
  }

  void text(std::string_view text, Style style) override {
    begin_part();
    append_line(out_, "p", text, class_of(style));
  }

  void list(const std::vector<std::string>& items) override {
    begin_part();
    out_ += "<ul>\n";
    for (const std::string& item : items) {
      append_line(out_, "li", item);
      sink_.drain_if_large();
    }
    out_ += "</ul>\n";
  }

  void grid(const Grid& grid) override {
    begin_part();
    // It can be scrolled with the keys where the window is narrow.
    out_ += "<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"";
    append_escaped(out_, text::visible(grid.caption));
    out_ += "\"><table>\n";
    append_line(out_, "caption", grid.caption);
    out_ += "<thead><tr>";
    for (const Column& column : grid.columns) {
      append_element("th scope=\"col\"", out_, column.title, {class_of(column.align)});
    }
    out_ += "</tr></thead>\n<tbody>\n";
    grid.rows([&](const Row& row) { append_row(grid, row); });
    out_ += "</tbody>\n</table></div>\n";
  }

  void picture(const std::function<void(Sink&)>& svg) override {
    begin_part();
    out_ += "<figure tabindex=\"0\">\n";
    svg(sink_);
    out_ += "</figure>\n";
  }

  void remark(const RemarkLine& line) override {
    if (!in_remarks_) {
      begin_part();
      out_ += "<ul class=\"remarks\">\n";
      in_remarks_ = true;
    }
    out_ += "<li>";
    if (!line.subject.empty()) append_element("strong", out_, line.subject);
    if (!line.kind.empty()) {
      out_ += ' ';
      append_element("span", out_, line.kind, {"kind", class_of(line.style)});
    }
    out_ += ' ';
    append_element("span", out_, line.origin, {"origin"});
    out_ += "<br>";
    append_html(out_, line.message);
    out_ += "</li>\n";
    sink_.drain_if_large();
  }

  /// Ends the section, unless nothing was written.
  void finish() {
    end_remarks();
    if (in_section_) out_ += "</section>\n";
    in_section_ = false;
  }

 private:
  void begin_part() {
    end_remarks();
    if (!in_section_) out_ += "<section>\n";
    in_section_ = true;
    sink_.drain_if_large();
  }

  void end_remarks() {
    if (in_remarks_) out_ += "</ul>\n";
    in_remarks_ = false;
  }

  /// The first cell names its row. A long cell may be wrapped, a short one is not.
  void append_row(const Grid& grid, const Row& row) {
    out_ += "<tr>";
    for (std::size_t i = 0; i < grid.columns.size(); ++i) {
      const Cell cell = row[i];
      const std::string_view length = cell.text.size() > widest_code ? "long" : "";
      append_element(i == 0 ? "th scope=\"row\"" : "td", out_, cell.text,
                     {class_of(grid.columns[i].align), length, class_of(cell.style)});
    }
    out_ += "</tr>\n";
    sink_.drain_if_large();
  }

  Sink& sink_;
  std::string& out_;
  bool in_section_ = false;
  bool in_remarks_ = false;
};

/// Appends what stands before all reports.
void append_page_begin(std::string& out, const Frame& frame) {
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
  append_escaped(out, text::visible(frame.title));
  out += "</title>\n<style>\n";
  out += embedded::page_style;
  out += frame.picture_style;
  out += "</style>\n</head>\n<body>\n";
  out += frame.picture_patterns;
  out += "<main>\n";
  append_line(out, "h1", frame.title);
}

/// Appends what stands after all reports: the note, and how many logs could not be read.
void append_page_end(std::string& out, std::string_view note, std::size_t unreadable) {
  if (!note.empty()) append_line(out, "p", note);
  if (unreadable > 0) {
    const std::string count = std::to_string(unreadable);
    append_line(out, "p", count + (unreadable == 1 ? " log" : " logs") + " could not be read.",
                "unreadable");
  }
  out += "</main>\n</body>\n</html>\n";
}

}  // namespace

Printer html_printer(const Frame& frame) {
  const auto print = [](Sink& sink, const Report& report) {
    HtmlDocument document{sink};
    report.write(document);
    document.finish();
  };
  const auto end = [note = frame.when_empty](Sink& sink, bool any, std::size_t unreadable) {
    append_page_end(sink.text, any ? "" : note, unreadable);
  };
  return {.print = print,
          .begin = [frame](Sink& sink) { append_page_begin(sink.text, frame); },
          .end = end,
          .always_frames = true,
          .is_for_people = true};
}

}  // namespace certrenew::print
