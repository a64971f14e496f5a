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

// ---- The ways -----------------------------------------------------------------------------------

/// Up to this many ways stand in one table. More are split into tables of in_each_of_many at most.
constexpr std::size_t most_side_by_side = 6;
constexpr std::size_t in_each_of_many = 4;

/// Whether units renew certifications of some type.
bool is_renewed_by_units(const Policy& policy) {
  const auto& types = policy.certification_types;
  return std::any_of(types.begin(), types.end(),
                     [](const CertificationType& one) { return one.units.has_value(); });
}

/// The measures by which ways are compared. Several programmes may call their units differently.
std::string measures(const Answer& answer, const Plan& plan, std::string_view before_last) {
  const Index<Policy> first = plan.ways.front().programme;
  const bool several = plan.ways.back().programme != first;
  const Policy& policy = answer.policies()[first];
  std::string words = "exams, ";
  if (several || is_renewed_by_units(policy)) {
    words += (several ? "units" : policy.units_called) + ", ";
  }
  return words + "steps, days forfeited " + std::string{before_last} + " days suspended";
}

/// Says how many ways there are, and why these are listed.
std::string words_for_choice(const Answer& answer, const Plan& plan) {
  const bool several = plan.ways.back().programme != plan.ways.front().programme;
  if (plan.compared == 1) return "There is one way to renew in time.";
  const std::string count = std::to_string(plan.compared);
  if (plan.ways.size() == 1) {
    return "This is the best of " + count + " ways to renew in time: no other has fewer " +
           measures(answer, plan, "or") + '.';
  }
  if (plan.ways.size() == plan.compared && several) {
    return "Each programme has its own ways to renew in time.";
  }
  std::string words = "The best of " + count + " ways to renew in time" +
                      (several ? ", for each programme by itself" : "") +
                      ". A way is left out if another one is at least as good in " +
                      measures(answer, plan, "and") + '.';
  if (plan.ways.size() < plan.unbeaten) {
    words += " These are " + std::to_string(plan.ways.size()) + " of " +
             std::to_string(plan.unbeaten) + "; --all lists all.";
  }
  return words;
}

/// The ways of one programme, which stand side by side, as rows of a table: a title, and words for
/// each way.
class RowsOfWays {
 public:
  RowsOfWays(const Answer& answer, std::span<const Way> ways) : answer_{answer}, ways_{ways} {
    add_steps();
    add("suspends next", no_words);
    for (std::size_t i = 0; i < ways_.front().credentials.size(); ++i) {
      add(code_of(ways_.front().credentials[i].credential),
          [i](const Way& way) { return day_or_never(way.credentials[i].suspends); });
    }
    add_designations();
    add("in total", no_words);
    add_total("exams", &Totals::exams);
    if (is_renewed_by_units(policy())) {
      add(policy().units_called, [](const Way& way) { return to_string(way.totals.units); });
    }
    add_total("days gained", &Totals::extension_days);
    add_total("days forfeited", &Totals::forfeited_days);
    add_total("days suspended", &Totals::suspended_days);
    add_doubts();
  }

  [[nodiscard]] const std::vector<std::vector<Cell>>& rows() const { return rows_; }

 private:
  [[nodiscard]] const Policy& policy() const { return answer_.policies()[ways_.front().programme]; }
  [[nodiscard]] std::string code_of(Index<Certification> one) const {
    return text::fitted(answer_.log()[one].code, print::widest_code);
  }
  static std::string no_words(const Way& /*way*/) { return {}; }

  template <class WordsFor>
  void add(const std::string& title, const WordsFor& words_for_way) {
    std::vector<Cell>& cells = rows_.emplace_back();
    cells.push_back({title});
    for (const Way& way : ways_) cells.push_back({words_for_way(way)});
  }

  void add_total(const std::string& title, std::int64_t Totals::*total) {
    add(title, [&](const Way& way) { return std::to_string(way.totals.*total); });
  }

