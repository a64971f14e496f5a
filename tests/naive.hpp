// A second implementation of the rules, as plain as they are written: for every day with an
// activity the total is summed up from the beginning. It shares no code with the engine.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "certrenew/answer.hpp"
#include "certrenew/log.hpp"
#include "certrenew/policy.hpp"

namespace certrenew::testing {

/// The answer for one credential, also in the words of cycles(), others(), terms(), standing() and
/// outcomes() of support.hpp. A tracked one has only a status and outcomes.
struct NaiveAnswer {
  Status status = Status::upcoming;
  std::vector<Cycle> all_cycles{};
  std::string cycles{};
  std::string others{};
  std::string terms{};
  std::string standing{};
  std::string outcomes{};
};

/// Nothing where a date would leave the range.
std::optional<NaiveAnswer> naive(const Log& log, const Policies& policies, Date as_of,
                                 std::size_t certification);

/// The same of one that is not tracked.
std::optional<NaiveAnswer> naive_untracked(const Log& log, const Policies& policies, Date as_of,
                                           std::size_t certification);

/// A log under another reading of a policy.
struct NaiveReading {
  const Reading* reading;
  Log log;  ///< what it means then
  Policies policies;
};

/// Those of the policy of `programme`. A reading under which the log would be an error is passed
/// over (R1).
std::vector<NaiveReading> naive_readings(const Log& log, const Policies& policies, Date as_of,
                                         Index<Policy> programme);

/// The doubts about one credential (R1), in the words of doubts() of support.hpp. Precondition: the
/// log has an answer.
std::vector<std::string> naive_doubts(const Log& log, const Policies& policies, Date as_of,
                                      std::size_t certification);

/// The designations (P5), in the words of designations() of support.hpp. Precondition: the log has
/// an answer.
std::vector<std::string> naive_designations(const Log& log, const Policies& policies, Date as_of);

/// Last days that are safe (R2).
struct NaiveLastDays {
  std::optional<Date> active{};   ///< to renew it while it is active
  std::optional<Date> renewed{};  ///< to renew it before it expires
};

/// Precondition: the log has an answer.
NaiveLastDays naive_last_days(const Log& log, const Policies& policies, Date as_of,
                              std::size_t certification);

/// The units that a credential needs on `day` if nothing more is done, by the policies as they
/// stand. Nothing where units do not renew it, or it is expired. Preconditions: the log has an
/// answer, and the credential is not tracked.
std::optional<Units> naive_needed_as_it_stands(const Log& log, const Policies& policies, Date as_of,
                                               std::size_t certification, Date day);

/// The units that a credential needs on `day` if nothing more is done, the most over the readings
/// (R2). Nothing where units do not renew it, or it is expired. Precondition: the log has an
/// answer.
std::optional<Units> naive_needed_on(const Log& log, const Policies& policies, Date as_of,
                                     std::size_t certification, Date day);

}  // namespace certrenew::testing
