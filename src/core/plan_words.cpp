#include "core/plan_words.hpp"

namespace certrenew {

namespace {

/// `a`, `a and b`, `a, b and c`.
std::string listed(const std::vector<std::string>& parts) {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) text += i + 1 == parts.size() ? " and " : ", ";
    text += parts[i];
  }
  return text;
}

std::string code_of(const Log& log, std::uint32_t credential) {
  return std::string{log.certifications[credential].code};
}

/// `the exam of ACP-620 on 2025-11-14 and of ACP-120 on 2025-12-01`.
std::string words_for_exams(const Log& log, const std::vector<PlannedExam>& exams) {
  std::vector<std::string> parts;
  parts.reserve(exams.size());
  for (const PlannedExam& exam : exams) {
    parts.push_back("of " + code_of(log, exam.credential) + " on " + to_string(exam.date));
  }
  return "the exam " + listed(parts);
}

std::string words_for_units(const Way& way, Date as_of) {
  const std::string day = to_string(*way.finish);
  if (way.units_to_earn == Units{}) {
    return "earn nothing more: what the log plans suffices by " + day;
  }
  const bool one = way.units_to_earn == Units::whole(1);
  const std::string what =
      "earn " + to_string(way.units_to_earn) + (one ? " CE unit" : " CE units");
  const Units before = way.units_before_finish.value_or(Units{});
  if (*way.finish <= as_of || before == Units{}) return what + " on " + day;
  return what + ", the last of them on " + day + " and no more than " + to_string(before) +
         " before that day";
}

}  // namespace

std::string words_for_way(const Log& log, const std::vector<PlannedExam>& exams,
                          std::optional<Date> finish) {
  std::string words = exams.empty() ? "" : words_for_exams(log, exams);
  if (finish) words += (exams.empty() ? "" : ", ") + ("units on " + to_string(*finish));
  return words;
}

std::string words_for_doing(const Log& log, const Way& way, const Renewals& now) {
  std::string words;
  if (!way.exams.empty()) words = "pass " + words_for_exams(log, way.exams);
  if (way.finish) words += (words.empty() ? "" : ", and ") + words_for_units(way, now.as_of);
  for (const std::uint32_t credential : way.lost) {
    words += "; " + code_of(log, credential) + " expires on " +
             to_string(now.credentials[credential].cycle().expires) + " and is lost";
  }
  return words;
}

}  // namespace certrenew
