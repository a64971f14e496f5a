// A second implementation of the rules, as plain as they are written: for every day with an
// activity the total is summed up from the beginning. It shares no code with the engine.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "certrenew/log.hpp"
#include "certrenew/policy.hpp"

namespace certrenew::testing {

/// What one credential comes to, in the words of cycles(), standing() and outcomes() of
/// support.hpp.
struct NaiveAnswer {
  std::string cycles;
  std::string standing;
  std::string outcomes;
};

/// Nothing where a date would leave the range.
std::optional<NaiveAnswer> naive(const Log& log, const Policy& policy, Date as_of,
                                 std::size_t certification);

}  // namespace certrenew::testing
