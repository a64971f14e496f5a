#include "core/date_wording.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "certrenew/date.hpp"
#include "text/utf8.hpp"

namespace certrenew {

namespace {

constexpr std::string_view all_digits = "0123456789";

/// A date as people write it: three numbers, and what stands between and behind them.
struct Written {
  std::array<std::string_view, 3> numbers;
  std::array<std::string_view, 2> separators;
  std::string_view rest;
};

std::string_view take_digits(std::string_view& text) {
  const std::size_t size = std::min(text.find_first_not_of(all_digits), text.size());
  const std::string_view taken = text.substr(0, size);
  text.remove_prefix(size);
  return taken;
}

std::string_view take_separator(std::string_view& text) {
  const bool is_there =
      !text.empty() && std::string_view{"-./"}.find(text[0]) != std::string_view::npos;
  const std::string_view taken = text.substr(0, is_there ? 1 : 0);
  text.remove_prefix(taken.size());
  return taken;
}

/// Takes a text apart; nothing where it does not begin with three numbers.
std::optional<Written> take_apart(std::string_view text) {
  Written written;
  written.numbers[0] = take_digits(text);
  written.separators[0] = take_separator(text);
  written.numbers[1] = take_digits(text);
  written.separators[1] = take_separator(text);
  written.numbers[2] = take_digits(text);
  written.rest = text;
  const auto is_given = [](std::string_view part) { return !part.empty() && part.size() <= 4; };
  const bool is_whole = std::all_of(written.numbers.begin(), written.numbers.end(), is_given) &&
                        std::all_of(written.separators.begin(), written.separators.end(), is_given);
  return is_whole ? std::optional{written} : std::nullopt;
}

int value_of(std::string_view number) {
  int value = 0;
  for (const char c : number) value = value * 10 + (c - '0');
  return value;
}

/// Why the calendar has no day of these numbers.
std::string no_day(std::string_view text, const Written& written) {
  constexpr std::array<std::string_view, 12> months{
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  const std::string start = std::string{text} + " is no day: ";
  const int year = value_of(written.numbers[0]);
  const int month = value_of(written.numbers[1]);
  if (year == 0) return start + "the first year is 0001";
  if (month < 1 || month > 12) {
    return start + "there is no month " + std::string{written.numbers[1]};
  }
  if (value_of(written.numbers[2]) == 0) return start + "the first day of a month is 01";
  unsigned last = 31;
  while (!Date::from_civil(year, static_cast<unsigned>(month), last)) --last;
  return start + std::string{months[static_cast<std::size_t>(month - 1)]} + ' ' +
         std::string{written.numbers[0]} + " has " + std::to_string(last);
}

/// The same date as it must be written; nothing where it is none, or in doubt.
std::optional<Date> date_of(const Written& written) {
  if (written.numbers[0].size() != 4 || written.numbers[1].size() > 2 ||
      written.numbers[2].size() > 2) {
    return std::nullopt;
  }
  return Date::from_civil(value_of(written.numbers[0]),
                          static_cast<unsigned>(value_of(written.numbers[1])),
                          static_cast<unsigned>(value_of(written.numbers[2])));
}

std::string other_form(const Written& written) {
  if (written.numbers[0].size() != 4) {
    const bool ends_with_year = written.numbers[2].size() == 4;
    return ends_with_year ? "the year comes first" : "the year comes first, with four digits";
  }
  if (!written.rest.empty()) return "write nothing after the day";
  if (written.separators[0] != "-" || written.separators[1] != "-") {
    return "separate the numbers with hyphens";
  }
  return "month and day have two digits";
}

}  // namespace

std::string why_no_date(std::string_view text) {
  const std::string shown = text::quoted(text);
  const auto written = take_apart(text);
  if (!written) return shown + " is not a date (write YYYY-MM-DD)";
  const bool is_well_formed = written->numbers[0].size() == 4 && written->numbers[1].size() == 2 &&
                              written->numbers[2].size() == 2 && written->separators[0] == "-" &&
                              written->separators[1] == "-" && written->rest.empty();
  if (is_well_formed) return no_day(text, *written);
  const auto date = date_of(*written);
  return shown + " is not a date: " + other_form(*written) + " (write " +
         (date ? to_string(*date) : "YYYY-MM-DD") + ')';
}

}  // namespace certrenew
