// What each certification needs, and by when: the first part of a plan.
#include "report/plan.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace certrenew::report {

namespace {

using print::Align;
using print::Cell;

/// `10 units by 2025-11-14`, or `by 2025-11-14` if units do not renew it.
std::string words_for(const LastDay& last, const CredentialAnswer& one) {
  const bool by_units = last.units_needed && !one.held_back_by();
  return (by_units ? units_in_short(*last.units_needed, *one.policy()) + " by " : "by ") +
         to_string(last.date);
}

/// `1 global-event, 3 coursework; or 6 coursework`.
std::string words_for_fewest(const Policy& policy, const Deadline& one) {
  const auto words_for_one = [&](const ActivityCount& count) {
    return std::to_string(count.count) + ' ' + policy[count.type].name;
  };
  std::string words = joined(*one.fewest, ", ", words_for_one);
  if (one.fewest_unlimited) {
    const std::string unlimited = joined(*one.fewest_unlimited, ", ", words_for_one);
    if (unlimited != words) words += "; or " + unlimited;
  }
  return words;
}

/// `Fewest activities for 10 CE units: 1 coursework. Left this cycle: 0 of 4 local-event`.
std::string details_of(const Policy& policy, const Deadline& one) {
  std::vector<std::string> details;
  const auto add = [&](const std::string& title, const std::string& words) {
    if (!words.empty()) details.push_back(title + ": " + words);
  };
  if (one.fewest) {
    add("Fewest activities for " + units_in_words(*one.units_needed, policy),
        words_for_fewest(policy, one));
  }
  add("Left this cycle", joined(one.allowance, ", ", [&](const Allowance& allowance) {
        return std::to_string(allowance.left) + " of " + std::to_string(allowance.limit) + ' ' +
               policy[allowance.type].name;
      }));
  add("Missing courses",
      joined(one.missing_courses, ", ", [&](Index<Course> course) { return policy[course]; }));
  return joined(details, ". ");
}

/// The last day to act: to stay active, or, once suspended, to avoid the expiration. If the rules
/// are in doubt, the day to avoid the expiration may come first, because under one of the readings
/// the credential is suspended already (R2).
Date next_day(const Deadline& one) {
  const Date last = one.finish_expiring.date;
  return one.finish_active ? std::min(one.finish_active->date, last) : last;
}

/// `urgent`: the earliest of the days to act.
print::Row row_of(const Answer& answer, const Deadline& one, Date urgent) {
  const CredentialAnswer credential = answer.all_credentials()[one.credential.at];
  const auto cell = [&](const LastDay& last) {
    const bool is_urgent = last.date == urgent && next_day(one) == urgent;
    return Cell{words_for(last, credential),
                is_urgent ? print::Style::yellow : print::Style::plain};
  };
  return {Cell{std::string{credential.code()}},
          one.finish_active ? cell(*one.finish_active) : Cell{"already suspended"},
          cell(one.finish_expiring),
          Cell{one.exam_window ? to_string(one.exam_window->opens) : "-"},
          Cell{credential.held_back_by() ? "" : details_of(*credential.policy(), one)}};
}

}  // namespace

void write_deadlines(print::Document& document, const Answer& answer, const Plan& plan) {
  const auto sooner = [](const Deadline& a, const Deadline& b) {
    return next_day(a) < next_day(b);
  };
  const Date urgent =
      next_day(*std::min_element(plan.deadlines.begin(), plan.deadlines.end(), sooner));
  document.grid({.caption = "What each certification needs, and by when",
                 .columns = {{.title = "Code", .widest = print::widest_code},
                             {.title = "To stay active", .align = Align::right},
                             {.title = "To avoid expiry", .align = Align::right},
                             {.title = "Exam from", .align = Align::right},
                             {.title = "Details", .below = true}},
                 .rows = print::rows_of(plan.deadlines, [&](const Deadline& one) {
                   return row_of(answer, one, urgent);
                 })});
}

}  // namespace certrenew::report
