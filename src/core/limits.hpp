// How large a log may be.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "certrenew/log.hpp"
#include "certrenew/policy.hpp"

namespace certrenew {

/// The most outcomes of one log.
inline constexpr std::size_t most_outcomes = 5'000'000;

/// How many outcomes `log` asks for: its certifications, each with the activities and its policy's
/// activity types and courses.
std::size_t outcomes_of(const Log& log, const Policies& policies);

/// Why there are more than most_outcomes; nothing where there are not.
std::optional<std::string> too_large(const Log& log, const Policies& policies);

}  // namespace certrenew
