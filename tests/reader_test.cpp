// The reader: every kind of fault, with the smallest input that shows it, at its very place.

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "catch.hpp"
#include "certrenew/reader.hpp"
#include "certrenew/renewal.hpp"

using namespace certrenew;

namespace {

/// `LINE:COLUMN PATH: MESSAGE`, or `LINE:COLUMN MESSAGE` where the path is empty.
std::string shown(const Diagnostic& one) {
  return std::to_string(one.line) + ":" + std::to_string(one.column) + " " +
         (one.path.empty() ? "" : one.path + ": ") + one.message;
}

std::vector<std::string> shown(const Faults& faults) {
  std::vector<std::string> all;
  for (const Diagnostic& one : faults.first) all.push_back(shown(one));
  return all;
}

std::vector<std::string> faults_of_log(std::string_view text) {
  const auto result = read_log(text, builtin_policy());
  return std::holds_alternative<Log>(result) ? std::vector<std::string>{}
                                             : shown(std::get<Faults>(result));
}

std::vector<std::string> faults_of_policy(std::string_view text) {
  const auto result = read_policy(text);
  return std::holds_alternative<Policy>(result) ? std::vector<std::string>{}
                                                : shown(std::get<Faults>(result));
}

/// A log with one sound certification and these activities.
std::string log_with(std::string_view activities) {
  return R"({"certifications":[{"code":"ACP-620","earned":"2024-01-10"}],"activities":[)" +
         std::string{activities} + "]}";
}

struct Case {
  std::string_view text;
  std::vector<std::string> faults;
};

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("A log is read into the model") {
  const auto result = read_log(R"({
    "$schema": "x", "notes": "n",
    "candidate": {"id": "A1", "name": "Zoë"},
    "certifications": [
      {"code": "ACP-620", "name": "Jira \"Cloud\"", "earned": "2023-11-15", "notes": "n"},
      {"code": "JSM", "type": "ACA", "suspends": "2026-01-01", "expires": "2026-04-01",
       "expect": {"expires": "2026-04-01"}}],
    "activities": [
      {"date": "2025-06-01", "type": "coursework", "title": "T", "entered": null, "notes": "n"},
      {"date": "2025-06-02", "type": "presenting", "units": 12.50, "entered": "2025-06-03"},
      {"date": "2025-06-03", "type": "exam", "certification": "JSM", "passed": false}]})",
                               builtin_policy());
  REQUIRE(std::holds_alternative<Log>(result));
  const Log& log = std::get<Log>(result);
  REQUIRE(log.candidate);
  CHECK(log.candidate->id == "A1");
  CHECK(log.candidate->name == "Zoë");
  REQUIRE(log.certifications.size() == 2);
  CHECK(log.certifications[0].name == "Jira \"Cloud\"");
  CHECK(builtin_policy().certification_types[log.certifications[0].type].name == "ACP");
  CHECK(builtin_policy().certification_types[log.certifications[1].type].name == "ACA");
  CHECK(log.certifications[1].expires == Date::parse("2026-04-01"));
  CHECK(log.certifications[1].expect->expires == Date::parse("2026-04-01"));
  REQUIRE(log.activities.size() == 3);
  CHECK(log.activities[0].units == Units::whole(10));
  CHECK(log.activities[0].entered.state == Entry::State::not_yet);
  CHECK(log.activities[1].units == Units::from_hundredths(1250));
  CHECK(log.activities[1].entered.date == Date::parse("2025-06-03"));
  CHECK(log.activities[2].exam);
  CHECK(log.activities[2].certification == 1U);
  CHECK_FALSE(log.activities[2].passed);
  CHECK(log.activities[2].entered.state == Entry::State::untracked);
}

TEST_CASE("A text is what its string says, wherever something stands in it that is not plain") {
  struct Special {
    std::string_view written;
    std::string_view meant;
  };
  constexpr Special specials[] = {
      {"", ""},           {R"(\")", "\""},   {R"(\\)", "\\"},
      {R"(\u0041)", "A"}, {"\xC3\xAB", "ë"}, {"\xF0\x9F\x98\x80", "😀"},
      {"\x7F", "\x7F"},   {R"(\n)", "\n"},   {R"(\\\")", "\\\""},
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
            builtin_policy());
        REQUIRE(std::holds_alternative<Log>(result));
        const Log& log = std::get<Log>(result);
        CHECK(log.candidate->id == around(special.meant));
        CHECK(log.certifications[0].name == around(special.meant));
      }
      // What no string may hold is told at its place.
      const std::string bad = std::string(at, 'x') + '\x01' + std::string(size - at, 'y');
      CHECK(faults_of_log("{\"notes\":\"" + bad + "\"}")
                .front()
                .starts_with("1:" + std::to_string(at + 11) +
                             " syntax error: invalid string: control character"));
    }
  }
}

TEST_CASE("An exam may stand before the certification that it is of") {
  const auto result = read_log(
      R"({"activities":[{"date":"2025-01-01","type":"exam","certification":"ACP-2"}],
          "certifications":[{"code":"ACP-1","earned":"2024-01-01"},
                            {"code":"ACP-2","earned":"2024-01-01"}]})",
      builtin_policy());
  REQUIRE(std::holds_alternative<Log>(result));
  CHECK(std::get<Log>(result).activities[0].certification == 1U);
}

