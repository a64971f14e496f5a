#include "report/due.hpp"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <utility>

#include "text/fit.hpp"

namespace certrenew::report {

namespace {

using print::Align;
using print::Cell;
using print::Style;
using print::style_of;

constexpr std::size_t widest_holder = 32;
constexpr std::int32_t few_days = 30;

std::optional<std::string> owned(std::optional<std::string_view> text) {
  return text ? std::optional{std::string{*text}} : std::nullopt;
}

/// `10 units or exam from 2026-02-01`: what renews the credential, in short.
std::string needs_of(const CredentialAnswer& one, const NextDeadline& next, Date as_of) {
  if (one.is_tracked()) return "see its programme";
  std::vector<std::string> ways;
  if (next.units_needed && !one.held_back_by()) {
    ways.push_back(units_in_short(*next.units_needed, *one.policy()));
  }
  if (next.courses_missing) {
    const std::size_t count = next.courses_missing->size();
    ways.push_back(std::to_string(count) + (count == 1 ? " course" : " courses"));
  }
  if (next.exam_from && (ways.empty() || *next.exam_from <= next.by)) {
    const bool is_open = *next.exam_from <= as_of;
    ways.push_back(is_open ? "exam" : "exam from " + to_string(*next.exam_from));
  }
  if (!one.type()->renewed_with.empty()) ways.emplace_back("another certification");
  if (ways.empty()) return "nothing renews it";
  std::string words = ways.front();
  for (std::size_t i = 1; i < ways.size(); ++i) {
    words += (i + 1 == ways.size() ? " or " : ", ") + ways[i];
  }
  return words;
}

/// The holder's name, or else id; empty where the log names nobody.
std::string_view called(const DueItem& item) {
  if (!item.holder) return {};
  if (item.holder->name) return *item.holder->name;
  return item.holder->id ? std::string_view{*item.holder->id} : std::string_view{};
}

/// The holder, or the log where it names nobody.
std::string who(const DueItem& item) {
  const std::string_view holder = called(item);
  return holder.empty() ? name_of(item.origin) : std::string{holder};
}

void write_item(print::JsonEvents& json, const DueItem& item) {
  write_source(json, item.origin);
  write_object(json, "candidate", item.holder, [&](const DueItem::Holder& holder) {
    json.member("id", holder.id);
    json.member("name", holder.name);
  });
  json.text("code", item.code);
  json.member("name", item.name);
  json.text("programme", item.programme);
  json.word("status", certrenew::name_of(item.status));
  json.member("by", item.next.by);
  json.member("days", item.days);
  json.word("for", item.next.is_to_stay_active ? "active" : "not-expired");
  json.member("units_needed", item.next.units_needed);
  if (item.next.courses_missing) {
    write_texts(json, "courses_missing", *item.next.courses_missing);
  } else {
    json.null("courses_missing");
  }
  json.member("exam_from", item.next.exam_from);
  json.text("message", item.next.message);
}

constexpr print::CsvColumn due_columns[] = {
    {"source", "due.source"},
    {"line", "due.line"},
    {"candidate_id", "due.candidate.id"},
    {"candidate_name", "due.candidate.name"},
    {"code", "due.code"},
    {"name", "due.name"},
    {"programme", "due.programme"},
    {"status", "due.status"},
    {"by", "due.by"},
    {"days", "due.days"},
    {"for", "due.for"},
    {"units_needed", "due.units_needed"},
    {"courses_missing", "due.courses_missing"},
    {"exam_from", "due.exam_from"},
    {"message", "due.message"},
};

}  // namespace

constinit const print::Frame due_frame{.title = "What is due", .csv = {"due", due_columns}};

std::string describe(const DueList& list) {
  const std::size_t count = list.items().size();
  std::string words = count == 0 ? "no" : text::grouped(std::to_string(count));
  words += count == 1 ? " deadline" : " deadlines";
  if (const auto within = list.within()) {
    words +=
        " within " + text::grouped(std::to_string(*within)) + (*within == 1 ? " day" : " days");
  }
  return words;
}

void DueList::add(const Origin& origin, const Answer& answer, std::size_t input) {
  std::optional<DueItem::Holder> holder;
  if (const auto& who = answer.log().candidate) holder = {owned(who->id), owned(who->name)};
  for (const CredentialAnswer one : answer.credentials()) {
    const auto next = next_deadline(one);
    if (!next) continue;
    const std::int32_t days = next->by - answer.as_of();
    if (within_ && days > *within_) continue;
    items_.push_back({.origin = origin,
                      .input = input,
                      .holder = holder,
                      .code = std::string{one.code()},
                      .name = owned(one.name()),
                      .programme = one.programme(),
                      .status = one.status(),
                      .next = *next,
                      .days = days,
                      .needs = needs_of(one, *next, answer.as_of())});
  }
}

void DueList::sort() {
  const auto key_of = [](const DueItem& item) {
    return std::tuple{item.next.by, called(item), std::string_view{item.code}, item.input,
                      item.origin.line};
  };
  std::stable_sort(items_.begin(), items_.end(),
                   [&](const DueItem& a, const DueItem& b) { return key_of(a) < key_of(b); });
}

void write_due_table(print::Document& document, const std::vector<DueItem>& items) {
  const auto is_other = [&](const DueItem& one) { return who(one) != who(items.front()); };
  const bool shows_holder =
      !called(items.front()).empty() || std::any_of(items.begin() + 1, items.end(), is_other);
  const bool shows_status = std::any_of(
      items.begin(), items.end(), [](const DueItem& one) { return one.status != Status::active; });
  std::vector<print::Column> columns{{.title = "By"}, {.title = "Due in", .align = Align::right}};
  if (shows_holder) columns.push_back({.title = "Holder", .widest = widest_holder});
  columns.push_back({.title = "Code", .widest = print::widest_code});
  if (shows_status) columns.push_back({.title = "Status"});
  columns.push_back({.title = "Needs"});
  const auto row_of = [&](const DueItem& one) {
    const Style style = one.days <= few_days ? Style::yellow : Style::plain;
    std::vector<Cell> cells{{to_string(one.next.by), style}, {std::to_string(one.days) + " d"}};
    if (shows_holder) cells.push_back({who(one)});
    cells.push_back({one.code});
    if (shows_status) {
      cells.push_back({std::string{certrenew::name_of(one.status)}, style_of(one.status)});
    }
    cells.push_back({one.needs});
    return print::Row{std::move(cells)};
  };
  document.grid({.caption = "What is due, soonest first",
                 .columns = std::move(columns),
                 .rows = print::rows_of(items, row_of)});
}

void DueReport::write(print::Document& document) const {
  document.title(describe(list_), "as of " + to_string(as_of_));
  if (!list_.items().empty()) write_due_table(document, list_.items());
}

void DueReport::write(print::JsonEvents& json) const {
  json.open_object();
  json.member("as_of", as_of_);
  write_list(json, "due", list_.items(), [&](const DueItem& item) { write_item(json, item); });
  json.close_object();
}

void DueItemReport::write(print::JsonEvents& json) const {
  json.open_object();
  write_item(json, item_);
  json.close_object();
}

}  // namespace certrenew::report
