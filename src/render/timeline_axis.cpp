#include "render/timeline_axis.hpp"

#include <array>
#include <charconv>
#include <optional>
#include <string_view>

namespace certrenew::timeline {

namespace {

constexpr Length days_a_year = 365;
constexpr Length days_a_month = 28;
constexpr int months_a_year = 12;

constexpr std::array<std::string_view, 12> names{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                 "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

/// Months since January of the year 0.
int month_number(Date day) {
  const std::string text = to_string(day);
  int year = 0;
  int month = 0;
  std::from_chars(text.data(), text.data() + 4, year);
  std::from_chars(text.data() + 5, text.data() + 7, month);
  return year * months_a_year + month - 1;
}

/// The first day of that month, or nothing outside of all dates.
std::optional<Date> month_start(int number) {
  const auto away = add_months(Date::first(), number - month_number(Date::first()));
  return away ? std::optional{away->date} : std::nullopt;
}

std::string year_label(Date day) { return to_string(day).substr(0, 4); }

std::string month_label(Date day) {
  return std::string{names[static_cast<std::size_t>(month_number(day) % months_a_year)]};
}

std::string month_and_year_label(Date day) { return month_label(day) + ' ' + year_label(day); }

std::string day_label(Date day) { return std::to_string(day.day_of_month()); }

using Label = std::string (*)(Date);

/// The first day of every `step` months that is shown.
std::vector<Tick> every_months(const Axis& axis, int step, Label label) {
  std::vector<Tick> ticks;
  const int last = month_number(axis.last);
  for (int number = month_number(axis.first) / step * step; number <= last; number += step) {
    const auto day = month_start(number);
    if (day && axis.shows(*day)) ticks.push_back({*day, label(*day)});
  }
  return ticks;
}

/// The days 1, 1 + `step` and so on of every month, but for one too close to the next month.
std::vector<Tick> every_days(const Axis& axis, unsigned step) {
  std::vector<Tick> ticks;
  for (std::optional<Date> day = axis.first; day && *day <= axis.last; day = day_after(*day)) {
    const unsigned number = day->day_of_month();
    const bool room = number + step <= static_cast<unsigned>(days_a_month) + 4;
    if ((number - 1) % step == 0 && room) ticks.push_back({*day, day_label(*day)});
  }
  return ticks;
}

std::vector<Tick> with_first_day(const Axis& axis, std::vector<Tick> ticks, Label label) {
  if (ticks.empty() || ticks.front().day != axis.first) {
    ticks.insert(ticks.begin(), {axis.first, label(axis.first)});
  }
  return ticks;
}

}  // namespace

Scale scale_of(const Axis& axis, Length width, Length least) {
  const auto fits = [&](Length days) { return days * width >= least * axis.days(); };
  for (const unsigned step : {1U, 2U, 5U, 10U, 15U}) {
    if (!fits(step)) continue;
    return {with_first_day(axis, every_months(axis, 1, month_and_year_label), month_and_year_label),
            every_days(axis, step)};
  }
  for (const int step : {1, 3, 6}) {
    if (!fits(step * days_a_month)) continue;
    return {with_first_day(axis, every_months(axis, months_a_year, year_label), year_label),
            every_months(axis, step, month_label)};
  }
  int years = 1;
  for (const int next : {2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000}) {
    if (fits(years * days_a_year)) break;
    years = next;
  }
  return {with_first_day(axis, every_months(axis, years * months_a_year, year_label), year_label),
          {}};
}

Date start_of_month(Date day) { return month_start(month_number(day)).value_or(Date::first()); }

Date end_of_month(Date day) {
  const auto next = month_start(month_number(day) + 1);
  return next ? day_before(*next).value_or(Date::last()) : Date::last();
}

}  // namespace certrenew::timeline
