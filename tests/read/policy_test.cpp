// Reading policies: what each key means, and every kind of error at its very place.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catch.hpp"
#include "errors_of.hpp"
#include "support.hpp"

using namespace certrenew;
using namespace certrenew::testing;

namespace {

/// The policy in a text; throws where it is none.
Policy read(const std::string& text) { return std::get<Policy>(read_policy(text)); }

/// A policy with these members. They begin in column 13.
std::string policy_with(const std::string& members) { return R"({"name":"p",)" + members + "}"; }

/// The same with no certification types. The members begin in column 38.
std::string rest(const std::string& members) {
  return policy_with(R"("certification_types":{},)" + members);
}

/// The same with one certification type, A. Its members begin in column 41.
std::string type(const std::string& members) {
  return policy_with(R"("certification_types":{"A":{)" + members + "}}");
}

/// `PATH = WORDS` for each number.
Lines numbers_of(const Policy& policy) {
  Lines lines;
  for (const PolicyNumber& one : policy.numbers) lines.push_back(one.path + " = " + one.words);
  return lines;
}

bool is_sound(const std::string& text) { return errors_of_policy(text).empty(); }

}  // namespace

// ---- What the keys mean ------------------------------------------------------------------------

TEST_CASE("A policy needs a name and certification types, and the rest has a default") {
  CHECK(errors_of_policy("{}") ==
        Lines{"1:1 missing key \"name\"", "1:1 missing key \"certification_types\""});
  const Policy policy = read(type(""));
  CHECK(policy.name == "p");
  CHECK(policy.units_called == "CE units");
  CHECK_FALSE((policy.title || policy.as_of || policy.units_from));
  CHECK_FALSE(policy.units_valid.first);
  const CertificationType& one = policy.certification_types.at(0);
  CHECK_FALSE(one.validity.first);
  CHECK(one.grace.first == Duration::months(0));
  CHECK(one.first_day_counts);
  CHECK_FALSE(one.carry_over);
  CHECK_FALSE(one.is_renewable());
  CHECK(policy.numbers.empty());
}

TEST_CASE("Null is as if the key were absent") {
  const std::string top =
      R"("title":null,"units_called":null,"as_of":null,"validity":null,"units_valid":null,)"
      R"("units_from":null,"anchor":null,"first_day_counts":null,"carry_over":null,)"
      R"("activity_types":null,"certifications":null,"extensions":null,"designations":null,)"
      R"("readings":null,"notes":null,"sources":null)";
  CHECK(is_sound(rest(top)));
  CHECK(is_sound(type(
      R"("validity":null,"grace":null,"anchor":null,"first_day_counts":null,"carry_over":null,)"
      R"("renew_by":null)")));
  const Policy nothing = read(type(R"("renew_by":{"units":null,"exam":null,"courses":null})"));
  CHECK_FALSE(nothing.certification_types.at(0).is_renewable());
  const Policy exam = read(type(R"("renew_by":{"exam":{"window":null,"anchor":null}})"));
  CHECK_FALSE(exam.certification_types.at(0).exam.value().window.first);
  CHECK(is_sound(rest(R"("activity_types":{"a":{"units":null,"limit":null}},)"
                      R"("certifications":{"X":{"name":null,"aliases":null,"type":null,)"
                      R"("retired":null}})")));
  CHECK(is_sound(rest(R"("extensions":[{"from":"2024-02-01","to":"2024-02-01",)"
                      R"("until":"2024-02-02","types":null}])")));
  CHECK(errors_of_policy(policy_with(R"("certification_types":null)")) ==
        Lines{"1:35 certification_types: expected an object, not null"});
  CHECK(errors_of_policy(rest(R"("grace":null)")) ==
        Lines{"1:46 grace: expected a duration such as \"P24M\", not null"});
}

