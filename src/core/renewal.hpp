// The renewal engine: what each certification's cycles are, and why. Everything that the program
// says about a log is read off its result; nothing is computed a second way.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
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

/// What became of one activity for one certification, and what that rests on.
struct Verdict {
  Outcome outcome = Outcome::planned;
  MaybeIndex cycle;  ///< of the credential's cycles: the one it belongs to, or began
  /// Which use of its type in the cycle this was, from 1 (U7); 0 where uses are not counted.
  std::uint32_t use = 0;
  /// The activity that this outcome rests on: the exam that had already renewed it that day, the
  /// earlier completion of the same course, or the activity that this one duplicates.
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
  std::vector<Cycle> cycles;         ///< in order; empty where it is tracked, and only then
  Units counted;                     ///< toward the open cycle on as-of (U7)
  std::vector<bool> courses;         ///< which of the type's courses the open cycle has completed
  std::span<Verdict> verdicts;       ///< one for each activity of the log, in the log's order

  /// The cycle in force on as-of: the latest.
  [[nodiscard]] const Cycle& cycle() const { return cycles.back(); }
};

/// A computed date that would leave 0001-01-01 to 9999-12-31 (D1).
struct OutOfRange {
  /// The dates of a log that others are computed from.
  enum class From : std::uint8_t { earned, suspends, activity };
  From from;              ///< which date it was computed from
  std::uint32_t index;    ///< of that certification, or of that activity
  Duration distance{};    ///< its distance from that date
  bool before = false;    ///< whether it lies before that date
  bool computed = false;  ///< whether it was added to a date computed from that one
};

/// What the engine makes of one log.
struct Renewals {
  explicit Renewals(Date day) noexcept : as_of{day} {}
  Renewals(Renewals&&) noexcept = default;
  Renewals& operator=(Renewals&&) noexcept = default;
  ~Renewals() = default;

  /// Activities as one programme sees them.
  struct Order {
    std::optional<Index<Policy>> programme;  ///< none: those of tracked certifications
    /// Every activity, by day, exams first, then the larger units, then the log's order (E3, U7).
    std::vector<Index<Activity>> activities;
  };

  Date as_of;                           ///< the day of the calculation (D4)
  std::vector<Credential> credentials;  ///< in the order of Log::certifications
  std::vector<Verdict> verdicts;        ///< of all credentials, one after the other
  std::vector<Order> orders;            ///< of the programmes of the log's certifications
  /// Dates outside the calendar (D1). If there are any, there is no answer.
  std::vector<OutOfRange> out_of_range;
};

/// Applies every rule of `policies` to `log` as of `as_of`. Pure (A3): no clock, no files, no
/// state. Precondition: `log` was read under `policies`, or keeps what log.hpp promises. A tracked
/// certification has no cycles.
Renewals calculate(const Log& log, const Policies& policies, Date as_of);

}  // namespace certrenew
