// Answers as a program sees them: what each credential says, and errors in place of an answer.

#include "certrenew/answer.hpp"

#include "catch.hpp"
#include "support.hpp"

using namespace certrenew;
using namespace certrenew::testing;

namespace {

/// `activities[9].date: …`: path and message of each error.
Lines errors_of(const LogBuilder& log, std::string_view as_of) {
  const auto answered = answer_log(copy(log.log()), log.policies(), day(as_of));
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
  const Date before = *log.answer_as_of("2025-11-13").credentials()[1].suspends();
  log.cw("2025-11-14", 10);
  CHECK(log.answer_as_of("2025-12-01").credentials()[1].suspends().value() - before == 303);
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
              "certifications[1].suspends: 3 months after 9999-11-01 lies outside 0001-01-01 to "
              "9999-12-31"});
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

TEST_CASE("A tracked credential has the dates of the log, and no rules") {
  LogBuilder log;
  log.tracked("CKA", "2025-05-02", {}, "2027-05-02").tracked("CISM", {}, "2026-01-01");
  log.tracked("ACH-1").tracked("CKS", "2025-05-02", "2026-01-01", "2026-04-01");
  const auto status = [&](std::size_t which, std::string_view on) {
    return std::string{name_of(log.answer_as_of(on).credentials()[which].status())};
  };
  CHECK(status(0, "2025-05-01") == "upcoming");
  CHECK(status(0, "2025-05-02") == "active");
  CHECK(status(0, "2027-05-01") == "active");
  CHECK(status(0, "2027-05-02") == "expired");
  CHECK(status(1, "2025-12-31") == "active");
  CHECK(status(1, "2026-01-01") == "suspended");
  CHECK(status(1, "9999-12-31") == "suspended");
  CHECK(status(2, "0001-01-01") == "active");
  CHECK(status(2, "9999-12-31") == "active");
  CHECK(status(3, "2026-03-31") == "suspended");
  CHECK(status(3, "2026-04-01") == "expired");
  const Answer answer = log.answer_as_of("2025-06-01");
  const CredentialAnswer one = answer.credentials()[0];
  CHECK(one.is_tracked());
  CHECK(one.programme() == "none");
  CHECK(one.type() == nullptr);
  CHECK(one.what_renews_it(day("2027-05-01")) == "nothing renews it");
  CHECK(one.policy() == nullptr);
  CHECK(one.cycles().empty());
  CHECK(one.renewals().empty());
  CHECK_FALSE(one.units());
  CHECK_FALSE(one.exam_window());
  CHECK_FALSE(one.suspends());
  CHECK(one.expires() == day("2027-05-02"));
  CHECK_FALSE(one.last_active_day());
  CHECK(one.last_day() == day("2027-05-01"));
  CHECK(answer.programmes().empty());
}

TEST_CASE("The exam window is open from its first day to the expiration or the retirement") {
  const auto window = [](std::optional<std::string_view> retired, std::string_view as_of) {
    const Policy policy = with(various_policy(), [&](Policy& changed) {
      changed.certifications.push_back(
          {.code = "EXM-1", .name = {}, .aliases = {}, .type = {}, .retired = {}});
      if (retired) changed.certifications.back().retired = day(*retired);
    });
    LogBuilder log{policy};
    log.earned("EXM-1", "2024-01-10");
    const Answer answer = log.answer_as_of(as_of);
    const auto found = answer.credentials()[0].exam_window();
    return found ? to_string(found->opens) + ' ' + date_or_never(found->closes) : "none";
  };
  CHECK(window({}, "2024-02-01") == "2025-10-10 2026-04-10");
  CHECK(window({}, "2026-04-09") == "2025-10-10 2026-04-10");
  CHECK(window({}, "2026-04-10") == "none");
  CHECK(window("2026-01-01", "2024-02-01") == "2025-10-10 2026-01-01");
  CHECK(window("2026-01-01", "2025-12-31") == "2025-10-10 2026-01-01");
  CHECK(window("2026-01-01", "2026-01-01") == "none");
  CHECK(window("2025-10-11", "2024-02-01") == "2025-10-10 2025-10-11");
  CHECK(window("2025-10-10", "2024-02-01") == "none");
  CHECK(window("2026-05-01", "2024-02-01") == "2025-10-10 2026-04-10");
}

