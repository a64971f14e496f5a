// What holds for every JSON document: strings, places, syntax, and limits.

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <variant>

#include "catch.hpp"
#include "errors_of.hpp"
#include "read/json_tape.hpp"
#include "read/log_reader.hpp"

using namespace certrenew;
using namespace certrenew::testing;

TEST_CASE("Strings may hold anything that JSON allows") {
  struct Special {
    std::string_view written;
    std::string_view meant;
  };
  constexpr Special specials[] = {
      {"", ""},           {R"(\")", "\""},   {R"(\\)", "\\"},
      {R"(\u0041)", "A"}, {"\xC3\xAB", "ë"}, {"\xF0\x9F\x98\x80", "😀"},
      {"\x7F", "\x7F"},   {R"(\n)", "\n"},   {R"(\\\")", "\\\""},
      {R"(\/)", "/"},     {R"(\b)", "\b"},   {R"(\f\r\t)", "\f\r\t"},
  };
  for (std::size_t size = 0; size < 26; ++size) {
    for (std::size_t at = 0; at <= size; ++at) {
      for (const Special& special : specials) {
        const auto around = [&](std::string_view middle) {
          return std::string(at, 'x') + std::string{middle} + std::string(size - at, 'y');
        };
        const std::string written = around(special.written);
        INFO(written);
        const auto result = read_log(
            R"({"candidate":{"id":")" + written +
                R"("},"certifications":[{"code":"ACP-620","earned":"2024-01-10","name":")" +
                written + R"("}],"activities":[],"notes":")" + written + "\"}",
            builtin_policies());
        REQUIRE(std::holds_alternative<Log>(result));
        const Log& log = std::get<Log>(result);
        CHECK(log.candidate->id == around(special.meant));
        CHECK(log.certifications[0].name == around(special.meant));
      }
      // A control character is reported at its own place.
      const std::string bad = std::string(at, 'x') + '\x01' + std::string(size - at, 'y');
      CHECK(errors_of_log("{\"notes\":\"" + bad + "\"}")
                .front()
                .starts_with("1:" + std::to_string(at + 11) +
                             " syntax error: invalid string: control character"));
    }
  }
}

TEST_CASE("Columns are characters and lines end with LF or CRLF") {
  CHECK(
      errors_of_log("{\"x\":\r\n\"é\\\"ü\", \"y\": 1,\n\n \"certifications\": [ 5 ]}") ==
      Lines{"1:2 unknown key \"x\" (known: candidate, certifications, activities, notes, $schema)",
            "2:9 unknown key \"y\" (known: candidate, certifications, activities, notes, $schema)",
            "4:22 certifications[0]: expected an object, not a number"});
  CHECK(errors_of_log("\xEF\xBB\xBF[]") == Lines{"1:1 expected an object, not a list"});
  CHECK(errors_of_log("\xEF\xBB\xBF\n []") == Lines{"2:2 expected an object, not a list"});
  CHECK(errors_of_log("{\"certifications\":[],\"notes\":5}") ==
        Lines{"1:30 notes: expected a string, not a number"});
  CHECK(errors_of_log("{\"certifications\":[],\"notes\":5 }") ==
        Lines{"1:30 notes: expected a string, not a number"});
}

