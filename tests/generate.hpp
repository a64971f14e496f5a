// Random logs and policies, the same for the same seed. Most of their dates lie on an edge of the
// rules, or a day beside it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

#include "certrenew/log.hpp"
#include "certrenew/policy.hpp"

namespace certrenew::testing {

/// How many of `all` generated cases a test looks at: under sanitizers, which are slow, a part.
constexpr std::uint32_t share_of(std::uint32_t all) { return all / CERTRENEW_GENERATED_DIVISOR; }

class Generator {
 public:
  explicit Generator(std::uint32_t seed) : random_{seed} {}

  /// Whether certifications may depend on each other (U3, C7, E4).
  enum class Links : std::uint8_t { some, none };

  /// A policy with short durations and low limits, so that everything happens often; or the
  /// built-in one.
  Policy policy(Links links = Links::some);
  /// One or two policies.
  Policies policies(Links links = Links::some);
  /// Has its certifications depend on each other, or on none.
  void link(Policy& policy);
  Log log(const Policies& policies);
  /// A day at or after most of what the log holds.
  Date as_of(const Log& log);

  /// A number from `least` to `most`.
  int number(int least, int most) {
    return least + static_cast<int>(random_() % static_cast<std::uint32_t>(most - least + 1));
  }
  bool chance(int percent) { return number(1, 100) <= percent; }

 private:
  /// An index of a list of that size.
  std::uint32_t below(std::size_t size) {
    return static_cast<std::uint32_t>(number(0, static_cast<int>(size) - 1));
  }
  template <class Value, class Make>
  Series<Value> series(Make make);
  Date day_of_change();
  Duration duration(int least, int most);
  Anchor anchor();
  Units required();
  CarryOver carry_over(std::size_t activity_types);
  CertificationType certification_type(const Policy& policy, int number);
  void list_certifications(Policy& policy);
  Reading reading(const Policy& policy, int number, Links links);
  void change(Policy& policy, Links links);
  Certification certification(const Policies& policies, int number);
  Certification tracked(Certification one);
  Work work(Log& log, const Policies& policies, Date date);
  Activity activity(Log& log, const Policies& policies);
  Date near_an_edge(const Log& log, const Policies& policies);

  std::mt19937 random_;
};

}  // namespace certrenew::testing
