#include "../catch.hpp"
#include "support.hpp"

using namespace certrenew::print;

namespace {

std::string shown(const std::function<void(Document&)>& write, const Terminal& terminal = {}) {
  return written(Format::table, write, terminal);
}

Grid with_legend(std::vector<std::string> legend) {
  Grid grid = grid_of({{"A"}}, {{{"1"}}});
  grid.legend = std::move(legend);
  return grid;
}

std::string shown_grid(const Grid& grid, const Terminal& terminal = {}) {
  return shown([&](Document& document) { document.grid(grid); }, terminal);
}

}  // namespace

TEST_CASE("a title shows the holder above the origin, and an empty line below") {
  const auto write = [](Document& document) {
    document.title("Example Holder", "log.json, as of 2025-12-15");
    document.text("no certifications");
  };
  CHECK(shown(write) == "Example Holder\nlog.json, as of 2025-12-15\n\nno certifications\n");
  CHECK(shown(write, {.colored = true}).starts_with("\x1b[1mExample Holder\x1b[0m\nlog.json"));
}

TEST_CASE("a title without a holder is one line") {
  CHECK(shown([](Document& document) { document.title("", "-, as of 2025-12-15"); }) ==
        "-, as of 2025-12-15\n");
}

TEST_CASE("empty lines stand where the parts call for them") {
  Grid belongs = grid_of({{"A"}}, {{{"1"}}});
  belongs.belongs_to_text = true;
  const std::string text = shown([&](Document& document) {
    document.heading("ACP-620", "Jira");
    document.text("active");
    document.text("Cycle 1");
    document.grid(belongs);
    document.text("Cycle 2");
    document.heading("Ways");
    document.grid(grid_of({{"Way"}}, {{{"1"}}}));
    document.text("Ways are numbered.");
    document.list({"one", "two"});
    document.grid(with_legend({"* used", "x lapsed"}));
    document.remark(remark_of("log.json", "late"));
    document.remark(remark_of("log.json", "later"));
  });
  CHECK(text ==
        "ACP-620  Jira\nactive\n\nCycle 1\n  1\n\nCycle 2\n\n"
        "Ways\n\nWAY\n1\nWays are numbered.\n\none\ntwo\n\nA\n1\n\n* used   x lapsed\n\n"
        "log.json: ACP-620: suspended: late\nlog.json: ACP-620: suspended: later\n");
}

TEST_CASE("columns are aligned by display width, with titles in capitals") {
  const Grid grid = grid_of({{"Exam from"}, {"Left", Align::right}, {"Renewed"}},
                            {{{"認定"}, {"1 d"}, {""}}, {{"é-1"}, {"1088 d"}, {"exam"}}});
  CHECK(shown_grid(grid) ==
        "EXAM FROM    LEFT  RENEWED\n"
        "認定          1 d\n"
        "é-1        1088 d  exam\n");
}

TEST_CASE("a cell is cut at the width of its column, and a mark replaces its text") {
  Grid grid = grid_of({{"Code", Align::left, 5}, {"B"}},
                      {{{"ABCDEFG"}, {"used", Style::green, "*"}}, {{"ABCDE"}, {"lapsed"}}});
  CHECK(shown_grid(grid) == "CODE   B\nABCD…  *\nABCDE  lapsed\n");
  grid.belongs_to_text = true;
  CHECK(shown_grid(grid, {.colored = true}) == "  ABCD…  \x1b[32m*\x1b[0m\n  ABCDE  lapsed\n");
}

TEST_CASE("cells below stand under their row, joined and wrapped within the terminal") {
  std::vector<Column> columns{{"Date"}, {"Title"}, {"Units", Align::right}, {"Why"}};
  columns[1].below = true;
  columns[3].below = true;
  Grid grid = grid_of(columns, {{{"2025-06-01"}, {"Dashboards"}, {"10"}, {"counts until then"}},
                                {{"2025-06-02"}, {""}, {"20"}, {"stale"}},
                                {{"2025-06-03"}, {""}, {"5"}, {""}}});
  grid.belongs_to_text = true;
  CHECK(shown_grid(grid, {.width = 24}) ==
        "  2025-06-01  10\n"
        "    Dashboards: counts\n"
        "    until then\n"
        "  2025-06-02  20\n"
        "    stale\n"
        "  2025-06-03   5\n");
  CHECK(shown_grid(grid, {.colored = true}).find("    \x1b[2mstale\x1b[0m\n") != std::string::npos);
}