TEST_CASE("A type has what stands at the top, unless it says so itself") {
  const Policy policy = read(policy_with(
      R"("validity":"P2Y","grace":"P90D","anchor":"earlier","first_day_counts":false,)"
      R"("carry_over":{"at_most":20,"from_last":"P3M","types":["cw"]},"activity_types":{"cw":{}},)"
      R"("certification_types":{"A":{"renew_by":{"units":{"required":100},)"
      R"("exam":{"anchor":"renewal"}}},)"
      R"("B":{"validity":"P36M","grace":"P0D","anchor":"renewal","first_day_counts":true,)"
      R"("carry_over":{"at_most":0.5},"renew_by":{"courses":{"all":["x"]},)"
      R"("units":{"required":1,"anchor":"earlier"}}}})"));
  const CertificationType& a = policy.certification_types.at(0);
  CHECK(a.validity.first == Duration::months(24));
  CHECK(a.grace.first == Duration::days(90));
  CHECK_FALSE(a.first_day_counts);
  CHECK(a.units.value().anchor == Anchor::earlier);
  CHECK(a.exam.value().anchor == Anchor::renewal);
  CHECK(a.carry_over.value().at_most.first == Units::whole(20));
  CHECK(a.carry_over.value().from_last.first == Duration::months(3));
  CHECK(a.carry_over.value().types == std::vector<Index<ActivityType>>{{0}});
  const CertificationType& b = policy.certification_types.at(1);
  CHECK(b.validity.first == Duration::months(36));
  CHECK(b.grace.first == Duration::days(0));
  CHECK(b.first_day_counts);
  CHECK(b.courses.value().anchor == Anchor::renewal);
  CHECK(b.units.value().anchor == Anchor::earlier);
  CHECK(b.carry_over.value().at_most.first == Units::from_hundredths(50));
  CHECK(b.carry_over.value().types.empty());
}

TEST_CASE("A number may change with time") {
  const Policy policy = read(
      policy_with(R"("validity":[{"value":"P36M"},{"from":"2024-04-01","value":"P24M"}],)"
                  R"("activity_types":{"a":{"units":[{"from":null,"value":10},)"
                  R"({"from":"2024-01-01","value":null},{"from":"2025-01-01","value":2.5}],)"
                  R"("limit":[{"value":null},{"from":"2025-01-01","value":4}]}},)"
                  R"("certification_types":{"A":{"renew_by":{"units":{"required":[{"value":1000},)"
                  R"({"from":"2024-01-01","value":50}]},"exam":{"window":[{"value":null}]}}}})"));
  const CertificationType& a = policy.certification_types.at(0);
  CHECK(a.validity.on(day("2024-03-31")) == Duration::months(36));
  CHECK(a.validity.on(day("2024-04-01")) == Duration::months(24));
  CHECK(a.units.value().required.on(day("2023-12-31")) == Units::whole(1000));
  CHECK(a.units.value().required.on(day("2024-01-01")) == Units::whole(50));
  const ActivityType& work = policy.activity_types.at(0);
  CHECK_FALSE(work.units.on(day("2024-12-31")));
  CHECK(work.units.on(day("2025-01-01")) == Units::from_hundredths(250));
  CHECK_FALSE(work.limit.on(day("2024-12-31")));
  CHECK(work.limit.on(day("2025-01-01")) == 4U);
  CHECK(numbers_of(policy) ==
        Lines{"validity = 36 months; from 2024-04-01: 24 months",
              "activity_types.a.units = 10; from 2024-01-01: the log must say; from 2025-01-01: "
              "2.5",
              "activity_types.a.limit = no limit; from 2025-01-01: 4",
              "certification_types.A.renew_by.units.required = 1,000; from 2024-01-01: 50",
              "certification_types.A.renew_by.exam.window = any day of the cycle"});
}

TEST_CASE("A type's values with dates leave what stands at the top where they are null") {
  const Policy policy = read(
      policy_with(R"("validity":[{"value":"P1M"},{"from":"2022-01-01","value":"P2M"},)"
                  R"({"from":"2024-01-01","value":"P3M"},{"from":"2026-01-01","value":"P4M"}],)"
                  R"("grace":[{"value":"P1D"},{"from":"2024-01-01","value":"P2D"}],)"
                  R"("certification_types":{"A":{"grace":[{"value":null},)"
                  R"({"from":"2025-01-01","value":"P9D"}],)"
                  R"("validity":[{"value":null},{"from":"2023-01-01","value":"P10M"},)"
                  R"({"from":"2025-01-01","value":null},{"from":"2026-01-01","value":"P20M"}]}})"));
  const CertificationType& a = policy.certification_types.at(0);
  const std::pair<const char*, int> months[] = {
      {"2021-12-31", 1},  {"2022-01-01", 2},  {"2022-12-31", 2}, {"2023-01-01", 10},
      {"2024-01-01", 10}, {"2024-12-31", 10}, {"2025-01-01", 3}, {"2025-12-31", 3},
      {"2026-01-01", 20}, {"2030-01-01", 20}};
  for (const auto& [on, wanted] : months) {
    CAPTURE(on);
    CHECK(a.validity.on(day(on)) == Duration::months(wanted));
  }
  CHECK(a.grace.on(day("2023-12-31")) == Duration::days(1));
  CHECK(a.grace.on(day("2024-01-01")) == Duration::days(2));
  CHECK(a.grace.on(day("2025-01-01")) == Duration::days(9));
  for (std::size_t i = 1; i < a.validity.later.size(); ++i) {
    CHECK(a.validity.later[i - 1].from < a.validity.later[i].from);
  }
}

