#include "core/plan/early_units.hpp"

#include <algorithm>
#include <vector>

namespace certrenew {

namespace {

/// The units that the smallest type without a limit is worth on `day`; none: there is no such type.
std::optional<Units> smallest_of(const Policy& policy, Date day) {
  std::optional<Units> smallest;
  for (const ActivityType& type : policy.activity_types) {
    const auto& units = type.units.on(day);
    if (type.limit.on(day) || units.value_or(Units{}) == Units{}) continue;
    if (!smallest || *units < *smallest) smallest = units;
  }
  return smallest;
}

/// Tries portions of one step on earlier days.
class Trial {
 public:
  /// `first` is the first of these days.
  Trial(Simulation& simulation, std::span<const Action> actions, std::size_t step, Date first,
        Date last)
      : simulation_{simulation},
        action_{actions[step]},
        later_{actions.subspan(step + 1)},
        last_{last},
        before_{simulation.eve()},
        as_said_{simulation.eve()} {
    simulation.go_through(as_said_, actions, last);
    if (const auto eve = day_before(first))
      simulation.go_through(before_, actions.first(step), *eve);
  }

  /// Whether earning `portion` of the step on `day` changes no date.
  [[nodiscard]] bool fits(Date day, Units portion) {
    std::vector<Action> actions{{.date = day, .exam = {}, .units = portion}};
    if (portion < action_.units) {
      actions.push_back({.date = action_.date, .exam = {}, .units = action_.units - portion});
    }
    actions.insert(actions.end(), later_.begin(), later_.end());
    Future future = before_;
    if (!simulation_.go_through(future, actions, last_)) return false;
    const auto same = [](const Credential& a, const Credential& b) {
      return std::equal(a.cycles.begin(), a.cycles.end(), b.cycles.begin(), b.cycles.end(),
                        [](const Cycle& one, const Cycle& other) {
                          return one.began_on == other.began_on && one.suspends == other.suspends;
                        });
    };
    return std::equal(future.credentials.begin(), future.credentials.end(),
                      as_said_.credentials.begin(), same);
  }

 private:
  Simulation& simulation_;
  const Action& action_;
  std::span<const Action> later_;
  Date last_;
  Future before_;
  Future as_said_;
};

}  // namespace

/// A portion that fits on each of several days may also be split among them: each part counts where
/// the whole portion counts, and no day gets more than the whole.
std::optional<EarlyUnits> early_units(Simulation& simulation, std::span<const Action> actions,
                                      std::size_t step, Date last) {
  const Date day = actions[step].date;
  const auto smallest = smallest_of(simulation.policy(), day);
  Date first = simulation.as_of();
  if (step > 0) first = day_after(actions[step - 1].date).value_or(day);
  if (!smallest || first >= day) return std::nullopt;
  Trial trial{simulation, actions, step, first, last};
  const auto portion = [&](std::int64_t count) {
    return Units::from_hundredths(count * smallest->hundredths());
  };
  Date from = *day_before(day);
  std::int64_t fits = 0;
  std::int64_t too_many = actions[step].units.hundredths() / smallest->hundredths() + 1;
  while (too_many - fits > 1) {
    const std::int64_t middle = fits + (too_many - fits) / 2;
    (trial.fits(from, portion(middle)) ? fits : too_many) = middle;
  }
  if (fits == 0) return std::nullopt;
  while (from > first && trial.fits(*day_before(from), portion(fits))) from = *day_before(from);
  return EarlyUnits{.units = portion(fits), .from = from};
}

}  // namespace certrenew
