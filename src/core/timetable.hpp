// The days on which something was done, in the order in which the rules look at them.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "certrenew/date.hpp"
#include "certrenew/log.hpp"
#include "certrenew/policy.hpp"

namespace certrenew {

/// A day up to as-of with its activities, as positions in Timetable::order: exams first, then the
/// others (E3).
struct Day {
  Date date;
  std::uint32_t first_exam;
  std::uint32_t first_other;
  std::uint32_t end;
};

/// What all certifications share: when what was done, and when it goes stale.
struct Timetable {
  Timetable(const Log& log, const Policy& policy, Date as_of);

  [[nodiscard]] std::span<const std::uint32_t> exams(const Day& day) const {
    return std::span{order}.subspan(day.first_exam, day.first_other - day.first_exam);
  }
  [[nodiscard]] std::span<const std::uint32_t> others(const Day& day) const {
    return std::span{order}.subspan(day.first_other, day.end - day.first_other);
  }

  std::vector<std::uint32_t> order;           ///< all activities: see Renewals::order
  std::vector<Day> days;                      ///< those up to as-of (A1)
  std::vector<std::optional<Date>> stale_on;  ///< by activity: see goes_stale()
};

}  // namespace certrenew
