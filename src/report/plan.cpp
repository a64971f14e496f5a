#include "report/plan.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/fit.hpp"

namespace certrenew::report {

namespace {

using print::Align;
using print::Cell;

// ---- What each certification needs, and by when -------------------------------------------------

/// `10 units`.
std::string words_for(Units units) {
  return to_string(units) + (units == Units::whole(1) ? " unit" : " units");
}

/// `10 units by 2025-11-14`, or `by 2025-11-14` where nothing is renewed by units.
std::string words_for(const LastDay& last) {
  return (last.units_needed ? words_for(*last.units_needed) + " by " : "by ") +
         to_string(last.date);
}

/// What `words_for_one` makes of each element, separated by commas.
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

/// The last day to act: to stay active, or, once suspended, to avoid the expiration.
Date next_day(const Deadline& one) {
  return one.finish_active ? one.finish_active->date : one.finish_expiring.date;
}

/// `urgent`: the earliest of the days to act.
print::Row row_of(const Answer& answer, const Deadline& one, Date urgent) {
  const CredentialAnswer credential = answer.all_credentials()[one.credential.at];
  const auto cell = [&](const LastDay& last) {
    const bool is_urgent = last.date == urgent && next_day(one) == urgent;
    return Cell{words_for(last), is_urgent ? print::Style::yellow : print::Style::plain};
  };
  return {Cell{std::string{credential.code()}},
          one.finish_active ? cell(*one.finish_active) : Cell{"already suspended"},
          cell(one.finish_expiring),
          Cell{one.exam_window ? to_string(one.exam_window->first) : "-"},
          Cell{details_of(answer.policy(), one)}};
}

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
                 .rows = [&](const auto& row) {
                   for (const Deadline& one : plan.deadlines) row(row_of(answer, one, urgent));
                 }});
}

// ---- The ways -----------------------------------------------------------------------------------

/// So many ways stand side by side; where there are more, each table has a few that all fit.
constexpr std::size_t most_side_by_side = 6;
constexpr std::size_t in_each_of_many = 4;

/// Says how many ways there are, and why these are listed.
std::string words_for_choice(const Plan& plan) {
  if (plan.compared == 1) return "There is one way to renew in time.";
  const std::string count = std::to_string(plan.compared);
  const std::string measures = "exams, CE units, steps, days forfeited and days suspended";
  if (plan.ways.size() == 1) {
    return "This is the best of " + count + " ways to renew in time: no other has fewer " +
           measures + '.';
  }
  std::string words = "The best of " + count +
                      " ways to renew in time. A way is left out if another one is at "
                      "least as good in " +
                      measures + '.';
  if (plan.ways.size() < plan.unbeaten) {
    words += " These are " + std::to_string(plan.ways.size()) + " of " +
             std::to_string(plan.unbeaten) + "; --all lists all.";
  }
  return words;
}

/// Adds the rows of the ways, which stand side by side.
template <class AddRow>
void add_rows_of_ways(const AddRow& add, const Answer& answer, std::span<const Way> ways) {
  const auto code_of = [&](Index<Certification> one) {
    return text::fitted(answer.log()[one].code, print::widest_code);
  };
  const auto add_row = [&](const std::string& title, const auto& words_for_way) {
    add(print::Row{[&](std::size_t column) {
      return Cell{column == 0 ? title : words_for_way(ways[column - 1])};
    }});
  };
  std::size_t most_steps = 0;
  for (const Way& way : ways) most_steps = std::max(most_steps, way.steps.size());
  for (std::size_t i = 0; i < most_steps; ++i) {
    add_row("step " + std::to_string(i + 1), [&](const Way& way) -> std::string {
      if (i >= way.steps.size()) return "-";
      const Step& step = way.steps[i];
      return step.exam ? "exam " + code_of(*step.exam) : words_for(*step.units);
    });
    add_row("by", [&](const Way& way) {
      return i < way.steps.size() ? to_string(way.steps[i].date) : "";
    });
  }
  add_row("suspends next", [](const Way& /*way*/) { return std::string{}; });
  for (std::size_t i = 0; i < ways.front().credentials.size(); ++i) {
    add_row(code_of(ways.front().credentials[i].credential),
            [&](const Way& way) { return to_string(way.credentials[i].suspends); });
  }
  add_row("in total", [](const Way& /*way*/) { return std::string{}; });
  add_row("exams", [](const Way& way) { return std::to_string(way.totals.exams); });
  add_row("CE units", [](const Way& way) { return to_string(way.totals.units); });
  add_row("days gained", [](const Way& way) { return std::to_string(way.totals.extension_days); });
  add_row("days forfeited",
          [](const Way& way) { return std::to_string(way.totals.forfeited_days); });
  add_row("days suspended",
          [](const Way& way) { return std::to_string(way.totals.suspended_days); });
}

