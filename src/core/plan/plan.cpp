// Finds the ways of renewing what is active or suspended. Each is simulated: the engine answers the
// log with the exams and units of the way added.

#include "certrenew/plan.hpp"

#include <algorithm>
#include <utility>

#include "core/answer_contents.hpp"
#include "core/plan/deadlines.hpp"
#include "core/plan/simulation.hpp"
#include "core/plan/wording.hpp"
#include "core/wording.hpp"

namespace certrenew {

namespace {

using CredentialIndex = Index<Certification>;

/// The last day to act: to stay active, or, for a suspended credential, to avoid its expiration.
Date last_day_for(const Deadline& deadline) {
  return deadline.finish_active ? deadline.finish_active->date : deadline.finish_expiring.date;
}

class Ways {
 public:
  Ways(const AnswerContents& answer, std::optional<Date> given_finish, Plan& plan)
      : log_{answer.log},
        policy_{answer.policy},
        now_{answer.renewals},
        given_finish_{given_finish},
        plan_{plan},
        simulation_{answer.log, answer.policy, answer.renewals} {}

  void find();

 private:
  bool has_budget();
  void without_exams();
  void with_exams();
  [[nodiscard]] Draft draft(const std::vector<CredentialIndex>& by_exam) const;
  [[nodiscard]] std::vector<Date> days_to_finish() const;
  [[nodiscard]] Date exam_day(CredentialIndex credential) const;

  void add(Draft draft);
  void add_without(Draft draft, const std::vector<PlannedExam>& idle);
  void add_up(Way& way, const Renewals& then) const;
  void describe(Way& way, const Draft& draft);
  void leave_out(const Draft& draft, const std::string& why);
  [[nodiscard]] bool is_feasible(const Draft& draft);
  [[nodiscard]] bool is_lost(CredentialIndex credential, Date day) const {
    return now_.credentials[credential.at].cycle().expires <= day;
  }
  [[nodiscard]] Standing standing(const Renewals& then, CredentialIndex credential) const;

  [[nodiscard]] const CertificationType& type(CredentialIndex credential) const {
    return policy_[log_[credential].type];
  }
  [[nodiscard]] bool by_exam_alone(CredentialIndex credential) const {
    const CertificationType& one = type(credential);
    return one.exam_window_months && !one.units && one.courses.empty();
  }

