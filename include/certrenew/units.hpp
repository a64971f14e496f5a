// Continuing education (CE) units: exact decimals with two places (U8).
#pragma once

#if __cplusplus < 202002L
#error "certrenew needs C++20: compile with -std=c++20 or newer"
#endif

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace certrenew {

/// A number of CE units, held in hundredths; never in floating point (U8).
class Units {
 public:
  /// The most that one activity, or one requirement, may be: 1,000,000.00 units.
  static constexpr std::int64_t most_hundredths = 100'000'000;

  /// No units.
  constexpr Units() noexcept = default;

  /// So many hundredths; negative where something was taken away.
  static constexpr Units from_hundredths(std::int64_t hundredths) noexcept {
    return Units{hundredths};
  }
  /// So many whole units.
  static constexpr Units whole(std::int64_t units) noexcept { return Units{units * 100}; }

  /// Reads a JSON number by its value: `10`, `10.000`, `1e1` and `-0` are fine, `10.001` is not.
  /// Nothing where the value is not from 0 to 1,000,000 with at most two decimals.
  static std::optional<Units> parse(std::string_view json_number) noexcept;

  /// Exactly what is held: 100 for one unit.
  [[nodiscard]] constexpr std::int64_t hundredths() const noexcept { return hundredths_; }

  /// The most characters that write_to() writes.
  static constexpr std::size_t most_characters = 24;
  /// Writes the shortest decimal: `10`, `12.5`, `0.01`; returns where it ends.
  char* write_to(char* to) const noexcept;
  /// Appends the shortest decimal: `10`, `12.5`, `0.01`.
  void append_to(std::string& out) const;

  /// Exact. Precondition, here and below: what comes out fits in 64 bits.
  constexpr Units& operator+=(Units other) noexcept {
    hundredths_ += other.hundredths_;
    return *this;
  }
  /// Exact; the difference may be negative.
  constexpr Units& operator-=(Units other) noexcept {
    hundredths_ -= other.hundredths_;
    return *this;
  }
  /// The sum.
  friend constexpr Units operator+(Units a, Units b) noexcept { return a += b; }
  /// The difference, which may be negative.
  friend constexpr Units operator-(Units a, Units b) noexcept { return a -= b; }
  /// By how many they are.
  friend constexpr auto operator<=>(Units, Units) noexcept = default;

 private:
  explicit constexpr Units(std::int64_t hundredths) noexcept : hundredths_{hundredths} {}
  std::int64_t hundredths_ = 0;
};

/// The shortest decimal: `10`, `12.5`, `0.01`.
std::string to_string(Units units);

}  // namespace certrenew
