// The renewal engine: what each certification's cycles are, and why. Everything that the program
// says about a log is read off its result; nothing is computed a second way.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "certrenew/answer.hpp"

namespace certrenew {

/// An index, or none, in the room of an index: an answer has millions of them.
class MaybeIndex {
 public:
  constexpr MaybeIndex() noexcept = default;
  constexpr MaybeIndex(std::uint32_t index) noexcept : index_{index} {}  // NOLINT(*-explicit-*)

  [[nodiscard]] constexpr bool has_value() const noexcept { return index_ != none; }
  explicit constexpr operator bool() const noexcept { return has_value(); }
  /// Precondition: there is one.
  constexpr std::uint32_t operator*() const noexcept { return index_; }
  friend constexpr bool operator==(MaybeIndex, MaybeIndex) noexcept = default;

 private:
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
  std::uint32_t index_ = none;
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
  Outcome outcome = Outcome::planned;
  Assumption assumption = Assumption::none;
  MaybeIndex cycle;  ///< of the credential's cycles: the one it belongs to, or began
  /// Which use of its type in the cycle this was, from 1 (U7); 0 where uses are not counted.
  std::uint32_t use = 0;
  /// The activity that this outcome rests on: the exam that had already renewed it that day, or the
  /// earlier completion of the same course.
  MaybeIndex rests_on;
  Units total{};  ///< the cycle's total right after this activity, on its day (U7)

  /// Whether the activity did anything for the certification.
  [[nodiscard]] constexpr bool counts() const noexcept {
    constexpr auto bit = [](Outcome one) { return 1U << static_cast<unsigned>(one); };
    return (bit(outcome) & (bit(Outcome::counted) | bit(Outcome::used) | bit(Outcome::renewed) |
                            bit(Outcome::earned) | bit(Outcome::earned_anew))) != 0;
  }
};

/// What the engine makes of one certification.
struct Credential {
  Status status = Status::upcoming;  ///< on as-of (C2)
  std::vector<Cycle> cycles;         ///< in order, never empty; the last is the one in force
  Units counted;                     ///< toward the open cycle on as-of (U7)
  std::vector<bool> courses;         ///< which of the type's courses the open cycle has completed
  std::span<Verdict> verdicts;       ///< one for each activity of the log, in the log's order

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
  bool computed = false;  ///< whether it was added to a date computed from that one
};

/// What the engine makes of one log.
struct Renewals {
  explicit Renewals(Date day) noexcept : as_of{day} {}
  Renewals(Renewals&&) noexcept = default;
  Renewals& operator=(Renewals&&) noexcept = default;
  ~Renewals() = default;

  Date as_of;                           ///< the day of the calculation (D4)
  std::vector<Credential> credentials;  ///< in the order of Log::certifications
  std::vector<Verdict> verdicts;        ///< of all credentials, one after the other
  /// Every activity, by day, exams first, then the larger units, then the log's order (E3, U7).
  std::vector<Index<Activity>> order;
  /// Dates that cannot be; where there are any, there is no answer.
  std::vector<OutOfRange> out_of_range;
};

/// Applies every rule of `policy` to `log` as of `as_of`. Pure (A3): no clock, no files, no state.
/// Precondition: `log` was read under `policy`, or keeps what log.hpp promises.
Renewals calculate(const Log& log, const Policy& policy, Date as_of);

/// Calculates one log after another under one policy, which must outlive it.
class Engine {
 public:
  explicit Engine(const Policy& policy);
  ~Engine();

  /// What calculate() gives.
  Renewals calculate(const Log& log, Date as_of);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace certrenew
