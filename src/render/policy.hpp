// A policy, as JSON that is read back as the same policy, and as a list for people.
#pragma once

#include <string>

#include "certrenew/policy.hpp"

namespace certrenew {

void render_policy_json(std::string& out, const Policy& policy);

/// Each number with its source and whether that is official.
void render_policy_list(std::string& out, const Policy& policy);

}  // namespace certrenew
