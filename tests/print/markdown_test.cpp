#include "../catch.hpp"
#include "support.hpp"

using namespace certrenew::print;

TEST_CASE("markdown separates its parts by empty lines, and remarks are one list") {
  const std::string text = written(Format::markdown, [](Document& document) {
    document.title("Example Holder", "log.json, as of 2025-12-15");
    document.heading("ACP-620", "Jira");
    document.heading("Ways", "");
    document.text("active", Style::green);
    document.list({"one", "two"});
    document.remark(remark_of("log.json", "late"));
    document.remark(remark_of("log.json", "later"));
  });
  CHECK(text ==
        "**Example Holder**, log.json, as of 2025-12-15\n\n## ACP-620, Jira\n\n## Ways\n\n"
        "active\n\n- one\n- two\n\n- log.json, **ACP-620**: suspended: late\n"
        "- log.json, **ACP-620**: suspended: later\n");
}

TEST_CASE("pages hold what a terminal leaves to standard error") {
  const auto write = [](Document& document) { document.aside("In doubt", {"one", "two"}); };
  CHECK(written(Format::markdown, write) == "## In doubt\n\n- one\n- two\n");
  CHECK(written(Format::html, write) ==
        "<section>\n<h3>In doubt</h3>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n</section>\n");
  CHECK(written(Format::table, write).empty());
}

TEST_CASE("a title of markdown without a holder is the origin alone") {
  CHECK(written(Format::markdown, [](Document& document) { document.title("", "-"); }) == "-\n");
}

TEST_CASE("a markdown table has all columns, whole cells and right-aligned numbers") {
  std::vector<Column> columns{{"Code", Align::left, 3}, {"Exam from"}, {"Units", Align::right}};
  columns[1].below = true;
  Grid grid =
      grid_of(columns, {{{"ABCDEF"}, {"used", Style::green, "*"}, {"10"}}, {{"a|b"}, {""}, {"5"}}});
  grid.belongs_to_text = true;
  grid.legend = {"* used"};
  CHECK(written(Format::markdown, [&](Document& document) { document.grid(grid); }) ==
        "| Code | Exam from | Units |\n| --- | --- | ---: |\n"
        "| ABCDEF | used | 10 |\n| a\\|b |  | 5 |\n");
}

TEST_CASE("nothing in a text is markup") {
  const auto write = [](Document& document) { document.text("<b>*z* _[x](y)`#$!~{}&|\\\n\x1b"); };
  CHECK(written(Format::markdown, write) ==
        "\\<b\\>\\*z\\* \\_\\[x\\](y)\\`\\#\\$\\!\\~\\{\\}\\&\\|\\\\\\\\u000a\\\\u001b\n");
}
