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

/// What a credential needs, and by when: its days are safe (R2). A credential has a deadline if it
/// is active or suspended on as-of, something renews it, and it suspends at all.
struct Deadline {
  Index<Certification> credential;             ///< of the log
  std::optional<Units> units_needed;           ///< on as-of; none where not renewed by units
  std::optional<LastDay> finish_active;        ///< never to be suspended; none where it is already
  LastDay finish_expiring;                     ///< not to be lost
  std::optional<ExamWindow> exam_window;       ///< E2, E5
  std::vector<Index<Course>> missing_courses;  ///< of the policy of its programme (K1)
  std::vector<Allowance> allowance;            ///< of each limited type; empty where not by units
  /// The fewest activities that give what is needed on as-of: the largest units first, under their
  /// limits, then of a type without; none where no type suffices. The policy's units, without types
  /// whose units it does not give.
  std::optional<std::vector<ActivityCount>> fewest;
  std::optional<std::vector<ActivityCount>>
      fewest_unlimited;  ///< the same with unlimited types alone
};

/// How much of a step may be earned before its day.
struct EarlyUnits {
  Units units;  ///< at most, in any portions
  Date from;    ///< on any days from this one on
};

/// A part of a way: one exam, or the units of one day.
struct Step {
  Date date;                                   ///< the day to do it on
  std::optional<Index<Certification>> exam;    ///< whose exam; none: units
  std::optional<Units> units;                  ///< to be earned on that day; none: an exam
  std::optional<EarlyUnits> may_be_earlier{};  ///< every date of the way stays as it is
  std::vector<Index<Certification>> renews{};  ///< in the log's order
};

/// Where a credential stands at the end of a way.
struct Standing {
  Index<Certification> credential;  ///< of the log
  Status status;                    ///< on the day of the last step
  std::optional<Date> suspends;     ///< of the last cycle; none: never
  std::optional<Date> expires;      ///< likewise
  std::vector<Cycle> renewals;      ///< the cycles that began on the way
  std::int64_t extension_days;      ///< the last suspension less that of as-of
  std::int64_t forfeited_days;      ///< days left to suspension when it was first renewed
  std::int64_t suspended_days;      ///< days from as-of to then on which it is suspended
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

/// What a way is the best in.
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

/// One way of renewing all that take part. The engine has judged it on the log, with what that
/// plans after as-of, and these steps.
struct Way {
  Index<Policy> programme;            ///< of those that take part
  std::vector<WayLabel> labels;       ///< what it is the first best in
  std::vector<Step> steps;            ///< by day, exams first, then in the log's order
  std::vector<Standing> credentials;  ///< of those that take part, in the log's order
  Totals totals;                      ///< of all of them
  /// The readings under which it would not renew everybody in time (R1), in the policy's order.
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
  /// No step lies later. Not before as-of.
  std::optional<Date> finish{};
  bool allow_suspension = false;  ///< whether what is active may be suspended before it is renewed
  bool all_ways = false;          ///< whether more than eight ways are listed
};

/// What to do by when, and the best ways of doing it.
struct Plan {
  std::vector<Deadline> deadlines;  ///< in the log's order
  /// Those that no other way beats, by exams, forfeited days, suspended days, units and steps.
  std::vector<Way> ways;
  std::size_t unbeaten = 0;           ///< how many these are: `ways` may list fewer
  std::size_t compared = 0;           ///< how many different ways there are
  std::vector<LeftAlone> left_alone;  ///< in the log's order
  std::vector<std::string> left_out;  ///< what was not compared, and why
};

/// Plans for those credentials of the answer that it shows. Exact for up to eight that take part
/// (six where they may be suspended). Takes some thousand short runs of the engine, from as-of
/// on.
Plan make_plan(const Answer& answer, const PlanOptions& options = {});

}  // namespace certrenew
