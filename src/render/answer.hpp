// One log's answer, and the words in which every format gives it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "certrenew/log.hpp"
#include "certrenew/notices.hpp"
#include "certrenew/policy.hpp"
#include "certrenew/renewal.hpp"

namespace certrenew {

/// What a renderer reads. It decides nothing.
struct Answer {
  std::string_view source;           ///< the log's file name, `-` for standard input
  std::optional<std::int64_t> line;  ///< its line in that file, where a file has many logs
  std::string_view text;             ///< what the log was read from
  const Policy& policy;
  const Log& log;
  const Renewals& renewals;
  std::span<const Notice> notices;  ///< none where the command shows none
  std::span<const std::uint32_t>
      shown;  ///< the credentials that were asked for, in the log's order
};

/// A credential with everything about it in reach.
struct CredentialView {
  const Certification& certification;
  const CertificationType& type;
  const Credential& credential;

  [[nodiscard]] const Cycle& cycle() const { return credential.cycle(); }
  [[nodiscard]] bool expired() const { return credential.status == Status::expired; }
  /// Whether CE units, or courses, or its exam can still renew it.
  [[nodiscard]] bool shows_units() const { return type.units && !expired(); }
  [[nodiscard]] bool shows_courses() const { return !type.courses.empty() && !expired(); }
  [[nodiscard]] bool shows_exam() const { return type.exam_window_months && !expired(); }
  /// The latest renewal; none where the first cycle is still in force.
  [[nodiscard]] const Cycle* last_renewal() const {
    return credential.cycles.size() > 1 ? &credential.cycles.back() : nullptr;
  }
};

CredentialView view(const Answer& answer, std::size_t credential);

/// `exam`, or the policy's name of its type.
std::string_view type_of(const Answer& answer, const Activity& activity);

/// `log.json`, or `roster.ndjson:17`.
std::string source_of(const Answer& answer);

/// `activities[3]`, `ACP-620: activities[3]`, `ACP-620`: what a notice or a finding is about.
std::string place_of(const Answer& answer, std::optional<std::uint32_t> credential,
                     std::optional<std::uint32_t> activity);

/// For each credential whether the portal may not take one of its renewals
/// (`entered-after-expiration`).
std::vector<bool> doubtful(const Answer& answer);

}  // namespace certrenew
