// Any bytes are read as a policy, or refused with faults that are sound; a policy is printed as it
// is read.

#include <cstdint>

#include "render/policy.hpp"
#include "require.hpp"

using namespace certrenew;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text{reinterpret_cast<const char*>(data), size};
  const auto result = read_policy(text);
  if (const auto* const faults = std::get_if<Faults>(&result)) {
    fuzz::require_sound(*faults, text);
    return 0;
  }
  const Policy& policy = std::get<Policy>(result);
  fuzz::require(policy.validity_months >= 1 && policy.validity_months <= 1200, "validity_months");
  fuzz::require(policy.grace_months >= 0 && policy.grace_months <= 1200, "grace_months");
  for (const CertificationType& one : policy.certification_types) {
    fuzz::require(one.units || one.exam_window_months || !one.courses.empty(),
                  "renewed by nothing");
    if (one.units) fuzz::require(*one.units > Units{}, "required units");
    for (const std::uint32_t course : one.courses) {
      fuzz::require(course < policy.courses.size(), "a course that is none");
    }
  }
  std::string printed;
  render_policy_json(printed, policy);
  fuzz::require_spelled(printed, "a policy as JSON");
  const auto again = read_policy(printed);
  fuzz::require(std::holds_alternative<Policy>(again) && std::get<Policy>(again) == policy,
                "a policy that is not read back as the same");
  std::string list;
  render_policy_list(list, policy);
  fuzz::require_harmless(list, "a policy as a list");
  return 0;
}
