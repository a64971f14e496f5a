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

/// Reads the rows of one table.
class RowReader {
 public:
  RowReader(Import& import, const Header& header, std::size_t file)
      : import_{import}, header_{header}, file_{file} {}

  void read(const CsvRow& row) {
    row_ = &row;
    is_sound_ = row.is_sound;
    if (!is_sound_ || !has_cells_of_header()) return;
    item_ = {.place = row_place()};
    header_.lists_activities() ? read_activity() : read_certification();
    if (!is_sound_) return;
    import_.records.push_back(
        {.holder = {.id = std::string{text(Column::id)}, .name = std::string{text(Column::name)}},
         .item = std::move(item_),
         .place = row_place()});
  }

 private:
  [[nodiscard]] FilePlace row_place() const { return {file_, row_->offset}; }
  /// The place of a cell; that of the row where the table has no such column.
  [[nodiscard]] FilePlace place_of(Column column) const {
    const auto place = header_.find(column);
    return {file_, place ? row_->cells[*place].offset : row_->offset};
  }

  /// Whether there are as many cells as the header has, and none but empty ones without a name.
  bool has_cells_of_header() {
    if (row_->cells.size() != header_.columns.size()) {
      refuse(row_place(), "this row has " + std::to_string(row_->cells.size()) +
                              (row_->cells.size() == 1 ? " cell" : " cells") +
                              ", but the header has " + std::to_string(header_.columns.size()));
      return false;
    }
    for (std::size_t i = 0; i < row_->cells.size(); ++i) {
      if (header_.columns[i] != Column::nameless || trimmed(row_->cells[i].text).empty()) continue;
      refuse({file_, row_->cells[i].offset}, "this cell stands in a column without a name");
    }
    return true;
  }

  void read_certification() {
    std::string programme = read_code();
    add_text(Column::title, "name");
    std::string notes;
    const std::string vendor{text(Column::programme)};
    if (!vendor.empty()) {
      // A vendor whose programme nobody knows makes the certification a tracked one.
      const auto known = import_.vocabulary.programme(vendor);
      programme = known.value_or(std::string{no_programme});
      if (!known && loosened(vendor) != no_programme) notes = "Vendor: " + vendor + '.';
    }
    if (const auto own = text(Column::notes); !own.empty()) add_sentence(notes, own);
    const bool is_tracked = programme == no_programme;
    if (!programme.empty()) add(Column::programme, "programme", std::move(programme));
    add_day(Column::earned, "earned");
    const bool has_suspension = add_day(Column::suspends, "suspends");
    add_day(Column::expires, has_suspension || is_tracked ? "expires" : "expect.suspends");
    if (!notes.empty()) add(Column::notes, "notes", std::move(notes));
  }

  /// Adds the code. Returns the programme that `--map` gives it; empty if it gives none.
  std::string read_code() {
    require(Column::code, "code");
    const std::string_view code = text(Column::code);
    const auto target = import_.vocabulary.mapped(code);
    if (!target) {
      add(Column::code, "code", std::string{code});
      return {};
    }
    const auto known = import_.vocabulary.certifications(*target);
    if (known.size() == 1) {
      add(Column::code, "code", known.front().code);
      return known.front().programme.value_or("");
    }
    refuse(
        Column::code,
        "--map takes " + text::quoted(code) + " for " + text::quoted(*target) + ", which " +
            (known.empty() ? "no policy knows" : "several programmes have; write PROGRAMME:CODE"));
    return {};
  }

  void read_activity() {
    item_.list = LogList::activities;
    require(Column::date, "date");
    add_day(Column::date, "date");
    require(Column::type, "type");
    read_type();
    read_programme();
    read_exam_code();
    read_passed();
    add_text(Column::title, "title");
    add_text(Column::course, "course");
    read_units();
    read_entered();
    add_text(Column::evidence, "evidence");
    add_text(Column::notes, "notes");
  }

