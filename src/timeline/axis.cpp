#include "timeline/axis.hpp"

#include <cstddef>
#include <optional>

namespace certrenew::timeline {

namespace {

constexpr Length days_a_year = 365;
constexpr Length days_a_month = 28;
constexpr int months_a_year = 12;

/// Counts months from January of the year 0.
int month_number(Date day) {
  return day.year() * months_a_year + static_cast<int>(day.month()) - 1;
}

std::optional<Date> month_start(int number) {
  return Date::from_civil(number / months_a_year, static_cast<unsigned>(number % months_a_year) + 1,
                          1);
}

std::string year_label(Date day) { return to_string(day).substr(0, 4); }

std::string month_label(Date day) {
  return std::string{"JanFebMarAprMayJunJulAugSepOctNovDec"}.substr(
      std::size_t{day.month() - 1} * 3, 3);
}

std::string month_and_year_label(Date day) { return month_label(day) + ' ' + year_label(day); }

using Label = std::string (*)(Date);

/// Marks the first day of every month whose number is a multiple of `step`.
std::vector<Tick> every_months(const Axis& axis, int step, Label label) {
  std::vector<Tick> ticks;
  const int last = month_number(axis.last);
  for (int number = month_number(axis.first) / step * step; number <= last; number += step) {
    const std::optional<Date> day = month_start(number);
    if (day && axis.shows(*day)) ticks.push_back({axis.place(*day), label(*day)});
  }
  return ticks;
}

/// Marks the first day of the axis, too.
std::vector<Tick> first_day_and_months(const Axis& axis, int step, Label label) {
  std::vector<Tick> ticks = every_months(axis, step, label);
  if (month_start(month_number(axis.first) / step * step) != axis.first) {
    ticks.insert(ticks.begin(), {0, label(axis.first)});
  }
  return ticks;
}

/// Marks the days 1, 1 + `step` and so on of every month, except those too close to the next month.
std::vector<Tick> every_days(const Axis& axis, unsigned step) {
  constexpr unsigned latest = 32;  // where the next month may begin
  std::vector<Tick> ticks;
  for (std::optional<Date> day = axis.first; day && *day <= axis.last; day = day_after(*day)) {
    const unsigned number = day->day_of_month();
    if ((number - 1) % step != 0 || number + step > latest) continue;
    ticks.push_back({axis.place(*day), std::to_string(number)});
  }
  return ticks;
}

}  // namespace

Scale scale_of(const Axis& axis, Length least) {
  const auto fits = [&](Length days) { return days * axis.length >= least * axis.days(); };
  for (const unsigned step : {1U, 2U, 5U, 10U, 15U}) {
    if (!fits(step)) continue;
    return {first_day_and_months(axis, 1, month_and_year_label), every_days(axis, step)};
  }
  for (const int step : {1, 3, 6}) {
    if (!fits(step * days_a_month)) continue;
    return {first_day_and_months(axis, months_a_year, year_label),
            every_months(axis, step, month_label)};
  }
  int years = 1;
  for (const int next : {2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000}) {
    if (fits(years * days_a_year)) break;
    years = next;
  }
  return {first_day_and_months(axis, years * months_a_year, year_label), {}};
}

Date start_of_month(Date day) { return month_start(month_number(day)).value_or(day); }

Date end_of_month(Date day) {
  const std::optional<Date> next = month_start(month_number(day) + 1);
  return next ? day_before(*next).value_or(day) : Date::last();
}

}  // namespace certrenew::timeline
