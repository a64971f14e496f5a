#include "certrenew/date.hpp"

#include <date/date.h>

#include <algorithm>
#include <array>

namespace certrenew {

namespace {

constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// The number that these digits write; the caller has checked them.
constexpr int number(std::string_view digits) noexcept {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

constexpr unsigned last_day_of(int year, unsigned month) noexcept {
  constexpr std::array<unsigned, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && date::year{year}.is_leap() ? 29 : days[month - 1];
}

}  // namespace

std::optional<Date> Date::from_civil(int year, unsigned month, unsigned day) noexcept {
  if (year < 1 || year > 9999 || month < 1 || month > 12) return std::nullopt;
  if (day < 1 || day > last_day_of(year, month)) return std::nullopt;
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

std::optional<Date> Date::parse(std::string_view text) noexcept {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  for (const std::size_t i : {0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U}) {
    if (!is_digit(text[i])) return std::nullopt;
  }
  return from_civil(number(text.substr(0, 4)), static_cast<unsigned>(number(text.substr(5, 2))),
                    static_cast<unsigned>(number(text.substr(8, 2))));
}

std::array<char, 10> Date::digits() const noexcept {
  const auto digit = [](unsigned value) { return static_cast<char>('0' + value % 10); };
  const auto year = static_cast<unsigned>(year_);
  return {digit(year / 1000),
          digit(year / 100),
          digit(year / 10),
          digit(year),
          '-',
          digit(month_ / 10U),
          digit(month_),
          '-',
          digit(day_ / 10U),
          digit(day_)};
}

void Date::append_to(std::string& out) const {
  const std::array<char, 10> text = digits();
  out.append(text.data(), text.size());
}

std::string to_string(Date date) {
  std::string text;
  date.append_to(text);
  return text;
}

std::optional<Date> day_before(Date date) noexcept {
  return Date::from_days(std::int64_t{date.days()} - 1);
}

std::optional<Date> day_after(Date date) noexcept {
  return Date::from_days(std::int64_t{date.days()} + 1);
}

std::optional<MonthsAway> add_months(Date from, int months) noexcept {
  const std::int64_t target =
      std::int64_t{from.year()} * 12 + static_cast<int>(from.month()) - 1 + months;
  if (target < 12 || target >= 120'000) return std::nullopt;  // before the year 1, after 9999
  const auto year = static_cast<int>(target / 12);
  const auto month = static_cast<unsigned>(target % 12) + 1;
  const unsigned last = last_day_of(year, month);
  const unsigned day = std::min(from.day_of_month(), last);
  return MonthsAway{Date{year, month, day}, from.day_of_month() > last};
}

}  // namespace certrenew