TEST_CASE("a grid too wide for the terminal is divided, and its labels repeated") {
  Grid grid = grid_of({{"Way"}, {"acp-1"}, {"acp-2"}, {"acp-3"}},
                      {{{"units"}, {"1"}, {"2"}, {"3"}}, {{"exams"}, {"4"}, {"5"}, {"6"}}});
  grid.repeated = 1;
  CHECK(shown_grid(grid, {.width = 26}) ==
        "WAY    acp-1  acp-2  acp-3\nunits  1      2      3\nexams  4      5      6\n");
  CHECK(shown_grid(grid, {.width = 25}) ==
        "WAY    acp-1  acp-2\nunits  1      2\nexams  4      5\n\n"
        "WAY    acp-3\nunits  3\nexams  6\n");
  CHECK(shown_grid(grid, {.width = 1}).find("WAY    acp-2\nunits  2\n") != std::string::npos);
}

TEST_CASE("a divided grid makes only the cells of each part") {
  std::size_t made = 0;
  Grid grid = grid_of(std::vector<Column>(1001, Column{"column"}), {});
  grid.repeated = 1;
  grid.rows = [&](const auto& take) {
    take(Row{[&](std::size_t column) {
      ++made;
      return Cell{std::to_string(column)};
    }});
  };
  shown_grid(grid, {.width = 10});
  CHECK(made == 1001 + 2 * 1000);
}

TEST_CASE("a grid without rows has a line of titles") {
  CHECK(shown_grid(grid_of({{"Code"}, {"Active", Align::right}}, {})) == "CODE  ACTIVE\n");
}

TEST_CASE("a log cannot steer the terminal") {
  const std::string nasty = "a\x1b[31m\nb\xff";
  const std::string safe = "a\\u001b[31m\\u000ab\\xff";
  const std::string text = shown([&](Document& document) {
    document.title(nasty, nasty);
    document.heading(nasty, nasty);
    document.text(nasty);
    document.list({nasty});
    document.grid(grid_of({{nasty}}, {{{nasty}}}));
    document.grid(with_legend({nasty}));
    document.remark(remark_of(nasty, nasty));
  });
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK(text.find('\xff') == std::string::npos);
  CHECK(text.find(safe + ": ACP-620: suspended: " + safe + "\n") != std::string::npos);
}

TEST_CASE("long names of a log take a bounded part of a heading") {
  const std::string text = shown([](Document& document) {
    document.title(std::string(5000, 'x'), std::string(5000, 'y'));
    document.heading(std::string(5000, 'c'), std::string(5000, 'n'));
  });
  CHECK(text.size() < 600);
  CHECK(text.find(std::string(23, 'c') + "…  " + std::string(51, 'n') + "…\n") !=
        std::string::npos);
}

TEST_CASE("a long text is wrapped, and a legend breaks between its entries") {
  CHECK(shown([](Document& document) { document.text("one two three", Style::dim); },
              {.colored = true, .width = 8}) == "\x1b[2mone two\x1b[0m\n\x1b[2mthree\x1b[0m\n");
  CHECK(shown(
            [](Document& document) {
              document.grid(with_legend({"* used", "+ counted", "x lost"}));
            },
            {.width = 18}) == "A\n1\n\n* used   + counted\nx lost\n");
}

TEST_CASE("texts below a grid explain it") {
  CHECK(shown([](Document& document) {
          document.grid(grid_of({{"A"}}, {{{"1"}}}));
          document.text("! late");
          document.text("? in doubt");
          document.heading("Ways");
        }) == "A\n1\n! late\n? in doubt\n\nWays\n");
}

TEST_CASE("the kind of a remark has its style") {
  RemarkLine line = remark_of("log.json", "late");
  const auto write = [&](Document& document) { document.remark(line); };
  CHECK(shown(write, {.colored = true}) == "log.json: ACP-620: \x1b[31msuspended\x1b[0m: late\n");
  line.style = Style::yellow;
  CHECK(shown(write, {.colored = true}) == "log.json: ACP-620: \x1b[33msuspended\x1b[0m: late\n");
}

TEST_CASE("rows reach the sink's drain before the grid is complete") {
  std::size_t drained = 0;
  Sink sink{[&](std::string& text) {
    drained += text.size();
    text.clear();
  }};
  Grid grid = grid_of({{"Title"}}, {});
  grid.rows = [](const auto& take) {
    for (int i = 0; i < 30; ++i) take({{std::string(100'000, 'x')}});
  };
  TestReport report;
  report.document = [&](Document& document) { document.grid(grid); };
  printer_for(Format::table, {}).print(sink, report);
  CHECK(drained > 1'000'000);
  CHECK(sink.text.size() < 1'200'000);
}
