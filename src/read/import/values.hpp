// Reading the values of imported files.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "certrenew/date.hpp"
#include "certrenew/units.hpp"

namespace certrenew::imports {

/// How a table writes dates other than YYYY-MM-DD, if it does.
enum class DateOrder : std::uint8_t { iso, day_first, month_first };

/// Returns `text` without the blanks around it.
std::string_view trimmed(std::string_view text);

/// Returns `text` in small letters without blanks, hyphens and underscores, so that different ways
/// to write a name become equal.
std::string loosened(std::string_view text);

/// Reads a date: YYYY-MM-DD, or in that order with slashes, dots or hyphens and a year of four
/// digits.
std::optional<Date> parse_day(std::string_view text, DateOrder order);

/// Says that `text` is not such a date, and how to write one.
std::string not_a_day(std::string_view text, DateOrder order);

/// Reads a number of units as people write it, with digits and at most one point (U8).
std::optional<Units> parse_units(std::string_view text);

/// Reads the day of a date, or of a date and time, as it is written: time zones do not move it.
std::optional<Date> day_of_timestamp(std::string_view text);

}  // namespace certrenew::imports
