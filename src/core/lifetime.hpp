// One certification as the days go by: when its cycles begin and close (C1 to C6, U3, E1 to E3,
// K1), and what became of each activity, read off the cycle it belongs to.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "certrenew/log.hpp"
#include "certrenew/policy.hpp"
#include "core/activity_order.hpp"
#include "core/cycle_units.hpp"
#include "core/renewal.hpp"

namespace certrenew {

/// Takes a certification from day to day. All that lasts from one day to the next stands in the
/// credential and the units of its open cycle: whoever copies both can go on from that day in
/// several ways.
class Lifetime {
 public:
  /// What it is given must outlive it. `out_of_range` gets the dates that cannot be.
  Lifetime(const Log& log, const Policy& policy, Index<Certification> certification,
           Credential& credential, CycleUnits& units, std::vector<OutOfRange>& out_of_range)
      : log_{log},
        policy_{policy},
        units_{units},
        out_of_range_{out_of_range},
        index_{certification},
        certification_{log[certification]},
        type_{policy[certification_.type]},
        credential_{credential} {}

  // These return whether all dates were in range; where not, the calculation ends.

  /// Begins the first cycle.
  bool begin();
  /// Takes the next day on which something was done.
  bool take(const Day& day);

  /// Goes on to as-of, on which or before which the days taken lie, and looks at what is open.
  void finish(Date as_of);

 private:
  bool begin_given_cycle();
  bool begin_cycle(Date start, CycleStart began_by, MaybeIndex activity);
  bool complete_cycle(int grace_months, OutOfRange origin);
  bool take_exams(const Day& day);
  bool close_if_due(Date day);

  [[nodiscard]] bool before_first_cycle(Date day) const;
  void drop_before_cycle(const Day& day);
  void drop_before_cycle(Index<Activity> activity);
  /// The outcome of what does not concern this certification at all.
  [[nodiscard]] std::optional<Outcome> outside(const Activity& activity) const;

  void add_others(const Day& day);
  void expire();
  void settle(Date day, std::optional<CycleEnd> by);
  [[nodiscard]] Outcome outcome_of(std::size_t entry, std::optional<CycleEnd> by) const;
  [[nodiscard]] Assumption assumption_of(const CycleUnits::Entry& entry, const Verdict& became,
                                         Date day, std::optional<CycleEnd> by) const;
  [[nodiscard]] Status status(Date as_of) const;

  Cycle& cycle() { return credential_.cycles.back(); }
  [[nodiscard]] const Cycle& cycle() const { return credential_.cycles.back(); }
  /// The place of cycle().
  [[nodiscard]] std::uint32_t latest() const {
    return static_cast<std::uint32_t>(credential_.cycles.size() - 1);
  }
  [[nodiscard]] bool expired() const { return cycle().expired(); }
  [[nodiscard]] Verdict& verdict(Index<Activity> activity) const {
    return credential_.verdicts[activity.at];
  }

  const Log& log_;
  const Policy& policy_;
  CycleUnits& units_;
  std::vector<OutOfRange>& out_of_range_;
  Index<Certification> index_;
  const Certification& certification_;
  const CertificationType& type_;
  Credential& credential_;
  // What the day brought: the exam that renews it, and the activities with which the units sufficed
  // and the last course was complete.
  MaybeIndex renewing_exam_;
  MaybeIndex reached_units_;
  MaybeIndex reached_courses_;
};

}  // namespace certrenew
