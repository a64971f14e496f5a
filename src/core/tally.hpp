// Which units count on a day, and which courses are complete, within one cycle (U5 to U7, K1).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "certrenew/policy.hpp"
#include "certrenew/renewal.hpp"
#include "core/timetable.hpp"

namespace certrenew {

/// The activities of one cycle, added day by day. Adding one and going on a day take constant time:
/// what is kept of a type is decided when it is added, because only earlier activities rank before
/// it (U7), and units go stale in the order in which they were done (U6).
class Tally {
 public:
  struct Entry {
    std::uint32_t activity = 0;
    bool over_limit = false;  ///< U5; where only courses count: the course was already complete
    bool completes = false;   ///< the first completion of a required course (K1)
    std::uint32_t goes_stale = Day::never;  ///< as Day::goes_stale
  };

  explicit Tally(const Policy& policy);

  /// Turns to another log, which must stay.
  void turn_to(const Log& log) { log_ = &log; }
  /// Turns to another certification type, which must stay; the cycle is empty.
  void turn_to(const CertificationType& type);

  /// Begins an empty cycle.
  void clear();

  /// Whether the type is renewed by this activity's units, or by its course.
  [[nodiscard]] bool concerns(const Activity& activity) const {
    return by_units_ || position_of_course(activity) != Verdict::none;
  }

  /// Goes on to `day`: drops what is stale by then (U6). Days never go back within a cycle.
  void go_to(Date day) { drop_stale(day.rank()); }
  /// Goes on to the last day before `day`.
  void go_to_eve_of(Date day) { drop_stale(day.rank() - 1); }

  /// Adds an activity done on the day gone to, in the order of U7. Says in `became` which use of
  /// its type it is, the total then, and, for a course completed again, the activity that completed
  /// it first. Precondition: concerns(it).
  void add(std::uint32_t index, const Day& day, Verdict& became);

  /// The units that count on the day gone to (U7).
  [[nodiscard]] Units total() const { return total_; }
  [[nodiscard]] bool units_reached() const { return by_units_ && total_ >= required_; }
  [[nodiscard]] bool courses_complete() const {
    return !completed_.empty() && completed_.size() == completed_by_.size();
  }
  /// By position in the type's courses.
  void append_completed_courses(std::vector<bool>& complete) const;

  [[nodiscard]] std::span<const Entry> entries() const { return entries_; }
  /// Whether the units of entries()[i] are stale on the day gone to.
  [[nodiscard]] bool is_stale(std::size_t i) const { return i < first_fresh_; }

 private:
  /// Drops what goes stale on days up to this rank, which need not be that of a date.
  void drop_stale(std::uint32_t rank) {
    if (!by_units_) return;  // K1: staleness does not apply to courses
    for (; first_fresh_ < entries_.size(); ++first_fresh_) {
      const Entry& entry = entries_[first_fresh_];
      if (rank < entry.goes_stale) break;
      if (!entry.over_limit) total_ -= log_->activities[entry.activity].units;
    }
  }
  [[nodiscard]] std::uint32_t position_of_course(const Activity& activity) const {
    return activity.course ? position_[*activity.course] : Verdict::none;
  }

  const Log* log_ = nullptr;
  const CertificationType* type_ = nullptr;
  bool by_units_ = false;  // whether units renew the type …
  Units required_;         // … and how many
  std::vector<Entry> entries_;
  std::size_t first_fresh_ = 0;  // entries before it are stale
  Units total_;
  std::vector<std::uint32_t> limits_;        // by activity type: the most uses
  std::vector<std::uint32_t> uses_;          // likewise, so far
  std::vector<std::uint32_t> used_;          // activity types with uses
  std::vector<std::uint32_t> position_;      // by the policy's course: in the type's courses
  std::vector<std::uint32_t> completed_by_;  // by position: the first activity
  std::vector<std::uint32_t> completed_;     // those positions
};

}  // namespace certrenew
