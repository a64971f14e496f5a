// How much of a step may be earned before its day.
#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "core/plan/simulation.hpp"

namespace certrenew {

/// Step::may_be_earlier of `actions[step]`, which earns units: as many whole activities as
/// possible, of the smallest type without a limit, before the day of the step and after the step
/// before it. None: not even one. `last` is the last day of the simulation.
std::optional<EarlyUnits> early_units(Simulation& simulation, std::span<const Action> actions,
                                      std::size_t step, Date last);

}  // namespace certrenew
