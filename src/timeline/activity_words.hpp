// Activities in the words of a picture.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "certrenew/answer.hpp"
#include "timeline/signs.hpp"

namespace certrenew::timeline {

using Indices = std::span<const Index<Activity>>;

/// `1 exam`, `2 exams`.
std::string counted(std::size_t count, std::string_view one, std::string_view several);

/// False for an exam that was failed.
bool is_passed(const Activity& activity);

/// Returns `coursework 2025-06-01, 10 units, "Jira automation"; exam of ACP-620 2025-06-02`, with
/// escaped and shortened texts, and `and 3 more` in place of activities beyond the tenth.
std::string describe(const Answer& answer, Indices activities);

/// The programme's word for units if there is only one programme, and its word is short ASCII; else
/// `activities`.
std::string_view name_of_units(const Answer& answer);

/// Returns `8 activities, 110 CE units`. Leaves out units unless there is exactly one programme.
std::string summary_of(const Answer& answer, Sign kind, Indices activities);

}  // namespace certrenew::timeline
