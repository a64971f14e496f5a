// What a log may hold, so that an answer to it ends, and in bounded memory.

#include <algorithm>
#include <optional>
#include <string>
#include <variant>

#include "catch.hpp"
#include "certrenew/plan.hpp"
#include "certrenew/reader.hpp"
#include "certrenew/renewal.hpp"
#include "support.hpp"

using namespace certrenew;

namespace {

/// `held` certifications, earned on one day after the other, and `done` pieces of coursework.
std::string log_of(std::size_t held, std::size_t done) {
  std::string text = R"({"certifications": [)";
  for (std::size_t i = 0; i < held; ++i) {
    const std::string day = std::to_string(10 + i % 19);
    text += (i == 0 ? "" : ",") + std::string{R"({"code": "ACP-)"} + std::to_string(i) +
            R"(", "earned": "2024-)" + std::to_string(10 + i / 19 % 3) + '-' + day + R"("})";
  }
  text += R"(], "activities": [)";
  for (std::size_t i = 0; i < done; ++i) {
    text += (i == 0 ? "" : ",") + std::string{R"({"date": "2020-01-01", "type": "coursework"})"};
  }
  return text + "]}";
}

}  // namespace

TEST_CASE("A log has at most 5,000,000 outcomes, however small it is") {
  const Policy& policy = builtin_policy();
  const std::size_t types = policy.activity_types.size();
  CHECK(std::holds_alternative<Log>(read_log(log_of(1000, 5000 - types), policy)));
  const auto refused = read_log(log_of(1000, 5001 - types), policy);
  REQUIRE(std::holds_alternative<Faults>(refused));
  const Diagnostic& fault = std::get<Faults>(refused).first.front();
  CHECK((fault.line == 1 && fault.column == 1));
  CHECK(fault.message ==
        "too large: 1000 certifications, each with 5001 activities, activity types and courses; at "
        "most 5000000 of all these are answered at once");
}

TEST_CASE("A plan compares as many ways as can be looked at, and says that there are more") {
  const Policy& policy = builtin_policy();
  const Date as_of = testing::day("2026-01-01");
  const auto plan_for = [&](std::size_t held, std::size_t done, std::optional<Date> finish = {}) {
    const Log log = std::get<Log>(read_log(log_of(held, done), policy));
    return make_plan(log, policy, calculate(log, policy, as_of), finish);
  };
  const auto is_cut = [](const Plan& plan) {
    const std::string told = "further ways: left out, there are too many to compare";
    return std::count(plan.left_out.begin(), plan.left_out.end(), told) == 1;
  };
  CHECK_FALSE(is_cut(plan_for(20, 1)));
  // One by units, and one for each that may pass its exam: 64, and 65.
  CHECK_FALSE(is_cut(plan_for(63, 1, as_of)));
  CHECK(is_cut(plan_for(64, 1, as_of)));
  const Plan large = plan_for(200, 1);
  CHECK(is_cut(large));
  CHECK(large.ways.size() <= 64);
  const Plan largest = plan_for(1000, 990);
  CHECK(is_cut(largest));
  CHECK(largest.ways.size() <= 2);
}

TEST_CASE("That there are more ways is told, whatever was told before") {
  const Policy& policy = builtin_policy();
  const Log log = std::get<Log>(read_log(log_of(200, 1), policy));
  const Date as_of = testing::day("2025-12-01");
  const auto left_out = make_plan(log, policy, calculate(log, policy, as_of), as_of).left_out;
  REQUIRE(left_out.size() > 1);
  CHECK(left_out[0].ends_with("the units would come before the exam of ACP-0"));
  CHECK(left_out.back() == "further ways: left out, there are too many to compare");
}

TEST_CASE("A plan looks back over 200 days on which something is planned, and no further") {
  testing::LogBuilder log;
  log.earned("ACP-620", "2024-01-10");
  Date day = testing::day("2024-03-01");
  for (int i = 0; i < 205; ++i) {
    log.done("coursework", to_string(day), 1, 0);
    day = *day_after(day);
  }
  const Plan plan = make_plan(log.log(), log.policy(), log.as_of("2024-02-01"));
  REQUIRE_FALSE(plan.ways.empty());
  CHECK(plan.ways[0].units_from == testing::day("2024-03-07"));
}

TEST_CASE("Of very many unknown names only the first are compared with very many known ones") {
  const std::string exam = R"(, {"date": "2025-01-01", "type": "exam", "certification": "ACP-x"})";
  std::string text = log_of(500, 1);
  for (int i = 0; i < 201; ++i) text.insert(text.size() - 2, exam);
  const auto refused = read_log(text, builtin_policy());
  REQUIRE(std::holds_alternative<Faults>(refused));
  const auto& first = std::get<Faults>(refused).first;
  REQUIRE(first.size() == 201);
  const std::string unknown = R"(the log lists no certification "ACP-x")";
  CHECK(first[199].message == unknown + R"(; did you mean "ACP-0"?)");
  CHECK(first[200].message == unknown);
  LogReader reader{builtin_policy()};
  CHECK(reader.read(text) == nullptr);
  std::string one = log_of(1, 1);
  one.insert(one.size() - 2, exam);
  CHECK(reader.read(one) == nullptr);
  CHECK(reader.faults().first.at(0).message == unknown + R"(; did you mean "ACP-0"?)");
}

TEST_CASE("All faults are counted, the first 10,000 told") {
  std::string text = R"({"certifications": [)";
  for (int i = 0; i < 4000; ++i) text += R"({"x": 1, "code": ""},)";
  text.back() = ']';
  const auto refused = read_log(text + '}', builtin_policy());
  REQUIRE(std::holds_alternative<Faults>(refused));
  const auto& faults = std::get<Faults>(refused);
  // Of each: an unknown key, an empty code, no date; and of all but one a code listed twice.
  CHECK(faults.first.size() == 10'000);
  CHECK(faults.more == 5'999);
  CHECK(faults.first.back().path == "certifications[2500]");
}