  const Log& log_;
  const Policy& policy_;
  const Renewals& now_;
  std::optional<Date> given_finish_;
  Plan& plan_;
  std::size_t budget_ = 0;  // how many more ways to simulate
  Simulation simulation_;
  std::string needless_;  // why a way was left out that needs neither exam nor units
};

void Ways::find() {
  // Each way runs the engine on the whole log, so a large log has fewer of them.
  constexpr std::size_t most = 64;
  constexpr std::size_t most_work = 2'000'000;
  const std::size_t work = log_.certifications.size() * (log_.activities.size() + 1);
  budget_ = std::clamp<std::size_t>(most_work / std::max<std::size_t>(work, 1), 2, most);
  without_exams();
  with_exams();
  if (plan_.ways.empty() && !needless_.empty()) plan_.left_out.push_back(needless_);
}

/// Takes one more way from the budget. Reports once that the budget is spent.
bool Ways::has_budget() {
  if (budget_ > 0) {
    --budget_;
    return true;
  }
  const std::string why = "further ways: left out, there are too many to compare";
  if (plan_.left_out.empty() || plan_.left_out.back() != why) plan_.left_out.push_back(why);
  return false;
}

// ---- Drafts ------------------------------------------------------------------------------------

/// The credentials of `by_exam`, and those that only an exam renews, pass their exam; the others
/// earn units.
Draft Ways::draft(const std::vector<CredentialIndex>& by_exam) const {
  Draft draft;
  for (const Deadline& one : plan_.deadlines) {
    const CredentialIndex credential = one.credential;
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
    if (!has_budget()) return;
    one.finish = day;
    add(one);
  }
}

/// The last days of all credentials before the first of them expires, and as-of where one is
/// suspended.
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
  std::vector<CredentialIndex> first_to_suspend;
  for (const Deadline& one : plan_.deadlines) {
    if (type(one.credential).exam_window_months) first_to_suspend.push_back(one.credential);
  }
  std::stable_sort(
      first_to_suspend.begin(), first_to_suspend.end(), [&](CredentialIndex a, CredentialIndex b) {
        return now_.credentials[a.at].cycle().suspends < now_.credentials[b.at].cycle().suspends;
      });
  for (std::size_t k = 1; k <= first_to_suspend.size() && has_budget(); ++k) {
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

/// The last day on which it is active and the window is open; without such a day the first day of
/// the window. An exam on the first day of a cycle that began by earning does not renew it (E2).
Date Ways::exam_day(CredentialIndex credential) const {
  const Cycle& cycle = now_.credentials[credential.at].cycle();
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

bool Ways::is_feasible(const Draft& draft) {
  for (const PlannedExam& exam : draft.exams) {
    if (!is_lost(exam.credential, exam.date)) continue;
    const std::string code = shortened(log_[exam.credential].code);
    leave_out(draft, code + " expires before its exam can renew it");
    return false;
  }
  if (!draft.finish) return true;
  if (!simulation_.has_unlimited_type()) {
    const std::string why = "every type of activity has a limit: no way by CE units is planned";
    if (plan_.left_out.empty()) plan_.left_out.push_back(why);
    return false;
  }
  std::vector<CredentialIndex> later;
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
  if (!is_feasible(draft)) return;
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
    const Renewals on_finish = simulation_.run(draft, {}, *draft.finish);
    if (!on_finish.out_of_range.empty()) return leave_out(draft, "a date would lie after 9999");
    way.units_to_earn = simulation_.units_to_earn(draft, on_finish);
    way.units_before_finish = simulation_.units_before(draft, on_finish, way.units_to_earn);
    portions.push_back({*draft.finish, way.units_to_earn});
  }
  Date last = draft.finish.value_or(now_.as_of);
  for (const PlannedExam& exam : draft.exams) last = std::max(last, exam.date);
  const Renewals then = simulation_.run(draft, portions, last);
  if (!then.out_of_range.empty()) return leave_out(draft, "a date would lie after 9999");
  if (const auto idle = simulation_.idle_exams(draft, then); !idle.empty()) {
    return add_without(std::move(draft), idle);
  }
  for (const CredentialIndex credential : draft.by_units) {
    if (is_lost(credential, *draft.finish)) continue;
    if (simulation_.renewed_by(then, credential, *draft.finish)) continue;
    return leave_out(draft, "no units earned that day renew " + shortened(log_[credential].code));
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

/// Adds the way without its idle exams. A credential that units renew counts among those that the
/// units of the way are to renew.
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
      way.units_from = simulation_.units_from(draft, way.units_to_earn, before);
    } else {
      way.early = simulation_.renewed_early(draft, way.units_to_earn);
    }
  }
  const bool any_left =
      std::any_of(draft.by_units.begin(), draft.by_units.end(),
                  [&](CredentialIndex credential) { return !is_lost(credential, *draft.finish); });
  way.say = words_for_doing(log_, way, now_.as_of, any_left);
}

Standing Ways::standing(const Renewals& then, CredentialIndex credential) const {
  const Credential& before = now_.credentials[credential.at];
  const Credential& after = then.credentials[credential.at];
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
    const Date end = cycle.closing ? cycle.closing->day : cycle.expires;
    const std::int64_t days = end <= last ? end - first : last - first + 1;
    standing.suspended_days += std::max<std::int64_t>(0, days);
  }
  return standing;
}

/// Why a credential is not planned for, and what would help.
std::string why_left_alone(const CredentialAnswer& one) {
  if (one.status() == Status::upcoming) {
    return "earned on " + to_string(one.cycle().start) + ": nothing to do yet";
  }
  return "expired on " + to_string(one.expires()) + ": " +
         std::string{one.what_helps_when_expired()};
}

}  // namespace

Plan make_plan(const Answer& answer, std::optional<Date> finish) {
  Plan plan{.deadlines = deadlines(answer), .ways = {}, .left_alone = {}, .left_out = {}};
  for (const CredentialAnswer one : answer.all_credentials()) {
    if (one.status() != Status::upcoming && one.status() != Status::expired) continue;
    plan.left_alone.push_back({one.index(), why_left_alone(one)});
  }
  Ways{answer.contents(), finish, plan}.find();
  return plan;
}

}  // namespace certrenew
