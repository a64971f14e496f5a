#include "read/import/values.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "core/date_wording.hpp"
#include "text/scan.hpp"
#include "text/utf8.hpp"

namespace certrenew::imports {

namespace {

/// Takes a number of `least` to `most` digits from the front of `text`.
std::optional<unsigned> take_number(std::string_view& text, std::size_t least, std::size_t most) {
  const auto* const end = std::find_if_not(text.begin(), text.end(), text::is_digit);
  const auto size = static_cast<std::size_t>(end - text.begin());
  if (size < least || size > most) return std::nullopt;
  unsigned number = 0;
  std::from_chars(text.data(), text.data() + size, number);
  text.remove_prefix(size);
  return number;
}

/// `3/4/2024`, `03.04.2024` or `3-4-2024`: the numbers in this order.
std::optional<std::array<unsigned, 3>> parse_numbers(std::string_view text) {
  std::array<unsigned, 3> numbers{};
  char separator = '\0';
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const bool is_year = i + 1 == numbers.size();
    const auto number = is_year ? take_number(text, 4, 4) : take_number(text, 1, 2);
    if (!number) return std::nullopt;
    numbers[i] = *number;
    if (is_year) break;
    const bool is_separated =
        !text.empty() && std::string_view{"/.-"}.find(text[0]) != std::string_view::npos;
    if (!is_separated || (i > 0 && text[0] != separator)) return std::nullopt;
    separator = text[0];
    text.remove_prefix(1);
  }
  return text.empty() ? std::optional{numbers} : std::nullopt;
}

/// The same numbers as YYYY-MM-DD, which may be no day.
std::string in_iso_order(std::array<unsigned, 3> numbers, DateOrder order) {
  if (order == DateOrder::day_first) std::swap(numbers[0], numbers[1]);
  const auto [month, day, year] = numbers;
  const auto padded = [](unsigned number, std::size_t width) {
    const std::string digits = std::to_string(number);
    return std::string(width - std::min(width, digits.size()), '0') + digits;
  };
  return padded(year, 4) + '-' + padded(month, 2) + '-' + padded(day, 2);
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(text::blanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(text::blanks) + 1 - begin);
}

std::string loosened(std::string_view text) {
  std::string loose;
  for (const char c : text) {
    if (text::blanks.find(c) != std::string_view::npos || c == '-' || c == '_') continue;
    loose += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return loose;
}

std::optional<Date> parse_day(std::string_view text, DateOrder order) {
  if (const auto day = Date::parse(text)) return day;
  if (order == DateOrder::iso) return std::nullopt;
  const auto numbers = parse_numbers(text);
  return numbers ? Date::parse(in_iso_order(*numbers, order)) : std::nullopt;
}

std::string not_a_day(std::string_view text, DateOrder order) {
  const auto numbers = parse_numbers(text);
  if (order == DateOrder::iso) {
    return why_no_date(text) + (numbers ? ", or give --dates dmy or --dates mdy" : "");
  }
  if (numbers) return text::quoted(text) + ": " + why_no_date(in_iso_order(*numbers, order));
  return text::quoted(text) + " is not a date (write YYYY-MM-DD or " +
         (order == DateOrder::day_first ? "DD/MM/YYYY" : "MM/DD/YYYY") + ")";
}

std::optional<Units> parse_units(std::string_view text) {
  const bool is_plain = !text.empty() && text.front() != '.' && text.back() != '.' &&
                        std::count(text.begin(), text.end(), '.') <= 1 &&
                        text.find_first_not_of("0123456789.") == std::string_view::npos;
  return is_plain ? Units::parse(text) : std::nullopt;
}

std::optional<Date> day_of_timestamp(std::string_view text) {
  const std::string_view time = text.substr(std::min(text.size(), Date::characters));
  constexpr std::string_view starts = "Tt ";
  if (!time.empty()) {
    const bool is_time = starts.find(time[0]) != std::string_view::npos && time.size() > 1 &&
                         time.find_first_not_of("0123456789:.,+-Zz ", 1) == std::string_view::npos;
    if (!is_time) return std::nullopt;
  }
  return Date::parse(text.substr(0, Date::characters));
}

}  // namespace certrenew::imports
