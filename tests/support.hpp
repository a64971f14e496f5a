// What the tests of the core share: logs in a few words, and answers to look at.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "certrenew/answer.hpp"
#include "certrenew/log.hpp"
#include "certrenew/policy.hpp"
#include "certrenew/read.hpp"
#include "core/renewal.hpp"

namespace certrenew::testing {

using Lines = std::vector<std::string>;

/// The date that `text` spells. Throws where it spells none.
Date day(std::string_view text);

/// CRS is renewed by courses a and b, MIX by 30 units or by them, EXM by its exam, UNI by 30 units,
/// ALL by any of these, WID by 30 units or by its exam within 60 months.
const Policy& various_policy();

/// A copy of `policy` whose certification type of that name is changed by `change`.
template <class Change>
Policy with_type(Policy policy, std::string_view name, Change change) {
  change(policy.certification_types[policy.find_certification_type(name).value().at]);
  return policy;
}

/// A copy of `log` that can be changed. Its texts stay those of `log`, which must outlive it.
Log copy(const Log& log);

/// The answer to `log`; throws where there are errors instead. `log` must outlive it.
Answer answer(const Log& log, const Policy& policy, Date as_of);

/// A log in a few words. Days are written `2025-06-01`.
class LogBuilder {
 public:
  explicit LogBuilder(const Policy& policy = builtin_policy()) : policy_{policy} {}

  LogBuilder& earned(std::string_view code, std::string_view on);
  LogBuilder& suspends(std::string_view code, std::string_view on,
                       std::optional<std::string_view> expires = {},
                       std::optional<std::string_view> earned = {});
  /// Adds `count` activities of a type. `hundredths` of units replace the policy's.
  LogBuilder& done(std::string_view type, std::string_view on, int count = 1,
                   std::optional<std::int64_t> hundredths = {});
  LogBuilder& cw(std::string_view on, int count = 1) { return done("coursework", on, count); }
  LogBuilder& course(std::string_view name, std::string_view on);
  LogBuilder& exam(std::string_view code, std::string_view on, bool passed = true);
  /// Sets what the portal shows now for the last certification.
  LogBuilder& expect(std::optional<std::string_view> suspends,
                     std::optional<std::string_view> expires);
  /// Sets when the last activity was entered; without a day, not yet.
  LogBuilder& entered(std::optional<std::string_view> on);

  [[nodiscard]] const Log& log() const { return log_; }
  /// The log itself; the builder is of no further use.
  [[nodiscard]] Log take() { return std::move(log_); }
  [[nodiscard]] const Policy& policy() const { return policy_; }
  /// What the engine makes of the log.
  [[nodiscard]] Renewals as_of(std::string_view on) const {
    return calculate(log_, policy_, day(on));
  }
  /// The answer to the log. The builder must outlive it.
  [[nodiscard]] Answer answer_as_of(std::string_view on) const {
    return answer(log_, policy_, day(on));
  }

 private:
  [[nodiscard]] Index<CertificationType> type_of(std::string_view code) const;

  const Policy& policy_;
  Log log_;
};

/// `renewed used*9 lapsed`: the outcomes for a credential in the log's order.
std::string outcomes(const Renewals& renewals, std::size_t credential = 0);

/// `active 2025-12-01 2027-12-01 2028-03-01 0`: status, the cycle in force, and the units counted.
std::string standing(const Renewals& renewals, std::size_t credential = 0);

/// `earned 2024-01-10 units 2025-06-01, units 2025-06-01 open`: how each cycle began and ended.
std::string cycles(const Renewals& renewals, std::size_t credential = 0);

}  // namespace certrenew::testing
