// Reading logs of several programmes, and of credentials without one (P1, P2, P4).

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "catch.hpp"
#include "certrenew/read.hpp"
#include "errors_of.hpp"

using namespace certrenew;
using namespace certrenew::testing;

namespace {

/// The built-in programme, and two that share the activity type `talk`, of which one shares
/// `coursework`, too.
const Policies& several() {
  static const Policies policies = [] {
    Policies all = builtin_policies();
    const auto add = [&](const std::string& text) {
      auto read = read_policy(text);
      all.put(std::get<Policy>(std::move(read)));
    };
    add(R"({"name": "guild", "certification_types": {"GLD": {"renew_by": {"units": {"required": 5}}}},
            "activity_types": {"talk": {"units": 2}, "coursework": {"units": 3}, "walk": {}},
            "certifications": {"GLD-1": {"aliases": ["GLD-A", "GLD-B"]}, "X9": {"type": "GLD"}}})");
    add(R"({"name": "club", "certification_types": {"CLB": {}, "GLD": {}},
            "activity_types": {"talk": {"units": 1}}})");
    return all;
  }();
  return policies;
}

/// The errors of a log, or none.
Lines errors_of(const std::string& text) {
  const auto result = read_log(text, several());
  const auto* const errors = std::get_if<Errors>(&result);
  return errors == nullptr ? Lines{} : shown(*errors);
}

Log log_of(const std::string& text) {
  auto result = read_log(text, several());
  if (const auto* const errors = std::get_if<Errors>(&result)) {
    for (const std::string& line : shown(*errors)) UNSCOPED_INFO(line);
  }
  REQUIRE(std::holds_alternative<Log>(result));
  return std::get<Log>(std::move(result));
}

std::string with(const std::string& certifications, const std::string& activities = {}) {
  return R"({"certifications":[)" + certifications + R"(],"activities":[)" + activities + "]}";
}

const std::string acp = R"({"code":"ACP-1","earned":"2024-01-10"})";
const std::string gld = R"({"code":"GLD-1","programme":"guild","earned":"2024-01-10"})";
const std::string clb = R"({"code":"CLB-1","earned":"2024-01-10"})";

std::string done(const std::string& type, const std::string& rest = {}) {
  return R"({"date":"2025-01-01","type":")" + type + '"' + rest + '}';
}

/// `guild 2`, `guild 2, club 1` or `nowhere`: where the first activity counts, and its units.
std::string worth_of(const Log& log) {
  const Work& work = *log.activities.at(0).work();
  const auto words = [](const Worth& one) {
    return several()[one.programme].name + ' ' + to_string(one.units);
  };
  if (!work.worth) return "nowhere";
  std::string all = words(*work.worth);
  for (const Worth& one : work.also) all += ", " + words(one);
  return all;
}

}  // namespace

TEST_CASE("A tracked credential may have any of its dates, in order") {
  for (const std::string dates :
       {"", R"(,"earned":"2025-01-01")", R"(,"expires":"2025-01-01")",
        R"(,"suspends":"2025-01-01")", R"(,"earned":"2025-01-01","expires":"2025-01-02")",
        R"(,"suspends":"2025-01-01","expires":"2025-01-01")"}) {
    CAPTURE(dates);
    const Log log = log_of(with(R"({"code":"CKA","programme":"none")" + dates + "}"));
    CHECK_FALSE(log.certifications[0].programme);
  }
  CHECK(errors_of(with(
            R"({"code":"CKA","programme":"none","earned":"2025-01-01","expires":"2025-01-01"})")) ==
        Lines{"1:85 certifications[0].expires: 2025-01-01 is not after the day it was earned, "
              "2025-01-01"});
}

