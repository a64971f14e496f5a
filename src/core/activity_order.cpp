#include "core/activity_order.hpp"

#include <algorithm>

#include "certrenew/answer.hpp"
#include "core/term.hpp"

namespace certrenew {

namespace {

/// The units of an activity in a programme; 0 for an exam, or if it does not belong there.
Units units_in(const Activity& activity, std::optional<Index<Policy>> programme) {
  const Work* const work = activity.work();
  const Worth* const worth = work != nullptr && programme ? work->in(*programme) : nullptr;
  return worth != nullptr ? worth->units : Units{};
}

/// Whether an activity belongs to the programme (P1). No programme: whether it is the exam of a
/// tracked certification.
bool belongs(const Log& log, const Activity& activity, std::optional<Index<Policy>> programme) {
  if (const Work* const work = activity.work()) {
    return programme && work->in(*programme) != nullptr;
  }
  const auto certification = activity.exam()->certification;
  return !certification || log[*certification].programme == programme;
}

/// Whether units may be carried over into a term that begins after the renewal (U9).
bool carries_over_later(const Policy& policy) {
  const auto& types = policy.certification_types;
  return std::any_of(types.begin(), types.end(), [](const CertificationType& one) {
    return one.carry_over && one.units && one.units->anchor == Anchor::end;
  });
}

}  // namespace

void ActivityOrder::set_up(const Log& log, const Policy& policy,
                           std::optional<Index<Policy>> programme, Date as_of,
                           std::vector<Index<Activity>>& order) {
  programme_ = programme;
  const auto count = static_cast<std::uint32_t>(log.activities.size());
  order.resize(count);
  for (std::uint32_t i = 0; i < count; ++i) order[i] = {i};
  const auto earlier = [&](Index<Activity> a, Index<Activity> b) {
    const Activity& one = log[a];
    const Activity& other = log[b];
    if (one.date != other.date) return one.date < other.date;
    const bool is_exam = one.exam() != nullptr;
    if (is_exam != (other.exam() != nullptr)) return is_exam;
    return units_in(one, programme) > units_in(other, programme);
  };
  if (!std::is_sorted(order.begin(), order.end(), earlier)) {
    std::stable_sort(order.begin(), order.end(), earlier);
  }
  days_.clear();
  exams_.clear();
  work_.clear();
  common_.clear();
  same_as_.clear();
  // Days hold spans of these, so they must not be reallocated.
  exams_.reserve(count);
  work_.reserve(count);
  find_earnings(log, policy, as_of);
  auto done = order.cbegin();
  auto earned = earned_.cbegin();
  while (done != order.cend() || earned != earned_.cend()) {
    const Date date = std::min(done == order.cend() ? Date::last() : log[*done].date,
                               earned == earned_.cend() ? Date::last() : *log[*earned].earned);
    if (date > as_of) break;
    const auto done_then = done;
    const auto earned_then = earned;
    while (done != order.cend() && log[*done].date == date) ++done;
    while (earned != earned_.cend() && log[*earned].earned == date) ++earned;
    add_day(log, date, {done_then, done}, {earned_then, earned});
  }
  find_stale_days(policy, as_of);
}

/// Finds the certifications of the programme whose first cycle begins when they are earned. Finds
/// none if the policy links no certifications: then earning one changes no other.
void ActivityOrder::find_earnings(const Log& log, const Policy& policy, Date as_of) {
  earned_.clear();
  if (!programme_ || !policy.is_linked()) return;
  for (std::uint32_t i = 0; i < log.certifications.size(); ++i) {
    const Certification& one = log.certifications[i];
    if (one.programme != programme_ || !one.earned || *one.earned > as_of) continue;
    if (begins_by_earning(one, policy[one.type])) earned_.push_back({i});
  }
  std::stable_sort(earned_.begin(), earned_.end(),
                   [&](const auto& a, const auto& b) { return *log[a].earned < *log[b].earned; });
}

void ActivityOrder::set_up_like(const ActivityOrder& other, const Policy& policy, Date as_of) {
  days_ = other.days_;
  find_stale_days(policy, as_of);
}

/// Adds a day with its activities, in order, and with what was earned on it.
void ActivityOrder::add_day(const Log& log, Date date, std::span<const Index<Activity>> done,
                            std::span<const Index<Certification>> earned) {
  if (done.size() > 1) find_duplicates(log, done);
  const std::size_t first_exam = exams_.size();
  const std::size_t first_work = work_.size();
  for (const Index<Activity> index : done) {
    const Activity& activity = log[index];
    if (activity.rejected) {
      common_.push_back({index, Outcome::rejected, {}});
    } else if (!belongs(log, activity, programme_)) {
      common_.push_back({index, Outcome::other_programme, {}});
    } else if (!same_as_.empty() && same_as_[index.at]) {
      common_.push_back({index, Outcome::duplicate, same_as_[index.at]});
    } else if (const Work* const work = activity.work()) {
      const Worth& worth = *work->in(*programme_);
      DoneWork& done_work = work_.emplace_back();
      done_work.activity = index;
      done_work.type = worth.type;
      done_work.units = worth.units;
      if (worth.course) done_work.course = worth.course->at;
    } else {
      exams_.push_back(index);
    }
  }
  const std::size_t exams = exams_.size() - first_exam;
  const std::size_t work = work_.size() - first_work;
  if (exams + work + earned.size() == 0) return;
  Day& day = days_.emplace_back();
  day.date = date;
  day.earned = earned;
  day.exams = std::span{exams_}.subspan(first_exam, exams);
  day.work = std::span{work_}.subspan(first_work, work);
}

/// Notes the duplicates (U10) among the activities of one day, which are in order: the first of
/// several has the most units, and so is the one that counts.
void ActivityOrder::find_duplicates(const Log& log, std::span<const Index<Activity>> done) {
  titled_.clear();
  for (const Index<Activity> index : done) {
    const Activity& activity = log[index];
    if (activity.title && !activity.rejected && belongs(log, activity, programme_)) {
      titled_.push_back(index);
    }
  }
  if (titled_.size() < 2) return;
  std::stable_sort(titled_.begin(), titled_.end(), [&](Index<Activity> a, Index<Activity> b) {
    return identity_of(log[a]) < identity_of(log[b]);
  });
  for (auto first = titled_.begin(), next = first + 1; next != titled_.end(); ++next) {
    if (identity_of(log[*first]) != identity_of(log[*next])) {
      first = next;
      continue;
    }
    same_as_.resize(log.activities.size());
    same_as_[next->at] = first->at;
  }
}

/// Finds the day on which each day's units go stale, if that is not after `as_of` (U6). Looks
/// beyond `as_of` if units may be carried over into a term that begins later (U9).
void ActivityOrder::find_stale_days(const Policy& policy, Date as_of) {
  if (carries_over_later(policy)) as_of = Date::last();
  const bool is_one_rule = policy.units_valid.later.empty();
  bool may_go_stale = true;  // what is done later goes stale later, too
  for (Day& day : days_) {
    day.goes_stale.reset();
    if (!may_go_stale) continue;
    if (const auto stale = goes_stale(day.date, policy); stale && *stale <= as_of) {
      day.goes_stale = stale;
    } else {
      may_go_stale = !is_one_rule;
    }
  }
}

}  // namespace certrenew
