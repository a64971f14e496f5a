// Civil days (RULES D1 to D3): the only dates this library knows.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace certrenew {

/// A civil (proleptic Gregorian) day from 0001-01-01 to 9999-12-31 (D1). There is no invalid Date.
class Date {
 public:
  /// 0001-01-01.
  static constexpr Date first() noexcept { return Date{-719'162}; }
  /// 9999-12-31.
  static constexpr Date last() noexcept { return Date{2'932'896}; }

  /// The day `year`-`month`-`day`, or nothing where the calendar has no such day in the range.
  static std::optional<Date> from_civil(int year, unsigned month, unsigned day) noexcept;

  /// Reads exactly `YYYY-MM-DD`: ten characters, nothing before or after (D1).
  static std::optional<Date> parse(std::string_view text) noexcept;

  /// The day that lies `days` days after 1970-01-01 (negative: before), or nothing out of range.
  static std::optional<Date> from_days(std::int64_t days) noexcept;

  /// Days since 1970-01-01, negative before it.
  [[nodiscard]] constexpr std::int32_t days() const noexcept { return days_; }

  /// Day of the month, 1 to 31.
  [[nodiscard]] unsigned day_of_month() const noexcept;

  /// Writes the ten characters `YYYY-MM-DD` to `to`; returns where they end.
  char* write_to(char* to) const noexcept;
  /// Appends `YYYY-MM-DD` to `out`.
  void append_to(std::string& out) const;

  /// The earlier day is the lesser one.
  friend constexpr auto operator<=>(Date, Date) noexcept = default;

  /// Whole days from `b` to `a`; negative where `a` is the earlier.
  friend constexpr std::int32_t operator-(Date a, Date b) noexcept { return a.days_ - b.days_; }

 private:
  explicit constexpr Date(std::int32_t days) noexcept : days_{days} {}
  std::int32_t days_;
};

/// `YYYY-MM-DD`.
std::string to_string(Date date);

/// The day before `date`; nothing before 0001-01-01.
std::optional<Date> day_before(Date date) noexcept;
/// The day after `date`; nothing after 9999-12-31.
std::optional<Date> day_after(Date date) noexcept;

/// A half-open span of days: `first` belongs to it, `end` does not (D3).
struct Interval {
  Date first;  ///< the first day of it
  Date end;    ///< the first day after it; not before `first`

  /// Whether `day` belongs to it.
  [[nodiscard]] constexpr bool contains(Date day) const noexcept {
    return first <= day && day < end;
  }
  friend constexpr bool operator==(const Interval&, const Interval&) noexcept = default;
};

/// Where a number of months leads, and whether the day of the month had to give way (D2).
struct MonthsAway {
  Date date;     ///< the day they lead to
  bool rounded;  ///< the target month has no such day, so its last day was taken
};

/// `months` months after `from`, or before it where negative: the same day of the month, or the
/// last day of a shorter month (D2). Nothing where that leaves the range of dates (D1). This is the
/// one place that knows how months are added.
std::optional<MonthsAway> add_months(Date from, int months) noexcept;

}  // namespace certrenew