TEST_CASE("A policy lists certifications, extensions, designations and notes") {
  const Policy policy = read(rest(
      R"("title":"T","units_called":"PDUs","as_of":"2026-01-02","units_from":"2024-08-01",)"
      R"("certifications":{"A-1":{"name":"One","aliases":["A-ONE","A-UN"],)"
      R"("retired":"2024-02-01"},"A-2":{}},)"
      R"("extensions":[{"from":"2024-02-01","to":"2024-09-29","until":"2024-09-30"}],)"
      R"("designations":[{"name":"D","needs":2,"of":["A-1","A-2","A-3"]}],"notes":["n","m"])"));
  CHECK(policy.title == "T");
  CHECK(policy.units_called == "PDUs");
  CHECK(policy.as_of == day("2026-01-02"));
  CHECK(policy.units_from == day("2024-08-01"));
  CHECK(policy.find_certification("A-UN") == Index<ListedCertification>{0});
  CHECK(policy.find_certification("A-2") == Index<ListedCertification>{1});
  CHECK_FALSE(policy.find_certification("One"));
  CHECK(policy.certifications.at(0).name == "One");
  CHECK(policy.certifications.at(0).retired == day("2024-02-01"));
  CHECK(policy.extensions.at(0).until == day("2024-09-30"));
  CHECK(policy.extensions.at(0).types.empty());
  CHECK(policy.designations.at(0).needs == 2);
  CHECK(policy.designations.at(0).of == std::vector<std::string>{"A-1", "A-2", "A-3"});
  CHECK(policy.notes == std::vector<std::string>{"n", "m"});
  CHECK(numbers_of(policy) == Lines{"units_from = 2024-08-01", "designations[0].needs = 2"});
}

TEST_CASE("A policy keeps its text, without a byte-order mark") {
  const std::string text = "\n" + type("") + "\r\n";
  CHECK(read(text).text == text);
  CHECK(read("\xEF\xBB\xBF" + text).text == text);
}

TEST_CASE("The policies in force are one a programme") {
  Policies policies{read(type(""))};
  policies.put(builtin_policy());
  policies.put(read(rest(R"("title":"new")")));
  CHECK(policies.in_force() == 2);
  CHECK(policies.find("atlassian") == Index<Policy>{1});
  CHECK_FALSE(policies.find("none"));
  CHECK(policies[policies.find("p").value()].title == "new");
}

// ---- Bounds ------------------------------------------------------------------------------------

TEST_CASE("Durations have bounds, both included") {
  const auto text = [](const std::string& key, const std::string& value) {
    const std::string member = '"' + key + "\":" + value;
    if (key == "window") return type(R"("renew_by":{"exam":{)" + member + "}}");
    if (key == "from_last") return rest(R"("carry_over":{"at_most":1,)" + member + "}");
    if (key.substr(0, 5) == "type:") return type('"' + key.substr(5) + "\":" + value);
    return rest(member);
  };
  for (const std::string key :
       {"validity", "units_valid", "type:validity", "grace", "type:grace", "window", "from_last"}) {
    CAPTURE(key);
    for (const char* const good : {R"("P1200M")", R"("P100Y")", R"("P36500D")", R"("P1D")",
                                   R"("P001M")", R"([{"value":"P1M"}])"}) {
      CAPTURE(good);
      CHECK(is_sound(text(key, good)));
    }
    for (const char* const bad :
         {R"("P1201M")", R"("P101Y")", R"("P36501D")", R"("P")", R"("24")", R"("P1Y6M")",
          R"("p1M")", R"("P-1M")", R"("P1.5M")", R"("P4W")", R"("PT1M")", R"("P0000001M")", "24",
          "true", "{}", "[]", R"("")", R"("P1M ")"}) {
      CAPTURE(bad);
      CHECK_FALSE(is_sound(text(key, bad)));
    }
    const bool may_be_zero = key != "validity" && key != "units_valid" && key != "type:validity";
    for (const char* const zero : {R"("P0D")", R"("P0M")", R"("P0Y")"}) {
      CHECK(is_sound(text(key, zero)) == may_be_zero);
    }
    CHECK(is_sound(text(key, "null")) == (key != "grace"));
  }
  CHECK(errors_of_policy(rest(R"("validity":24)")) ==
        Lines{"1:49 validity: expected a duration such as \"P24M\" or null, not a number"});
  CHECK(errors_of_policy(rest(R"("validity":"P1Y6M")")) ==
        Lines{"1:49 validity: \"P1Y6M\" is not a duration (write \"P2Y\", \"P24M\" or \"P90D\")"});
  CHECK(errors_of_policy(rest(R"("validity":"P0D")")) ==
        Lines{"1:49 validity: \"P0D\" is too short: it must be at least one day"});
  CHECK(errors_of_policy(rest(R"("grace":"P36501D")")) ==
        Lines{"1:46 grace: \"P36501D\" is longer than 1,200 months or 36,500 days"});
}

