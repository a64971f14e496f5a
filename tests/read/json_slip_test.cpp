#include "read/json_slip.hpp"

#include <string>
#include <string_view>
#include <variant>

#include "catch.hpp"
#include "certrenew/read.hpp"
#include "read/errors_of.hpp"
#include "read/log_reader.hpp"

using namespace certrenew;
using namespace certrenew::testing;

namespace {

/// The last error of a log, as `LINE:COLUMN MESSAGE`.
std::string last_error(std::string_view text) {
  const Lines errors = errors_of_log(text);
  return errors.empty() ? std::string{} : errors.back();
}

struct Slip {
  std::string_view text;
  std::string_view error;
};

void check(std::initializer_list<Slip> slips) {
  for (const Slip& one : slips) {
    CAPTURE(one.text);
    CHECK(last_error(one.text) == one.error);
  }
}

constexpr std::string_view wrong_quote = "; JSON takes the plain double quote (\")";

}  // namespace

TEST_CASE("A missing comma is reported at what stands in its place, with the line that lacks it") {
  check({{"{\"notes\": \"x\"\n\n\"candidate\": {}}", "3:1 a comma is missing after line 1"},
         {"{\n\"certifications\": [{}\n{}]}", "3:1 a comma is missing after line 2"},
         {"{\n\"certifications\": []\n \"notes\": \"\"}", "3:2 a comma is missing after line 2"},
         {R"({"certifications": [{} {}]})", "1:24 a comma is missing before this"},
         {R"({"certifications": [1 2]})", "1:23 a comma is missing before this"},
         {R"({"a": true "b": 1})", "1:12 a comma is missing before this"},
         {"{\"a\": 1\r\n'b': 1}", "2:1 a comma is missing after line 1"}});
}

TEST_CASE("A comma too many is reported at the comma") {
  check({{"{\"certifications\": [{},\n\n ]}", "1:23 a comma too many"},
         {"{\"notes\": \"\" ,\n}", "1:14 a comma too many"},
         {R"({"certifications": [ ,{}]})", "1:22 a comma too many"},
         {R"({,"notes": ""})", "1:2 a comma too many"},
         {R"({"certifications": [{},, {}]})", "1:24 a comma too many"},
         {"{\"certifications\": []},\n", "1:23 a comma too many"},
         {"{\"certifications\": []}, {}", "1:23 a comma too many"},
         {",{}", "1:1 a comma too many"}});
}

TEST_CASE("A comment is named wherever it stands") {
  for (const std::string comment : {"// x\n", "/* x */", "# x\n"}) {
    CAPTURE(comment);
    CHECK(last_error(comment + "{}") == "1:1 a comment; JSON has no comments");
    CHECK(last_error("{" + comment + "\"notes\": \"\"}") == "1:2 a comment; JSON has no comments");
    CHECK(last_error("{\"notes\": " + comment + "\"\"}") == "1:11 a comment; JSON has no comments");
    CHECK(last_error("{\"notes\": \"\" " + comment + "}") ==
          "1:14 a comment; JSON has no comments");
    CHECK(last_error("{\"a\": 1, " + comment + "}") == "1:10 a comment; JSON has no comments");
    CHECK(last_error("{} " + comment) == "1:4 a comment; JSON has no comments");
  }
}

TEST_CASE("A quote that is not JSON's is named") {
  const auto named = [](std::string_view place, std::string_view quote) {
    return std::string{place} + ' ' + std::string{quote} + std::string{wrong_quote};
  };
  CHECK(last_error("{'notes': 'x'}") == named("1:2", "a single quote"));
  CHECK(last_error("{\"notes\": 'x'}") == named("1:11", "a single quote"));
  CHECK(last_error("{\"notes\": `x`}") == named("1:11", "a backquote"));
  for (const std::string quote : {"\u2018", "\u2019", "\u201C", "\u201D", "\u201E", "\u00AB"}) {
    CHECK(last_error("{" + quote + "notes" + quote + ": 1}") ==
          named("1:2", "a typographic quote " + quote));
    CHECK(last_error("{\"notes\": " + quote + "x" + quote + "}") ==
          named("1:11", "a typographic quote " + quote));
  }
  CHECK(last_error("{\"notes\": \"x\u201D, \"a\": \"b\"}") ==
        named("1:13", "a typographic quote \u201D"));
  CHECK(last_error("{\"notes\u201D: \"x\"}") == named("1:8", "a typographic quote \u201D"));
  CHECK(last_error("{\"notes\": \"x\u201D}") == named("1:13", "a typographic quote \u201D"));
  CHECK(last_error("{\"notes\": \"\u201Cx\u201D\" 1}") == "1:17 a comma is missing before this");
}

