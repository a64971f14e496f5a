// Simulations: the log with what a way adds to it, and what the engine makes of that.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "certrenew/plan.hpp"
#include "core/renewal.hpp"

namespace certrenew {

/// How the renewals of a way come about.
struct Draft {
  std::vector<PlannedExam> exams;
  std::vector<Index<Certification>> by_units;  ///< the credentials that are to renew by units
  std::optional<Date> finish;
};

/// Units earned on one day by an activity without a limit.
struct Portion {
  Date day;
  Units units;
};

class Simulation {
 public:
  /// `now` is the engine's result on as-of. All three must outlive the simulation.
  Simulation(const Log& log, const Policy& policy, const Renewals& now);

  /// Whether the policy has an activity type without a limit, by which units can be earned.
  [[nodiscard]] bool has_unlimited_type() const { return unlimited_type_.has_value(); }

  /// The engine's result on `as_of` for the log with the draft's exams and with `units`.
  Renewals run(const Draft& draft, const std::vector<Portion>& units, Date as_of);

  /// The exams that renew nothing in `answer`, which run() gave for `draft`, because something else
  /// renewed the credential first.
  [[nodiscard]] std::vector<PlannedExam> idle_exams(const Draft& draft,
                                                    const Renewals& answer) const;

  /// Whether it has been renewed, or earned anew, after as-of and by `day`.
  [[nodiscard]] bool renewed_by(const Renewals& answer, Index<Certification> credential,
                                Date day) const;

  // Units. The draft has a finish; `on_finish` is the result then without any units of the draft.

  /// Way::units_to_earn.
  [[nodiscard]] Units units_to_earn(const Draft& draft, const Renewals& on_finish) const;
  /// Way::units_before_finish.
  std::optional<Units> units_before(const Draft& draft, const Renewals& on_finish, Units to_earn);
  /// Way::units_from.
  std::optional<Date> units_from(const Draft& draft, Units to_earn, Units before);
  /// Way::early.
  std::vector<Index<Certification>> renewed_early(const Draft& draft, Units to_earn);

 private:
  [[nodiscard]] std::optional<Units> still_needed(const Renewals& answer,
                                                  Index<Certification> credential) const;
  [[nodiscard]] std::vector<Date> days_of_change(Date finish) const;
  [[nodiscard]] bool takes_part(Index<Certification> credential) const;

  const Log& log_;
  const Policy& policy_;
  const Renewals& now_;
  Log simulation_;
  std::optional<Index<ActivityType>> unlimited_type_;
  std::optional<Units> smallest_;  // of the unlimited activities whose units the policy gives
};

}  // namespace certrenew
