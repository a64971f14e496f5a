// Reading logs: every kind of error, with the smallest input that shows it, at its very place.

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "catch.hpp"
#include "errors_of.hpp"
#include "read/log_reader.hpp"

using namespace certrenew;
using namespace certrenew::testing;

namespace {

/// The certification of the exam that is the activity `i`; nothing where that is other work.
std::optional<Index<Certification>> exam_of(const Log& log, std::size_t i) {
  const Exam* const exam = log.activities.at(i).exam();
  return exam != nullptr ? exam->certification : std::nullopt;
}

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
                               builtin_policies());
  REQUIRE(std::holds_alternative<Log>(result));
  const Log& log = std::get<Log>(result);
  REQUIRE(log.candidate);
  CHECK(log.candidate->id == "A1");
  CHECK(log.candidate->name == "Zoë");
  REQUIRE(log.certifications.size() == 2);
  CHECK(log.certifications[0].name == "Jira \"Cloud\"");
  CHECK(builtin_policy()[log.certifications[0].type].name == "ACP");
  CHECK(builtin_policy()[log.certifications[1].type].name == "ACA");
  CHECK(log.certifications[1].expires == Date::parse("2026-04-01"));
  CHECK(log.certifications[1].expectation->expires == Date::parse("2026-04-01"));
  REQUIRE(log.activities.size() == 3);
  REQUIRE(log.activities[0].work() != nullptr);
  CHECK(log.activities[0].work()->worth->units == Units::whole(10));
  CHECK(log.activities[0].title == "T");
  CHECK(log.activities[0].entered.state == PortalEntry::State::not_yet);
  REQUIRE(log.activities[1].work() != nullptr);
  CHECK(log.activities[1].work()->worth->units == Units::from_hundredths(1250));
  CHECK(log.activities[1].entered.date == Date::parse("2025-06-03"));
  const Exam* const exam = log.activities[2].exam();
  REQUIRE(exam != nullptr);
  CHECK(exam->certification == Index<Certification>{1});
  CHECK_FALSE(exam->passed);
  CHECK(log.activities[2].entered.state == PortalEntry::State::untracked);
}

TEST_CASE("An exam may come before its certification") {
  const auto result = read_log(
      R"({"activities":[{"date":"2025-01-01","type":"exam","certification":"ACP-2"}],
          "certifications":[{"code":"ACP-1","earned":"2024-01-01"},
                            {"code":"ACP-2","earned":"2024-01-01"}]})",
      builtin_policies());
  REQUIRE(std::holds_alternative<Log>(result));
  CHECK(exam_of(std::get<Log>(result), 0) == Index<Certification>{1});
}

TEST_CASE("A value of the wrong type is reported where it begins") {
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
    CHECK(errors_of_log(one.text) == one.errors);
  }
}

