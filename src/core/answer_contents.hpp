// What an Answer holds.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "core/renewal.hpp"

namespace certrenew {

struct AnswerContents {
  AnswerContents(Log its_log, const Policy& its_policy, Renewals its_renewals)
      : log{std::move(its_log)},
        policy{its_policy},
        renewals{std::move(its_renewals)},
        all(log.certifications.size()) {
    for (std::uint32_t i = 0; i < all.size(); ++i) all[i] = {i};
    shown = all;
  }

  Log log;
  const Policy& policy;
  Renewals renewals;
  std::vector<Index<Certification>> all;    ///< every index of the log's certifications
  std::vector<Index<Certification>> shown;  ///< those that the answer speaks of, in the log's order
};

/// A credential as the core sees it.
struct CredentialParts {
  const Certification& certification;
  const CertificationType& type;
  const Credential& credential;
};

inline CredentialParts parts_of(const AnswerContents& answer, Index<Certification> credential) {
  const Certification& certification = answer.log[credential];
  return {certification, answer.policy[certification.type],
          answer.renewals.credentials[credential.at]};
}

}  // namespace certrenew