TEST_CASE("Units that are carried over are a part of those that count") {
  const Policy policy = with_type(various_policy(), "UNI", [](CertificationType& type) {
    type.carry_over = CarryOver{Units::whole(15), {}, {}};
  });
  LogBuilder log{policy};
  log.earned("UNI-1", "2024-01-10").cw("2024-03-01", 5).cw("2024-03-02");
  const Answer answer = log.answer_as_of("2024-04-01");
  const UnitsProgress units = answer.credentials()[0].units().value();
  CHECK(units.carried == Units::whole(15));
  CHECK(units.counted == Units::whole(25));
  CHECK(units.required == Units::whole(30));
  CHECK(units.needed() == Units::whole(5));
}

TEST_CASE("A reading under which dates or renewals differ is a doubt") {
  const Policy shorter = with_type(
      various_policy(), "UNI", [](CertificationType& type) { type.grace = Duration::days(89); });
  LogBuilder log{with_reading(various_policy(), "grace-89-days", shorter)};
  log.earned("UNI-1", "2024-01-10");
  CHECK(doubts(log.answer_as_of("2026-04-08")).empty());  // its expiration alone differs
  CHECK(doubts(log.answer_as_of("2026-04-09")) ==
        Lines{"UNI-1 grace-89-days: expired 2026-01-10 2026-04-09"});
  CHECK(doubts(log.answer_as_of("2026-04-10")).empty());
  log.cw("2026-04-09", 3);
  CHECK(doubts(log.answer_as_of("2026-04-20")) ==
        Lines{"UNI-1 grace-89-days: expired 2026-01-10 2026-04-09"});
  CHECK(log.answer_as_of("2026-04-20", Doubts::none).doubts().empty());
}

TEST_CASE("Doubts are given for what the answer shows, by credential and then by reading") {
  const Policy stale = with(various_policy(), [](Policy& changed) { changed.units_valid = {}; });
  const Policy late =
      with(various_policy(), [](Policy& changed) { changed.units_from = day("2025-06-01"); });
  LogBuilder log{with_reading(with_reading(various_policy(), "never-stale", stale), "late", late)};
  log.earned("UNI-1", "2024-01-10").earned("UNI-2", "2024-01-10").cw("2024-06-01", 2);
  log.cw("2025-06-01");
  Answer answer = log.answer_as_of("2025-07-01");
  CHECK(doubts(answer) ==
        Lines{"UNI-1 never-stale: active 2027-06-01 2027-09-01, units 2025-06-01",
              "UNI-2 never-stale: active 2027-06-01 2027-09-01, units 2025-06-01"});
  const std::string only[] = {"UNI-2"};
  answer.show_only(only);
  CHECK(doubts(answer) ==
        Lines{"UNI-2 never-stale: active 2027-06-01 2027-09-01, units 2025-06-01"});
}

TEST_CASE("A reading under which a date leaves the calendar is passed over") {
  const Policy longer = with_type(various_policy(), "UNI", [](CertificationType& type) {
    type.validity = std::optional{Duration::months(48)};
  });
  LogBuilder log{with_reading(various_policy(), "longer", longer)};
  log.earned("UNI-1", "9997-01-01");
  CHECK(doubts(log.answer_as_of("9997-02-01")).empty());
  CHECK(log.answer_as_of("9997-02-01").credentials()[0].last_day() == day("9999-03-31"));
}

