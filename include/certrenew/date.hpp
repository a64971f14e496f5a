// Civil days (RULES D1 to D3): the only dates this library knows.
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace certrenew {

/// A civil (proleptic Gregorian) day from 0001-01-01 to 9999-12-31 (D1). There is no invalid Date.
/// It is held as it is written, by month and day of the month: that is how it is read, printed,
/// compared, and moved by months; only counting days takes more.
class Date {
 public:
  /// 0001-01-01.
  static constexpr Date first() noexcept { return Date{months_in_year, 1}; }
  /// 9999-12-31.
  static constexpr Date last() noexcept { return Date{10'000 * months_in_year - 1, 31}; }

  /// The day `year`-`month`-`day`, or nothing where the calendar has no such day in the range.
  static std::optional<Date> from_civil(int year, unsigned month, unsigned day) noexcept {
    if (year < 1 || year > 9999 || month < 1 || month > months_in_year || day < 1) {
      return std::nullopt;
    }
    const int month_index = year * months_in_year + static_cast<int>(month) - 1;
    if (day > least_days && day > last_day_of(month_index)) return std::nullopt;
    return Date{month_index, day};
  }

  /// Reads exactly `YYYY-MM-DD`: ten characters, nothing before or after (D1).
  static std::optional<Date> parse(std::string_view text) noexcept {
    const std::int32_t packed = packed_from(text);
    return packed == 0 ? std::nullopt : std::optional{Date{packed}};
  }

  /// The day that lies `days` days after 1970-01-01 (negative: before), or nothing out of range.
  static std::optional<Date> from_days(std::int64_t days) noexcept;

  /// Days since 1970-01-01, negative before it.
  [[nodiscard]] std::int32_t days() const noexcept;

  /// The year, 1 to 9999.
  [[nodiscard]] constexpr int year() const noexcept { return month_index() / months_in_year; }
  /// The month, 1 to 12.
  [[nodiscard]] constexpr unsigned month() const noexcept {
    return static_cast<unsigned>(month_index() % months_in_year) + 1;
  }
  /// Day of the month, 1 to 31.
  [[nodiscard]] constexpr unsigned day_of_month() const noexcept {
    return static_cast<unsigned>(packed_ % days_room);
  }

  /// A number that is larger the later the day is; less than 2 to the power of 22.
  [[nodiscard]] constexpr std::uint32_t rank() const noexcept {
    return static_cast<std::uint32_t>(packed_);
  }

  /// Writes the ten characters `YYYY-MM-DD` to `to`; returns where they end.
  char* write_to(char* to) const noexcept;
  /// Appends `YYYY-MM-DD` to `out`.
  void append_to(std::string& out) const;

  /// The earlier day is the lesser one.
  friend constexpr auto operator<=>(Date, Date) noexcept = default;

  /// Whole days from `b` to `a`; negative where `a` is the earlier.
  friend std::int32_t operator-(Date a, Date b) noexcept { return a.days() - b.days(); }

 private:
  friend std::optional<struct MonthsAway> add_months(Date from, int months) noexcept;

  static constexpr int months_in_year = 12;
  static constexpr unsigned least_days = 28;  // that every month has
  static constexpr int days_room = 32;

  /// Months since the January of year 0, and a day that the month has.
  constexpr Date(int month_index, unsigned day) noexcept
      : packed_{month_index * days_room + static_cast<int>(day)} {}
  explicit constexpr Date(std::int32_t packed) noexcept : packed_{packed} {}
  [[nodiscard]] constexpr int month_index() const noexcept { return packed_ / days_room; }
  /// What `text` is held as; 0 where it is no date.
  static std::int32_t packed_from(std::string_view text) noexcept;
  /// The last day of the month, 28 to 31.
  static unsigned last_day_of(int month_index) noexcept;

  std::int32_t packed_;
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
inline std::optional<MonthsAway> add_months(Date from, int months) noexcept {
  const std::int64_t target = std::int64_t{from.month_index()} + months;  // wide: no overflow
  if (target < Date::first().month_index() || target > Date::last().month_index()) {
    return std::nullopt;
  }
  const int month = static_cast<int>(target);
  const unsigned day = from.day_of_month();
  if (day <= Date::least_days) return MonthsAway{Date{month, day}, false};
  const unsigned last = Date::last_day_of(month);
  return MonthsAway{Date{month, std::min(day, last)}, day > last};
}

}  // namespace certrenew
