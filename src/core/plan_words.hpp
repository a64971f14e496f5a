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

/// What to do to go it, in one sentence. `now` is the answer on as-of.
std::string words_for_doing(const Log& log, const Way& way, const Renewals& now);

}  // namespace certrenew
