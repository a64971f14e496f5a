// The ways of a plan once more, as plainly as the manual defines them: every way of the family is
// tried, and judged by the naive implementation on the whole log, under each reading again. It
// shares no code with the planner.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "brute_future.hpp"
#include "certrenew/log.hpp"
#include "certrenew/plan.hpp"
#include "certrenew/policy.hpp"

namespace certrenew::testing {

/// Exams, steps, hundredths of units, forfeited days, suspended days.
using FiveTotals = std::vector<std::int64_t>;

/// By when each of those that take part is to be renewed, in the log's order.
using LastDays = std::vector<Date>;

struct BruteJudgement {
  FiveTotals totals;
  std::int64_t extension_days = 0;
  std::vector<std::uint32_t> exams;  ///< whose, in the log's order
  std::vector<LastDays> last_days;   ///< of each choice of them that leads to these steps
};

struct BrutePlan {
  std::vector<std::uint32_t> participants;  ///< in the log's order
  Date last = Date::first();                ///< the latest day by which one of them renews
  std::map<BruteSteps, BruteJudgement> ways;

  /// Those that no other one beats. Of equals the one with more extension days, then the one whose
  /// list of exams comes first.
  [[nodiscard]] std::map<FiveTotals, BruteJudgement> unbeaten() const;
};

/// The plan for the certifications of one programme. Nothing where a date leaves the calendar.
std::optional<BrutePlan> brute_plan(const Log& log, const Policies& policies,
                                    Index<Policy> programme, Date as_of,
                                    const PlanOptions& options);

/// The ids of the readings under which the steps of one way of `plan` would not renew everybody in
/// time (R1).
std::vector<std::string> brute_doubts(const Log& log, const Policies& policies,
                                      Index<Policy> programme, Date as_of, const BrutePlan& plan,
                                      const BruteSteps& steps);

}  // namespace certrenew::testing
