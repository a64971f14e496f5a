// A log as it would be read under another reading of a policy (R1).
#pragma once

#include <optional>

#include "certrenew/log.hpp"
#include "certrenew/policy.hpp"

namespace certrenew {

/// The certifications and activities of `log` as they would be read under another `policy` of
/// `programme`. Nothing: the log is invalid under it. `log` must outlive the result.
std::optional<Log> reread(const Log& log, Index<Policy> programme, const Policy& policy);

}  // namespace certrenew
