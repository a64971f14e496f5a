// The ways of renewing what is active or suspended: each is a log with something added to it, and
// what the engine makes of that.

#include "certrenew/plan.hpp"

#include <algorithm>
#include <utility>

#include "core/deadlines.hpp"
#include "core/plan_words.hpp"

namespace certrenew {

namespace {

using Index = std::uint32_t;

/// How the renewals of a way come about.
struct Draft {
  std::vector<PlannedExam> exams;
  std::vector<Index> by_units;  // credentials that are to renew by units
  std::optional<Date> finish;
};

/// The last day on which it helps: never to be suspended, or, where it is already, not to be lost.
Date last_day_for(const Deadline& deadline) {
  return deadline.finish_active ? deadline.finish_active->date : deadline.finish_expiring.date;
}

class Ways {
 public:
  Ways(const Log& log, const Policy& policy, const Renewals& renewals,
       std::optional<Date> given_finish, Plan& plan)
      : log_{log}, policy_{policy}, now_{renewals}, given_finish_{given_finish}, plan_{plan} {
    trial_.certifications = log.certifications;
    find_unlimited_type();
  }

  void find();

 private:
  void find_unlimited_type();
  bool wants_more();
  void without_exams();
  void with_exams();
  [[nodiscard]] Draft draft(const std::vector<Index>& by_exam) const;
  [[nodiscard]] std::vector<Date> days_to_finish() const;
  [[nodiscard]] Date exam_day(Index credential) const;

  void add(Draft draft);
  void leave_out(const Draft& draft, const std::string& why);
  [[nodiscard]] bool can_be_gone(const Draft& draft);
  /// The engine's answer on `as_of` to the log with the exams, and `units` earned on the finish.
  Renewals run(const Draft& draft, std::optional<Units> units, Date as_of);
  [[nodiscard]] std::optional<Units> still_needed(const Renewals& renewals, Index credential) const;
  [[nodiscard]] bool renewed_by(const Renewals& renewals, Index credential, Date day) const;
  [[nodiscard]] Units units_to_earn(const Draft& draft, const Renewals& on_finish) const;
  [[nodiscard]] std::optional<Units> units_before(const Draft& draft, const Renewals& on_finish,
                                                  Units to_earn);
  [[nodiscard]] Standing standing(const Renewals& then, Index credential) const;

  [[nodiscard]] const CertificationType& type(Index credential) const {
    return policy_.certification_types[log_.certifications[credential].type];
  }
  [[nodiscard]] bool by_exam_alone(Index credential) const {
    const CertificationType& one = type(credential);
    return one.exam_window_months && !one.units && one.courses.empty();
  }