TEST_CASE("A certification belongs to the programme that it names, or the only one with its type") {
  CHECK(log_of(with(acp)).certifications[0].programme == several().find("atlassian"));
  CHECK(log_of(with(gld)).certifications[0].programme == several().find("guild"));
  CHECK(log_of(with(clb)).certifications[0].programme == several().find("club"));
  CHECK(log_of(with(R"({"code":"X9","earned":"2024-01-10"})")).certifications[0].programme ==
        several().find("guild"));
  CHECK(errors_of(with(R"({"code":"GLD-7","earned":"2024-01-10"})")) ==
        Lines{"1:28 certifications[0].code: its type belongs to the programmes \"guild\" and "
              "\"club\"; say which one with \"programme\""});
  CHECK(errors_of(with(R"({"code":"ACP-1","programme":"gild","earned":"2024-01-10"})")) ==
        Lines{"1:48 certifications[0].programme: no programme \"gild\" is in force; did you mean "
              "\"guild\"? (known: atlassian, guild, club, aws, cisco, cncf, comptia, ec-council, "
              "giac, google-cloud, hashicorp, hrci, isc2, microsoft, red-hat, shrm); to track it "
              "without rules, write \"programme\": \"none\""});
  CHECK(errors_of(with(R"({"code":"ACP-1","programme":"guild","earned":"2024-01-10"})")) ==
        Lines{"1:28 certifications[0].code: the programme \"guild\" has no certification type "
              "\"ACP\"; to track it without rules, write \"programme\": \"none\""});
  CHECK(errors_of(with(R"({"code":"CLB-1","programme":5,"earned":"2024-01-10"})")) ==
        Lines{"1:48 certifications[0].programme: expected a string, not a number"});
}

TEST_CASE("What never suspends cannot be given by its suspension") {
  CHECK(errors_of(with(R"({"code":"CLB-1","suspends":"2024-01-10"})")) ==
        Lines{"1:47 certifications[0].suspends: \"CLB\" certifications never suspend"});
}

TEST_CASE("An alias is the same code") {
  CHECK(errors_of(with(gld + R"(,{"code":"GLD-B","programme":"guild","earned":"2024-01-10"})")) ==
        Lines{"1:87 certifications[1].code: \"GLD-B\" is the same certification as \"GLD-1\""});
  const std::string exam = R"({"date":"2025-01-01","type":"exam","certification":"GLD-A"})";
  CHECK(log_of(with(acp + ',' + gld, exam)).activities[0].exam()->certification ==
        Index<Certification>{1});
}

TEST_CASE("An activity belongs to what it names, or to the only programme of the log") {
  CHECK(worth_of(log_of(with(gld, done("talk")))) == "guild 2");
  CHECK(worth_of(log_of(with(clb, done("talk")))) == "club 1");
  CHECK(worth_of(log_of(with(acp, done("talk")))) == "nowhere");
  CHECK(worth_of(log_of(with(acp, done("coursework")))) == "atlassian 10");
  CHECK(worth_of(log_of(with(gld, done("coursework")))) == "guild 3");
  CHECK(worth_of(log_of(with(acp + ',' + gld, done("coursework", R"(,"programme":"guild")")))) ==
        "guild 3");
  CHECK(worth_of(log_of(with(acp, done("talk", R"(,"programme":["guild","club"],"units":7)")))) ==
        "guild 7, club 7");
  const std::string both = with(acp + ',' + gld, done("coursework"));
  CHECK(errors_of(both) ==
        Lines{"1:" + std::to_string(both.find("\"coursework\"") + 1) +
              " activities[0].type: \"coursework\" belongs to the programmes \"atlassian\" and "
              "\"guild\"; say which with \"programme\": a name, or a list"});
}

