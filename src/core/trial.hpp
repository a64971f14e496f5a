// Ways on trial: the log with what a way adds to it, and what the engine makes of that.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "certrenew/plan.hpp"

namespace certrenew {

/// How the renewals of a way come about.
struct Draft {
  std::vector<PlannedExam> exams;
  std::vector<std::uint32_t> by_units;  // credentials that are to renew by units
  std::optional<Date> finish;
};

/// Units earned on one day by an activity without a limit.
struct Portion {
  Date day;
  Units units;
};

class Trial {
 public:
  /// `now` is the answer on as-of. All of them must outlive it.
  Trial(const Log& log, const Policy& policy, const Renewals& now);

  /// Whether there is a type of activity that units can be earned by without a limit.
  [[nodiscard]] bool has_unlimited_type() const { return unlimited_type_.has_value(); }

  /// The engine's answer on `as_of` to the log with the exams, and with `units`.
  Renewals run(const Draft& draft, const std::vector<Portion>& units, Date as_of);

  /// The exams that renew nothing in `answer`, which run() gave for `draft`: something that comes
  /// before them did already.
  [[nodiscard]] std::vector<PlannedExam> idle_exams(const Draft& draft,
                                                    const Renewals& answer) const;

  /// Whether it has been renewed, or earned anew, after as-of and by `day`.
  [[nodiscard]] bool renewed_by(const Renewals& answer, std::uint32_t credential, Date day) const;

  // ---- Units: the draft has a finish, and `on_finish` is the answer then, without any ----------

  /// Way::units_to_earn.
  [[nodiscard]] Units units_to_earn(const Draft& draft, const Renewals& on_finish) const;
  /// Way::units_before_finish.
  std::optional<Units> units_before(const Draft& draft, const Renewals& on_finish, Units to_earn);
  /// Way::units_from.
  std::optional<Date> units_from(const Draft& draft, Units to_earn, Units before);
  /// Way::early.
  std::vector<std::uint32_t> renewed_early(const Draft& draft, Units to_earn);

 private:
  [[nodiscard]] std::optional<Units> still_needed(const Renewals& answer,
                                                  std::uint32_t credential) const;
  [[nodiscard]] std::vector<Date> days_of_change(Date finish) const;
  [[nodiscard]] bool takes_part(std::uint32_t credential) const;

  const Log& log_;
  const Policy& policy_;
  const Renewals& now_;
  Log trial_;
  std::optional<std::uint32_t> unlimited_type_;
  std::optional<Units> smallest_;  // of the unlimited activities whose units the policy gives
};

}  // namespace certrenew
