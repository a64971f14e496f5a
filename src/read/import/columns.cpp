#include "read/import/columns.hpp"

#include <algorithm>

#include "read/import/values.hpp"
#include "text/nearest.hpp"
#include "text/utf8.hpp"

namespace certrenew::imports {

namespace {

struct Name {
  std::string_view text;
  Column column;
};

constexpr Name names[] = {
    {"id", Column::id},
    {"employee", Column::id},
    {"email", Column::id},
    {"name", Column::name},
    {"full name", Column::name},
    {"person", Column::name},
    {"holder", Column::name},
    {"candidate", Column::name},
    {"code", Column::code},
    {"certification", Column::code},
    {"certificate", Column::code},
    {"exam", Column::code},
    {"earned", Column::earned},
    {"issued", Column::earned},
    {"date earned", Column::earned},
    {"suspends", Column::suspends},
    {"expires", Column::expires},
    {"expiry", Column::expires},
    {"valid until", Column::expires},
    {"programme", Column::programme},
    {"vendor", Column::programme},
    {"date", Column::date},
    {"completed", Column::date},
    {"type", Column::type},
    {"activity", Column::type},
    {"title", Column::title},
    {"course", Column::title},
    {"description", Column::title},
    {"course id", Column::course},
    {"units", Column::units},
    {"credits", Column::units},
    {"ce", Column::units},
    {"pdu", Column::units},
    {"cpe", Column::units},
    {"entered", Column::entered},
    {"passed", Column::passed},
    {"result", Column::passed},
    {"evidence", Column::evidence},
    {"notes", Column::notes},
};

constexpr Column only_of_certifications[] = {Column::earned, Column::suspends, Column::expires};
constexpr Column only_of_activities[] = {Column::course, Column::units, Column::entered,
                                         Column::passed, Column::evidence};

std::optional<Column> column_of(std::string_view text) {
  const std::string wanted = loosened(text);
  const auto* const found = std::find_if(std::begin(names), std::end(names), [&](const Name& one) {
    return loosened(one.text) == wanted;
  });
  return found == std::end(names) ? std::nullopt : std::optional{found->column};
}

std::string unknown(std::string_view text) {
  std::vector<std::string_view> known;
  for (const Name& one : names) known.push_back(one.text);
  return "unknown column " + text::quoted(text) + text::advice(text, known) +
         "; leave it out with --ignore-columns";
}

bool is_ignored(const Options& options, std::string_view text) {
  return std::any_of(options.ignored_columns.begin(), options.ignored_columns.end(),
                     [&](const std::string& one) { return loosened(one) == loosened(text); });
}

/// Reads the cells of a header one by one.
class HeaderReader {
 public:
  HeaderReader(Import& import, const CsvRow& row, std::size_t file)
      : import_{import}, row_{row}, file_{file}, columns_(row.cells.size()) {}

  bool read() {
    for (std::size_t i = 0; i < row_.cells.size(); ++i) read_cell(i);
    if (is_sound_) check_kind();
    if (is_sound_) check_repeated();
    return is_sound_;
  }
  [[nodiscard]] const std::vector<Column>& columns() const { return columns_; }

 private:
  void read_cell(std::size_t place) {
    const std::string_view text = trimmed(row_.cells[place].text);
    if (text.empty() || is_ignored(import_.options, text)) return;
    const auto column = column_of(text);
    if (!column)
      return refuse(place, unknown_++ < most_explained ? unknown(text)
                                                       : "unknown column " + text::quoted(text));
    columns_[place] = *column;
  }

  [[nodiscard]] bool has(Column column) const {
    return std::find(columns_.begin(), columns_.end(), column) != columns_.end();
  }

  /// In a table of certifications the date is the day they were earned.
  void check_kind() {
    const bool lists_activities = has(Column::type);
    if (!lists_activities && !has(Column::code)) {
      return refuse(0,
                    "a table of certifications needs a column \"code\", one of activities a "
                    "column \"type\"; this one has neither");
    }
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (lists_activities) {
        refuse_if_among(only_of_certifications, i,
                        "a table with a column \"type\" lists activities");
      } else {
        if (columns_[i] == Column::date) columns_[i] = Column::earned;
        refuse_if_among(only_of_activities, i,
                        "a table without a column \"type\" lists certifications");
      }
    }
  }

  void refuse_if_among(std::span<const Column> others, std::size_t place, std::string_view kind) {
    if (std::find(others.begin(), others.end(), columns_[place]) == others.end()) return;
    refuse(place, std::string{kind} + ", which have no " +
                      text::quoted(trimmed(row_.cells[place].text)) +
                      "; leave it out with --ignore-columns");
  }

  void check_repeated() {
    std::optional<std::size_t> first[column_count];
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (columns_[i] == Column::none) continue;
      auto& before = first[static_cast<std::size_t>(columns_[i])];
      if (before) {
        refuse(i, "the columns " + text::quoted(trimmed(row_.cells[*before].text)) + " and " +
                      text::quoted(trimmed(row_.cells[i].text)) +
                      " mean the same; leave one out with --ignore-columns");
      } else {
        before = i;
      }
    }
  }

  void refuse(std::size_t place, std::string message) {
    is_sound_ = false;
    import_.problems.report({file_, row_.cells[place].offset}, std::move(message));
  }

  Import& import_;
  const CsvRow& row_;
  std::size_t file_;
  std::vector<Column> columns_;
  bool is_sound_ = true;
  static constexpr std::size_t most_explained = 20;
  std::size_t unknown_ = 0;  // columns that are not understood
};

}  // namespace

std::optional<Header> Header::read(Import& import, const CsvRow& row, std::size_t file) {
  HeaderReader reader{import, row, file};
  if (!row.is_sound || !reader.read()) return std::nullopt;
  Header header{row.cells.size()};
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    header.nameless_[i] = trimmed(row.cells[i].text).empty();
    const Column column = reader.columns()[i];
    if (column != Column::none) header.places_[static_cast<std::size_t>(column)] = i;
  }
  return header;
}

}  // namespace certrenew::imports
