// The search for the best ways: the engine judges every way of a family, and the search keeps those
// that no other beats.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/plan/participants.hpp"
#include "core/plan/simulation.hpp"

namespace certrenew {

/// What a way costs and gives.
struct Judgement {
  Totals totals;
  std::vector<std::size_t> exams{};                       ///< places of the credentials, ascending
  std::vector<std::pair<std::size_t, Date>> last_days{};  ///< by when each place renews

  /// Whether it is at least as good as another in all five totals.
  [[nodiscard]] bool is_no_worse(const Judgement& other) const;
};

/// A way: what is to be done, in order, and what that costs and gives.
struct FoundWay {
  std::vector<Action> actions;
  Judgement judgement;
  std::vector<WayLabel> labels{};  ///< what it is best at
};

/// Searches for the ways in which all participants renew. Of more than `most_exact` participants,
/// it tries only those with the earliest last days in every way; the others renew along with them.
class WaySearch {
 public:
  WaySearch(Simulation& simulation, std::vector<Participant> participants, std::size_t most_exact,
            Date last);

  void run();

  /// The ways that no other beats, in the order in which they are listed.
  [[nodiscard]] std::vector<FoundWay> best() const;
  /// How many different ways there are.
  [[nodiscard]] std::size_t compared() const { return found_.size(); }
  /// Whether a way was left out because one of its dates lies outside the calendar (D1).
  [[nodiscard]] bool left_calendar() const {
    return simulation_.dates_out_of_range() > out_of_range_before_;
  }

 private:
  /// How one participant renews in the ways that are tried.
  struct Choice {
    enum class By : std::uint8_t { exam, units, plan };
    By by;
    Date last_day;
    std::optional<UsefulExam> exam{};

    /// Whether it renews by the exam of the credential at that place.
    [[nodiscard]] bool is_exam_of(std::size_t of) const { return exam && exam->of == of; }
  };
  /// Futures around a day on which units are earned. They are used again and again, so that copying
  /// into them allocates nothing.
  struct Level {
    Future without{};   ///< after the day, without these units
    Future with{};      ///< after the day, with them
    Future next_eve{};  ///< on the eve of the next such day
  };

  static std::vector<Choice> choices_of(const Participant& one);
  [[nodiscard]] bool is_covered(const Choice& choice, std::size_t participant) const;
  [[nodiscard]] bool lacks_exam(const Choice& choice, std::size_t participant) const;
  [[nodiscard]] bool is_passed(std::size_t place) const;
  [[nodiscard]] Choice choice_of_other(const Participant& one) const;
  void choose_from(std::size_t participant);
  void try_choices();
  void find_exams();
  bool is_tried_before();
  void find_days();
  void earn_on(std::size_t day, const Future& eve, const std::vector<Action>& actions,
               std::size_t level);
  [[nodiscard]] std::optional<std::vector<std::size_t>> earners_on(Date today,
                                                                   std::optional<Date> next,
                                                                   const Future& without) const;
  [[nodiscard]] static Units needed_by(const std::vector<std::size_t>& earners,
                                       const Future& without);
  [[nodiscard]] std::optional<Units> fewest_for(const std::vector<std::size_t>& earners,
                                                const Future& without, Date today,
                                                const Future& eve);
  bool go_before(Future& future, Date day, std::vector<Action>& actions);
  std::span<const Action> add_exams(std::vector<Action>& actions, std::optional<Date> end) const;
  void finish(Future& future, std::vector<Action> actions);
  [[nodiscard]] std::vector<Action> exams_on(Date day) const;
  [[nodiscard]] bool is_renewed(const Future& future, std::size_t place) const {
    return !simulation_.renewals(future, place).empty();
  }
  [[nodiscard]] std::optional<Judgement> judge(const Future& future,
                                               const std::vector<Action>& actions) const;

  Simulation& simulation_;
  std::size_t out_of_range_before_;  // the simulation's dates out of range before the search
  std::vector<Participant> participants_;
  std::size_t exact_;  // how many participants, the first ones, are tried in every way
  Date last_;
  // For the choices that are being tried:
  std::vector<Choice> choices_;
  std::vector<Action> exams_;  // by day
  std::vector<Date> days_;     // on which units may be earned
  std::size_t forced_ = 0;     // how many of these, the first ones, always earn units
  std::vector<Level> levels_;
  std::map<std::vector<Action>, Judgement> found_;
  std::set<std::vector<std::int64_t>> tried_;  // the exams and choices tried so far, if linked
};

}  // namespace certrenew
