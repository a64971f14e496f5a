// Random logs and policies, the same for the same seed. Most of their dates lie on an edge of the
// rules, or a day beside it.
#pragma once

#include <cstdint>
#include <random>

#include "certrenew/log.hpp"
#include "certrenew/policy.hpp"

namespace certrenew::testing {

class Generator {
 public:
  explicit Generator(std::uint32_t seed) : random_{seed} {}

  /// A policy with few months and low limits, so that everything happens often; or the built-in
  /// one.
  Policy policy();
  Log log(const Policy& policy);
  /// A day at or after most of what the log holds.
  Date as_of(const Log& log);

  /// A number from `least` to `most`.
  int number(int least, int most) {
    return least + static_cast<int>(random_() % static_cast<std::uint32_t>(most - least + 1));
  }
  bool chance(int percent) { return number(1, 100) <= percent; }

 private:
  CertificationType certification_type(int number);
  Certification certification(const Policy& policy, int number);
  Activity activity(const Log& log, const Policy& policy);
  Date near_an_edge(const Log& log, const Policy& policy);

  std::mt19937 random_;
};

}  // namespace certrenew::testing
