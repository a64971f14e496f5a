// The ways of a plan once more, as plainly as the manual defines them: every way of the family is
// tried, and judged by the naive implementation on the whole log. It shares no code with the
// planner.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "certrenew/log.hpp"
#include "certrenew/plan.hpp"
#include "certrenew/policy.hpp"

namespace certrenew::testing {

/// An exam, or units: ordered by day, exams first, then in the log's order.
struct BruteStep {
  Date date;
  bool is_units = false;
  std::uint32_t exam = 0;  ///< whose, in the log
  Units units;

  friend auto operator<=>(const BruteStep&, const BruteStep&) = default;
};
using BruteSteps = std::vector<BruteStep>;

/// Exams, steps, hundredths of units, forfeited days, suspended days.
using FiveTotals = std::vector<std::int64_t>;

struct BruteJudgement {
  FiveTotals totals;
  std::int64_t extension_days = 0;
  std::vector<std::uint32_t> exams;  ///< whose, in the log's order
};

struct BrutePlan {
  std::vector<std::uint32_t> participants;  ///< in the log's order
  Date last = Date::first();                ///< the latest day by which one of them renews
  std::map<BruteSteps, BruteJudgement> ways;

  /// Those that no other one beats. Of equals the one with more extension days, then the one whose
  /// list of exams comes first.
  [[nodiscard]] std::map<FiveTotals, BruteJudgement> unbeaten() const;
};

/// A copy of the policy with one more type of activity, which has no limit: the last one.
Policy with_unlimited_type(const Policy& policy);

/// A copy of the log with activities that stand for the steps, for such a policy.
Log with_steps(const Log& log, const Policy& with_unlimited, const BruteSteps& steps);

/// Nothing where a date leaves the calendar.
std::optional<BrutePlan> brute_plan(const Log& log, const Policy& policy, Date as_of,
                                    const PlanOptions& options);

}  // namespace certrenew::testing
