#include <algorithm>

#include "render/heading.hpp"
#include "render/plan.hpp"
#include "text/utf8.hpp"

namespace certrenew {

namespace {

/// What becomes a table in a terminal, or in markdown: titles, and rows of visible texts. The first
/// column is left-aligned, the others right-aligned.
struct Grid {
  std::vector<std::string> titles;
  std::vector<std::vector<std::string>> rows;
};

std::string code_of(const Answer& answer, std::uint32_t credential) {
  return fitted(answer.log.certifications[credential].code, widest_code);
}

/// `10 by 2025-11-14`, or `by 2025-11-14` where nothing is renewed by units.
std::string words_for(const LastDay& last) {
  return (last.units_needed ? to_string(*last.units_needed) + " by " : "by ") +
         to_string(last.date);
}

Grid deadlines_grid(const Answer& answer, const Plan& plan) {
  Grid grid{{"CODE", "STATUS", "NEEDS", "ACTIVE IF", "KEPT IF", "EXAM FROM"}, {}};
  for (const Deadline& one : plan.deadlines) {
    grid.rows.push_back({code_of(answer, one.credential),
                         std::string{name_of(answer.renewals.credentials[one.credential].status)},
                         one.units_needed ? to_string(*one.units_needed) : "-",
                         one.finish_active ? words_for(*one.finish_active) : "-",
                         words_for(one.finish_expiring),
                         one.exam_window ? to_string(one.exam_window->first) : "-"});
  }
  return grid;
}

/// `1 global-event, 3 coursework`.
std::string words_for(const Answer& answer, const std::vector<Dose>& doses) {
  std::string words;
  for (const Dose& dose : doses) {
    if (!words.empty()) words += ", ";
    words += std::to_string(dose.count) + ' ' + answer.policy.activity_types[dose.type].name;
  }
  return words;
}

/// What a credential's deadline says beyond its row, line by line.
std::vector<std::string> details_of(const Answer& answer, const Deadline& one) {
  std::vector<std::string> lines;
  if (one.fewest) {
    std::string fewest = "fewest activities: " + words_for(answer, *one.fewest);
    const bool differ = one.fewest_unlimited &&
                        words_for(answer, *one.fewest) != words_for(answer, *one.fewest_unlimited);
    if (differ) fewest += "; or " + words_for(answer, *one.fewest_unlimited);
    lines.push_back(std::move(fewest));
  }
  std::string left;
  for (const Allowance& allowance : one.allowance) {
    left += (left.empty() ? "left this cycle: " : ", ") + std::to_string(allowance.left) + " of " +
            std::to_string(allowance.limit) + ' ' +
            answer.policy.activity_types[allowance.type].name;
  }
  if (!left.empty()) lines.push_back(std::move(left));
  std::string missing;
  for (const std::uint32_t course : one.missing_courses) {
    missing += (missing.empty() ? "missing courses: " : ", ") + answer.policy.courses[course];
  }
  if (!missing.empty()) lines.push_back(std::move(missing));
  for (std::string& line : lines) line = text::visible(line);
  return lines;
}

/// The ways from `first` to `end` side by side.
Grid ways_grid(const Answer& answer, const Plan& plan, std::size_t first, std::size_t end) {
  Grid grid{{"WAY"}, {}};
  const auto add_row = [&](std::string title, const auto& cell) {
    std::vector<std::string> row{std::move(title)};
    for (std::size_t i = first; i < end; ++i) row.push_back(cell(plan.ways[i]));
    grid.rows.push_back(std::move(row));
  };
  const auto days = [](std::int64_t count) { return std::to_string(count) + " d"; };
  for (std::size_t i = first; i < end; ++i) grid.titles.push_back(std::to_string(i + 1));
  add_row("exams", [](const Way& way) { return std::to_string(way.totals.exams); });
  add_row("CE units", [](const Way& way) { return to_string(way.totals.units); });
  add_row("finish", [](const Way& way) { return way.finish ? to_string(*way.finish) : "-"; });
  for (std::size_t i = 0; i < plan.deadlines.size(); ++i) {
    add_row(code_of(answer, plan.deadlines[i].credential), [&](const Way& way) {
      const Standing& standing = way.credentials[i];
      return standing.status == Status::expired ? "lost" : to_string(standing.suspends);
    });
  }
  add_row("extended", [&](const Way& way) { return days(way.totals.extension_days); });
  add_row("forfeited", [&](const Way& way) { return days(way.totals.forfeited_days); });
  add_row("suspended", [&](const Way& way) { return days(way.totals.suspended_days); });
  return grid;
}

std::vector<std::string> ways_in_words(const Plan& plan) {
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < plan.ways.size(); ++i) {
    lines.push_back("Way " + std::to_string(i + 1) + ": " + text::visible(plan.ways[i].say));
  }
  return lines;
}

Grid nothing_more_grid(const Answer& answer, const Plan& plan) {
  Grid grid{{"CODE", "SUSPENDS", "EXPIRES"}, {}};
  for (const Deadline& one : plan.deadlines) {
    const Cycle& cycle = view(answer, one.credential).cycle();
    grid.rows.push_back(
        {code_of(answer, one.credential), to_string(cycle.suspends), to_string(cycle.expires)});
  }
  return grid;
}

std::vector<std::string> left_alone(const Answer& answer, const Plan& plan) {
  std::vector<std::string> lines;
  for (const LeftAlone& one : plan.left_alone) {
    lines.push_back(code_of(answer, one.credential) + ": " + text::visible(one.message));
  }
  return lines;
}

/// What becomes of what the log plans, where it plans anything.
std::string_view words_for_planned(const Answer& answer, const Plan& plan) {
  const auto& activities = answer.log.activities;
  const bool any = std::any_of(activities.begin(), activities.end(), [&](const Activity& one) {
    return one.date > answer.renewals.as_of;
  });
  if (!any || plan.deadlines.empty()) return {};
  if (plan.ways.empty()) {
    return "What the log plans for later counts neither above nor in \"If nothing more is done\".";
  }
  return "What the log plans for later counts in these ways from its day on, but neither in the "
         "needs above them nor in \"If nothing more is done\".";
}

constexpr std::string_view legend_of_deadlines =
    "NEEDS: CE units needed today. ACTIVE IF: so many, earned by that day, and it is never "
    "suspended. KEPT IF: so many, and it is not lost; by then some may have gone stale.";
constexpr std::string_view legend_of_ways =
    "Below each way: when its certifications suspend after it. Extended: by how many days they are "
    "good for longer. Forfeited: days that were left when they were renewed.";
constexpr std::string_view nothing_to_plan =
    "nothing to plan: no certification is active or suspended\n";

void render_grid(std::string& out, const Grid& grid, const Paper& paper,
                 const std::vector<std::vector<std::string>>& below = {}) {
  std::vector<Table::Column> columns;
  for (const std::string& title : grid.titles) {
    columns.push_back({title, columns.empty() ? Table::Align::left : Table::Align::right});
  }
  Table table{std::move(columns)};
  for (std::size_t i = 0; i < grid.rows.size(); ++i) {
    std::vector<Table::Cell> cells;
    for (const std::string& text : grid.rows[i]) cells.push_back({text});
    table.add(std::move(cells), i < below.size() ? below[i] : std::vector<std::string>{});
  }
  table.render(out, paper.colored);
}

void render_text(std::string& out, std::string_view text, const Paper& paper) {
  for (const std::string& line : wrapped(text, paper.width)) (out += line) += '\n';
}

}  // namespace