TEST_CASE("A syntax error is reported where it is, and so are the errors before it") {
  const std::string start = R"({"certifications":[],)";
  const Case cases[] = {
      {R"("notes":tru})", {"1:30 an unquoted text; write \"tru\""}},
      {R"("notes" "x"})", {"1:30 a colon is missing before this"}},
      {R"("notes":"x" "y"})", {"1:34 a comma is missing before this"}},
      {R"("notes":"x",})", {"1:33 a comma too many"}},
      {R"("notes":01})",
       {"1:30 notes: expected a string, not a number",
        "1:31 syntax error: unexpected number literal; expected '}'"}},
      {R"("notes":-})", {"1:30 syntax error: invalid number; expected digit after '-'"}},
      {R"("notes":"\q"})",
       {"1:32 syntax error: invalid string: forbidden character after backslash"}},
      {R"("notes":"\ud800"})",
       {"1:37 syntax error: invalid string: surrogate U+D800..U+DBFF must be followed by "
        "U+DC00..U+DFFF"}},
      {R"("notes":12"x, y"})",
       {"1:30 notes: expected a string, not a number", "1:32 a comma is missing before this"}},
      {R"("notes":tru"x, y"})", {"1:30 an unquoted text; write \"tru\""}},
      {R"("notes":"'; expected '\]"})",
       {"1:45 syntax error: invalid string: forbidden character after backslash"}},
      {R"("notes":"; expected '})", {"1:44 ends too early: the \"{\" at 1:1 is not closed"}},
      {R"("notes":"'; expected ']")", {"1:46 ends too early: the \"{\" at 1:1 is not closed"}},
      {R"("notes":"'; expected '])", {"1:45 ends too early: the \"{\" at 1:1 is not closed"}},
      {R"("notes" "; expected ')", {"1:30 a colon is missing before this"}},
      {R"("notes":"x)", {"1:32 ends too early: the \"{\" at 1:1 is not closed"}},
      {R"("notes":"x, y)", {"1:35 ends too early: the \"{\" at 1:1 is not closed"}},
      {R"("notes":)", {"1:30 ends too early: the \"{\" at 1:1 is not closed"}},
      {R"("notes":"x"} })", {"1:35 syntax error: unexpected '}'; expected end of input"}},
  };
  for (const Case& one : cases) {
    CAPTURE(one.text);
    CHECK(errors_of_log(start + std::string{one.text}) == one.errors);
  }
  CHECK(errors_of_log(R"({"certifications":[tru]})") ==
        Lines{"1:20 an unquoted text; write \"tru\""});
  CHECK(errors_of_log("{\"certifications\":[],\"notes\":\"a\xFF\"}") ==
        Lines{"1:32 syntax error: invalid string: ill-formed UTF-8 byte"});
}

TEST_CASE("Bytes that the parser would skip are errors") {
  const std::string sound = R"({"certifications":[]})";
  CHECK(errors_of_log(sound + std::string{"\0x", 2}) == Lines{"1:22 syntax error: a NUL byte"});
  CHECK(errors_of_log(sound + std::string{"\0", 1}) == Lines{"1:22 syntax error: a NUL byte"});
  CHECK(errors_of_log(std::string{"{\"certifications\":\0[]}", 22}) ==
        Lines{"1:19 syntax error: a NUL byte"});
  CHECK(errors_of_log(std::string{"{\0}", 3}) == Lines{"1:2 syntax error: a NUL byte"});
  CHECK(errors_of_log(std::string{"{\0\"a\":1}", 8}) == Lines{"1:2 syntax error: a NUL byte"});
  const Lines utf16{"1:1 this is not UTF-8 (it looks like UTF-16); write it as UTF-8"};
  CHECK(errors_of_log(std::string{"{\0}\0", 4}) == utf16);
  CHECK(errors_of_log(std::string{"\0{\0}", 4}) == utf16);
  CHECK(errors_of_log(std::string{"\xFF\xFE{\0}\0", 6}) == utf16);
  CHECK(errors_of_log(std::string{"\xFE\xFF\0{\0}", 6}) == utf16);
}