TEST_CASE("A certification with an error is reported") {
  const auto errors = [](std::string_view certification) {
    return errors_of_log(R"({"certifications":[)" + std::string{certification} + "]}");
  };
  CHECK(errors(R"({"earned":"2024-01-01"})") ==
        Lines{"1:20 certifications[0]: missing key \"code\""});
  CHECK(errors(R"({"code":"ACP-1"})") ==
        Lines{"1:20 certifications[0]: give \"earned\" or \"suspends\""});
  CHECK(errors(R"({"code":"ACP-1","expires":"2024-01-01"})") ==
        Lines{"1:20 certifications[0]: give \"earned\" or \"suspends\"",
              "1:46 certifications[0].expires: \"expires\" needs \"suspends\" beside it"});
  CHECK(errors(R"({"code":"ACP-1","earned":"2024-01-01","expires":"2026-01-01"})") ==
        Lines{"1:68 certifications[0].expires: \"expires\" needs \"suspends\" beside it"});
  CHECK(errors(R"({"code":"ACP-1","suspends":"2024-01-01","earned":"2024-01-01"})") ==
        Lines{"1:47 certifications[0].suspends: 2024-01-01 is not after the day it was earned, "
              "2024-01-01"});
  CHECK(
      errors(R"({"code":"ACP-1","suspends":"2024-01-02","expires":"2024-01-01"})") ==
      Lines{
          "1:70 certifications[0].expires: 2024-01-01 is before the day it suspends, 2024-01-02"});
  CHECK(errors(R"({"code":"ACP-1","earned":"2024-01-01","suspends":"2024-01-02"})").empty());
  CHECK(errors(R"({"code":"ACP-1","suspends":"2024-01-02","expires":"2024-01-02"})").empty());
  CHECK(errors(R"({"code":"","earned":"2024-01-01"})") ==
        Lines{"1:28 certifications[0].code: a code must not be empty"});
  CHECK(errors(R"({"code":"ACP","earned":"2024-01-01"})") ==
        Lines{"1:28 certifications[0].code: \"ACP\" has no \"-\" after its type; "
              "give \"type\"; to track it without rules, write \"programme\": \"none\""});
  CHECK(
      errors(R"({"code":"ACQ-1","earned":"2024-01-01"})") ==
      Lines{"1:28 certifications[0].code: no programme in force has a certification type \"ACQ\"; "
            "to track it without rules, write \"programme\": \"none\""});
  CHECK(
      errors(R"({"code":"ACP-1","type":"JSM","earned":"2024-01-01"})") ==
      Lines{"1:43 certifications[0].type: no programme in force has a certification type \"JSM\"; "
            "to track it without rules, write \"programme\": \"none\""});
  CHECK(errors(R"({"code":"ACP-1","type":5,"earned":"2024-01-01"})") ==
        Lines{"1:43 certifications[0].type: expected a string, not a number"});
  CHECK(errors(R"({"code":"ACP-1","earned":20240101})") ==
        Lines{"1:45 certifications[0].earned: expected a date (write \"YYYY-MM-DD\"), not a "
              "number"});
  CHECK(errors(R"({"code":"ACP-1","earned":"2023-02-29"})") ==
        Lines{"1:45 certifications[0].earned: 2023-02-29 is no day: February 2023 has 28"});
  CHECK(errors(R"({"code":"ACP-1","earned":"2024-01-01","expect":{}})") ==
        Lines{"1:67 certifications[0].expect: give \"suspends\", \"expires\" or both"});
  CHECK(
      errors(R"({"code":"ACP-1","earned":"2024-01-01"},{"code":"ACP-1","earned":"2024-01-01"})") ==
      Lines{"1:67 certifications[1].code: \"ACP-1\" is listed twice"});
}

TEST_CASE("An activity with an error is reported") {
  const auto errors = [](std::string_view activity) { return errors_of_log(log_with(activity)); };
  const std::string at = "1:76 activities[0]: ";
  CHECK(errors(R"({"type":"coursework"})") == Lines{at + "missing key \"date\""});
  CHECK(errors(R"({"date":"2025-01-01"})") == Lines{at + "missing key \"type\""});
  CHECK(errors(R"({"date":"2025-01-01","type":"presenting"})") ==
        Lines{at +
              "the policy \"atlassian\" does not say how many units \"presenting\" earns; give "
              "\"units\""});
  CHECK(errors(R"({"date":"2025-01-01","type":"exam"})") ==
        Lines{at + "an exam needs \"certification\""});
  CHECK(errors(R"({"type":"corsework","date":"2025-01-01"})") ==
        Lines{"1:84 activities[0].type: unknown activity type \"corsework\"; did you mean "
              "\"coursework\"? (known: coursework, local-event, global-event, presenting, exam)"});
  CHECK(errors(R"({"type":"webinar","date":"2025-01-01"})") ==
        Lines{"1:84 activities[0].type: unknown activity type \"webinar\"; did you mean "
              "\"coursework\"? (known: coursework, local-event, global-event, presenting, exam)"});
  CHECK(errors(R"({"type":"exam","date":"2025-01-01","certification":"ACP-602"})") ==
        Lines{"1:127 activities[0].certification: the log lists no certification \"ACP-602\"; did "
              "you mean \"ACP-620\"? (known: ACP-620)"});
  CHECK(errors(R"({"units":1,"course":"c","type":"exam","date":"2025-01-01",
"certification":"ACP-620"})") == Lines{"1:85 activities[0].units: an exam earns no units",
                                       "1:96 activities[0].course: an exam is not a course"});
  CHECK(
      errors(
          R"({"passed":true,"certification":"ACP-620","type":"coursework","date":"2025-01-01"})") ==
      Lines{"1:86 activities[0].passed: only an exam is passed or failed",
            "1:107 activities[0].certification: only an exam belongs to a certification"});
  CHECK(errors(R"({"entered":5,"type":"coursework","date":"2025-01-01"})") ==
        Lines{"1:87 activities[0].entered: expected a date (write \"YYYY-MM-DD\") or null, not a "
              "number"});
  CHECK(errors(R"({"passed":0,"type":"exam","certification":"ACP-620","date":"2025-01-01"})") ==
        Lines{"1:86 activities[0].passed: expected true or false, not a number"});
}

