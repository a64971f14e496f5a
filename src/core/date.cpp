#include "certrenew/date.hpp"

#include <date/date.h>

#include <algorithm>
#include <array>

namespace certrenew {

namespace {

/// `00` to `99`.
constexpr auto two_digits = [] {
  std::array<char, 200> all{};
  for (std::size_t i = 0; i < 100; ++i) {
    all[2 * i] = static_cast<char>('0' + i / 10);
    all[2 * i + 1] = static_cast<char>('0' + i % 10);
  }
  return all;
}();

/// The value of at most six digits; -1 if a character is not a digit.
constexpr int number(std::string_view digits) noexcept {
  int value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

constexpr unsigned last_day_of(int year, unsigned month) noexcept {
  constexpr std::array<unsigned, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && date::year{year}.is_leap() ? 29 : days[month - 1];
}

// NOLINTNEXTLINE(bugprone-easily-swappable-parameters): the order in which dates are written
constexpr bool exists(int year, unsigned month, unsigned day) noexcept {
  return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 &&
         day <= last_day_of(year, month);
}

}  // namespace

std::optional<Date> Date::from_civil(int year, unsigned month, unsigned day) noexcept {
  if (!exists(year, month, day)) return std::nullopt;
  return Date{year, month, day};
}

std::optional<Date> Date::from_days(std::int64_t days) noexcept {
  if (days < first().days() || days > last().days()) return std::nullopt;
  const date::year_month_day day{date::sys_days{date::days{days}}};
  return from_civil(static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                    static_cast<unsigned>(day.day()));
}

std::int32_t Date::days() const noexcept {
  const date::year_month_day civil{date::year{year()}, date::month{month()},
                                   date::day{day_of_month()}};
  return date::sys_days{civil}.time_since_epoch().count();
}

std::int32_t Date::number_in(std::string_view text) noexcept {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return 0;
  const int year = number(text.substr(0, 4));
  const auto month = static_cast<unsigned>(number(text.substr(5, 2)));
  const auto day = static_cast<unsigned>(number(text.substr(8, 2)));
  return exists(year, month, day) ? Date{year, month, day}.number_ : 0;
}

char* Date::write_to(char* to) const noexcept {
  const auto write = [&](unsigned number) {
    to = std::copy_n(two_digits.begin() + 2 * std::size_t{number}, 2, to);
  };
  const auto year = static_cast<unsigned>(this->year());
  write(year / 100);
  write(year % 100);
  *to++ = '-';
  write(month());
  *to++ = '-';
  write(day_of_month());
  return to;
}

void Date::append_to(std::string& out) const {
  out.resize(out.size() + characters);
  write_to(out.data() + out.size() - characters);
}

std::string to_string(Date date) {
  std::string text;
  date.append_to(text);
  return text;
}

// Fast path: most days have their neighbour in the same month.

std::optional<Date> day_before(Date date) noexcept {
  if (date.day_of_month() > 1) return Date{date.year(), date.month(), date.day_of_month() - 1};
  return Date::from_days(std::int64_t{date.days()} - 1);
}

std::optional<Date> day_after(Date date) noexcept {
  constexpr unsigned in_every_month = 28;
  if (date.day_of_month() < in_every_month) {
    return Date{date.year(), date.month(), date.day_of_month() + 1};
  }
  return Date::from_days(std::int64_t{date.days()} + 1);
}

std::optional<Date> add_months(Date from, int months) noexcept {
  const std::int64_t target =
      std::int64_t{from.year()} * 12 + static_cast<int>(from.month()) - 1 + months;
  if (target < 12 || target >= 120'000) return std::nullopt;  // before the year 1, after 9999
  const auto year = static_cast<int>(target / 12);
  const auto month = static_cast<unsigned>(target % 12) + 1;
  return Date{year, month, std::min(from.day_of_month(), last_day_of(year, month))};
}

// ---- Durations ---------------------------------------------------------------------------------

std::optional<Duration> Duration::parse(std::string_view text) noexcept {
  constexpr std::size_t most_digits = 6;
  if (text.size() < 3 || text.size() > most_digits + 2 || text.front() != 'P') return std::nullopt;
  const int count = number(text.substr(1, text.size() - 2));
  if (count < 0) return std::nullopt;
  switch (text.back()) {
    case 'Y': return Duration::months(count * 12);
    case 'M': return Duration::months(count);
    case 'D': return Duration::days(count);
    default: return std::nullopt;
  }
}

std::string to_string(Duration duration) {
  const bool in_days = duration.unit == Duration::Unit::days;
  return std::to_string(duration.count) + (in_days ? " day" : " month") +
         (duration.count == 1 ? "" : "s");
}

std::int32_t Date::number_after(Duration duration) const noexcept {
  const bool in_months = duration.unit == Duration::Unit::months;
  const auto day = in_months ? add_months(*this, duration.count)
                             : from_days(std::int64_t{days()} + duration.count);
  return day ? day->number_ : 0;
}

}  // namespace certrenew
