#include "certrenew/units.hpp"

#include <array>
#include <charconv>

#include "text/scan.hpp"

namespace certrenew {

namespace {

using text::is_digit;

/// The exponent that `text` writes (after the `e`), held within bounds that no shift survives.
std::int64_t exponent_of(std::string_view text) noexcept {
  constexpr std::int64_t bound = 1'000'000'000;
  const bool negative = !text.empty() && text.front() == '-';
  std::int64_t value = 0;
  for (const char c : text) {
    if (is_digit(c) && value < bound) value = value * 10 + (c - '0');
  }
  return negative ? -value : value;
}

}  // namespace

std::optional<Units> Units::parse(std::string_view json_number) noexcept {
  const bool negative = !json_number.empty() && json_number.front() == '-';
  const std::size_t exponent_at = json_number.find_first_of("eE");
  const std::string_view mantissa = json_number.substr(0, exponent_at);
  const std::int64_t exponent =
      exponent_at == std::string_view::npos ? 0 : exponent_of(json_number.substr(exponent_at + 1));

  // The value is 0.d1 d2 d3 … times 10 to the power of `point`; the first digit is not 0.
  std::int64_t point = exponent;
  bool after_point = false;
  bool any = false;  // a digit other than 0 has been seen
  std::int64_t hundredths = 0;
  std::int64_t place = 0;  // how many of the d's have been read
  std::int64_t zeros = 0;  // held back until a digit other than 0 follows
  for (const char c : mantissa) {
    if (c == '.') {
      after_point = true;
      continue;
    }
    if (!is_digit(c)) continue;
    if (!any && c == '0') {
      if (after_point) --point;
      continue;
    }
    any = true;
    if (!after_point) ++point;
    if (c == '0') {
      ++zeros;
      continue;
    }
    place += zeros + 1;
    if (place > 12) return std::nullopt;  // more digits than 1,000,000.00 has
    for (; zeros > 0; --zeros) hundredths *= 10;
    hundredths = hundredths * 10 + (c - '0');
  }
  if (!any) return Units{};
  const std::int64_t shift = point - place + 2;  // from the digits read to hundredths
  if (negative || shift < 0 || shift > 12) return std::nullopt;
  for (std::int64_t i = 0; i < shift; ++i) {
    hundredths *= 10;
    if (hundredths > most_hundredths) return std::nullopt;
  }
  if (hundredths > most_hundredths) return std::nullopt;
  return Units{hundredths};
}

char* Units::write_to(char* to) const noexcept {
  to = std::to_chars(to, to + most_characters, hundredths_ / 100).ptr;
  const auto cents = static_cast<char>(hundredths_ % 100);
  if (cents == 0) return to;
  *to++ = '.';
  *to++ = static_cast<char>('0' + cents / 10);
  if (cents % 10 != 0) *to++ = static_cast<char>('0' + cents % 10);
  return to;
}

void Units::append_to(std::string& out) const {
  std::array<char, most_characters> text;  // NOLINT(cppcoreguidelines-pro-type-member-init)
  out.append(text.data(), write_to(text.data()));
}

std::string to_string(Units units) {
  std::string text;
  units.append_to(text);
  return text;
}

}  // namespace certrenew
