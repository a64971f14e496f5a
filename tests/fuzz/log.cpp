// Any bytes are read as a log, or refused with faults that are sound.

#include <cstdint>

#include "require.hpp"

using namespace certrenew;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text{reinterpret_cast<const char*>(data), size};
  const auto result = read_log(text, builtin_policy());
  if (const auto* const faults = std::get_if<Faults>(&result)) {
    fuzz::require_sound(*faults, text);
    return 0;
  }
  const Log& log = std::get<Log>(result);
  for (const Certification& one : log.certifications) {
    fuzz::require(!one.code.empty(), "a certification without a code");
    fuzz::require(one.earned || one.suspends, "a certification without a date");
    fuzz::require(one.type < builtin_policy().certification_types.size(), "a type that is none");
    if (one.earned && one.suspends) fuzz::require(*one.earned < *one.suspends, "C4");
    if (one.expires) fuzz::require(one.suspends && *one.suspends <= *one.expires, "C4");
  }
  for (const Activity& one : log.activities) {
    fuzz::require(one.units >= Units{} && one.units <= Units::whole(1'000'000), "U8");
    fuzz::require(!one.exam || one.certification < log.certifications.size(), "an exam of nothing");
    fuzz::require(one.type < builtin_policy().activity_types.size(), "a type that is none");
  }
  return 0;
}
