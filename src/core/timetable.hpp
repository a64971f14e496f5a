// The days on which something was done, in the order in which the rules look at them.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "certrenew/date.hpp"
#include "certrenew/log.hpp"
#include "certrenew/policy.hpp"

namespace certrenew {

/// A day up to as-of with its activities, as positions in the order: exams first, then the others
/// (E3).
struct Day {
  /// Comes after the rank of every date.
  static constexpr std::uint32_t never = std::numeric_limits<std::uint32_t>::max();

  Day(Date its_date, std::uint32_t begin) noexcept
      : date{its_date}, first_exam{begin}, first_other{begin}, end{begin} {}

  Date date;
  /// The rank of the first day on which its units are stale (U6), or never.
  std::uint32_t goes_stale = never;
  std::uint32_t first_exam;
  std::uint32_t first_other;
  std::uint32_t end;
};

/// What all certifications share: when what was done.
class Timetable {
 public:
  /// Takes the activities of `log` and their days up to `as_of` (A1). Writes all of them, in order
  /// (see Renewals::order), to `order`, which must stay.
  void set_up(const Log& log, const Policy& policy, Date as_of, std::vector<std::uint32_t>& order);

  [[nodiscard]] std::span<const Day> days() const { return days_; }
  [[nodiscard]] std::span<const std::uint32_t> all(const Day& day) const {
    return order_.subspan(day.first_exam, day.end - day.first_exam);
  }
  [[nodiscard]] std::span<const std::uint32_t> exams(const Day& day) const {
    return order_.subspan(day.first_exam, day.first_other - day.first_exam);
  }
  [[nodiscard]] std::span<const std::uint32_t> others(const Day& day) const {
    return order_.subspan(day.first_other, day.end - day.first_other);
  }

 private:
  /// An activity and what decides its place.
  struct Ranked {
    std::uint64_t rank;
    std::uint32_t activity;
    friend auto operator<=>(const Ranked&, const Ranked&) = default;
  };

  std::vector<Ranked> ranked_;
  std::span<const std::uint32_t> order_;
  std::vector<Day> days_;
};

}  // namespace certrenew