TEST_CASE("What is not a log says what it should be, and where") {
  const Case cases[] = {
      {"", {"1:1 syntax error: the document is empty"}},
      {" \r\n\t", {"2:2 syntax error: the document is empty"}},
      {"[]", {"1:1 expected an object, not a list"}},
      {" 5", {"1:2 expected an object, not a number"}},
      {"\"x\"", {"1:1 expected an object, not a string"}},
      {"0", {"1:1 expected an object, not a number"}},
      {" 0", {"1:2 expected an object, not a number"}},
      {"null", {"1:1 expected an object, not null"}},
      {"{}", {"1:1 missing key \"certifications\""}},
      {R"({"certifications":{}})", {"1:19 certifications: expected a list, not an object"}},
      {R"({"certifications":null})", {"1:19 certifications: expected a list, not null"}},
      {R"({"certifications":[7]})", {"1:20 certifications[0]: expected an object, not a number"}},
      {R"({"certifications":[],"activities":true})",
       {"1:35 activities: expected a list, not true"}},
      {R"({"certifications":[],"activities":false})",
       {"1:35 activities: expected a list, not false"}},
      {R"({"certifications":[],"candidate":"x"})",
       {"1:34 candidate: expected an object, not a string"}},
      {R"({"certifications":[],"candidate":{"id":null}})",
       {"1:40 candidate.id: expected a string, not null"}},
      {R"({"certifications":[],"notes":[1,{"a":2}]})",
       {"1:30 notes: expected a string, not a list"}},
  };
  for (const Case& one : cases) {
    CAPTURE(one.text);
    CHECK(faults_of_log(one.text) == one.faults);
  }
}

TEST_CASE("A certification that is not what it must be is diagnosed") {
  const auto faults = [](std::string_view certification) {
    return faults_of_log(R"({"certifications":[)" + std::string{certification} + "]}");
  };
  CHECK(faults(R"({"earned":"2024-01-01"})") ==
        Lines{"1:20 certifications[0]: missing key \"code\""});
  CHECK(faults(R"({"code":"ACP-1"})") ==
        Lines{"1:20 certifications[0]: give \"earned\" or \"suspends\""});
  CHECK(faults(R"({"code":"ACP-1","expires":"2024-01-01"})") ==
        Lines{"1:20 certifications[0]: give \"earned\" or \"suspends\"",
              "1:46 certifications[0].expires: \"expires\" stands only beside \"suspends\""});
  CHECK(faults(R"({"code":"ACP-1","earned":"2024-01-01","expires":"2026-01-01"})") ==
        Lines{"1:68 certifications[0].expires: \"expires\" stands only beside \"suspends\""});
  CHECK(faults(R"({"code":"ACP-1","suspends":"2024-01-01","earned":"2024-01-01"})") ==
        Lines{"1:47 certifications[0].suspends: 2024-01-01 is not after it was earned, on "
              "2024-01-01"});
  CHECK(faults(R"({"code":"ACP-1","suspends":"2024-01-02","expires":"2024-01-01"})") ==
        Lines{"1:70 certifications[0].expires: 2024-01-01 is before it suspends, on 2024-01-02"});
  CHECK(faults(R"({"code":"ACP-1","earned":"2024-01-01","suspends":"2024-01-02"})").empty());
  CHECK(faults(R"({"code":"ACP-1","suspends":"2024-01-02","expires":"2024-01-02"})").empty());
  CHECK(faults(R"({"code":"","earned":"2024-01-01"})") ==
        Lines{"1:28 certifications[0].code: a code must not be empty"});
  CHECK(faults(R"({"code":"ACP","earned":"2024-01-01"})") ==
        Lines{"1:28 certifications[0].code: \"ACP\" has no \"-\" that its type stands before; "
              "give \"type\""});
  CHECK(faults(R"({"code":"ACQ-1","earned":"2024-01-01"})") ==
        Lines{"1:28 certifications[0].code: the policy \"atlassian\" has no certification type "
              "\"ACQ\"; did you mean \"ACP\"?"});
  CHECK(faults(R"({"code":"ACP-1","type":"JSM","earned":"2024-01-01"})") ==
        Lines{"1:43 certifications[0].type: the policy \"atlassian\" has no certification type "
              "\"JSM\"; known: ACP, ACA"});
  CHECK(faults(R"({"code":"ACP-1","type":5,"earned":"2024-01-01"})") ==
        Lines{"1:43 certifications[0].type: expected a string, not a number"});
  CHECK(faults(R"({"code":"ACP-1","earned":20240101})") ==
        Lines{"1:45 certifications[0].earned: expected a date (write \"YYYY-MM-DD\"), not a "
              "number"});
  CHECK(faults(R"({"code":"ACP-1","earned":"2023-02-29"})") ==
        Lines{"1:45 certifications[0].earned: \"2023-02-29\" is not a calendar date (write "
              "YYYY-MM-DD)"});
  CHECK(faults(R"({"code":"ACP-1","earned":"2024-01-01","expect":{}})") ==
        Lines{"1:67 certifications[0].expect: give \"suspends\", \"expires\" or both"});
  CHECK(
      faults(R"({"code":"ACP-1","earned":"2024-01-01"},{"code":"ACP-1","earned":"2024-01-01"})") ==
      Lines{"1:67 certifications[1].code: \"ACP-1\" is listed twice"});
}

