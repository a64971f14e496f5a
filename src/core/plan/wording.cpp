#include "core/plan/wording.hpp"

#include "core/wording.hpp"

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

std::string code_of(const Log& log, Index<Certification> credential) {
  return shortened(log[credential].code);
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

std::string words_for_units(const Log& log, const Way& way, Date as_of, bool any_left) {
  const std::string day = to_string(*way.finish);
  if (!any_left) return "earn nothing: by " + day + " nothing is left for CE units to renew";
  if (way.units_to_earn == Units{}) {
    return "earn nothing more: what the log plans suffices by " + day;
  }
  const bool one = way.units_to_earn == Units::whole(1);
  std::string words = "earn " + to_string(way.units_to_earn) + (one ? " CE unit" : " CE units");
  const Units before = way.units_before_finish.value_or(Units{});
  if (*way.finish <= as_of) return words + " on " + day;
  if (before == Units{} || way.units_from == way.finish) {
    words += " on " + day;
    if (way.units_from) return words + ", all of them that day: earlier ones would not do";
    if (way.early.empty()) return words;
    return words + ", all of them that day: earlier ones would renew " +
           words_for_codes(log, way.early) + " early";
  }
  words += ", the last of them on " + day + " and no more than " + to_string(before) +
           " before that day";
  if (way.units_from) words += ", none before " + to_string(*way.units_from);
  return words;
}

}  // namespace

std::string words_for_codes(const Log& log, const std::vector<Index<Certification>>& credentials) {
  std::vector<std::string> codes;
  codes.reserve(credentials.size());
  for (const Index<Certification> credential : credentials)
    codes.push_back(code_of(log, credential));
  return listed(codes);
}

std::string words_for_way(const Log& log, const std::vector<PlannedExam>& exams,
                          std::optional<Date> finish) {
  std::string words = exams.empty() ? "" : words_for_exams(log, exams);
  if (finish) words += (exams.empty() ? "" : ", ") + ("units on " + to_string(*finish));
  return words;
}

std::string words_for_doing(const Log& log, const Way& way, Date as_of, bool any_left) {
  std::vector<PlannedExam> first;
  std::vector<PlannedExam> then;
  for (const PlannedExam& exam : way.exams) {
    (way.finish && exam.date > *way.finish ? then : first).push_back(exam);
  }
  std::string words;
  if (!first.empty()) words = "pass " + words_for_exams(log, first);
  if (way.finish) {
    words += (words.empty() ? "" : ", and ") + words_for_units(log, way, as_of, any_left);
  }
  if (!then.empty()) words += "; then pass " + words_for_exams(log, then);
  for (const Standing& one : way.credentials) {
    if (one.status != Status::expired) continue;
    words += "; " + code_of(log, one.credential) + " expires on " + to_string(one.expires) +
             " and is lost";
  }
  return words;
}

}  // namespace certrenew
