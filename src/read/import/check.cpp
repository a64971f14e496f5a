// Errors of a log that was made, reported where its values come from.

#include <algorithm>
#include <charconv>
#include <optional>
#include <variant>

#include "certrenew/answer.hpp"
#include "read/import/import.hpp"

namespace certrenew::imports {

namespace {

/// A value of an item.
struct Located {
  const DraftItem* item;
  std::string_view key;
};

/// Finds what the path of an error names, say `certifications[3].expect.suspends`. Nothing where it
/// names no item.
std::optional<Located> locate(const DraftLog& draft, std::string_view path) {
  const std::size_t bracket = path.find('[');
  if (bracket == std::string_view::npos) return std::nullopt;
  const bool is_activity = path.substr(0, bracket) == name_of(LogList::activities);
  const auto& items = is_activity ? draft.activities : draft.certifications;
  std::size_t number = 0;
  std::string_view key = path.substr(bracket + 1);
  std::from_chars(key.data(), key.data() + key.size(), number);
  key.remove_prefix(std::min(key.find(']'), key.size()));
  key.remove_prefix(std::min<std::size_t>(2, key.size()));  // `].`
  return number < items.size() ? std::optional{Located{&items[number], key}} : std::nullopt;
}

/// Whether an error may come from a certification that is missing because it was refused.
bool rests_on_others(const Located& fault) {
  if (fault.item->list != LogList::activities) return false;
  return fault.key == "type" ||
         (fault.key == "certification" && fault.item->text("type") == "exam");
}

/// Adds how to do in a table what the message says of a log.
std::string with_hint(const std::string& message) {
  if (message.find("\"programme\"") == std::string::npos) return message;
  return message +
         " (in a table, give it in a column \"programme\"; if this is a name, say its code with "
         "--map \"NAME=CODE\")";
}

}  // namespace

void LogChecker::check(const DraftLog& draft, std::string_view text) {
  auto read = reader_.read(text);
  if (const auto* const errors = std::get_if<Errors>(&read)) return report(draft, *errors);
  // On the last day of all, every activity has taken effect.
  const auto answer =
      answer_log(std::move(std::get<Log>(read)), policies_, Date::last(), Doubts::none);
  if (const auto* const errors = std::get_if<Errors>(&answer)) report(draft, *errors);
}

void LogChecker::report(const DraftLog& draft, const Errors& errors) {
  for (const Error& one : errors.listed) {
    const auto fault = locate(draft, one.path);
    if (fault && problems_.misses_certifications() && rests_on_others(*fault)) continue;
    problems_.report(fault ? fault->item->place_of(fault->key) : draft.place,
                     with_hint(one.message));
  }
  if (errors.more == 0) return;
  problems_.report(draft.place, "and " + std::to_string(errors.more) + " more errors");
}

}  // namespace certrenew::imports
