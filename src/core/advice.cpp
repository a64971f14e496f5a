// What renews a credential, as a sentence that tells somebody what to do.

#include <string>
#include <vector>

#include "certrenew/answer.hpp"
#include "core/wording.hpp"

namespace certrenew {

namespace {

std::string units_in_words(Units units) {
  return to_string(units) + (units == Units::whole(1) ? " more CE unit" : " more CE units");
}

/// The last day on which the units needed today are enough: the next day something that counts goes
/// stale (U6). Precondition: on `last` they are not enough.
Date last_day_before_loss(const CredentialAnswer& one, Date last) {
  Date first_stale = last;
  const AnswerContents& answer = one.contents();
  const auto& verdicts = answer.renewals.credentials[one.index().at].verdicts;
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    const Activity& activity = answer.log.activities[i];
    if (verdicts[i].outcome != Outcome::counted || activity.work()->units == Units{}) continue;
    const auto stale = goes_stale(activity.date, answer.policy);
    if (stale && *stale < first_stale) first_stale = *stale;
  }
  return day_before(first_stale).value_or(first_stale);
}

/// `earn 30 more CE units by 2026-09-19`. By then some units may have gone stale (U6); where fewer
/// are enough until a day before, the sentence says so.
std::string earn(const CredentialAnswer& one, Date last) {
  const Units today = one.units()->needed();
  const Units then = *one.needed_on(last);
  if (then == today) return "earn " + units_in_words(then) + " by " + to_string(last);
  return "earn " + units_in_words(today) + " by " + to_string(last_day_before_loss(one, last)) +
         " (" + to_string(then) + " if later, until " + to_string(last) + ')';
}

std::string complete(const CredentialAnswer& one, Date last) {
  const CoursesProgress courses = *one.courses();
  std::string words = "complete ";
  std::string_view separator;
  for (const std::string_view course : courses.missing) {
    words.append(separator).append("\"").append(shortened(course)).append("\"");
    separator = ", ";
  }
  return words + " by " + to_string(last);
}

/// `alone`: the exam is the only way, so the sentence gives its last day, too.
std::string pass(const Interval& window, Date as_of, Date last, bool alone) {
  const std::string opens = to_string(window.first);
  if (window.first > last) {
    return "pass the exam from " + opens + " to " + to_string(*day_before(window.end));
  }
  const bool open = window.first <= as_of;
  if (!alone) return open ? "pass the exam" : "pass the exam from " + opens + " on";
  return "pass the exam " + (open ? "by " : "from " + opens + " to ") + to_string(last);
}

}  // namespace

std::string CredentialAnswer::what_renews_it(Date last) const {
  std::vector<std::string> ways;
  if (units()) ways.push_back(earn(*this, last));
  if (courses()) ways.push_back(complete(*this, last));
  if (const auto window = exam_window()) {
    ways.push_back(pass(*window, contents().renewals.as_of, last, ways.empty()));
  }
  std::string all = ways.front();
  for (std::size_t i = 1; i < ways.size(); ++i) {
    all += (i + 1 == ways.size() ? ", or " : ", ") + ways[i];
  }
  return all;
}

}  // namespace certrenew
