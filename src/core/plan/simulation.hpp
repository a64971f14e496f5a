// What could come: the log with the steps of a way, day by day from as-of on. The engine takes
// every day; nothing is computed beside it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "certrenew/plan.hpp"
#include "core/answer_contents.hpp"
#include "core/lifetime.hpp"

namespace certrenew {

/// Something done on a day: an exam is passed, or units are earned.
struct Action {
  Date date;
  std::optional<std::size_t> exam;  ///< of the credential at that place of Simulation::who()
  Units units;                      ///< where it is no exam

  friend bool operator==(const Action&, const Action&) = default;
};

/// Credentials as they stand after some day. A copy can go on in another way.
struct Future {
  std::size_t first = 0;                ///< the place of the first in Simulation::who()
  std::vector<Credential> credentials;  ///< from that place on
  std::vector<CycleUnits> units;        ///< of their open cycles
  std::size_t days_taken = 0;           ///< of the days on which the log has activities
  std::uint32_t portions = 0;           ///< how often units were earned
};

/// What the renewals since as-of give a credential, and what they cost it: see Standing.
struct Gain {
  std::int64_t extension_days;
  std::int64_t forfeited_days;
  std::int64_t suspended_days;
};

/// Takes credentials of one programme through the days from as-of on, with what the log plans for
/// them and with actions. Where a function returns whether all dates were in range (D1), the future
/// is of no use if they were not.
class Simulation {
 public:
  /// Of the credentials `who`, to `last`, under `policy`: that of their programme, or a reading of
  /// it. `log` is what the answer's log says under it. The answer must outlive it.
  Simulation(const AnswerContents& answer, const Log& log, Policy policy,
             std::vector<Index<Certification>> who, Date last);
  Simulation(const Simulation&) = delete;
  Simulation& operator=(const Simulation&) = delete;

  /// Whether all dates up to as-of are in range; where not, nothing else may be asked.
  [[nodiscard]] bool is_sound() const { return is_sound_; }
  [[nodiscard]] std::span<const Index<Certification>> who() const { return who_; }
  [[nodiscard]] const CertificationType& type(std::size_t place) const {
    return policy()[log_[who_[place]].type];
  }
  /// With one type of activity more than that of the programme.
  [[nodiscard]] const Policy& policy() const { return policy_; }
  [[nodiscard]] Date as_of() const { return answer_.renewals.as_of; }
  /// How they stand on the eve of as-of.
  [[nodiscard]] const Future& eve() const { return eve_; }

  /// How one of them stands then. Actions of others change nothing for it (A2).
  [[nodiscard]] Future eve_of(std::size_t place) const;

  /// Takes what the log has before `day`.
  bool go_before(Future& future, Date day);
  /// Takes `actions`, all of one day that has not been taken, and what the log plans for it.
  bool take(Future& future, Date day, std::span<const Action> actions);
  /// Takes `actions`, which stand in order, and the days up to the end of `last`.
  bool go_through(Future& future, std::span<const Action> actions, Date last);

  /// The cycles that were begun by renewals since as-of.
  [[nodiscard]] std::span<const Cycle> renewals(const Future& future, std::size_t place) const;
  /// What these give it and cost it. Precondition: there are some.
  [[nodiscard]] Gain gain(const Future& future, std::size_t place) const;
  /// The credential as the answer has it.
  [[nodiscard]] const Credential& now(std::size_t place) const {
    return answer_.renewals.credentials[who_[place].at];
  }
  /// Whether passing its exam on that day began the cycle.
  [[nodiscard]] bool is_begun_by_exam(const Cycle& cycle, std::size_t place) const {
    return cycle.begun_by_activity == exams_[place];
  }

 private:
  bool take_day(Future& future, const Day& day);

  const AnswerContents& answer_;
  std::vector<Index<Certification>> who_;
  Policy policy_;  // with a type of activity without a limit, at the end
  Log log_;        // with activities that stand for actions
  bool is_sound_ = true;
  std::vector<std::size_t> cycles_now_;  // how many cycles of a future begin up to as-of
  std::vector<Index<Activity>> exams_;   // those that stand for exams, by place in who()
  Index<Activity> portion_{};            // the first that stands for units
  std::vector<Index<Activity>> order_;
  ActivityOrder planned_;
  std::vector<Verdict> verdicts_;  // the engine writes them, nobody reads them
  std::vector<OutOfRange> out_of_range_;
  Future eve_;
};

}  // namespace certrenew
