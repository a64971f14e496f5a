// Places of the text in a log, and in the errors that come after reading.

#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "catch.hpp"
#include "certrenew/answer.hpp"
#include "errors_of.hpp"
#include "read/log_reader.hpp"

using namespace certrenew;
using namespace certrenew::testing;

TEST_CASE("A date out of range is reported at the date it was computed from") {
  const std::string text = R"({"certifications":[
{"code":"ACP-1","earned":"9998-01-01"},
{"code":"ACP-2","suspends":"0001-06-01"},
{"code":"ACP-3","suspends":"9999-11-01"},
{"code":"ACP-4","earned":"9997-01-01"},
{"code":"ACP-5","earned":"9997-11-01"}],"activities":[
{"type":"coursework","units":100,"date":"9998-06-01"}]})";
  auto result = read_log(text, builtin_policies());
  REQUIRE(std::holds_alternative<Log>(result));
  const auto answer =
      answer_log(std::get<Log>(std::move(result)), builtin_policies(), *Date::parse("9999-01-01"));
  REQUIRE(std::holds_alternative<Errors>(answer));
  CHECK(shown(std::get<Errors>(answer)) ==
        Lines{"2:26 certifications[0].earned: 24 months after 9998-01-01 lies outside 0001-01-01 "
              "to 9999-12-31",
              "3:28 certifications[1].suspends: 24 months before 0001-06-01 lies outside "
              "0001-01-01 to 9999-12-31",
              "4:28 certifications[2].suspends: 3 months after 9999-11-01 lies outside 0001-01-01 "
              "to 9999-12-31",
              "6:26 certifications[4].earned: 3 months after 9997-11-01, or a date computed from "
              "it, lies outside 0001-01-01 to 9999-12-31",
              "7:41 activities[0].date: 24 months after 9998-06-01 lies outside 0001-01-01 to "
              "9999-12-31"});
}

TEST_CASE("An exam window that would open before all days is open from the beginning") {
  const auto policy = read_policy(
      R"({"name":"p","validity":"P1M","grace":"P1M",
          "certification_types":{"A":{"renew_by":{"exam":{"window":"P1200M"}}}},
          "activity_types":{}})");
  REQUIRE(std::holds_alternative<Policy>(policy));
  const Policies policies{std::get<Policy>(policy)};
  const std::string text =
      R"({"certifications":[{"code":"A-1","suspends":"0050-01-01","expires":"0050-06-01"}]})";
  auto log = read_log(text, policies);
  REQUIRE(std::holds_alternative<Log>(log));
  const auto answer =
      answer_log(std::get<Log>(std::move(log)), policies, *Date::parse("0050-02-01"));
  REQUIRE(std::holds_alternative<Answer>(answer));
  const auto window = std::get<Answer>(answer).credentials()[0].exam_window();
  REQUIRE(window);
  CHECK(window->opens == *Date::parse("0049-12-02"));
}

TEST_CASE("Certifications and activities know their places in the text") {
  const std::string text = R"({"certifications":[ {"code":"ACP-1","suspends": "2025-01-01",
"expires":"2025-04-01","expect":{"expires":"2025-04-01"}}],"activities":[
{"date": "2025-01-01","type":"coursework"}]})";
  const auto result = read_log(text, builtin_policies());
  REQUIRE(std::holds_alternative<Log>(result));
  const Log& log = std::get<Log>(result);
  CHECK(log.text == text);
  const auto from = [&](Place place) { return std::string_view{text}.substr(place); };
  const Certification::Places& places = log.certifications[0].places;
  CHECK(from(places.itself).starts_with("{\"code\""));
  CHECK(from(places.suspends).starts_with("\"2025-01-01\",\n\"expires\""));
  CHECK(from(places.expires).starts_with("\"2025-04-01\",\"expect\""));
  CHECK(from(places.expected_expires).starts_with("\"2025-04-01\"}}]"));
  CHECK(places.earned == 0);
  CHECK(places.expected_suspends == 0);
  CHECK(from(log.activities[0].place).starts_with("{\"date\""));
  CHECK(from(log.activities[0].date_place).starts_with("\"2025-01-01\",\"type\""));
}

TEST_CASE("A log that is read keeps its text; a log of a reader borrows it") {
  std::string text = log_with(R"({"date":"2025-01-01","type":"coursework","title":"Boards"})");
  const std::string before = text;
  const auto result = read_log(text, builtin_policies());
  LogReader reader{builtin_policies()};
  const auto borrowed = reader.read(text);
  CHECK(std::get<Log>(borrowed).text.data() == text.data());
  text.assign(text.size(), 'x');
  CHECK(std::get<Log>(result).text == before);
  CHECK(std::get<Log>(result).activities[0].title == "Boards");
  CHECK(std::get<Log>(result).certifications[0].code == "ACP-620");
}

TEST_CASE("A value that ends the document is reported with its path") {
  CHECK(errors_of_log(R"({"certifications":[{"code":"ACP-1","expect":{"suspends":1e999)") ==
        Lines{"1:57 certifications[0].expect.suspends: this number is too large"});
  CHECK(errors_of_log(R"({"certifications":[{}, 1e999,0]})").back() ==
        "1:24 certifications[1]: this number is too large");
  CHECK(
      errors_of_log(R"({"x":[[1e999]]})") ==
      Lines{"1:2 unknown key \"x\" (known: candidate, certifications, activities, notes, $schema)",
            "1:8 this number is too large"});
}
