// Reading policies: every kind of error, at its very place.

#include <string>
#include <utility>

#include "catch.hpp"
#include "errors_of.hpp"

using namespace certrenew;
using namespace certrenew::testing;

TEST_CASE("A policy with an error is reported") {
  CHECK(errors_of_policy("{}") ==
        Lines{"1:1 missing key \"name\"", "1:1 missing key \"validity_months\"",
              "1:1 missing key \"grace_months\"", "1:1 missing key \"units_valid_months\"",
              "1:1 missing key \"certification_types\"", "1:1 missing key \"activity_types\""});
  const auto errors = [](const std::string& rest) {
    return errors_of_policy(
        R"({"name":"p","validity_months":24,"grace_months":3,"units_valid_months":null,)" + rest +
        "}");
  };
  CHECK(errors(R"("certification_types":{},"activity_types":{})").empty());
  CHECK(errors(R"("certification_types":{"A":{"renew_by":{}}},"activity_types":{})") ==
        Lines{"1:116 certification_types.A.renew_by: give one or more of \"units\", \"exam\" and "
              "\"courses\""});
  CHECK(errors(R"("certification_types":{"A":{}},"activity_types":{})") ==
        Lines{"1:104 certification_types.A: missing key \"renew_by\""});
  CHECK(errors(R"("certification_types":{"A":{"renew_by":{"courses":[]}}},"activity_types":{})") ==
        Lines{"1:127 certification_types.A.renew_by.courses: the list of courses must not be "
              "empty"});
  CHECK(
      errors(
          R"("certification_types":{"A":{"renew_by":{"courses":["x","x",""]}}},"activity_types":{})") ==
      Lines{"1:132 certification_types.A.renew_by.courses[1]: \"x\" is listed twice",
            "1:136 certification_types.A.renew_by.courses[2]: a course's identifier must not be "
            "empty"});
  CHECK(errors(R"("certification_types":{"A B":{"renew_by":{"exam":{}}}},"activity_types":{})") ==
        Lines{"1:126 certification_types[\"A B\"].renew_by.exam: missing key \"window_months\""});
  CHECK(errors(R"("certification_types":{},"activity_types":{"exam":{},"a":{},"a":{}})") ==
        Lines{"1:120 activity_types.exam: an activity type cannot be named \"exam\": exams have "
              "rules of their own",
              "1:137 activity_types: key \"a\" is given twice"});
  CHECK(
      errors(R"("certification_types":{},"activity_types":{},"sources":{"x":{"says":"s"}})") ==
      Lines{"1:137 sources.x: missing key \"where\"", "1:137 sources.x: missing key \"official\""});
}

TEST_CASE("The names of a policy are unique and not empty, and paths quote them where needed") {
  const auto errors = [](const std::string& rest) {
    return errors_of_policy(R"({"$schema":"s","name":"p","validity_months":24,"grace_months":3,)"
                            R"("units_valid_months":null,)" +
                            rest + "}");
  };
  const std::string exam = R"({"renew_by":{"exam":{"window_months":6}}})";
  CHECK(errors(R"("activity_types":{},"certification_types":{"A":)" + exam + R"(,"A":)" + exam +
               "}") == Lines{"1:180 certification_types: key \"A\" is given twice"});
  CHECK(errors(R"("activity_types":{},"certification_types":{"":)" + exam + "}") ==
        Lines{"1:134 certification_types[\"\"]: a certification type's name must not be empty"});
  CHECK(errors(R"("certification_types":{},"activity_types":{"":{"limit":-1}})") ==
        Lines{"1:134 activity_types[\"\"]: an activity type's name must not be empty",
              "1:146 activity_types[\"\"].limit: expected a whole number from 0 to 1,000,000, not "
              "-1"});
  const std::string source = R"({"says":"s","where":"w","official":true})";
  CHECK(errors(R"("certification_types":{},"activity_types":{},"sources":{"x":)" + source +
               R"(,"x":5})") == Lines{"1:192 sources: key \"x\" is given twice"});
  CHECK(errors(R"("certification_types":{},"activity_types":{"a-1":5,"azAZ09_":5,"a~":5,"é":5})") ==
        Lines{"1:140 activity_types.a-1: expected an object, not a number",
              "1:152 activity_types.azAZ09_: expected an object, not a number",
              "1:159 activity_types[\"a~\"]: expected an object, not a number",
              "1:165 activity_types[\"é\"]: expected an object, not a number"});
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
    return !errors_of_policy(text).empty();
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
