// How many hold what, over many answers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "certrenew/answer.hpp"

namespace certrenew {

/// Counts of credentials on as-of, and of their renewals.
struct Counts {
  std::int64_t active = 0;     ///< active ones (C2)
  std::int64_t suspended = 0;  ///< suspended ones (C2)
  std::int64_t expired = 0;    ///< expired ones (C2)
  std::int64_t upcoming = 0;   ///< upcoming ones (C2)
  std::int64_t due_30 = 0;     ///< active ones that suspend within 30 days, the last one included
  std::int64_t due_60 = 0;     ///< active ones that suspend within 60 days
  std::int64_t due_90 = 0;     ///< active ones that suspend within 90 days
  /// Renewals (C5) in the 12 months up to as-of, that day included. Earning anew (C6) is not one.
  std::int64_t renewed = 0;

  Counts& operator+=(const Counts& other) noexcept;
  friend bool operator==(const Counts&, const Counts&) = default;
};

/// A certification, or a designation, of a programme.
struct SummaryKey {
  std::string programme;  ///< `none` where it is tracked
  std::string name;       ///< the code of a certification, or the name of a designation

  friend bool operator==(const SummaryKey&, const SummaryKey&) = default;
  friend bool operator<(const SummaryKey& a, const SummaryKey& b) noexcept {
    return std::tie(a.programme, a.name) < std::tie(b.programme, b.name);
  }
};

/// Takes memory in proportion to the number of different codes.
class Summary {
 public:
  /// Adds one log's answer. All that are added must be as of the same day.
  void add(const Answer& answer);
  /// Adds what was added to `other`.
  void add(const Summary& other);

  /// How many logs were added.
  [[nodiscard]] std::int64_t holders() const noexcept { return holders_; }
  /// How many of them have an active credential.
  [[nodiscard]] std::int64_t active_holders() const noexcept { return active_holders_; }

  /// Counts for each certification, by programme, then code.
  using ByCertification = std::map<SummaryKey, Counts>;
  [[nodiscard]] const ByCertification& by_certification() const noexcept {
    return by_certification_;
  }
  /// How many hold each designation (P5) for which at least one log has a certification.
  using ByDesignation = std::map<SummaryKey, std::int64_t>;
  [[nodiscard]] const ByDesignation& designations() const noexcept { return designations_; }
  /// Of all codes together.
  [[nodiscard]] Counts total() const noexcept;

 private:
  std::int64_t holders_ = 0;
  std::int64_t active_holders_ = 0;
  ByCertification by_certification_;
  ByDesignation designations_;
};

/// Counts the holders who have a certification active (C2). One holder may have several logs.
class HolderCount {
 public:
  /// Counts those of the certification with this code or alias (P4).
  explicit HolderCount(std::string code) : code_{std::move(code)} {}

  /// Adds the holder of one log. Logs whose candidate has the same id are of one holder; a log
  /// without an id is of a holder of its own. All that are added must be as of the same day.
  void add(const Answer& answer);

  [[nodiscard]] const std::string& code() const noexcept { return code_; }
  [[nodiscard]] std::size_t active() const noexcept { return ids_.size() + without_id_; }

 private:
  std::string code_;
  std::set<std::string, std::less<>> ids_;
  std::size_t without_id_ = 0;
};

}  // namespace certrenew
