// Plans: what to do by when, and what each way of doing it gains or costs.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "certrenew/answer.hpp"

namespace certrenew {

/// A last day, and the CE units still needed if they are earned then: by then some may have gone
/// stale (U6).
struct LastDay {
  Date date;                          ///< inclusive: on the next it is too late
  std::optional<Units> units_needed;  ///< none where the type is not renewed by units
};

/// What may still be used of a limited activity type in the open cycle (U5).
struct Allowance {
  Index<ActivityType> type;  ///< in the policy
  std::uint32_t limit;       ///< the most uses per cycle
  std::uint32_t left;        ///< 0 to `limit`
};

/// So many activities of a type.
struct ActivityCount {
  Index<ActivityType> type;  ///< in the policy
  std::uint64_t count;       ///< 1 or more
};

/// What a credential needs, and by when. Those that are active or suspended on as-of have one.
struct Deadline {
  Index<Certification> credential;             ///< of the log
  std::optional<Units> units_needed;           ///< on as-of; none where not renewed by units
  std::optional<LastDay> finish_active;        ///< never to be suspended; none where it is already
  LastDay finish_expiring;                     ///< not to be lost
  std::optional<Interval> exam_window;         ///< E2
  std::vector<Index<Course>> missing_courses;  ///< of the policy (K1)
  std::vector<Allowance> allowance;            ///< of each limited type; empty where not by units
  /// The fewest activities that give what is needed on as-of: the largest units first, under their
  /// limits, then of a type without; none where no type suffices. The policy's units, without types
  /// whose units it does not give.
  std::optional<std::vector<ActivityCount>> fewest;
  std::optional<std::vector<ActivityCount>>
      fewest_unlimited;  ///< the same with unlimited types alone
};

/// An exam to be passed.
struct PlannedExam {
  Index<Certification> credential;  ///< of the log
  Date date;                        ///< within its window (E2)
};

/// Where a credential stands when all of a way is done.
struct Standing {
  Index<Certification> credential;  ///< of the log
  Status status;                    ///< on the way's last day
  Date suspends;                    ///< of the cycle in force then
  Date expires;                     ///< likewise
  std::vector<Cycle> renewals;      ///< the cycles that began on the way
  std::int64_t extension_days;      ///< new minus old suspension
  std::int64_t forfeited_days;      ///< sum over the renewals of the days left to suspension
  std::int64_t suspended_days;      ///< days from as-of to the way's last on which it is suspended
};

/// What a way asks for and gives, over all of its credentials.
struct Totals {
  std::int64_t exams = 0;           ///< to be passed
  Units units;                      ///< to be earned
  std::int64_t extension_days = 0;  ///< sum of Standing::extension_days
  std::int64_t forfeited_days = 0;  ///< sum of Standing::forfeited_days
  std::int64_t suspended_days = 0;  ///< sum of Standing::suspended_days
};

/// One way of renewing what is active or suspended, computed by calculate() on the log and what the
/// way adds to it, on its last day.
struct Way {
  /// By day, then in the log's order; none that renews nothing because something renewed it before.
  std::vector<PlannedExam> exams;
  std::optional<Date> finish;  ///< when the last unit is earned; none where none is needed
  /// The least number which, earned on `finish` by an activity without a limit, renews by then
  /// everything that the way renews by units.
  Units units_to_earn;
  /// How many of them can be earned before without renewing anything early: a multiple of the
  /// smallest unlimited activity. None where the policy gives no units for any.
  std::optional<Units> units_before_finish;
  /// The first of the days on which that many can be earned: before, they would renew something
  /// early, or not all that they renew on `finish`. None where any day from as-of on will do;
  /// `finish` where no day before it will.
  std::optional<Date> units_from;
  /// Where none can be earned before, but in several portions: what the smallest one would renew
  /// the day before.
  std::vector<Index<Certification>> early;
  std::vector<Index<Certification>> lost;  ///< credentials that have expired by then
  std::vector<Standing> credentials;       ///< one for each Deadline
  Totals totals;                           ///< of all of them
  std::string say;  ///< what to do, in one sentence; UTF-8 from the log unescaped
};

/// A credential that is not planned for, and what would help.
struct LeftAlone {
  Index<Certification> credential;  ///< of the log
  std::string message;              ///< says why, and what would help; UTF-8 from the log unescaped
};

/// What to do by when, the ways of doing it, and what there is no way for.
struct Plan {
  std::vector<Deadline> deadlines;    ///< of what is active or suspended, in the log's order
  std::vector<Way> ways;              ///< those without exams first
  std::vector<LeftAlone> left_alone;  ///< all others, in the log's order
  std::vector<std::string> left_out;  ///< ways that can't be gone, and why
};

/// Plans for what is active or suspended on as-of. `finish` is the day on which to earn the last
/// unit, in place of the days that are tried otherwise; precondition: not before as-of. Activities
/// of the log after as-of count in the ways from their day on. Runs the engine some ten times for
/// each way, and once or twice more for each day on which the log plans something.
Plan make_plan(const Answer& answer, std::optional<Date> finish = {});

}  // namespace certrenew
