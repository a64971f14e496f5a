#include "core/cycle_units.hpp"

namespace certrenew {

CycleUnits::CycleUnits(const Policy& policy)
    : policy_{&policy}, uses_(policy.activity_types.size()), position_(policy.courses.size()) {}

void CycleUnits::turn_to(const CertificationType& type) {
  if (type_ != nullptr) {
    for (const Index<Course> course : type_->courses) position_[course.at] = {};
  }
  type_ = &type;
  by_units_ = type.units.has_value();
  required_ = type.units.value_or(Units{});
  for (std::uint32_t i = 0; i < type.courses.size(); ++i) position_[type.courses[i].at] = i;
  clear();
  completed_by_.assign(type.courses.size(), {});
}

/// There may be as many cycles as days, and as many types and courses: only what was used is reset.
void CycleUnits::clear() {
  entries_.clear();
  first_fresh_ = 0;
  total_ = Units{};
  for (const std::uint32_t type : used_) uses_[type] = 0;
  used_.clear();
  for (const std::uint32_t course : completed_) completed_by_[course] = {};
  completed_.clear();
}

void CycleUnits::go_to(Date day) {
  if (!by_units_) return;  // K1: staleness does not apply to courses
  const auto is_stale = [&](const Entry& one) { return one.goes_stale && *one.goes_stale <= day; };
  while (first_fresh_ < entries_.size() && is_stale(entries_[first_fresh_])) drop_next();
}

void CycleUnits::go_to_eve_of(Date day) {
  if (!by_units_) return;
  const auto is_stale = [&](const Entry& one) { return one.goes_stale && *one.goes_stale < day; };
  while (first_fresh_ < entries_.size() && is_stale(entries_[first_fresh_])) drop_next();
}

void CycleUnits::drop_next() {
  const Entry& entry = entries_[first_fresh_++];
  if (!entry.over_limit) total_ -= work(entry.activity).units;
}

void CycleUnits::add(std::uint32_t activity, const Day& day, Verdict& became) {
  const Work& work = this->work(activity);
  Entry& entry = entries_.emplace_back();
  entry.activity = activity;
  entry.goes_stale = day.goes_stale;
  if (const MaybeIndex course = position_of_course(work)) {
    entry.completes = !completed_by_[*course];
    if (entry.completes) {
      completed_by_[*course] = activity;
      completed_.push_back(*course);
    } else {
      became.rests_on = completed_by_[*course];
    }
  }
  if (by_units_) {
    const auto limit = (*policy_)[work.type].limit;
    became.use = ++uses_[work.type.at];
    if (became.use == 1) used_.push_back(work.type.at);
    entry.over_limit = limit && became.use > *limit;
    if (!entry.over_limit) total_ += work.units;
  } else {
    entry.over_limit = !entry.completes;
  }
  became.total = total_;
}

void CycleUnits::append_completed_courses(std::vector<bool>& complete) const {
  for (const MaybeIndex by : completed_by_) complete.push_back(by.has_value());
}

}  // namespace certrenew