TEST_CASE("An activity that is not what it must be is diagnosed") {
  const auto faults = [](std::string_view activity) { return faults_of_log(log_with(activity)); };
  const std::string at = "1:76 activities[0]: ";
  CHECK(faults(R"({"type":"coursework"})") == Lines{at + "missing key \"date\""});
  CHECK(faults(R"({"date":"2025-01-01"})") == Lines{at + "missing key \"type\""});
  CHECK(faults(R"({"date":"2025-01-01","type":"presenting"})") ==
        Lines{at + "the policy \"atlassian\" has no number of units for \"presenting\"; give "
                   "\"units\""});
  CHECK(faults(R"({"date":"2025-01-01","type":"exam"})") ==
        Lines{at + "an exam needs \"certification\""});
  CHECK(faults(R"({"type":"corsework","date":"2025-01-01"})") ==
        Lines{"1:84 activities[0].type: unknown activity type \"corsework\"; did you mean "
              "\"coursework\"?"});
  CHECK(faults(R"({"type":"webinar","date":"2025-01-01"})") ==
        Lines{"1:84 activities[0].type: unknown activity type \"webinar\"; known: coursework, "
              "local-event, global-event, presenting, exam"});
  CHECK(faults(R"({"type":"exam","date":"2025-01-01","certification":"ACP-602"})") ==
        Lines{"1:127 activities[0].certification: the log lists no certification \"ACP-602\"; did "
              "you mean \"ACP-620\"?"});
  CHECK(faults(R"({"units":1,"course":"c","type":"exam","date":"2025-01-01",
"certification":"ACP-620"})") == Lines{"1:85 activities[0].units: an exam yields no units",
                                       "1:96 activities[0].course: an exam is no course"});
  CHECK(
      faults(
          R"({"passed":true,"certification":"ACP-620","type":"coursework","date":"2025-01-01"})") ==
      Lines{"1:86 activities[0].passed: only an exam is passed",
            "1:107 activities[0].certification: only an exam is of a certification"});
  CHECK(faults(R"({"entered":5,"type":"coursework","date":"2025-01-01"})") ==
        Lines{"1:87 activities[0].entered: expected a date (write \"YYYY-MM-DD\") or null, not a "
              "number"});
  CHECK(faults(R"({"passed":0,"type":"exam","certification":"ACP-620","date":"2025-01-01"})") ==
        Lines{"1:86 activities[0].passed: expected true or false, not a number"});
}

TEST_CASE("Units are read by their value") {
  const auto faults = [](const std::string& units) {
    return faults_of_log(
        log_with(R"({"units":)" + units + R"(,"type":"coursework","date":"2025-01-01"})"));
  };
  for (const char* const good : {"0", "-0", "-0.0", "0.01", "10.000", "1e1", "1000000", "1E+6",
                                 "999999.99", "0e999", "100e-2", "0.0000e9"}) {
    CAPTURE(good);
    CHECK(faults(good).empty());
  }
  for (const std::string bad : {"-1", "10.001", "1000000.01", "1000001", "1e7", "1e-3", "1e-400",
                                "18446744073709551616", "-9223372036854775809"}) {
    CHECK(faults(bad) == Lines{"1:85 activities[0].units: expected a number from 0 to 1,000,000 "
                               "with at most two decimals, not " +
                               bad});
  }
  CHECK(faults("1e999") == Lines{"1:85 activities[0].units: this number is too large"});
  CHECK(faults("\"10\"") == Lines{"1:85 activities[0].units: expected a number from 0 to 1,000,000 "
                                  "with at most two decimals, not a string"});
}

TEST_CASE("Unknown keys and keys given twice are told at the key") {
  CHECK(faults_of_log(R"({"certification":[],"certifications":[],"certifications":[]})") ==
        Lines{"1:2 unknown key \"certification\"; did you mean \"certifications\"?",
              "1:41 key \"certifications\" is given twice"});
  CHECK(faults_of_log(log_with(R"({"tpye":{"a":[1]},"date":"2025-01-01","type":"coursework"})")) ==
        Lines{"1:77 activities[0]: unknown key \"tpye\"; did you mean \"type\"?"});
}

TEST_CASE("What an unknown key holds is passed over, whatever it is") {
  for (const std::string value : {"true", "null", "5", "\"x\"", "[true, {\"a\": [0]}]", "{}"}) {
    CAPTURE(value);
    CHECK(faults_of_log(R"({"certifications":[],"":)" + value + R"(,"y":1})") ==
          Lines{"1:22 unknown key \"\"; did you mean \"notes\"?",
                "1:" + std::to_string(26 + value.size()) +
                    " unknown key \"y\"; did you mean \"notes\"?"});
  }
}

