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

/// A day up to as-of, and what was done on it: exams first, then the others (E3), the larger units
/// first (U7).
struct Day {
  Date date = Date::first();
  std::optional<Date> goes_stale;  ///< when its units are stale (U6); none: not up to as-of
  std::span<const Index<Activity>> exams;
  std::span<const Index<Activity>> others;
};

/// When what was done: the same for all certifications of a log.
class ActivityOrder {
 public:
  /// Takes the activities of `log` and their days up to `as_of` (A1). Writes all of them, in order
  /// (see Renewals::order), to `order`, which must stay.
  void set_up(const Log& log, const Policy& policy, Date as_of,
              std::vector<Index<Activity>>& order);

  [[nodiscard]] std::span<const Day> days() const { return days_; }

 private:
  std::vector<Day> days_;
};

}  // namespace certrenew
