// Plans: what to do by when, and the best ways of doing it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "certrenew/answer.hpp"

namespace certrenew {

/// A last day, and the CE units still needed if they are earned then: by then some may have gone
/// stale (U6).
struct LastDay {
  Date date;                          ///< inclusive: on the next it is too late
  std::optional<Units> units_needed;  ///< none where the type is not renewed by units
};

/// The next day by which something must be done for a credential, and what. The day is safe (R2).
struct NextDeadline {
  Date by;                              ///< the last day to act
  bool is_to_stay_active;               ///< false: not to expire, since it is suspended already
  std::optional<Units> units_needed{};  ///< to be earned by then (U6); none: units do not renew it
  /// To be completed by then, in the policy's order; none: courses do not renew it.
  std::optional<std::vector<std::string_view>> courses_missing{};
  std::optional<Date> exam_from{};  ///< the first day of the exam window; none: no exam renews it
  std::string message;  ///< what to do, in one sentence; UTF-8 from log and policy unescaped
};

/// The next deadline of a credential. A tracked one (P2) must be seen to by the day before the
/// first of its dates that is still to come. None: it is expired or upcoming, it never suspends, or
/// nothing renews it and it is not tracked.
std::optional<NextDeadline> next_deadline(const CredentialAnswer& one);

/// What may still be used of a limited activity type in the open cycle (U5).
struct Allowance {
  Index<ActivityType> type;  ///< in the policy of its programme
  std::uint32_t limit;       ///< the most uses per cycle
  std::uint32_t left;        ///< 0 to `limit`
};

/// So many activities of a type.
struct ActivityCount {
  Index<ActivityType> type;  ///< in the policy of its programme
  std::uint64_t count;       ///< 1 or more
};

/// What a credential needs, and by when. The days are safe (R2). A credential has a deadline if it
/// is active or suspended on as-of, something renews it, and it suspends at all.
struct Deadline {
  Index<Certification> credential;             ///< of the log
  std::optional<Units> units_needed{};         ///< on as-of; none: units do not renew it
  std::optional<LastDay> finish_active{};      ///< to stay active; none: it is suspended already
  LastDay finish_expiring;                     ///< to avoid expiry
  std::optional<ExamWindow> exam_window;       ///< E2, E5
  std::vector<Index<Course>> missing_courses;  ///< of the policy of its programme (K1)
  std::vector<Allowance> allowance{};  ///< for each limited type; empty if units do not renew it
  /// The fewest activities that give the units needed on as-of: those worth the most first, within
  /// their limits, then a type without a limit. None: no types suffice. Types for which the policy
  /// gives no units are left out.
  std::optional<std::vector<ActivityCount>> fewest{};
  std::optional<std::vector<ActivityCount>>
      fewest_unlimited{};  ///< the same, using only types without a limit
};

/// How many units of a step may be earned before its day without changing a date of the way.
struct EarlyUnits {
  Units units;  ///< at most, in any portions
  Date from;    ///< the first day on which they may be earned
};

/// A part of a way: one exam, or the units of one day.
struct Step {
  Date date;                                   ///< the day to do it on
  std::optional<Index<Certification>> exam;    ///< whose exam; none: units
  std::optional<Units> units;                  ///< to be earned on that day; none: an exam
  std::optional<EarlyUnits> may_be_earlier{};  ///< none: no units are known to fit earlier
  std::vector<Index<Certification>> renews{};  ///< in the log's order
};

/// Where a credential stands at the end of a way.
struct Standing {
  Index<Certification> credential;  ///< of the log
  Status status;                    ///< on the day of the last step
  std::optional<Date> suspends;     ///< of the last cycle; none: never
  std::optional<Date> expires;      ///< likewise
  std::vector<Cycle> renewals;      ///< the cycles that began on the way
  std::int64_t extension_days;      ///< days from the suspension known on as-of to the last one
  std::int64_t forfeited_days;      ///< days left until suspension at the first renewal
  std::int64_t suspended_days;      ///< days suspended between as-of and the first renewal
};

/// What a way asks for and gives: the sums over those that take part.
struct Totals {
  std::int64_t exams = 0;           ///< to be passed
  std::int64_t steps = 0;           ///< exams, and days on which units are earned
  Units units;                      ///< to be earned
  std::int64_t extension_days = 0;  ///< sum of Standing::extension_days
  std::int64_t forfeited_days = 0;  ///< sum of Standing::forfeited_days
  std::int64_t suspended_days = 0;  ///< sum of Standing::suspended_days
};

/// What a way is best at.
enum class WayLabel : std::uint8_t {
  no_exam,          ///< fewest exams, then fewest days forfeited
  fewest_units,     ///< fewest units
  least_forfeited,  ///< fewest days forfeited
  one_day,          ///< fewest steps, then fewest days forfeited
};
/// `no-exam` and so on: what answers call it.
std::string_view name_of(WayLabel label) noexcept;

/// How long a designation is held at the end of a way (P5).
struct HeldUntil {
  const Designation* designation;  ///< of the policy of its programme
  std::optional<Date> until;       ///< the first day without it; none: for ever
};

/// One way of renewing all credentials that take part. The engine has calculated it from the log,
/// the activities that the log plans after as-of, and these steps.
struct Way {
  Index<Policy> programme;            ///< of the credentials that take part
  std::vector<WayLabel> labels;       ///< what it is best at; of equal ways, the first listed
  std::vector<Step> steps;            ///< by day, exams first, then in the log's order
  std::vector<Standing> credentials;  ///< of those that take part, in the log's order
  Totals totals;                      ///< over all credentials that take part
  /// The readings under which it would not renew all of them in time (R1), in the policy's order.
  std::vector<const Reading*> doubts;
  std::vector<HeldUntil> designations;  ///< those that it gives or keeps, in the policy's order
  std::string say;  ///< what to do, in one sentence; UTF-8 from the log unescaped
};

/// A credential that takes no part, and what would help.
struct LeftAlone {
  Index<Certification> credential;  ///< of the log
  std::string message;              ///< says why, and what would help; UTF-8 from the log unescaped
};

/// What a plan may do.
struct PlanOptions {
  /// The latest day of a step; not before as-of; none: no limit.
  std::optional<Date> finish{};
  bool allow_suspension = false;  ///< whether to try ways that first suspend a credential
  bool all_ways = false;          ///< whether more than eight ways are listed
};

/// What to do by when, and the best ways of doing it.
struct Plan {
  std::vector<Deadline> deadlines;  ///< in the log's order
  /// The ways that no other way beats in exams, forfeited days, suspended days, units and steps: up
  /// to eight for each programme, or all with PlanOptions::all_ways.
  std::vector<Way> ways;
  std::size_t unbeaten = 0;           ///< how many ways no other way beats; `ways` may list fewer
  std::size_t compared = 0;           ///< how many different ways there are
  std::vector<LeftAlone> left_alone;  ///< in the log's order
  std::vector<std::string> left_out;  ///< what was not compared, and why
};

/// Plans for the credentials that the answer shows. Tries every way for up to eight credentials
/// that take part (six with PlanOptions::allow_suspension). Runs the engine some thousand times
/// from as-of on.
Plan make_plan(const Answer& answer, const PlanOptions& options = {});

}  // namespace certrenew
