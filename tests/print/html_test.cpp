#include "../catch.hpp"
#include "support.hpp"

using namespace certrenew::print;

namespace {

std::string section(const std::function<void(Document&)>& write) {
  return written(Format::html, write);
}

std::string paragraph(std::string_view text) {
  return section([&](Document& document) { document.text(text); });
}

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("HTML escapes what is markup and shows what is invisible") {
  CHECK(paragraph("<a href=\"x\" id='y'>&\x1b\xE2\x80\xAE\xff</a>") ==
        "<section>\n<p>&lt;a href=&quot;x&quot; "
        "id=&#39;y&#39;&gt;&amp;\\u001b\\u202e\\xff&lt;/a&gt;</p>\n</section>\n");
}

TEST_CASE("dates are marked as dates, and nothing else is") {
  CHECK(paragraph("from 2025-12-01<2026-02-28; not 2025-13-01, 12-01, 2025-12-0") ==
        "<section>\n<p>from <time>2025-12-01</time>&lt;<time>2026-02-28</time>; "
        "not 2025-13-01, 12-01, 2025-12-0</p>\n</section>\n");
}

TEST_CASE("headings follow one another without gaps") {
  const auto parts = [](Document& document) {
    document.heading("ACP-620", "Jira <Cloud>");
    document.text("active", Style::green);
  };
  CHECK(section([&](Document& document) {
          document.title("Example Holder", "log.json");
          parts(document);
        }) ==
        "<section>\n<h2>Example Holder</h2>\n<p class=\"origin\">log.json</p>\n"
        "<h3>ACP-620 <span class=\"beside\">Jira &lt;Cloud&gt;</span></h3>\n"
        "<p class=\"green\">active</p>\n</section>\n");
  CHECK(section([](Document& document) { document.title("", "log.json"); }) ==
        "<section>\n<h2>log.json</h2>\n</section>\n");
}

TEST_CASE("a report that says nothing is no section") {
  CHECK(section([](Document&) {}).empty());
}

TEST_CASE("an HTML table has a caption, and headers for its columns and rows") {
  const Grid grid = grid_of({{"Code"}, {"Status"}, {"Left", Align::right}},
                            {{{"<x>"}, {"active", Style::green, "*"}, {"1 d"}},
                             {{"ACP-1"}, {std::string(30, 'y')}, {"2 d", Style::red}}});
  CHECK(section([&](Document& document) { document.grid(grid); }) ==
        "<section>\n<div class=\"table\" role=\"group\" tabindex=\"0\" "
        "aria-label=\"Certifications\"><table>\n<caption>Certifications</caption>\n"
        "<thead><tr><th scope=\"col\">Code</th><th scope=\"col\">Status</th>"
        "<th scope=\"col\" class=\"right\">Left</th></tr></thead>\n<tbody>\n"
        "<tr><th scope=\"row\">&lt;x&gt;</th><td class=\"green\">active</td>"
        "<td class=\"right\">1 d</td></tr>\n"
        "<tr><th scope=\"row\">ACP-1</th><td class=\"long\">" +
            std::string(30, 'y') +
            "</td><td class=\"right red\">2 d</td></tr>\n"
            "</tbody>\n</table></div>\n</section>\n");
}

TEST_CASE("remarks of HTML are one list, which ends before what follows") {
  const std::string text = section([](Document& document) {
    document.remark(remark_of("log.json", "late"));
    document.remark(remark_of("log.json", "later"));
    document.text("The end.");
  });
  CHECK(contains(text,
                 "<ul class=\"remarks\">\n<li><strong>ACP-620</strong> "
                 "<span class=\"kind red\">suspended</span> "
                 "<span class=\"origin\">log.json</span><br>late</li>\n<li>"));
  CHECK(contains(text, "<br>later</li>\n</ul>\n<p>The end.</p>\n</section>\n"));
}

TEST_CASE("a page runs nothing and loads nothing") {
  const Printer printer = printer_for(Format::html, {.title = "Certification status"});
  Sink sink;
  printer.begin(sink);
  printer.end(sink, true, 0);
  const std::string& page = sink.text;
  CHECK(page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">\n"));
  CHECK(contains(page, "<title>Certification status</title>"));
  CHECK(contains(page, "<h1>Certification status</h1>"));
  CHECK(page.ends_with("</main>\n</body>\n</html>\n"));
  for (const char* const part : {"<script", "src=", "href=", "url(", "@import", "http:"}) {
    CAPTURE(part);
    CHECK_FALSE(contains(page, part));
  }
}

TEST_CASE("a page says at its end what is missing") {
  const Printer printer = printer_for(Format::html, {.when_empty = "Nothing to report."});
  Sink sink;
  printer.end(sink, false, 1);
  CHECK(
      sink.text.starts_with("<p>Nothing to report.</p>\n"
                            "<p class=\"unreadable\">1 log could not be read.</p>\n"));
  sink.text.clear();
  printer.end(sink, true, 2);
  CHECK(sink.text.starts_with("<p class=\"unreadable\">2 logs could not be read.</p>\n"));
}
