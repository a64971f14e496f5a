#include "render/summary.hpp"

#include <array>
#include <utility>
#include <vector>

#include "render/csv.hpp"
#include "render/heading.hpp"
#include "text/grouped.hpp"

namespace certrenew {

namespace {

/// Every count with its name in JSON and CSV, and its title in the table.
struct Column {
  std::string_view name;
  std::string_view title;
  std::int64_t Counts::*count;
};

constexpr std::array<Column, 8> columns{{
    {"active", "ACTIVE", &Counts::active},
    {"suspended", "SUSPENDED", &Counts::suspended},
    {"expired", "EXPIRED", &Counts::expired},
    {"upcoming", "UPCOMING", &Counts::upcoming},
    {"due_30", "DUE 30", &Counts::due_30},
    {"due_60", "60", &Counts::due_60},
    {"due_90", "90", &Counts::due_90},
    {"renewed_12_months", "RENEWED", &Counts::renewed},
}};

void write_counts(JsonWriter& json, const Counts& counts) {
  for (const Column& column : columns) json.member(column.name, counts.*column.count);
}

std::string holders_of(const SummaryAnswer& answer) {
  const auto number = [](std::int64_t count) { return text::grouped(std::to_string(count)); };
  const std::int64_t holders = answer.summary.holders();
  return number(holders) + (holders == 1 ? " holder, " : " holders, ") +
         number(answer.summary.active_holders()) + " with an active certification";
}

std::vector<Table::Cell> row(std::string_view code, const Counts& counts, Style style) {
  std::vector<Table::Cell> cells{{fitted(code, widest_code), style}};
  for (const Column& column : columns) {
    cells.push_back({text::grouped(std::to_string(counts.*column.count)), style});
  }
  return cells;
}

}  // namespace

void render_summary_json(std::string& out, const SummaryAnswer& answer, JsonWriter::Layout layout) {
  JsonDocument json{out, layout};
  json.begin_object()
      .member("as_of", answer.as_of)
      .member("policy", answer.policy)
      .member("holders", answer.summary.holders())
      .member("active_holders", answer.summary.active_holders())
      .member("invalid", answer.invalid)
      .key("certifications")
      .begin_list();
  for (const auto& [code, counts] : answer.summary.by_code()) {
    json.begin_object().member("code", code);
    write_counts(json, counts);
    json.end_object();
  }
  json.end_list().key("total").begin_object();
  write_counts(json, answer.summary.total());
  json.end_object().end_object();
}

void render_summary_csv(std::string& out, const SummaryAnswer& answer) {
  CsvRow header{out};
  header.own("code");
  for (const Column& column : columns) header.own(column.name);
  header.end();
  for (const auto& [code, counts] : answer.summary.by_code()) {
    CsvRow row{out};
    row.foreign(code);
    for (const Column& column : columns) row.own(counts.*column.count);
    row.end();
  }
}

void render_summary_table(std::string& out, const SummaryAnswer& answer, const Paper& paper) {
  append_styled(out, holders_of(answer), Style::bold, paper.colored);
  out += "\nas of " + to_string(answer.as_of) + "\n\n";
  std::vector<Table::Column> titles{{"CODE"}};
  for (const Column& column : columns) titles.push_back({column.title, Table::Align::right});
  Table table{std::move(titles)};
  for (const auto& [code, counts] : answer.summary.by_code()) {
    table.add(row(code, counts, Style::plain));
  }
  table.add(row("all", answer.summary.total(), Style::bold));
  table.render(out, paper.colored);
  out +=
      "DUE: active, and suspends within 30, 60, 90 days. RENEWED: renewals in the past 12\n"
      "months.\n";
}

}  // namespace certrenew