std::string_view words_for(WayLabel label) {
  switch (label) {
    case WayLabel::no_exam: return "fewest exams";
    case WayLabel::fewest_units: return "fewest units";
    case WayLabel::least_forfeited: return "fewest days forfeited";
    case WayLabel::one_day: return "fewest steps";
  }
  return {};
}

/// `1 more exam, 107 fewer days forfeited`: how a way differs from another one.
std::string words_against(const Totals& way, const Totals& other) {
  std::vector<std::string> parts;
  const auto add = [&](Units difference, std::string_view one, std::string_view many) {
    if (difference == Units{}) return;
    const bool more = difference > Units{};
    const Units size = more ? difference : Units{} - difference;
    std::string part = to_string(size) + (more ? " more " : " fewer ");
    parts.push_back(std::move(part.append(size == Units::whole(1) ? one : many)));
  };
  const auto count = [&](std::int64_t now, std::int64_t before, std::string_view one,
                         std::string_view many) {
    add(Units::whole(now) - Units::whole(before), one, many);
  };
  count(way.exams, other.exams, "exam", "exams");
  add(way.units - other.units, "CE unit", "CE units");
  count(way.steps, other.steps, "step", "steps");
  count(way.forfeited_days, other.forfeited_days, "day forfeited", "days forfeited");
  count(way.suspended_days, other.suspended_days, "day suspended", "days suspended");
  return joined(parts, [](const std::string& part) { return part; });
}

/// `Way 2 (fewest steps): Earn 40 CE units by 2025-11-14. Compared with way 1: …`.
std::string sentence_of(const Plan& plan, std::size_t place) {
  const Way& way = plan.ways[place];
  std::string words = "Way " + std::to_string(place + 1);
  if (plan.ways.size() > 1 && !way.labels.empty()) {
    words += " (" + joined(way.labels, [](WayLabel label) { return words_for(label); }) + ')';
  }
  words += ": " + way.say;
  if (place == 0) return words;
  return words + " Compared with way " + std::to_string(place) + ": " +
         words_against(way.totals, plan.ways[place - 1].totals) + '.';
}

void write_ways(print::Document& document, const Answer& answer, const Plan& plan) {
  document.heading("Ways");
  document.text(words_for_choice(plan));
  const std::span<const Way> all{plan.ways};
  const std::size_t in_each = all.size() > most_side_by_side ? in_each_of_many : most_side_by_side;
  for (std::size_t first = 0; first < all.size(); first += in_each) {
    const auto ways = all.subspan(first, std::min(in_each, all.size() - first));
    std::vector<print::Column> columns{{.title = "Way", .widest = print::widest_code}};
    for (std::size_t i = 1; i <= ways.size(); ++i) {
      columns.push_back({.title = std::to_string(first + i), .align = Align::right});
    }
    document.grid({.caption = "The ways side by side",
                   .columns = std::move(columns),
                   .rows = [&](const auto& add) { add_rows_of_ways(add, answer, ways); },
                   .repeated = 1});
  }
  std::vector<std::string> sentences;
  for (std::size_t i = 0; i < plan.ways.size(); ++i) sentences.push_back(sentence_of(plan, i));
  document.list(sentences);
}

/// Says where the activities that the log plans count, if it plans any.
void write_about_planned(print::Document& document, const Answer& answer, const Plan& plan) {
  const auto& activities = answer.log().activities;
  const bool any = std::any_of(activities.begin(), activities.end(),
                               [&](const Activity& one) { return one.date > answer.as_of(); });
  if (!any || plan.deadlines.empty()) return;
  document.text("The log plans activities for after " + to_string(answer.as_of()) +
                (plan.ways.empty() ? ". They do not count here."
                                   : ". They count in the ways, each from its day on, but neither "
                                     "in the deadlines nor in \"If nothing more is done\"."));
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
  document.heading("Not part of any way");
  document.list(lines);
}

}  // namespace

constinit const print::Frame plan_frame{.title = "Renewal plan"};

void PlanReport::write(print::Document& document) const {
  write_title(document, origin_, answer_);
  if (plan_.deadlines.empty()) {
    document.text("Nothing to plan: no certification that is active or suspended can be renewed.");
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
