#include "certrenew/units.hpp"

#include <algorithm>
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

  constexpr std::size_t most_places = 12;  // 1,000,000.00 has fewer
  constexpr std::string_view not_zero = "123456789";
  const std::size_t first = mantissa.find_first_of(not_zero);
  if (first == std::string_view::npos) return Units{};
  const std::size_t last = mantissa.find_last_of(not_zero);
  const std::size_t point = std::min(mantissa.find('.'), mantissa.size());
  // How many digits lie between the last digit other than 0 and the point; negative if that digit
  // stands after the point.
  const std::int64_t whole =
      static_cast<std::int64_t>(point) - static_cast<std::int64_t>(last) - (point > last ? 1 : 0);
  const std::int64_t shift = whole + exponent + 2;  // from the digits to hundredths
  if (negative || shift < 0 || last - first > most_places) return std::nullopt;
  std::int64_t hundredths = 0;
  for (const char c : mantissa.substr(first, last - first + 1)) {
    if (is_digit(c)) hundredths = hundredths * 10 + (c - '0');
  }
  for (std::int64_t i = 0; i < shift && hundredths <= most_hundredths; ++i) hundredths *= 10;
  return hundredths <= most_hundredths ? std::optional{Units{hundredths}} : std::nullopt;
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
