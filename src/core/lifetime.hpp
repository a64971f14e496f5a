// One certification as the days go by: when its cycles begin and close (C1 to C9, U3, U9, E1 to E5,
// K1), and what became of each activity, read off the cycle it belongs to.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "certrenew/log.hpp"
#include "certrenew/policy.hpp"
#include "core/activity_order.hpp"
#include "core/cycle_units.hpp"
#include "core/renewal.hpp"

namespace certrenew {

/// Another certification of the programme.
struct Neighbour {
  Index<Certification> certification;
  const Credential* credential;  ///< not null
};

/// Takes a certification from day to day. All that lasts from one day to the next stands in the
/// credential and the units of its open cycle: whoever copies both can go on from that day in
/// several ways.
class Lifetime {
 public:
  /// All arguments must outlive it. `higher`: the certifications that this one may renew with (C7);
  /// they must take each day before it. Dates outside the calendar (D1) go to `out_of_range`.
  /// Precondition: the certification is not tracked.
  Lifetime(const Log& log, const Policy& policy, Index<Certification> certification,
           std::span<const Neighbour> higher, Credential& credential, CycleUnits& units,
           std::vector<OutOfRange>& out_of_range)
      : log_{log},
        policy_{policy},
        higher_{higher},
        units_{units},
        out_of_range_{out_of_range},
        index_{certification},
        certification_{log[certification]},
        type_{policy[certification_.type]},
        credential_{credential} {}

  // These return false if a date is outside the calendar (D1); then the calculation ends.

  /// Begins the first cycle.
  bool begin();
  /// Takes the next day on which something was done.
  bool take(const Day& day);

  /// Goes on to as-of, on which or before which the days taken lie, and looks at what is open.
  void finish(Date as_of);

 private:
  /// What a renewal hands on to the cycle that it begins.
  struct Renewal {
    Date day;
    CycleStart by;
    MaybeIndex activity{};  ///< the exam or work that renewed it; none: earning `with` did (E4)
    MaybeIndex with{};
    Anchor anchor = Anchor::renewal;
  };

  bool begin_given_cycle();
  bool begin_renewed_cycle(const Renewal& renewal);
  bool begin_term(Cycle begun, OutOfRange origin, bool awaits_start = false);
  bool take_exams(const Day& day);
  void supersede_others(const Day& day, std::uint32_t deciding);
  void take_earnings(const Day& day);
  bool close_if_due(Date day);
  void close(Date day, CycleEnd end);
  [[nodiscard]] Units carried_over(const Cycle& from, Date new_start) const;
  /// Whether the new term has yet to begin, and `units_` still holds the old cycle's units (U9).
  [[nodiscard]] bool awaits_start() const { return units_.start() != cycle().start; }
  void start_counting();

  [[nodiscard]] bool is_held_back(Date day) const;
  void renew_with_higher(Date day);

  [[nodiscard]] bool before_first_cycle(Date day) const;
  void drop_before_cycle(const Day& day);
  [[nodiscard]] bool is_renewed_by_exam_of(Index<Certification> other) const;
  /// The outcome of an exam that does not concern this certification at all; `day` is its day.
  [[nodiscard]] std::optional<Outcome> outside(Index<Activity> activity, Date day) const;

  void add_work(const Day& day);
  [[nodiscard]] std::optional<Outcome> not_counted(Date day) const;
  void expire();
  void settle(Date day, std::optional<CycleEnd> by);
  [[nodiscard]] static Outcome outcome_of(const CycleUnits::Entry& entry,
                                          std::optional<CycleEnd> by);
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
  std::span<const Neighbour> higher_;
  CycleUnits& units_;
  std::vector<OutOfRange>& out_of_range_;
  Index<Certification> index_;
  const Certification& certification_;
  const CertificationType& type_;
  Credential& credential_;
  // What the day brought: the exam or the earning of another certification that renews it, and the
  // work with which the units sufficed and the last course was complete.
  MaybeIndex renewing_exam_;
  MaybeIndex renewing_earning_;
  MaybeIndex reached_units_;
  MaybeIndex reached_courses_;
};

}  // namespace certrenew
