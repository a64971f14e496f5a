// What becomes of a log when the steps of a way are done, by the naive implementation.
#pragma once

#include <compare>
#include <cstdint>
#include <exception>
#include <map>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "certrenew/answer.hpp"
#include "certrenew/log.hpp"
#include "certrenew/policy.hpp"

namespace certrenew::testing {

/// An exam, or units: ordered by day, exams first, then in the log's order.
struct BruteStep {
  Date date;
  bool is_units = false;
  std::uint32_t exam = 0;  ///< whose, in the log
  Units units;

  friend auto operator<=>(const BruteStep&, const BruteStep&) = default;
};
using BruteSteps = std::vector<BruteStep>;

/// A copy of the policies with one more type of activity in that of `programme`, which has no
/// limit: the last one.
Policies with_unlimited_type(const Policies& policies, Index<Policy> programme);

/// A copy of the log with activities that stand for the steps, for such policies.
Log with_steps(const Log& log, const Policies& with_unlimited, Index<Policy> programme,
               const BruteSteps& steps);

struct LeavesTheCalendar : std::exception {};

/// Throws LeavesTheCalendar.
Date days_from(Date date, int days);

/// What the naive implementation says about one credential on some day.
struct BruteState {
  Status status;
  std::vector<Cycle> cycles;
  Units counted;

  [[nodiscard]] const Cycle& cycle() const { return cycles.back(); }
  [[nodiscard]] bool is_held() const {
    return status == Status::active || status == Status::suspended;
  }
};

/// Throws LeavesTheCalendar, as do the functions below.
BruteState brute_state(const Log& log, const Policies& policies, Date on, std::uint32_t credential);

/// The cycles that began by renewals since those of `now`.
std::span<const Cycle> renewals_since(const BruteState& now, const BruteState& then);

class BruteFuture {
 public:
  BruteFuture(Log log, const Policies& policies, Index<Policy> programme, Date as_of,
              bool is_reading = false);

  [[nodiscard]] const CertificationType& type(std::uint32_t credential) const {
    return policies_[programme_][log_.certifications[credential].type];
  }
  [[nodiscard]] bool is_linked() const { return policies_[programme_].is_linked(); }
  /// The first day without its exam.
  [[nodiscard]] std::optional<Date> retired(std::uint32_t credential) const;
  const BruteState& state(std::uint32_t credential, const BruteSteps& steps, Date on);
  const BruteState& now(std::uint32_t credential) { return state(credential, {}, as_of_); }
  std::span<const Cycle> renewals(std::uint32_t credential, const BruteSteps& steps, Date on) {
    return renewals_since(now(credential), state(credential, steps, on));
  }
  /// Whether that exam, one of the steps, renews the credential on its day: by itself (E1, E4), or
  /// together with another (C7).
  bool renews(const BruteStep& exam, const BruteSteps& steps, std::uint32_t credential);
  /// Whether units renew the credential on that day: by themselves (U3), or another, and with that
  /// this one (C7).
  bool units_renew(Date on, const BruteSteps& steps, std::uint32_t credential);
  /// The last day on which it is active and passing the exam of `of` renews it. If there is none,
  /// and it is suspended or may be, the first day on which the exam renews it.
  std::optional<Date> exam_day(std::uint32_t credential, std::uint32_t of, bool may_be_suspended);
  /// The fewest units that renew them all if they are earned on that day, after the steps. None: no
  /// number does.
  std::optional<Units> least_units(const std::vector<std::uint32_t>& credentials,
                                   const BruteSteps& steps, Date on);

 private:
  bool is_of(std::uint32_t exam, std::uint32_t credential) const;
  bool is_first(const BruteStep& exam, const BruteSteps& steps, std::uint32_t credential) const;
  bool may_renew(Date on, std::uint32_t credential, std::uint32_t of);

  Log log_;
  Policies policies_;
  Index<Policy> programme_;
  Date as_of_;
  bool is_reading_;
  std::map<std::pair<BruteSteps, Date>, std::map<std::uint32_t, BruteState>> known_;
};

}  // namespace certrenew::testing
