#include "core/cycle_units.hpp"

#include <algorithm>

namespace certrenew {

namespace {

constexpr auto comes_later = [](const auto& a, const auto& b) { return a.day > b.day; };

}  // namespace

CycleUnits::CycleUnits(const Policy& policy)
    : policy_{&policy}, uses_(policy.activity_types.size()), position_(policy.courses.size()) {}

void CycleUnits::turn_to(const CertificationType& type) {
  if (type_ != nullptr && type_->courses) {
    for (const Index<Course> course : type_->courses->all) position_[course.at] = {};
  }
  type_ = &type;
  by_units_ = type.units.has_value();
  const std::size_t courses = type.courses ? type.courses->all.size() : 0;
  for (std::uint32_t i = 0; i < courses; ++i) position_[type.courses->all[i].at] = i;
  begin(Date::first(), {}, {});
  completed_by_.assign(courses, {});
}

/// There may be as many cycles as days, and as many types and courses: only what was used is reset.
void CycleUnits::begin(Date start, Units required, Units carried) {
  start_ = start;
  required_ = required;
  total_ = carried;
  for (const Entry& entry : entries_) {
    uses_[entry.type.at] = 0;
    if (entry.completes) completed_by_[*entry.completes] = {};
  }
  completed_ = 0;
  entries_.clear();
  stale_days_.clear();
}

void CycleUnits::drop_until(Date day, bool inclusive) {
  while (!stale_days_.empty()) {
    const StaleDay next = stale_days_.front();
    if (inclusive ? next.day > day : next.day >= day) return;
    std::pop_heap(stale_days_.begin(), stale_days_.end(), comes_later);
    stale_days_.pop_back();
    Entry& entry = entries_[next.entry];
    entry.stale = true;
    if (!entry.over_limit) total_ -= entry.units;
  }
}

bool CycleUnits::add(const DoneWork& work, const Day& day, Verdict& became) {
  Entry& entry = entries_.emplace_back();
  entry.activity = work.activity.at;
  entry.date = day.date;
  entry.type = work.type;
  entry.units = work.units;
  if (const MaybeIndex course = position_of_course(work)) {
    if (completed_by_[*course]) {
      became.rests_on = completed_by_[*course];
    } else {
      completed_by_[*course] = work.activity.at;
      entry.completes = course;
      ++completed_;
    }
  }
  if (by_units_) {
    const auto& limit = (*policy_)[work.type].limit.on(start_);
    became.use = ++uses_[work.type.at];
    entry.over_limit = limit && became.use > *limit;
    if (!entry.over_limit) total_ += work.units;
    if (day.goes_stale) {  // K1: staleness does not apply to courses
      stale_days_.push_back({*day.goes_stale, static_cast<std::uint32_t>(entries_.size() - 1)});
      std::push_heap(stale_days_.begin(), stale_days_.end(), comes_later);
    }
  } else {
    entry.over_limit = !entry.completes;
  }
  became.total = total_;
  return !entry.over_limit;
}

void CycleUnits::append_completed_courses(std::vector<bool>& complete) const {
  for (const MaybeIndex by : completed_by_) complete.push_back(by.has_value());
}

}  // namespace certrenew
