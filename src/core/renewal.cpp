// The calculation, programme by programme and certification by certification.

#include "core/renewal.hpp"

#include <algorithm>

#include "core/engine.hpp"
#include "core/lifetime.hpp"

namespace certrenew {

namespace {

/// P2: the dates of the log decide.
Status status_of_tracked(const Certification& given, Date as_of) {
  if (given.earned && as_of < *given.earned) return Status::upcoming;
  if (given.expires && *given.expires <= as_of) return Status::expired;
  if (given.suspends && *given.suspends <= as_of) return Status::suspended;
  return Status::active;
}

/// Nothing renews a tracked certification (P2).
void calculate_tracked(const Log& log, Index<Certification> certification, Renewals& renewals) {
  Credential& credential = renewals.credentials[certification.at];
  credential.status = status_of_tracked(log[certification], renewals.as_of);
  for (std::size_t i = 0; i < log.activities.size(); ++i) {
    const Activity& activity = log.activities[i];
    const Exam* const exam = activity.exam();
    Verdict& became = credential.verdicts[i];
    if (exam == nullptr || activity.date > renewals.as_of) continue;
    if (became.outcome != Outcome::planned) continue;
    if (exam->certification != certification) {
      became.outcome = Outcome::other_certification;
    } else {
      became.outcome = exam->passed ? Outcome::not_required : Outcome::failed;
    }
  }
}

}  // namespace

void ProgrammeEngine::calculate(const Log& log, Index<Certification> certification, Date as_of,
                                Credential& credential, std::vector<OutOfRange>& out_of_range) {
  Lifetime lifetime{log, policy_, certification, credential, units_, out_of_range};
  const auto take = [&](const Day& day) { return lifetime.take(day); };
  const auto days = order_.days();
  if (lifetime.begin() && std::all_of(days.begin(), days.end(), take)) lifetime.finish(as_of);
}

Engine::Engine(const Policies& policies) : policies_{policies}, engines_(policies.all().size()) {}

Renewals Engine::calculate(const Log& log, Date as_of) {
  const std::size_t held = log.certifications.size();
  const std::size_t done = log.activities.size();
  Renewals renewals{as_of};
  renewals.credentials.resize(held);
  renewals.verdicts.resize(held * done);
  for (std::uint32_t i = 0; i < held; ++i) {
    const auto programme = log.certifications[i].programme;
    Credential& credential = renewals.credentials[i];
    credential.verdicts = std::span{renewals.verdicts}.subspan(i * done, done);
    for (const CommonOutcome& one : see(log, programme, renewals)) {
      Verdict& became = credential.verdicts[one.activity.at];
      became.outcome = one.outcome;
      became.rests_on = one.same_as;
    }
    if (programme) {
      engines_[programme->at]->calculate(log, {i}, as_of, credential, renewals.out_of_range);
    } else {
      calculate_tracked(log, {i}, renewals);
    }
  }
  return renewals;
}

/// Sets the engine of `programme` to the log, unless that is done. Returns the outcomes that its
/// certifications have in common.
std::span<const CommonOutcome> Engine::see(const Log& log, std::optional<Index<Policy>> programme,
                                           Renewals& renewals) {
  const bool is_seen =
      std::any_of(renewals.orders.begin(), renewals.orders.end(),
                  [&](const Renewals::Order& one) { return one.programme == programme; });
  if (!programme) {
    if (!is_seen) {
      auto& order = renewals.orders.emplace_back().activities;
      tracked_.set_up(log, Policy{}, {}, renewals.as_of, order);
    }
    return tracked_.common();
  }
  auto& engine = engines_[programme->at];
  if (!engine) engine = std::make_unique<ProgrammeEngine>(policies_[*programme]);
  if (!is_seen) {
    auto& [its_programme, order] = renewals.orders.emplace_back();
    its_programme = programme;
    engine->turn_to(log, *programme, renewals.as_of, order);
  }
  return engine->common();
}

Renewals calculate(const Log& log, const Policies& policies, Date as_of) {
  return Engine{policies}.calculate(log, as_of);
}

}  // namespace certrenew
