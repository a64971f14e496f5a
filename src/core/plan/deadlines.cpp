#include "core/plan/deadlines.hpp"

#include <algorithm>
#include <numeric>

#include "core/answer_contents.hpp"

namespace certrenew {

namespace {

/// How many activities of `each` units make `needed`.
std::uint64_t count_for(Units needed, Units each) {
  return static_cast<std::uint64_t>((needed.hundredths() + each.hundredths() - 1) /
                                    each.hundredths());
}

LastDay last_day_before(const CredentialAnswer& one, Date day) {
  const Date last = day_before(day).value_or(day);
  return {last, one.needed_on(last)};
}

/// What the open cycle has left of each limited activity type, in the policy's order (U5).
std::vector<Allowance> allowance_of(const Answer& answer, const CredentialAnswer& one) {
  const auto& types = answer.policy().activity_types;
  std::vector<std::uint32_t> uses(types.size());
  const auto open = static_cast<std::uint32_t>(one.cycles().size() - 1);
  const auto& verdicts = answer.contents().renewals.credentials[one.index().at].verdicts;
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    if (verdicts[i].cycle != MaybeIndex{open} || verdicts[i].use == 0) continue;
    ++uses[answer.log().activities[i].work()->type.at];
  }
  std::vector<Allowance> all;
  for (std::uint32_t type = 0; type < types.size(); ++type) {
    if (const auto limit = types[type].limit) {
      all.push_back({{type}, *limit, *limit - std::min(*limit, uses[type])});
    }
  }
  return all;
}

std::vector<Index<Course>> missing_courses_of(const Answer& answer, const CredentialAnswer& one) {
  const auto& required = one.type().courses;
  const auto& completed = answer.contents().renewals.credentials[one.index().at].courses;
  std::vector<Index<Course>> missing;
  for (std::size_t i = 0; i < required.size(); ++i) {
    if (!completed[i]) missing.push_back(required[i]);
  }
  return missing;
}

/// Deadline::fewest with what is `left` of the limited types, or without these where `left` is
/// empty.
std::optional<std::vector<ActivityCount>> fewest(const Policy& policy, Units needed,
                                                 const std::vector<Allowance>& left) {
  const auto& types = policy.activity_types;
  const auto units_of = [&](std::uint32_t type) { return types[type].units.value_or(Units{}); };
  std::vector<std::uint32_t> order(types.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    if (units_of(a) != units_of(b)) return units_of(a) > units_of(b);
    return types[a].limit.has_value() && !types[b].limit.has_value();
  });
  std::vector<ActivityCount> counts;
  for (const std::uint32_t type : order) {
    if (units_of(type) == Units{}) break;
    std::uint64_t count = count_for(needed, units_of(type));
    if (types[type].limit) {
      const auto allowed = std::find_if(left.begin(), left.end(), [&](const Allowance& one) {
        return one.type == Index<ActivityType>{type};
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

Deadline deadline_of(const Answer& answer, const CredentialAnswer& one) {
  Deadline deadline{.credential = one.index(),
                    .units_needed = std::nullopt,
                    .finish_active = std::nullopt,
                    .finish_expiring = last_day_before(one, one.expires()),
                    .exam_window = one.cycle().exam_window,
                    .missing_courses = missing_courses_of(answer, one),
                    .allowance = {},
                    .fewest = std::nullopt,
                    .fewest_unlimited = std::nullopt};
  if (one.status() == Status::active) {
    deadline.finish_active = last_day_before(one, one.suspends());
  }
  if (const auto units = one.units()) {
    deadline.units_needed = units->needed();
    deadline.allowance = allowance_of(answer, one);
    deadline.fewest = fewest(answer.policy(), units->needed(), deadline.allowance);
    deadline.fewest_unlimited = fewest(answer.policy(), units->needed(), {});
  }
  return deadline;
}

}  // namespace

bool has_deadline(const CredentialAnswer& one) {
  const CertificationType& type = one.type();
  const bool renews = type.units || type.exam_window_months || !type.courses.empty();
  return renews && (one.status() == Status::active || one.status() == Status::suspended);
}

std::vector<Deadline> deadlines(const Answer& answer) {
  std::vector<Deadline> all;
  for (const CredentialAnswer one : answer.credentials()) {
    if (has_deadline(one)) all.push_back(deadline_of(answer, one));
  }
  return all;
}

}  // namespace certrenew
