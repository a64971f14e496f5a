#include "print/printer.hpp"

#include <vector>

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

/// Returns all that a run with these reports prints.
std::string run(Format format, const Frame& frame, const std::vector<const char*>& codes) {
  const Printer printer = printer_for(format, frame);
  Sink sink;
  if (printer.always_frames || !codes.empty()) printer.begin(sink);
  for (const char* const code : codes) {
    if (code != codes.front()) sink.text += printer.separator;
    printer.print(sink, CodeReport{code});
  }
  if (printer.always_frames || !codes.empty()) printer.end(sink, !codes.empty(), 0);
  return sink.text;
}

std::string run_two(Format format, const Frame& frame) { return run(format, frame, {"A", "B"}); }

}  // namespace

TEST_CASE("each format prints two reports one after the other") {
  const Frame frame{.title = "Status", .csv = table};
  CHECK(run_two(Format::table, frame) == "A\n\nB\n");
  CHECK(run_two(Format::markdown, frame) == "A\n\nB\n");
  CHECK(run_two(Format::json, frame) == "{\n  \"code\": \"A\"\n}\n{\n  \"code\": \"B\"\n}\n");
  CHECK(run_two(Format::ndjson, frame) == "{\"code\":\"A\"}\n{\"code\":\"B\"}\n");
  CHECK(run_two(Format::csv, frame) == "code\r\nA\r\nB\r\n");
  CHECK(run_two(Format::github, frame).empty());
  CHECK(run_two(Format::html, frame).find("<section>\n<p>A</p>\n</section>\n<section>\n<p>B</p>") !=
        std::string::npos);
}

TEST_CASE("reports that are lines of one list are not separated") {
  const Frame frame{.title = "Check", .csv = table, .when_empty = "Nothing!"};
  CHECK(run_two(Format::table, frame) == "A\nB\n");
  CHECK(run_two(Format::markdown, frame) == "A\nB\n");
}

TEST_CASE("a run without reports prints the frame where the format has one") {
  for (const Format format : formats) {
    CAPTURE(static_cast<int>(format));
    const std::string plain = run(format, {.title = "", .csv = table}, {});
    CHECK(plain.empty() == (format != Format::html && format != Format::csv));
    const std::string list = run(format, {.csv = table, .when_empty = "Nothing!"}, {});
    CHECK(list.empty() == (format != Format::html && format != Format::markdown));
  }
}

TEST_CASE("HTML and markdown say that there is nothing to say") {
  const Frame frame{.title = "Check", .when_empty = "Nothing!"};
  for (const Format format : {Format::html, Format::markdown}) {
    CHECK(run(format, frame, {}).find("Nothing") != std::string::npos);
    CHECK(run(format, frame, {"A"}).find("Nothing") == std::string::npos);
  }
}

TEST_CASE("only line by line are errors part of the answer") {
  for (const Format format : formats) {
    CAPTURE(static_cast<int>(format));
    CHECK(printer_for(format, {.csv = table}).answers_errors == (format == Format::ndjson));
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
