// What each credential needs, and by when.
#pragma once

#include <vector>

#include "certrenew/plan.hpp"

namespace certrenew {

/// One for each credential that is active or suspended on as-of, in the log's order.
std::vector<Deadline> deadlines(const Log& log, const Policy& policy, const Renewals& renewals);

}  // namespace certrenew