  void add_steps() {
    std::size_t most = 0;
    for (const Way& way : ways_) most = std::max(most, way.steps.size());
    for (std::size_t i = 0; i < most; ++i) {
      add("step " + std::to_string(i + 1), [&](const Way& way) -> std::string {
        if (i >= way.steps.size()) return "-";
        const Step& step = way.steps[i];
        return step.exam ? "exam " + code_of(*step.exam) : units_in_short(*step.units, policy());
      });
      add("by",
          [&](const Way& way) { return i < way.steps.size() ? to_string(way.steps[i].date) : ""; });
    }
  }

  /// Adds a row for each designation that one of the ways gives or keeps.
  void add_designations() {
    std::vector<const Designation*> all;
    for (const Way& way : ways_) {
      for (const HeldUntil& one : way.designations) {
        if (std::find(all.begin(), all.end(), one.designation) == all.end()) {
          all.push_back(one.designation);
        }
      }
    }
    for (const Designation* designation : all) {
      add(designation->name + " until", [&](const Way& way) -> std::string {
        for (const HeldUntil& one : way.designations) {
          if (one.designation == designation) return one.until ? to_string(*one.until) : "for ever";
        }
        return "-";
      });
    }
  }

  /// Adds as many rows as the most doubtful way has readings: the first of each way, the second, …
  void add_doubts() {
    std::size_t most = 0;
    for (const Way& way : ways_) most = std::max(most, way.doubts.size());
    for (std::size_t i = 0; i < most; ++i) {
      add(i == 0 ? "doubtful if" : "or if", [&](const Way& way) -> std::string {
        if (i < way.doubts.size()) return way.doubts[i]->id;
        return i == 0 ? "-" : "";
      });
    }
  }

  const Answer& answer_;
  std::span<const Way> ways_;
  std::vector<std::vector<Cell>> rows_;
};

std::string_view words_for(WayLabel label) {
  switch (label) {
    case WayLabel::no_exam: return "fewest exams";
    case WayLabel::fewest_units: return "fewest units";
    case WayLabel::least_forfeited: return "fewest days forfeited";
    case WayLabel::one_day: return "fewest steps";
  }
  return {};
}

/// `1 more exam, 107 fewer days forfeited`: how a way differs from another one of its programme.
std::string words_against(const Policy& policy, const Totals& way, const Totals& other) {
  std::vector<std::string> parts;
  const auto add = [&](std::int64_t difference, std::string_view one, std::string_view many) {
    if (difference == 0) return;
    const std::int64_t size = difference > 0 ? difference : -difference;
    std::string part = std::to_string(size) + (difference > 0 ? " more " : " fewer ");
    parts.push_back(std::move(part.append(size == 1 ? one : many)));
  };
  add(way.exams - other.exams, "exam", "exams");
  if (way.units != other.units) {
    const bool more = way.units > other.units;
    std::string units =
        units_in_words(more ? way.units - other.units : other.units - way.units, policy);
    units.insert(units.find(' '), more ? " more" : " fewer");
    parts.push_back(std::move(units));
  }
  add(way.steps - other.steps, "step", "steps");
  add(way.forfeited_days - other.forfeited_days, "day forfeited", "days forfeited");
  add(way.suspended_days - other.suspended_days, "day suspended", "days suspended");
  return joined(parts);
}

/// `Way 2 (fewest steps): Earn 40 CE units by 2025-11-14. Compared with way 1: …`.
std::string sentence_of(const Answer& answer, std::span<const Way> ways, std::size_t place) {
  const Way& way = ways[place];
  std::string words = "Way " + std::to_string(place + 1);
  if (ways.size() > 1 && !way.labels.empty()) {
    words += " (" + joined(way.labels, ", ", words_for) + ')';
  }
  words += ": " + way.say;
  if (place == 0) return words;
  const Policy& policy = answer.policies()[way.programme];
  return words + " Compared with way " + std::to_string(place) + ": " +
         words_against(policy, way.totals, ways[place - 1].totals) + '.';
}

