// The worked cases T1 to T17: what each credential's standing is, and what became of each activity.

#include "catch.hpp"
#include "support.hpp"

using namespace certrenew;
using namespace certrenew::testing;

namespace {

struct Expected {
  std::string_view standing;  ///< status, cycle start, suspends, expires, units counted
  std::string_view outcomes;
};

struct Case {
  std::string_view id;
  LogBuilder log;
  std::string_view as_of;
  std::vector<Expected> credentials;
};

LogBuilder thread() {
  return std::move(
      LogBuilder{}.suspends("ACP-620", "2026-01-01", "2026-04-01").cw("2025-06-01", 9));
}

LogBuilder fourteen_months() {
  return std::move(LogBuilder{}.earned("ACP-620", "2023-11-15").earned("ACP-520", "2025-01-15"));
}

std::vector<Case> worked_cases() {
  std::vector<Case> all;
  const auto add = [&](std::string_view id, std::string_view as_of, LogBuilder& log,
                       std::vector<Expected> expected) {
    all.push_back({id, std::move(log), as_of, std::move(expected)});
  };
  auto t1 = thread();
  add("T1 the thread's example", "2026-06-01", t1.cw("2025-12-01").entered("2025-12-02"),
      {{"active 2025-12-01 2027-12-01 2028-03-01 0", "used*10"}});
  auto t2 = thread();
  add("T2 entered late", "2026-06-01", t2.cw("2025-12-01").entered("2026-03-15"),
      {{"active 2025-12-01 2027-12-01 2028-03-01 0", "used*10"}});
  auto t3 = thread();
  add("T3 one short", "2026-02-01", t3,
      {{"suspended 2024-01-01 2026-01-01 2026-04-01 90", "counted*9"}});
  auto t4 = thread();
  add("T4 in grace", "2026-06-01", t4.cw("2026-03-31"),
      {{"active 2026-03-31 2028-03-31 2028-06-30 0", "used*10"}});
  auto t5 = thread();
  add("T5 a day late", "2026-06-01", t5.cw("2026-04-01"),
      {{"expired 2024-01-01 2026-01-01 2026-04-01 0", "lapsed*9 after-expiration"}});
  LogBuilder t6;
  add("T6 leap day", "2025-01-01", t6.earned("ACP-620", "2024-02-29"),
      {{"active 2024-02-29 2026-02-28 2026-05-28 0", ""}});
  auto t7 = fourteen_months();
  add("T7 fourteen months apart", "2025-12-01", t7.cw("2025-11-14", 10),
      {{"active 2025-11-14 2027-11-14 2028-02-14 0", "used*10"},
       {"active 2025-11-14 2027-11-14 2028-02-14 0", "used*10"}});
  auto t8 = fourteen_months();
  add("T8 held at the time", "2025-12-01", t8.cw("2024-06-01", 4).cw("2025-11-14", 6),
      {{"active 2025-11-14 2027-11-14 2028-02-14 0", "used*10"},
       {"active 2025-01-15 2027-01-15 2027-04-15 60", "before-cycle*4 counted*6"}});
  LogBuilder t9;
  add("T9 exam", "2026-01-09",
      t9.earned("ACP-620", "2024-01-10")
          .earned("ACP-120", "2024-01-10")
          .exam("ACP-620", "2025-12-20")
          .cw("2025-06-01", 5),
      {{"active 2025-12-20 2027-12-20 2028-03-20 0", "renewed superseded*5"},
       {"active 2024-01-10 2026-01-10 2026-04-10 50", "other-certification counted*5"}});
  LogBuilder t10;
  add("T10 exam too early", "2025-12-31",
      t10.earned("ACP-620", "2024-01-10").exam("ACP-620", "2025-10-09"),
      {{"active 2024-01-10 2026-01-10 2026-04-10 0", "too-early"}});
  LogBuilder t11;
  add("T11 limits", "2025-06-01",
      t11.earned("ACP-620", "2024-06-01")
          .done("global-event", "2024-09-01")
          .done("global-event", "2024-09-02")
          .done("local-event", "2024-09-10")
          .done("local-event", "2024-09-11")
          .done("local-event", "2024-09-12")
          .done("local-event", "2024-09-13")
          .done("local-event", "2024-09-14")
          .cw("2024-09-20", 3),
      {{"active 2024-09-20 2026-09-20 2026-12-20 0", "used over-limit used*4 over-limit used*3"}});
  LogBuilder t12;
  add("T12 stale", "2026-03-01",
      t12.earned("ACP-620", "2024-01-10").cw("2024-02-01").cw("2025-05-05", 8).cw("2026-02-20"),
      {{"suspended 2024-01-10 2026-01-10 2026-04-10 90", "stale counted*9"}});
  LogBuilder t13;
  add("T13 associate", "2025-01-01", t13.earned("ACA-900", "2024-05-01").cw("2024-10-10", 5),
      {{"active 2024-10-10 2026-10-10 2027-01-10 0", "used*5"}});
  LogBuilder t14;
  add("T14 no carry-over", "2025-01-01",
      t14.earned("ACP-620", "2024-05-01").cw("2024-10-10", 13).cw("2024-11-01"),
      {{"active 2024-10-10 2026-10-10 2027-01-10 10", "used*13 counted"}});
  LogBuilder t15;
  add("T15 a stale use is a use", "2026-02-15",
      t15.earned("ACP-620", "2024-01-10")
          .done("local-event", "2024-02-01")
          .done("local-event", "2024-03-01", 3)
          .done("local-event", "2026-01-05", 1, 4000)
          .cw("2025-06-01", 5),
      {{"suspended 2024-01-10 2026-01-10 2026-04-10 80", "stale counted*3 over-limit counted*5"}});
  LogBuilder t16;
  add("T16 given on a leap February", "2025-01-01",
      t16.suspends("ACP-620", "2026-02-28").cw("2024-02-29"),
      {{"active 2024-02-29 2026-02-28 2026-05-28 0", "before-cycle"}});
  LogBuilder t17;
  add("T17 earned anew", "2025-08-01",
      t17.earned("ACP-620", "2023-01-10")
          .exam("ACP-620", "2025-07-01")
          .exam("ACP-620", "2025-07-01"),
      {{"active 2025-07-01 2027-07-01 2027-10-01 0", "earned-anew superseded"}});
  return all;
}

}  // namespace