TEST_CASE("Each certification is read by itself") {
  const auto result = read_log(R"({"certifications":[
{"code":"ACP-1","type":"ACA","earned":"2024-01-01","expect":{"suspends":"2026-01-01"}},
{"code":"ACP-2-ACA","earned":"2024-01-01"}]})",
                               builtin_policy());
  REQUIRE(std::holds_alternative<Log>(result));
  const auto& held = std::get<Log>(result).certifications;
  const auto type_of = [&](std::size_t i) {
    return builtin_policy().certification_types[held.at(i).type].name;
  };
  CHECK(type_of(0) == "ACA");
  CHECK(held[0].expect->suspends == Date::parse("2026-01-01"));
  CHECK(type_of(1) == "ACP");
  CHECK(faults_of_log(R"({"certifications":[
{"code":"ACP-1","earned":"2024-01-01","expect":{"suspends":"2026-01-01"}},
{"code":"ACP-2","earned":"2024-01-01","expect":{}},{},{}]})") ==
        Lines{"3:48 certifications[1].expect: give \"suspends\", \"expires\" or both",
              "3:52 certifications[2]: missing key \"code\"",
              "3:52 certifications[2]: give \"earned\" or \"suspends\"",
              "3:55 certifications[3]: missing key \"code\"",
              "3:55 certifications[3]: give \"earned\" or \"suspends\""});
}

TEST_CASE("What has a diagnostic of its own draws no other") {
  const auto faults = [](std::string_view certifications) {
    return faults_of_log(
        R"({"activities":[{"date":"2025-01-01","type":"exam","certification":"ACP-9"}],)"
        R"("certifications":[)" +
        std::string{certifications} + "]}");
  };
  CHECK(faults(R"({"earned":"2024-01-01"})") ==
        Lines{"1:95 certifications[0]: missing key \"code\""});
  CHECK(
      faults(R"({"code":"ACP-1","earned":"2024-01-01"},{"code":"ACP-1","earned":"2024-01-01"})") ==
      Lines{"1:142 certifications[1].code: \"ACP-1\" is listed twice"});
  CHECK(faults(R"({"code":"ACP9","type":5,"earned":"2024-01-01"},{})").front() ==
        "1:117 certifications[0].type: expected a string, not a number");
  CHECK(faults(R"({"code":"ACP9","type":5,"earned":"2024-01-01"},{})").size() == 3);
  CHECK(
      faults_of_log(log_with(R"({"units":"x","type":"presenting","date":"2025-01-01"})")).size() ==
      1);
  CHECK(
      faults_of_log(log_with(R"({"certification":5,"type":"exam","date":"2025-01-01"})")).size() ==
      1);
  CHECK(faults(R"({"code":"ACP-9","suspends":"x"})").size() == 1);
  CHECK(faults(R"({"code":"ACP-9","suspends":"x","expires":"2026-01-01"})") ==
        Lines{"1:122 certifications[0].suspends: \"x\" is not a calendar date (write YYYY-MM-DD)"});
}

TEST_CASE("Of many certifications each is found, and none is listed twice") {
  std::string all;
  for (int i = 100; i < 140; ++i) {
    all += R"({"code":"ACP-)" + std::to_string(i) + R"(","earned":"2024-01-10"},)";
  }
  const auto with = [&](std::string_view rest) {
    return R"({"certifications":[)" + all + R"({"code":"ACP-620","earned":"2024-01-10"})" +
           std::string{rest} + "}";
  };
  for (const std::string code : {"100", "115", "116", "117", "139"}) {
    CAPTURE(code);
    const std::string exam =
        R"(],"activities":[{"date":"2025-01-01","type":"exam","certification":"ACP-)";
    const auto read = read_log(with(exam + code + "\"}]"), builtin_policy());
    REQUIRE(std::holds_alternative<Log>(read));
    CHECK(std::get<Log>(read).activities[0].certification == std::stoul(code) - 100);
    const auto twice =
        faults_of_log(with(R"(,{"code":"ACP-)" + code + R"(","earned":"2024-01-10"}])"));
    REQUIRE(twice.size() == 1);
    CHECK(twice[0].ends_with("certifications[41].code: \"ACP-" + code + "\" is listed twice"));
  }
}

TEST_CASE("Of a few and of one more the first is known to be listed twice") {
  std::string all = R"({"certifications":[)";
  for (int i = 10; i < 30; ++i) {
    all += R"({"code":"ACP-)" + std::to_string(i) + R"(","earned":"2024-01-10"},)";
    const auto twice = faults_of_log(all + R"({"code":"ACP-10","earned":"2024-01-10"}]})");
    CAPTURE(i);
    REQUIRE(twice.size() == 1);
    CHECK(twice[0].ends_with(R"("ACP-10" is listed twice)"));
  }
}

