// The activities of one certification: which of them count, and what became of each.
#include <algorithm>

#include "naive_certification.hpp"

namespace certrenew::testing {

namespace {

template <class Element>
bool has(const std::vector<Element>& list, const Element& wanted) {
  return std::find(list.begin(), list.end(), wanted) != list.end();
}

}  // namespace

/// K1: whether it completes a course that the type requires.
bool NaiveCertification::required(std::uint32_t index) const {
  const auto& course = worth(index).course;
  return type_.courses && course && has(type_.courses->all, *course);
}

/// U10: the same as another one, which counts in its place.
bool NaiveCertification::is_duplicate(std::uint32_t index) const {
  const Activity& one = activity(index);
  if (!one.title) return false;
  for (std::uint32_t i = 0; i < log_.activities.size(); ++i) {
    const Activity& other = activity(i);
    if (i == index || one.rejected || other.rejected || other.title != one.title ||
        other.date != one.date) {
      continue;
    }
    if (one.exam() && other.exam()) {
      const bool same = one.exam()->certification == other.exam()->certification &&
                        one.exam()->passed == other.exam()->passed;
      if (same && i < index) return true;
    } else if (one.work() && one.work()->in(programme_) && other.work() &&
               other.work()->in(programme_)) {
      const bool same =
          one.work()->type == other.work()->type && one.work()->course == other.work()->course;
      const Units mine = worth(index).units;
      const Units its = worth(i).units;
      if (same && (its > mine || (its == mine && i < index))) return true;
    }
  }
  return false;
}

/// U2, U4: done before it can count.
bool NaiveCertification::is_before(const Activity& activity) const {
  const Cycle& first = cycles_.front();
  if (activity.date < first.start) return true;
  if (activity.date == first.start && first.began_by == CycleStart::given) return true;
  if (activity.exam()) return false;
  if (policy_.units_from && activity.date < *policy_.units_from) return true;
  if (type_.first_day_counts) return false;
  return std::any_of(cycles_.begin(), cycles_.end(), [&](const Cycle& cycle) {
    return cycle.begun_by_earning() && cycle.start == activity.date;
  });
}

std::optional<Outcome> NaiveCertification::beside_exam(const Activity& activity) const {
  const Exam& exam = *activity.exam();
  if (!exam.certification) return Outcome::other_certification;
  if (!is_own(activity) && !is_of(*exam.certification)) return Outcome::other_certification;
  if (!exam.passed) return Outcome::failed;
  if (!type_.exam) return Outcome::not_required;
  if (const auto listed = log_[*exam.certification].listed) {
    const auto retired = policy_[*listed].retired;
    if (retired && activity.date >= *retired) return Outcome::retired;
  }
  return std::nullopt;
}

/// The outcome of an activity that no cycle looks at; nothing if one does.
std::optional<Outcome> NaiveCertification::beside(std::uint32_t index) const {
  const Activity& one = activity(index);
  if (one.date > as_of_) return Outcome::planned;
  if (one.rejected) return Outcome::rejected;
  if (const Exam* const exam = one.exam()) {
    const bool belongs = !exam->certification || log_[*exam->certification].programme == programme_;
    if (!belongs) return Outcome::other_programme;
  } else if (!one.work()->in(programme_)) {
    return Outcome::other_programme;
  }
  if (duplicates_.count(index) > 0) return Outcome::duplicate;
  if (one.exam()) {
    if (const auto outcome = beside_exam(one)) return outcome;
  } else if (!type_.units && !required(index)) {
    return Outcome::not_required;
  }
  if (is_before(one)) return Outcome::before_cycle;
  return std::nullopt;
}

/// Work alone.
std::vector<std::uint32_t> NaiveCertification::activities_until(std::size_t place, Date day) const {
  const Cycle& cycle = cycles_[place];
  std::vector<std::uint32_t> all;
  for (std::uint32_t i = 0; i < log_.activities.size(); ++i) {
    const Activity& one = activity(i);
    if (one.exam() || one.date > day || beside(i)) continue;
    if (one.date < cycle.began_on || one.date < cycle.start) continue;
    if (one.date == cycle.began_on && !cycle.begun_by_earning()) continue;
    all.push_back(i);
  }
  std::stable_sort(all.begin(), all.end(), [&](std::uint32_t a, std::uint32_t b) {
    const Activity& one = activity(a);
    const Activity& other = activity(b);
    return one.date != other.date ? one.date < other.date : worth(a).units > worth(b).units;
  });
  return all;
}

NaiveCertification::Total NaiveCertification::total(std::size_t place,
                                                    const std::vector<std::uint32_t>& activities,
                                                    Date day) const {
  Total total{.sum = cycles_[place].carried};
  std::map<Index<ActivityType>, std::uint32_t> uses;
  for (const std::uint32_t i : activities) {
    const auto limit = policy_[worth(i).type].limit.on(cycles_[place].start);
    if (limit && uses[worth(i).type] >= *limit) {
      total.over.insert(i);
      continue;
    }
    ++uses[worth(i).type];
    const auto valid = policy_.units_valid.on(activity(i).date);
    const auto stale_on = valid ? add(activity(i).date, *valid) : std::nullopt;
    if (stale_on && day >= *stale_on) {
      total.stale.insert(i);
    } else {
      total.counting.push_back(i);
      total.sum += worth(i).units;
    }
  }
  return total;
}

std::map<Index<Course>, std::uint32_t> NaiveCertification::completions(Date day) const {
  std::map<Index<Course>, std::uint32_t> first;
  for (const std::uint32_t i : activities_until(current(), day)) {
    if (required(i)) first.emplace(*worth(i).course, i);
  }
  return first;
}

Units NaiveCertification::carried_over(Date day) const {
  if (!type_.carry_over) return {};
  const CarryOver& rule = *type_.carry_over;
  const std::size_t place = current() - 1;
  const Date old_start = cycles_[place].start;
  const Date start = cycle().start;
  const Date seen = start > cycle().began_on ? *day_before(start) : cycle().began_on;
  const Total old = total(place, activities_until(place, std::min(day, seen)), seen);
  const auto from_last = rule.from_last.on(old_start);
  const auto earliest = from_last ? subtract(start, *from_last) : std::nullopt;
  Units recent;
  for (const std::uint32_t i : old.counting) {
    const bool of_type = rule.types.empty() || has(rule.types, worth(i).type);
    if (of_type && (!earliest || activity(i).date >= *earliest)) recent += worth(i).units;
  }
  Units carried = std::min({rule.at_most.on(old_start), old.sum - cycles_[place].required, recent});
  carried = std::min(carried, cycle().required - Units::from_hundredths(1));
  return std::max(carried, Units{});
}

void NaiveCertification::settle(Date day) {
  for (std::uint32_t i = 0; i < log_.activities.size(); ++i) {
    const Activity& one = activity(i);
    if (one.exam() || beside(i) || one.date > day) continue;
    if (one.date > cycle().began_on && one.date < cycle().start) outcome_[i] = Outcome::surplus;
  }
  const Total all = total(day);
  const auto first = completions(day);
  const auto& closing = cycle().closing;
  const auto closed_by = [&](CycleEnd by) { return closing && closing->by == by; };
  for (const std::uint32_t i : activities_until(current(), day)) {
    const bool completes = required(i) && first.at(*worth(i).course) == i;
    const bool is_over = type_.units ? all.over.count(i) > 0 : !completes;
    const bool is_stale = type_.units && all.stale.count(i) > 0;
    if ((closed_by(CycleEnd::units) && !is_over && !is_stale) ||
        (closed_by(CycleEnd::courses) && completes)) {
      outcome_[i] = Outcome::used;
    } else if (is_over) {
      outcome_[i] = Outcome::over_limit;
    } else if (is_stale) {
      outcome_[i] = Outcome::stale;
    } else if (!closing) {
      outcome_[i] = Outcome::counted;
    } else {
      outcome_[i] = closed_by(CycleEnd::expired) ? Outcome::lapsed : Outcome::superseded;
    }
  }
}

}  // namespace certrenew::testing
