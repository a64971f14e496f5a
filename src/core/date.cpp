#include "certrenew/date.hpp"

#include <date/date.h>

#include <array>

namespace certrenew {

namespace {

constexpr std::int32_t days_of(date::year_month_day civil) noexcept {
  return date::sys_days{civil}.time_since_epoch().count();
}

static_assert(Date::first().days() == days_of(date::year{1} / 1 / 1));
static_assert(Date::last().days() == days_of(date::year{9999} / 12 / 31));

date::year_month_day civil_of(Date day) noexcept {
  return date::year_month_day{date::sys_days{date::days{day.days()}}};
}

constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// The number that the digits `text[from, to)` write; checked by the caller.
constexpr int number(std::string_view text, std::size_t from, std::size_t to) noexcept {
  int value = 0;
  for (std::size_t i = from; i < to; ++i) value = value * 10 + (text[i] - '0');
  return value;
}

/// Two digits.
char* write_pair(char* to, unsigned value) noexcept {
  *to++ = static_cast<char>('0' + value / 10);
  *to++ = static_cast<char>('0' + value % 10);
  return to;
}

}  // namespace

std::optional<Date> Date::from_days(std::int64_t days) noexcept {
  if (days < first().days() || days > last().days()) return std::nullopt;
  return Date{static_cast<std::int32_t>(days)};
}

std::optional<Date> Date::from_civil(int year, unsigned month, unsigned day) noexcept {
  if (year < 1 || year > 9999 || month > 12 || day > 31) return std::nullopt;
  const date::year_month_day civil = date::year{year} / date::month{month} / date::day{day};
  if (!civil.ok()) return std::nullopt;
  return Date{days_of(civil)};
}

std::optional<Date> Date::parse(std::string_view text) noexcept {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  for (const std::size_t i : {0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U}) {
    if (!is_digit(text[i])) return std::nullopt;
  }
  return from_civil(number(text, 0, 4), static_cast<unsigned>(number(text, 5, 7)),
                    static_cast<unsigned>(number(text, 8, 10)));
}

unsigned Date::day_of_month() const noexcept {
  return static_cast<unsigned>(civil_of(*this).day());
}

char* Date::write_to(char* to) const noexcept {
  const date::year_month_day civil = civil_of(*this);
  const auto year = static_cast<unsigned>(static_cast<int>(civil.year()));
  to = write_pair(write_pair(to, year / 100), year % 100);
  *to++ = '-';
  to = write_pair(to, static_cast<unsigned>(civil.month()));
  *to++ = '-';
  return write_pair(to, static_cast<unsigned>(civil.day()));
}

void Date::append_to(std::string& out) const {
  std::array<char, 10> text;  // NOLINT(cppcoreguidelines-pro-type-member-init): written first
  out.append(text.data(), write_to(text.data()));
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
  // Counted from year 0, so that a division finds the year; wide, so that no argument overflows.
  const date::year_month_day civil = civil_of(from);
  const std::int64_t target = std::int64_t{static_cast<int>(civil.year())} * 12 +
                              static_cast<unsigned>(civil.month()) - 1 + months;
  if (target < 12 || target >= std::int64_t{10000} * 12) return std::nullopt;
  const date::year_month month = date::year{static_cast<int>(target / 12)} /
                                 date::month{static_cast<unsigned>(target % 12) + 1};
  const date::day last = (month / date::last).day();
  const bool rounded = civil.day() > last;
  return MonthsAway{*Date::from_days(days_of(month / (rounded ? last : civil.day()))), rounded};
}

}  // namespace certrenew
