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

/// Equal for two activities that differ only in their days and units (U10). Precondition: the
/// activity has a title.
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
  MaybeIndex course;  ///< an index into Policy::courses
};

/// A day up to as-of, and what was done on it: exams first, then work (E3), the larger units first
/// (U7).
struct Day {
  Date date = Date::first();
  /// The first day without its units (U6); none: never, or after as-of.
  std::optional<Date> goes_stale{};
  std::span<const Index<Activity>> exams{};
  std::span<const DoneWork> work{};
  /// The certifications earned on it; empty unless the policy links certifications (C7, E4).
  std::span<const Index<Certification>> earned{};
};

/// An outcome that an activity has for all certifications of a programme.
struct CommonOutcome {
  Index<Activity> activity;
  Outcome outcome;
  MaybeIndex same_as;  ///< the activity that it duplicates; none: no duplicate
};

/// The activities in order, as one programme sees them: the same for all of its certifications.
class ActivityOrder {
 public:
  /// Takes the activities of `log` up to `as_of` (A1) as `programme` sees them. Writes the
  /// indices of all activities, in order, to `order`. No programme: as tracked certifications see
  /// them.
  void set_up(const Log& log, const Policy& policy, std::optional<Index<Policy>> programme,
              Date as_of, std::vector<Index<Activity>>& order);
  /// Takes over the days of `other`, but units go stale as `policy` says. `other` must outlive
  /// this.
  void set_up_like(const ActivityOrder& other, const Policy& policy, Date as_of);

  /// The days with activities that may concern a certification of the programme. If the policy
  /// links certifications, also the days on which one was earned.
  [[nodiscard]] std::span<const Day> days() const { return days_; }
  /// The activities that concern none of them: rejected, of another programme, or a duplicate.
  [[nodiscard]] std::span<const CommonOutcome> common() const { return common_; }

 private:
  void find_earnings(const Log& log, const Policy& policy, Date as_of);
  void add_day(const Log& log, Date date, std::span<const Index<Activity>> done,
               std::span<const Index<Certification>> earned);
  void find_duplicates(const Log& log, std::span<const Index<Activity>> done);
  void find_stale_days(const Policy& policy, Date as_of);

  std::optional<Index<Policy>> programme_;
  std::vector<Day> days_;
  std::vector<Index<Activity>> exams_;
  std::vector<DoneWork> work_;
  std::vector<Index<Certification>> earned_;  // by day
  std::vector<CommonOutcome> common_;
  std::vector<Index<Activity>> titled_;  // of the day being added
  std::vector<MaybeIndex> same_as_;      // by activity: the one that it duplicates; may be empty
};

}  // namespace certrenew
