// Summaries: how many hold what, and what becomes due.

#include "core/summary.hpp"

#include "catch.hpp"
#include "support.hpp"

using namespace certrenew;
using namespace certrenew::testing;

namespace {

void add(Summary& summary, const LogBuilder& log, std::string_view as_of) {
  summary.add(log.answer_as_of(as_of));
}

/// The counts of one log's credentials.
Counts counts_of(const LogBuilder& log, std::string_view as_of) {
  Summary summary;
  add(summary, log, as_of);
  return summary.total();
}

LogBuilder holding(std::string_view earned = "2024-01-10") {
  LogBuilder log;
  log.earned("ACP-620", earned);
  return log;
}

}  // namespace

TEST_CASE("A summary counts each status") {
  CHECK(counts_of(holding(), "2024-01-09") == Counts{.upcoming = 1});
  CHECK(counts_of(holding(), "2024-01-10") == Counts{.active = 1});
  CHECK(counts_of(holding(), "2026-01-10") == Counts{.suspended = 1});
  CHECK(counts_of(holding(), "2026-04-10") == Counts{.expired = 1});
}

TEST_CASE("A certification that suspends within 30, 60 or 90 days is due, also on the limit") {
  CHECK(counts_of(holding(), "2025-10-11") == Counts{.active = 1});
  CHECK(counts_of(holding(), "2025-10-12") == Counts{.active = 1, .due_90 = 1});
  CHECK(counts_of(holding(), "2025-11-10") == Counts{.active = 1, .due_90 = 1});
  CHECK(counts_of(holding(), "2025-11-11") == Counts{.active = 1, .due_60 = 1, .due_90 = 1});
  CHECK(counts_of(holding(), "2025-12-10") == Counts{.active = 1, .due_60 = 1, .due_90 = 1});
  CHECK(counts_of(holding(), "2025-12-11") ==
        Counts{.active = 1, .due_30 = 1, .due_60 = 1, .due_90 = 1});
}

TEST_CASE("A certification that never suspends is not due") {
  LogBuilder never{various_policy()};
  never.earned("NVR-1", "2024-01-10");
  CHECK(counts_of(never, "2025-12-11") == Counts{.active = 1});
}

TEST_CASE("A tracked certification is due before it suspends") {
  LogBuilder tracked;
  tracked.tracked("CISM", "2024-01-10", "2026-01-10");
  CHECK(counts_of(tracked, "2025-10-11") == Counts{.active = 1});
  CHECK(counts_of(tracked, "2025-10-12") == Counts{.active = 1, .due_90 = 1});
}

TEST_CASE("Renewals of the last 12 months are counted, whatever made them") {
  auto by_units = holding();
  by_units.cw("2025-03-01", 10);
  CHECK(counts_of(by_units, "2025-03-01").renewed == 1);
  CHECK(counts_of(by_units, "2026-02-28").renewed == 1);
  CHECK(counts_of(by_units, "2026-03-01").renewed == 0);
  auto by_exam = holding();
  by_exam.exam("ACP-620", "2025-12-01");
  CHECK(counts_of(by_exam, "2026-01-01").renewed == 1);
  LogBuilder by_courses{various_policy()};
  by_courses.earned("CRS-1", "2024-01-10").course("a", "2024-02-01").course("b", "2024-02-01");
  CHECK(counts_of(by_courses, "2024-03-01").renewed == 1);
  auto twice = holding();
  twice.cw("2025-03-01", 10).cw("2025-04-01", 10);
  CHECK(counts_of(twice, "2025-05-01").renewed == 2);
}

TEST_CASE("Earning and earning anew are not renewals; in the year 1 all renewals are recent") {
  auto anew = holding("2021-01-10");
  anew.exam("ACP-620", "2024-06-01");
  CHECK(counts_of(anew, "2024-06-01") == Counts{.active = 1});
  auto early = holding("0001-01-01");
  early.cw("0001-02-01", 10);
  CHECK(counts_of(early, "0001-06-01") == Counts{.active = 1, .renewed = 1});
}

TEST_CASE("A summary adds up by code, and counts who holds an active certification") {
  LogBuilder both;
  both.earned("ACP-620", "2024-01-10").earned("ACP-120", "2020-01-10").cw("2025-03-01", 10);
  Summary first;
  add(first, both, "2025-06-01");
  add(first, holding("2020-01-10"), "2025-06-01");
  CHECK(first.holders() == 2);
  CHECK(first.active_holders() == 1);
  Summary all;
  add(all, holding("2023-07-01"), "2025-06-01");
  add(all, holding("2023-05-01"), "2025-06-01");
  add(all, holding("2025-07-01"), "2025-06-01");
  all.add(first);
  CHECK(all.holders() == 5);
  CHECK(all.active_holders() == 2);
  REQUIRE(all.by_certification().size() == 2);
  CHECK(all.by_certification().at({"atlassian", "ACP-120"}) == Counts{.expired = 1});
  const Counts acp_620{.active = 2,
                       .suspended = 1,
                       .expired = 1,
                       .upcoming = 1,
                       .due_30 = 1,
                       .due_60 = 1,
                       .due_90 = 1,
                       .renewed = 1};
  CHECK(all.by_certification().at({"atlassian", "ACP-620"}) == acp_620);
  Counts total = acp_620;
  total.expired = 2;
  CHECK(all.total() == total);
}

TEST_CASE("A summary counts by programme, and how many hold a designation") {
  LogBuilder expert;
  for (const auto* const code : {"ACP-520", "ACP-420", "ACP-620", "ACP-120"}) {
    expert.earned(code, "2024-01-10");
  }
  expert.tracked("CKA", "2024-01-10");
  Summary all;
  add(all, expert, "2025-06-01");
  add(all, holding(), "2025-06-01");
  CHECK(all.by_certification().at({"none", "CKA"}) == Counts{.active = 1});
  CHECK(all.by_certification().at({"atlassian", "ACP-620"}) == Counts{.active = 2});
  CHECK(all.designations() == Summary::ByDesignation{{{"atlassian", "Administration Expert"}, 1}});
  Summary nobody;
  add(nobody, holding(), "2025-06-01");
  CHECK(nobody.designations() ==
        Summary::ByDesignation{{{"atlassian", "Administration Expert"}, 0}});
}
