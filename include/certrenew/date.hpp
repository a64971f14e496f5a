// Civil days (D1 to D3), and durations (D5): the only dates this library knows.
#pragma once

#if __cplusplus < 202002L
#error "certrenew needs C++20: compile with -std=c++20 or newer"
#endif

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace certrenew {

/// A civil (proleptic Gregorian) day from 0001-01-01 to 9999-12-31 (D1). There is no invalid Date.
class Date {
 public:
  /// 0001-01-01.
  static constexpr Date first() noexcept { return Date{1, 1, 1}; }
  /// 9999-12-31.
  static constexpr Date last() noexcept { return Date{9999, 12, 31}; }

  /// The day `year`-`month`-`day`, or nothing where the calendar has no such day in the range.
  static std::optional<Date> from_civil(int year, unsigned month, unsigned day) noexcept;
  /// Reads exactly `YYYY-MM-DD`: ten characters, nothing before or after (D1).
  static std::optional<Date> parse(std::string_view text) noexcept {
    return from_number(number_in(text));
  }
  /// The day that lies `days` days after 1970-01-01 (negative: before), or nothing out of range.
  static std::optional<Date> from_days(std::int64_t days) noexcept;

  /// Days since 1970-01-01, negative before it.
  [[nodiscard]] std::int32_t days() const noexcept;
  /// The year, 1 to 9999.
  [[nodiscard]] constexpr int year() const noexcept { return number_ / 10'000; }
  /// The month, 1 to 12.
  [[nodiscard]] constexpr unsigned month() const noexcept {
    return static_cast<unsigned>(number_ / 100 % 100);
  }
  /// The day of the month, 1 to 31.
  [[nodiscard]] constexpr unsigned day_of_month() const noexcept {
    return static_cast<unsigned>(number_ % 100);
  }

  /// How many characters write_to() writes.
  static constexpr std::size_t characters = 10;
  /// Writes `YYYY-MM-DD` from `to` on, and returns where it ends.
  char* write_to(char* to) const noexcept;
  /// Appends `YYYY-MM-DD` to `out`.
  void append_to(std::string& out) const;

  /// The earlier day is the lesser one.
  friend constexpr auto operator<=>(Date, Date) noexcept = default;
  /// Whole days from `b` to `a`; negative where `a` is the earlier.
  friend std::int32_t operator-(Date a, Date b) noexcept { return a.days() - b.days(); }

 private:
  friend std::optional<Date> add_months(Date from, int months) noexcept;
  friend std::optional<Date> day_before(Date date) noexcept;
  friend std::optional<Date> day_after(Date date) noexcept;
  friend std::optional<Date> add(Date from, struct Duration duration) noexcept;

  // Dates that may be missing come out of the functions below as numbers, 0 for none: an optional
  // would be written in two pieces and read as a whole, which stalls the processor.

  static constexpr std::optional<Date> from_number(std::int32_t number) noexcept {
    return number == 0 ? std::nullopt : std::optional{Date{number}};
  }
  static std::int32_t number_in(std::string_view text) noexcept;
  [[nodiscard]] std::int32_t number_after(struct Duration duration) const noexcept;

  explicit constexpr Date(std::int32_t number) noexcept : number_{number} {}

  // NOLINTNEXTLINE(bugprone-easily-swappable-parameters): the order in which dates are written
  constexpr Date(int year, unsigned month, unsigned day) noexcept
      : number_{year * 10'000 + static_cast<int>(month * 100 + day)} {}

  std::int32_t number_;  // YYYYMMDD: compared and copied in one step
};

/// `YYYY-MM-DD`.
std::string to_string(Date date);

/// The day before `date`; nothing before 0001-01-01.
std::optional<Date> day_before(Date date) noexcept;
/// The day after `date`; nothing after 9999-12-31.
std::optional<Date> day_after(Date date) noexcept;

/// A half-open span of days: it includes `first` and excludes `end` (D3).
struct Interval {
  Date first;  ///< the first day of it
  Date end;    ///< the first day after it; not before `first`

  /// Whether it includes `day`.
  [[nodiscard]] constexpr bool contains(Date day) const noexcept {
    return first <= day && day < end;
  }
  /// Whether both days are the same.
  friend constexpr bool operator==(const Interval&, const Interval&) noexcept = default;
};

/// `months` months after `from`, or before it where negative: the same day of the month, or the
/// last day of a shorter month (D2). Nothing where that leaves the range of dates (D1). No other
/// function adds months.
std::optional<Date> add_months(Date from, int months) noexcept;

/// A length of time, in months or in days (D5).
struct Duration {
  /// What is counted.
  enum class Unit : std::uint8_t { months, days };

  std::int32_t count = 0;    ///< 0 or more
  Unit unit = Unit::months;  ///< a year is twelve months

  /// `count` months.
  static constexpr Duration months(std::int32_t count) noexcept { return {count, Unit::months}; }
  /// `count` days.
  static constexpr Duration days(std::int32_t count) noexcept { return {count, Unit::days}; }
  /// Reads ISO 8601 with one unit: `P2Y`, `P24M` or `P90D`, with up to six digits. Returns nothing
  /// for anything else.
  static std::optional<Duration> parse(std::string_view text) noexcept;

  /// Whether count and unit are the same. `P1M` and `P30D` are different.
  friend constexpr bool operator==(Duration, Duration) noexcept = default;
};

/// `24 months`, `1 day`.
std::string to_string(Duration duration);

/// The day that lies `duration` after `from` (D2). Nothing where that leaves the range of dates
/// (D1).
inline std::optional<Date> add(Date from, Duration duration) noexcept {
  return Date::from_number(from.number_after(duration));
}
/// The day that lies `duration` before `from` (D2). Nothing where that leaves the range of dates
/// (D1).
inline std::optional<Date> subtract(Date from, Duration duration) noexcept {
  return add(from, {-duration.count, duration.unit});
}

}  // namespace certrenew
