// Errors of a log that was made, reported where its values come from.

#include <charconv>
#include <variant>

#include "certrenew/answer.hpp"
#include "read/import/import.hpp"

namespace certrenew::imports {

namespace {

/// `certifications[3].expect.suspends`, taken apart.
struct ItemPath {
  std::string_view list;
  std::size_t number = 0;
  std::string_view value;
};

ItemPath parse_path(std::string_view path) {
  const std::size_t bracket = path.find('[');
  if (bracket == std::string_view::npos) return {.list = {}, .value = {}};
  ItemPath parts{.list = path.substr(0, bracket), .value = {}};
  const char* const end = path.data() + path.size();
  const auto [rest, error] = std::from_chars(path.data() + bracket + 1, end, parts.number);
  constexpr std::size_t dot = 2;  // after `]`
  const auto left = static_cast<std::size_t>(end - rest);
  if (left >= dot) parts.value = {rest + dot, left - dot};
  return parts;
}

/// Whether an error may come from a certification that is missing because it was refused.
bool rests_on_others(const DraftLog& draft, std::string_view path) {
  const ItemPath parts = parse_path(path);
  if (parts.list != "activities" || parts.number >= draft.activities.size()) return false;
  if (parts.value == "certification") return draft.activities[parts.number].type == "exam";
  return parts.value == "type";
}

/// Adds how to do in a table what the message says of a log.
std::string with_hint(const std::string& message) {
  if (message.find("\"programme\"") == std::string::npos) return message;
  return message +
         " (in a table, give it in a column \"programme\"; if this is a name, say its code with "
         "--map \"NAME=CODE\")";
}

FilePlace place_of(const DraftLog& draft, std::string_view path) {
  const ItemPath parts = parse_path(path);
  if (parts.list == "certifications" && parts.number < draft.certifications.size()) {
    return draft.certifications[parts.number].places.of(parts.value);
  }
  if (parts.list == "activities" && parts.number < draft.activities.size()) {
    return draft.activities[parts.number].places.of(parts.value);
  }
  return draft.place;
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
    if (problems_.misses_certifications() && rests_on_others(draft, one.path)) continue;
    problems_.report(place_of(draft, one.path), with_hint(one.message));
  }
  if (errors.more == 0) return;
  problems_.report(draft.place, "and " + std::to_string(errors.more) + " more errors");
}

}  // namespace certrenew::imports
