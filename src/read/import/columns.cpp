#include "read/import/columns.hpp"

#include <algorithm>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "read/import/values.hpp"
#include "text/nearest.hpp"
#include "text/utf8.hpp"

namespace certrenew::imports {

namespace {

struct Name {
  std::string_view text;
  Column column;
};

constexpr Name column_names[] = {
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
  const auto* const found =
      std::find_if(std::begin(column_names), std::end(column_names),
                   [&](const Name& one) { return loosened(one.text) == wanted; });
  return found == std::end(column_names) ? std::nullopt : std::optional{found->column};
}

std::string unknown(std::string_view text) {
  std::vector<std::string_view> known;
  for (const Name& one : column_names) known.push_back(one.text);
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
      : import_{import}, row_{row}, file_{file} {}

  std::optional<Header> read() {
    for (std::size_t i = 0; i < row_.cells.size(); ++i) {
      header_.columns.push_back(column_at(i));
    }
    if (is_sound_) check_kind();
    if (is_sound_) check_repeated();
    return is_sound_ ? std::optional{std::move(header_)} : std::nullopt;
  }

 private:
  [[nodiscard]] std::string_view name_at(std::size_t place) const {
    return trimmed(row_.cells[place].text);
  }

  Column column_at(std::size_t place) {
    const std::string_view name = name_at(place);
    if (name.empty()) return Column::nameless;
    if (is_ignored(import_.options, name)) return Column::none;
    if (const auto column = column_of(name)) return *column;
    refuse(place,
           unknown_++ < most_explained ? unknown(name) : "unknown column " + text::quoted(name));
    return Column::none;
  }

  /// In a table of certifications the date is the day they were earned.
  void check_kind() {
    const bool lists_activities = header_.lists_activities();
    if (!lists_activities && !header_.has(Column::code)) {
      return refuse(0,
                    "a table of certifications needs a column \"code\", one of activities a "
                    "column \"type\"; this one has neither");
    }
    for (std::size_t i = 0; i < row_.cells.size(); ++i) {
      if (lists_activities) {
        refuse_if_among(only_of_certifications, i,
                        "a table with a column \"type\" lists activities");
      } else {
        Column& column = header_.columns[i];
        if (column == Column::date) column = Column::earned;
        refuse_if_among(only_of_activities, i,
                        "a table without a column \"type\" lists certifications");
      }
    }
  }

  void refuse_if_among(std::span<const Column> others, std::size_t place, std::string_view kind) {
    const Column column = header_.columns[place];
    if (std::find(others.begin(), others.end(), column) == others.end()) return;
    refuse(place, std::string{kind} + ", which have no " + text::quoted(name_at(place)) +
                      "; leave it out with --ignore-columns");
  }

  void check_repeated() {
    for (std::size_t i = 0; i < row_.cells.size(); ++i) {
      const Column column = header_.columns[i];
      const std::size_t first = *header_.find(column);
      if (first == i || column == Column::none || column == Column::nameless) continue;
      refuse(i, "the columns " + text::quoted(name_at(first)) + " and " + text::quoted(name_at(i)) +
                    " mean the same; leave one out with --ignore-columns");
    }
  }

  void refuse(std::size_t place, std::string message) {
    is_sound_ = false;
    import_.problems.report({file_, row_.cells[place].offset}, std::move(message));
  }

  Import& import_;
  const CsvRow& row_;
  std::size_t file_;
  Header header_{};
  bool is_sound_ = true;
  static constexpr std::size_t most_explained = 20;
  std::size_t unknown_ = 0;  // columns that are not understood
};

}  // namespace

std::optional<Header> read_header(Import& import, const CsvRow& row, std::size_t file) {
  return row.is_sound ? HeaderReader{import, row, file}.read() : std::nullopt;
}

}  // namespace certrenew::imports
