// What each credential needs, and by when.
#pragma once

#include <vector>

#include "certrenew/plan.hpp"

namespace certrenew {

/// Whether it has a deadline: it is active or suspended on as-of, something renews it, and it
/// suspends at all.
bool has_deadline(const CredentialAnswer& one);

/// The deadline of each credential that the answer shows and that has one, in the log's order.
std::vector<Deadline> deadlines(const Answer& answer);

}  // namespace certrenew
