// The renewal engine: what each certification's cycles are, and why. Everything that the program
// prints about a log is read off the result of calculate(); nothing is computed a second way.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "certrenew/date.hpp"
#include "certrenew/log.hpp"
#include "certrenew/policy.hpp"
#include "certrenew/units.hpp"

/// When certifications suspend and expire, and what renews them. read_log() reads a log,
/// calculate() answers it, and everything that is known about it stands in the one result. Rule ids
/// such as U6 are those of the README.
namespace certrenew {

/// How a cycle began. The first one by earning (C3) or given (C4); later ones by a renewal (C5) or
/// by earning the expired certification anew (C6).
enum class Began : std::uint8_t { earned, given, units, exam, courses, earned_anew };

/// How a cycle closed: by a renewal, or by running out.
enum class Closed : std::uint8_t { units, exam, courses, expired };

/// A certification's standing on a day (C2).
enum class Status : std::uint8_t { upcoming, active, suspended, expired };

/// What became of an activity, as far as one certification is concerned (RULES, "What became of
/// each activity"): exactly one of these.
enum class Outcome : std::uint8_t {
  planned,              ///< done after as-of (A1)
  other_certification,  ///< another certification's exam (E1)
  failed,               ///< an exam not passed
  not_required,         ///< the type is not renewed by such a thing
  before_cycle,  ///< before the first cycle that the log knows (U2), or its given first day (U4)
  renewed,       ///< the exam that closed the cycle (E1, C5)
  earned_anew,   ///< the exam that earned an expired certification anew (C6)
  earned,        ///< an exam on the first day of a cycle begun by earning (E2)
  too_early,     ///< an exam before its window (E2)
  after_expiration,  ///< done when the certification had expired (U2)
  used,              ///< part of the renewal that closed the cycle (U3, K1)
  over_limit,        ///< more uses of its type than count (U5, U7), or a course once more
  stale,             ///< its units were no longer worth anything (U6)
  superseded,        ///< something else closed the cycle, or had renewed it that day
  lapsed,            ///< in a cycle that expired
  counted,           ///< toward the open cycle
};

/// A decision that only an assumption of ours settles: a rule marked [chosen].
enum class Assumption : std::uint8_t {
  none,
  first_day_counts,     ///< done on the day the certification was earned, and counted (U2)
  given_day_dropped,    ///< done on the first day of a given cycle, and dropped (U4)
  renewal_day_dropped,  ///< done on the day of a renewal that did not need it all, and dropped (U4)
  stale_dropped,        ///< its units were dropped as stale (U6)
};

/// What became of one activity for one certification, and what that rests on.
struct Verdict {
  /// In place of an index: there is none.
  static constexpr std::uint32_t none = 0xFFFF'FFFF;

  Outcome outcome = Outcome::planned;        ///< what became of it
  Assumption assumption = Assumption::none;  ///< the chosen rule alone that settles it, if any
  std::uint32_t cycle =
      none;  ///< index into Credential::cycles of the cycle it belongs to, or began
  /// Which use of its type in the cycle this was, from 1 (U7); 0 where uses are not counted.
  std::uint32_t use = 0;
  /// The activity that this outcome rests on: the exam that had already renewed it that day, the
  /// earlier completion of the same course.
  std::uint32_t rests_on = none;
  Units total{};  ///< the cycle's total right after this activity, on its day (U7)

  /// Whether the activity did anything for the certification.
  [[nodiscard]] constexpr bool counts() const noexcept {
    constexpr auto bit = [](Outcome one) { return 1U << static_cast<unsigned>(one); };
    return (bit(outcome) & (bit(Outcome::counted) | bit(Outcome::used) | bit(Outcome::renewed) |
                            bit(Outcome::earned) | bit(Outcome::earned_anew))) != 0;
  }
};

/// One term of a certification: active from `start`, suspended from `suspends`, gone on `expires`.
struct Cycle {
  /// An open cycle with these, and nothing else known of it.
  Cycle(Date its_start, Began how, Date its_suspension, Date its_expiration) noexcept
      : start{its_start}, began_by{how}, suspends{its_suspension}, expires{its_expiration} {}

  Date start;      ///< the first day of it (C3, C4, C5, C6)
  Began began_by;  ///< how it began
  Date suspends;   ///< the first day of being suspended (C1), unless it is renewed before
  Date expires;    ///< the first day of being expired (C1), unless it is renewed before
  /// The days on which its exam renews it (E2); none where the type has no exam.
  std::optional<Interval> exam_window{};
  /// The activity that began it: the exam, or the one that reached the requirement; none for the
  /// first cycle.
  std::optional<std::uint32_t> begun_by_activity{};
  std::optional<Date> closed{};       ///< the day of renewal or expiration; none while open
  std::optional<Closed> closed_by{};  ///< exactly where `closed` is given
  /// Which of its dates fell on the last day of a shorter month (D2).
  struct Rounded {
    bool suspends = false;     ///< the suspension did
    bool expires = false;      ///< the expiration did
    bool exam_window = false;  ///< the first day of the exam window did