TEST_CASE("The worked cases of the rules come out as they say") {
  for (const Case& one : worked_cases()) {
    CAPTURE(one.id);
    const Renewals renewals = one.log.as_of(one.as_of);
    REQUIRE(renewals.out_of_range.empty());
    REQUIRE(renewals.credentials.size() == one.credentials.size());
    for (std::size_t i = 0; i < one.credentials.size(); ++i) {
      CHECK(standing(renewals, i) == one.credentials[i].standing);
      CHECK(outcomes(renewals, i) == one.credentials[i].outcomes);
    }
  }
}

TEST_CASE("T3: what is needed is what the requirement lacks") {
  const Renewals renewals = thread().as_of("2026-02-01");
  CHECK(Units::whole(100) - renewals.credentials[0].counted == Units::whole(10));
}

TEST_CASE("T7: the youngest gains 303 days, not two years") {
  auto log = fourteen_months();
  const Date before = log.as_of("2025-11-13").credentials[1].cycle().suspends;
  const Date after = log.cw("2025-11-14", 10).as_of("2025-12-01").credentials[1].cycle().suspends;
  CHECK(after - before == 303);
}

TEST_CASE("T10: the window opens six months before the expiration") {
  const auto built = [](std::string_view on) {
    LogBuilder log;
    log.earned("ACP-620", "2024-01-10").exam("ACP-620", on);
    return outcomes(log.as_of("2026-12-31"));
  };
  CHECK(built("2025-10-09") == "too-early");
  CHECK(built("2025-10-10") == "renewed");
  CHECK(built("2026-04-09") == "renewed");
  CHECK(built("2026-04-10") == "earned-anew");
}
