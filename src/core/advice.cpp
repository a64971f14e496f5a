// What renews a credential, as a sentence that tells somebody what to do.

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "certrenew/answer.hpp"
#include "core/counting.hpp"
#include "core/wording.hpp"

namespace certrenew {

namespace {

std::string more_units(Units units, const Policy& policy) {
  std::string words = units_in_words(units, policy);
  return words.insert(words.find(' '), " more");
}

/// The last day on which the units needed today are enough: the next day something that counts goes
/// stale (U6), under the policy or a reading. Precondition: on `last` they are not enough.
Date last_day_before_loss(const CredentialAnswer& one, Date last) {
  Date first_stale = last;
  const auto look_at = [&](std::optional<Date> stale, Units units) {
    if (units > Units{} && stale && *stale < first_stale) first_stale = *stale;
  };
  for_each_counting(one, *one.policy(), look_at);
  for (const Alternative& other : one.contents().alternatives_of(one.index())) {
    for (const CountingUnits& units : other.counting) look_at(units.until, units.units);
    if (other.counts_alike) for_each_counting(one, *other.reading->policy, look_at);
  }
  return day_before(first_stale).value_or(first_stale);
}

/// `earn 30 more CE units by 2026-09-19`. By then some units may have gone stale (U6); where fewer
/// are enough until a day before, the sentence says so.
std::string earn(const CredentialAnswer& one, Date last) {
  const Units today = *one.needed_on(one.contents().renewals.as_of);
  const Units then = *one.needed_on(last);
  const Policy& policy = *one.policy();
  if (then == today) return "earn " + more_units(then, policy) + " by " + to_string(last);
  return "earn " + more_units(today, policy) + " by " + to_string(last_day_before_loss(one, last)) +
         " (" + to_string(then) + " if later, until " + to_string(last) + ')';
}

std::string complete(const CredentialAnswer& one, Date last) {
  const CoursesProgress progress = *one.courses();
  std::vector<std::string> courses;
  for (const std::string_view course : progress.missing) {
    courses.push_back('"' + shortened(course) + '"');
  }
  return "complete " + listed(courses, ", ") + " by " + to_string(last);
}

/// `alone`: the exam is the only way, so the sentence gives its last day, too.
std::string pass(const ExamWindow& window, Date as_of, Date last, bool alone) {
  const std::string opens = to_string(window.opens);
  const auto closes = window.last_day();
  if (window.opens > last) {
    return "pass the exam from " + opens + (closes ? " to " + to_string(*closes) : " on");
  }
  const bool open = window.opens <= as_of;
  if (closes && *closes < last) {  // the exam is retired before then (E5)
    return "pass the exam " + (open ? "by " : "from " + opens + " to ") + to_string(*closes);
  }
  if (!alone) return open ? "pass the exam" : "pass the exam from " + opens + " on";
  return "pass the exam " + (open ? "by " : "from " + opens + " to ") + to_string(last);
}

/// `earn or renew a certification of type Security+ or CySA+`.
std::string renew_with_another(const CredentialAnswer& one) {
  constexpr std::size_t most_named = 4;
  const auto& types = one.type()->renewed_with;
  std::vector<std::string> names;
  for (const Index<CertificationType> type : types) {
    names.push_back(names.size() < most_named ? shortened((*one.policy())[type].name) : "…");
    if (names.size() > most_named) break;
  }
  return "earn or renew a certification of type " +
         listed(names, types.size() > most_named ? ", " : " or ");
}

}  // namespace

std::string CredentialAnswer::what_renews_it(Date last) const {
  std::vector<std::string> ways;
  if (units() && !held_back_by()) ways.push_back(earn(*this, last));
  if (courses()) ways.push_back(complete(*this, last));
  if (const auto window = exam_window()) {
    ways.push_back(pass(*window, contents().renewals.as_of, last, ways.empty()));
  }
  if (!is_tracked() && !type()->renewed_with.empty()) ways.push_back(renew_with_another(*this));
  return ways.empty() ? "nothing renews it" : listed(ways, ", or ");
}

}  // namespace certrenew
