// Plans in words.
#pragma once

#include <string>

#include "certrenew/plan.hpp"

namespace certrenew {

/// What to do, step by step, in one sentence: Way::say.
std::string words_for_steps(const Answer& answer, const Way& way);

}  // namespace certrenew
