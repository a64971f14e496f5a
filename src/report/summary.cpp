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

constexpr auto csv_columns = [] {
  std::array<print::CsvColumn, counts_shown.size() + 1> columns{{{"code", "certifications.code"}}};
  for (std::size_t i = 0; i < counts_shown.size(); ++i) columns[i + 1] = counts_shown[i].column;
  return columns;
}();

void write_counts(print::JsonEvents& json, const Counts& counts) {
  for (const Count& count : counts_shown) json.number(count.column.name, counts.*count.of);
}

std::string number(std::int64_t count) { return text::grouped(std::to_string(count)); }

/// `1,204 holders, 980 with an active certification`.
std::string describe_holders(const Summary& summary) {
  return number(summary.holders()) + (summary.holders() == 1 ? " holder, " : " holders, ") +
         number(summary.active_holders()) + " with an active certification";
}

print::Row row_of(const std::string& code, const Counts& counts, Style style) {
  return print::Row{[&, style](std::size_t column) -> Cell {
    if (column == 0) return {code, style};
    return {number(counts.*counts_shown.at(column - 1).of), style};
  }};
}

}  // namespace

constinit const print::Frame summary_frame{.title = "Summary of certifications",
                                           .csv = {"certifications", csv_columns}};

void SummaryReport::write(print::Document& document) const {
  std::vector<print::Column> columns{{.title = "Code", .widest = print::widest_code}};
  for (const Count& count : counts_shown) {
    columns.push_back({.title = std::string{count.title}, .align = print::Align::right});
  }
  document.title(describe_holders(summary_), "as of " + to_string(scope_.as_of));
  document.grid({.caption = "How many hold each certification",
                 .columns = std::move(columns),
                 .rows = [&](const auto& row) {
                   for (const auto& [code, counts] : summary_.by_code()) {
                     row(row_of(code, counts, Style::plain));
                   }
                   row(row_of("all", summary_.total(), Style::bold));
                 }});
  document.text(
      "Due: active, and suspends within 30, 60 or 90 days. Renewed: renewals in the past 12 "
      "months.");
}

void SummaryReport::write(print::JsonEvents& json) const {
  json.open_object();
  json.date("as_of", scope_.as_of);
  json.text("policy", scope_.policy);
  json.number("holders", summary_.holders());
  json.number("active_holders", summary_.active_holders());
  json.number("invalid", scope_.invalid);
  write_list(json, "certifications", summary_.by_code(), [&](const auto& one) {
    json.text("code", one.first);
    write_counts(json, one.second);
  });
  json.open_object("total");
  write_counts(json, summary_.total());
  json.close_object();
  json.close_object();
}

}  // namespace certrenew::report
