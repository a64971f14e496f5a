// What an Answer holds.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "core/renewal.hpp"

namespace certrenew {

/// Units that count toward an open cycle, and until when.
struct CountingUnits {
  std::optional<Date> until;  ///< the first day on which they are stale (U6); none: never
  Units units;
};

/// What a reading (R1) makes of a credential, if that differs from what the policy makes of it.
struct Alternative {
  Index<Certification> credential;
  const Reading* reading;
  Status status;
  Cycle cycle;    ///< the one in force
  bool is_doubt;  ///< status, suspension or renewals differ, not only units or expiration
  std::vector<Cycle> renewals{};  ///< the cycles after the first; empty unless it is a doubt
  /// Whether the same units count toward the open cycle as under the policy, though they may go
  /// stale on other days.
  bool counts_alike = true;
  std::vector<CountingUnits> counting{};  ///< if not `counts_alike`: the units that count
};

struct AnswerContents {
  AnswerContents(Log its_log, const Policies& its_policies, Renewals its_renewals)
      : log{std::move(its_log)},
        policies{its_policies},
        renewals{std::move(its_renewals)},
        all(log.certifications.size()) {
    for (std::uint32_t i = 0; i < all.size(); ++i) all[i] = {i};
    shown = all;
  }

  /// The alternatives of that credential, in the policy's order.
  [[nodiscard]] std::span<const Alternative> alternatives_of(Index<Certification> credential) const;
  /// See Answer::designations().
  [[nodiscard]] std::vector<DesignationAnswer> designations() const;

  Log log;
  const Policies& policies;
  Renewals renewals;
  Doubts readings = Doubts::none;           ///< whether the policies' readings were calculated
  std::vector<Alternative> alternatives;    ///< by credential, then in the policy's order
  std::vector<Doubt> doubts;                ///< of the alternatives that are doubts
  std::vector<Index<Certification>> all;    ///< every index of the log's certifications
  std::vector<Index<Certification>> shown;  ///< those that the answer speaks of, in the log's order
};

/// Whether a certification is held, though it may be suspended (C7).
constexpr bool is_held(Status status) {
  return status == Status::active || status == Status::suspended;
}

/// The first day on which the exam of that certification does nothing (E5); none:
/// it is not retired.
inline std::optional<Date> retired_on(const Certification& certification, const Policy& policy) {
  return certification.listed ? policy[*certification.listed].retired : std::nullopt;
}

/// Returns what the engine made of that credential.
inline const Credential& credential_of(const CredentialAnswer& one) {
  return one.contents().renewals.credentials[one.index().at];
}

}  // namespace certrenew
