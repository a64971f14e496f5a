#include "core/plan/deadlines.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>

#include "core/answer_contents.hpp"

namespace certrenew {

namespace {

/// How many activities of `each` units make `needed`.
std::uint64_t count_for(Units needed, Units each) {
  return static_cast<std::uint64_t>((needed.hundredths() + each.hundredths() - 1) /
                                    each.hundredths());
}

LastDay last_day_of(const CredentialAnswer& one, Date last) { return {last, one.needed_on(last)}; }

/// What the open cycle has left of each limited activity type, in the policy's order (U5).
std::vector<Allowance> allowance_of(const CredentialAnswer& one) {
  const auto& types = one.policy()->activity_types;
  std::vector<std::uint32_t> uses(types.size());
  const auto open = static_cast<std::uint32_t>(one.cycles().size() - 1);
  const auto& verdicts = credential_of(one).verdicts;
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    if (verdicts[i].cycle != MaybeIndex{open} || verdicts[i].use == 0) continue;
    const Work& work = *one.log().activities[i].work();
    ++uses[work.in(*one.certification().programme)->type.at];
  }
  std::vector<Allowance> all;
  for (std::uint32_t type = 0; type < types.size(); ++type) {
    if (const auto& limit = types[type].limit.on(one.cycle().start)) {
      all.push_back({{type}, *limit, *limit - std::min(*limit, uses[type])});
    }
  }
  return all;
}

std::vector<Index<Course>> missing_courses_of(const CredentialAnswer& one) {
  std::vector<Index<Course>> missing;
  if (!one.type()->courses) return missing;
  const auto& required = one.type()->courses->all;
  const auto& completed = credential_of(one).courses;
  for (std::size_t i = 0; i < required.size(); ++i) {
    if (!completed[i]) missing.push_back(required[i]);
  }
  return missing;
}

/// Deadline::fewest with what is `left` of the limited types, or without these where `left` is
/// empty.
std::optional<std::vector<ActivityCount>> fewest(const CredentialAnswer& one, Units needed,
                                                 const std::vector<Allowance>& left) {
  const auto& types = one.policy()->activity_types;
  const Date as_of = one.contents().renewals.as_of;
  const auto units_of = [&](std::uint32_t type) {
    return types[type].units.on(as_of).value_or(Units{});
  };
  const auto is_limited = [&](std::uint32_t type) {
    return types[type].limit.on(one.cycle().start).has_value();
  };
  std::vector<std::uint32_t> order(types.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    if (units_of(a) != units_of(b)) return units_of(a) > units_of(b);
    return is_limited(a) && !is_limited(b);
  });
  std::vector<ActivityCount> counts;
  for (const std::uint32_t type : order) {
    if (units_of(type) == Units{}) break;
    std::uint64_t count = count_for(needed, units_of(type));
    if (is_limited(type)) {
      const auto allowed = std::find_if(left.begin(), left.end(), [&](const Allowance& its) {
        return its.type == Index<ActivityType>{type};
      });
      count = allowed == left.end() ? 0 : std::min<std::uint64_t>(count, allowed->left);
    }
    if (count == 0) continue;
    counts.push_back({{type}, count});
    const auto gained =
        Units::from_hundredths(units_of(type).hundredths() * static_cast<std::int64_t>(count));
    if (gained >= needed) return counts;
    needed -= gained;
  }
  return std::nullopt;
}

Deadline deadline_of(const CredentialAnswer& one) {
  Deadline deadline{.credential = one.index(),
                    .finish_expiring = last_day_of(one, *one.last_day()),
                    .exam_window = one.exam_window(),
                    .missing_courses = missing_courses_of(one)};
  if (one.status() == Status::active) {
    deadline.finish_active = last_day_of(one, *one.last_active_day());
  }
  if (const auto units = one.units()) {
    deadline.units_needed = units->needed();
    deadline.allowance = allowance_of(one);
    deadline.fewest = fewest(one, units->needed(), deadline.allowance);
    deadline.fewest_unlimited = fewest(one, units->needed(), {});
  }
  return deadline;
}

/// Its message: `suspends 2026-05-02; its programme says what renews it`.
std::optional<NextDeadline> next_deadline_of_tracked(const CredentialAnswer& one) {
  if (!is_held(one.status())) return std::nullopt;
  const Date as_of = one.contents().renewals.as_of;
  const bool is_to_suspend = one.suspends() && *one.suspends() > as_of;
  const auto next = is_to_suspend ? one.suspends() : one.expires();
  if (!next) return std::nullopt;
  return NextDeadline{.by = *day_before(*next),
                      .is_to_stay_active = is_to_suspend,
                      .message = (is_to_suspend ? "suspends " : "expires ") + to_string(*next) +
                                 "; its programme says what renews it"};
}

}  // namespace

bool has_deadline(const CredentialAnswer& one) {
  if (!is_held(one.status()) || one.is_tracked() || !one.suspends()) return false;
  const CertificationType& type = *one.type();
  return type.units || type.courses || type.is_linked() || one.exam_window();
}

std::optional<NextDeadline> next_deadline(const CredentialAnswer& one) {
  if (one.is_tracked()) return next_deadline_of_tracked(one);
  if (!has_deadline(one)) return std::nullopt;
  const bool is_active = one.status() == Status::active;
  const auto last = is_active ? one.last_active_day() : one.last_day();
  if (!last) return std::nullopt;
  NextDeadline next{.by = *last,
                    .is_to_stay_active = is_active,
                    .units_needed = one.needed_on(*last),
                    .message = one.what_renews_it(*last)};
  if (auto courses = one.courses()) next.courses_missing = std::move(courses->missing);
  if (const auto window = one.exam_window()) next.exam_from = window->opens;
  return next;
}

std::vector<Deadline> deadlines(const Answer& answer) {
  std::vector<Deadline> all;
  for (const CredentialAnswer one : answer.credentials()) {
    if (has_deadline(one)) all.push_back(deadline_of(one));
  }
  return all;
}

}  // namespace certrenew
