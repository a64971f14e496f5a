#include "core/type_order.hpp"

#include <cstddef>

namespace certrenew {

std::vector<Index<CertificationType>> in_order_of_renewal(const Policy& policy) {
  const auto& types = policy.certification_types;
  std::vector<std::size_t> waits_for(types.size());  // how many types must come before
  std::vector<std::vector<Index<CertificationType>>> waiting(types.size());
  std::vector<Index<CertificationType>> order;
  order.reserve(types.size());
  for (std::uint32_t i = 0; i < types.size(); ++i) {
    waits_for[i] = types[i].renewed_with.size();
    for (const Index<CertificationType> other : types[i].renewed_with) {
      waiting[other.at].push_back({i});
    }
    if (waits_for[i] == 0) order.push_back({i});
  }
  for (std::size_t next = 0; next < order.size(); ++next) {
    for (const Index<CertificationType> one : waiting[order[next].at]) {
      if (--waits_for[one.at] == 0) order.push_back(one);
    }
  }
  return order;
}

}  // namespace certrenew
