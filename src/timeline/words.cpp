#include "timeline/words.hpp"

#include <algorithm>
#include <array>

#include "text/fit.hpp"

namespace certrenew::timeline {

namespace {

std::string counted(std::size_t count, std::string_view one, std::string_view several) {
  return std::to_string(count) + ' ' + std::string{count == 1 ? one : several};
}

std::string describe(const Answer& answer, const Activity& activity) {
  std::string words = text::fitted(answer.type_name(activity), print::widest_code);
  const Exam* exam = activity.exam();
  if (exam != nullptr && exam->certification) {
    words += " of " + text::fitted(answer.log()[*exam->certification].code, print::widest_code);
  }
  words += ' ' + to_string(activity.date);
  if (const Work* work = activity.work()) words += ", " + to_string(work->units) + " units";
  if (!is_passed(activity)) words += ", not passed";
  if (activity.title) words += ", \"" + text::fitted(*activity.title, print::widest_line) + '"';
  return words;
}

}  // namespace

std::string_view word_for(CycleStart how) noexcept {
  return how == CycleStart::earned_anew ? "earned anew" : name_of(how);
}

std::string_view legend_words(Sign sign) noexcept {
  constexpr std::array<std::string_view, sign_count> words{"active",
                                                           "suspended",
                                                           "earned",
                                                           "given",
                                                           "renewed by units",
                                                           "renewed by exam",
                                                           "renewed by courses",
                                                           "earned anew",
                                                           "activity",
                                                           "exam passed",
                                                           "exam not passed",
                                                           "planned",
                                                           "what if",
                                                           "to 9 that many, + more"};
  return words[static_cast<std::size_t>(sign)];
}

std::string code_of(const CredentialAnswer& credential) {
  return text::fitted(credential.code(), print::widest_code);
}

bool is_passed(const Activity& activity) noexcept {
  const Exam* exam = activity.exam();
  return exam == nullptr || exam->passed;
}

std::string describe(const Answer& answer, std::span<const Index<Activity>> activities) {
  constexpr std::size_t most = 10;
  std::string words;
  for (const Index<Activity> index : activities.first(std::min(activities.size(), most))) {
    words += (words.empty() ? "" : "; ") + describe(answer, answer.log()[index]);
  }
  if (activities.size() > most) {
    words += "; and " + std::to_string(activities.size() - most) + " more";
  }
  return words;
}

std::string describe(const Row& row) {
  constexpr std::size_t most = 8;
  std::string words = ' ' + code_of(row.credential) + ": ";
  words += name_of(row.credential.status());
  const std::size_t earlier = row.captions.size() - std::min(row.captions.size(), most);
  if (earlier > 0) words += "; " + std::to_string(earlier) + " earlier dates";
  for (std::size_t i = earlier; i < row.captions.size(); ++i) words += "; " + row.captions[i].words;
  return words + '.';
}

std::string describe(const Answer& answer, const Track& track) {
  const std::size_t count = track.activities.size();
  if (track.sign == Sign::planned) return ' ' + std::to_string(count) + " planned.";
  if (track.sign == Sign::what_if) return ' ' + std::to_string(count) + " what-if.";
  Units units;
  std::size_t failed = 0;
  for (const Index<Activity> index : track.activities) {
    const Activity& activity = answer.log()[index];
    if (const Work* work = activity.work()) units += work->units;
    if (!is_passed(activity)) ++failed;
  }
  if (track.sign == Sign::activity) {
    return ' ' + counted(count, "activity", "activities") + ", " + to_string(units) + " CE units.";
  }
  return ' ' + counted(count, "exam", "exams") +
         (failed > 0 ? ", " + std::to_string(failed) + " not passed." : ".");
}

std::string left_out_words(std::size_t count) {
  return counted(count, "date is", "dates are") +
         " left out for lack of room; --from and --to show a shorter time";
}

}  // namespace certrenew::timeline
