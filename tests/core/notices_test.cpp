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
        "units-differ 0; entered-after-expiration 0 c0; entered-after-expiration 0 c1; "
        "counts-nowhere 1");
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

TEST_CASE("An exam that earned a certification, or earned it anew, counts") {
  auto log = holding();
  log.exam("ACP-620", "2024-01-10").exam("ACP-620", "2026-05-01");
  CHECK(noticed(log, "2026-06-01").empty());
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

// ---- The same once more (U10) ------------------------------------------------------------------

TEST_CASE(
    "A duplicate is noticed with what it is a duplicate of, and not as one that counts nowhere") {
  auto log = holding();
  log.titled("coursework", "2025-01-01", "Boards").titled("coursework", "2025-01-01", "Boards");
  CHECK(noticed(log, "2025-06-01") == "duplicate 1");
  CHECK(first_message(log, "2025-06-01") ==
        "\"Boards\" (coursework, 2025-01-01) is a duplicate of activities[0]: only one of them "
        "counts");
  auto larger = holding();
  larger.titled("presenting", "2025-01-01", "JQL", 500);
  larger.titled("presenting", "2025-01-01", "JQL", 501);
  CHECK(noticed(larger, "2025-06-01") == "duplicate 0");
  CHECK(noticed(larger, "2024-12-31") == "planned 0; planned 1");
}

TEST_CASE("What has no title, or differs in anything, is no duplicate") {
  auto untitled = holding();
  CHECK(noticed(untitled.cw("2025-01-01", 2), "2025-06-01").empty());
  auto other_title = holding();
  other_title.titled("coursework", "2025-01-01", "A").titled("coursework", "2025-01-01", "B");
  CHECK(noticed(other_title, "2025-06-01").empty());
  auto other_type = holding();
  other_type.titled("coursework", "2025-01-01", "A").titled("local-event", "2025-01-01", "A");
  CHECK(noticed(other_type, "2025-06-01").empty());
  auto failed = holding();
  failed.exam("ACP-620", "2025-12-01", false).title("A");
  failed.exam("ACP-620", "2025-12-01").title("A");
  CHECK(noticed(failed, "2026-01-01").empty());
}

TEST_CASE("A title of an earlier day is noticed as repeated, and counts") {
  auto log = holding();
  log.titled("coursework", "2025-02-01", "A").titled("coursework", "2025-01-01", "A");
  CHECK(noticed(log, "2025-06-01") == "repeated 0");
  CHECK(first_message(log, "2025-06-01") ==
        "\"A\" (coursework, 2025-02-01) has the title of activities[1] of 2025-01-01: it counts "
        "again");
  CHECK(noticed(log, "2025-01-31") == "planned 0");
  log.titled("coursework", "2025-03-01", "A").titled("coursework", "2025-03-01", "A");
  CHECK(noticed(log, "2025-06-01") == "repeated 0; repeated 2; duplicate 3");
  log.titled("coursework", "2025-04-01", "A").rejected();
  CHECK(noticed(log, "2025-06-01") == "repeated 0; repeated 2; duplicate 3");
}

TEST_CASE("A title that only a rejected activity or one of another type had is not repeated") {
  auto rejected = holding();
  rejected.titled("coursework", "2025-01-01", "A").rejected();
  CHECK(noticed(rejected.titled("coursework", "2025-02-01", "A"), "2025-06-01").empty());
  auto other = holding();
  other.titled("local-event", "2025-01-01", "A").titled("coursework", "2025-02-01", "A");
  CHECK(noticed(other, "2025-06-01").empty());
}

TEST_CASE("The ninth copy of a course is a duplicate, and a month later it is a repetition") {
  auto log = holding();
  for (int i = 0; i < 9; ++i) log.titled("coursework", "2025-01-01", "A");
  log.titled("coursework", "2025-02-01", "A");
  std::string all;
  for (int i = 1; i < 9; ++i) all += "duplicate " + std::to_string(i) + "; ";
  CHECK(noticed(log, "2025-06-01") == all + "repeated 9");
}

// ---- What counts nowhere -----------------------------------------------------------------------

TEST_CASE("What was rejected or failed is not said to count nowhere") {
  auto rejected = holding();
  CHECK(noticed(rejected.cw("2025-01-01").rejected(), "2025-06-01").empty());
  CHECK(noticed(rejected, "2024-12-31") == "planned 0");
  auto rejected_exam = holding();
  CHECK(noticed(rejected_exam.exam("ACP-620", "2025-12-01").rejected(), "2026-01-01").empty());
  auto failed = holding();
  CHECK(noticed(failed.exam("ACP-620", "2025-12-01", false), "2026-01-01").empty());
  auto early = holding();
  CHECK(noticed(early.exam("ACP-620", "2025-01-01"), "2026-01-01") == "counts-nowhere 0");
}

TEST_CASE("What belongs to no programme of the log counts nowhere") {
  Policies policies{builtin_policy()};
  policies.put(various_policy());
  LogBuilder log{policies};
  log.earned("ACP-620", "2024-01-10").done("event", "2025-01-01");
  CHECK(noticed(log, "2025-06-01") == "counts-nowhere 0");
  log.earned("UNI-1", "2024-06-10");
  CHECK(noticed(log, "2025-06-01").empty());
}

TEST_CASE("The exam of what is tracked counts nowhere") {
  LogBuilder log;
  log.tracked("CKA", "2025-01-01").exam("CKA", "2025-02-01");
  CHECK(noticed(log, "2025-06-01") == "counts-nowhere 0");
}

// ---- Certifications and policies ---------------------------------------------------------------

TEST_CASE("A code that is one slip from a listed one of its type is noticed") {
  const auto of = [](std::string_view code) {
    return noticed(LogBuilder{}.earned(code, "2024-01-10"), "2025-06-01");
  };
  CHECK(of("ACP-620").empty());
  CHECK(of("ACP-MJCP").empty());
  CHECK(of("ACP-621") == "unknown-code c0");
  CHECK(of("ACP-602") == "unknown-code c0");
  CHECK(of("ACP-62") == "unknown-code c0");
  CHECK(of("ACP-6200") == "unknown-code c0");
  CHECK(of("ACP-MCJP") == "unknown-code c0");
  CHECK(of("ACP-MJCQ") == "unknown-code c0");
  CHECK(of("ACP-631").empty());
  CHECK(of("ACP-62000").empty());
  CHECK(of("ACP-026").empty());
  CHECK(of("ACA-620").empty());
  CHECK(noticed(LogBuilder{}.tracked("ACP-621", "2024-01-10"), "2025-06-01").empty());
  CHECK(first_message(LogBuilder{}.earned("ACP-602", "2024-01-10"), "2025-06-01") ==
        "the policy atlassian does not list ACP-602; did you mean ACP-620?");
}

TEST_CASE("A certification with activities before its day is noticed once") {
  LogBuilder log;
  log.earned("ACP-620", "2026-01-10").cw("2025-01-01", 2);
  CHECK(noticed(log, "2026-01-09") == "upcoming c0; counts-nowhere 0; counts-nowhere 1");
  CHECK(first_message(log, "2026-01-09") ==
        "earned on 2026-01-10, but activities lie before that day; is the year right?");
  CHECK(noticed(log, "2026-01-10") == "counts-nowhere 0; counts-nowhere 1");
  CHECK(noticed(LogBuilder{}.earned("ACP-620", "2026-01-10"), "2026-01-09").empty());
  LogBuilder planned;
  CHECK(noticed(planned.earned("ACP-620", "2026-01-10").cw("2026-01-08"), "2026-01-07") ==
        "planned 0");
}

TEST_CASE("A policy that does not express all of its programme is noticed once") {
  const auto notes = [](Policy& policy) { policy.notes = {"points double on Mondays", "more"}; };
  Policies policies{with(builtin_policy(), notes)};
  LogBuilder log{policies};
  log.earned("ACP-620", "2024-01-10").earned("ACP-120", "2024-01-10");
  CHECK(noticed(log, "2025-06-01") == "incomplete-policy");
  CHECK(first_message(log, "2025-06-01") ==
        "the policy atlassian cannot express all rules of its programme: points double on "
        "Mondays");
  policies.put(with(various_policy(), notes));
  LogBuilder two{policies};
  two.earned("UNI-1", "2024-06-10");
  CHECK(first_message(two, "2025-06-01").starts_with("the policy test "));
  two.earned("ACP-620", "2024-06-10");
  CHECK(noticed(two, "2025-06-01") == "incomplete-policy; incomplete-policy");
  LogBuilder tracked{policies};
  CHECK(noticed(tracked.tracked("CKA"), "2025-06-01").empty());
}
