// The calculation, certification by certification.

#include "core/renewal.hpp"

#include <algorithm>

#include "core/lifetime.hpp"

namespace certrenew {

struct Engine::State {
  explicit State(const Policy& its_policy) : policy{its_policy}, units{its_policy} {}

  const Policy& policy;
  ActivityOrder order;
  CycleUnits units;
};

Engine::Engine(const Policy& policy) : state_{std::make_unique<State>(policy)} {}
Engine::~Engine() = default;

Renewals Engine::calculate(const Log& log, Date as_of) {
  auto& [policy, order, units] = *state_;
  const std::size_t held = log.certifications.size();
  const std::size_t done = log.activities.size();
  Renewals renewals{as_of};
  renewals.credentials.resize(held);
  renewals.verdicts.resize(held * done);
  order.set_up(log, policy, as_of, renewals.order);
  units.turn_to(log);
  for (std::uint32_t i = 0; i < held; ++i) {
    Credential& credential = renewals.credentials[i];
    credential.verdicts = std::span{renewals.verdicts}.subspan(i * done, done);
    Lifetime lifetime{log, policy, {i}, credential, units, renewals.out_of_range};
    const auto take = [&](const Day& day) { return lifetime.take(day); };
    if (!lifetime.begin() || !std::all_of(order.days().begin(), order.days().end(), take)) continue;
    lifetime.finish(as_of);
  }
  return renewals;
}

Renewals calculate(const Log& log, const Policy& policy, Date as_of) {
  return Engine{policy}.calculate(log, as_of);
}

}  // namespace certrenew