TEST_CASE("Our parser and nlohmann's agree on what is valid") {
  JsonTape tape;
  const auto compare = [&](const std::string& text) {
    if (text.find('\0') != std::string::npos) return;  // it takes a NUL for the end
    tape.parse(text);
    if (tape.stop().has_value() == nlohmann::json::accept(text)) FAIL_CHECK("differ on " + text);
  };
  const std::string sound =
      "\xEF\xBB\xBF{\"a\":[1,-0.5,\t10E+2 ,1e-1],\"\xC3\xAB\\u00e9\\ud83d\\ude00\\n\":{},\r\n"
      "\"plain plain "
      "plain\":[[],{\"b\":null}],\"c\":true,\"d\":[false,\"\",\"\xF0\x9F\x98\x80\"]} ";
  REQUIRE(nlohmann::json::accept(sound));
  compare(sound);
  for (std::size_t at = 0; at < sound.size(); ++at) {
    compare(sound.substr(0, at));
    compare(std::string{sound}.erase(at, 1));
    for (int byte = 1; byte < 256; ++byte) {
      const auto other = static_cast<char>(byte);
      compare(std::string{sound}.replace(at, 1, 1, other));
      compare(std::string{sound}.insert(at, 1, other));
    }
  }
  for (const std::string number : {"1e308", "1e309", "-1e309", "1E+0400", "0e999", "1e-999"}) {
    compare(number);
    compare('[' + number + ']');
  }
  compare(std::string(308, '9'));
  compare(std::string(309, '9'));
}

TEST_CASE("Nesting ends at 32 levels") {
  const auto nested = [](std::size_t levels) {
    return R"({"certifications":[],"notes":)" + std::string(levels - 1, '[') +
           std::string(levels - 1, ']') + "}";
  };
  CHECK(errors_of_log(nested(32)) == Lines{"1:30 notes: expected a string, not a list"});
  CHECK(errors_of_log(nested(33)) ==
        Lines{"1:30 notes: expected a string, not a list", "1:61 notes: nested more than 32 deep"});
}

TEST_CASE("A document cut off anywhere is an error") {
  const std::string whole = log_with(
      R"({"date":"2025-01-01","type":"coursework","title":"caf\u00e9 é","units":12.5,"entered":null})");
  REQUIRE(errors_of_log(whole).empty());
  for (std::size_t size = 0; size < whole.size(); ++size) {
    CAPTURE(size);
    CHECK_FALSE(errors_of_log(std::string_view{whole}.substr(0, size)).empty());
  }
}

TEST_CASE("Quoted input cannot steer a terminal") {
  CHECK(errors_of_log("{\"certifications\":[],\"\\u001b[31m\\n\xE2\x80\xAE\":1}") ==
        Lines{"1:22 unknown key \"\\u001b[31m\\u000a\\u202e\" (known: candidate, certifications, "
              "activities, notes, $schema)"});
  CHECK(errors_of_log("{\"certifications\":[],\"" + std::string(100, 'x') + "\":1}") ==
        Lines{"1:22 unknown key \"" + std::string(60, 'x') +
              "…\" (known: candidate, certifications, activities, notes, $schema)"});
}

TEST_CASE("Quoted input tells lookalike names apart") {
  CHECK(
      errors_of_log("{\"certifications\":[],\"notes\xE2\x80\x8C\":\"\"}") ==
      Lines{
          R"(1:22 unknown key "notes\u200c"; did you mean "notes"? (known: candidate, certifications, activities, notes, $schema))"});
  for (const std::string& line : errors_of_log("\"t'; expected \xE2\x80\x8C")) {
    CHECK(line.find("\xE2\x80\x8C") == std::string::npos);
  }
}

TEST_CASE("At most 10,000 errors are kept; the others are counted") {
  std::string text = R"({"certifications":[0)";
  for (int i = 1; i < 10'007; ++i) text += ",0";
  text += "]}";
  const auto result = read_log(text, builtin_policies());
  REQUIRE(std::holds_alternative<Errors>(result));
  CHECK(std::get<Errors>(result).listed.size() == 10'000);
  CHECK(std::get<Errors>(result).more == 7);
  LogReader reader{builtin_policies()};
  CHECK(std::get<Errors>(reader.read(text)).more == 7);
  CHECK(std::get<Errors>(reader.read("[]")).more == 0);
}

TEST_CASE("A document may have 64 MiB, and no more") {
  std::string text = "\xEF\xBB\xBF]";
  text.resize(most_document_bytes, ' ');
  CHECK(errors_of_log(text) ==
        Lines{"1:1 syntax error: unexpected ']'; expected '[', '{', or a literal"});
  text += ' ';
  CHECK(errors_of_log(text) == Lines{"1:1 larger than 64 MiB"});
}
