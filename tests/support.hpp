// What the tests of the engine share: logs in a few words, and answers to look at.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "certrenew/log.hpp"
#include "certrenew/notices.hpp"
#include "certrenew/policy.hpp"
#include "certrenew/renewal.hpp"

namespace certrenew::testing {

/// A date that is known to be one.
Date day(std::string_view text);

/// CRS is renewed by courses a and b, MIX by 30 units or by them, EXM by its exam, UNI by 30 units.
const Policy& various_policy();

/// A log in a few words. Days are written `2025-06-01`; `done` may repeat an activity.
class LogBuilder {
 public:
  explicit LogBuilder(const Policy& policy = builtin_policy()) : policy_{policy} {}

  LogBuilder& earned(std::string_view code, std::string_view on);
  LogBuilder& suspends(std::string_view code, std::string_view on,
                       std::optional<std::string_view> expires = {},
                       std::optional<std::string_view> earned = {});
  /// `count` activities of a type; `units` in hundredths instead of the policy's.
  LogBuilder& done(std::string_view type, std::string_view on, int count = 1,
                   std::optional<std::int64_t> hundredths = {});
  LogBuilder& cw(std::string_view on, int count = 1) { return done("coursework", on, count); }
  LogBuilder& course(std::string_view name, std::string_view on);
  LogBuilder& exam(std::string_view code, std::string_view on, bool passed = true);
  /// What the portal shows now for the last certification.
  LogBuilder& expect(std::optional<std::string_view> suspends,
                     std::optional<std::string_view> expires);
  /// When the last activity was entered; without a day: not yet.
  LogBuilder& entered(std::optional<std::string_view> on);

  [[nodiscard]] const Log& log() const { return log_; }
  [[nodiscard]] const Policy& policy() const { return policy_; }
  [[nodiscard]] Renewals as_of(std::string_view on) const {
    return calculate(log_, policy_, day(on));
  }
  [[nodiscard]] std::vector<Notice> notices_as_of(std::string_view on) const {
    return notices(log_, policy_, as_of(on));
  }
  /// What the first of those says.
  [[nodiscard]] std::string first_message_as_of(std::string_view on) const;

 private:
  std::uint32_t type_of(std::string_view code) const;

  const Policy& policy_;
  Log log_;
};

/// `renewed used*9 lapsed`: the outcomes for a credential in the log's order.
std::string outcomes(const Renewals& renewals, std::size_t credential = 0);

/// `active 2025-12-01 2027-12-01 2028-03-01 0`: status, the cycle in force, and the units counted.
std::string standing(const Renewals& renewals, std::size_t credential = 0);

/// `earned 2024-01-10 units 2025-06-01 units open`: how each cycle began and closed.
std::string cycles(const Renewals& renewals, std::size_t credential = 0);

}  // namespace certrenew::testing