    /// Whether one of them did.
    [[nodiscard]] constexpr bool any() const noexcept { return suspends || expires || exam_window; }
  };
  Rounded rounded{};  ///< those of this cycle

  /// Whether its first day belongs to it (U2): it began by earning, or by earning anew.
  [[nodiscard]] constexpr bool begun_by_earning() const noexcept {
    return began_by == Began::earned || began_by == Began::earned_anew;
  }
  /// Whether another cycle was closed by the renewal that began it (C5).
  [[nodiscard]] constexpr bool begun_by_renewal() const noexcept {
    return began_by == Began::units || began_by == Began::exam || began_by == Began::courses;
  }
};

/// One certification's answer.
struct Credential {
  Status status = Status::upcoming;  ///< on as-of (C2)
  std::vector<Cycle> cycles;         ///< in order, never empty; the last is the one in force
  Units counted;                     ///< toward the open cycle on as-of (U7)
  std::vector<bool> courses;         ///< which of the type's courses the open cycle has completed
  std::vector<Verdict> verdicts;     ///< one for each activity of the log, in the log's order

  /// The cycle in force on as-of: the latest.
  [[nodiscard]] const Cycle& cycle() const { return cycles.back(); }
};

/// A computed date that would leave 0001-01-01 to 9999-12-31 (D1).
struct OutOfRange {
  /// The dates of a log that others are computed from.
  enum class From : std::uint8_t { earned, suspends, expires, activity };
  From from;              ///< which date it was computed from
  std::uint32_t index;    ///< of that certification, or of that activity
  int months;             ///< what was added to it
  bool computed = false;  ///< … or, rather, to a date computed from it
};

/// `24 months after 9999-01-01 lies outside 0001-01-01 to 9999-12-31`; `date` is the one that it
/// was computed from.
std::string describe(const OutOfRange& one, Date date);

/// The answer to one log.
struct Renewals {
  Date as_of;                           ///< the day of the calculation (D4)
  std::vector<Credential> credentials;  ///< in the order of Log::certifications
  /// Every activity, by day, exams first, then the larger units, then the log's order (E3, U7).
  std::vector<std::uint32_t> order;
  /// Dates that cannot be; where there are any, the log is not valid and there is no answer.
  std::vector<OutOfRange> out_of_range;
};

/// The most outcomes of one log: its certifications times what each is held against, the activities
/// and the policy's activity types and courses.
inline constexpr std::size_t most_outcomes = 5'000'000;

/// Why there are more than most_outcomes; nothing where there are not.
std::optional<std::string> too_large(const Log& log, const Policy& policy);

/// Applies every rule of `policy` to `log` as of `as_of`. Pure (A3): no clock, no files, no state.
/// Activities after `as_of` change nothing (A1). Takes time in proportion to certifications times
/// activities. Precondition: `log` was read under `policy`, or keeps what log.hpp promises.
Renewals calculate(const Log& log, const Policy& policy, Date as_of);

/// The same for one log after another, in memory that is used again.
class Calculation {
 public:
  /// `policy` must outlive it.
  Calculation(const Policy& policy, Date as_of);
  ~Calculation();

  /// What calculate() gives for `log`; it lives until the next call.
  const Renewals& of(const Log& log);

  /// The last result, to keep.
  [[nodiscard]] Renewals take() &&;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The first day on which an activity done on `date` is no longer worth anything (U6); none: never.
inline std::optional<Date> goes_stale(Date date, const Policy& policy) noexcept {
  if (!policy.units_valid_months) return std::nullopt;
  const auto stale = add_months(date, *policy.units_valid_months);
  return stale ? std::optional{stale->date} : std::nullopt;  // D1: past the end, never
}

/// What it is called in every answer: `active` and so on.
std::string_view name_of(Status status) noexcept;
/// `earned-anew` and so on.
std::string_view name_of(Began began) noexcept;
/// `units` and so on.
std::string_view name_of(Closed closed) noexcept;
/// `over-limit` and so on.
std::string_view name_of(Outcome outcome) noexcept;

/// Why an activity has the outcome that it has for a credential: one plain sentence, without a full
/// stop, that names the dates and numbers it rests on. UTF-8 from the log unescaped: escape to
/// print. `credential` and `activity` are indices into the log's. Preconditions: `renewals` is what
/// calculate() gave for `log` and `policy`, and nothing in it is out of range.
std::string reason(const Log& log, const Policy& policy, const Renewals& renewals,
                   std::uint32_t credential, std::uint32_t activity);

/// The units that counted toward the cycle right after that activity (U7); none where it adds none.
std::optional<Units> running_total(const Log& log, const Policy& policy, const Renewals& renewals,
                                   std::uint32_t credential, std::uint32_t activity);

/// Of the units that count toward the open cycle, those that still do on `day`, which is not before
/// as-of, where nothing more is done (U6).
Units still_counting(const Log& log, const Policy& policy, const Renewals& renewals,
                     std::uint32_t credential, Date day);

/// How a cycle began: `renewed by CE units on 2025-11-14`.
std::string how_it_began(const Cycle& cycle);
/// How it closed: `expired on 2026-02-15`; of an open one: `open`.
std::string how_it_closed(const Cycle& cycle);

}  // namespace certrenew