TEST_CASE("An exam that comes before its certification is told, or resolved, at its own place") {
  const std::string activities =
      R"({"activities":[{"date":"2025-01-01","type":"coursework"},)"
      R"({"date":"2025-01-01","type":"exam","certification":"ACP-2"}],"certifications":[)";
  const auto known = read_log(
      activities +
          R"({"code":"ACP-1","earned":"2024-01-01"},{"code":"ACP-2","earned":"2024-01-01"}]})",
      builtin_policy());
  REQUIRE(std::holds_alternative<Log>(known));
  CHECK_FALSE(std::get<Log>(known).activities[0].certification);
  CHECK(std::get<Log>(known).activities[1].certification == 1U);
  CHECK(faults_of_log(activities + "]}") ==
        Lines{"1:109 activities[1].certification: the log lists no certification \"ACP-2\""});
}

TEST_CASE("A reader that is used again reads each log as if it were the first") {
  const std::string held = R"("certifications":[{"code":"ACP-1","earned":"2024-01-10"}])";
  const std::string exam = R"("activities":[{"date":"2025-01-01","type":"exam",)"
                           R"("certification":"ACP-1"}])";
  const std::string long_text(3000, 'x');
  const std::string titles =
      R"("activities":[{"date":"2025-01-01","type":"coursework","title":")" + long_text +
      R"("},{"date":"2025-01-01","type":"coursework","title":")" + long_text + R"("}])";
  const auto many = [&](int first) {
    std::string text = '{' + exam + R"(,"certifications":[{"code":"ACA-1","earned":"2024-01-10"})";
    for (int i = 0; i < 20; ++i) {
      text += R"(,{"code":"ACP-)" + std::to_string(first + i) + R"(","earned":"2024-01-10"})";
    }
    return text + "]}";
  };
  const std::string texts[] = {
      '{' + exam + ',' + held + '}',
      many(1),
      many(2),
      R"({"certifications":[{"code":"ACP-1"},{"code":"ACP-1"},{}],"activities":[{}]})",
      '{' + exam + R"(,"certifications":[{"code":"ACP-2","earned":"2024-01-10"}]})",
      '{' + exam + ',' + R"("certifications":[{"code":"ACP-1"}]})",
      '{' + exam,
      R"([[[{"a":)",
      "nulx ",
      '{' + held + ',' + titles + '}',
      '{' + titles + ',' + held + '}',
      '{' + held + '}',
      "",
  };
  LogReader reader{builtin_policy()};
  for (const std::string& first : texts) {
    for (const std::string& second : texts) {
      CAPTURE(first, second);
      reader.read(first);
      const Log* const log = reader.read(second);
      const auto expected = read_log(second, builtin_policy());
      REQUIRE((log != nullptr) == std::holds_alternative<Log>(expected));
      if (log == nullptr) {
        CHECK(shown(reader.faults()) == shown(std::get<Faults>(expected)));
        continue;
      }
      const Log& alone = std::get<Log>(expected);
      REQUIRE(log->certifications.size() == alone.certifications.size());
      REQUIRE(log->activities.size() == alone.activities.size());
      for (std::size_t i = 0; i < alone.activities.size(); ++i) {
        CHECK(log->activities[i].certification == alone.activities[i].certification);
        CHECK(log->activities[i].title == alone.activities[i].title);
        CHECK(log->activities[i].exam == alone.activities[i].exam);
      }
    }
  }
}

TEST_CASE("Columns are characters and lines end with LF or CRLF") {
  CHECK(faults_of_log("{\"x\":\r\n\"é\\\"ü\", \"y\": 1,\n\n \"certifications\": [ 5 ]}") ==
        Lines{"1:2 unknown key \"x\"; did you mean \"notes\"?",
              "2:9 unknown key \"y\"; did you mean \"notes\"?",
              "4:22 certifications[0]: expected an object, not a number"});
  CHECK(faults_of_log("\xEF\xBB\xBF[]") == Lines{"1:1 expected an object, not a list"});
  CHECK(faults_of_log("\xEF\xBB\xBF\n []") == Lines{"2:2 expected an object, not a list"});
  CHECK(faults_of_log("{\"certifications\":[],\"notes\":5}") ==
        Lines{"1:30 notes: expected a string, not a number"});
  CHECK(faults_of_log("{\"certifications\":[],\"notes\":5 }") ==
        Lines{"1:30 notes: expected a string, not a number"});
}

