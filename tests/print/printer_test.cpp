#include "print/printer.hpp"

#include <map>

#include "../catch.hpp"
#include "support.hpp"

using namespace certrenew::print;

namespace {

constexpr Format formats[] = {Format::table,    Format::json, Format::ndjson, Format::csv,
                              Format::markdown, Format::html, Format::github};

constexpr CsvColumn columns[] = {{"code", "code"}};
constexpr CsvTable table{"", columns};

/// A report that says `code`.
struct CodeReport : TestReport {
  explicit CodeReport(const char* code) {
    document = [code](Document& to) { to.text(code); };
    json = [code](JsonEvents& to) {
      to.open_object();
      to.member("code", code);
      to.close_object();
    };
  }
};

/// Returns all that a run with two reports prints.
std::string run(Format format, const Frame& frame) {
  const Printer printer{format, frame};
  Sink sink;
  printer.begin(sink);
  printer.print(sink, CodeReport{"A"});
  printer.separate(sink);
  printer.print(sink, CodeReport{"B"});
  printer.end(sink, true, 0);
  return sink.text;
}

}  // namespace

TEST_CASE("each format prints two reports one after the other") {
  const Frame frame{.title = "Status", .csv = &table};
  CHECK(run(Format::table, frame) == "A\n\nB\n");
  CHECK(run(Format::markdown, frame) == "A\n\nB\n");
  CHECK(run(Format::json, frame) == "{\n  \"code\": \"A\"\n}\n{\n  \"code\": \"B\"\n}\n");
  CHECK(run(Format::ndjson, frame) == "{\"code\":\"A\"}\n{\"code\":\"B\"}\n");
  CHECK(run(Format::csv, frame) == "code\r\nA\r\nB\r\n");
  CHECK(run(Format::github, frame).empty());
  CHECK(run(Format::html, frame).find("<section>\n<p>A</p>\n</section>\n<section>\n<p>B</p>") !=
        std::string::npos);
}

TEST_CASE("reports that are lines of one list are not separated") {
  const Frame frame{.title = "Check", .csv = &table, .only_with_reports = true};
  CHECK(run(Format::table, frame) == "A\nB\n");
  CHECK(run(Format::markdown, frame) == "A\nB\n");
}

TEST_CASE("a run without reports prints the frame where the format has one") {
  std::map<Format, bool> plain;
  std::map<Format, bool> list;
  for (const Format format : formats) {
    plain[format] = Printer{format, {.title = "", .csv = &table}}.always_frames();
    list[format] = Printer{
        format,
        {.title = "", .csv = &table, .only_with_reports = true},
        {}}.always_frames();
  }
  for (const Format format : formats) {
    CAPTURE(static_cast<int>(format));
    CHECK(plain[format] == (format == Format::html || format == Format::csv));
    CHECK(list[format] == (format == Format::html));
  }
}

TEST_CASE("HTML and markdown say that there is nothing to say") {
  const Frame frame{.title = "Check", .only_with_reports = true, .when_empty = "Nothing!"};
  for (const Format format : {Format::html, Format::markdown}) {
    const Printer printer{format, frame};
    CHECK(printer.always_frames());
    Sink sink;
    printer.end(sink, false, 0);
    CHECK(sink.text.find("Nothing") != std::string::npos);
    sink.text.clear();
    printer.end(sink, true, 0);
    CHECK(sink.text.find("Nothing") == std::string::npos);
  }
}

TEST_CASE("only line by line are errors part of the answer") {
  for (const Format format : formats) {
    CAPTURE(static_cast<int>(format));
    CHECK(Printer{format, {.title = "", .csv = &table}}.answers_errors() ==
          (format == Format::ndjson));
  }
}

TEST_CASE("a remark on standard error is one visible line") {
  std::string out;
  RemarkLine line = remark_of("log.json", "a\nb\x1b");
  append_remark(out, line);
  CHECK(out == "log.json: ACP-620: suspended: a\\u000ab\\u001b\n");
  out.clear();
  line.subject.clear();
  line.kind = "";
  append_remark(out, line);
  CHECK(out == "log.json: a\\u000ab\\u001b\n");
}
