// Who holds which designation, and until when (P5).
#pragma once

#include <vector>

#include "core/answer_contents.hpp"

namespace certrenew {

/// See Answer::designations().
std::vector<DesignationAnswer> designations_of(const AnswerContents& answer);

}  // namespace certrenew
