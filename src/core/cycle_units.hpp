// Which units count on a day, and which courses are complete, within one cycle (U5 to U7, K1).
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

/// The activities of one cycle, added day by day. Adding one and going on a day take constant time:
/// whether an activity is over the limit is decided when it is added, because only earlier ones
/// rank before it (U7), and units go stale in the order in which they were done (U6).
class CycleUnits {
 public:
  /// An activity that was added.
  struct Entry {
    std::uint32_t activity = 0;
    bool over_limit = false;  ///< U5; where only courses count: the course was already complete
    bool completes = false;   ///< the first completion of a required course (K1)
    std::optional<Date> goes_stale;  ///< when its units are stale (U6); none: not up to as-of
  };

  explicit CycleUnits(const Policy& policy);

  /// Turns to another log, which must stay.
  void turn_to(const Log& log) { log_ = &log; }
  /// Turns to another certification type, which must stay; the cycle is empty.
  void turn_to(const CertificationType& type);

  /// Begins an empty cycle.
  void clear();

  /// Whether the type is renewed by this activity's units, or by its course.
  [[nodiscard]] bool concerns(const Work& work) const {
    return by_units_ || position_of_course(work).has_value();
  }

  /// Goes on to `day`: drops what is stale by then (U6). Days never go back within a cycle.
  void go_to(Date day);
  /// Goes on to the last day before `day`.
  void go_to_eve_of(Date day);

  /// Adds work done on the day gone to, in the order of U7. Writes to `became` which use of its
  /// type it is, the total then, and, for a course completed again, the activity that completed it
  /// first. Precondition: concerns(it).
  void add(std::uint32_t activity, const Day& day, Verdict& became);

  /// The units that count on the day gone to (U7).
  [[nodiscard]] Units total() const { return total_; }
  [[nodiscard]] bool units_reached() const { return by_units_ && total_ >= required_; }
  [[nodiscard]] bool courses_complete() const {
    return !completed_.empty() && completed_.size() == completed_by_.size();
  }
  /// Whether each of the type's courses is complete, in their order.
  void append_completed_courses(std::vector<bool>& complete) const;

  [[nodiscard]] std::span<const Entry> entries() const { return entries_; }
  /// Whether the units of entries()[i] are stale on the day gone to.
  [[nodiscard]] bool is_stale(std::size_t i) const { return i < first_fresh_; }

 private:
  /// Drops the entry that goes stale next.
  void drop_next();
  [[nodiscard]] const Work& work(std::uint32_t activity) const {
    return *log_->activities[activity].work();
  }
  [[nodiscard]] MaybeIndex position_of_course(const Work& work) const {
    return work.course ? position_[work.course->at] : MaybeIndex{};
  }

  const Policy* policy_;
  const Log* log_ = nullptr;
  const CertificationType* type_ = nullptr;
  bool by_units_ = false;  // whether units renew the type …
  Units required_;         // … and how many
  std::vector<Entry> entries_;
  std::size_t first_fresh_ = 0;  // the entries before it are stale
  Units total_;
  std::vector<std::uint32_t> uses_;       // by activity type, so far
  std::vector<std::uint32_t> used_;       // the activity types with uses
  std::vector<MaybeIndex> position_;      // by the policy's course: its place in the type's courses
  std::vector<MaybeIndex> completed_by_;  // by that place: the first activity
  std::vector<std::uint32_t> completed_;  // the places that have one
};

}  // namespace certrenew
