// A simulation of the days from as-of on: the log with the steps of a way. The engine calculates
// every day; the simulation has no rules of its own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <tuple>
#include <vector>

#include "certrenew/plan.hpp"
#include "core/answer_contents.hpp"
#include "core/lifetime.hpp"

namespace certrenew {

/// Something done on a day: an exam is passed, or units are earned.
struct Action {
  Date date;
  std::optional<std::size_t> exam;  ///< of the credential at that place of Simulation::who()
  Units units;                      ///< 0 for an exam

  friend bool operator==(const Action&, const Action&) = default;
  /// By day, exams first.
  friend bool operator<(const Action& a, const Action& b) {
    const auto key = [](const Action& one) {
      return std::tuple{one.date, !one.exam, one.exam.value_or(0), one.units};
    };
    return key(a) < key(b);
  }
};

/// Credentials as they stand after some day. A copy can be continued differently.
struct Future {
  std::size_t first = 0;                ///< the place of the first in Simulation::who()
  std::vector<Credential> credentials;  ///< from that place on
  std::vector<CycleUnits> units;        ///< of their open cycles
  std::size_t days_taken = 0;           ///< how many days with activities of the log are done
  std::uint32_t portions = 0;           ///< how often units were earned
};

/// What the renewals of a future give a credential, and what they cost it: see Standing.
struct Gain {
  std::int64_t extension_days;
  std::int64_t forfeited_days;
  std::int64_t suspended_days;
};

/// Takes credentials of one programme through the days from as-of on, with the activities that the
/// log plans and with actions. A function that returns bool returns false if a date lies outside
/// the calendar (D1); then the future must not be used any more.
class Simulation {
 public:
  /// Simulates the credentials `who` up to `last` under `policy`: the policy of their programme, or
  /// one of its readings. `log` is the answer's log as read under `policy`. The answer must outlive
  /// the simulation.
  Simulation(const AnswerContents& answer, const Log& log, Policy policy,
             std::vector<Index<Certification>> who, Date last);
  Simulation(const Simulation&) = delete;
  Simulation& operator=(const Simulation&) = delete;

  /// Whether all dates up to as-of are in range. If not, nothing else may be called.
  [[nodiscard]] bool is_sound() const { return is_sound_; }
  [[nodiscard]] std::span<const Index<Certification>> who() const {
    return std::span{who_}.first(count_);
  }
  [[nodiscard]] const CertificationType& type(std::size_t place) const {
    return policy()[log_[who_[place]].type];
  }
  /// The given policy with one more activity type, which stands for the units of actions.
  [[nodiscard]] const Policy& policy() const { return policy_; }
  [[nodiscard]] Date as_of() const { return answer_.renewals.as_of; }
  /// The credentials on the eve of as-of.
  [[nodiscard]] const Future& eve() const { return eve_; }

  /// One of them on the eve of as-of, with all that its dates depend on.
  [[nodiscard]] Future eve_of(std::size_t place) const;

  /// Takes the log's activities before `day`.
  bool go_before(Future& future, Date day);
  /// Takes `day`, which has not been taken yet: `actions`, all of that day, and the log's
  /// activities.
  bool take(Future& future, Date day, std::span<const Action> actions);
  /// Takes `actions`, which are in order, and the log's activities up to the last of their days.
  bool take_all(Future& future, std::span<const Action> actions);
  /// Takes `actions`, which are in order, and the log's activities to the end of `last`.
  bool go_through(Future& future, std::span<const Action> actions, Date last);
  /// How often a date lay outside the calendar (D1).
  [[nodiscard]] std::size_t dates_out_of_range() const { return out_of_range_.size(); }

  /// The cycles that the answer does not have: begun by actions, or by activities planned after
  /// as-of.
  [[nodiscard]] std::span<const Cycle> renewals(const Future& future, std::size_t place) const;
  /// What these renewals give and cost. Precondition: there are some.
  [[nodiscard]] Gain gain(const Future& future, std::size_t place) const;
  /// The credential as the answer has it.
  [[nodiscard]] const Credential& now(std::size_t place) const {
    return answer_.renewals.credentials[who_[place].at];
  }
  /// Whether certifications of the programme depend on each other.
  [[nodiscard]] bool is_linked() const { return is_linked_; }
  /// What began a renewal; neither of these if it was something else.
  struct Cause {
    std::optional<std::size_t> exam{};  ///< the place of the credential whose exam was passed
    bool by_units = false;              ///< whether units were earned, by an action or the log
  };
  /// What began a renewal of the future. If the credential renewed with another one (C7): what
  /// renewed that one.
  [[nodiscard]] Cause cause_of(const Future& future, const Cycle& renewal) const;

 private:
  bool take_day(Future& future, const Day& day);
  void add_the_others();

  const AnswerContents& answer_;
  std::vector<Index<Certification>> who_;  // if they depend on others, these follow
  std::size_t count_;                      // how many of who_ are simulated for their own sake
  Policy policy_;                          // with a type of activity without a limit, at the end
  Log log_;                                // with more activities, which stand for actions
  bool is_sound_ = true;
  bool is_linked_;
  std::vector<std::size_t> order_of_places_;      // each after those that it renews with (C7)
  std::vector<std::vector<std::size_t>> higher_;  // by place: the places of these
  std::vector<Neighbour> neighbours_;             // of the one that takes a day
  std::vector<std::size_t> cycles_now_;           // how many cycles of a future the answer has, too
  std::vector<Index<Activity>> exams_;  // the activities that stand for exams, by place in who()
  Index<Activity> portion_{};           // the first activity that stands for units
  std::vector<Index<Activity>> order_;
  ActivityOrder planned_;
  std::vector<Verdict> verdicts_;  // the engine writes them; nothing reads them
  std::vector<OutOfRange> out_of_range_;
  Future eve_;
};

}  // namespace certrenew