TEST_CASE("Numbers have bounds, both included") {
  const auto sound = [](const std::string& key, const std::string& value) {
    if (key == "required") {
      return is_sound(type(R"("renew_by":{"units":{"required":)" + value + "}}"));
    }
    if (key == "at_most") return is_sound(rest(R"("carry_over":{"at_most":)" + value + "}"));
    return is_sound(rest(R"("activity_types":{"a":{")" + key + "\":" + value + "}}"));
  };
  for (const std::string key : {"required", "at_most"}) {
    CAPTURE(key);
    for (const char* const bad : {"0", "-1", "1000000.01", "0.001", "null", "\"1\"", "{}", "[]"}) {
      CHECK_FALSE(sound(key, bad));
    }
    for (const char* const good : {"0.01", "1000000", "1e2", R"([{"value":1}])"}) {
      CHECK(sound(key, good));
    }
  }
  for (const char* const bad : {"-0.01", "1000000.01", "0.001"}) CHECK_FALSE(sound("units", bad));
  for (const char* const good : {"0", "1000000", "0.01"}) CHECK(sound("units", good));
  for (const char* const bad : {"-1", "1000001", "0.5"}) CHECK_FALSE(sound("limit", bad));
  for (const char* const good : {"0", "1000000", "2.0"}) CHECK(sound("limit", good));
}

TEST_CASE("The days of a list of values ascend, and its first value has none") {
  const auto errors = [](const std::string& list) {
    return errors_of_policy(rest("\"grace\":" + list));
  };
  CHECK(errors("[]") == Lines{"1:46 grace: the list of values must not be empty"});
  CHECK(errors(R"([{"from":"2024-01-01","value":"P1D"}])") ==
        Lines{"1:55 grace[0].from: the first value holds from the beginning: it has no \"from\""});
  CHECK(errors(R"([{"value":"P1D"},{"value":"P2D"}])") ==
        Lines{"1:63 grace[1]: missing key \"from\""});
  CHECK(errors(R"([{},{"from":null,"value":"P2D"}])") ==
        Lines{"1:47 grace[0]: missing key \"value\"",
              "1:58 grace[1].from: expected a date (write \"YYYY-MM-DD\"), not null"});
  CHECK(errors(R"([{"value":"P1D"},{"from":"2024-01-01","value":"P2D"},)"
               R"({"from":"2024-01-01","value":null}])") ==
        Lines{"1:107 grace[2].from: the days must ascend: 2024-01-01 is not after 2024-01-01",
              "1:128 grace[2].value: expected a duration such as \"P24M\", not null"});
  CHECK(errors(R"(["P1D"])") == Lines{"1:47 grace[0]: expected an object, not a string"});
  std::string values = R"([{"value":"P1D"})";
  for (int year = 1901; year < 2000; ++year) {
    values += R"(,{"from":")" + std::to_string(year) + R"(-01-01","value":"P1D"})";
  }
  CHECK(errors(values + "]").empty());
  CHECK(errors(values + R"(,{"from":"2024-01-01","value":"P1D"}])").size() == 1);
}

// ---- Errors ------------------------------------------------------------------------------------

TEST_CASE("Keys that have become others say which") {
  CHECK(errors_of_policy(policy_with(
            R"("validity_months":24,"grace_months":3,"units_valid_months":24,)"
            R"("certification_types":{"A":{"validity_months":1,"grace_months":0,)"
            R"("renew_by":{"units":100,"exam":{"window_months":6},"courses":["a"]}}})")) ==
        Lines{"1:13 \"validity_months\" is now \"validity\", a duration such as \"P24M\"",
              "1:34 \"grace_months\" is now \"grace\", a duration such as \"P3M\"",
              "1:51 \"units_valid_months\" is now \"units_valid\", a duration such as \"P24M\"",
              "1:103 certification_types.A: \"validity_months\" is now \"validity\", a duration "
              "such as \"P24M\"",
              "1:123 certification_types.A: \"grace_months\" is now \"grace\", a duration such as "
              "\"P3M\"",
              "1:160 certification_types.A.renew_by.units: expected an object such as "
              "{\"required\": 100}, not a number",
              "1:172 certification_types.A.renew_by.exam: \"window_months\" is now \"window\", a "
              "duration such as \"P6M\"",
              "1:201 certification_types.A.renew_by.courses: expected an object such as "
              "{\"all\": [\"A-COURSE\"]}, not a list"});
}

