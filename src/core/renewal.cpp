// The calculation, programme by programme and certification by certification.

#include "core/renewal.hpp"

#include <algorithm>

#include "core/certification_type.hpp"
#include "core/engine.hpp"
#include "core/type_order.hpp"

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

ProgrammeEngine::ProgrammeEngine(const Policy& policy)
    : policy_{policy}, is_linked_{policy.is_linked()}, units_{policy} {
  if (!is_linked_) return;
  ranks_.resize(policy.certification_types.size());
  std::uint32_t rank = 0;
  for (const Index<CertificationType> type : in_order_of_renewal(policy)) ranks_[type.at] = rank++;
}

std::span<const Index<Certification>> ProgrammeEngine::in_order(const Log& log,
                                                                Index<Policy> programme) {
  certifications_.clear();
  for (std::uint32_t i = 0; i < log.certifications.size(); ++i) {
    if (log.certifications[i].programme == programme) certifications_.push_back({i});
  }
  if (is_linked_) {
    std::stable_sort(certifications_.begin(), certifications_.end(),
                     [&](const auto& a, const auto& b) {
                       return ranks_[log[a].type.at] < ranks_[log[b].type.at];
                     });
  }
  return certifications_;
}

std::vector<Index<Certification>> ProgrammeEngine::higher_than(
    const Log& log, Index<Certification> certification) const {
  std::vector<Index<Certification>> higher;
  const Certification& one = log[certification];
  const auto& types = policy_[one.type].renewed_with;
  if (types.empty()) return higher;
  for (std::uint32_t i = 0; i < log.certifications.size(); ++i) {
    const Certification& other = log.certifications[i];
    if (other.programme == one.programme && is_among(other.type, types)) higher.push_back({i});
  }
  return higher;
}

void ProgrammeEngine::calculate(const Log& log, Index<Certification> certification, Date as_of,
                                std::span<Credential> all, std::vector<OutOfRange>& out_of_range) {
  higher_.clear();
  for (const Index<Certification> other : higher_than(log, certification)) {
    higher_.push_back({other, &all[other.at]});
  }
  Lifetime lifetime{log,    policy_,     certification, higher_, all[certification.at],
                    units_, out_of_range};
  const auto take = [&](const Day& day) { return lifetime.take(day); };
  const auto days = order_.days();
  if (lifetime.begin() && std::all_of(days.begin(), days.end(), take)) lifetime.finish(as_of);
}

Engine::Engine(const Policies& policies) : policies_{policies}, engines_(policies.size() + 1) {}

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
    ProgrammeEngine& engine = turned_to(log, programme, renewals);
    for (const CommonOutcome& one : engine.common()) {
      Verdict& became = credential.verdicts[one.activity.at];
      became.outcome = one.outcome;
      became.rests_on = one.same_as;
    }
    if (!programme) {
      calculate_tracked(log, {i}, renewals);
    } else if (!engine.is_linked()) {
      engine.calculate(log, {i}, as_of, renewals.credentials, renewals.out_of_range);
    }
  }
  for (const auto& order : renewals.orders) {
    if (order.programme) calculate_linked(log, *order.programme, renewals);
  }
  return renewals;
}

/// Calculates the certifications of a programme that depend on each other.
void Engine::calculate_linked(const Log& log, Index<Policy> programme, Renewals& renewals) {
  ProgrammeEngine& engine = *engines_[programme.at];
  if (!engine.is_linked()) return;
  for (const Index<Certification> one : engine.in_order(log, programme)) {
    engine.calculate(log, one, renewals.as_of, renewals.credentials, renewals.out_of_range);
  }
}

/// Returns the engine of `programme`; none: that of tracked certifications. Sets the engine to the
/// log, unless that is done.
ProgrammeEngine& Engine::turned_to(const Log& log, std::optional<Index<Policy>> programme,
                                   Renewals& renewals) {
  static const Policy no_rules;
  auto& engine = engines_[programme ? programme->at : policies_.size()];
  if (!engine) {
    engine = std::make_unique<ProgrammeEngine>(programme ? policies_[*programme] : no_rules);
  }
  const bool is_turned =
      std::any_of(renewals.orders.begin(), renewals.orders.end(),
                  [&](const Renewals::Order& one) { return one.programme == programme; });
  if (!is_turned) {
    auto& order = renewals.orders.emplace_back(Renewals::Order{programme, {}});
    engine->turn_to(log, programme, renewals.as_of, order.activities);
  }
  return *engine;
}

Renewals calculate(const Log& log, const Policies& policies, Date as_of) {
  return Engine{policies}.calculate(log, as_of);
}

}  // namespace certrenew
