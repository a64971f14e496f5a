// Notices: which facts are told, about what, and in which order.

#include "catch.hpp"
#include "support.hpp"

using namespace certrenew;
using namespace certrenew::testing;

namespace {

/// `planned 3; not-entered 1 c0`: code, activity, credential of each.
std::string told(const LogBuilder& log, std::string_view as_of) {
  std::string all;
  for (const Notice& notice : log.notices_as_of(as_of)) {
    if (!all.empty()) all += "; ";
    all += name_of(notice.code);
    if (notice.activity) all += ' ' + std::to_string(*notice.activity);
    if (notice.credential) all += " c" + std::to_string(*notice.credential);
  }
  return all;
}

LogBuilder holding() {
  LogBuilder log;
  log.earned("ACP-620", "2024-01-10");
  return log;
}

}  // namespace

TEST_CASE("A careful holder with nothing to know is told nothing") {
  auto log = holding();
  CHECK(told(log.cw("2025-01-01"), "2025-06-01").empty());
}

TEST_CASE("What lies after as-of is planned, and not called useless") {
  auto log = holding();
  CHECK(told(log.cw("2025-06-02").entered({}), "2025-06-01") == "planned 0");
  auto today = holding();
  CHECK(told(today.cw("2025-06-01"), "2025-06-01").empty());
}

TEST_CASE("What counts and is not entered should be, until the cycle's expiration") {
  auto log = holding();
  log.earned("ACP-120", "2023-12-01").cw("2025-01-01").entered({});
  CHECK(told(log, "2025-06-01") == "not-entered 0");
  CHECK(log.first_message_as_of("2025-06-01") ==
        "coursework of 2025-01-01 is not yet entered; it should be before 2026-03-01, the "
        "expiration date of the cycle of ACP-120 that it belongs to");
  auto on_one_day = holding();
  on_one_day.earned("ACP-120", "2024-01-10").cw("2025-01-01").entered({});
  CHECK(on_one_day.first_message_as_of("2025-06-01").find(" of ACP-620 ") != std::string::npos);
  auto later = holding();
  later.cw("2025-01-01").entered("2025-06-02");
  CHECK(told(later, "2025-06-01") == "not-entered 0");
  CHECK(told(later, "2025-06-02").empty());
  auto useless = holding();
  useless.cw("2023-01-01").entered({});
  CHECK(told(useless, "2025-06-01") == "counts-nowhere 0");
}

TEST_CASE("What renewed and was entered on or after the expiration may not be taken") {
  const auto entered = [](std::optional<std::string_view> on, std::string_view as_of) {
    auto log = holding();
    log.cw("2025-06-01", 9).cw("2026-01-01").entered(on);
    return told(log, as_of);
  };
  CHECK(entered("2026-04-09", "2026-06-01").empty());
  CHECK(entered("2026-04-10", "2026-06-01") == "entered-after-expiration 9 c0");
  CHECK(entered({}, "2026-04-09") == "not-entered 9");
  CHECK(entered({}, "2026-04-10") == "not-entered 9; entered-after-expiration 9 c0");
  CHECK(entered("2026-07-01", "2026-06-01") == "not-entered 9; entered-after-expiration 9 c0");
  auto exam = holding();
  exam.exam("ACP-620", "2026-01-01").entered("2026-04-10");
  CHECK(told(exam, "2026-06-01") == "entered-after-expiration 0 c0");
}

