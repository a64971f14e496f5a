#include "core/deadlines.hpp"

#include <algorithm>
#include <numeric>

namespace certrenew {

namespace {

using Index = std::uint32_t;

/// How many activities of `each` units make `needed`.
std::uint64_t count_for(Units needed, Units each) {
  return static_cast<std::uint64_t>((needed.hundredths() + each.hundredths() - 1) /
                                    each.hundredths());
}

class Planner {
 public:
  Planner(const Log& log, const Policy& policy, const Renewals& renewals, Index credential)
      : log_{log},
        policy_{policy},
        renewals_{renewals},
        index_{credential},
        credential_{renewals.credentials[credential]},
        type_{policy.certification_types[log.certifications[credential].type]} {}

  [[nodiscard]] Deadline deadline() const;

 private:
  [[nodiscard]] LastDay last_day_before(Date day) const;
  [[nodiscard]] std::vector<Allowance> allowance() const;
  [[nodiscard]] std::vector<Index> missing_courses() const;
  /// Preconditions: renewed by units; `left` has every limited type, in order, or none.
  [[nodiscard]] std::optional<std::vector<Dose>> fewest(Units needed,
                                                        const std::vector<Allowance>& left) const;

  const Log& log_;
  const Policy& policy_;
  const Renewals& renewals_;
  Index index_;
  const Credential& credential_;
  const CertificationType& type_;
};

Deadline Planner::deadline() const {
  const Cycle& cycle = credential_.cycle();
  Deadline deadline{.credential = index_,
                    .units_needed = std::nullopt,
                    .finish_active = std::nullopt,
                    .finish_expiring = last_day_before(cycle.expires),
                    .exam_window = cycle.exam_window,
                    .missing_courses = missing_courses(),
                    .allowance = {},
                    .fewest = std::nullopt,
                    .fewest_unlimited = std::nullopt};
  if (credential_.status == Status::active) {
    deadline.finish_active = last_day_before(cycle.suspends);
  }
  if (type_.units) {
    const Units needed = *type_.units - credential_.counted;
    deadline.units_needed = needed;
    deadline.allowance = allowance();
    deadline.fewest = fewest(needed, deadline.allowance);
    deadline.fewest_unlimited = fewest(needed, {});
  }
  return deadline;
}

LastDay Planner::last_day_before(Date day) const {
  const Date last = day_before(day).value_or(day);
  if (!type_.units) return {last, std::nullopt};
  return {last, *type_.units - still_counting(log_, policy_, renewals_, index_, last)};
}

std::vector<Allowance> Planner::allowance() const {
  std::vector<Index> uses(policy_.activity_types.size());
  const auto open = static_cast<Index>(credential_.cycles.size() - 1);
  for (std::size_t i = 0; i < credential_.verdicts.size(); ++i) {
    const Verdict& verdict = credential_.verdicts[i];
    if (verdict.cycle == open && verdict.use > 0) ++uses[log_.activities[i].type];
  }
  std::vector<Allowance> all;
  for (Index type = 0; type < uses.size(); ++type) {
    if (const auto limit = policy_.activity_types[type].limit) {
      all.push_back({type, *limit, *limit - std::min(*limit, uses[type])});
    }
  }
  return all;
}

std::vector<Index> Planner::missing_courses() const {
  std::vector<Index> missing;
  for (std::size_t i = 0; i < type_.courses.size(); ++i) {
    if (!credential_.courses[i]) missing.push_back(type_.courses[i]);
  }
  return missing;
}

std::optional<std::vector<Dose>> Planner::fewest(Units needed,
                                                 const std::vector<Allowance>& left) const {
  const auto& types = policy_.activity_types;
  const auto units_of = [&](Index type) { return types[type].units.value_or(Units{}); };
  std::vector<Index> order(types.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](Index a, Index b) {
    if (units_of(a) != units_of(b)) return units_of(a) > units_of(b);
    return types[a].limit.has_value() && !types[b].limit.has_value();
  });
  std::vector<Dose> doses;
  for (const Index type : order) {
    if (units_of(type) == Units{}) break;
    std::uint64_t count = count_for(needed, units_of(type));
    if (types[type].limit) {
      const auto allowed =
          std::lower_bound(left.begin(), left.end(), type,
                           [](const Allowance& one, Index sought) { return one.type < sought; });
      count = allowed == left.end() ? 0 : std::min<std::uint64_t>(count, allowed->left);
    }
    if (count == 0) continue;
    doses.push_back({type, count});
    const auto gained =
        Units::from_hundredths(units_of(type).hundredths() * static_cast<std::int64_t>(count));
    if (gained >= needed) return doses;
    needed -= gained;
  }
  return std::nullopt;
}

}  // namespace

std::vector<Deadline> deadlines(const Log& log, const Policy& policy, const Renewals& renewals) {
  std::vector<Deadline> all;
  for (Index i = 0; i < renewals.credentials.size(); ++i) {
    const Status status = renewals.credentials[i].status;
    if (status != Status::active && status != Status::suspended) continue;
    all.push_back(Planner{log, policy, renewals, i}.deadline());
  }
  return all;
}

}  // namespace certrenew
