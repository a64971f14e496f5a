// The days on which something was done, in the order in which the rules look at them.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <tuple>
#include <vector>

#include "certrenew/date.hpp"
#include "certrenew/log.hpp"
#include "certrenew/policy.hpp"
#include "core/renewal.hpp"

namespace certrenew {

/// What two activities have in common where they are the same but for their days and units (U10).
/// Precondition: it has a title.
inline auto identity_of(const Activity& activity) {
  const Work* const work = activity.work();
  const Exam* const exam = activity.exam();
  return std::tuple{*activity.title,
                    work != nullptr ? work->type : std::string_view{},
                    work != nullptr ? work->course : std::nullopt,
                    exam != nullptr ? exam->certification : std::nullopt,
                    exam != nullptr,
                    exam != nullptr && exam->passed};
}

/// Work as one programme sees it.
struct DoneWork {
  Index<Activity> activity;
  Index<ActivityType> type;
  Units units;
  MaybeIndex course;  ///< of the policy
};

/// A day up to as-of, and what was done on it: exams first, then work (E3), the larger units first
/// (U7).
struct Day {
  Date date = Date::first();
  std::optional<Date> goes_stale{};  ///< when its units are stale (U6); none: not up to as-of
  std::span<const Index<Activity>> exams{};
  std::span<const DoneWork> work{};
};

/// An outcome that is the same for all certifications of a programme.
struct CommonOutcome {
  Index<Activity> activity;
  Outcome outcome;
  MaybeIndex same_as;  ///< what it is a duplicate of
};

/// What was done when, as one programme sees it: the same for all of its certifications.
class ActivityOrder {
 public:
  /// Takes the activities of `log` up to `as_of` (A1) as `programme` sees them. Writes all of them,
  /// in order, to `order`. Without a programme: as tracked certifications see them.
  void set_up(const Log& log, const Policy& policy, std::optional<Index<Policy>> programme,
              Date as_of, std::vector<Index<Activity>>& order);
  /// Takes what `other` has, with the days of going stale that `policy` gives. `other` must stay.
  void set_up_like(const ActivityOrder& other, const Policy& policy, Date as_of);

  /// The days on which something was done that may concern a certification of the programme.
  [[nodiscard]] std::span<const Day> days() const { return days_; }
  /// What concerns none of them: rejected, of another programme, or a duplicate.
  [[nodiscard]] std::span<const CommonOutcome> common() const { return common_; }

 private:
  void add_day(const Log& log, std::span<const Index<Activity>> done);
  void find_duplicates(const Log& log, std::span<const Index<Activity>> done);
  void find_stale_days(const Policy& policy, Date as_of);

  std::optional<Index<Policy>> programme_;
  std::vector<Day> days_;
  std::vector<Index<Activity>> exams_;
  std::vector<DoneWork> work_;
  std::vector<CommonOutcome> common_;
  std::vector<Index<Activity>> titled_;  // of the day that is being added
  std::vector<MaybeIndex> same_as_;      // by activity: what it is a duplicate of; may be empty
};

}  // namespace certrenew