TEST_CASE("Units are read by their value") {
  const auto errors = [](const std::string& units) {
    return errors_of_log(
        log_with(R"({"units":)" + units + R"(,"type":"coursework","date":"2025-01-01"})"));
  };
  for (const char* const good : {"0", "-0", "-0.0", "0.01", "10.000", "1e1", "1000000", "1E+6",
                                 "999999.99", "0e999", "100e-2", "0.0000e9"}) {
    CAPTURE(good);
    CHECK(errors(good).empty());
  }
  for (const std::string bad : {"-1", "10.001", "1000000.01", "1000001", "1e7", "1e-3", "1e-400",
                                "18446744073709551616", "-9223372036854775809"}) {
    CHECK(errors(bad) == Lines{"1:85 activities[0].units: expected a number from 0 to 1,000,000 "
                               "with at most two decimals, not " +
                               bad});
  }
  CHECK(errors("1e999") == Lines{"1:85 activities[0].units: this number is too large"});
  CHECK(errors("\"10\"") == Lines{"1:85 activities[0].units: expected a number from 0 to 1,000,000 "
                                  "with at most two decimals, not a string"});
}

TEST_CASE("Unknown and repeated keys are reported at the key") {
  CHECK(errors_of_log(R"({"certification":[],"certifications":[],"certifications":[]})") ==
        Lines{"1:2 unknown key \"certification\"; did you mean \"certifications\"? (known: "
              "candidate, certifications, activities, notes, $schema)",
              "1:41 key \"certifications\" is given twice"});
  CHECK(errors_of_log(log_with(R"({"tpye":{"a":[1]},"date":"2025-01-01","type":"coursework"})")) ==
        Lines{"1:77 activities[0]: unknown key \"tpye\"; did you mean \"type\"? (known: date, "
              "type, title, entered, units, course, certification, passed, programme, rejected, "
              "evidence, notes)"});
}

TEST_CASE("The value of an unknown key is not checked") {
  for (const std::string value : {"true", "null", "5", "\"x\"", "[true, {\"a\": [0]}]", "{}"}) {
    CAPTURE(value);
    CHECK(
        errors_of_log(R"({"certifications":[],"":)" + value + R"(,"y":1})") ==
        Lines{
            "1:22 unknown key \"\" (known: candidate, certifications, activities, notes, $schema)",
            "1:" + std::to_string(26 + value.size()) +
                " unknown key \"y\" (known: candidate, certifications, activities, notes, "
                "$schema)"});
  }
}

