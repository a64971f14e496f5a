// How a picture describes activities in words.
#include <algorithm>
#include <optional>

#include "print/document.hpp"
#include "text/fit.hpp"
#include "timeline/layout.hpp"

namespace certrenew::timeline {

namespace {

std::string words_for_one(const Answer& answer, const Activity& activity) {
  std::string words = text::fitted(activity.type_name(), print::widest_code);
  const Exam* exam = activity.exam();
  if (exam != nullptr && exam->certification) {
    words += " of " + text::fitted(answer.log()[*exam->certification].code, print::widest_code);
  }
  words += ' ' + to_string(activity.date);
  const Work* work = activity.work();
  if (work != nullptr && work->worth) {
    const Policy& policy = answer.policies()[work->worth->programme];
    words += ", " + text::fitted(units_in_short(work->worth->units, policy), print::widest_code);
  }
  if (!is_passed(activity)) words += ", not passed";
  if (activity.rejected) words += ", rejected";
  if (activity.title) words += ", \"" + text::fitted(*activity.title, print::widest_line) + '"';
  return words;
}

/// The programme that all credentials belong to; none: there are several, or none.
std::optional<Index<Policy>> only_programme(const Answer& answer) {
  const auto programmes = answer.programmes();
  if (programmes.size() != 1) return std::nullopt;
  return answer.policies().find(programmes.front()->name);
}

/// The most characters of the programme's word for units in a summary.
constexpr std::size_t widest_units = 40;

}  // namespace

std::string counted(std::size_t count, std::string_view one, std::string_view several) {
  return std::to_string(count) + ' ' + std::string{count == 1 ? one : several};
}

bool is_passed(const Activity& activity) {
  const Exam* exam = activity.exam();
  return exam == nullptr || exam->passed;
}

std::string describe(const Answer& answer, Indices activities) {
  constexpr std::size_t most = 10;
  std::string words;
  for (const Index<Activity> index : activities.first(std::min(activities.size(), most))) {
    words += (words.empty() ? "" : "; ") + words_for_one(answer, answer.log()[index]);
  }
  if (activities.size() > most) {
    words += "; and " + std::to_string(activities.size() - most) + " more";
  }
  return words;
}

std::string_view name_of_units(const Answer& answer) {
  constexpr std::size_t room = 10;
  const auto programme = only_programme(answer);
  if (!programme) return "activities";
  const std::string_view called = answer.policies()[*programme].units_called;
  const bool fits = called.size() <= room && std::all_of(called.begin(), called.end(), [](char c) {
                      return c >= ' ' && c <= '~';
                    });
  return fits ? called : "activities";
}

std::string summary_of(const Answer& answer, Sign kind, Indices activities) {
  const std::size_t count = activities.size();
  if (kind == Sign::planned) return std::to_string(count) + " planned";
  if (kind == Sign::what_if) return std::to_string(count) + " what-if";
  const auto programme = only_programme(answer);
  Units units;
  std::size_t failed = 0;
  for (const Index<Activity> index : activities) {
    const Activity& activity = answer.log()[index];
    const Work* work = activity.work();
    const Worth* worth = work != nullptr && programme ? work->in(*programme) : nullptr;
    if (worth != nullptr) units += worth->units;
    if (!is_passed(activity)) ++failed;
  }
  if (kind == Sign::activity) {
    std::string words = counted(count, "activity", "activities");
    if (!programme) return words;
    return words + ", " + to_string(units) + ' ' +
           text::fitted(answer.policies()[*programme].units_called, widest_units);
  }
  const std::string exams = counted(count, "exam", "exams");
  return failed == 0 ? exams : exams + ", " + std::to_string(failed) + " not passed";
}

}  // namespace certrenew::timeline
