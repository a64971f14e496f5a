// How much of a step may be earned before its day.
#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "core/plan/simulation.hpp"

namespace certrenew {

/// Step::may_be_earlier of `actions[step]`, which are units: the most whole activities of the
/// smallest type without a limit that may come before its day and after the step before. `last` is
/// the last day that the way looks at.
std::optional<EarlyUnits> early_units(Simulation& simulation, std::span<const Action> actions,
                                      std::size_t step, Date last);

}  // namespace certrenew
