#include "core/tally.hpp"

#include <limits>

namespace certrenew {

Tally::Tally(const Policy& policy)
    : uses_(policy.activity_types.size()), position_(policy.courses.size(), Verdict::none) {
  constexpr std::uint32_t no_limit = std::numeric_limits<std::uint32_t>::max();
  for (const ActivityType& type : policy.activity_types) {
    limits_.push_back(type.limit.value_or(no_limit));
  }
}

void Tally::turn_to(const CertificationType& type) {
  if (type_ != nullptr) {
    for (const std::uint32_t course : type_->courses) position_[course] = Verdict::none;
  }
  type_ = &type;
  by_units_ = type.units.has_value();
  required_ = type.units.value_or(Units{});
  for (std::uint32_t i = 0; i < type.courses.size(); ++i) position_[type.courses[i]] = i;
  clear();
  completed_by_.assign(type.courses.size(), Verdict::none);
}

/// There may be as many cycles as days, and as many types and courses: only what was used is reset.
void Tally::clear() {
  entries_.clear();
  first_fresh_ = 0;
  total_ = Units{};
  for (const std::uint32_t type : used_) uses_[type] = 0;
  used_.clear();
  for (const std::uint32_t course : completed_) completed_by_[course] = Verdict::none;
  completed_.clear();
}

void Tally::add(std::uint32_t index, const Day& day, Verdict& became) {
  const Activity& activity = log_->activities[index];
  Entry& entry = entries_.emplace_back();
  entry.activity = index;
  entry.goes_stale = day.goes_stale;
  const std::uint32_t course = position_of_course(activity);
  if (course != Verdict::none) {
    entry.completes = completed_by_[course] == Verdict::none;
    if (entry.completes) {
      completed_by_[course] = index;
      completed_.push_back(course);
    } else {
      became.rests_on = completed_by_[course];
    }
  }
  if (by_units_) {
    became.use = ++uses_[activity.type];
    if (became.use == 1) used_.push_back(activity.type);
    entry.over_limit = became.use > limits_[activity.type];
    if (!entry.over_limit) total_ += activity.units;
  } else {
    entry.over_limit = !entry.completes;
  }
  became.total = total_;
}

void Tally::append_completed_courses(std::vector<bool>& complete) const {
  for (const std::uint32_t by : completed_by_) complete.push_back(by != Verdict::none);
}

}  // namespace certrenew