void render_plan_table(std::string& out, const Answer& answer, const Plan& plan,
                       const Paper& paper) {
  render_heading(out, answer, paper.colored);
  const auto title = [&](std::string_view text) {
    out += '\n';
    append_styled(out, text, Style::bold, paper.colored);
    out += "\n\n";
  };
  if (plan.deadlines.empty()) {
    out += nothing_to_plan;
  } else {
    std::vector<std::vector<std::string>> details;
    for (const Deadline& one : plan.deadlines) {
      std::vector<std::string>& lines = details.emplace_back();
      for (const std::string& line : details_of(answer, one)) {
        for (std::string& part : wrapped(line, paper.width - 2)) lines.push_back(std::move(part));
      }
    }
    render_grid(out, deadlines_grid(answer, plan), paper, details);
    render_text(out, legend_of_deadlines, paper);
  }
  if (!plan.ways.empty()) {
    title("Ways");
    constexpr std::size_t column = 12;
    std::size_t labels = std::string_view{"suspended"}.size();
    for (const Deadline& one : plan.deadlines) {
      labels = std::max(labels, text::display_width(code_of(answer, one.credential)));
    }
    const std::size_t abreast = std::max<std::size_t>(1, (paper.width - labels) / column);
    for (std::size_t first = 0; first < plan.ways.size(); first += abreast) {
      const std::size_t end = std::min(first + abreast, plan.ways.size());
      render_grid(out, ways_grid(answer, plan, first, end), paper);
      out += '\n';
    }
    for (const std::string& line : ways_in_words(plan)) render_text(out, line, paper);
    out += '\n';
    render_text(out, legend_of_ways, paper);
  }
  render_text(out, words_for_planned(answer, plan), paper);
  if (!plan.deadlines.empty()) {
    title("If nothing more is done");
    render_grid(out, nothing_more_grid(answer, plan), paper);
  }
  if (!plan.left_alone.empty()) {
    title("Left alone");
    for (const std::string& line : left_alone(answer, plan)) render_text(out, line, paper);
  }
}