TEST_CASE("Keys that no rule knows are unknown") {
  for (const char* const member :
       {R"("units_valid":"P1M")", R"("highest_only":true)", R"("of":["A"])",
        R"("renew_by":{"units":{"required":1,"of":["A"]}})",
        R"("renew_by":{"exam":{"highest_only":true}})"}) {
    CAPTURE(member);
    const Lines errors = errors_of_policy(type(member));
    REQUIRE(errors.size() == 1);
    CHECK_THAT(errors[0], Catch::Matchers::Contains("unknown key"));
  }
  CHECK(errors_of_policy(rest(R"("renewed_with":["A"])")).size() == 1);
}

TEST_CASE("A type may be linked to types that come after it") {
  const Policy policy = read(R"({"name":"linked","ends_on":"year","certification_types":{
    "A":{"renewed_with":["B","C"],"ends_on":"month",
         "renew_by":{"units":{"required":20,"highest_only":true,"anchor":"end"}}},
    "B":{"renewed_with":["C"],"renew_by":{"exam":{"of":["B","A"]}}},
    "C":{"renewed_with":null,"ends_on":null,"renew_by":{"exam":{"of":null}}}}})");
  const auto& types = policy.certification_types;
  using Types = std::vector<Index<CertificationType>>;
  CHECK(types[0].renewed_with == Types{{1}, {2}});
  CHECK(types[1].renewed_with == Types{{2}});
  CHECK(types[2].renewed_with.empty());
  CHECK(types[0].units.value().highest_only);
  CHECK(types[0].units.value().anchor == Anchor::end);
  CHECK(types[1].exam.value().of == Types{{1}, {0}});
  CHECK(types[2].exam.value().of.empty());
  CHECK(types[0].ends_on == EndsOn::month);
  CHECK(types[1].ends_on == EndsOn::year);
  CHECK(policy.is_linked());
  CHECK_FALSE(builtin_policy().is_linked());
}

TEST_CASE("Links lead to known types, and never in a circle") {
  const auto errors = [](const std::string& types) {
    return errors_of_policy(R"({"name":"p","certification_types":{)" + types + "}}");
  };
  CHECK(errors(R"("A":{"renewed_with":["B"]})") ==
        Lines{"1:57 certification_types.A.renewed_with[0]: unknown certification type \"B\" "
              "(known: A)"});
  CHECK(errors(R"("A":{"renew_by":{"exam":{"of":[]}}})") ==
        Lines{"1:66 certification_types.A.renew_by.exam.of: the list of types must not be empty"});
  CHECK(errors(R"("A":{"renewed_with":["A"]})") ==
        Lines{"1:56 certification_types.A.renewed_with: these types renew with each other in a "
              "circle: \"A\" renews with \"A\""});
  CHECK(errors(R"("A":{"renewed_with":["B"]},"B":{"renewed_with":["D","C"]},
                  "C":{"renewed_with":["B"]},"D":{})") ==
        Lines{"1:83 certification_types.B.renewed_with: these types renew with each other in a "
              "circle: \"B\" renews with \"C\", \"C\" "
              "with \"B\""});
  CHECK(errors_of_policy(rest(R"("anchor":"start")")) ==
        Lines{"1:47 anchor: expected \"renewal\", \"end\" or \"earlier\", not \"start\""});
  CHECK(errors_of_policy(rest(R"("ends_on":"day")")) ==
        Lines{"1:48 ends_on: expected \"month\" or \"year\", not \"day\""});
}

