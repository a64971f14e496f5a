#include "core/plan/participants.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "core/plan/exam_day.hpp"

namespace certrenew {

namespace {

/// See find_participants(). The place of a credential is the same in the list of deadlines and in
/// the simulation.
class Admission {
 public:
  Admission(const Answer& answer, const PlanOptions& options, std::span<const Deadline> deadlines,
            Simulation& simulation, std::vector<LeftAlone>& left_alone)
      : answer_{answer},
        options_{options},
        deadlines_{deadlines},
        simulation_{simulation},
        left_alone_{left_alone} {}

  std::vector<Participant> find() {
    find_own_exams();
    for (std::size_t place = 0; place < deadlines_.size(); ++place) let_in(place);
    return std::move(participants_);
  }

 private:
  void find_own_exams() {
    for (std::size_t place = 0; place < deadlines_.size(); ++place) {
      own_exams_.push_back(day_of_exam(place, place));
    }
  }

  /// The exams that renew the credential: its own, then those of others that renew by them (C7,
  /// E4).
  [[nodiscard]] std::vector<UsefulExam> useful_exams(std::size_t place) {
    std::vector<UsefulExam> exams;
    if (own_exams_[place]) exams.push_back({place, *own_exams_[place]});
    const CertificationType& type = simulation_.type(place);
    if (!type.is_linked() || deadlines_.size() > most_participants) return exams;
    for (std::size_t other = 0; other < deadlines_.size(); ++other) {
      if (other == place || !own_exams_[other]) continue;
      if (const auto day = day_of_exam(place, other)) exams.push_back({other, *day});
    }
    return exams;
  }

  /// The day on which to pass the exam of the credential at `of`, so that it renews the one at
  /// `place`. Earlier than the safe day if the renewal depends on a third one that expires before
  /// that (C7). None: the exam does not renew it.
  [[nodiscard]] std::optional<Date> day_of_exam(std::size_t place, std::size_t of) {
    const auto credential = [&](std::size_t one) {
      return answer_.all_credentials()[deadlines_[one].credential.at];
    };
    const auto safe = safe_exam_day_of(credential(place), credential(of), options_);
    if (!safe) return std::nullopt;
    const auto renews_on = [&](Date day) {
      return renews(place, {.date = day, .exam = of, .units = {}});
    };
    std::vector<Date> days{*safe};
    const Date opens = simulation_.now(of).cycle().exam_opens.value_or(*safe);
    for (const Deadline& other : deadlines_) {
      const Date last = other.finish_expiring.date;
      if (place != of && opens <= last && last < *safe) days.push_back(last);
    }
    std::sort(days.rbegin(), days.rend());
    const auto found = std::find_if(days.begin(), days.end(), renews_on);
    if (found == days.end()) return std::nullopt;
    const Date day = std::min(*found, options_.finish.value_or(*found));
    return day == *found || renews_on(day) ? std::optional{day} : std::nullopt;
  }

  /// Lets the credential take part if an exam, units or the log's planned activities can renew it.
  void let_in(std::size_t place) {
    const CredentialAnswer credential = answer_.all_credentials()[deadlines_[place].credential.at];
    const CertificationType& type = *credential.type();
    const std::vector<Date> last_days = last_days_of(deadlines_[place], answer_.as_of(), options_);
    const std::size_t out_of_range_before = simulation_.dates_out_of_range();
    Participant one{.place = place, .last_days = last_days, .exams = {}, .planned = {}};
    one.exams = useful_exams(place);
    const bool may_renew_by_units = type.units || !type.renewed_with.empty();
    one.by_units =
        may_renew_by_units && std::any_of(last_days.begin(), last_days.end(), [&](Date day) {
          return renews(place, {.date = day, .exam = {}, .units = most_required(place)});
        });
    const bool left_calendar = simulation_.dates_out_of_range() > out_of_range_before;
    Future planned = simulation_.eve_of(place);
    if (simulation_.go_through(planned, {}, last_days.back())) {
      const auto renewals = simulation_.renewals(planned, place);
      if (!renewals.empty()) one.planned = renewals.front().began_on;
    }
    const std::string last = to_string(last_days.back());
    const bool by_courses_alone = !type.units && !type.is_linked() && !credential.exam_window();
    if (by_courses_alone) {
      leave_alone(place,
                  "renewed by courses alone: " + credential.what_renews_it(last_days.back()));
    } else if (!one.exams.empty() || one.by_units || one.planned) {
      participants_.push_back(std::move(one));
    } else if (left_calendar) {
      leave_alone(place, "if it is renewed by " + last + ", its dates lie after 9999-12-31");
    } else {
      leave_alone(place, "neither an exam nor units can renew it by " + last);
    }
  }

  void leave_alone(std::size_t place, std::string message) {
    left_alone_.push_back({deadlines_[place].credential, std::move(message)});
  }
  /// A number of units that is enough for the credential, and for each that it may renew with (C7).
  [[nodiscard]] Units most_required(std::size_t place) const {
    if (!simulation_.is_linked()) return simulation_.now(place).cycle().required;
    Units most;
    for (const Credential& one : simulation_.eve().credentials) {
      most = std::max(most, one.cycle().required);
    }
    return most;
  }

  [[nodiscard]] bool renews(std::size_t place, const Action& action) {
    Future future = simulation_.eve_of(place);
    if (!simulation_.go_through(future, std::span{&action, 1}, action.date)) return false;
    const auto renewals = simulation_.renewals(future, place);
    if (renewals.empty()) return false;
    return !action.exam || simulation_.cause_of(future, renewals.back()).exam == action.exam;
  }

  const Answer& answer_;
  const PlanOptions& options_;
  std::span<const Deadline> deadlines_;
  Simulation& simulation_;
  std::vector<LeftAlone>& left_alone_;
  std::vector<std::optional<Date>> own_exams_;  // when each passes its own exam, if that renews it
  std::vector<Participant> participants_;
};

}  // namespace

/// The last days by which a credential may be renewed: one, or two to choose from.
std::vector<Date> last_days_of(const Deadline& deadline, Date as_of, const PlanOptions& options) {
  std::vector<Date> days{deadline.finish_active ? deadline.finish_active->date : as_of};
  if (!deadline.finish_active || options.allow_suspension) {
    days.push_back(deadline.finish_expiring.date);
  }
  for (Date& day : days) day = std::min(day, options.finish.value_or(day));
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

std::vector<Participant> find_participants(const Answer& answer, const PlanOptions& options,
                                           std::span<const Deadline> deadlines,
                                           Simulation& simulation,
                                           std::vector<LeftAlone>& left_alone) {
  return Admission{answer, options, deadlines, simulation, left_alone}.find();
}

}  // namespace certrenew
