// Plans in words.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "certrenew/plan.hpp"

namespace certrenew {

/// `the exam of ACP-620 on 2025-11-14, units on 2026-01-09`: which way is meant.
std::string words_for_way(const Log& log, const std::vector<PlannedExam>& exams,
                          std::optional<Date> finish);

/// `ACP-620, ACP-120 and ACP-420`.
std::string words_for_codes(const Log& log, const std::vector<Index<Certification>>& credentials);

/// What to do to go it, step by step, in one sentence. `any_left`: whether any of what the way
/// renews by units is not lost by its finish.
std::string words_for_doing(const Log& log, const Way& way, Date as_of, bool any_left);

}  // namespace certrenew
