#include "naive.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>

#include "support.hpp"

namespace certrenew::testing {

namespace {

/// A date leaves the range (D1), or there is no day as C4 asks for.
struct NoAnswer : std::exception {};

Date after(Date date, Duration duration) {
  const auto result = add(date, duration);
  if (!result) throw NoAnswer{};
  return *result;
}

Date before(Date date, Duration duration) {
  return subtract(date, duration).value_or(Date::first());
}

template <class Element>
bool has(const std::vector<Element>& list, const Element& wanted) {
  return std::find(list.begin(), list.end(), wanted) != list.end();
}

/// One certification under the policy of its programme.
class Naive {
 public:
  Naive(const Log& log, const Policies& policies, Date as_of, std::size_t which)
      : log_{log},
        programme_{*log.certifications[which].programme},
        policy_{policies[programme_]},
        as_of_{as_of},
        which_{static_cast<std::uint32_t>(which)},
        certification_{log.certifications[which]},
        type_{policy_[certification_.type]},
        outcome_(log.activities.size(), Outcome::planned) {
    for (std::uint32_t i = 0; i < log.activities.size(); ++i) {
      if (is_duplicate(i)) duplicates_.insert(i);
    }
    run();
  }

  NaiveAnswer answer() const;
  /// What the open cycle lacks on `day`, if nothing is done after as-of.
  std::optional<Units> needed_on(Date day) const;

 private:
  void run();
  void first_cycle();
  void begin(Date began_on, Date start, CycleStart began_by, Units carried);
  void push(Cycle cycle, Date window_hangs_on);
  void go_through(Date day);
  void close(Date day, CycleEnd by);
  void settle(Date day);

  std::optional<Outcome> beside(std::uint32_t activity) const;
  std::optional<Outcome> beside_exam(const Activity& activity) const;
  bool is_before(const Activity& activity) const;
  bool is_duplicate(std::uint32_t activity) const;
  bool required(std::uint32_t activity) const;
  Units carried_over(Date day, Date new_start) const;

  /// Of the current cycle, on `day`, in the order of U7.
  std::vector<std::uint32_t> activities_until(Date day) const;
  /// U7: those whose units count on `day`, those over the limit, and those that are stale.
  struct Total {
    Units sum;
    std::vector<std::uint32_t> counting{};
    std::set<std::uint32_t> over{};
    std::set<std::uint32_t> stale{};
  };
  Total total(Date day) const;
  /// K1: the first completion of each required course.
  std::map<Index<Course>, std::uint32_t> completions(Date day) const;

  const Activity& activity(std::uint32_t index) const { return log_.activities[index]; }
  /// Precondition: it is work of the programme.
  const Worth& worth(std::uint32_t index) const { return *activity(index).work()->in(programme_); }
  Cycle& cycle() { return cycles_.back(); }
  const Cycle& cycle() const { return cycles_.back(); }

