// The calculation, log after log.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/activity_order.hpp"
#include "core/cycle_units.hpp"
#include "core/lifetime.hpp"
#include "core/renewal.hpp"

namespace certrenew {

/// Calculates the certifications of one programme under one policy, which must outlive the engine.
class ProgrammeEngine {
 public:
  explicit ProgrammeEngine(const Policy& policy);

  /// Sets the log: see ActivityOrder::set_up().
  void turn_to(const Log& log, std::optional<Index<Policy>> programme, Date as_of,
               std::vector<Index<Activity>>& order) {
    order_.set_up(log, policy_, programme, as_of, order);
  }
  /// Sets the log of `other`. Precondition: the log means the same under both policies.
  void turn_to(const ProgrammeEngine& other, Date as_of) {
    order_.set_up_like(other.order_, policy_, as_of);
  }

  /// See ActivityOrder::common(). Precondition: the log was not set by turn_to(other).
  [[nodiscard]] std::span<const CommonOutcome> common() const { return order_.common(); }
  /// The days of the log, as the programme sees them.
  [[nodiscard]] std::span<const Day> days() const { return order_.days(); }
  /// The work of the open cycle of the certification that was calculated last.
  [[nodiscard]] std::span<const CycleUnits::Entry> entries() const { return units_.entries(); }

  /// Whether the dates of some certifications depend on others. Then they must be calculated in the
  /// order of in_order().
  [[nodiscard]] bool is_linked() const { return is_linked_; }
  /// The certifications of the programme, each after those that it may renew with (C7). Valid
  /// until the next call.
  std::span<const Index<Certification>> in_order(const Log& log, Index<Policy> programme);
  /// The certifications that `certification` may renew with (C7).
  [[nodiscard]] std::vector<Index<Certification>> higher_than(
      const Log& log, Index<Certification> certification) const;

  /// Calculates one certification of that log into its credential in `all`, the credentials of the
  /// log. That credential must have a verdict for each activity, and nothing else. Adds dates
  /// outside the calendar (D1) to `out_of_range`.
  void calculate(const Log& log, Index<Certification> certification, Date as_of,
                 std::span<Credential> all, std::vector<OutOfRange>& out_of_range);

 private:
  const Policy& policy_;
  bool is_linked_;
  std::vector<std::uint32_t> ranks_;  // by certification type; empty if nothing is linked
  std::vector<Index<Certification>> certifications_;  // in their order
  std::vector<Neighbour> higher_;                     // of the certification that is calculated
  ActivityOrder order_;
  CycleUnits units_;
};

/// Calculates one log after another under some policies, which must outlive the engine.
class Engine {
 public:
  explicit Engine(const Policies& policies);

  /// See certrenew::calculate().
  Renewals calculate(const Log& log, Date as_of);

  /// The engine of that programme, set to the log that was calculated last.
  [[nodiscard]] const ProgrammeEngine& operator[](Index<Policy> programme) const {
    return *engines_[programme.at];
  }

 private:
  ProgrammeEngine& turned_to(const Log& log, std::optional<Index<Policy>> programme,
                             Renewals& renewals);
  void calculate_linked(const Log& log, Index<Policy> programme, Renewals& renewals);

  const Policies& policies_;
  /// By programme; the last one is that of tracked certifications.
  std::vector<std::unique_ptr<ProgrammeEngine>> engines_;
};

}  // namespace certrenew
