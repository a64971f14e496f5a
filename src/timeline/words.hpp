// The words of a timeline: what captions, legend, tooltips and the description of the picture say.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "certrenew/answer.hpp"
#include "timeline/layout.hpp"

namespace certrenew::timeline {

/// Returns how a cycle began: `units`, `earned anew`.
std::string_view word_for(CycleStart how) noexcept;

/// Returns what the legend says of a sign: `renewed by units`, `exam passed`.
std::string_view legend_words(Sign sign) noexcept;

/// Returns a credential's code as a timeline shows it: harmless, and not too long.
std::string code_of(const CredentialAnswer& credential);

/// Returns whether it is anything but an exam that was not passed.
bool is_passed(const Activity& activity) noexcept;

/// `coursework 2025-06-01, 10 units, "Jira automation"; exam of ACP-620 2025-06-02`, harmless, and
/// not too long.
std::string describe(const Answer& answer, std::span<const Index<Activity>> activities);

/// Returns a sentence on a row: ` ACP-620: active; earned 2023-11-15; …`.
std::string describe(const Row& row);

/// Returns a sentence on a track: ` 8 activities, 110 CE units.`
std::string describe(const Answer& answer, const Track& track);

/// Says that so many captions found no room.
std::string left_out_words(std::size_t count);

}  // namespace certrenew::timeline