// ---- Markdown ----------------------------------------------------------------------------------

namespace {

void render_markdown_grid(std::string& out, const Grid& grid) {
  std::vector<std::string> rules{"---"};
  rules.resize(grid.titles.size(), "---:");
  const auto add_row = [&](const std::vector<std::string>& cells, bool plain) {
    out += '|';
    for (const std::string& cell : cells) out += ' ' + (plain ? plain_markdown(cell) : cell) + " |";
    out += '\n';
  };
  add_row(grid.titles, true);
  add_row(rules, false);
  for (const auto& row : grid.rows) add_row(row, true);
}

void render_markdown_list(std::string& out, const std::vector<std::string>& lines) {
  for (const std::string& line : lines) out += "- " + plain_markdown(line) + '\n';
}

}  // namespace

void render_plan_markdown(std::string& out, const Answer& answer, const Plan& plan) {
  render_heading_markdown(out, answer);
  if (plan.deadlines.empty()) {
    out += nothing_to_plan;
  } else {
    render_markdown_grid(out, deadlines_grid(answer, plan));
    out += '\n';
    for (const Deadline& one : plan.deadlines) {
      for (const std::string& line : details_of(answer, one)) {
        out += "- " + plain_markdown(code_of(answer, one.credential) + ", " + line) + '\n';
      }
    }
    out += '\n' + plain_markdown(legend_of_deadlines) + '\n';
  }
  if (!plan.ways.empty()) {
    out += "\n## Ways\n\n";
    render_markdown_grid(out, ways_grid(answer, plan, 0, plan.ways.size()));
    out += '\n';
    render_markdown_list(out, ways_in_words(plan));
    out += '\n' + plain_markdown(legend_of_ways) + '\n';
  }
  const std::string_view planned = words_for_planned(answer, plan);
  if (!planned.empty()) out += '\n' + plain_markdown(planned) + '\n';
  if (!plan.deadlines.empty()) {
    out += "\n## If nothing more is done\n\n";
    render_markdown_grid(out, nothing_more_grid(answer, plan));
  }
  if (!plan.left_alone.empty()) {
    out += "\n## Left alone\n\n";
    render_markdown_list(out, left_alone(answer, plan));
  }
}

void render_left_out(std::string& out, const Answer& answer, const Plan& plan) {
  for (const std::string& message : plan.left_out) {
    text::append_visible(out, source_of(answer) + ": " + message);
    out += '\n';
  }
}

}  // namespace certrenew