TEST_CASE("The names of a policy are not empty, none is forbidden, and none is given twice") {
  CHECK(errors_of_policy(R"({"name":"","certification_types":{}})") ==
        Lines{"1:9 name: a policy's name must not be empty"});
  CHECK(errors_of_policy(R"({"name":"none","certification_types":{}})") ==
        Lines{"1:9 name: a policy cannot be named \"none\": that is what has no rules"});
  CHECK(errors_of_policy(policy_with(R"("certification_types":{"":{},"A":{},"A":{}})")) ==
        Lines{"1:36 certification_types[\"\"]: a certification type's name must not be empty",
              "1:49 certification_types: key \"A\" is given twice"});
  CHECK(errors_of_policy(rest(R"("activity_types":{"exam":{},"certification":{},"":5,"a~":5})")) ==
        Lines{"1:56 activity_types.exam: an activity type cannot be named \"exam\": exams have "
              "rules of their own",
              "1:66 activity_types.certification: an activity type cannot be named "
              "\"certification\": a certification is not an activity",
              "1:85 activity_types[\"\"]: an activity type's name must not be empty",
              "1:88 activity_types[\"\"]: expected an object, not a number",
              "1:95 activity_types[\"a~\"]: expected an object, not a number"});
  CHECK(errors_of_policy(rest(R"("units_called":"","notes":["",1])")) ==
        Lines{"1:53 units_called: the word for units must not be empty",
              "1:65 notes[0]: a note must not be empty",
              "1:68 notes[1]: expected a string, not a number"});
  CHECK(errors_of_policy(rest(R"("sources":{"x":{"says":"s"},"x":5})")) ==
        Lines{"1:53 sources.x: missing key \"where\"", "1:53 sources.x: missing key \"official\"",
              "1:66 sources: key \"x\" is given twice"});
}

TEST_CASE("Courses are a list of identifiers, each once") {
  const auto errors = [](const std::string& all) {
    return errors_of_policy(type(R"("renew_by":{"courses":{)" + all + "}}"));
  };
  CHECK(errors("") == Lines{"1:63 certification_types.A.renew_by.courses: missing key \"all\""});
  CHECK(errors(R"("all":null)") ==
        Lines{"1:70 certification_types.A.renew_by.courses.all: expected a list, not null"});
  CHECK(errors(R"("all":[])") ==
        Lines{"1:70 certification_types.A.renew_by.courses.all: the list of courses must not be "
              "empty"});
  CHECK(errors(R"("all":["x","x","",3])") ==
        Lines{"1:75 certification_types.A.renew_by.courses.all[1]: \"x\" is listed twice",
              "1:79 certification_types.A.renew_by.courses.all[2]: a course's identifier must not "
              "be empty",
              "1:82 certification_types.A.renew_by.courses.all[3]: expected a string, not a "
              "number"});
  CHECK(errors_of_policy(type(R"("renew_by":{"units":{}})")) ==
        Lines{"1:61 certification_types.A.renew_by.units: missing key \"required\""});
}

TEST_CASE("Types that a policy names must be its own") {
  CHECK(errors_of_policy(
            policy_with(R"("certification_types":{"ACP":{}},"activity_types":{"coursework":{}},)"
                        R"("carry_over":{"at_most":1,"types":["course","coursework","x"]})")) ==
        Lines{"1:116 carry_over.types[0]: unknown activity type \"course\"; did you mean "
              "\"coursework\"? (known: coursework)",
              "1:138 carry_over.types[2]: unknown activity type \"x\" (known: coursework)"});
  CHECK(errors_of_policy(policy_with(
            R"("certification_types":{"ACP":{}},"certifications":{"A":{"type":"ACQ"},)"
            R"("B":{"type":""}},"extensions":[{"from":"2024-01-01",)"
            R"("to":"2024-01-02","until":"2024-01-03","types":["acp","ACP","ACP"]}])")) ==
        Lines{"1:76 certifications.A.type: unknown certification type \"ACQ\" (known: ACP)",
              "1:95 certifications.B.type: certification type must not be empty",
              "1:183 extensions[0].types[0]: unknown certification type \"acp\" (known: ACP)",
              "1:195 extensions[0].types[2]: \"ACP\" is listed twice"});
  CHECK(errors_of_policy(rest(R"("carry_over":{"at_most":1,"types":[]})")) ==
        Lines{"1:72 carry_over.types: the list of types must not be empty"});
}

TEST_CASE("A code or an alias stands once in a policy") {
  CHECK(errors_of_policy(
            rest(R"("certifications":{"A":{"aliases":["A","B",""]},"B":{},"":{},"A":{}})")) ==
        Lines{"1:72 certifications.A.aliases[0]: \"A\" stands in the policy already, as a code or "
              "an alias",
              "1:80 certifications.A.aliases[2]: an alias must not be empty",
              "1:85 certifications.B: \"B\" stands in the policy already, as a code or an alias",
              "1:92 certifications[\"\"]: a certification's code must not be empty",
              "1:98 certifications: key \"A\" is given twice"});
}

