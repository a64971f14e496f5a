#include "report/plan.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "text/fit.hpp"

namespace certrenew::report {

namespace {

using print::Align;
using print::Cell;

// ---- What each certification needs, and by when -------------------------------------------------

constexpr std::string_view meaning_of_titles =
    "Needs: CE units needed today. To stay active: CE units to earn by that day, so that it is "
    "never suspended. To avoid expiry: CE units to earn by that day, so that it does not expire; "
    "by then some may have gone stale.";

/// `10 by 2025-11-14`, or `by 2025-11-14` where nothing is renewed by units.
std::string words_for(const LastDay& last) {
  return (last.units_needed ? to_string(*last.units_needed) + " by " : "by ") +
         to_string(last.date);
}

/// What `words_for` makes of each element, separated by commas.
template <class List, class WordsFor>
std::string joined(const List& list, const WordsFor& words_for_one) {
  std::string words;
  for (const auto& one : list) {
    if (!words.empty()) words += ", ";
    words += words_for_one(one);
  }
  return words;
}

/// `1 global-event, 3 coursework; or 6 coursework`.
std::string words_for_fewest(const Policy& policy, const Deadline& one) {
  const auto words_for_one = [&](const ActivityCount& count) {
    return std::to_string(count.count) + ' ' + policy[count.type].name;
  };
  std::string words = joined(*one.fewest, words_for_one);
  if (one.fewest_unlimited) {
    const std::string unlimited = joined(*one.fewest_unlimited, words_for_one);
    if (unlimited != words) words += "; or " + unlimited;
  }
  return words;
}

/// `Fewest activities: 1 coursework. Left this cycle: 0 of 4 local-event`.
std::string details_of(const Policy& policy, const Deadline& one) {
  std::string details;
  const auto add = [&](std::string_view title, const std::string& words) {
    if (words.empty()) return;
    if (!details.empty()) details += ". ";
    details.append(title).append(": ").append(words);
  };
  if (one.fewest) add("Fewest activities", words_for_fewest(policy, one));
  add("Left this cycle", joined(one.allowance, [&](const Allowance& allowance) {
        return std::to_string(allowance.left) + " of " + std::to_string(allowance.limit) + ' ' +
               policy[allowance.type].name;
      }));
  add("Missing courses", joined(
                             one.missing_courses, [&](Index<Course> course) -> const auto& {
                               return policy[course];
                             }));
  return details;
}

print::Row row_of(const Answer& answer, const Deadline& one) {
  const CredentialAnswer credential = answer.all_credentials()[one.credential.at];
  return {Cell{std::string{credential.code()}},
          Cell{std::string{certrenew::name_of(credential.status())}},
          Cell{one.units_needed ? to_string(*one.units_needed) : "-"},
          Cell{one.finish_active ? words_for(*one.finish_active) : "-"},
          Cell{words_for(one.finish_expiring)},
          Cell{one.exam_window ? to_string(one.exam_window->first) : "-"},
          Cell{details_of(answer.policy(), one)}};
}

void write_deadlines(print::Document& document, const Answer& answer, const Plan& plan) {
  document.grid({.caption = "What each certification needs, and by when",
                 .columns = {{.title = "Code", .widest = print::widest_code},
                             {.title = "Status", .align = Align::right},
                             {.title = "Needs", .align = Align::right},
                             {.title = "To stay active", .align = Align::right},
                             {.title = "To avoid expiry", .align = Align::right},
                             {.title = "Exam from", .align = Align::right},
                             {.title = "Details", .below = true}},
                 .rows = [&](const auto& row) {
                   for (const Deadline& one : plan.deadlines) row(row_of(answer, one));
                 }});
  document.text(meaning_of_titles);
}

// ---- The ways -----------------------------------------------------------------------------------

constexpr std::string_view meaning_of_ways =
    "Below each way: when its certifications suspend after it. Extended: by how many days they are "
    "good for longer. Forfeited: days that were left when they were renewed.";

template <class AddRow>
void add_rows_of_ways(const AddRow& add, const Answer& answer, const Plan& plan) {
  const auto add_row = [&](std::string_view title, const auto& words_for) {
    add(print::Row{[&](std::size_t column) {
      return Cell{column == 0 ? std::string{title} : words_for(plan.ways[column - 1])};
    }});
  };
  const auto days = [](std::int64_t count) { return std::to_string(count) + " d"; };
  add_row("exams", [](const Way& way) { return std::to_string(way.totals.exams); });
  add_row("CE units", [](const Way& way) { return to_string(way.totals.units); });
  add_row("finish", [](const Way& way) { return way.finish ? to_string(*way.finish) : "-"; });
  for (std::size_t i = 0; i < plan.deadlines.size(); ++i) {
    add_row(answer.log()[plan.deadlines[i].credential].code, [&](const Way& way) {
      const Standing& standing = way.credentials[i];
      return standing.status == Status::expired ? "lost" : to_string(standing.suspends);
    });
  }
  add_row("extended", [&](const Way& way) { return days(way.totals.extension_days); });
  add_row("forfeited", [&](const Way& way) { return days(way.totals.forfeited_days); });
  add_row("suspended", [&](const Way& way) { return days(way.totals.suspended_days); });
}

void write_ways(print::Document& document, const Answer& answer, const Plan& plan) {
  std::vector<print::Column> columns{{.title = "Way", .widest = print::widest_code}};
  std::vector<std::string> sentences;
  for (std::size_t i = 0; i < plan.ways.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    columns.push_back({.title = number, .align = Align::right});
    sentences.push_back("Way " + number + ": " + plan.ways[i].say);
  }
  document.heading("Ways");
  document.grid({.caption = "The ways side by side",
                 .columns = std::move(columns),
                 .rows = [&](const auto& add) { add_rows_of_ways(add, answer, plan); },
                 .repeated = 1});
  document.list(sentences);
  document.text(meaning_of_ways);
}

/// Says where the activities that the log plans count, if it plans any.
void write_about_planned(print::Document& document, const Answer& answer, const Plan& plan) {
  const auto& activities = answer.log().activities;
  const bool any = std::any_of(activities.begin(), activities.end(),
                               [&](const Activity& one) { return one.date > answer.as_of(); });
  if (!any || plan.deadlines.empty()) return;
  document.text(
      plan.ways.empty()
          ? "What the log plans for later counts neither above nor in \"If nothing more is done\"."
          : "What the log plans for later counts in these ways from its day on, but neither in the "
            "needs above them nor in \"If nothing more is done\".");
}

void write_nothing_more(print::Document& document, const Answer& answer, const Plan& plan) {
  document.heading("If nothing more is done");
  document.grid({.caption = "When each certification suspends and expires",
                 .columns = {{.title = "Code", .widest = print::widest_code},
                             {.title = "Suspends", .align = Align::right},
                             {.title = "Expires", .align = Align::right}},
                 .rows = [&](const auto& row) {
                   for (const Deadline& deadline : plan.deadlines) {
                     const auto one = answer.all_credentials()[deadline.credential.at];
                     row({Cell{std::string{one.code()}}, Cell{to_string(one.suspends())},
                          Cell{to_string(one.expires())}});
                   }
                 }});
}

void write_left_alone(print::Document& document, const Answer& answer, const Plan& plan) {
  std::vector<std::string> lines;
  for (const LeftAlone& one : plan.left_alone) {
    const std::string code = text::fitted(answer.log()[one.credential].code, print::widest_code);
    lines.push_back(code + ": " + one.message);
  }
  document.heading("Left alone");
  document.list(lines);
}

}  // namespace

constinit const print::Frame plan_frame{.title = "Renewal plan"};

void PlanReport::write(print::Document& document) const {
  write_title(document, origin_, answer_);
  if (plan_.deadlines.empty()) {
    document.text("nothing to plan: no certification is active or suspended");
  } else {
    write_deadlines(document, answer_, plan_);
  }
  if (!plan_.ways.empty()) write_ways(document, answer_, plan_);
  write_about_planned(document, answer_, plan_);
  if (!plan_.deadlines.empty()) write_nothing_more(document, answer_, plan_);
  if (!plan_.left_alone.empty()) write_left_alone(document, answer_, plan_);
}

void append_left_out(std::string& out, const Origin& origin, const Plan& plan) {
  for (const std::string& message : plan.left_out) {
    print::append_remark(out, {.source = origin.name,
                               .origin = name_of(origin),
                               .position = {.line = 0, .column = 0},
                               .subject = {},
                               .kind = {},
                               .message = message});
  }
}

}  // namespace certrenew::report
