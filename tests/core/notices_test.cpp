// Notices: which facts are noticed, about what, and in which order.

#include "catch.hpp"
#include "certrenew/remark.hpp"
#include "support.hpp"

using namespace certrenew;
using namespace certrenew::testing;

namespace {

/// `planned 3; not-entered 1 c0`: kind, activity and credential of each notice.
std::string noticed(const LogBuilder& log, std::string_view as_of) {
  const Answer answer = log.answer_as_of(as_of);
  std::string all;
  for (const Remark& notice : notices(answer)) {
    if (!all.empty()) all += "; ";
    all += name_of(notice.kind());
    if (const auto activity = notice.activity()) all += ' ' + std::to_string(activity->at);
    if (const auto one = notice.credential()) all += " c" + std::to_string(one->index().at);
  }
  return all;
}

/// What each notice says.
Lines messages(const LogBuilder& log, std::string_view as_of) {
  const Answer answer = log.answer_as_of(as_of);
  Lines all;
  for (const Remark& notice : notices(answer)) all.push_back(notice.message());
  return all;
}

/// What the first notice says.
std::string first_message(const LogBuilder& log, std::string_view as_of) {
  return messages(log, as_of).at(0);
}

LogBuilder holding() {
  LogBuilder log;
  log.earned("ACP-620", "2024-01-10");
  return log;
}

}  // namespace

TEST_CASE("A log in which everything counts has no notices") {
  auto log = holding();
  CHECK(noticed(log.cw("2025-01-01"), "2025-06-01").empty());
}

TEST_CASE("An activity after as-of is planned, and is not said to count nowhere") {
  auto log = holding();
  CHECK(noticed(log.cw("2025-06-02").entered({}), "2025-06-01") == "planned 0");
  auto today = holding();
  CHECK(noticed(today.cw("2025-06-01"), "2025-06-01").empty());
}

TEST_CASE("An activity that counts should be entered before the first of its cycles expires") {
  auto log = holding();
  log.earned("ACP-120", "2023-12-01").cw("2025-01-01").entered({});
  CHECK(noticed(log, "2025-06-01") == "not-entered 0");
  CHECK(first_message(log, "2025-06-01") ==
        "coursework of 2025-01-01 is not yet entered; enter it in the portal before 2026-03-01, "
        "when ACP-120 expires");
  auto on_one_day = holding();
  on_one_day.earned("ACP-120", "2024-01-10").cw("2025-01-01").entered({});
  CHECK(first_message(on_one_day, "2025-06-01").ends_with(", when ACP-620 expires"));
  auto later = holding();
  later.cw("2025-01-01").entered("2025-06-02");
  CHECK(noticed(later, "2025-06-01") == "not-entered 0");
  CHECK(noticed(later, "2025-06-02").empty());
  auto useless = holding();
  useless.cw("2023-01-01").entered({});
  CHECK(noticed(useless, "2025-06-01") == "counts-nowhere 0");
}

TEST_CASE("A renewal entered on or after the expiration may not be taken by the portal") {
  const auto entered = [](std::optional<std::string_view> on, std::string_view as_of) {
    auto log = holding();
    log.cw("2025-06-01", 9).cw("2026-01-01").entered(on);
    return noticed(log, as_of);
  };
  CHECK(entered("2026-04-09", "2026-06-01").empty());
  CHECK(entered("2026-04-10", "2026-06-01") == "entered-after-expiration 9 c0");
  CHECK(entered({}, "2026-04-09") == "not-entered 9");
  CHECK(entered({}, "2026-04-10") == "not-entered 9; entered-after-expiration 9 c0");
  CHECK(entered("2026-07-01", "2026-06-01") == "not-entered 9; entered-after-expiration 9 c0");
  auto exam = holding();
  exam.exam("ACP-620", "2026-01-01").entered("2026-04-10");
  CHECK(noticed(exam, "2026-06-01") == "entered-after-expiration 0 c0");
}

