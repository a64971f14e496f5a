#include "render/json_writer.hpp"

#include <algorithm>

#include "text/plain.hpp"
#include "text/utf8.hpp"

namespace certrenew {

namespace {

/// No character takes more bytes than this, escaped or not.
constexpr std::size_t most_for_one = 12;

char* write(char* at, std::string_view text) noexcept {
  return std::copy(text.begin(), text.end(), at);
}

char* write_escape(char* at, char32_t point) {
  const auto short_one = [&](char letter) {
    *at++ = '\\';
    *at++ = letter;
    return at;
  };
  switch (point) {
    case '"':
    case '\\': return short_one(static_cast<char>(point));
    case '\b': return short_one('b');
    case '\f': return short_one('f');
    case '\n': return short_one('n');
    case '\r': return short_one('r');
    case '\t': return short_one('t');
    default: break;
  }
  std::string escape;
  text::append_json_escape(escape, point);
  return write(at, escape);
}

/// Writes the character, or the byte that is none, at the front of `text`, which loses it.
char* write_one(char* at, std::string_view& text) {
  const text::Decoded next = text::decode(text);
  const std::string_view raw = text.substr(0, next.size);
  text.remove_prefix(next.size);
  if (!next.valid) return write(at, "\xEF\xBF\xBD");  // U+FFFD, the replacement character
  const bool escaped = next.point == '"' || next.point == '\\' || text::is_unsafe(next.point);
  return escaped ? write_escape(at, next.point) : write(at, raw);
}

}  // namespace

JsonWriter& JsonWriter::key(std::string_view name) {
  value(name);
  need(2);
  *at_++ = ':';
  if (indented_) *at_++ = ' ';
  after_key_ = true;
  return *this;
}

char* JsonWriter::indent(char* at, std::size_t depth) {
  *at++ = '\n';
  return std::fill_n(at, 2 * depth, ' ');
}

char* JsonWriter::spilled(std::string& out, char* stage, char* at) {
  out.append(stage, at);
  return stage;
}

char* JsonWriter::put_string(std::string& out, char* stage, char* at, std::string_view text) {
  static_assert(usual_room > most_for_one + 2);  // the quotes
  char* const end = stage + JsonStage::size;
  const auto room = [&] { return static_cast<std::size_t>(end - at); };
  *at++ = '"';
  while (!text.empty()) {
    if (room() < usual_room) at = spilled(out, stage, at);
    const std::size_t plain = text::plain_prefix(text.substr(0, room() - most_for_one - 1));
    at = write(at, text.substr(0, plain));
    text.remove_prefix(plain);
    if (!text.empty()) at = write_one(at, text);
  }
  *at++ = '"';
  return at;
}

char* JsonWriter::put_end(std::string& out, std::size_t begin, char* stage, char* at) {
  const std::string_view text = std::string_view{out}.substr(begin);
  const auto room = static_cast<std::size_t>(stage + JsonStage::size - at);
  if (most_for_one * text.size() + usual_room <= room) {  // so nothing goes to `out` meanwhile
    at = put_string(out, stage, at, text);
    out.resize(begin);
    return at;
  }
  const std::string kept{text};
  out.resize(begin);
  return put_string(out, stage, at, kept);
}

}  // namespace certrenew