TEST_CASE("Under a reading that gives texts another meaning the log is read again") {
  const Policy policy = std::get<Policy>(read_policy(R"({
    "name": "test", "validity": "P24M", "grace": "P3M",
    "certification_types": {"UNI": {"renew_by": {"units": {"required": 30}}}},
    "activity_types": {"coursework": {"units": 10}, "event": {"units": 10}},
    "readings": [
      {"id": "twenty", "rule": "U5", "says": "a course is worth 20 units", "where": "a source",
       "official": false, "change": {"activity_types": {"coursework": {"units": 20}}}},
      {"id": "no-events", "rule": "U5", "says": "events do not count", "where": "a source",
       "official": false, "change": {"activity_types": {"event": null}}}]})"));
  LogBuilder log{policy};
  log.earned("UNI-1", "2024-01-10").cw("2024-06-01", 2);
  const std::string twenty = "UNI-1 twenty: active 2026-06-01 2026-09-01, units 2024-06-01";
  CHECK(doubts(log.answer_as_of("2024-07-01")) == Lines{twenty});
  log.done("event", "2024-06-02");  // under `no-events` this would be an error
  CHECK(doubts(log.answer_as_of("2024-07-01")) == Lines{twenty});
  LogBuilder stated{policy};
  stated.earned("UNI-1", "2024-01-10").done("coursework", "2024-06-01", 2, 1000);
  CHECK(doubts(stated.answer_as_of("2024-07-01")).empty());
}

TEST_CASE("Last days are the earliest over all readings that are still to come") {
  const Policy shorter = with_type(various_policy(), "UNI", [](CertificationType& type) {
    type.validity = std::optional{Duration::months(23)};
  });
  LogBuilder log{with_reading(various_policy(), "shorter", shorter)};
  log.earned("UNI-1", "2024-01-10");
  const auto last_days = [&](std::string_view as_of) {
    const Answer answer = log.answer_as_of(as_of);
    const CredentialAnswer one = answer.credentials()[0];
    return date_or_never(one.last_active_day()) + ' ' + date_or_never(one.last_day());
  };
  CHECK(last_days("2025-12-09") == "2025-12-09 2026-03-09");
  CHECK(last_days("2025-12-10") == "2026-01-09 2026-03-09");
  CHECK(last_days("2026-01-09") == "2026-01-09 2026-03-09");
  CHECK(last_days("2026-01-10") == "never 2026-03-09");
  CHECK(last_days("2026-03-10") == "never 2026-04-09");
  CHECK(last_days("2026-04-10") == "never never");
}

TEST_CASE("Units needed are the most over the readings under which it has not expired") {
  const Policy more = with_type(various_policy(), "UNI", [](CertificationType& type) {
    type.units->required = Units::whole(60);
    type.validity = std::optional{Duration::months(23)};
  });
  const Policy stale = with(various_policy(), [](Policy& changed) {
    changed.units_valid = std::optional{Duration::months(3)};
  });
  LogBuilder log{with_reading(with_reading(various_policy(), "more", more), "stale", stale)};
  log.earned("UNI-1", "2024-01-10").cw("2025-11-01", 2);
  const auto needed = [&](std::string_view as_of, std::string_view on) {
    const Answer answer = log.answer_as_of(as_of);
    return to_string(answer.credentials()[0].needed_on(day(on)).value());
  };
  CHECK(needed("2025-12-01", "2025-12-01") == "40");
  CHECK(needed("2026-03-09", "2026-03-09") == "40");
  CHECK(needed("2026-03-10", "2026-03-10") == "30");
}

