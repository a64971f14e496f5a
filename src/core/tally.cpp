#include "core/tally.hpp"

#include <algorithm>

namespace certrenew {

Tally::Tally(const Log& log, const Policy& policy, const Timetable& timetable)
    : log_{&log},
      policy_{&policy},
      timetable_{&timetable},
      uses_(policy.activity_types.size()),
      position_(policy.courses.size(), Verdict::none) {}

void Tally::turn_to(const CertificationType& type) {
  if (type_ != nullptr) {
    for (const std::uint32_t course : type_->courses) position_[course] = Verdict::none;
  }
  type_ = &type;
  for (std::uint32_t i = 0; i < type.courses.size(); ++i) position_[type.courses[i]] = i;
  clear();
}

void Tally::clear() {
  entries_.clear();
  first_fresh_ = 0;
  total_ = Units{};
  std::fill(uses_.begin(), uses_.end(), 0U);
  completed_by_.assign(type_->courses.size(), Verdict::none);
  completed_ = 0;
}

std::uint32_t Tally::position_of_course(const Activity& activity) const {
  return activity.course ? position_[*activity.course] : Verdict::none;
}

bool Tally::concerns(const Activity& activity) const {
  return type_->units || position_of_course(activity) != Verdict::none;
}

void Tally::go_to(Date day) {
  if (!type_->units) return;  // K1: staleness does not apply to courses
  for (; first_fresh_ < entries_.size(); ++first_fresh_) {
    const Entry& entry = entries_[first_fresh_];
    const auto stale = timetable_->stale_on[entry.activity];
    if (!stale || day < *stale) break;
    if (!entry.over_limit) total_ -= log_->activities[entry.activity].units;
  }
}

Verdict Tally::add(std::uint32_t index) {
  const Activity& activity = log_->activities[index];
  Entry entry{index, false, false};
  Verdict verdict;
  const std::uint32_t course = position_of_course(activity);
  if (course != Verdict::none) {
    entry.completes = completed_by_[course] == Verdict::none;
    if (entry.completes) {
      completed_by_[course] = index;
      ++completed_;
    } else {
      verdict.rests_on = completed_by_[course];
    }
  }
  if (type_->units) {
    verdict.use = ++uses_[activity.type];
    const auto limit = policy_->activity_types[activity.type].limit;
    entry.over_limit = limit && verdict.use > *limit;
    if (!entry.over_limit) total_ += activity.units;
  } else {
    entry.over_limit = !entry.completes;
  }
  entries_.push_back(entry);
  verdict.total = total_;
  return verdict;
}

std::vector<bool> Tally::completed_courses() const {
  std::vector<bool> complete(completed_by_.size());
  std::transform(completed_by_.begin(), completed_by_.end(), complete.begin(),
                 [](std::uint32_t by) { return by != Verdict::none; });
  return complete;
}

}  // namespace certrenew
