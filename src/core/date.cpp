#include "certrenew/date.hpp"

#include <date/date.h>

#include <algorithm>
#include <array>

namespace certrenew {

namespace {

constexpr date::year_month_day civil(int year, unsigned month, unsigned day) noexcept {
  return date::year{year} / date::month{month} / date::day{day};
}

constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// The number that the digits `text[from, to)` write; checked by the caller.
constexpr int number(std::string_view text, std::size_t from, std::size_t to) noexcept {
  int value = 0;
  for (std::size_t i = from; i < to; ++i) value = value * 10 + (text[i] - '0');
  return value;
}

/// `00` to `99`, one after the other.
constexpr auto pairs = [] {
  std::array<char, 200> digits{};
  for (std::size_t i = 0; i < 100; ++i) {
    digits[2 * i] = static_cast<char>('0' + i / 10);
    digits[2 * i + 1] = static_cast<char>('0' + i % 10);
  }
  return digits;
}();

/// Two digits.
char* write_pair(char* to, unsigned value) noexcept {
  return std::copy_n(pairs.data() + std::size_t{2} * value, 2, to);
}

}  // namespace

std::optional<Date> Date::from_days(std::int64_t days) noexcept {
  if (days < first().days() || days > last().days()) return std::nullopt;
  const date::year_month_day day{date::sys_days{date::days{days}}};
  return from_civil(static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                    static_cast<unsigned>(day.day()));
}

std::int32_t Date::days() const noexcept {
  return date::sys_days{civil(year(), month(), day_of_month())}.time_since_epoch().count();
}

unsigned Date::last_day_of(int month_index) noexcept {
  const date::year year{month_index / months_in_year};
  const date::month month{static_cast<unsigned>(month_index % months_in_year) + 1};
  return static_cast<unsigned>((year / month / date::last).day());
}

std::int32_t Date::packed_from(std::string_view text) noexcept {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return 0;
  for (const std::size_t i : {0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U}) {
    if (!is_digit(text[i])) return 0;
  }
  const auto date = from_civil(number(text, 0, 4), static_cast<unsigned>(number(text, 5, 7)),
                               static_cast<unsigned>(number(text, 8, 10)));
  return date ? date->packed_ : 0;
}

char* Date::write_to(char* to) const noexcept {
  const auto years = static_cast<unsigned>(year());
  to = write_pair(write_pair(to, years / 100), years % 100);
  *to++ = '-';
  to = write_pair(to, month());
  *to++ = '-';
  return write_pair(to, day_of_month());
}

void Date::append_to(std::string& out) const {
  const std::size_t begin = out.size();
  out.append(10, '-');  // room; written over
  write_to(out.data() + begin);
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

}  // namespace certrenew
