// The order in which certifications of different types are calculated (C7).
#pragma once

#include <vector>

#include "certrenew/policy.hpp"

namespace certrenew {

/// The certification types of a policy, each after those that it is renewed with (C7). Types that
/// lie on a circle, and those that are renewed with one of them, are left out.
std::vector<Index<CertificationType>> in_order_of_renewal(const Policy& policy);

}  // namespace certrenew