TEST_CASE("Certifications do not affect each other") {
  const auto result = read_log(R"({"certifications":[
{"code":"ACP-1","type":"ACA","earned":"2024-01-01","expect":{"suspends":"2026-01-01"}},
{"code":"ACP-2-ACA","earned":"2024-01-01"}]})",
                               builtin_policies());
  REQUIRE(std::holds_alternative<Log>(result));
  const auto& held = std::get<Log>(result).certifications;
  const auto type_of = [&](std::size_t i) { return builtin_policy()[held.at(i).type].name; };
  CHECK(type_of(0) == "ACA");
  CHECK(held[0].expectation->suspends == Date::parse("2026-01-01"));
  CHECK(type_of(1) == "ACP");
  CHECK(errors_of_log(R"({"certifications":[
{"code":"ACP-1","earned":"2024-01-01","expect":{"suspends":"2026-01-01"}},
{"code":"ACP-2","earned":"2024-01-01","expect":{}},{},{}]})") ==
        Lines{"3:48 certifications[1].expect: give \"suspends\", \"expires\" or both",
              "3:52 certifications[2]: missing key \"code\"",
              "3:52 certifications[2]: give \"earned\" or \"suspends\"",
              "3:55 certifications[3]: missing key \"code\"",
              "3:55 certifications[3]: give \"earned\" or \"suspends\""});
}

TEST_CASE("One mistake gives one error") {
  const auto errors = [](std::string_view certifications) {
    return errors_of_log(
        R"({"activities":[{"date":"2025-01-01","type":"exam","certification":"ACP-9"}],)"
        R"("certifications":[)" +
        std::string{certifications} + "]}");
  };
  CHECK(errors(R"({"earned":"2024-01-01"})") ==
        Lines{"1:95 certifications[0]: missing key \"code\""});
  CHECK(
      errors(R"({"code":"ACP-1","earned":"2024-01-01"},{"code":"ACP-1","earned":"2024-01-01"})") ==
      Lines{"1:142 certifications[1].code: \"ACP-1\" is listed twice"});
  CHECK(errors(R"({"code":"ACP9","type":5,"earned":"2024-01-01"},{})").front() ==
        "1:117 certifications[0].type: expected a string, not a number");
  CHECK(errors(R"({"code":"ACP9","type":5,"earned":"2024-01-01"},{})").size() == 3);
  CHECK(
      errors_of_log(log_with(R"({"units":"x","type":"presenting","date":"2025-01-01"})")).size() ==
      1);
  CHECK(
      errors_of_log(log_with(R"({"certification":5,"type":"exam","date":"2025-01-01"})")).size() ==
      1);
  CHECK(errors(R"({"code":"ACP-9","suspends":"x"})").size() == 1);
  CHECK(errors(R"({"code":"ACP-9","suspends":"x","expires":"2026-01-01"})") ==
        Lines{"1:122 certifications[0].suspends: \"x\" is not a date (write YYYY-MM-DD)"});
}

TEST_CASE("A code is found, and found twice, among many certifications") {
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
    const auto read = read_log(with(exam + code + "\"}]"), builtin_policies());
    REQUIRE(std::holds_alternative<Log>(read));
    CHECK(exam_of(std::get<Log>(read), 0)->at == std::stoul(code) - 100);
    const auto twice =
        errors_of_log(with(R"(,{"code":"ACP-)" + code + R"(","earned":"2024-01-10"}])"));
    REQUIRE(twice.size() == 1);
    CHECK(twice[0].ends_with("certifications[41].code: \"ACP-" + code + "\" is listed twice"));
  }
}

TEST_CASE("A repeated code is found among any number of certifications") {
  std::string all = R"({"certifications":[)";
  for (int i = 10; i < 30; ++i) {
    all += R"({"code":"ACP-)" + std::to_string(i) + R"(","earned":"2024-01-10"},)";
    const auto twice = errors_of_log(all + R"({"code":"ACP-10","earned":"2024-01-10"}]})");
    CAPTURE(i);
    REQUIRE(twice.size() == 1);
    CHECK(twice[0].ends_with(R"("ACP-10" is listed twice)"));
  }
}

