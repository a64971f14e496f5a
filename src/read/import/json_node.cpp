#include "read/import/json_node.hpp"

#include "core/date_wording.hpp"
#include "text/utf8.hpp"

namespace certrenew::imports {

std::optional<JsonNode> JsonNode::find(std::string_view key) const {
  if (!is_object()) return std::nullopt;
  const JsonTape& tape = document_->tape;
  for (JsonIndex at = at_ + 1; at < tape.after(at_); at = tape.after(at + 1)) {
    if (tape.text(at) != key) continue;
    if (tape[at + 1].kind == JsonKind::null) return std::nullopt;
    return JsonNode{*document_, at + 1};
  }
  return std::nullopt;
}

// NOLINTNEXTLINE(bugprone-easily-swappable-parameters): from the outside in
std::optional<JsonNode> JsonNode::find(std::string_view key, std::string_view inner) const {
  const auto outer = find(key);
  return outer ? outer->find(inner) : std::nullopt;
}

std::vector<JsonNode> JsonNode::elements() const {
  if (!is_list()) return {*this};
  std::vector<JsonNode> elements;
  const JsonTape& tape = document_->tape;
  for (JsonIndex at = at_ + 1; at < tape.after(at_); at = tape.after(at)) {
    elements.emplace_back(*document_, at);
  }
  return elements;
}

std::vector<JsonNode> JsonNode::list(std::string_view key) const {
  const auto found = find(key);
  if (!found) return {};
  if (found->is_list()) return found->elements();
  found->report_unexpected(key, "a list");
  return {};
}

std::string JsonNode::text_of(std::string_view key) const {
  const auto found = find(key);
  if (!found) return {};
  if (found->is_text()) return std::string{trimmed(found->text())};
  found->report_unexpected(key, "a string");
  return {};
}

std::string JsonNode::first_text_of(std::initializer_list<std::string_view> keys) const {
  for (const std::string_view key : keys) {
    if (std::string text = text_of(key); !text.empty()) return text;
  }
  return {};
}

std::optional<Date> JsonNode::day_of(std::string_view key) const {
  const auto found = find(key);
  if (!found) return std::nullopt;
  if (!found->is_text()) {
    found->report_unexpected(key, "a date");
    return std::nullopt;
  }
  const auto day = day_of_timestamp(found->text());
  if (!day) {
    const bool has_time = found->text().size() > Date::characters;
    found->report(text::quoted(key) + ": " +
                  (has_time ? text::quoted(found->text()) +
                                  " is not a date (write YYYY-MM-DD, with or without a time)"
                            : why_no_date(found->text())));
  }
  return day;
}

bool JsonNode::has_true(std::string_view key) const {
  const auto found = find(key);
  return found && found->kind() == JsonKind::boolean && found->is_true();
}

// NOLINTNEXTLINE(bugprone-easily-swappable-parameters): a key, and what its value should be
void JsonNode::report_unexpected(std::string_view key, std::string_view wanted) const {
  report(text::quoted(key) + " is not " + std::string{wanted});
}

}  // namespace certrenew::imports
