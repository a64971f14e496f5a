// Which units count on a day, and which courses are complete, within one cycle (U5 to U7, U9, K1).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "certrenew/policy.hpp"
#include "core/activity_order.hpp"
#include "core/renewal.hpp"

namespace certrenew {

/// The work of one cycle, added day by day. Adding a piece and going on a day take constant time,
/// or nearly: whether it is over the limit is decided when it is added, because only earlier ones
/// rank before it (U7).
class CycleUnits {
 public:
  /// A piece of work that was added.
  struct Entry {
    std::uint32_t activity = 0;
    Date date = Date::first();
    Index<ActivityType> type{};
    Units units{};
    bool over_limit = false;  ///< U5; where only courses count: the course was already complete
    MaybeIndex
        completes;       ///< the place of the required course that it is the first to complete (K1)
    bool stale = false;  ///< on the day last gone to (U6)
  };

  explicit CycleUnits(const Policy& policy);

  /// Sets the certification type, which must outlive this.
  void turn_to(const CertificationType& type);

  /// Begins a cycle on `start`, with no work but the units `carried` over (U9).
  void begin(Date start, Units required, Units carried);

  /// The first day of the cycle.
  [[nodiscard]] Date start() const { return start_; }

  /// Whether the type is renewed by this work's units, or by its course.
  [[nodiscard]] bool concerns(const DoneWork& work) const {
    return by_units_ || position_of_course(work).has_value();
  }

  /// Goes on to `day`: drops what is stale by then (U6). Days never go back within a cycle.
  void go_to(Date day) {
    if (!stale_days_.empty()) drop_until(day, /*inclusive=*/true);
  }
  /// Goes on to the last day before `day`.
  void go_to_eve_of(Date day) { drop_until(day, /*inclusive=*/false); }

  /// Adds work done on the day gone to, in the order of U7. Writes to `became` which use of its
  /// type it is, the total then, and, for a course completed again, the activity that completed it
  /// first. Returns whether it counts. Precondition: concerns(it).
  bool add(const DoneWork& work, const Day& day, Verdict& became);

  /// The units that count on the day gone to (U7).
  [[nodiscard]] Units total() const { return total_; }
  [[nodiscard]] bool units_reached() const { return by_units_ && total_ >= required_; }
  [[nodiscard]] bool courses_complete() const {
    return completed_ > 0 && completed_ == completed_by_.size();
  }
  /// Whether each of the type's courses is complete, in their order.
  void append_completed_courses(std::vector<bool>& complete) const;

  [[nodiscard]] std::span<const Entry> entries() const { return entries_; }

 private:
  struct StaleDay {
    Date day;
    std::uint32_t entry;
  };

  void drop_until(Date day, bool inclusive);
  [[nodiscard]] MaybeIndex position_of_course(const DoneWork& work) const {
    return work.course ? position_[*work.course] : MaybeIndex{};
  }

  const Policy* policy_;
  const CertificationType* type_ = nullptr;
  Date start_ = Date::first();
  bool by_units_ = false;  // whether units renew the type …
  Units required_;         // … and how many
  std::vector<Entry> entries_;
  std::vector<StaleDay> stale_days_;  // when the entries go stale: a heap, the next day first
  Units total_;
  std::vector<std::uint32_t> uses_;       // by activity type, so far
  std::vector<MaybeIndex> position_;      // by the policy's course: its place in the type's courses
  std::vector<MaybeIndex> completed_by_;  // by that place: the first activity
  std::size_t completed_ = 0;             // how many required courses are complete
};

}  // namespace certrenew