TEST_CASE("A syntax error is told where it is; what came before it is told too") {
  const std::string start = R"({"certifications":[],)";
  const Case cases[] = {
      {R"("notes":tru})", {"1:30 syntax error: invalid literal"}},
      {R"("notes" "x"})", {"1:30 syntax error: unexpected string literal; expected ':'"}},
      {R"("notes":"x" "y"})", {"1:34 syntax error: unexpected string literal; expected '}'"}},
      {R"("notes":"x",})", {"1:34 syntax error: unexpected '}'; expected string literal"}},
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
       {"1:30 notes: expected a string, not a number",
        "1:32 syntax error: unexpected string literal; expected '}'"}},
      {R"("notes":tru"x, y"})", {"1:30 syntax error: invalid literal"}},
      {R"("notes":"'; expected '\]"})",
       {"1:45 syntax error: invalid string: forbidden character after backslash"}},
      {R"("notes":"; expected '})", {"1:44 syntax error: invalid string: missing closing quote"}},
      {R"("notes":"'; expected ']")", {"1:46 syntax error: unexpected end of input; expected '}'"}},
      {R"("notes":"'; expected '])", {"1:45 syntax error: invalid string: missing closing quote"}},
      {R"("notes" "; expected ')",
       {"1:43 syntax error: invalid string: missing closing quote; expected ':'"}},
      {R"("notes":"x)", {"1:32 syntax error: invalid string: missing closing quote"}},
      {R"("notes":"x, y)", {"1:35 syntax error: invalid string: missing closing quote"}},
      {R"("notes":)",
       {"1:30 syntax error: unexpected end of input; expected '[', '{', or a literal"}},
      {R"("notes":"x"} })", {"1:35 syntax error: unexpected '}'; expected end of input"}},
  };
  for (const Case& one : cases) {
    CAPTURE(one.text);
    CHECK(faults_of_log(start + std::string{one.text}) == one.faults);
  }
  CHECK(faults_of_log(R"({"certifications":[tru]})") ==
        Lines{"1:20 syntax error: invalid literal"});
  CHECK(faults_of_log("{\"certifications\":[],\"notes\":\"a\xFF\"}") ==
        Lines{"1:32 syntax error: invalid string: ill-formed UTF-8 byte"});
}

TEST_CASE("Bytes that the parser would pass over are faults") {
  const std::string sound = R"({"certifications":[]})";
  CHECK(faults_of_log(sound + std::string{"\0x", 2}) == Lines{"1:22 syntax error: a NUL byte"});
  CHECK(faults_of_log(sound + std::string{"\0", 1}) == Lines{"1:22 syntax error: a NUL byte"});
  CHECK(faults_of_log(std::string{"{\"certifications\":\0[]}", 22}) ==
        Lines{"1:19 syntax error: a NUL byte"});
  CHECK(faults_of_log(std::string{"{\0}", 3}) == Lines{"1:2 syntax error: a NUL byte"});
  CHECK(faults_of_log(std::string{"{\0\"a\":1}", 8}) == Lines{"1:2 syntax error: a NUL byte"});
  const Lines utf16{"1:1 this is not UTF-8 (it looks like UTF-16); write it as UTF-8"};
  CHECK(faults_of_log(std::string{"{\0}\0", 4}) == utf16);
  CHECK(faults_of_log(std::string{"\0{\0}", 4}) == utf16);
  CHECK(faults_of_log(std::string{"\xFF\xFE{\0}\0", 6}) == utf16);
  CHECK(faults_of_log(std::string{"\xFE\xFF\0{\0}", 6}) == utf16);
}

TEST_CASE("Nesting ends at 32 levels") {
  const auto nested = [](std::size_t levels) {
    return R"({"certifications":[],"notes":)" + std::string(levels - 1, '[') +
           std::string(levels - 1, ']') + "}";
  };
  CHECK(faults_of_log(nested(32)) == Lines{"1:30 notes: expected a string, not a list"});
  CHECK(faults_of_log(nested(33)) ==
        Lines{"1:30 notes: expected a string, not a list", "1:61 notes: nested more than 32 deep"});
}

TEST_CASE("A document cut off anywhere is a fault, never a log") {
  const std::string whole = log_with(
      R"({"date":"2025-01-01","type":"coursework","title":"caf\u00e9 é","units":12.5,"entered":null})");
  REQUIRE(faults_of_log(whole).empty());
  for (std::size_t size = 0; size < whole.size(); ++size) {
    CAPTURE(size);
    CHECK_FALSE(faults_of_log(std::string_view{whole}.substr(0, size)).empty());
  }
}

TEST_CASE("What is quoted from the input can't steer a terminal") {
  CHECK(faults_of_log("{\"certifications\":[],\"\\u001b[31m\\n\xE2\x80\xAE\":1}") ==
        Lines{"1:22 unknown key \"\\u001b[31m\\u000a\\u202e\"; did you mean \"candidate\"?"});
  CHECK(faults_of_log("{\"certifications\":[],\"" + std::string(100, 'x') + "\":1}") ==
        Lines{"1:22 unknown key \"" + std::string(60, 'x') + "…\"; did you mean \"candidate\"?"});
}

TEST_CASE("What is quoted from the input tells names apart that look alike") {
  CHECK(faults_of_log("{\"certifications\":[],\"notes\xE2\x80\x8C\":\"\"}") ==
        Lines{R"(1:22 unknown key "notes\u200c"; did you mean "notes"?)"});
  for (const std::string& line : faults_of_log("\"t'; expected \xE2\x80\x8C")) {
    CHECK(line.find("\xE2\x80\x8C") == std::string::npos);
  }
}