  const Log& log_;
  const Policy& policy_;
  const Renewals& now_;
  std::optional<Date> given_finish_;
  Plan& plan_;
  Log trial_;
  std::size_t wanted_ = 0;  // how many ways are still to be looked at
  std::optional<Index> unlimited_type_;
  std::optional<Units> smallest_;  // of the unlimited activities whose units the policy gives
};

/// What the units of a way are earned by, and the smallest portion they come in.
void Ways::find_unlimited_type() {
  for (Index i = 0; i < policy_.activity_types.size(); ++i) {
    const ActivityType& one = policy_.activity_types[i];
    if (one.limit) continue;
    if (!unlimited_type_) unlimited_type_ = i;
    const Units units = one.units.value_or(Units{});
    if (units > Units{} && (!smallest_ || units < *smallest_)) {
      smallest_ = units;
      unlimited_type_ = i;
    }
  }
}

void Ways::find() {
  // Every way has a standing for each deadline, and the engine runs on the whole log for it.
  constexpr std::size_t most = 64;
  constexpr std::size_t most_work = 2'000'000;
  const std::size_t work = log_.certifications.size() * (log_.activities.size() + 1);
  wanted_ = std::clamp<std::size_t>(most_work / std::max<std::size_t>(work, 1), 2, most);
  without_exams();
  with_exams();
}

/// Whether one more way is looked at; if not, that is told once.
bool Ways::wants_more() {
  if (wanted_ > 0) {
    --wanted_;
    return true;
  }
  const std::string why = "further ways: left out, there are too many to compare";
  if (plan_.left_out.empty() || plan_.left_out.back() != why) plan_.left_out.push_back(why);
  return false;
}

// ---- Drafts ------------------------------------------------------------------------------------

/// Those of `by_exam`, and those that only an exam renews, pass it; the others earn units.
Draft Ways::draft(const std::vector<Index>& by_exam) const {
  Draft draft;
  for (const Deadline& one : plan_.deadlines) {
    const Index credential = one.credential;
    if (by_exam_alone(credential) ||
        std::find(by_exam.begin(), by_exam.end(), credential) != by_exam.end()) {
      draft.exams.push_back({credential, exam_day(credential)});
    } else if (type(credential).units) {
      draft.by_units.push_back(credential);
    }
  }
  std::stable_sort(draft.exams.begin(), draft.exams.end(),
                   [](const auto& a, const auto& b) { return a.date < b.date; });
  return draft;
}

void Ways::without_exams() {
  Draft one = draft({});
  if (one.by_units.empty()) {
    if (!one.exams.empty()) add(std::move(one));
    return;
  }
  for (const Date day : given_finish_ ? std::vector{*given_finish_} : days_to_finish()) {
    if (!wants_more()) return;
    one.finish = day;
    add(one);
  }
}

/// The days on which nobody is lost yet, and as-of where somebody is suspended.
std::vector<Date> Ways::days_to_finish() const {
  std::vector<Date> days;
  Date lost_first = Date::last();
  for (const Deadline& one : plan_.deadlines) {
    lost_first = std::min(lost_first, one.finish_expiring.date);
    days.push_back(one.finish_expiring.date);
    days.push_back(one.finish_active ? one.finish_active->date : now_.as_of);
  }
  std::erase_if(days, [&](Date day) { return day > lost_first; });
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

void Ways::with_exams() {
  std::vector<Index> first_to_suspend;
  for (const Deadline& one : plan_.deadlines) {
    if (type(one.credential).exam_window_months) first_to_suspend.push_back(one.credential);
  }
  std::stable_sort(first_to_suspend.begin(), first_to_suspend.end(), [&](Index a, Index b) {
    return now_.credentials[a].cycle().suspends < now_.credentials[b].cycle().suspends;
  });
  for (std::size_t k = 1; k <= first_to_suspend.size() && wants_more(); ++k) {
    Draft one = draft(
        {first_to_suspend.begin(), first_to_suspend.begin() + static_cast<std::ptrdiff_t>(k)});
    auto earns = one.by_units.begin();  // in the order of the deadlines
    for (const Deadline& deadline : plan_.deadlines) {
      if (earns == one.by_units.end() || *earns != deadline.credential) continue;
      ++earns;
      const Date last = last_day_for(deadline);
      if (!one.finish || last < *one.finish) one.finish = last;
    }
    if (one.finish && given_finish_) one.finish = given_finish_;
    add(std::move(one));
  }
}

/// The last day on which it is active and the window open; else the first of the window. E2: the
/// first day of a cycle begun by earning is no day for renewing.
Date Ways::exam_day(Index credential) const {
  const Cycle& cycle = now_.credentials[credential].cycle();
  const Date first = std::max(now_.as_of, cycle.exam_window->first);
  const Date last_active = day_before(cycle.suspends).value_or(cycle.suspends);
  const Date day = first <= last_active ? last_active : first;
  const bool earning = cycle.begun_by_earning() && day == cycle.start;
  return earning ? day_after(day).value_or(day) : day;
}

// ---- Ways --------------------------------------------------------------------------------------

void Ways::leave_out(const Draft& draft, const std::string& why) {
  plan_.left_out.push_back(words_for_way(log_, draft.exams, draft.finish) + ": left out, " + why);
}

bool Ways::can_be_gone(const Draft& draft) {
  if (!draft.finish) return true;
  if (!unlimited_type_) {
    const std::string why = "every type of activity has a limit: no way by CE units is planned";
    if (plan_.left_out.empty()) plan_.left_out.push_back(why);
    return false;
  }
  if (given_finish_ && !draft.exams.empty() && draft.exams.back().date > *draft.finish) {
    leave_out(draft, "the units would come before that exam");
    return false;
  }
  return true;
}

void Ways::add(Draft draft) {
  if (!can_be_gone(draft)) return;
  Date last = draft.finish.value_or(now_.as_of);
  for (const PlannedExam& exam : draft.exams) last = std::max(last, exam.date);

  Way way{.exams = draft.exams,
          .finish = draft.finish,
          .units_to_earn = {},
          .units_before_finish = Units{},
          .lost = {},
          .credentials = {},
          .totals = {},
          .say = {}};
  if (draft.finish) {
    const Renewals on_finish = run(draft, std::nullopt, *draft.finish);
    if (!on_finish.out_of_range.empty()) return leave_out(draft, "a date would lie after 9999");
    way.units_to_earn = units_to_earn(draft, on_finish);
    way.units_before_finish = units_before(draft, on_finish, way.units_to_earn);
  }
  const Renewals then = run(draft, way.units_to_earn, last);
  if (!then.out_of_range.empty()) return leave_out(draft, "a date would lie after 9999");
  for (const Index credential : draft.by_units) {
    const bool lost = now_.credentials[credential].cycle().expires <= *draft.finish;
    if (lost || renewed_by(then, credential, *draft.finish)) continue;
    return leave_out(draft, "no units earned that day renew " +
                                std::string{log_.certifications[credential].code});
  }
  for (const Deadline& one : plan_.deadlines) {
    const Standing standing = this->standing(then, one.credential);
    if (standing.status == Status::expired) way.lost.push_back(one.credential);
    way.totals.extension_days += standing.extension_days;
    way.totals.forfeited_days += standing.forfeited_days;
    way.totals.suspended_days += standing.suspended_days;
    way.credentials.push_back(standing);
  }
  const auto same_dates = [&](const Way& earlier) {
    return std::equal(way.credentials.begin(), way.credentials.end(), earlier.credentials.begin(),
                      [](const Standing& a, const Standing& b) {
                        return a.suspends == b.suspends && a.expires == b.expires;
                      });
  };
  if (std::any_of(plan_.ways.begin(), plan_.ways.end(), same_dates)) return;
  way.totals.exams = static_cast<std::int64_t>(way.exams.size());
  way.totals.units = way.units_to_earn;
  way.say = words_for_doing(log_, way, now_);
  plan_.ways.push_back(std::move(way));
}

Renewals Ways::run(const Draft& draft, std::optional<Units> units, Date as_of) {
  trial_.activities = log_.activities;
  for (const PlannedExam& exam : draft.exams) {
    trial_.activities.push_back(
        {.date = exam.date, .exam = true, .what_if = true, .certification = exam.credential});
  }
  if (draft.finish && units && *units > Units{}) {
    trial_.activities.push_back(
        {.date = *draft.finish, .what_if = true, .type = *unlimited_type_, .units = *units});
  }
  return calculate(trial_, policy_, as_of);
}

bool Ways::renewed_by(const Renewals& renewals, Index credential, Date day) const {
  const auto& cycles = renewals.credentials[credential].cycles;
  const std::size_t before = now_.credentials[credential].cycles.size();
  return cycles.size() > before && cycles[before].start <= day;
}

/// What a credential that units renew lacks in its open cycle; nothing where it can't be renewed.
std::optional<Units> Ways::still_needed(const Renewals& renewals, Index credential) const {
  const Credential& one = renewals.credentials[credential];
  const auto& required = type(credential).units;
  const bool held = one.status == Status::active || one.status == Status::suspended;
  if (!required || !held) return std::nullopt;
  return *required - one.counted;
}

Units Ways::units_to_earn(const Draft& draft, const Renewals& on_finish) const {
  Units most;
  for (const Index credential : draft.by_units) {
    if (renewed_by(on_finish, credential, *draft.finish)) continue;  // by what the log plans
    most = std::max(most, still_needed(on_finish, credential).value_or(Units{}));
  }
  return most;
}

/// Nobody may be renewed early: neither as things stand on the finish, nor on the day before, when
/// less may have gone stale.
std::optional<Units> Ways::units_before(const Draft& draft, const Renewals& on_finish,
                                        Units to_earn) {
  if (!smallest_) return std::nullopt;
  std::optional<Units> least;
  const auto look_at = [&](const Renewals& renewals) {
    for (Index i = 0; i < renewals.credentials.size(); ++i) {
      const auto needed = still_needed(renewals, i);
      if (needed && (!least || *needed < *least)) least = needed;
    }
  };
  look_at(on_finish);
  if (*draft.finish > now_.as_of) look_at(run(draft, std::nullopt, *day_before(*draft.finish)));
  const std::int64_t below = std::min(least.value_or(to_earn), to_earn).hundredths() - 1;
  if (below <= 0) return Units{};
  return Units::from_hundredths(below / smallest_->hundredths() * smallest_->hundredths());
}

Standing Ways::standing(const Renewals& then, Index credential) const {
  const Credential& before = now_.credentials[credential];
  const Credential& after = then.credentials[credential];
  Standing standing{.credential = credential,
                    .status = after.status,
                    .suspends = after.cycle().suspends,
                    .expires = after.cycle().expires,
                    .renewals = {},
                    .extension_days = after.cycle().suspends - before.cycle().suspends,
                    .forfeited_days = 0,
                    .suspended_days = 0};
  for (std::size_t i = before.cycles.size(); i < after.cycles.size(); ++i) {
    const Cycle& renewal = after.cycles[i];
    standing.renewals.push_back(renewal);
    standing.forfeited_days += std::max(0, after.cycles[i - 1].suspends - renewal.start);
  }
  const Date last = then.as_of;
  for (std::size_t i = before.cycles.size() - 1; i < after.cycles.size(); ++i) {
    const Cycle& cycle = after.cycles[i];
    const Date first = std::max(cycle.suspends, now_.as_of);
    const Date end = cycle.closed.value_or(cycle.expires);
    const std::int64_t days = end <= last ? end - first : last - first + 1;
    standing.suspended_days += std::max<std::int64_t>(0, days);
  }
  return standing;
}

/// What would help a credential that is not planned for.
std::string help_for(const Credential& credential, const CertificationType& type) {
  if (credential.status == Status::upcoming) {
    return "earned on " + to_string(credential.cycle().start) + ": nothing to do yet";
  }
  return "expired on " + to_string(credential.cycle().expires) +
         (type.exam_window_months ? ": pass the exam to earn it anew"
                                  : ": nothing renews it any more");
}

}  // namespace

Plan make_plan(const Log& log, const Policy& policy, const Renewals& renewals,
               std::optional<Date> finish) {
  Plan plan{
      .deadlines = deadlines(log, policy, renewals), .ways = {}, .left_alone = {}, .left_out = {}};
  for (Index i = 0; i < renewals.credentials.size(); ++i) {
    const Credential& one = renewals.credentials[i];
    if (one.status != Status::upcoming && one.status != Status::expired) continue;
    plan.left_alone.push_back(
        {i, help_for(one, policy.certification_types[log.certifications[i].type])});
  }
  Ways{log, policy, renewals, finish, plan}.find();
  return plan;
}

}  // namespace certrenew
