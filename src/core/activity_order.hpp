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

/// A day up to as-of with its activities, as places in the order: exams first, then the others
/// (E3).
struct Day {
  Date date = Date::first();
  std::optional<Date> goes_stale;  ///< when its units are stale (U6); none: not up to as-of
  std::uint32_t first_exam = 0;
  std::uint32_t first_other = 0;
  std::uint32_t end = 0;
};

/// When what was done: the same for all certifications of a log.
class ActivityOrder {
 public:
  /// Takes the activities of `log` and their days up to `as_of` (A1). Writes all of them, in order
  /// (see Renewals::order), to `order`, which must stay.
  void set_up(const Log& log, const Policy& policy, Date as_of,
              std::vector<Index<Activity>>& order);

  [[nodiscard]] std::span<const Day> days() const { return days_; }
  [[nodiscard]] std::span<const Index<Activity>> all(const Day& day) const {
    return order_.subspan(day.first_exam, day.end - day.first_exam);
  }
  [[nodiscard]] std::span<const Index<Activity>> exams(const Day& day) const {
    return order_.subspan(day.first_exam, day.first_other - day.first_exam);
  }
  [[nodiscard]] std::span<const Index<Activity>> others(const Day& day) const {
    return order_.subspan(day.first_other, day.end - day.first_other);
  }

 private:
  std::span<const Index<Activity>> order_;
  std::vector<Day> days_;
};

}  // namespace certrenew