TEST_CASE("Notices come in the order of activity, credential and kind") {
  auto log = holding();
  log.earned("ACP-120", "2024-01-10").done("coursework", "2024-01-10", 1, 100'00);
  log.entered("2026-11-01").cw("2024-01-11");
  CHECK(noticed(log, "2026-11-25") ==
        "units-differ 0; entered-after-expiration 0 c0; rests-on-assumption 0 c0; "
        "entered-after-expiration 0 c1; rests-on-assumption 0 c1; "
        "counts-nowhere 1; rests-on-assumption 1 c0; rests-on-assumption 1 c1");
}

TEST_CASE("Units other than the policy's are noticed") {
  auto log = holding();
  log.done("coursework", "2025-01-01", 1, 1001).done("presenting", "2025-01-01", 1, 1001);
  CHECK(noticed(log, "2025-06-01") == "units-differ 0");
}

TEST_CASE("An activity that counts for no credential is noticed") {
  auto log = holding();
  log.earned("ACP-120", "2025-01-01")
      .exam("ACP-620", "2024-06-01")
      .cw("2024-12-31")
      .cw("2023-01-01");
  CHECK(noticed(log, "2025-06-01") == "counts-nowhere 0; counts-nowhere 2");
}

TEST_CASE("Each decision that rests on an assumption is noticed") {
  auto first_day = holding();
  CHECK(noticed(first_day.cw("2024-01-10"), "2025-06-01") == "rests-on-assumption 0 c0");
  auto anew = holding();
  anew.exam("ACP-620", "2026-05-01").cw("2026-05-01");
  CHECK(noticed(anew, "2026-06-01") == "rests-on-assumption 1 c0");
  auto excess = holding();
  CHECK(noticed(excess.cw("2025-01-01", 12), "2025-06-01") ==
        "rests-on-assumption 10 c0; rests-on-assumption 11 c0");
  auto exam_day = holding();
  CHECK(noticed(exam_day.exam("ACP-620", "2025-12-01").cw("2025-12-01"), "2026-01-01") ==
        "counts-nowhere 1; rests-on-assumption 1 c0");
  LogBuilder given;
  given.suspends("ACP-620", "2026-01-01").cw("2024-01-01");
  CHECK(noticed(given, "2025-01-01") == "counts-nowhere 0; rests-on-assumption 0 c0");
  LogBuilder exam_on_given_day;
  exam_on_given_day.suspends("ACP-620", "2026-01-01").exam("ACP-620", "2024-01-01");
  CHECK(noticed(exam_on_given_day, "2025-01-01") == "counts-nowhere 0");
  LogBuilder needless_on_given_day{various_policy()};
  needless_on_given_day.suspends("CRS-1", "2026-01-01").cw("2024-01-01");
  CHECK(noticed(needless_on_given_day, "2025-01-01") == "counts-nowhere 0");
  auto stale = holding();
  CHECK(noticed(stale.cw("2024-02-01"), "2026-03-01") ==
        "counts-nowhere 0; rests-on-assumption 0 c0");
  LogBuilder rounded;
  CHECK(noticed(rounded.earned("ACP-620", "2024-02-29"), "2025-01-01") == "rests-on-assumption c0");
  LogBuilder renewed;
  renewed.earned("ACP-620", "2024-01-10").exam("ACP-620", "2026-03-31");
  CHECK(noticed(renewed, "2026-04-01") == "rests-on-assumption 0 c0");
}

TEST_CASE("An exam that earned a certification, or earned it anew, counts") {
  auto log = holding();
  log.exam("ACP-620", "2024-01-10").exam("ACP-620", "2026-05-01");
  CHECK(noticed(log, "2026-06-01").empty());
}

TEST_CASE("Units dropped on the day of a renewal rest on an assumption") {
  auto free = holding();
  free.exam("ACP-620", "2025-12-01").done("coursework", "2025-12-01", 1, 0);
  CHECK(noticed(free, "2026-01-01") == "counts-nowhere 1; units-differ 1");
  auto before = holding();
  before.cw("2025-06-01", 9).done("presenting", "2025-06-02", 1, 500).cw("2025-06-03");
  CHECK(noticed(before, "2026-01-01") == "rests-on-assumption 10 c0");
  auto earlier = holding();
  earlier.cw("2025-06-01").exam("ACP-620", "2025-12-01");
  CHECK(noticed(earlier, "2026-01-01") == "counts-nowhere 0");
  auto limited = holding();
  limited.done("global-event", "2025-06-01").cw("2025-06-01", 6);
  limited.done("presenting", "2025-06-02", 1, 4000).done("global-event", "2025-06-02");
  CHECK(noticed(limited, "2026-01-01") == "rests-on-assumption 7 c0; counts-nowhere 8");
}

TEST_CASE("An activity of the first day rests on an assumption only while it counts") {
  Policy policy = builtin_policy();
  policy.units_valid_months.reset();
  LogBuilder log{policy};
  log.earned("ACP-620", "2024-01-10").cw("2024-01-10");
  CHECK(noticed(log, "2026-04-09") == "rests-on-assumption 0 c0");
  CHECK(noticed(log, "2026-04-10") == "counts-nowhere 0");
}

TEST_CASE("After the expiration an activity should have been entered before it") {
  LogBuilder log;
  log.suspends("ACP-620", "2026-01-01").cw("2025-06-01", 9).cw("2025-12-01").entered({});
  CHECK(first_message(log, "2026-03-31")
            .find("enter it in the portal before 2026-04-01, when ACP-620 expires") !=
        std::string::npos);
  CHECK(
      first_message(log, "2026-04-01")
          .find("is not entered in the portal; it should have been before 2026-04-01, when ACP-620 "
                "expired") != std::string::npos);
}

TEST_CASE("A date that had to give way to a shorter month is noticed with its cycle") {
  LogBuilder one;
  one.earned("ACP-620", "2024-08-31");
  CHECK(first_message(one, "2025-01-01") ==
        "the cycle of ACP-620 from 2024-08-31 expires on 2026-11-30, the last day of a month that "
        "is too short (D2): an assumption, no source settles it");
  LogBuilder two;
  two.earned("ACP-620", "2024-02-29");
  CHECK(first_message(two, "2025-01-01")
            .starts_with("the cycle of ACP-620 from 2024-02-29 suspends on 2026-02-28, the last "));
  const auto with_window = [](Policy policy, int months) {
    return with_type(std::move(policy), "ACP",
                     [&](CertificationType& type) { type.exam_window_months = months; });
  };
  Policy policy = with_window(builtin_policy(), 9);
  LogBuilder three{policy};
  three.earned("ACP-620", "2024-08-30");
  CHECK(first_message(three, "2025-01-01").find("opens for its exam on 2026-02-28, the last") !=
        std::string::npos);
  LogBuilder without_exam{various_policy()};
  without_exam.earned("UNI-1", "2024-08-31");
  CHECK(first_message(without_exam, "2025-01-01")
            .starts_with("the cycle of UNI-1 from 2024-08-31 expires on 2026-11-30, the last day"));
  policy.grace_months = 1;
  policy = with_window(policy, 2);
  LogBuilder both{policy};
  both.earned("ACP-620", "2024-03-31");
  CHECK(first_message(both, "2025-01-01")
            .find(" expires on 2026-04-30 and opens for its exam on 2026-02-28, each the last") !=
        std::string::npos);
}

TEST_CASE("The notice of an assumption names its rule") {
  auto log = holding();
  CHECK(first_message(log.cw("2024-01-10"), "2025-06-01") ==
        "for ACP-620, coursework of 2024-01-10 counts although it was done on the very "
        "day it was earned (U2): an assumption, no source settles it");
}

TEST_CASE("An activity dropped on the first day of a given cycle is noticed with its rule") {
  LogBuilder log;
  log.suspends("ACP-620", "2026-01-01").cw("2024-01-01");
  const Lines all = messages(log, "2025-01-01");
  REQUIRE(all.size() == 2);
  CHECK(all[1] ==
        "for ACP-620, coursework of 2024-01-01 does not count: it was done on the first day of the "
        "given cycle (U4): an assumption, no source settles it");
}

TEST_CASE("A renewal that is still not entered after the expiration is noticed") {
  auto log = holding();
  log.cw("2025-06-01", 9).cw("2026-01-01").entered({});
  const Lines all = messages(log, "2026-04-10");
  REQUIRE(all.size() == 2);
  CHECK(all[1] ==
        "coursework of 2026-01-01 renewed ACP-620, but is not yet entered, and the cycle that it "
        "renewed expired on 2026-04-10: the portal may not take it");
}

TEST_CASE("An activity entered on as-of is entered") {
  auto log = holding();
  log.cw("2025-06-01", 9).cw("2026-01-01").entered("2026-04-10");
  REQUIRE(noticed(log, "2026-04-10") == "entered-after-expiration 9 c0");
  CHECK(first_message(log, "2026-04-10").find(", but was entered on 2026-04-10,") !=
        std::string::npos);
}
