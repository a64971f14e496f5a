// Reading many logs under some policies.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "certrenew/log.hpp"
#include "certrenew/policy.hpp"
#include "read/json_tape.hpp"
#include "read/names.hpp"

namespace certrenew {

/// The names of a policy, ready to be looked up.
struct PolicyNames {
  explicit PolicyNames(const Policy& policy);

  /// The certification type of that name.
  [[nodiscard]] std::optional<Index<CertificationType>> find_certification_type(
      std::string_view name) const {
    return certification_types.find<CertificationType>(name);
  }
  /// The listed certification with that code or alias (P4).
  [[nodiscard]] std::optional<Index<ListedCertification>> find_certification(
      std::string_view code) const {
    const auto found = codes.find(code);
    return found ? std::optional{listed[*found]} : std::nullopt;
  }

  Names certification_types;
  Names activity_types;
  Names courses;
  Names codes;                                     ///< and aliases
  std::vector<Index<ListedCertification>> listed;  ///< by the place in `codes`
};

/// The names of each policy, gathered when they are first looked up.
class NamesOfPolicies {
 public:
  /// `policies` must outlive this.
  explicit NamesOfPolicies(const Policies& policies)
      : policies_{policies}, names_(policies.size()) {}

  [[nodiscard]] const PolicyNames& operator[](Index<Policy> programme) {
    auto& names = names_[programme.at];
    if (!names) names.emplace(policies_[programme]);
    return *names;
  }

 private:
  const Policies& policies_;
  std::vector<std::optional<PolicyNames>> names_;  // by programme
};

/// Reads logs one after the other, faster than read_log(): the logs do not copy their text.
class LogReader {
 public:
  /// `policies` must outlive the reader, and the logs.
  explicit LogReader(const Policies& policies);

  /// Reads one log, or everything that is wrong with it. `text` must outlive the log. Messages that
  /// name a line count from `first_line`; places count from 1.
  std::variant<Log, Errors> read(std::string_view text, std::int64_t first_line = 1);
  /// The same, but the log keeps a copy of `text`.
  std::variant<Log, Errors> read_copy(std::string_view text);

 private:
  std::variant<Log, Errors> read(std::string_view text, Log log);

  const Policies& policies_;
  NamesOfPolicies names_;
  std::vector<Index<Policy>> in_force_;  // for the log being read
  JsonTape tape_;
};

}  // namespace certrenew