  const Log& log_;
  Index<Policy> programme_;
  const Policy& policy_;
  Date as_of_;
  Index<Certification> which_;
  const Certification& certification_;
  const CertificationType& type_;
  std::vector<Cycle> cycles_{};
  std::vector<Outcome> outcome_;
  std::set<std::uint32_t> duplicates_{};
};

/// E2: `window_hangs_on` is the expiration without an extension.
void Naive::push(Cycle cycle, Date window_hangs_on) {
  if (type_.exam) {
    const auto window = type_.exam->window.on(cycle.start);
    const auto opens = day_after(std::max(cycle.start, cycle.began_on));
    if (!window) {
      cycle.exam_opens = opens;
    } else if (cycle.expires && opens) {
      cycle.exam_opens = std::max(*opens, before(window_hangs_on, *window));
    }
  }
  if (type_.units) cycle.required = type_.units->required.on(cycle.start);
  cycles_.push_back(cycle);
}

/// C1, C9.
void Naive::begin(Date began_on, Date start, CycleStart began_by, Units carried) {
  Cycle cycle{.began_on = began_on, .start = start, .began_by = began_by, .carried = carried};
  const auto validity = type_.validity.on(start);
  if (cycles_.empty() && certification_.suspends) {
    cycle.suspends = certification_.suspends;
  } else if (validity) {
    cycle.suspends = after(start, *validity);
  } else {
    push(cycle, start);
    return;
  }
  if (cycles_.empty() && certification_.expires) {
    cycle.expires = certification_.expires;
    push(cycle, *cycle.expires);
    return;
  }
  const Date computed = after(*cycle.suspends, type_.grace.on(start));
  cycle.expires = computed;
  for (const Extension& one : policy_.extensions) {
    if (computed < one.from || computed > one.to) continue;
    if (!one.types.empty() && !has(one.types, certification_.type)) continue;
    cycle.expires = one.until;
    cycle.extended_from = computed;
    break;
  }
  push(cycle, computed);
}

/// C3, C4.
void Naive::first_cycle() {
  if (!certification_.suspends) {
    begin(*certification_.earned, *certification_.earned, CycleStart::earned, {});
    return;
  }
  // C4, by trying every day before it.
  std::optional<Date> start = certification_.suspends;
  for (; start; start = day_before(*start)) {
    const auto validity = type_.validity.on(*start);
    const auto ends = validity ? add(*start, *validity) : std::nullopt;
    if (ends && *ends <= *certification_.suspends) break;
  }
  if (!start) throw NoAnswer{};
  const bool earned = certification_.earned && *certification_.earned >= *start;
  const Date from = earned ? *certification_.earned : *start;
  begin(from, from, earned ? CycleStart::earned : CycleStart::given, {});
}

/// K1: whether it completes a course that the type requires.
bool Naive::required(std::uint32_t index) const {
  const auto& course = worth(index).course;
  return type_.courses && course && has(type_.courses->all, *course);
}

/// U10: the same as another one, which counts in its place.
bool Naive::is_duplicate(std::uint32_t index) const {
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
bool Naive::is_before(const Activity& activity) const {
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

std::optional<Outcome> Naive::beside_exam(const Activity& activity) const {
  const Exam& exam = *activity.exam();
  if (exam.certification != which_) return Outcome::other_certification;
  if (!exam.passed) return Outcome::failed;
  if (!type_.exam) return Outcome::not_required;
  if (certification_.listed) {
    const auto retired = policy_[*certification_.listed].retired;
    if (retired && activity.date >= *retired) return Outcome::retired;
  }
  return std::nullopt;
}

/// What comes before anything that a cycle makes of it.
std::optional<Outcome> Naive::beside(std::uint32_t index) const {
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
std::vector<std::uint32_t> Naive::activities_until(Date day) const {
  std::vector<std::uint32_t> all;
  for (std::uint32_t i = 0; i < log_.activities.size(); ++i) {
    const Activity& one = activity(i);
    if (one.exam() || one.date > day || beside(i)) continue;
    if (one.date < cycle().began_on) continue;
    if (one.date == cycle().began_on && !cycle().begun_by_earning()) continue;
    all.push_back(i);
  }
  std::stable_sort(all.begin(), all.end(), [&](std::uint32_t a, std::uint32_t b) {
    const Activity& one = activity(a);
    const Activity& other = activity(b);
    return one.date != other.date ? one.date < other.date : worth(a).units > worth(b).units;
  });
  return all;
}

Naive::Total Naive::total(Date day) const {
  Total total{.sum = cycle().carried};
  std::map<Index<ActivityType>, std::uint32_t> uses;
  for (const std::uint32_t i : activities_until(day)) {
    const auto limit = policy_[worth(i).type].limit.on(cycle().start);
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

std::map<Index<Course>, std::uint32_t> Naive::completions(Date day) const {
  std::map<Index<Course>, std::uint32_t> first;
  for (const std::uint32_t i : activities_until(day)) {
    if (required(i)) first.emplace(*worth(i).course, i);
  }
  return first;
}

/// U9: when units close the current cycle on `day`.
Units Naive::carried_over(Date day, Date new_start) const {
  if (!type_.carry_over) return {};
  const CarryOver& rule = *type_.carry_over;
  const Date old_start = cycle().start;
  const Total old = total(day);
  const auto from_last = rule.from_last.on(old_start);
  const Date earliest = from_last ? before(new_start, *from_last) : Date::first();
  Units recent;
  for (const std::uint32_t i : old.counting) {
    const bool of_type = rule.types.empty() || has(rule.types, worth(i).type);
    if (of_type && activity(i).date >= earliest) recent += worth(i).units;
  }
  Units carried = std::min({rule.at_most.on(old_start), old.sum - cycle().required, recent});
  const Units most = type_.units->required.on(new_start) - Units::from_hundredths(1);
  carried = std::min(carried, most);
  return std::max(carried, Units{});
}

void Naive::settle(Date day) {
  const Total all = total(day);
  const auto first = completions(day);
  const auto by = cycle().closing ? std::optional{cycle().closing->by} : std::nullopt;
  for (const std::uint32_t i : activities_until(day)) {
    const bool completes = required(i) && first.at(*worth(i).course) == i;
    const bool is_over = type_.units ? all.over.count(i) > 0 : !completes;
    const bool is_stale = type_.units && all.stale.count(i) > 0;
    if ((by == CycleEnd::units && !is_over && !is_stale) ||
        (by == CycleEnd::courses && completes)) {
      outcome_[i] = Outcome::used;
    } else if (is_over) {
      outcome_[i] = Outcome::over_limit;
    } else if (is_stale) {
      outcome_[i] = Outcome::stale;
    } else if (!by) {
      outcome_[i] = Outcome::counted;
    } else {
      outcome_[i] = by == CycleEnd::expired ? Outcome::lapsed : Outcome::superseded;
    }
  }
}

/// C5.
void Naive::close(Date day, CycleEnd by) {
  cycle().closing = {day, by};
  if (by == CycleEnd::expired) {
    settle(*day_before(day));
    return;
  }
  settle(day);
  const Anchor anchor = by == CycleEnd::units  ? type_.units->anchor
                        : by == CycleEnd::exam ? type_.exam->anchor
                                               : type_.courses->anchor;
  Date start = day;
  if (anchor == Anchor::earlier && cycle().suspends) start = std::min(day, *cycle().suspends);
  if (by == CycleEnd::units) {
    begin(day, start, CycleStart::units, carried_over(day, start));
  } else {
    begin(day, start, by == CycleEnd::exam ? CycleStart::exam : CycleStart::courses, {});
  }
}

/// E3: exams first, then units, then courses.
void Naive::go_through(Date day) {
  if (!cycle().expired() && cycle().expires_by(day)) close(*cycle().expires, CycleEnd::expired);
  bool renewed = false;
  bool done = false;
  for (std::uint32_t i = 0; i < log_.activities.size(); ++i) {
    if (activity(i).date != day || !activity(i).exam() || beside(i)) continue;
    if (done) {
      outcome_[i] = Outcome::superseded;
    } else if (cycle().expired()) {
      begin(day, day, CycleStart::earned_anew, {});
      outcome_[i] = Outcome::earned_anew;
      done = true;
    } else if (day == cycle().start && cycle().begun_by_earning()) {
      outcome_[i] = Outcome::earned;
    } else if (cycle().exam_opens && day >= *cycle().exam_opens) {
      outcome_[i] = Outcome::renewed;
      done = renewed = true;
    } else {
      outcome_[i] = Outcome::too_early;
    }
  }
  if (cycle().expired()) {
    for (std::uint32_t i = 0; i < log_.activities.size(); ++i) {
      if (activity(i).date != day || activity(i).exam() || beside(i)) continue;
      outcome_[i] = Outcome::after_expiration;
    }
    return;
  }
  const Total all = total(day);
  const bool one_counts = std::any_of(all.counting.begin(), all.counting.end(),
                                      [&](std::uint32_t i) { return activity(i).date == day; });
  if (renewed) {
    close(day, CycleEnd::exam);
  } else if (type_.units && one_counts && all.sum >= cycle().required) {
    close(day, CycleEnd::units);
  } else if (type_.courses && completions(day).size() == type_.courses->all.size()) {
    close(day, CycleEnd::courses);
  }
}

void Naive::run() {
  first_cycle();
  std::set<Date> days;
  for (std::uint32_t i = 0; i < log_.activities.size(); ++i) {
    if (!beside(i)) days.insert(activity(i).date);
  }
  for (const Date day : days) go_through(day);
  if (!cycle().expired() && cycle().expires_by(as_of_)) close(*cycle().expires, CycleEnd::expired);
  if (!cycle().expired()) settle(as_of_);
  // Last, since being before depends on all the cycles: on the day of earning anew, too.
  for (std::uint32_t i = 0; i < log_.activities.size(); ++i) {
    if (const auto outcome = beside(i)) outcome_[i] = *outcome;
  }
}

std::optional<Units> Naive::needed_on(Date day) const {
  if (!type_.units || cycle().expired()) return std::nullopt;
  return cycle().required - total(day).sum;  // what is planned is beside
}

NaiveAnswer Naive::answer() const {
  Renewals words{as_of_};
  for (const Outcome outcome : outcome_) words.verdicts.emplace_back().outcome = outcome;
  Credential& credential = words.credentials.emplace_back();
  credential.verdicts = words.verdicts;
  credential.cycles = cycles_;
  if (type_.units && !cycle().expired()) credential.counted = total(as_of_).sum;
  const Date from = certification_.earned.value_or(cycles_.front().start);
  credential.status = as_of_ < from                 ? Status::upcoming
                      : cycle().expired()           ? Status::expired
                      : cycle().suspends_by(as_of_) ? Status::suspended
                                                    : Status::active;
  return {credential.status, cycles_,         cycles(words),
          terms(words),      standing(words), outcomes(words)};
}

}  // namespace

std::optional<NaiveAnswer> naive_untracked(const Log& log, const Policies& policies, Date as_of,
                                           std::size_t certification) {
  try {
    return Naive{log, policies, as_of, certification}.answer();
  } catch (const NoAnswer&) {
    return std::nullopt;
  }
}

std::optional<Units> naive_needed_as_it_stands(const Log& log, const Policies& policies, Date as_of,
                                               std::size_t certification, Date day) {
  return Naive{log, policies, as_of, certification}.needed_on(day);
}

}  // namespace certrenew::testing
