#include "read/other_document.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>

#include "text/nearest.hpp"
#include "text/scan.hpp"

namespace certrenew {

namespace {

/// Words that stand in the header of a table of certifications or activities, in plain spelling.
constexpr std::string_view header_words[] = {
    "id",        "employee", "email",   "name",          "fullname",    "person",
    "holder",    "code",     "exam",    "earned",        "issued",      "dateearned",
    "suspends",  "expires",  "expiry",  "validuntil",    "date",        "completed",
    "type",      "activity", "title",   "course",        "units",       "credits",
    "ce",        "pdu",      "cpe",     "certification", "certificate", "candidate",
    "programme", "vendor",   "entered", "passed",        "result",      "evidence"};

constexpr std::size_t most_looked_at = std::size_t{64} * 1024;

std::string_view unquoted(std::string_view cell) {
  const bool is_quoted = cell.size() >= 2 && cell.front() == '"' && cell.back() == '"';
  return is_quoted ? cell.substr(1, cell.size() - 2) : cell;
}

bool is_header_word(std::string_view cell) {
  const std::string plain = text::plain_spelling(unquoted(cell));
  return std::find(std::begin(header_words), std::end(header_words), plain) !=
         std::end(header_words);
}

/// Whether two cells or more of that line are words of a header.
bool is_header(std::string_view line, char separator) {
  std::size_t words = 0;
  while (true) {
    const std::size_t end = std::min(line.find(separator), line.size());
    if (is_header_word(line.substr(0, end))) ++words;
    if (end == line.size()) return words >= 2;
    line.remove_prefix(end + 1);
  }
}

bool is_csv(std::string_view document) {
  document = text::without_mark(document).substr(0, most_looked_at);
  std::string_view line = text::take_line(document);
  if (line.starts_with('{') || line.starts_with('[')) return false;
  return is_header(line, ',') || is_header(line, ';') || is_header(line, '\t');
}

/// Whether a key stands at the beginning of the document, at any depth.
// NOLINTNEXTLINE(bugprone-easily-swappable-parameters): the order of the question
bool has_key(std::string_view document, std::string_view key) {
  const std::string quoted = '"' + std::string{key} + '"';
  for (std::size_t at = document.find(quoted); at != std::string_view::npos;
       at = document.find(quoted, at + 1)) {
    const std::size_t next = document.find_first_not_of(text::blanks, at + quoted.size());
    if (next != std::string_view::npos && document[next] == ':') return true;
  }
  return false;
}

}  // namespace

std::string_view importable_kind(std::string_view document) {
  if (is_csv(document)) return "a CSV file";
  const std::string_view begin = document.substr(0, most_looked_at);
  const auto has = [&](std::string_view key) { return has_key(begin, key); };
  if (has("certifications") || has("activities")) return {};
  if (has("badge_template")) return "Credly badges";
  if (has("certificationData") || has("appliedSkillsData") || has("modulesCompleted")) {
    return "a Microsoft Learn transcript";
  }
  const bool is_badge = has("credentialSubject") || (has("badge") && has("recipient"));
  return is_badge ? "an Open Badge" : std::string_view{};
}

}  // namespace certrenew