TEST_CASE("A great many faults are counted, not kept") {
  std::string text = R"({"certifications":[0)";
  for (int i = 1; i < 10'007; ++i) text += ",0";
  text += "]}";
  const auto result = read_log(text, builtin_policy());
  REQUIRE(std::holds_alternative<Faults>(result));
  CHECK(std::get<Faults>(result).first.size() == 10'000);
  CHECK(std::get<Faults>(result).more == 7);
  LogReader reader{builtin_policy()};
  CHECK(reader.read(text) == nullptr);
  CHECK(reader.faults().more == 7);
  CHECK(reader.read("[]") == nullptr);
  CHECK(reader.faults().more == 0);
}

TEST_CASE("Dates that can't be computed are told at the date that they were computed from") {
  const std::string text = R"({"certifications":[
{"code":"ACP-1","earned":"9998-01-01"},
{"code":"ACP-2","suspends":"0001-06-01"},
{"code":"ACP-3","suspends":"9999-11-01"},
{"code":"ACP-4","earned":"9997-01-01"}],"activities":[
{"type":"coursework","units":100,"date":"9998-06-01"}]})";
  const auto result = read_log(text, builtin_policy());
  REQUIRE(std::holds_alternative<Log>(result));
  const Renewals renewals =
      calculate(std::get<Log>(result), builtin_policy(), *Date::parse("9999-01-01"));
  CHECK(shown(locate(renewals.out_of_range, text)) ==
        Lines{"2:26 certifications[0].earned: 24 months after 9998-01-01 lies outside 0001-01-01 "
              "to 9999-12-31",
              "3:28 certifications[1].suspends: 24 months before 0001-06-01 lies outside "
              "0001-01-01 to 9999-12-31",
              "4:28 certifications[2].suspends: 3 months after 9999-11-01, or a date computed "
              "from it, lies outside 0001-01-01 to 9999-12-31",
              "6:41 activities[0].date: 24 months after 9998-06-01 lies outside 0001-01-01 to "
              "9999-12-31"});
}

TEST_CASE("A policy that is not what it must be is diagnosed") {
  CHECK(faults_of_policy("{}") ==
        Lines{"1:1 missing key \"name\"", "1:1 missing key \"validity_months\"",
              "1:1 missing key \"grace_months\"", "1:1 missing key \"units_valid_months\"",
              "1:1 missing key \"certification_types\"", "1:1 missing key \"activity_types\""});
  const auto faults = [](const std::string& rest) {
    return faults_of_policy(
        R"({"name":"p","validity_months":24,"grace_months":3,"units_valid_months":null,)" + rest +
        "}");
  };
  CHECK(faults(R"("certification_types":{},"activity_types":{})").empty());
  CHECK(faults(R"("certification_types":{"A":{"renew_by":{}}},"activity_types":{})") ==
        Lines{"1:116 certification_types.A.renew_by: give one or more of \"units\", \"exam\" and "
              "\"courses\""});
  CHECK(faults(R"("certification_types":{"A":{}},"activity_types":{})") ==
        Lines{"1:104 certification_types.A: missing key \"renew_by\""});
  CHECK(faults(R"("certification_types":{"A":{"renew_by":{"courses":[]}}},"activity_types":{})") ==
        Lines{"1:127 certification_types.A.renew_by.courses: the list of courses must not be "
              "empty"});
  CHECK(
      faults(
          R"("certification_types":{"A":{"renew_by":{"courses":["x","x",""]}}},"activity_types":{})") ==
      Lines{"1:132 certification_types.A.renew_by.courses[1]: \"x\" is listed twice",
            "1:136 certification_types.A.renew_by.courses[2]: a course's identifier must not be "
            "empty"});
  CHECK(faults(R"("certification_types":{"A B":{"renew_by":{"exam":{}}}},"activity_types":{})") ==
        Lines{"1:126 certification_types[\"A B\"].renew_by.exam: missing key \"window_months\""});
  CHECK(faults(R"("certification_types":{},"activity_types":{"exam":{},"a":{},"a":{}})") ==
        Lines{"1:120 activity_types.exam: an activity type can't be called \"exam\": exams have "
              "rules of their own",
              "1:137 activity_types: key \"a\" is given twice"});
  CHECK(
      faults(R"("certification_types":{},"activity_types":{},"sources":{"x":{"says":"s"}})") ==
      Lines{"1:137 sources.x: missing key \"where\"", "1:137 sources.x: missing key \"official\""});
}

TEST_CASE(
    "A policy's names are each given once, are not empty, and are shown as they are written") {
  const auto faults = [](const std::string& rest) {
    return faults_of_policy(R"({"$schema":"s","name":"p","validity_months":24,"grace_months":3,)"
                            R"("units_valid_months":null,)" +
                            rest + "}");
  };
  const std::string exam = R"({"renew_by":{"exam":{"window_months":6}}})";
  CHECK(faults(R"("activity_types":{},"certification_types":{"A":)" + exam + R"(,"A":)" + exam +
               "}") == Lines{"1:180 certification_types: key \"A\" is given twice"});
  CHECK(faults(R"("activity_types":{},"certification_types":{"":)" + exam + "}") ==
        Lines{"1:134 certification_types[\"\"]: a certification type's name must not be empty"});
  CHECK(faults(R"("certification_types":{},"activity_types":{"":{"limit":-1}})") ==
        Lines{"1:134 activity_types[\"\"]: an activity type's name must not be empty",
              "1:146 activity_types[\"\"].limit: expected a whole number from 0 to 1,000,000, not "
              "-1"});
  const std::string source = R"({"says":"s","where":"w","official":true})";
  CHECK(faults(R"("certification_types":{},"activity_types":{},"sources":{"x":)" + source +
               R"(,"x":5})") == Lines{"1:192 sources: key \"x\" is given twice"});
  CHECK(faults(R"("certification_types":{},"activity_types":{"a-1":5,"azAZ09_":5,"a~":5,"é":5})") ==
        Lines{"1:140 activity_types.a-1: expected an object, not a number",
              "1:152 activity_types.azAZ09_: expected an object, not a number",
              "1:159 activity_types[\"a~\"]: expected an object, not a number",
              "1:165 activity_types[\"é\"]: expected an object, not a number"});
}

