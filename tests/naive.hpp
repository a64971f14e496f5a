// A second implementation of the rules, as plain as they are written: for every day with an
// activity the total is summed up from the beginning. It shares no code with the engine.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "certrenew/log.hpp"
#include "certrenew/policy.hpp"

namespace certrenew::testing {

/// What one credential comes to, in words that are easily compared: see cycles(), standing() and
/// outcomes() in support.hpp. Nothing where a date would leave the range.
struct NaiveAnswer {
  std::string cycles;
  std::string standing;
  std::string outcomes;
};

std::optional<NaiveAnswer> naive(const Log& log, const Policy& policy, Date as_of,
                                 std::size_t certification);

}  // namespace certrenew::testing
