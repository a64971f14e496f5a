// How many hold what: a summary of many answers, for whoever must know how many active holders
// there are.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>

#include "certrenew/log.hpp"
#include "certrenew/renewal.hpp"

namespace certrenew {

/// Counts of credentials.
struct Counts {
  // By status (C2); each credential is one of these.
  std::int64_t active = 0;
  std::int64_t suspended = 0;
  std::int64_t expired = 0;
  std::int64_t upcoming = 0;
  // Of the active ones, those that suspend within so many days from as-of, that day included.
  std::int64_t due_30 = 0;
  std::int64_t due_60 = 0;
  std::int64_t due_90 = 0;
  /// Renewals (C5) in the 12 months up to as-of, that day included. To be earned anew (C6) is none.
  std::int64_t renewed = 0;

  Counts& operator+=(const Counts& other) noexcept;
  friend bool operator==(const Counts&, const Counts&) = default;
};

/// Takes memory in proportion to the number of different codes.
class Summary {
 public:
  /// Adds one log's answer: `renewals` is what calculate() gave for `log`, and nothing in it is out
  /// of range. All that are added must be as of the same day.
  void add(const Log& log, const Renewals& renewals);
  void add(const Summary& other);

  /// How many logs were added, and how many of them have an active credential.
  [[nodiscard]] std::int64_t holders() const noexcept { return holders_; }
  [[nodiscard]] std::int64_t active_holders() const noexcept { return active_holders_; }

  /// For each certification code, in their order as bytes.
  using ByCode = std::map<std::string, Counts, std::less<>>;
  [[nodiscard]] const ByCode& by_code() const noexcept { return by_code_; }
  /// Of all codes together.
  [[nodiscard]] Counts total() const noexcept;

 private:
  std::int64_t holders_ = 0;
  std::int64_t active_holders_ = 0;
  ByCode by_code_;
};

}  // namespace certrenew
