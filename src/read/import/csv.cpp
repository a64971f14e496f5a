#include "read/import/csv.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "text/plain.hpp"
#include "text/scan.hpp"
#include "text/utf8.hpp"

namespace certrenew::imports {

namespace {

/// Finds the separator that the first line with any character in it has most of, outside quotes; of
/// equals the first.
char separator_of(std::string_view text) {
  constexpr std::string_view separators = ",;\t";
  std::array<std::size_t, separators.size()> counts{};
  bool is_quoted = false;
  for (const char c : text.substr(std::min(text.size(), text.find_first_not_of("\r\n")))) {
    if (c == '"') is_quoted = !is_quoted;
    if (is_quoted) continue;
    if (c == '\n') break;
    const std::size_t separator = separators.find(c);
    if (separator != std::string_view::npos) ++counts[separator];
  }
  const auto* const most = std::max_element(counts.begin(), counts.end());
  return separators[static_cast<std::size_t>(most - counts.begin())];
}

}  // namespace

bool CsvRow::is_blank() const {
  return std::all_of(cells.begin(), cells.end(), [](const CsvCell& one) {
    return one.text.find_first_not_of(text::blanks) == std::string::npos;
  });
}

CsvReader::CsvReader(std::string_view text, Report report)
    : text_{text},
      report_{std::move(report)},
      at_{text::size_of_mark(text)},
      separator_{separator_of(text.substr(at_))} {}

bool CsvReader::next(CsvRow& row) {
  row = {.offset = at_};
  if (at_end()) return false;
  while (true) {
    read_cell(row);
    if (at_end()) return true;
    if (text_[at_] != separator_) break;
    ++at_;
  }
  at_ += line_end();
  return true;
}

std::size_t CsvReader::line_end() const {
  const std::string_view rest = text_.substr(at_, 2);
  if (rest == "\r\n") return 2;
  return rest.starts_with('\n') ? 1 : 0;
}

bool CsvReader::ends_cell() const { return at_end() || text_[at_] == separator_ || line_end() > 0; }

void CsvReader::read_cell(CsvRow& row) {
  const std::size_t begin = at_;
  CsvCell cell{.offset = begin};
  if (!at_end() && text_[at_] == '"') {
    read_quoted(row, cell.text);
  } else {
    read_plain(row, cell.text);
  }
  check_characters(row, begin);
  row.cells.push_back(std::move(cell));
}

void CsvReader::read_quoted(CsvRow& row, std::string& to) {
  const std::size_t begin = at_++;
  while (true) {
    const std::size_t quote = text_.find('"', at_);
    to += text_.substr(at_, quote - at_);
    if (quote == std::string_view::npos) {
      at_ = text_.size();
      return refuse(row, begin, "this quote is never closed");
    }
    at_ = quote + 1;
    if (at_end() || text_[at_] != '"') break;
    to += text_[at_++];
  }
  if (ends_cell()) return;
  refuse(row, at_,
         "text after the closing quote of a cell; write a quote inside a quoted cell twice");
  while (!ends_cell()) ++at_;
}

void CsvReader::read_plain(CsvRow& row, std::string& to) {
  const std::size_t begin = at_;
  bool is_refused = false;
  for (; !ends_cell(); ++at_) {
    if (is_refused || (text_[at_] != '"' && text_[at_] != '\r')) continue;
    refuse(row, at_,
           text_[at_] == '"'
               ? "a quote inside a cell without quotes; put the whole cell in quotes, "
                 "and write this quote twice"
               : "a carriage return that ends no line; end lines with LF or CR LF");
    is_refused = true;
  }
  to = text_.substr(begin, at_ - begin);
}

/// Refuses the first byte of a cell that is NUL or not UTF-8.
void CsvReader::check_characters(CsvRow& row, std::size_t begin) {
  std::string_view rest = text_.substr(begin, at_ - begin);
  while (true) {
    rest.remove_prefix(text::plain_prefix(rest));
    if (rest.empty()) return;
    const text::Decoded next = text::decode(rest);
    if (!next.valid || next.point == 0) {
      const auto offset = static_cast<std::size_t>(rest.data() - text_.data());
      return refuse(row, offset, next.valid ? "a NUL byte" : "this is not UTF-8");
    }
    rest.remove_prefix(next.size);
  }
}

void CsvReader::refuse(CsvRow& row, std::size_t offset, std::string message) {
  row.is_sound = false;
  report_(offset, std::move(message));
}

}  // namespace certrenew::imports
