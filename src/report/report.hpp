// What reports have in common: where a log came from, and how it is named.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>

#include "certrenew/answer.hpp"
#include "certrenew/remark.hpp"
#include "print/document.hpp"
#include "print/printer.hpp"

namespace certrenew::report {

/// What `words_for_one` makes of each element of a list, with `separator` between two.
template <class List, class WordsFor = std::identity>
std::string joined(const List& list, std::string_view separator = ", ",
                   const WordsFor& words_for_one = {}) {
  std::string words;
  for (const auto& one : list) {
    if (!words.empty()) words += separator;
    words += words_for_one(one);
  }
  return words;
}

/// Where a log came from.
struct Origin {
  std::string_view name;               ///< of the file; `-` for standard input
  std::optional<std::int64_t> line{};  ///< its line in that file, where a file has many logs
};

/// A report on one log. The answer must outlive it.
class LogReport : public print::Report {
 public:
  LogReport(const Origin& origin, const Answer& answer) : origin_{origin}, answer_{answer} {}

 protected:
  Origin origin_;
  const Answer& answer_;
};

/// `Example Holder (ACAD0123456)`, or as much of it as is known; visible, and cut where it is long.
std::string holder_of(const Answer& answer);

/// `log.json`, or `roster.ndjson:17`.
std::string name_of(const Origin& origin);

/// `log.json, as of 2025-12-15`; visible, and cut where it is long.
std::string describe(const Origin& origin, const Answer& answer);

/// What a report says in place of credentials where the answer shows none.
std::string_view words_for_none(const Answer& answer);

/// The day, or `never`.
std::string day_or_never(std::optional<Date> day);

/// `suspends 2027-12-01, expires 2028-03-01`, leaving out a date that never comes; `never expires`
/// if neither comes.
std::string words_for_dates(std::optional<Date> suspends, std::optional<Date> expires);

/// Writes the title of an answer: whose log it is, and describe().
void write_title(print::Document& document, const Origin& origin, const Answer& answer);

/// Writes the members `source` and `line`.
void write_source(print::JsonEvents& json, const Origin& origin);

/// Writes the members `source` to `candidate`, with which the JSON of an answer begins.
void write_origin(print::JsonEvents& json, const Origin& origin, const Answer& answer);

/// Writes a member that is an object, whose members `write_members` writes; null where there is
/// none.
template <class Maybe, class WriteMembers>
void write_object(print::JsonEvents& json, std::string_view key, const Maybe& maybe,
                  const WriteMembers& write_members) {
  if (!maybe) return json.null(key);
  json.open_object(key);
  write_members(*maybe);
  json.close_object();
}

/// Writes a list of objects, the members of each by `write_members`.
template <class List, class WriteMembers>
void write_list(print::JsonEvents& json, std::string_view key, const List& list,
                const WriteMembers& write_members) {
  json.open_list(key);
  for (const auto& one : list) {
    json.open_object();
    write_members(one);
    json.close_object();
  }
  json.close_list();
}

/// Writes a list of texts: what `text_of` makes of each element.
template <class List, class TextOf = std::identity>
void write_texts(print::JsonEvents& json, std::string_view key, const List& list,
                 const TextOf& text_of = {}) {
  json.open_list(key);
  for (const auto& one : list) json.text({}, text_of(one));
  json.close_list();
}

/// Writes the members of a credential, as `status` has them, into the object that is open.
void write_credential(print::JsonEvents& json, const CredentialAnswer& one);

/// Writes `exam_window`, and the list `renewals`.
void write_exam_window(print::JsonEvents& json, const std::optional<ExamWindow>& window);
void write_renewals(print::JsonEvents& json, const Log& log, std::span<const Cycle> renewals);

/// Writes the lists `designations`, `doubts` and `notices`, with which the JSON of `status` and of
/// `explain` ends.
void write_remarks(print::JsonEvents& json, const Answer& answer);

/// Writes the list `notices`; `left_out` are messages of a plan about ways that it leaves out.
void write_notices(print::JsonEvents& json, std::span<const Remark> notices,
                   std::span<const std::string> left_out = {});

/// Writes the doubts as a part of the page. The terminal leaves it out: see Document.
void write_doubts(print::Document& document, const Answer& answer);

/// `held until 2026-12-20`, `held` or `not held`.
std::string standing_of(const DesignationAnswer& one);

/// `ACP-420, ACP-520`, or `1 of ACP-420, ACP-520`: what a designation lacks; empty if it is held.
std::string missing_of(const DesignationAnswer& one);

/// The credentials with a renewal that the portal may not take (`entered-after-expiration`).
std::set<Index<Certification>> entered_too_late(std::span<const Remark> notices);

/// A doubt as a line: its message, and the id of its reading.
print::RemarkLine line_of(const Origin& origin, const Answer& answer, const Doubt& doubt);

/// A remark as a line, without a position: finding positions takes a walk over the log's text.
print::RemarkLine line_of(const Origin& origin, const Remark& remark);

}  // namespace certrenew::report
