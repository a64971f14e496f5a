// Answers as a program sees them: what each credential says, and errors in place of an answer.

#include "certrenew/answer.hpp"

#include "catch.hpp"
#include "support.hpp"

using namespace certrenew;
using namespace certrenew::testing;

namespace {

/// `activities[9].date: …`: path and message of each error.
Lines errors_of(const LogBuilder& log, std::string_view as_of) {
  const auto answered = answer_log(copy(log.log()), log.policy(), day(as_of));
  Lines lines;
  for (const Error& one : std::get<Errors>(answered).listed) {
    CHECK(one.position == Position{0, 0});  // the log has no text
    lines.push_back(one.path + ": " + one.message);
  }
  return lines;
}

}  // namespace

TEST_CASE("A credential says what it still needs") {
  LogBuilder log;
  log.suspends("ACP-620", "2026-01-01", "2026-04-01").cw("2025-06-01", 9);
  const Answer answer = log.answer_as_of("2026-02-01");
  REQUIRE(answer.credentials().size() == 1);
  const CredentialAnswer one = answer.credentials()[0];
  CHECK(one.code() == "ACP-620");
  CHECK(one.status() == Status::suspended);
  CHECK(one.units().value().counted == Units::whole(90));
  CHECK(one.units().value().needed() == Units::whole(10));
  CHECK(one.days_to_suspension() == -31);
  CHECK(one.days_to_expiration() == 59);
  CHECK_FALSE(one.courses());
}

TEST_CASE("A credential lists its missing and its completed courses in the policy's order") {
  LogBuilder log{various_policy()};
  log.earned("CRS-1", "2024-01-10").course("b", "2024-02-01");
  const Answer answer = log.answer_as_of("2024-03-01");
  const auto courses = answer.credentials()[0].courses().value();
  CHECK(courses.completed == std::vector<std::string_view>{"b"});
  CHECK(courses.missing == std::vector<std::string_view>{"a"});
  CHECK_FALSE(answer.credentials()[0].units());
}

TEST_CASE("An expired credential has no progress and no exam window, but its renewals") {
  LogBuilder log;
  log.earned("ACP-620", "2020-01-10").cw("2020-06-01", 10);
  const Answer answer = log.answer_as_of("2023-01-01");
  const CredentialAnswer one = answer.credentials()[0];
  CHECK(one.expired());
  CHECK_FALSE(one.units());
  CHECK_FALSE(one.exam_window());
  REQUIRE(one.renewals().size() == 1);
  CHECK(one.renewals()[0].start == day("2020-06-01"));
  CHECK(one.what_helps_when_expired() == "pass the exam to earn it anew");
}

TEST_CASE("A renewal on the youngest certification gains the days since its start") {
  LogBuilder log;
  log.earned("ACP-620", "2023-11-15").earned("ACP-520", "2025-01-15");
  const Date before = log.answer_as_of("2025-11-13").credentials()[1].suspends();
  log.cw("2025-11-14", 10);
  CHECK(log.answer_as_of("2025-12-01").credentials()[1].suspends() - before == 303);
}

TEST_CASE("Activities come by day, exams first, then the larger units, then the log's order") {
  LogBuilder log;
  log.earned("ACP-620", "2024-01-10").cw("2025-06-01").done("presenting", "2025-06-01", 1, 2000);
  log.exam("ACP-620", "2025-06-01").cw("2025-05-01").cw("2025-05-01");
  const Answer answer = log.answer_as_of("2025-07-01");
  Lines order;
  for (const ActivityAnswer one : answer.credentials()[0].activities()) {
    order.push_back(std::to_string(one.index().at) + ' ' + std::string{one.type_name()});
  }
  CHECK(order == Lines{"3 coursework", "4 coursework", "2 exam", "1 presenting", "0 coursework"});
}

TEST_CASE("An activity knows the cycle and the renewal that it is part of") {
  LogBuilder log;
  log.earned("ACP-620", "2024-01-10").cw("2024-06-01", 10).cw("2024-07-01");
  const Answer answer = log.answer_as_of("2024-08-01");
  const CredentialAnswer one = answer.credentials()[0];
  CHECK(one.activity({0}).renewal() == day("2024-06-01"));
  CHECK(one.activity({0}).cycle() == 0U);
  CHECK(one.activity({10}).cycle() == 1U);
  CHECK_FALSE(one.activity({10}).renewal());
  CHECK(one.activity({10}).units() == Units::whole(10));
}

TEST_CASE("An answer shows only the certifications that were asked for") {
  LogBuilder log;
  log.earned("ACP-620", "2024-01-10").earned("ACP-120", "2024-01-10");
  Answer answer = log.answer_as_of("2025-01-01");
  const std::string only[] = {"ACP-120", "ACP-999"};
  answer.show_only(only);
  REQUIRE(answer.credentials().size() == 1);
  CHECK(answer.credentials()[0].code() == "ACP-120");
  CHECK(answer.all_credentials().size() == 2);
  CHECK_FALSE(answer.shows({0}));
  CHECK(answer.shows({1}));
}

TEST_CASE("What an answer hands out stays valid when the answer is moved") {
  LogBuilder log;
  log.earned("ACP-620", "2024-01-10");
  Answer first = log.answer_as_of("2025-01-01");
  const CredentialAnswer one = first.credentials()[0];
  const Answer second = std::move(first);
  CHECK(one.code() == "ACP-620");
  CHECK(one.suspends() == day("2026-01-10"));
}

TEST_CASE("A date that leaves the calendar is an error at the date it was computed from") {
  LogBuilder log;
  log.earned("ACP-1", "9999-01-01").suspends("ACP-2", "9999-11-01").cw("2020-01-01");
  CHECK(errors_of(log, "2025-01-01") ==
        Lines{"certifications[0].earned: 24 months after 9999-01-01 lies outside 0001-01-01 to "
              "9999-12-31",
              "certifications[1].suspends: 3 months after 9999-11-01, or a date computed from it, "
              "lies outside 0001-01-01 to 9999-12-31"});
  LogBuilder renewed;
  renewed.earned("ACP-1", "9997-01-01").cw("9998-01-01", 10);
  CHECK(errors_of(renewed, "9998-01-01") ==
        Lines{"activities[9].date: 24 months after 9998-01-01 lies outside 0001-01-01 to "
              "9999-12-31"});
}

TEST_CASE("An error says that the date was added to one computed from the log's") {
  LogBuilder log;
  log.earned("ACP-1", "9997-10-01");
  CHECK(errors_of(log, "2025-01-01") ==
        Lines{"certifications[0].earned: 3 months after 9997-10-01, or a date computed from it, "
              "lies outside 0001-01-01 to 9999-12-31"});
}