  void read_exam_code() {
    const std::string_view given = text(Column::code);
    if (given.empty()) return;
    const auto target = import_.vocabulary.mapped(given);
    // An exam belongs to the programme of its certification.
    const std::string_view code = target ? target->substr(target->find(':') + 1) : given;
    add(Column::code, "certification", std::string{code});
  }

  void read_type() {
    const std::string_view given = text(Column::type);
    if (given.empty()) return;
    const auto target = import_.vocabulary.mapped(given);
    const std::string_view type = target.value_or(given);
    if (auto found = import_.vocabulary.activity_type(type)) {
      return add(Column::type, "type", std::move(*found));
    }
    if (!import_.problems.keeps(place_of(Column::type))) {  // a search takes its time
      return refuse(Column::type, {});
    }
    const auto known = import_.vocabulary.usual_types();
    std::string message = "unknown activity type " + text::quoted(type);
    if (target) message += ", which --map takes " + text::quoted(given) + " for";
    message += text::advice(type, known);
    if (!target) {
      message += "; or say what it is with --map " + text::quoted(std::string{given} + "=TYPE");
    }
    refuse(Column::type, std::move(message));
  }

  void read_programme() {
    const std::string_view vendor = text(Column::programme);
    if (vendor.empty()) return;
    if (auto programme = import_.vocabulary.programme(vendor)) {
      return add(Column::programme, "programme", std::move(*programme));
    }
    refuse(Column::programme, "no programme " + text::quoted(vendor) + " is in force");
  }

  void read_units() {
    const std::string_view given = text(Column::units);
    if (given.empty()) return;
    if (const auto units = parse_units(given)) return add(Column::units, "units", *units);
    const bool has_comma = given.find(',') != std::string_view::npos;
    refuse(Column::units, text::quoted(given) + " is not a number of units (" +
                              (has_comma ? "write a decimal point, not a comma: 12.5"
                                         : "0 to 1,000,000 with at most two decimals") +
                              ")");
  }

  void read_entered() {
    if (is_among(loosened(text(Column::entered)), {"no", "notyet"})) {
      add(Column::entered, "entered", std::optional<Date>{});
    } else {
      add_day(Column::entered, "entered");
    }
  }

  void read_passed() {
    const std::string_view result = text(Column::passed);
    if (result.empty()) return;
    const std::string word = loosened(result);
    const bool is_passed = is_among(word, {"pass", "passed", "yes", "true"});
    if (is_passed || is_among(word, {"fail", "failed", "no", "false"})) {
      return add(Column::passed, "passed", is_passed);
    }
    refuse(Column::passed,
           text::quoted(result) + " is no result of an exam (write \"passed\" or \"failed\")");
  }

  /// The text of a cell; empty where the table has no such column.
  [[nodiscard]] std::string_view text(Column column) const {
    const auto place = header_.find(column);
    return place ? trimmed(row_->cells[*place].text) : std::string_view{};
  }
  /// Refuses the row if the cell is empty.
  void require(Column column, std::string_view what) {
    if (text(column).empty()) refuse(row_place(), "this row has no " + std::string{what});
  }

  /// Adds a value that comes from this cell.
  void add(Column column, std::string_view key, DraftValue value) {
    item_.add(key, std::move(value), place_of(column));
  }
  void add_text(Column column, std::string_view key) {
    if (const auto found = text(column); !found.empty()) add(column, key, std::string{found});
  }
  /// Returns whether the cell has a day.
  bool add_day(Column column, std::string_view key) {
    const std::string_view given = text(column);
    if (given.empty()) return false;
    const auto day = parse_day(given, import_.options.dates);
    if (day) {
      add(column, key, day);
    } else {
      refuse(column, not_a_day(given, import_.options.dates));
    }
    return day.has_value();
  }

  void refuse(Column column, std::string message) { refuse(place_of(column), std::move(message)); }
  void refuse(FilePlace place, std::string message) {
    is_sound_ = false;
    import_.problems.report(place, std::move(message));
  }

  Import& import_;
  const Header& header_;
  std::size_t file_;
  const CsvRow* row_ = nullptr;
  DraftItem item_;
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
  const auto header = read_header(import, row, file);
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
