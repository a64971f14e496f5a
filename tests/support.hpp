// What the tests of the core share: logs in a few words, and answers to look at.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
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

/// `2025-12-01`, or `never`.
std::string date_or_never(std::optional<Date> date);

/// CRS is renewed by courses a and b, MIX by 30 units or by them, EXM by its exam, UNI by 30 units,
/// ALL by any of these, WID by 30 units or by its exam within 60 months, ANY by 30 units or by its
/// exam on any day. NVR never suspends, and is renewed as ANY is.
const Policy& various_policy();

/// A copy of `policy` changed by `change`.
template <class Change>
Policy with(Policy policy, Change change) {
  change(policy);
  return policy;
}

/// A copy of `policy` whose certification type of that name is changed by `change`.
template <class Change>
Policy with_type(Policy policy, std::string_view name, Change change) {
  change(policy.certification_types[policy.find_certification_type(name).value().at]);
  return policy;
}

/// A copy of `policy` with one more reading: `changed`, under which a log means the same.
Policy with_reading(Policy policy, std::string_view id, Policy changed);

/// A copy of `log` that can be changed. Its texts stay those of `log`, which must outlive it.
Log copy(const Log& log);

/// The answer to `log`; throws where there are errors instead. `log` and `policies` must outlive
/// it.
Answer answer(const Log& log, const Policies& policies, Date as_of, Doubts doubts = Doubts::all);

/// A log in a few words. Days are written `2025-06-01`.
class LogBuilder {
 public:
  explicit LogBuilder(const Policy& policy = builtin_policy()) : policies_{policy} {}
  explicit LogBuilder(Policies policies) : policies_{std::move(policies)} {}

  /// Its programme is the first that has its type.
  LogBuilder& earned(std::string_view code, std::string_view on);
  LogBuilder& suspends(std::string_view code, std::string_view on,
                       std::optional<std::string_view> expires = {},
                       std::optional<std::string_view> earned = {});
  /// A certification of no programme (P2), with the dates that are given.
  LogBuilder& tracked(std::string_view code, std::optional<std::string_view> earned = {},
                      std::optional<std::string_view> suspends = {},
                      std::optional<std::string_view> expires = {});
  /// Adds `count` activities of a type. They belong to every programme that has it. `hundredths` of
  /// units replace the policies'.
  LogBuilder& done(std::string_view type, std::string_view on, int count = 1,
                   std::optional<std::int64_t> hundredths = {});
  LogBuilder& titled(std::string_view type, std::string_view on, std::string_view title,
                     std::optional<std::int64_t> hundredths = {});
  LogBuilder& cw(std::string_view on, int count = 1) { return done("coursework", on, count); }
  LogBuilder& course(std::string_view name, std::string_view on);
  LogBuilder& exam(std::string_view code, std::string_view on, bool passed = true);
  /// Gives the last activity a title.
  LogBuilder& title(std::string_view title);
  /// Has the last activity rejected.
  LogBuilder& rejected();
  /// Takes the last activity out of all programmes but `programme`.
  LogBuilder& only_in(std::string_view programme);
  /// Sets what the portal shows now for the last certification.
  LogBuilder& expect(std::optional<std::string_view> suspends,
                     std::optional<std::string_view> expires);
  /// Sets when the last activity was entered; without a day, not yet.
  LogBuilder& entered(std::optional<std::string_view> on);

  [[nodiscard]] const Log& log() const { return log_; }
  /// The log itself; the builder is of no further use.
  [[nodiscard]] Log take() { return std::move(log_); }
  [[nodiscard]] const Policies& policies() const { return policies_; }
  /// The first of the policies.
  [[nodiscard]] const Policy& policy() const { return policies_[{0}]; }
  /// What the engine makes of the log.
  [[nodiscard]] Renewals as_of(std::string_view on) const {
    return calculate(log_, policies_, day(on));
  }
  /// The answer to the log. The builder must outlive it.
  [[nodiscard]] Answer answer_as_of(std::string_view on, Doubts doubts = Doubts::all) const {
    return answer(log_, policies_, day(on), doubts);
  }

 private:
  /// A certification of that code in its programme, without dates.
  Certification certification(std::string_view code);

  Policies policies_;
  Log log_;
};

/// `renewed used*9 lapsed`: the outcomes for a credential in the log's order.
std::string outcomes(const Renewals& renewals, std::size_t credential = 0);

/// `active 2025-12-01 2027-12-01 2028-03-01 0`: status, the start, suspension and expiration of the
/// cycle in force, and the units counted. Of a tracked one nothing.
std::string standing(const Renewals& renewals, std::size_t credential = 0);

/// `earned 2024-01-10 units 2025-06-01, units 2025-06-01 from 2025-05-01 open`: how each cycle
/// began and ended, and where it is counted from if not from the day on which it began.
std::string cycles(const Renewals& renewals, std::size_t credential = 0);

/// `- 1`: of each cycle the other credential that it began with, if any.
std::string others(const Renewals& renewals, std::size_t credential = 0);

/// `2024-01-10 2026-01-10 2026-04-10 exam 2025-10-10 carried 0 of 100, …`: of each cycle its term,
/// from when on its exam renews it, and its units. `(2024-03-15)` is an expiration that an
/// extension moved.
std::string terms(const Renewals& renewals, std::size_t credential = 0);

/// `ACP-620 grace-90-days: expired 2025-07-15 2025-10-13`: each doubt with status, suspension,
/// expiration and renewals (`, units 2025-06-01`).
Lines doubts(const Answer& answer);

/// `Administration Expert: held until 2026-12-20, 4 active`, or `…: not held, 2 active, lacks
/// ACP-420 ACP-520`: each designation.
Lines designations(const Answer& answer);

/// The line for one doubt, as doubts() gives it.
std::string doubt_line(std::string_view code, std::string_view reading, Status status,
                       std::optional<Date> suspends, std::optional<Date> expires,
                       std::span<const Cycle> renewals);

/// The line for one designation, as designations() gives it.
std::string designation_line(const DesignationAnswer& designation);

}  // namespace certrenew::testing
