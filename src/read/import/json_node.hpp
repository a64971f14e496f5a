// Values of a JSON document that may hold much that nobody needs here.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/import/problems.hpp"
#include "read/import/values.hpp"
#include "read/json_tape.hpp"

namespace certrenew::imports {

/// A value of a document. Readers of values report what is not what it should be; what is missing
/// or null is nothing.
class JsonNode {
 public:
  /// Where documents are, and where their errors go.
  struct Document {
    const JsonTape& tape;
    Problems& problems;
    std::size_t file;
  };

  explicit JsonNode(const Document& document, JsonIndex at = 0) : document_{&document}, at_{at} {}

  [[nodiscard]] JsonKind kind() const { return value().kind; }
  [[nodiscard]] bool is_object() const { return kind() == JsonKind::object; }
  [[nodiscard]] bool is_list() const { return kind() == JsonKind::list; }
  [[nodiscard]] bool is_text() const { return kind() == JsonKind::text; }
  [[nodiscard]] bool is_true() const { return value().is_true; }
  /// Precondition: it is a text, or a number.
  [[nodiscard]] std::string_view text() const { return document_->tape.text(at_); }
  [[nodiscard]] FilePlace place() const { return {document_->file, value().place}; }

  /// The value of a key; none if the object lacks it, it is null, or this is no object.
  [[nodiscard]] std::optional<JsonNode> find(std::string_view key) const;
  /// The same along several keys, one inside the other.
  [[nodiscard]] std::optional<JsonNode> find(std::string_view key, std::string_view inner) const;
  /// The elements of a list; a value that is no list is the only element.
  [[nodiscard]] std::vector<JsonNode> elements() const;
  /// The elements of the list under that key; none if it is missing. Reports what is no list.
  [[nodiscard]] std::vector<JsonNode> list(std::string_view key) const;

  /// The text under that key, without the blanks around it.
  [[nodiscard]] std::string text_of(std::string_view key) const;
  /// The first of these keys that has a text.
  [[nodiscard]] std::string first_text_of(std::initializer_list<std::string_view> keys) const;
  /// The day under that key.
  [[nodiscard]] std::optional<Date> day_of(std::string_view key) const;
  /// Whether the value under that key is `true`.
  [[nodiscard]] bool has_true(std::string_view key) const;

  void report(std::string message) const { problems().report(place(), std::move(message)); }
  [[nodiscard]] Problems& problems() const { return document_->problems; }
  [[nodiscard]] std::size_t file() const { return document_->file; }

 private:
  [[nodiscard]] const JsonValue& value() const { return document_->tape[at_]; }
  void report_unexpected(std::string_view key, std::string_view wanted) const;

  const Document* document_;
  JsonIndex at_;
};

}  // namespace certrenew::imports
