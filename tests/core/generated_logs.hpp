// Generated logs, to check what holds for every log.
#pragma once

#include <cstdint>

#include "catch.hpp"
#include "core/renewal.hpp"
#include "generate.hpp"

namespace certrenew::testing {

inline constexpr std::uint32_t all_logs = 3500;
inline constexpr std::uint32_t runs = share_of(all_logs);

/// Calls `check` with generated logs, their policies, and a day.
template <class Check>
void for_generated_logs(Check check, std::uint32_t times = runs) {
  for (std::uint32_t seed = 0; seed < times; ++seed) {
    Generator generator{seed};
    const Policies policies = generator.policies();
    const Log log = generator.log(policies);
    const Date as_of = generator.as_of(log);
    CAPTURE(seed);
    check(generator, policies, log, as_of);
  }
}

inline bool in_range(const Renewals& renewals) { return renewals.out_of_range.empty(); }

}  // namespace certrenew::testing
