// The next deadline of a credential.

#include <algorithm>

#include "catch.hpp"
#include "certrenew/plan.hpp"
#include "core/generated_logs.hpp"
#include "support.hpp"

using namespace certrenew;
using namespace certrenew::testing;

namespace {

/// `2026-01-31 to stay active, 40, exam from 2025-11-01: earn …`; empty where there is none.
std::string next(const LogBuilder& log, std::string_view as_of, std::size_t credential = 0) {
  const Answer answer = log.answer_as_of(as_of, Doubts::none);
  const auto found = next_deadline(answer.credentials()[credential]);
  if (!found) return {};
  std::string text =
      to_string(found->by) + (found->is_to_stay_active ? " to stay active" : " not to expire");
  if (found->units_needed) text += ", " + to_string(*found->units_needed);
  if (found->exam_from) text += ", exam from " + to_string(*found->exam_from);
  return text + ": " + found->message;
}

}  // namespace

TEST_CASE("an active certification is due on its last active day") {
  CHECK(next(LogBuilder{}.earned("ACP-620", "2024-02-01").cw("2025-05-01", 6), "2026-01-02") ==
        "2026-01-31 to stay active, 40, exam from 2025-11-01: earn 40 more CE units by 2026-01-31, "
        "or pass the exam");
}

TEST_CASE("a suspended certification is due on the last day before it expires") {
  CHECK(next(LogBuilder{}.earned("ACP-620", "2024-02-01"), "2026-02-01") ==
        "2026-04-30 not to expire, 100, exam from 2025-11-01: earn 100 more CE units by "
        "2026-04-30, or pass the exam");
}

TEST_CASE("the units that go stale before the last day are needed, too") {
  CHECK(next(LogBuilder{}.earned("ACP-620", "2024-02-01").cw("2024-04-01", 9), "2026-02-01") ==
        "2026-04-30 not to expire, 100, exam from 2025-11-01: earn 10 more CE units by 2026-03-31 "
        "(100 if later, until 2026-04-30), or pass the exam");
}

TEST_CASE("nothing is due for what has expired or lies in the future") {
  CHECK(next(LogBuilder{}.earned("ACP-620", "2020-02-01"), "2026-02-01").empty());
  CHECK(next(LogBuilder{}.earned("ACP-620", "2027-02-01"), "2026-02-01").empty());
}

TEST_CASE("a tracked certification is due on the day before its next date") {
  LogBuilder log;
  log.tracked("CKA", {}, "2026-03-01", "2026-06-01");
  CHECK(next(log, "2026-02-28") ==
        "2026-02-28 to stay active: suspends 2026-03-01; its programme says what renews it");
  CHECK(next(log, "2026-03-01") ==
        "2026-05-31 not to expire: expires 2026-06-01; its programme says what renews it");
  CHECK(next(log, "2026-06-01").empty());
  CHECK(next(LogBuilder{}.tracked("CKA", "2026-01-01"), "2026-06-01").empty());
}

TEST_CASE("the next deadline is one of the plan's, on generated logs") {
  std::size_t seen = 0;
  for_generated_logs(
      [&](Generator&, const Policies& policies, const Log& log, Date as_of) {
        if (!in_range(calculate(log, policies, as_of))) return;
        const Answer given = answer(log, policies, as_of);
        const Plan plan = make_plan(given);
        for (const CredentialAnswer one : given.credentials()) {
          const auto planned =
              std::find_if(plan.deadlines.begin(), plan.deadlines.end(),
                           [&](const Deadline& its) { return its.credential == one.index(); });
          const auto found = next_deadline(one);
          if (one.is_tracked()) continue;
          REQUIRE(found.has_value() == (planned != plan.deadlines.end()));
          if (!found) continue;
          const LastDay& last = planned->finish_active.value_or(planned->finish_expiring);
          CHECK(found->by == last.date);
          CHECK(found->units_needed == last.units_needed);
          CHECK(found->by >= as_of);
          ++seen;
        }
      },
      300);
  CHECK(seen > 100);
}
