#include <algorithm>

#include "render/explain.hpp"
#include "render/heading.hpp"
#include "text/utf8.hpp"

namespace certrenew {

namespace {

constexpr std::size_t widest_type = 20;
constexpr std::size_t indentation = 2;

/// `what if: counts until …`, `"Jira automation": counts until …`.
std::string words_below(const Answer& answer, std::uint32_t credential, std::uint32_t index) {
  const Activity& activity = answer.log.activities[index];
  std::string words = activity.what_if ? "what if: " : "";
  if (activity.title) words += '"' + fitted(*activity.title, widest_line) + "\": ";
  return words +
         text::visible(reason(answer.log, answer.policy, answer.renewals, credential, index));
}

std::string units_cell(const Activity& activity) {
  return activity.exam ? std::string{} : to_string(activity.units);
}

void render_credential(std::string& out, const Answer& answer, std::uint32_t credential,
                       const Paper& paper) {
  using Align = Table::Align;
  const CredentialView one = view(answer, credential);
  append_styled(out, fitted(one.certification.code, widest_code), Style::bold, paper.colored);
  if (one.certification.name)
    out += "  " + fitted(*one.certification.name, widest_line - widest_code);
  out += '\n';
  append_styled(out, standing_of(one), style_of(one.credential.status), paper.colored);
  out += '\n';
  for (const Section& section : sections_of(answer, credential)) {
    out += '\n';
    for (const std::string& line : wrapped(text::visible(section.heading), paper.width)) {
      (out += line) += '\n';
    }
    if (section.activities.empty()) continue;
    Table table{{{}, {}, {{}, Align::right}, {{}, Align::right}, {}}};
    table.indent(indentation);
    for (const std::uint32_t index : section.activities) {
      const Activity& activity = answer.log.activities[index];
      const Outcome outcome = one.credential.verdicts[index].outcome;
      table.add({{to_string(activity.date)},
                 {fitted(type_of(answer, activity), widest_type)},
                 {units_cell(activity)},
                 {total_after(answer, credential, index)},
                 {std::string{name_of(outcome)}, style_of(outcome)}},
                wrapped(words_below(answer, credential, index), paper.width - 2 * indentation));
    }
    table.render(out, paper.colored);
  }
}

/// How many columns a table takes that has one for each of these credentials.
std::size_t matrix_width(const Answer& answer, std::size_t first, std::size_t end) {
  std::size_t width = 0;
  for (std::size_t i = first; i < end; ++i) {
    const auto code = answer.log.certifications[answer.shown[i]].code;
    width += 2 + text::display_width(fitted(code, widest_code));
  }
  return width;
}

/// Activities down, the credentials from `first` to `end` across, a mark for each outcome.
void render_matrix(std::string& out, const Answer& answer, std::size_t first, std::size_t end,
                   const Paper& paper) {
  std::vector<std::string> codes;
  for (std::size_t i = first; i < end; ++i) {
    codes.push_back(fitted(answer.log.certifications[answer.shown[i]].code, widest_code));
  }
  std::vector<Table::Column> columns{{"DATE"}, {"TYPE"}, {"UNITS", Table::Align::right}};
  for (const std::string& code : codes) columns.push_back({code});
  Table table{std::move(columns)};
  for (const std::uint32_t index : answer.renewals.order) {
    const Activity& activity = answer.log.activities[index];
    std::vector<Table::Cell> cells{
        {to_string(activity.date)},
        {fitted(type_of(answer, activity), widest_type) + (activity.what_if ? " ?" : "")},
        {units_cell(activity)}};
    for (std::size_t i = first; i < end; ++i) {
      const Outcome outcome = answer.renewals.credentials[answer.shown[i]].verdicts[index].outcome;
      cells.push_back({std::string{mark_of(outcome)}, style_of(outcome)});
    }
    table.add(std::move(cells));
  }
  table.render(out, paper.colored);
}

void render_legend(std::string& out, const Answer& answer, const Paper& paper) {
  const auto& activities = answer.log.activities;
  const bool supposed = std::any_of(activities.begin(), activities.end(),
                                    [](const Activity& one) { return one.what_if; });
  std::string line;
  std::vector<std::string> legend = legend_of(answer);
  if (supposed) legend.emplace_back("? what if");
  for (const std::string& entry : legend) {
    if (!line.empty() && line.size() + 3 + entry.size() > paper.width) {
      (out += line) += '\n';
      line.clear();
    }
    line += (line.empty() ? "" : "   ") + entry;
  }
  (out += line) += '\n';
}

}  // namespace

void render_explain_table(std::string& out, const Answer& answer, const Paper& paper) {
  render_heading(out, answer, paper.colored);
  if (answer.shown.empty()) out += words_for_none(answer);
  for (const std::uint32_t credential : answer.shown) {
    if (credential != answer.shown.front()) out += '\n';
    render_credential(out, answer, credential, paper);
  }
  if (answer.shown.size() < 2 || answer.log.activities.empty()) return;
  constexpr std::size_t before_codes = 10 + 2 + widest_type + 2 + 5;
  for (std::size_t first = 0; first < answer.shown.size();) {
    std::size_t end = first + 1;
    while (end < answer.shown.size() &&
           before_codes + matrix_width(answer, first, end + 1) <= paper.width) {
      ++end;
    }
    out += '\n';
    render_matrix(out, answer, first, end, paper);
    first = end;
  }
  out += '\n';
  render_legend(out, answer, paper);
}

// ---- Markdown ----------------------------------------------------------------------------------

namespace {

std::string markdown_row(const std::vector<std::string>& cells) {
  std::string row = "|";
  for (const std::string& cell : cells) row += ' ' + cell + " |";
  return row + '\n';
}

void render_markdown_section(std::string& out, const Answer& answer, std::uint32_t credential,
                             const Section& section) {
  out += "\n" + plain_markdown(section.heading) + "\n";
  if (section.activities.empty()) return;
  out +=
      "\n| Date | Type | Title | Units | Total | Outcome | Why |\n"
      "| --- | --- | --- | ---: | ---: | --- | --- |\n";
  for (const std::uint32_t index : section.activities) {
    const Activity& activity = answer.log.activities[index];
    const std::string why = reason(answer.log, answer.policy, answer.renewals, credential, index);
    out += markdown_row(
        {to_string(activity.date), plain_markdown(type_of(answer, activity)),
         plain_markdown(activity.title.value_or("")), units_cell(activity),
         total_after(answer, credential, index),
         std::string{name_of(answer.renewals.credentials[credential].verdicts[index].outcome)},
         (activity.what_if ? "what if: " : "") + plain_markdown(why)});
  }
}

void render_markdown_matrix(std::string& out, const Answer& answer) {
  std::vector<std::string> titles{"Date", "Type", "Units"};
  std::vector<std::string> lines{"---", "---", "---:"};
  for (const std::uint32_t credential : answer.shown) {
    titles.push_back(plain_markdown(answer.log.certifications[credential].code));
    lines.emplace_back("---");
  }
  out += '\n' + markdown_row(titles) + markdown_row(lines);
  for (const std::uint32_t index : answer.renewals.order) {
    const Activity& activity = answer.log.activities[index];
    std::vector<std::string> cells{
        to_string(activity.date),
        plain_markdown(type_of(answer, activity)) + (activity.what_if ? " (what if)" : ""),
        units_cell(activity)};
    for (const std::uint32_t credential : answer.shown) {
      cells.emplace_back(name_of(answer.renewals.credentials[credential].verdicts[index].outcome));
    }
    out += markdown_row(cells);
  }
}

}  // namespace

void render_explain_markdown(std::string& out, const Answer& answer) {
  render_heading_markdown(out, answer);
  if (answer.shown.empty()) out += words_for_none(answer);
  for (const std::uint32_t credential : answer.shown) {
    const CredentialView one = view(answer, credential);
    if (credential != answer.shown.front()) out += '\n';
    out += "## " + plain_markdown(one.certification.code) +
           (one.certification.name ? ", " + plain_markdown(*one.certification.name) : "") + "\n\n" +
           standing_of(one) + "\n";
    for (const Section& section : sections_of(answer, credential)) {
      render_markdown_section(out, answer, credential, section);
    }
  }
  if (answer.shown.size() < 2 || answer.log.activities.empty()) return;
  out += "\n## Side by side\n";
  render_markdown_matrix(out, answer);
}

}  // namespace certrenew