TEST_CASE("The days of an extension are in order") {
  const auto errors = [](const std::string& days) {
    return errors_of_policy(rest(R"("extensions":[{)" + days + "}]"));
  };
  CHECK(errors(R"("from":"2024-01-01","to":"2024-01-01","until":"2024-01-02")").empty());
  CHECK(errors(R"("from":"2024-01-02","to":"2024-01-01","until":"2024-01-01")") ==
        Lines{"1:78 extensions[0].to: 2024-01-01 is before \"from\", 2024-01-02",
              "1:99 extensions[0].until: 2024-01-01 is not after \"to\", 2024-01-01"});
  CHECK(errors(R"("from":"2024-01-02")") == Lines{"1:52 extensions[0]: missing key \"to\"",
                                                  "1:52 extensions[0]: missing key \"until\""});
}

TEST_CASE("A designation needs no more codes than it has") {
  const auto errors = [](const std::string& designations) {
    return errors_of_policy(rest(R"("designations":[)" + designations + "]"));
  };
  CHECK(errors(R"({"name":"D","needs":2,"of":["a","b"]})").empty());
  CHECK(errors(R"({"name":"D","needs":3,"of":["a","b"]})") ==
        Lines{"1:74 designations[0].needs: 3 is more than the number of codes, 2"});
  CHECK(errors(R"({"name":"D","needs":0,"of":["a"]})") ==
        Lines{"1:74 designations[0].needs: expected a whole number from 1 to 1,000,000, not 0"});
  CHECK(errors(R"({"name":"","needs":1,"of":["a","a"]},{"name":"E","needs":1,"of":[]},)"
               R"({"name":"E","needs":1,"of":[""]})") ==
        Lines{"1:62 designations[0].name: a designation's name must not be empty",
              "1:85 designations[0].of[1]: \"a\" is listed twice",
              "1:118 designations[1].of: the list of codes must not be empty",
              "1:130 designations[2].name: \"E\" is listed twice",
              "1:150 designations[2].of[0]: a certification's code must not be empty"});
}

// ---- Readings ----------------------------------------------------------------------------------

TEST_CASE("A reading is the policy with one change, a JSON merge patch") {
  const auto reading = [](const std::string& id, const std::string& change) {
    return R"({"id":")" + id + R"(","rule":"C1","says":"s","where":"w","change":)" + change + "}";
  };
  const Policy policy = read(policy_with(
      R"("grace":"P3M","units_valid":"P24M","title":"\"\\\u0001é","notes":["n"],"readings":[)" +
      reading("a", R"({"grace":"P90D"})") + "," + reading("b", R"({"units_valid":null})") + "," +
      reading("c", R"({"certification_types":{"A":{"renew_by":{"units":{"required":50}}}}})") +
      "," + reading("d", R"({"activity_types":{"cw":{"units":20}}})") + "," +
      reading("e", R"({"certification_types":{"B":{"validity":null}},"notes":[]})") + "," +
      reading("f", R"({"activity_types":{"cw":null}})") + "," + reading("g", "{}") +
      R"(],"activity_types":{"cw":{"units":10}},)"
      R"("certification_types":{"A":{"renew_by":{"units":{"required":100,"anchor":"earlier"}}}})"));
  REQUIRE(policy.readings.size() == 7);
  std::string keeping;
  for (const Reading& one : policy.readings) {
    if (one.keeps_meaning) keeping += one.id;
    CHECK(one.policy->readings.empty());
    CHECK(one.policy->name == "p");
    CHECK(one.policy->title == policy.title);
    CHECK_FALSE(one.official);
  }
  CHECK(keeping == "abcg");
  CHECK(policy.readings[0].policy->certification_types[0].grace.first == Duration::days(90));
  CHECK_FALSE(policy.readings[1].policy->units_valid.first);
  const UnitsWay& units = policy.readings[2].policy->certification_types[0].units.value();
  CHECK(units.required.first == Units::whole(50));
  CHECK(units.anchor == Anchor::earlier);
  CHECK(policy.readings[3].policy->activity_types[0].units.first == Units::whole(20));
  CHECK(policy.readings[4].policy->certification_types.size() == 2);
  CHECK(policy.readings[4].policy->notes.empty());
  CHECK(policy.readings[5].policy->activity_types.empty());
}

