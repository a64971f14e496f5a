#include <array>
#include <string>
#include <utility>
#include <vector>

#include "report/reports.hpp"
#include "text/fit.hpp"

namespace certrenew::report {

namespace {

using print::Cell;
using print::Style;

/// A count that is shown.
struct Count {
  print::CsvColumn column;  ///< its name in JSON and CSV, and where it stands in the JSON
  std::string_view title;   ///< for people
  std::int64_t Counts::*of;
};

constexpr std::array<Count, 8> counts_shown{{
    {{"active", "certifications.active"}, "Active", &Counts::active},
    {{"suspended", "certifications.suspended"}, "Suspended", &Counts::suspended},
    {{"expired", "certifications.expired"}, "Expired", &Counts::expired},
    {{"upcoming", "certifications.upcoming"}, "Upcoming", &Counts::upcoming},
    {{"due_30", "certifications.due_30"}, "Due 30", &Counts::due_30},
    {{"due_60", "certifications.due_60"}, "Due 60", &Counts::due_60},
    {{"due_90", "certifications.due_90"}, "Due 90", &Counts::due_90},
    {{"renewed_12_months", "certifications.renewed_12_months"}, "Renewed", &Counts::renewed},
}};

constexpr auto summary_columns = [] {
  std::array<print::CsvColumn, counts_shown.size() + 2> columns{
      {{"programme", "certifications.programme"}, {"code", "certifications.code"}}};
  for (std::size_t i = 0; i < counts_shown.size(); ++i) columns[i + 2] = counts_shown[i].column;
  return columns;
}();

void write_counts(print::JsonEvents& json, const Counts& counts) {
  for (const Count& count : counts_shown) json.member(count.column.name, counts.*count.of);
}

std::string number(std::int64_t count) { return text::grouped(std::to_string(count)); }

/// Whether certifications of several programmes were counted.
bool has_several_programmes(const Summary& summary) {
  const auto& all = summary.by_certification();
  return !all.empty() && all.begin()->first.programme != all.rbegin()->first.programme;
}

void write_designations(print::Document& document, const Summary& summary) {
  const auto& designations = summary.designations();
  if (designations.empty()) return;
  document.grid({.caption = "How many hold each designation",
                 .columns = {{.title = "Designation", .widest = print::widest_line / 2},
                             {.title = "Held by", .align = print::Align::right}},
                 .rows = print::rows_of(designations, [](const auto& one) -> print::Row {
                   return {Cell{one.first.name}, Cell{number(one.second)}};
                 })});
}

}  // namespace

constinit const print::Frame summary_frame{.title = "Summary of certifications",
                                           .csv = {"certifications", summary_columns}};

std::string describe_holders(const Summary& summary) {
  return number(summary.holders()) + (summary.holders() == 1 ? " holder, " : " holders, ") +
         number(summary.active_holders()) + " with an active certification";
}

void SummaryReport::write(print::Document& document) const {
  document.title(describe_holders(summary_), "as of " + to_string(scope_.as_of));
  write_summary(document, summary_);
}

void write_summary(print::Document& document, const Summary& summary) {
  const bool several = has_several_programmes(summary);
  std::vector<print::Column> columns;
  if (several) columns.push_back({.title = "Programme", .widest = print::widest_code});
  columns.push_back({.title = "Code", .widest = print::widest_code});
  for (const Count& count : counts_shown) {
    columns.push_back({.title = std::string{count.title}, .align = print::Align::right});
  }
  const auto row_of = [&](const SummaryKey& key, const Counts& counts, Style style) {
    std::vector<Cell> cells;
    if (several) cells.push_back({key.programme, style});
    cells.push_back({key.name, style});
    for (const Count& count : counts_shown) {
      cells.push_back({number(counts.*count.of), style});
    }
    return print::Row{std::move(cells)};
  };
  document.grid({.caption = "How many hold each certification",
                 .columns = std::move(columns),
                 .rows = [&](const auto& row) {
                   for (const auto& [certification, counts] : summary.by_certification()) {
                     row(row_of(certification, counts, Style::plain));
                   }
                   row(row_of({"all", several ? "" : "all"}, summary.total(), Style::bold));
                 }});
  document.text(
      "Due: active, and suspends within 30, 60 or 90 days. Renewed: renewals in the past 12 "
      "months.");
  write_designations(document, summary);
}

void SummaryReport::write(print::JsonEvents& json) const {
  json.open_object();
  json.member("as_of", scope_.as_of);
  json.member("holders", summary_.holders());
  json.member("active_holders", summary_.active_holders());
  json.member("invalid", scope_.invalid);
  write_list(json, "certifications", summary_.by_certification(), [&](const auto& one) {
    json.text("programme", one.first.programme);
    json.text("code", one.first.name);
    write_counts(json, one.second);
  });
  write_list(json, "designations", summary_.designations(), [&](const auto& one) {
    json.text("programme", one.first.programme);
    json.text("name", one.first.name);
    json.member("held", one.second);
  });
  json.open_object("total");
  write_counts(json, summary_.total());
  json.close_object();
  json.close_object();
}

}  // namespace certrenew::report
