#include "read/import/values.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "core/date_wording.hpp"
#include "text/scan.hpp"
#include "text/utf8.hpp"

namespace certrenew::imports {

namespace {

/// The two numbers of one or two digits and the year of `3/4/2024`, `03.04.2024` or `3-4-2024`, in
/// this order.
using DateParts = std::array<std::string_view, 3>;

std::optional<DateParts> parts_of(std::string_view text) {
  const std::size_t first = text.find_first_of("/.-");
  if (first == std::string_view::npos) return std::nullopt;
  const std::size_t second = text.find(text[first], first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  const DateParts parts{text.substr(0, first), text.substr(first + 1, second - first - 1),
                        text.substr(second + 1)};
  for (const std::string_view part : parts) {
    if (!std::all_of(part.begin(), part.end(), text::is_digit)) return std::nullopt;
  }
  const auto is_short = [](std::string_view part) { return part.size() == 1 || part.size() == 2; };
  const bool is_date = is_short(parts[0]) && is_short(parts[1]) && parts[2].size() == 4;
  return is_date ? std::optional{parts} : std::nullopt;
}

/// The same as YYYY-MM-DD, which may be no day.
std::string in_iso_order(DateParts parts, DateOrder order) {
  if (order == DateOrder::day_first) std::swap(parts[0], parts[1]);
  const auto padded = [](std::string_view part) {
    return std::string(2 - part.size(), '0').append(part);
  };
  return std::string{parts[2]} + '-' + padded(parts[0]) + '-' + padded(parts[1]);
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
  const auto parts = parts_of(text);
  return parts ? Date::parse(in_iso_order(*parts, order)) : std::nullopt;
}

std::string not_a_day(std::string_view text, DateOrder order) {
  const auto parts = parts_of(text);
  if (order == DateOrder::iso) {
    return why_no_date(text) + (parts ? ", or give --dates dmy or --dates mdy" : "");
  }
  if (parts) return text::quoted(text) + ": " + why_no_date(in_iso_order(*parts, order));
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