TEST_CASE("A reading keeps the lists that its change does not name") {
  const std::string start = R"({"rule":"C1","says":"s","where":"w","id":)";
  const std::string text = policy_with(
      R"("certification_types":{"A":{},"B":{}},"activity_types":{"cw":{"units":10}},)"
      R"("certifications":{"B-1":{"type":"B","aliases":["B-2"]}},"notes":["n"],"sources":{},)"
      R"("extensions":[{"from":"2024-02-01","to":"2024-02-01","until":"2024-03-01","types":["B"]}],)"
      R"("designations":[{"name":"D","needs":1,"of":["B-1"]}],"readings":[)" +
      start + R"("a","change":{"grace":"P90D"}},)" + start +
      R"("b","change":{"certification_types":{"A":null}}},)" + start +
      R"("c","change":{"extensions":null,"certifications":{"B-1":{"aliases":null}}}},)" + start +
      R"("d","change":{"designations":[],"sources":{"grace":)"
      R"({"says":"s","where":"w","official":true}}}}])");
  const Policy policy = read(text);
  REQUIRE(policy.readings.size() == 4);
  const auto changed = [&](std::size_t reading) { return *policy.readings[reading].policy; };
  CHECK(changed(0).certifications == policy.certifications);
  CHECK(changed(0).extensions == policy.extensions);
  CHECK(changed(0).activity_types == policy.activity_types);
  CHECK(changed(0).designations.at(0).of == Lines{"B-1"});
  CHECK(changed(0).notes == Lines{"n"});
  // Extensions and certifications name a type by its index. Without A, B is the first type.
  CHECK(policy.extensions.at(0).types.at(0).at == 1);
  CHECK(changed(1).extensions.at(0).types.at(0).at == 0);
  CHECK(changed(1).certifications.at(0).type->at == 0);
  CHECK(changed(2).extensions.empty());
  CHECK(changed(2).certifications.at(0).aliases.empty());
  CHECK(changed(2).certifications.at(0).type->at == 1);
  CHECK(changed(3).designations.empty());
  CHECK(changed(3).sources.at(0).rule == "grace");
  CHECK(changed(3).certifications == policy.certifications);
}

TEST_CASE("A reading has an id of its own and a change that makes a policy") {
  const auto errors = [](const std::string& readings) {
    return errors_of_policy(rest(R"("readings":[)" + readings + "]"));
  };
  CHECK(errors("{}") ==
        Lines{"1:50 readings[0]: missing key \"id\"", "1:50 readings[0]: missing key \"rule\"",
              "1:50 readings[0]: missing key \"says\"", "1:50 readings[0]: missing key \"where\"",
              "1:50 readings[0]: missing key \"change\""});
  const std::string start = R"("rule":"C1","says":"s","where":"w","official":null,"change":)";
  CHECK(errors(R"({"id":"a",)" + start + R"({}},{"id":"a",)" + start + R"(5},{"id":"",)" + start +
               R"({"name":"q","readings":null,"x":{"y":1,"y":2}}})") ==
        Lines{"1:130 readings[1].id: \"a\" is listed twice",
              "1:194 readings[1].change: expected an object, not a number",
              "1:203 readings[2].id: a reading's id must not be empty",
              "1:267 readings[2].change: a change must leave \"name\" as it is",
              "1:278 readings[2].change: a change must leave \"readings\" as it is",
              "1:305 readings[2].change.x: key \"y\" is given twice"});
  CHECK(errors(R"({"id":"a",)" + start +
               R"({"activity_types":{"name":{"units":1},"readings":{"units":1}}}})")
            .empty());
  CHECK(errors(R"({"id":"a",)" + start + R"({"grace":5}},{"id":"b",)" + start +
               R"({"certification_types":null}})") ==
        Lines{"1:120 readings[0].change: with this change the policy is invalid: grace: expected a "
              "duration such as \"P24M\", not a number",
              "1:203 readings[1].change: with this change the policy is invalid: missing key "
              "\"certification_types\""});
}

TEST_CASE("Readings of a long policy are no more than a document is long") {
  std::string text = rest(R"("title":")" + std::string(24 * 1024 * 1024, 'x') +
                          R"(","readings":[{"id":"a","rule":"","says":"","where":"","change":{}},)"
                          R"({"id":"b","rule":"","says":"","where":"","change":{}},)"
                          R"({"id":"c","rule":"","says":"","where":"","change":{}}])");
  const Lines errors = errors_of_policy(text);
  REQUIRE(errors.size() == 1);
  CHECK_THAT(errors[0],
             Catch::Matchers::EndsWith("a policy of this length may have at most 2 readings"));
}

TEST_CASE("The built-in policy has the readings of the rules, in their order") {
  Lines ids;
  for (const Reading& one : builtin_policy().readings) {
    ids.push_back(one.id + " " + one.rule);
    CHECK(one.keeps_meaning);
  }
  CHECK(ids == Lines{"grace-90-days C1", "grace-from-suspension C5", "units-never-stale U6",
                     "units-since-launch U2", "not-on-the-first-day U2", "excess-carried U4"});
  CHECK(builtin_policy().certifications.size() == 11);
  CHECK(builtin_policies().find("atlassian") == Index<Policy>{0});
}