TEST_CASE("A date before the first is told at the given expiration that it was computed from") {
  const auto policy = read_policy(
      R"({"name":"p","validity_months":1,"grace_months":1,"units_valid_months":null,
          "certification_types":{"A":{"renew_by":{"exam":{"window_months":1200}}}},
          "activity_types":{}})");
  REQUIRE(std::holds_alternative<Policy>(policy));
  const std::string text =
      R"({"certifications":[{"code":"A-1","suspends":"0050-01-01","expires":"0050-06-01"}]})";
  const auto log = read_log(text, std::get<Policy>(policy));
  REQUIRE(std::holds_alternative<Log>(log));
  const Renewals renewals =
      calculate(std::get<Log>(log), std::get<Policy>(policy), *Date::parse("0050-02-01"));
  CHECK(shown(locate(renewals.out_of_range, text)) ==
        Lines{"1:68 certifications[0].expires: 1200 months before 0050-06-01, or a date computed "
              "from it, lies outside 0001-01-01 to 9999-12-31"});
}

TEST_CASE("Parts of a log are found where they begin, unless they are not there") {
  const std::string text = log_with(R"({"date":"2025-01-01","type":"coursework"})");
  using Kind = LogPart::Kind;
  const auto found = find_parts(text, {{Kind::activity_date, 0},
                                       {Kind::certification, 0},
                                       {Kind::suspends, 0},
                                       {Kind::activity, 1}});
  REQUIRE(found.size() == 4);
  CHECK(found[0] == Position{1, 84});
  CHECK(found[1] == Position{1, 20});
  CHECK_FALSE(found[2]);
  CHECK_FALSE(found[3]);
}

TEST_CASE("A document may have 64 MiB, and no byte more") {
  std::string text = "\xEF\xBB\xBF]";
  text.resize(most_document_bytes, ' ');
  CHECK(faults_of_log(text) ==
        Lines{"1:1 syntax error: unexpected ']'; expected '[', '{', or a literal"});
  text += ' ';
  CHECK(faults_of_log(text) == Lines{"1:1 larger than 64 MiB"});
}

TEST_CASE("The numbers of a policy have bounds, both included") {
  const auto refused = [](const std::string& key, const std::string& value) {
    const std::pair<std::string, std::string> numbers[] = {
        {"validity_months", "24"}, {"grace_months", "3"}, {"units_valid_months", "24"},
        {"own_validity", "24"},    {"own_grace", "3"},    {"required", "100"},
        {"window", "6"},           {"worth", "10"},       {"limit", "4"}};
    std::string text = R"({"name":"p","validity_months":@validity_months,)"
                       R"("grace_months":@grace_months,"units_valid_months":@units_valid_months,)"
                       R"("certification_types":{"A":{"validity_months":@own_validity,)"
                       R"("grace_months":@own_grace,"renew_by":{"units":@required,)"
                       R"("exam":{"window_months":@window}}}},)"
                       R"("activity_types":{"a":{"units":@worth,"limit":@limit}}})";
    for (const auto& [name, usual] : numbers) {
      const std::size_t at = text.find('@' + name);
      text.replace(at, name.size() + 1, name == key ? value : usual);
    }
    return !faults_of_policy(text).empty();
  };
  for (const std::string key :
       {"validity_months", "units_valid_months", "own_validity", "window"}) {
    CAPTURE(key);
    for (const char* const bad : {"0", "1201", "1.5", "-1"}) CHECK(refused(key, bad));
    for (const char* const good : {"1", "1200", "2.0"}) CHECK_FALSE(refused(key, good));
  }
  for (const std::string key : {"grace_months", "own_grace"}) {
    CAPTURE(key);
    for (const char* const bad : {"1201", "0.5", "-1", "null"}) CHECK(refused(key, bad));
    for (const char* const good : {"0", "1200"}) CHECK_FALSE(refused(key, good));
  }
  CHECK_FALSE(refused("units_valid_months", "null"));
  CHECK(refused("validity_months", "null"));
  for (const char* const bad : {"0", "1000000.01", "0.001"}) CHECK(refused("required", bad));
  for (const char* const good : {"0.01", "1000000"}) CHECK_FALSE(refused("required", good));
  for (const char* const bad : {"-0.01", "1000000.01"}) CHECK(refused("worth", bad));
  for (const char* const good : {"0", "1000000", "0.01"}) CHECK_FALSE(refused("worth", good));
  for (const char* const bad : {"-1", "1000001", "0.5"}) CHECK(refused("limit", bad));
  for (const char* const good : {"0", "1000000"}) CHECK_FALSE(refused("limit", good));
}
