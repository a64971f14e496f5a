// How each participant may renew in the ways that are tried.

#include <algorithm>
#include <utility>

#include "core/plan/way_search.hpp"

namespace certrenew {

/// A certification that the log's planned activities renew needs neither an exam nor units. These
/// activities and each exam are chosen only once: another last day would not change the way.
std::vector<WaySearch::Choice> WaySearch::choices_of(const Participant& one) {
  std::vector<Choice> choices;
  bool has_plan = false;
  std::vector<bool> has_exam(one.exams.size());
  for (auto day = one.last_days.rbegin(); day != one.last_days.rend(); ++day) {
    if (one.planned && *one.planned <= *day) {
      if (!std::exchange(has_plan, true)) choices.push_back({Choice::By::plan, *day});
      continue;
    }
    for (std::size_t i = 0; i < one.exams.size(); ++i) {
      if (has_exam[i] || one.exams[i].day > *day) continue;
      has_exam[i] = true;
      choices.push_back({Choice::By::exam, *day, one.exams[i]});
    }
    if (one.by_units) choices.push_back({Choice::By::units, *day});
  }
  return choices;
}

/// Whether other choices lead to the same ways. If two renew by units and share the same earlier
/// last day, the units for the one that needs more renew the other as well. So trying the other
/// with its later day is enough.
bool WaySearch::is_covered(const Choice& choice, std::size_t participant) const {
  const auto chooses_earlier = [&](const Choice& its, std::size_t i) {
    const auto& days = participants_[i].last_days;
    return its.by == Choice::By::units && days.size() > 1 && its.last_day == days.front();
  };
  if (simulation_.is_linked() || !chooses_earlier(choice, participant)) return false;
  for (std::size_t i = 0; i < participant; ++i) {
    if (chooses_earlier(choices_[i], i) && choices_[i].last_day == choice.last_day) return true;
  }
  return false;
}

/// Whether the participant at that place is to pass its own exam.
bool WaySearch::is_passed(std::size_t place) const {
  for (std::size_t i = 0; i < choices_.size(); ++i) {
    if (participants_[i].place == place) return choices_[i].is_exam_of(place);
  }
  return false;
}

/// Whether, with this choice, a participant relies on the exam of another one that is not to pass
/// it.
bool WaySearch::lacks_exam(const Choice& choice, std::size_t participant) const {
  const std::size_t place = participants_[participant].place;
  if (choice.is_exam_of(place)) return false;
  const auto relies = [&](const Choice& one) { return one.is_exam_of(place); };
  if (std::any_of(choices_.begin(), choices_.end(), relies)) return true;
  if (!choice.exam || is_passed(choice.exam->of)) return false;
  const auto may_pass = [&](const Participant& one) { return one.place == choice.exam->of; };
  const auto first = participants_.begin() + static_cast<std::ptrdiff_t>(participant);
  const auto end = participants_.begin() + static_cast<std::ptrdiff_t>(exact_);
  return std::none_of(first, end, may_pass);
}

/// Joins the units of those that are tried in every way, or else the exam of one of them.
WaySearch::Choice WaySearch::choice_of_other(const Participant& one) const {
  const Date day = one.last_days.front();
  if (one.planned && *one.planned <= day) return {Choice::By::plan, day};
  if (one.by_units || one.exams.empty()) return {Choice::By::units, day};
  const auto exam = std::find_if(one.exams.begin(), one.exams.end(),
                                 [&](const UsefulExam& its) { return is_passed(its.of); });
  if (exam != one.exams.end()) return {Choice::By::exam, one.last_days.back(), *exam};
  if (one.exams.front().of != one.place) return {Choice::By::plan, one.last_days.back()};
  return {Choice::By::exam, one.last_days.back(), one.exams.front()};
}

void WaySearch::choose_from(std::size_t participant) {
  if (participant == exact_) {
    for (std::size_t i = exact_; i < participants_.size(); ++i) {
      choices_.push_back(choice_of_other(participants_[i]));
    }
    try_choices();
    choices_.erase(choices_.begin() + static_cast<std::ptrdiff_t>(exact_), choices_.end());
    return;
  }
  for (const Choice& choice : choices_of(participants_[participant])) {
    if (is_covered(choice, participant) || lacks_exam(choice, participant)) continue;
    choices_.push_back(choice);
    choose_from(participant + 1);
    choices_.pop_back();
  }
}

}  // namespace certrenew
