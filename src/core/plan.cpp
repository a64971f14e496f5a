// The ways of renewing what is active or suspended: each is a log with something added to it, and
// what the engine makes of that.

#include "certrenew/plan.hpp"

#include <algorithm>
#include <utility>

#include "core/deadlines.hpp"
#include "core/plan_words.hpp"
#include "core/trial.hpp"

namespace certrenew {

namespace {

using Index = std::uint32_t;

/// The last day on which it helps: never to be suspended, or, where it is already, not to be lost.
Date last_day_for(const Deadline& deadline) {
  return deadline.finish_active ? deadline.finish_active->date : deadline.finish_expiring.date;
}

class Ways {
 public:
  Ways(const Log& log, const Policy& policy, const Renewals& renewals,
       std::optional<Date> given_finish, Plan& plan)
      : log_{log},
        policy_{policy},
        now_{renewals},
        given_finish_{given_finish},
        plan_{plan},
        trial_{log, policy, renewals} {}

  void find();

 private:
  bool wants_more();
  void without_exams();
  void with_exams();
  [[nodiscard]] Draft draft(const std::vector<Index>& by_exam) const;
  [[nodiscard]] std::vector<Date> days_to_finish() const;
  [[nodiscard]] Date exam_day(Index credential) const;

  void add(Draft draft);
  void add_without(Draft draft, const std::vector<PlannedExam>& idle);
  void add_up(Way& way, const Renewals& then) const;
  void describe(Way& way, const Draft& draft);
  void leave_out(const Draft& draft, const std::string& why);
  [[nodiscard]] bool can_be_gone(const Draft& draft);
  [[nodiscard]] bool is_lost(Index credential, Date day) const {
    return now_.credentials[credential].cycle().expires <= day;
  }
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
  std::size_t wanted_ = 0;  // how many ways are still to be looked at
  Trial trial_;
  std::string needless_;  // why the exams of a way are not needed, where nothing else is
};

void Ways::find() {
  // Every way has a standing for each deadline, and the engine runs on the whole log for it.
  constexpr std::size_t most = 64;
  constexpr std::size_t most_work = 2'000'000;
  const std::size_t work = log_.certifications.size() * (log_.activities.size() + 1);
  wanted_ = std::clamp<std::size_t>(most_work / std::max<std::size_t>(work, 1), 2, most);
  without_exams();
  with_exams();
  if (plan_.ways.empty() && !needless_.empty()) plan_.left_out.push_back(needless_);
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
  for (const PlannedExam& exam : draft.exams) {
    if (!is_lost(exam.credential, exam.date)) continue;
    const std::string code{log_.certifications[exam.credential].code};
    leave_out(draft, code + " expires before its exam can renew it");
    return false;
  }
  if (!draft.finish) return true;
  if (!trial_.has_unlimited_type()) {
    const std::string why = "every type of activity has a limit: no way by CE units is planned";
    if (plan_.left_out.empty()) plan_.left_out.push_back(why);
    return false;
  }
  std::vector<Index> later;
  for (const PlannedExam& exam : draft.exams) {
    if (exam.date > *draft.finish) later.push_back(exam.credential);
  }
  if (given_finish_ && !later.empty()) {
    leave_out(draft, "the units would come before the exam of " + words_for_codes(log_, later));
    return false;
  }
  return true;
}

void Ways::add(Draft draft) {
  if (!can_be_gone(draft)) return;
  Way way{.exams = draft.exams,
          .finish = draft.finish,
          .units_to_earn = {},
          .units_before_finish = Units{},
          .units_from = std::nullopt,
          .early = {},
          .lost = {},
          .credentials = {},
          .totals = {},
          .say = {}};
  std::vector<Portion> portions;
  if (draft.finish) {
    const Renewals on_finish = trial_.run(draft, {}, *draft.finish);
    if (!on_finish.out_of_range.empty()) return leave_out(draft, "a date would lie after 9999");
    way.units_to_earn = trial_.units_to_earn(draft, on_finish);
    way.units_before_finish = trial_.units_before(draft, on_finish, way.units_to_earn);
    portions.push_back({*draft.finish, way.units_to_earn});
  }
  Date last = draft.finish.value_or(now_.as_of);
  for (const PlannedExam& exam : draft.exams) last = std::max(last, exam.date);
  const Renewals then = trial_.run(draft, portions, last);
  if (!then.out_of_range.empty()) return leave_out(draft, "a date would lie after 9999");
  if (const auto idle = trial_.idle_exams(draft, then); !idle.empty()) {
    return add_without(std::move(draft), idle);
  }
  for (const Index credential : draft.by_units) {
    if (is_lost(credential, *draft.finish)) continue;
    if (trial_.renewed_by(then, credential, *draft.finish)) continue;
    return leave_out(draft, "no units earned that day renew " +
                                std::string{log_.certifications[credential].code});
  }
  add_up(way, then);
  const auto same_dates = [&](const Way& earlier) {
    return std::equal(way.credentials.begin(), way.credentials.end(), earlier.credentials.begin(),
                      [](const Standing& a, const Standing& b) {
                        return a.suspends == b.suspends && a.expires == b.expires;
                      });
  };
  if (std::any_of(plan_.ways.begin(), plan_.ways.end(), same_dates)) return;
  describe(way, draft);
  plan_.ways.push_back(std::move(way));
}

/// What something else renews first needs no exam: what units renew is then one of those that they
/// are to renew.
void Ways::add_without(Draft draft, const std::vector<PlannedExam>& idle) {
  const std::string words = words_for_way(log_, draft.exams, draft.finish);
  for (const PlannedExam& exam : idle) {
    std::erase_if(draft.exams,
                  [&](const PlannedExam& one) { return one.credential == exam.credential; });
    if (draft.finish && type(exam.credential).units) draft.by_units.push_back(exam.credential);
  }
  if (!draft.exams.empty() || draft.finish) return add(std::move(draft));
  needless_ = words + ": left out, what the log plans comes first";
}

void Ways::add_up(Way& way, const Renewals& then) const {
  for (const Deadline& one : plan_.deadlines) {
    const Standing standing = this->standing(then, one.credential);
    if (standing.status == Status::expired) way.lost.push_back(one.credential);
    way.totals.extension_days += standing.extension_days;
    way.totals.forfeited_days += standing.forfeited_days;
    way.totals.suspended_days += standing.suspended_days;
    way.credentials.push_back(standing);
  }
  way.totals.exams = static_cast<std::int64_t>(way.exams.size());
  way.totals.units = way.units_to_earn;
}

void Ways::describe(Way& way, const Draft& draft) {
  if (way.finish && *way.finish > now_.as_of) {
    const Units before = way.units_before_finish.value_or(Units{});
    if (before > Units{}) {
      way.units_from = trial_.units_from(draft, way.units_to_earn, before);
    } else {
      way.early = trial_.renewed_early(draft, way.units_to_earn);
    }
  }
  const bool any_left =
      std::any_of(draft.by_units.begin(), draft.by_units.end(),
                  [&](Index credential) { return !is_lost(credential, *draft.finish); });
  way.say = words_for_doing(log_, way, now_.as_of, any_left);
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
