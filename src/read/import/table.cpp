// Certifications and activities from a table.

#include <algorithm>
#include <array>
#include <utility>

#include "read/import/columns.hpp"
#include "read/import/csv.hpp"
#include "read/import/sources.hpp"
#include "text/nearest.hpp"
#include "text/scan.hpp"
#include "text/utf8.hpp"

namespace certrenew::imports {

namespace {

constexpr std::string_view no_programme = "none";

bool is_among(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Whether it is a number as people write it: `12` or `12.5`.
bool is_plain_number(std::string_view text) {
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  const std::string_view decimals = point == std::string_view::npos ? "0" : text.substr(point + 1);
  return !whole.empty() && !decimals.empty() &&
         std::all_of(whole.begin(), whole.end(), text::is_digit) &&
         std::all_of(decimals.begin(), decimals.end(), text::is_digit);
}

/// Reads the rows of one table.
class RowReader {
 public:
  RowReader(Import& import, const Header& header, std::size_t file)
      : import_{import}, header_{header}, file_{file} {}

  void read(const CsvRow& row) {
    row_ = &row;
    is_sound_ = row.is_sound;
    if (!is_sound_ || !has_cells_of_header()) return;
    Record record{.holder = {.id = text(Column::id), .name = text(Column::name)},
                  .item = Remark{},
                  .place = row_place()};
    if (header_.lists_activities()) {
      record.item = read_activity();
    } else {
      record.item = read_certification();
    }
    if (is_sound_) import_.records.push_back(std::move(record));
  }

 private:
  [[nodiscard]] FilePlace row_place() const { return {file_, row_->offset}; }
  [[nodiscard]] FilePlace place_of(Column column) const {
    return {file_, row_->cells[*header_.find(column)].offset};
  }

  /// Whether there are as many cells as the header has, and none but empty ones without a name.
  bool has_cells_of_header() {
    if (row_->cells.size() != header_.size()) {
      refuse(row_place(), "this row has " + std::to_string(row_->cells.size()) +
                              (row_->cells.size() == 1 ? " cell" : " cells") +
                              ", but the header has " + std::to_string(header_.size()));
      return false;
    }
    for (std::size_t i = 0; i < header_.size(); ++i) {
      if (!header_.is_nameless(i) || trimmed(row_->cells[i].text).empty()) continue;
      refuse({file_, row_->cells[i].offset}, "this cell stands in a column without a name");
    }
    return true;
  }

  DraftCertification read_certification() {
    DraftCertification one{.places = {.itself = row_place()}};
    read_code(one);
    one.name = optional_text(Column::title);
    one.notes = optional_text(Column::notes);
    read_vendor(one);
    one.earned = day(Column::earned, "earned", one.places);
    one.suspends = day(Column::suspends, "suspends", one.places);
    const bool is_shown = !one.suspends && one.programme != no_programme;
    if (is_shown) {
      one.expectation.suspends = day(Column::expires, "expect.suspends", one.places);
    } else {
      one.expires = day(Column::expires, "expires", one.places);
    }
    return one;
  }

  void read_code(DraftCertification& one) {
    one.code = required(Column::code, "code", one.places);
    const auto target = import_.vocabulary.mapped(one.code);
    if (!target) return;
    const auto known = import_.vocabulary.certifications(*target);
    if (known.size() != 1) {
      refuse(place_of(Column::code), "--map takes " + text::quoted(one.code) + " for " +
                                         text::quoted(*target) + ", which " +
                                         (known.empty() ? "no policy knows"
                                                        : "several programmes have; write "
                                                          "PROGRAMME:CODE"));
      return;
    }
    one.code = known.front().code;
    one.programme = known.front().programme;
  }

  /// A vendor whose programme nobody knows makes the certification a tracked one.
  void read_vendor(DraftCertification& one) {
    const std::string vendor = text(Column::programme);
    if (vendor.empty()) return;
    one.places.values.emplace_back("programme", place_of(Column::programme));
    if (loosened(vendor) == no_programme) {
      one.programme = no_programme;
      return;
    }
    const auto programme = import_.vocabulary.programme(vendor);
    one.programme = programme.value_or(std::string{no_programme});
    if (programme) return;
    const std::string note = "Vendor: " + vendor + ".";
    one.notes = one.notes ? note + ' ' + *one.notes : note;
  }

  DraftActivity read_activity() {
    DraftActivity one{.places = {.itself = row_place()}};
    if (required(Column::date, "date", one.places).empty()) {
      is_sound_ = false;
    } else if (const auto date = day(Column::date, "date", one.places)) {
      one.date = *date;
    }
    read_type(one);
    one.title = optional_text(Column::title);
    one.course = located_text(Column::course, "course", one.places);
    one.evidence = optional_text(Column::evidence);
    one.notes = optional_text(Column::notes);
    one.certification = located_text(Column::code, "certification", one.places);
    if (one.certification) read_exam_code(one);
    read_programme(one);
    read_units(one);
    read_entered(one);
    read_passed(one);
    return one;
  }

  void read_exam_code(DraftActivity& one) {
    const auto target = import_.vocabulary.mapped(*one.certification);
    if (!target) return;
    const std::size_t colon = target->find(':');
    one.certification =
        std::string{colon == std::string_view::npos ? *target : target->substr(colon + 1)};
  }

  void read_type(DraftActivity& one) {
    const std::string type = required(Column::type, "type", one.places);
    if (type.empty()) return;
    const auto target = import_.vocabulary.mapped(type);
    const auto found = import_.vocabulary.activity_type(target.value_or(type));
    if (found) {
      one.type = *found;
      return;
    }
    const FilePlace place = place_of(Column::type);
    if (!import_.problems.keeps(place)) return refuse(place, {});  // a search takes its time
    const auto known = import_.vocabulary.usual_types();
    std::string message = "unknown activity type " + text::quoted(target.value_or(type));
    if (target) message += ", which --map takes " + text::quoted(type) + " for";
    message += text::advice(target.value_or(type), known);
    if (!target) message += "; or say what it is with --map " + text::quoted(type + "=TYPE");
    refuse(place, std::move(message));
  }

  void read_programme(DraftActivity& one) {
    const std::string vendor = text(Column::programme);
    if (vendor.empty()) return;
    one.places.values.emplace_back("programme", place_of(Column::programme));
    one.programme = import_.vocabulary.programme(vendor);
    if (one.programme) return;
    refuse(place_of(Column::programme), "no programme " + text::quoted(vendor) + " is in force");
  }

  void read_units(DraftActivity& one) {
    const auto units = located_text(Column::units, "units", one.places);
    if (!units) return;
    if (is_plain_number(*units)) one.units = Units::parse(*units);
    if (one.units) return;
    const bool has_comma = units->find(',') != std::string::npos;
    refuse(place_of(Column::units), text::quoted(*units) + " is not a number of units (" +
                                        (has_comma ? "write a decimal point, not a comma: 12.5"
                                                   : "0 to 1,000,000 with at most two decimals") +
                                        ")");
  }

  void read_entered(DraftActivity& one) {
    const auto entered = located_text(Column::entered, "entered", one.places);
    if (!entered) return;
    if (is_among(loosened(*entered), {"no", "notyet"})) {
      one.entered.state = PortalEntry::State::not_yet;
      return;
    }
    one.entered.date = day(Column::entered, "entered", one.places);
    one.entered.state = PortalEntry::State::on_date;
  }

  void read_passed(DraftActivity& one) {
    const auto result = located_text(Column::passed, "passed", one.places);
    if (!result) return;
    const std::string word = loosened(*result);
    if (is_among(word, {"pass", "passed", "yes", "true"})) {
      one.passed = true;
    } else if (is_among(word, {"fail", "failed", "no", "false"})) {
      one.passed = false;
    } else {
      refuse(place_of(Column::passed),
             text::quoted(*result) + " is no result of an exam (write \"passed\" or \"failed\")");
    }
  }

  /// The text of a cell; empty where the table has no such column.
  [[nodiscard]] std::string text(Column column) const {
    const auto place = header_.find(column);
    return place ? std::string{trimmed(row_->cells[*place].text)} : std::string{};
  }
  [[nodiscard]] std::optional<std::string> optional_text(Column column) const {
    std::string found = text(column);
    return found.empty() ? std::nullopt : std::optional{std::move(found)};
  }
  /// The same, and notes where it stands.
  std::optional<std::string> located_text(Column column, std::string_view value, Places& places) {
    auto found = optional_text(column);
    if (found) places.values.emplace_back(value, place_of(column));
    return found;
  }
  /// The same, but refuses the row if there is none.
  std::string required(Column column, std::string_view value, Places& places) {
    auto found = located_text(column, value, places);
    if (!found) refuse(row_place(), "this row has no " + std::string{value});
    return found.value_or(std::string{});
  }

  std::optional<Date> day(Column column, std::string_view value, Places& places) {
    const auto given = located_text(column, value, places);
    if (!given) return std::nullopt;
    const auto day = parse_day(*given, import_.options.dates);
    if (!day) refuse(place_of(column), not_a_day(*given, import_.options.dates));
    return day;
  }

  void refuse(FilePlace place, std::string message) {
    is_sound_ = false;
    import_.problems.report(place, std::move(message));
  }

  Import& import_;
  const Header& header_;
  std::size_t file_;
  const CsvRow* row_ = nullptr;
  bool is_sound_ = true;
};

/// A table that names holders must name one in each row.
void check_holders(Import& import, std::size_t first) {
  const auto begin = import.records.begin() + static_cast<std::ptrdiff_t>(first);
  const auto is_unknown = [](const Record& one) { return one.holder.is_unknown(); };
  if (std::all_of(begin, import.records.end(), is_unknown)) return;
  for (auto record = begin; record != import.records.end(); ++record) {
    if (is_unknown(*record)) {
      import.problems.report(record->place, "this row names no holder, but others do");
    }
  }
}

bool looks_like_utf16(std::string_view text) {
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) return true;
  const auto is_zero = [&](std::size_t i) { return text[i] == '\0'; };
  return text.size() > 3 && is_zero(0) != is_zero(1) && is_zero(0) == is_zero(2) &&
         is_zero(1) == is_zero(3);
}

}  // namespace

bool read_table(Import& import, std::string_view text, std::size_t file) {
  const CsvReader::Report report = [&](std::size_t offset, std::string message) {
    import.problems.report({file, offset}, std::move(message));
  };
  if (looks_like_utf16(text)) {
    report(0, "this is not UTF-8 (it looks like UTF-16); write it as UTF-8");
    return false;
  }
  CsvReader table{text, report};
  CsvRow row;
  bool has_row = table.next(row);
  while (has_row && row.is_sound && row.is_blank()) has_row = table.next(row);
  if (!has_row) {
    report(0, "this file is empty");
    return false;
  }
  const auto header = Header::read(import, row, file);
  if (!header) return false;
  const std::size_t first = import.records.size();
  RowReader reader{import, *header, file};
  while (table.next(row)) {
    if (!row.is_sound || !row.is_blank()) reader.read(row);
  }
  check_holders(import, first);
  return header->lists_activities();
}

}  // namespace certrenew::imports
