// JSON as a flat list of values, each with its place in the text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "certrenew/log.hpp"

namespace certrenew {

/// The index of a value on a JsonTape. The document is at 0.
using JsonIndex = std::uint32_t;

/// `missing` stands where the text ends, or has a syntax error, before the value.
enum class JsonKind : std::uint8_t { missing, null, boolean, number, text, key, list, object };

/// Whether it contains other values.
constexpr bool is_container(JsonKind kind) {
  return kind == JsonKind::list || kind == JsonKind::object;
}

/// A value or a key on a tape. Elements follow their list; keys and values alternate after their
/// object.
struct JsonValue {
  JsonKind kind = JsonKind::missing;
  bool is_true = false;      ///< of a boolean
  bool is_decoded = false;   ///< of a text or key: it has escapes
  bool is_complete = false;  ///< of a list or object: its closing bracket was read
  Place place = 0;           ///< where it begins in the document
  /// Of a list or object: the index after its last value. Of a number, text or key: its length; of
  /// a decoded one: its index among those.
  std::uint32_t extent = 0;
};

/// The one thing that keeps a document from being read to its end.
struct JsonStop {
  std::size_t offset;
  std::string message;
  bool has_path;  ///< whether the message is about the value at that place
};

/// An element of a list that is read one by one.
struct JsonElement {
  std::size_t list;    ///< the index of the list's name among those of JsonTape::parse()
  std::size_t number;  ///< its place in the list, from 0
  JsonIndex at;        ///< where it stands on the tape
};

/// Reads such elements.
class JsonElementReader {
 public:
  virtual ~JsonElementReader() = default;
  virtual void read_element(const JsonElement& element) = 0;
};

/// A parsed document. It can hold another one after that, in the same memory.
class JsonTape {
 public:
  /// Parses `document`, which must stay while the tape is in use. With a `reader` the document is
  /// an object with lists of these names: has the reader read each of their elements, then drops it
  /// from the tape. Drops the elements of other lists, too, but keeps the first ones of a list
  /// inside such an element. So the tape stays short, however long the document is.
  void parse(std::string_view document, std::span<const std::string_view> lists = {},
             JsonElementReader* reader = nullptr);
  /// Applies the JSON merge patch (RFC 7396) at `patch`, an object in this document, and writes the
  /// result behind the document. Returns the index of the result, which is valid until the next
  /// merge() or parse(). Values keep their places in the text. Drops the members of the document
  /// that are named in `left_out`, unless the patch gives them.
  JsonIndex merge(JsonIndex patch, std::span<const std::string_view> left_out);
  /// Sets the number of the first line of the next documents, for messages that name a line.
  void number_lines_from(std::int64_t first_line) { first_line_ = first_line; }

  [[nodiscard]] std::string_view document() const { return document_; }
  [[nodiscard]] const std::optional<JsonStop>& stop() const { return stop_; }

  [[nodiscard]] const JsonValue& operator[](JsonIndex at) const { return values_[at]; }
  /// The index after a value and all that belongs to it.
  [[nodiscard]] JsonIndex after(JsonIndex at) const {
    const JsonValue& value = values_[at];
    return is_container(value.kind) ? value.extent : at + 1;
  }
  /// The content of a text or key, or the digits of a number. If it is decoded, it stays only until
  /// the value is dropped.
  [[nodiscard]] std::string_view text(JsonIndex at) const {
    const JsonValue& value = values_[at];
    if (value.is_decoded) return decoded_[value.extent];
    const std::size_t quote = value.kind == JsonKind::number ? 0 : 1;
    return {document_.data() + value.place + quote, value.extent};
  }

 private:
  friend class JsonTapeBuilder;
  friend class JsonTapeMerger;

  std::string_view document_;
  std::vector<JsonValue> values_;
  std::vector<std::string> decoded_;
  std::optional<JsonStop> stop_;
  std::int64_t first_line_ = 1;
};

}  // namespace certrenew