TEST_CASE("A key, a text or an unquoted date is named") {
  check({{R"({notes: "x"})", R"(1:2 an unquoted key; write "notes")"},
         {R"({"a": 1, $b-c: 2})", R"(1:10 an unquoted key; write "$b-c")"},
         {R"({"notes": yes, "a": 1})", R"(1:11 an unquoted text; write "yes")"},
         {R"({"a": 2025-06-01, "b": 1})", R"(1:7 an unquoted date; write "2025-06-01")"},
         {R"({"a": 2025-06})", "1:11 syntax error: unexpected number literal; expected '}'"}});
}

TEST_CASE("A word of another language is named with JSON's word for it") {
  check({{R"({"a": True})", R"(1:7 "True" is not JSON; write true)"},
         {R"({"a": FALSE})", R"(1:7 "FALSE" is not JSON; write false)"},
         {R"({"a": None})", R"(1:7 "None" is not JSON; write null)"},
         {R"({"a": [undefined]})", R"(1:8 "undefined" is not JSON; write null)"},
         {R"({"a": NaN})", "1:7 syntax error: invalid literal"}});
}

TEST_CASE("Other slips are named where they can be told") {
  check({{R"({"units": 12,5, "a": 1})", "1:13 a comma within a number; write a point"},
         {R"({"notes" "x"})", "1:10 a colon is missing before this"},
         {R"({"notes" = "x"})", "1:10 a colon is missing before this"},
         {R"({"notes": , "a": 1})", "1:11 a value is missing before this"},
         {R"({"notes": })", "1:11 a value is missing before this"},
         {R"({"notes": "x, "a": 1})",
          "1:16 a quote (\") is missing before this, or one within a string is not written \\\""},
         {"{\"notes\": \"x,\n\"a\": 1}",
          "1:14 the string that begins at 1:11 does not end on its line; a quote (\") is missing"},
         {"{\"certifications\": [{\"a\": 1]}",
          "1:28 \"]\" does not belong here: the \"{\" at 1:21 is not closed"}});
}

TEST_CASE("A text that ends too early is faulted at its end, with the bracket that is open") {
  check({{"{\n  \"certifications\": [\n    {\"code\": \"A\"}\n",
          "4:1 ends too early: the \"[\" at 2:21 is not closed"},
         {"{\"certifications\": [{", "1:22 ends too early: the \"{\" at 1:21 is not closed"},
         {"{\"certifications\": [],", "1:23 ends too early: the \"{\" at 1:1 is not closed"},
         {"{\"certifications\":", "1:19 ends too early: the \"{\" at 1:1 is not closed"},
         {"{\"certifications", "1:17 ends too early: the \"{\" at 1:1 is not closed"},
         {"{\"a\": \"x\\", "1:10 ends too early: the \"{\" at 1:1 is not closed"},
         {"{\"a\": tru", "1:10 ends too early: the \"{\" at 1:1 is not closed"}});
}

TEST_CASE("A message that names a line counts from the first line of the roster") {
  LogReader reader{builtin_policies()};
  const auto result = reader.read("{\"certifications\": [", 17);
  REQUIRE(std::holds_alternative<Errors>(result));
  CHECK(std::get<Errors>(result).listed.back().message ==
        "ends too early: the \"[\" at 17:20 is not closed");
}