TEST_CASE("An exam that comes before its certification is resolved, or reported at its own place") {
  const std::string activities =
      R"({"activities":[{"date":"2025-01-01","type":"coursework"},)"
      R"({"date":"2025-01-01","type":"exam","certification":"ACP-2"}],"certifications":[)";
  const auto known = read_log(
      activities +
          R"({"code":"ACP-1","earned":"2024-01-01"},{"code":"ACP-2","earned":"2024-01-01"}]})",
      builtin_policies());
  REQUIRE(std::holds_alternative<Log>(known));
  CHECK(std::get<Log>(known).activities[0].exam() == nullptr);
  CHECK(exam_of(std::get<Log>(known), 1) == Index<Certification>{1});
  CHECK(errors_of_log(activities + "]}") ==
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
  LogReader reader{builtin_policies()};
  for (const std::string& first : texts) {
    for (const std::string& second : texts) {
      CAPTURE(first, second);
      [[maybe_unused]] const auto before = reader.read(first);
      const auto after = reader.read(second);
      const auto expected = read_log(second, builtin_policies());
      REQUIRE(after.index() == expected.index());
      if (const auto* const errors = std::get_if<Errors>(&after)) {
        CHECK(shown(*errors) == shown(std::get<Errors>(expected)));
        continue;
      }
      const Log& log = std::get<Log>(after);
      const Log& alone = std::get<Log>(expected);
      REQUIRE(log.certifications.size() == alone.certifications.size());
      REQUIRE(log.activities.size() == alone.activities.size());
      for (std::size_t i = 0; i < alone.activities.size(); ++i) {
        CHECK(log.activities[i].title == alone.activities[i].title);
        CHECK(exam_of(log, i) == exam_of(alone, i));
      }
    }
  }
}

TEST_CASE("An unknown activity type is the only error of its activity's type") {
  CHECK(errors_of_log(log_with(
            R"({"date":"2025-01-01","type":"exma","certification":"ACP-620","passed":true})")) ==
        Lines{"1:104 activities[0].type: unknown activity type \"exma\"; did you mean \"exam\"? "
              "(known: coursework, local-event, global-event, presenting, exam)"});
}

TEST_CASE("A code that has a type in its usual spelling is refused with that spelling") {
  const auto errors = [](std::string_view certification) {
    return errors_of_log(R"({"certifications":[)" + std::string{certification} + "]}");
  };
  for (const std::string code : {"acp-620", "ACP620", "Acp 620", "acp_620", "aCp620"}) {
    CAPTURE(code);
    CHECK(errors(R"({"code":")" + code + R"(","earned":"2024-01-10"})") ==
          Lines{"1:28 certifications[0].code: \"" + code + "\": write \"ACP-620\""});
    CHECK(errors_of_log(
              log_with(R"({"date":"2025-01-01","type":"exam","certification":")" + code + "\"}")) ==
          Lines{"1:127 activities[0].certification: \"" + code + "\": write \"ACP-620\""});
  }
  CHECK(errors(R"({"code":"sy0-701","programme":"comptia","earned":"2024-01-10"})") ==
        Lines{R"(1:28 certifications[0].code: "sy0-701": write "SY0-701")"});
  CHECK(errors(R"({"code":"az900","earned":"2024-01-10"})") ==
        Lines{R"(1:28 certifications[0].code: "az900": write "AZ-900")"});
  CHECK(errors(R"({"code":"acp-620","programme":"none"})").empty());
  CHECK(errors(R"({"code":"acp-620","type":"ACP","earned":"2024-01-10"})").empty());
}

TEST_CASE("A code neither begins nor ends with a blank") {
  for (const std::string code : {" ACP-620", "ACP-620 ", "ACP-620\\t", "\\nACP-620"}) {
    CAPTURE(code);
    const Lines listed =
        errors_of_log(R"({"certifications":[{"code":")" + code + R"(","programme":"none"}]})");
    REQUIRE(listed.size() == 1);
    CHECK(listed[0].ends_with(": a code neither begins nor ends with a blank"));
    const Lines of_exam = errors_of_log(
        log_with(R"({"date":"2025-01-01","type":"exam","certification":")" + code + "\"}"));
    REQUIRE(of_exam.size() == 1);
    CHECK(of_exam[0].ends_with(": a code neither begins nor ends with a blank"));
  }
}
