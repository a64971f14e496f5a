// Ways in words: what is to be done when, in one sentence.

#include "core/plan/wording.hpp"

#include "catch.hpp"
#include "core/plan/plan_words.hpp"
#include "support.hpp"

using namespace certrenew;
using namespace certrenew::testing;

namespace {

constexpr Index<Certification> first{0};
constexpr Index<Certification> second{1};

Step exam(Index<Certification> which, std::string_view on) {
  return {.date = day(on), .exam = which, .units = {}};
}

Step units(int count, std::string_view on) {
  return {.date = day(on), .exam = {}, .units = Units::whole(count)};
}

Step units(int count, std::string_view on, int early, std::string_view from) {
  Step step = units(count, on);
  step.may_be_earlier = EarlyUnits{Units::whole(early), day(from)};
  return step;
}

/// The sentence for these steps, on 2025-10-01.
std::string say(std::vector<Step> steps) {
  LogBuilder log;
  log.earned("ACP-620", "2024-01-10").earned("ACP-420", "2024-06-10");
  Way way;
  way.steps = std::move(steps);
  return words_for_steps(log.answer_as_of("2025-10-01"), way);
}

Lines says(const LogBuilder& log, std::string_view as_of, const PlanOptions& options = {}) {
  Lines lines;
  for (const Way& way : plan_for(log, as_of, options).ways) lines.push_back(way.say);
  return lines;
}

}  // namespace

TEST_CASE("A step of units says how many by when") {
  CHECK(say({units(10, "2025-11-14")}) == "Earn 10 CE units by 2025-11-14.");
  CHECK(say({units(1, "2025-11-14")}) == "Earn 1 CE unit by 2025-11-14.");
  CHECK(say({units(10, "2025-10-01")}) == "Earn 10 CE units on 2025-10-01.");
}

TEST_CASE("What may be earlier stands in brackets, and at the end after a semicolon") {
  CHECK(say({units(30, "2025-11-14", 20, "2025-10-01")}) ==
        "Earn 30 CE units by 2025-11-14; up to 20 of these on any days from 2025-10-01 on.");
  CHECK(say({units(10, "2025-11-14"), units(30, "2026-09-19", 20, "2025-11-15")}) ==
        "Earn 10 CE units by 2025-11-14, then 30 more by 2026-09-19; up to 20 of these on any days "
        "from 2025-11-15 on.");
  CHECK(say({units(30, "2025-11-14", 20, "2025-10-01"), units(10, "2026-09-19")}) ==
        "Earn 30 CE units by 2025-11-14 (up to 20 of these on any days from 2025-10-01 on), then "
        "10 more by 2026-09-19.");
}

TEST_CASE("Exams are passed on their days, one after the other") {
  CHECK(say({exam(first, "2025-11-14")}) == "Pass the exam of ACP-620 on 2025-11-14.");
  CHECK(say({exam(first, "2025-11-14"), exam(second, "2026-09-19")}) ==
        "Pass the exam of ACP-620 on 2025-11-14 and of ACP-420 on 2026-09-19.");
  CHECK(say({exam(first, "2025-11-14"), exam(second, "2026-09-19"), exam(first, "2027-09-01"),
             units(10, "2027-09-02")}) ==
        "Pass the exam of ACP-620 on 2025-11-14, of ACP-420 on 2026-09-19 and of ACP-620 on "
        "2027-09-01, then earn 10 CE units by 2027-09-02.");
}

TEST_CASE("Exams and units follow each other in order of time") {
  CHECK(say({units(10, "2025-11-14"), exam(second, "2026-09-19")}) ==
        "Earn 10 CE units by 2025-11-14, then pass the exam of ACP-420 on 2026-09-19.");
  CHECK(say({exam(first, "2025-11-14"), units(10, "2026-03-01")}) ==
        "Pass the exam of ACP-620 on 2025-11-14, then earn 10 CE units by 2026-03-01.");
  CHECK(say({units(10, "2025-11-14", 5, "2025-10-01"), exam(second, "2026-09-19"),
             units(30, "2027-01-14", 20, "2026-09-20")}) ==
        "Earn 10 CE units by 2025-11-14 (up to 5 of these on any days from 2025-10-01 on), then "
        "pass the exam of ACP-420 on 2026-09-19, then earn 30 more CE units by 2027-01-14; up to "
        "20 of these on any days from 2026-09-20 on.");
}

TEST_CASE("Where what the log plans is enough nothing more is to be done") {
  CHECK(say({}) == "Do what the log plans: nothing more is needed.");
  LogBuilder log;
  log.earned("ACP-620", "2024-01-10").cw("2025-06-01", 9).cw("2025-12-20");
  CHECK(says(log, "2025-12-01") == Lines{"Do what the log plans: nothing more is needed."});
}

TEST_CASE("A plan says each of its ways") {
  LogBuilder log;
  log.earned("ACP-1", "2024-01-01").earned("ACA-2", "2024-07-01").cw("2024-03-01", 7);
  CHECK(says(log, "2025-06-01") ==
        Lines{"Earn 30 CE units by 2025-12-31 (up to 20 of these on any days from 2025-06-01 on), "
              "then 20 more by 2026-06-30; up to 10 of these on any days from 2026-01-01 on.",
              "Earn 50 CE units by 2025-12-31; up to 20 of these on any days from 2025-06-01 on.",
              "Earn 30 CE units by 2025-12-31 (up to 20 of these on any days from 2025-06-01 on), "
              "then pass the exam of ACA-2 on 2026-06-30.",
              "Pass the exam of ACP-1 on 2025-12-31 and of ACA-2 on 2026-06-30."});
}

TEST_CASE("A code of any length stays readable in a sentence") {
  LogBuilder log;
  const std::string code = "ACP-" + std::string(300, '1');
  log.earned(code, "2024-01-10");
  const std::string say = says(log, "2025-06-01").at(1);
  CHECK(say.size() < 200);
  CHECK(say.ends_with(" on 2026-01-09."));
}

TEST_CASE("What only courses renew is told which are missing, by when") {
  LogBuilder log{various_policy()};
  log.earned("CRS-1", "2024-01-10");
  const auto message = [&](std::string_view as_of) {
    return plan_for(log, as_of).left_alone.at(0).message;
  };
  CHECK(message("2025-12-01") == "renewed by courses alone: complete \"a\", \"b\" by 2026-01-09");
  CHECK(message("2026-02-01") == "renewed by courses alone: complete \"a\", \"b\" by 2026-04-09");
}