/// Explains the readings under which a way would not renew everything in time.
void write_readings(print::Document& document, std::span<const Way> ways) {
  std::vector<const Reading*> readings;
  std::vector<std::string> sentences;
  for (const Way& way : ways) {
    for (const Reading* reading : way.doubts) {
      if (std::find(readings.begin(), readings.end(), reading) != readings.end()) continue;
      readings.push_back(reading);
      sentences.push_back(reading->id + ": if " + reading->says + " (" + reading->where + ')');
    }
  }
  if (sentences.empty()) return;
  document.text(
      "A way is doubtful if it would not renew everything in time under another reading of the "
      "rules:");
  document.list(sentences);
}

void write_ways_of_programme(print::Document& document, const Answer& answer,
                             std::span<const Way> all) {
  const std::size_t in_each = all.size() > most_side_by_side ? in_each_of_many : most_side_by_side;
  for (std::size_t first = 0; first < all.size(); first += in_each) {
    const auto ways = all.subspan(first, std::min(in_each, all.size() - first));
    std::vector<print::Column> columns{{.title = "Way", .widest = print::widest_line / 2}};
    for (std::size_t i = 1; i <= ways.size(); ++i) {
      columns.push_back({.title = std::to_string(first + i), .align = Align::right});
    }
    const RowsOfWays table{answer, ways};
    document.grid(
        {.caption = "The ways side by side",
         .columns = std::move(columns),
         .rows = print::rows_of(table.rows(),
                                [](const std::vector<Cell>& cells) { return print::Row{cells}; }),
         .repeated = 1});
  }
  std::vector<std::string> sentences;
  for (std::size_t i = 0; i < all.size(); ++i) sentences.push_back(sentence_of(answer, all, i));
  document.list(sentences);
  write_readings(document, all);
}

void write_ways(print::Document& document, const Answer& answer, const Plan& plan) {
  document.heading("Ways");
  document.text(words_for_choice(answer, plan));
  const bool several = plan.ways.back().programme != plan.ways.front().programme;
  for (auto begin = plan.ways.begin(); begin != plan.ways.end();) {
    const auto end = std::find_if(
        begin, plan.ways.end(), [&](const Way& way) { return way.programme != begin->programme; });
    const Policy& policy = answer.policies()[begin->programme];
    if (several) document.heading("Ways of " + policy.name, policy.title.value_or(""));
    write_ways_of_programme(document, answer, {begin, end});
    begin = end;
  }
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
  document.grid(
      {.caption = "When each certification suspends and expires",
       .columns = {{.title = "Code", .widest = print::widest_code},
                   {.title = "Suspends", .align = Align::right},
                   {.title = "Expires", .align = Align::right}},
       .rows = print::rows_of(plan.deadlines, [&](const Deadline& deadline) -> print::Row {
         const auto one = answer.all_credentials()[deadline.credential.at];
         return {Cell{std::string{one.code()}}, Cell{day_or_never(one.suspends())},
                 Cell{day_or_never(one.expires())}};
       })});
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
    document.text(
        "Nothing to plan: no certification that is active or suspended has to be renewed and can "
        "be.");
  } else {
    write_deadlines(document, answer_, plan_);
  }
  if (!plan_.ways.empty()) write_ways(document, answer_, plan_);
  write_about_planned(document, answer_, plan_);
  if (!plan_.deadlines.empty()) write_nothing_more(document, answer_, plan_);
  if (!plan_.left_alone.empty()) write_left_alone(document, answer_, plan_);
  write_doubts(document, answer_);
}

void append_left_out(std::string& out, const Origin& origin, const Plan& plan) {
  for (const std::string& message : plan.left_out) {
    print::append_remark(out, {.origin = name_of(origin), .message = message});
  }
}

}  // namespace certrenew::report
