#include "print/json.hpp"

#include <array>
#include <charconv>

#include "text/plain.hpp"
#include "text/utf8.hpp"

namespace certrenew::print {

namespace {

void append_escape(std::string& out, char32_t point) {
  switch (point) {
    case '"': out += "\\\""; return;
    case '\\': out += "\\\\"; return;
    case '\b': out += "\\b"; return;
    case '\f': out += "\\f"; return;
    case '\n': out += "\\n"; return;
    case '\r': out += "\\r"; return;
    case '\t': out += "\\t"; return;
    default: text::append_json_escape(out, point);
  }
}

/// Appends the character at the front of `text`; returns how many bytes it has there.
std::size_t append_character(std::string& out, std::string_view text) {
  const text::Decoded next = text::decode(text);
  if (!next.valid) {
    out += "\xEF\xBF\xBD";  // U+FFFD, the replacement character
  } else if (next.point == '"' || next.point == '\\' || text::is_unsafe(next.point)) {
    append_escape(out, next.point);
  } else {
    out += text.substr(0, next.size);
  }
  return next.size;
}

}  // namespace

/// Keys of objects may be any text: a policy names its types.
void JsonWriter::open(std::string_view key, char bracket) {
  const bool is_plain = key.size() <= longest_key && text::plain_prefix(key) == key.size();
  Bytes bytes = is_plain ? begin_value(key) : begin_unusual(key);
  bytes.add(bracket);
  append(bytes);
  ++depth_;
  empty_ = true;
}

void JsonWriter::close(char bracket) {
  Bytes bytes;
  --depth_;
  if (!empty_) begin_line(bytes);
  bytes.add(bracket);
  empty_ = false;
  if (depth_ == 0) bytes.add('\n');
  append(bytes);
}

JsonWriter::Bytes JsonWriter::begin_value(std::string_view key) {
  Bytes bytes;
  if (depth_ == 0) return bytes;
  if (!empty_) bytes.add(',');
  empty_ = false;
  begin_line(bytes);
  if (key.empty()) {
    sink_.drain_if_large();  // between the members of a list, which may be long
    return bytes;
  }
  bytes.add('"');
  bytes.add(key);
  bytes.add(indented_ ? "\": " : "\":");
  return bytes;
}

/// begin_value() for a key that is long, or needs escapes.
JsonWriter::Bytes JsonWriter::begin_unusual(std::string_view key) {
  append(begin_value({}));
  sink_.text += '"';
  append_escaped(key);
  Bytes bytes;
  bytes.add(indented_ ? "\": " : "\":");
  return bytes;
}

void JsonWriter::begin_line(Bytes& bytes) const {
  if (!indented_) return;
  bytes.add('\n');
  for (std::size_t i = 0; i < depth_; ++i) bytes.add("  ");
}

// NOLINTNEXTLINE(bugprone-easily-swappable-parameters): key and value, as in JSON
void JsonWriter::add_word(std::string_view key, std::string_view value) {
  Bytes bytes = begin_value(key);
  bytes.add(value);
  append(bytes);
}

void JsonWriter::number(std::string_view key, std::int64_t value) {
  std::array<char, 20> digits{};
  const char* const end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  add_word(key, {digits.data(), static_cast<std::size_t>(end - digits.data())});
}

void JsonWriter::units(std::string_view key, Units value) { add_word(key, to_string(value)); }

void JsonWriter::date(std::string_view key, Date value) {
  const std::array<char, 10> digits = value.digits();
  word(key, {digits.data(), digits.size()});
}

// NOLINTNEXTLINE(bugprone-easily-swappable-parameters): key and value, as in JSON
void JsonWriter::word(std::string_view key, std::string_view value) {
  Bytes bytes = begin_value(key);
  bytes.add('"');
  bytes.add(value);
  bytes.add('"');
  append(bytes);
}

// NOLINTNEXTLINE(bugprone-easily-swappable-parameters): key and value, as in JSON
void JsonWriter::text(std::string_view key, std::string_view value) {
  Bytes bytes = begin_value(key);
  bytes.add('"');
  append(bytes);
  append_escaped(value);
  sink_.text += '"';
}

void JsonWriter::append_escaped(std::string_view text) {
  constexpr std::size_t most_at_once = std::size_t{64} * 1024;
  while (!text.empty()) {
    const std::size_t plain = text::plain_prefix(text.substr(0, most_at_once));
    sink_.text += text.substr(0, plain);
    text.remove_prefix(plain);
    if (!text.empty()) text.remove_prefix(append_character(sink_.text, text));
    sink_.drain_if_large();
  }
}

}  // namespace certrenew::print