TEST_CASE("A designation is held until fewer than it needs are active") {
  const auto held = [](std::uint32_t needs, std::string_view as_of) {
    const Policy policy = with(various_policy(), [&](Policy& changed) {
      changed.designations.push_back(
          {.name = "Expert", .needs = needs, .of = {"UNI-1", "UNI-2", "UNI-3", "EXM-1"}});
      changed.designations.push_back({.name = "Other", .needs = 1, .of = {"EXM-9"}});
    });
    LogBuilder log{policy};
    log.suspends("UNI-2", "2027-01-01").suspends("UNI-1", "2026-01-01");
    log.suspends("UNI-3", "2026-06-01").suspends("UNI-4", "2030-01-01");
    const Lines lines = designations(log.answer_as_of(as_of));
    REQUIRE(lines.size() == 1);
    return lines.front();
  };
  CHECK(held(3, "2025-12-31") == "Expert: held until 2026-01-01, 3 active, lacks EXM-1");
  CHECK(held(3, "2026-01-01") == "Expert: not held, 2 active, lacks UNI-1 EXM-1");
  CHECK(held(2, "2025-12-31") == "Expert: held until 2026-06-01, 3 active, lacks EXM-1");
  CHECK(held(1, "2026-06-01") ==
        "Expert: held until 2027-01-01, 1 active, lacks UNI-1 UNI-3 EXM-1");
  CHECK(held(4, "2025-12-31") == "Expert: not held, 3 active, lacks EXM-1");
}

TEST_CASE("A designation of certifications that never suspend is held for ever") {
  const Policy policy = with(various_policy(), [](Policy& changed) {
    changed.designations.push_back({.name = "Expert", .needs = 1, .of = {"NVR-1", "UNI-1"}});
  });
  LogBuilder log{policy};
  log.earned("NVR-1", "2024-01-10").earned("UNI-1", "2024-01-10");
  CHECK(designations(log.answer_as_of("2025-01-01")) ==
        Lines{"Expert: held until never, 2 active"});
}

TEST_CASE(
    "Nothing renews what is tracked, not even when it has expired, and nothing holds it back") {
  LogBuilder log;
  log.tracked("CKA", "2024-01-10", std::nullopt, "2025-01-10");
  const Answer answer = log.answer_as_of("2025-06-01");
  const CredentialAnswer one = answer.credentials()[0];
  CHECK(one.status() == Status::expired);
  CHECK(one.what_helps_when_expired() == "nothing renews it any more");
  CHECK(one.what_renews_it(day("2025-07-01")) == "nothing renews it");
  CHECK_FALSE(one.held_back_by());
}

TEST_CASE("A date out of range that was supposed is an error of its activity") {
  LogBuilder log;
  log.earned("ACP-620", "9996-01-10").exam("ACP-620", "9997-12-10");
  Log supposed = copy(log.log());
  supposed.activities[0].what_if = true;
  supposed.activities[0].date = day("9998-01-02");
  const auto result = answer_log(std::move(supposed), log.policies(), Date::last());
  REQUIRE(std::holds_alternative<Errors>(result));
  const Errors& errors = std::get<Errors>(result);
  REQUIRE(errors.listed.size() == 1);
  CHECK(errors.listed[0].path == "activities[0].date");
  CHECK(errors.listed[0].message ==
        "24 months after 9998-01-02 lies outside 0001-01-01 to 9999-12-31");
}

TEST_CASE("From the day of its retirement no exam earns an expired certification anew") {
  const Policy retiring = with(builtin_policy(), [](Policy& policy) {
    policy.certifications[policy.find_certification("ACP-620").value().at].retired =
        day("2025-06-01");
  });
  LogBuilder log{retiring};
  log.earned("ACP-620", "2022-01-10");
  CHECK(log.answer_as_of("2025-05-31").credentials()[0].what_helps_when_expired() ==
        "pass the exam to earn it anew");
  CHECK(log.answer_as_of("2025-06-01").credentials()[0].what_helps_when_expired() ==
        "nothing renews it any more");
}

TEST_CASE("An exam of what is tracked is failed, or not required, from its day on") {
  LogBuilder log;
  log.tracked("CKA", "2024-01-10").exam("CKA", "2025-01-01").exam("CKA", "2025-01-02", false);
  CHECK(outcomes(log.as_of("2024-12-31")) == "planned*2");
  CHECK(outcomes(log.as_of("2025-01-02")) == "not-required failed");
}
