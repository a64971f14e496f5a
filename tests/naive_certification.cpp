// The cycles of one certification: how they begin and end.
#include "naive_certification.hpp"

#include <algorithm>

#include "support.hpp"

namespace certrenew::testing {

namespace {

Date after(Date date, Duration duration) {
  const auto result = add(date, duration);
  if (!result) throw NaiveCertification::NoAnswer{};
  return *result;
}

Date before(Date date, Duration duration) {
  return subtract(date, duration).value_or(Date::first());
}

template <class Element>
bool has(const std::vector<Element>& list, const Element& wanted) {
  return std::find(list.begin(), list.end(), wanted) != list.end();
}

/// Whether `one` comes after `other`; none comes after every day.
bool is_later(std::optional<Date> one, std::optional<Date> other) {
  return other && (!one || *one > *other);
}

}  // namespace

NaiveCertification::NaiveCertification(const Log& log, const Policies& policies, Date as_of,
                                       std::uint32_t which)
    : log_{log},
      programme_{*log.certifications[which].programme},
      policy_{policies[programme_]},
      as_of_{as_of},
      which_{which},
      certification_{log.certifications[which]},
      type_{policy_[certification_.type]},
      outcome_(log.activities.size(), Outcome::planned) {
  for (std::uint32_t i = 0; i < log.activities.size(); ++i) {
    if (is_duplicate(i)) duplicates_.insert(i);
  }
  first_cycle();
}

/// E2: `window_hangs_on` is the expiration without an extension.
void NaiveCertification::push(Cycle cycle, Date window_hangs_on) {
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

/// C1, C8, by trying every day from the one that `validity` leads to.
std::optional<Date> NaiveCertification::ends(Date start) const {
  const auto validity = type_.validity.on(start);
  if (!validity) return std::nullopt;
  Date day = after(start, *validity);
  const auto fits = [&] {
    switch (type_.ends_on) {
      case EndsOn::day: return true;
      case EndsOn::month: return day.day_of_month() == 1;
      case EndsOn::year: return day.day_of_month() == 1 && day.month() == 1;
    }
    return true;
  };
  while (!fits()) day = after(day, Duration::days(1));
  return day;
}

/// C1, C9.
void NaiveCertification::begin(Cycle cycle) {
  const bool is_first = cycles_.empty();
  cycle.suspends =
      is_first && certification_.suspends ? certification_.suspends : ends(cycle.start);
  if (!cycle.suspends) {
    push(cycle, cycle.start);
    return;
  }
  if (is_first && certification_.expires) {
    cycle.expires = certification_.expires;
    push(cycle, *cycle.expires);
    return;
  }
  const Date computed = after(*cycle.suspends, type_.grace.on(cycle.start));
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
void NaiveCertification::first_cycle() {
  if (!certification_.suspends) {
    const Date earned = *certification_.earned;
    begin({.began_on = earned, .start = earned, .began_by = CycleStart::earned});
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
  begin({.began_on = from,
         .start = from,
         .began_by = earned ? CycleStart::earned : CycleStart::given});
}

/// C5.
void NaiveCertification::close(Date day, CycleEnd by, std::optional<Index<Certification>> with) {
  cycle().closing = {day, by};
  if (by == CycleEnd::expired) {
    settle(*day_before(day));
    return;
  }
  settle(day);
  if (by == CycleEnd::renewed_with) return;
  const Anchor anchor = by == CycleEnd::units  ? type_.units->anchor
                        : by == CycleEnd::exam ? type_.exam->anchor
                                               : type_.courses->anchor;
  Date start = day;
  if (const auto suspends = cycle().suspends) {
    if (anchor == Anchor::earlier) start = std::min(day, *suspends);
    if (anchor == Anchor::end) start = *suspends;
  }
  begin({.began_on = day,
         .start = start,
         .began_by = by == CycleEnd::units  ? CycleStart::units
                     : by == CycleEnd::exam ? CycleStart::exam
                                            : CycleStart::courses,
         .with = with});
  if (by == CycleEnd::units) cycle().carried = carried_over(day);
}

void NaiveCertification::expire(Date day) {
  if (!cycle().expired() && is_expired(day)) close(*cycle().expires, CycleEnd::expired);
  // U9: what is done before the new term begins adds to what is carried over.
  if (cycle().began_by == CycleStart::units && cycle().start > cycle().began_on) {
    cycle().carried = carried_over(day);
  }
}

bool NaiveCertification::is_of(Index<Certification> other) const {
  return type_.exam && other != which_ && log_[other].programme == programme_ &&
         has(type_.exam->of, log_[other].type);
}

std::optional<Index<Certification>> NaiveCertification::earned_another(
    Date day, const NaiveProgramme& all) const {
  for (const NaiveCertification& other : all) {
    const Cycle& first = other.cycles_.front();
    const bool began_by_earning = first.began_by == CycleStart::earned && first.start == day;
    if (is_of(other.index()) && began_by_earning) return other.index();
  }
  return std::nullopt;
}

void NaiveCertification::exams(Date day, const NaiveProgramme& all) {
  std::vector<std::uint32_t> passed;
  for (std::uint32_t i = 0; i < log_.activities.size(); ++i) {
    if (activity(i).date == day && activity(i).exam() && !beside(i)) passed.push_back(i);
  }
  const bool was_expired = is_expired(day);
  const bool is_earning = day == cycle().start && cycle().begun_by_earning();
  const bool is_open = cycle().exam_opens && day >= *cycle().exam_opens;
  const auto does = std::find_if(passed.begin(), passed.end(), [&](std::uint32_t i) {
    return was_expired ? is_own(activity(i)) : is_open && !is_earning;
  });
  for (const std::uint32_t i : passed) {
    outcome_[i] = does != passed.end() ? Outcome::superseded
                  : is_earning         ? Outcome::earned
                  : was_expired        ? Outcome::after_expiration
                                       : Outcome::too_early;
  }
  if (does != passed.end()) {
    outcome_[*does] = was_expired ? Outcome::earned_anew : Outcome::renewed;
    if (was_expired) {
      begin({.began_on = day, .start = day, .began_by = CycleStart::earned_anew});
    } else {
      close(day, CycleEnd::exam);
    }
  } else if (!was_expired && !is_earning && is_open) {
    if (const auto other = earned_another(day, all)) close(day, CycleEnd::exam, other);
  }
}

void NaiveCertification::units(Date day, bool held_back) {
  for (std::uint32_t i = 0; i < log_.activities.size() && cycle().expired(); ++i) {
    if (activity(i).date != day || activity(i).exam() || beside(i)) continue;
    outcome_[i] = Outcome::after_expiration;
  }
  if (is_expired(day) || !type_.units || held_back) return;
  const Total all = total(day);
  const bool one_counts = std::any_of(all.counting.begin(), all.counting.end(),
                                      [&](std::uint32_t i) { return activity(i).date == day; });
  if (one_counts && all.sum >= cycle().required) close(day, CycleEnd::units);
}

void NaiveCertification::courses(Date day) {
  if (is_expired(day) || !type_.courses) return;
  if (completions(day).size() == type_.courses->all.size()) close(day, CycleEnd::courses);
}

bool NaiveCertification::is_held(Date day) const {
  const Cycle& first = cycles_.front();
  const bool has_begun =
      first.began_by == CycleStart::given ? day > first.start : day >= first.start;
  return has_begun && !is_expired(day);
}

bool NaiveCertification::is_below_another(Date day, const NaiveProgramme& all) const {
  return std::any_of(all.begin(), all.end(), [&](const NaiveCertification& other) {
    return has(type_.renewed_with, other.type_index()) && other.is_held(day);
  });
}

void NaiveCertification::renew_with(Date day, const NaiveProgramme& all) {
  if (!is_held(day) || (cycle().begun_by_renewal() && cycle().began_on == day)) return;
  const NaiveCertification* best = nullptr;
  for (const NaiveCertification& other : all) {
    const Cycle& its = other.cycle();
    const bool begins = its.began_on == day && its.began_by != CycleStart::given;
    if (!begins || !has(type_.renewed_with, other.type_index())) continue;
    if (!is_later(its.suspends, cycle().suspends)) continue;
    const bool better =
        best == nullptr || is_later(its.suspends, best->cycle().suspends) ||
        (its.suspends == best->cycle().suspends && is_later(its.expires, best->cycle().expires));
    if (better) best = &other;
  }
  if (best == nullptr) return;
  const Cycle& its = best->cycle();
  const Cycle renewed{
      .began_on = day,
      .start = day,
      .began_by = CycleStart::renewed_with,
      .suspends = its.suspends,
      .expires = is_later(its.expires, cycle().expires) ? its.expires : cycle().expires,
      .with = best->index()};
  if (day < cycle().start) cycle().carried = {};  // U9: its total has not started
  close(day, CycleEnd::renewed_with);
  push(renewed, renewed.expires.value_or(day));
}

void NaiveCertification::add_days(std::set<Date>& days) const {
  for (std::uint32_t i = 0; i < log_.activities.size(); ++i) {
    if (!beside(i)) days.insert(activity(i).date);
  }
  for (const auto& day : {std::optional{cycles_.front().start}, certification_.earned}) {
    if (day && *day <= as_of_) days.insert(*day);
  }
}

void NaiveCertification::finish() {
  expire(as_of_);
  if (!cycle().expired()) settle(as_of_);
  // Comes last: whether an activity lies before a cycle depends on all cycles.
  for (std::uint32_t i = 0; i < log_.activities.size(); ++i) {
    if (const auto outcome = beside(i)) outcome_[i] = *outcome;
  }
}

std::optional<Units> NaiveCertification::needed_on(Date day) const {
  if (!type_.units || cycle().expired()) return std::nullopt;
  // Planned activities do not count. More than enough may count while another one is held (U3).
  return std::max(cycle().required - total(day).sum, Units{});
}

NaiveAnswer NaiveCertification::answer() const {
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
  return {credential.status, cycles_,         cycles(words),  others(words),
          terms(words),      standing(words), outcomes(words)};
}

}  // namespace certrenew::testing