TEST_CASE("Notices come in the order of activity, credential and code") {
  auto log = holding();
  log.earned("ACP-120", "2024-01-10").done("coursework", "2024-01-10", 1, 100'00);
  log.entered("2026-11-01").cw("2024-01-11");
  CHECK(told(log, "2026-11-25") ==
        "units-differ 0; entered-after-expiration 0 c0; rests-on-assumption 0 c0; "
        "entered-after-expiration 0 c1; rests-on-assumption 0 c1; "
        "counts-nowhere 1; rests-on-assumption 1 c0; rests-on-assumption 1 c1");
}

TEST_CASE("Units other than the policy's are noted") {
  auto log = holding();
  log.done("coursework", "2025-01-01", 1, 1001).done("presenting", "2025-01-01", 1, 1001);
  CHECK(told(log, "2025-06-01") == "units-differ 0");
}

TEST_CASE("What counts for no credential is said to") {
  auto log = holding();
  log.earned("ACP-120", "2025-01-01")
      .exam("ACP-620", "2024-06-01")
      .cw("2024-12-31")
      .cw("2023-01-01");
  CHECK(told(log, "2025-06-01") == "counts-nowhere 0; counts-nowhere 2");
}

TEST_CASE("Decisions that rest on an assumption are named") {
  auto first_day = holding();
  CHECK(told(first_day.cw("2024-01-10"), "2025-06-01") == "rests-on-assumption 0 c0");
  auto anew = holding();
  anew.exam("ACP-620", "2026-05-01").cw("2026-05-01");
  CHECK(told(anew, "2026-06-01") == "rests-on-assumption 1 c0");
  auto excess = holding();
  CHECK(told(excess.cw("2025-01-01", 12), "2025-06-01") ==
        "rests-on-assumption 10 c0; rests-on-assumption 11 c0");
  auto exam_day = holding();
  CHECK(told(exam_day.exam("ACP-620", "2025-12-01").cw("2025-12-01"), "2026-01-01") ==
        "counts-nowhere 1; rests-on-assumption 1 c0");
  LogBuilder given;
  given.suspends("ACP-620", "2026-01-01").cw("2024-01-01");
  CHECK(told(given, "2025-01-01") == "counts-nowhere 0; rests-on-assumption 0 c0");
  LogBuilder exam_on_given_day;
  exam_on_given_day.suspends("ACP-620", "2026-01-01").exam("ACP-620", "2024-01-01");
  CHECK(told(exam_on_given_day, "2025-01-01") == "counts-nowhere 0");
  LogBuilder needless_on_given_day{various_policy()};
  needless_on_given_day.suspends("CRS-1", "2026-01-01").cw("2024-01-01");
  CHECK(told(needless_on_given_day, "2025-01-01") == "counts-nowhere 0");
  auto stale = holding();
  CHECK(told(stale.cw("2024-02-01"), "2026-03-01") == "counts-nowhere 0; rests-on-assumption 0 c0");
  LogBuilder rounded;
  CHECK(told(rounded.earned("ACP-620", "2024-02-29"), "2025-01-01") == "rests-on-assumption c0");
  LogBuilder renewed;
  renewed.earned("ACP-620", "2024-01-10").exam("ACP-620", "2026-03-31");
  CHECK(told(renewed, "2026-04-01") == "rests-on-assumption 0 c0");
}

TEST_CASE("Exams by which something was earned, or earned anew, count") {
  auto log = holding();
  log.exam("ACP-620", "2024-01-10").exam("ACP-620", "2026-05-01");
  CHECK(told(log, "2026-06-01").empty());
}

TEST_CASE("What is dropped on the day of a renewal rests on an assumption where it had any units") {
  auto free = holding();
  free.exam("ACP-620", "2025-12-01").done("coursework", "2025-12-01", 1, 0);
  CHECK(told(free, "2026-01-01") == "counts-nowhere 1; units-differ 1");
  auto before = holding();
  before.cw("2025-06-01", 9).done("presenting", "2025-06-02", 1, 500).cw("2025-06-03");
  CHECK(told(before, "2026-01-01") == "rests-on-assumption 10 c0");
  auto earlier = holding();
  earlier.cw("2025-06-01").exam("ACP-620", "2025-12-01");
  CHECK(told(earlier, "2026-01-01") == "counts-nowhere 0");
  auto limited = holding();
  limited.done("global-event", "2025-06-01").cw("2025-06-01", 6);
  limited.done("presenting", "2025-06-02", 1, 4000).done("global-event", "2025-06-02");
  CHECK(told(limited, "2026-01-01") == "rests-on-assumption 7 c0; counts-nowhere 8");
}

TEST_CASE("Of the first day only what counts rests on an assumption") {
  Policy policy = builtin_policy();
  policy.units_valid_months.reset();
  LogBuilder log{policy};
  log.earned("ACP-620", "2024-01-10").cw("2024-01-10");
  CHECK(told(log, "2026-04-09") == "rests-on-assumption 0 c0");
  CHECK(told(log, "2026-04-10") == "counts-nowhere 0");
}

TEST_CASE("When that day has come, it should have been") {
  LogBuilder log;
  log.suspends("ACP-620", "2026-01-01").cw("2025-06-01", 9).cw("2025-12-01").entered({});
  CHECK(log.first_message_as_of("2026-03-31").find("it should be before 2026-04-01,") !=
        std::string::npos);
  CHECK(log.first_message_as_of("2026-04-01").find("it should have been before 2026-04-01,") !=
        std::string::npos);
}

TEST_CASE("What is rounded is told with its dates") {
  LogBuilder one;
  CHECK(one.earned("ACP-620", "2024-08-31").first_message_as_of("2025-01-01") ==
        "the cycle of ACP-620 from 2024-08-31 expires on 2026-11-30, the last day of a month that "
        "is too short (D2): an assumption, no source settles it");
  LogBuilder two;
  two.earned("ACP-620", "2024-02-29");
  CHECK(two.first_message_as_of("2025-01-01")
            .starts_with("the cycle of ACP-620 from 2024-02-29 suspends on 2026-02-28, the last "));
  Policy policy = builtin_policy();
  policy.certification_types[*policy.find_certification_type("ACP")].exam_window_months = 9;
  LogBuilder three{policy};
  CHECK(three.earned("ACP-620", "2024-08-30")
            .first_message_as_of("2025-01-01")
            .find("opens for its exam on 2026-02-28, the last") != std::string::npos);
  LogBuilder without_exam{various_policy()};
  CHECK(without_exam.earned("UNI-1", "2024-08-31")
            .first_message_as_of("2025-01-01")
            .starts_with("the cycle of UNI-1 from 2024-08-31 expires on 2026-11-30, the last day"));
  policy.grace_months = 1;
  policy.certification_types[*policy.find_certification_type("ACP")].exam_window_months = 2;
  LogBuilder both{policy};
  CHECK(both.earned("ACP-620", "2024-03-31")
            .first_message_as_of("2025-01-01")
            .find(" expires on 2026-04-30 and opens for its exam on 2026-02-28, each the last") !=
        std::string::npos);
}

TEST_CASE("Each assumption names its rule") {
  auto log = holding();
  const auto message = log.cw("2024-01-10").first_message_as_of("2025-06-01");
  CHECK(message ==
        "for ACP-620, coursework of 2024-01-10 counts although it was done on the very "
        "day it was earned (U2): an assumption, no source settles it");
}

TEST_CASE("What was dropped on the first day of a given cycle is told with its rule") {
  LogBuilder log;
  log.suspends("ACP-620", "2026-01-01").cw("2024-01-01");
  const auto all = log.notices_as_of("2025-01-01");
  REQUIRE(all.size() == 2);
  std::string message;
  append_message(message, log.log(), log.policy(), log.as_of("2025-01-01"), all[1]);
  CHECK(message ==
        "for ACP-620, coursework of 2024-01-01 does not count: it was done on the first day of the "
        "given cycle (U4): an assumption, no source settles it");
}

TEST_CASE("What renewed and is still not entered after the expiration is told to be that") {
  auto log = holding();
  log.cw("2025-06-01", 9).cw("2026-01-01").entered({});
  const auto all = log.notices_as_of("2026-04-10");
  REQUIRE(all.size() == 2);
  std::string message;
  append_message(message, log.log(), log.policy(), log.as_of("2026-04-10"), all[1]);
  CHECK(message ==
        "coursework of 2026-01-01 renewed ACP-620, but is not yet entered, and the cycle that it "
        "renewed expired on 2026-04-10: the portal may not take it");
}

TEST_CASE("What is entered today is entered") {
  auto log = holding();
  log.cw("2025-06-01", 9).cw("2026-01-01").entered("2026-04-10");
  REQUIRE(told(log, "2026-04-10") == "entered-after-expiration 9 c0");
  CHECK(log.first_message_as_of("2026-04-10").find(", but was entered on 2026-04-10,") !=
        std::string::npos);
}
