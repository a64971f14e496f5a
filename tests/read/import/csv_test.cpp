#include "read/import/csv.hpp"

#include <random>

#include "../../catch.hpp"

using namespace certrenew::imports;

namespace {

using Cells = std::vector<std::string>;

/// What a table holds, and what is wrong with it.
struct Table {
  std::vector<Cells> rows;
  std::vector<std::size_t> offsets;  ///< of all cells
  std::vector<std::string> errors;   ///< `OFFSET MESSAGE`
};

Table read(std::string_view text) {
  Table table;
  CsvReader reader{text, [&](std::size_t offset, const std::string& message) {
                     table.errors.push_back(std::to_string(offset) + ' ' + message);
                   }};
  CsvRow row;
  while (reader.next(row)) {
    Cells& cells = table.rows.emplace_back();
    for (const CsvCell& cell : row.cells) {
      cells.push_back(cell.text);
      table.offsets.push_back(cell.offset);
    }
  }
  return table;
}

std::vector<Cells> rows(std::string_view text) { return read(text).rows; }

std::vector<std::string> errors(std::string_view text) { return read(text).errors; }

std::string quoted(const std::string& cell) {
  std::string out = "\"";
  for (const char c : cell) out += c == '"' ? std::string{"\"\""} : std::string{c};
  return out + '"';
}

/// Tables of random cells, written in random ways.
class Generator {
 public:
  explicit Generator(unsigned seed) : random_{seed} {}

  std::size_t below(std::size_t end) { return random_() % end; }

  std::string cell(char separator) {
    static constexpr std::string_view pieces[] = {"a",  "Z", "9", " ",  "\"", "\n", "\r\n",
                                                  "\r", ",", ";", "\t", "ä",  "😀",  "'"};
    std::string text;
    for (std::size_t size = below(5); size > 0; --size) text += pieces[below(std::size(pieces))];
    // Of the separators only one's own, so that it is the one that the first row has most of.
    std::erase_if(text,
                  [&](char c) { return (c == ',' || c == ';' || c == '\t') && c != separator; });
    return text;
  }

  std::string written(const std::string& cell, char separator) {
    const bool needs_quotes =
        cell.find_first_of(std::string{"\"\r\n"} + separator) != std::string::npos;
    return needs_quotes || below(3) == 0 ? quoted(cell) : cell;
  }

 private:
  std::mt19937 random_;
};

}  // namespace

TEST_CASE("a table is read cell by cell") {
  CHECK(rows("").empty());
  CHECK(rows("a") == std::vector<Cells>{{"a"}});
  CHECK(rows("a,b\nc,\n") == std::vector<Cells>{{"a", "b"}, {"c", ""}});
  CHECK(rows("a,b\r\nc,d") == std::vector<Cells>{{"a", "b"}, {"c", "d"}});
  CHECK(rows("a\n\n") == std::vector<Cells>{{"a"}, {""}});
  CHECK(rows("\xEF\xBB\xBF"
             "a,b") == std::vector<Cells>{{"a", "b"}});
  CHECK(rows(R"("a,""b""","c
d",)") == std::vector<Cells>{{"a,\"b\"", "c\nd", ""}});
}

TEST_CASE("the separator is what the first row has most of outside quotes") {
  CHECK(rows("a;b;c,d\n1;2;3") == std::vector<Cells>{{"a", "b", "c,d"}, {"1", "2", "3"}});
  CHECK(rows("a\tb\n1,2\t3") == std::vector<Cells>{{"a", "b"}, {"1,2", "3"}});
  CHECK(rows("\"a;b;c\",d\n") == std::vector<Cells>{{"a;b;c", "d"}});
  CHECK(rows("a;b,c") == std::vector<Cells>{{"a;b", "c"}});
  CHECK(rows("\n\na;b;c\n1,2") == std::vector<Cells>{{""}, {""}, {"a", "b", "c"}, {"1,2"}});
  CHECK(CsvReader{"one", [](std::size_t, const std::string&) {}}.separator() == ',');
}

TEST_CASE("a cell stands where its first byte or its quote does") {
  CHECK(read("a,\"b\"\n\"\",c").offsets == std::vector<std::size_t>{0, 2, 6, 9});
  CHECK(read("\xEF\xBB\xBF"
             "a,b")
            .offsets == std::vector<std::size_t>{3, 5});
}

TEST_CASE("what RFC 4180 does not allow is refused at its place, and the next row is read") {
  CHECK(errors("a,\"b\nc") == std::vector<std::string>{"2 this quote is never closed"});
  CHECK(errors("\"a\"b,c\nd,e") ==
        std::vector<std::string>{
            "3 text after the closing quote of a cell; write a quote inside a quoted cell twice"});
  CHECK(rows("\"a\"b,c\nd,e") == std::vector<Cells>{{"a", "c"}, {"d", "e"}});
  CHECK(errors("5\" disk,\"x\"") ==
        std::vector<std::string>{"1 a quote inside a cell without quotes; put the whole cell in "
                                 "quotes, and write this quote twice"});
  CHECK(errors("a\rb") == std::vector<std::string>{
                              "1 a carriage return that ends no line; end lines with LF or CR LF"});
}

TEST_CASE("bytes that are no text are refused at their place") {
  CHECK(errors("a,b\xFF\xFE\nc,\xC3\n") ==
        std::vector<std::string>{"3 this is not UTF-8", "8 this is not UTF-8"});
  CHECK(errors(std::string_view{"a,\"b\0\"", 6}) == std::vector<std::string>{"4 a NUL byte"});
  CHECK(errors("\"ä\",\"\n\x1b\"").empty());
}

TEST_CASE("a table is read as it was written, however its cells are quoted") {
  Generator generate{20261127};
  for (int round = 0; round < 3000; ++round) {
    const char separator = std::string_view{",;\t"}[generate.below(3)];
    const std::string line_end = generate.below(2) == 0 ? "\n" : "\r\n";
    const std::size_t width = 2 + generate.below(4);
    std::vector<Cells> expected;
    std::string text = generate.below(4) == 0 ? "\xEF\xBB\xBF" : "";
    for (std::size_t row = 1 + generate.below(4); row > 0; --row) {
      Cells& cells = expected.emplace_back();
      for (std::size_t i = 0; i < width; ++i) {
        const bool is_header = expected.size() == 1;
        cells.push_back(is_header ? "h" + std::to_string(i) : generate.cell(separator));
        text += (i == 0 ? "" : std::string{separator}) + generate.written(cells.back(), separator);
      }
      if (row > 1 || generate.below(2) == 0) text += line_end;
    }
    const Table table = read(text);
    INFO(text);
    REQUIRE(table.errors.empty());
    REQUIRE(table.rows == expected);
  }
}
