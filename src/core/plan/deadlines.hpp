// What each credential needs, and by when.
#pragma once

#include <vector>

#include "certrenew/plan.hpp"

namespace certrenew {

/// The deadline of each credential that is active or suspended on as-of, in the log's order.
std::vector<Deadline> deadlines(const Answer& answer);

}  // namespace certrenew