TEST_CASE("A programme that an activity names wrongly is reported") {
  const auto errors = [](const std::string& type, const std::string& programme) {
    return errors_of(R"({"certifications":[],"activities":[{"date":"2025-01-01","type":")" + type +
                     R"(","programme":)" + programme + "}]}");
  };
  CHECK(errors("talk", R"("gild")") ==
        Lines{"1:83 activities[0].programme: no programme \"gild\" is in force; did you mean "
              "\"guild\"? (known: atlassian, guild, club, aws, cisco, cncf, comptia, ec-council, "
              "giac, google-cloud, hashicorp, hrci, isc2, microsoft, red-hat, shrm)"});
  CHECK(errors("talk", R"(["guild","none"])") ==
        Lines{"1:92 activities[0].programme[1]: no programme \"none\" is in force (known: "
              "atlassian, guild, club, aws, cisco, cncf, comptia, ec-council, giac, google-cloud, "
              "hashicorp, hrci, isc2, microsoft, red-hat, shrm)"});
  CHECK(errors("talk", R"(["guild","guild"])") ==
        Lines{"1:92 activities[0].programme[1]: \"guild\" is listed twice"});
  CHECK(errors("talk", "[]") ==
        Lines{"1:83 activities[0].programme: the list of programmes must not be empty"});
  CHECK(errors("talk", "[7]") ==
        Lines{"1:84 activities[0].programme[0]: expected the name of a programme, not a number"});
  CHECK(errors("walk", R"(["club"])") ==
        Lines{"1:64 activities[0].type: the programme \"club\" has no activity type \"walk\"; did "
              "you mean \"talk\"? (known: talk)"});
  CHECK(errors("walk", R"("guild")") == Lines{"1:36 activities[0]: the policy \"guild\" does not "
                                              "say how many units \"walk\" earns; give "
                                              "\"units\""});
}

TEST_CASE("An exam names no programme, and a rejected activity says so") {
  const Log log = log_of(with(gld, done("talk", R"(,"rejected":true,"evidence":"slides.pdf")")));
  CHECK(log.activities[0].rejected);
  CHECK(errors_of(with(gld, R"({"date":"2025-01-01","type":"exam","certification":"GLD-1",)"
                            R"("programme":"guild"})"))
            .at(0)
            .ends_with("programme: an exam belongs to the programme of its certification"));
}

// ---- Built-in policies for logs that name them --------------------------------------------------

TEST_CASE("A log may name a built-in programme anywhere") {
  const std::string security = R"({"code":"SY0-701","programme":"comptia","earned":"2024-01-10"})";
  const std::string activities = done("training", R"(,"units":20)") + "," + done("coursework");
  const std::string first = R"({"activities":[)" + activities + R"(],"certifications":[)";
  for (const std::string& text :
       {with(acp + "," + security, activities), first + acp + "," + security + "]}"}) {
    CAPTURE(text);
    const Log log = log_of(text);
    const auto comptia = several().find("comptia");
    CHECK(log.certifications[1].programme == comptia);
    REQUIRE(log.activities[0].work() != nullptr);
    CHECK(log.activities[0].work()->worth.value().programme == comptia);
    CHECK(log.activities[0].work()->type == "training");
    CHECK(several()[*comptia].title == "CompTIA certifications");
  }
}

TEST_CASE("A built-in programme that the log does not name is not in force") {
  CHECK(errors_of(with(R"({"code":"SY0-701","earned":"2024-01-10"})")).size() == 1);
  CHECK(errors_of(with(acp, done("training", R"(,"units":20)"))).size() == 1);
  CHECK(errors_of(with(acp, done("training", R"(,"units":20,"programme":"comptia")"))).empty());
}

TEST_CASE("A type of several programmes that the log names is ambiguous, wherever they are named") {
  const std::string two =
      R"({"code":"SY0-701","programme":"comptia","earned":"2024-01-10"},)"
      R"({"code":"CCNA","programme":"cisco","type":"CCNA","earned":"2024-01-10"})";
  const std::string both = done("training", R"(,"units":2)");
  CHECK(errors_of(with(two, both)).size() == 1);
  CHECK(errors_of(R"({"activities":[)" + both + R"(],"certifications":[)" + two + "]}").size() ==
        1);
}

TEST_CASE("A given policy replaces the built-in one of its programme") {
  Policies policies = builtin_policies();
  auto own = read_policy(R"({"name":"comptia","certification_types":{"OWN":{}}})");
  policies.put(std::get<Policy>(std::move(own)));
  CHECK(policies.size() == builtin_policies().size());
  const auto read =
      read_log(R"({"certifications":[{"code":"OWN-1","earned":"2024-01-10"}]})", policies);
  REQUIRE(std::holds_alternative<Log>(read));
  CHECK(std::get<Log>(read).certifications[0].programme == policies.find("comptia"));
}
