#include "render/json_writer.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace certrenew {

namespace {

constexpr bool is_plain(char c) noexcept { return c >= ' ' && c < '\x7F' && c != '"' && c != '\\'; }

/// Whether no byte of eight needs a closer look. It may say no where all are plain.
bool are_plain(std::uint64_t eight) noexcept {
  constexpr std::uint64_t ones = 0x0101'0101'0101'0101;
  constexpr std::uint64_t high_bits = 0x80 * ones;
  const auto has = [](std::uint64_t bytes, std::uint64_t byte) {
    const std::uint64_t zero_where_equal = bytes ^ (byte * ones);
    return (zero_where_equal - ones) & ~zero_where_equal;
  };
  const std::uint64_t controls = eight - ' ' * ones;  // a high bit where a byte is below the blank
  return ((eight | controls | has(eight, '"') | has(eight, '\\') | has(eight, 0x7F)) & high_bits) ==
         0;
}

template <class Word>
Word load(const char* from) noexcept {
  Word word;  // NOLINT(cppcoreguidelines-init-variables): written at once
  std::memcpy(&word, from, sizeof word);
  return word;
}

/// Whether four to eight bytes need no closer look: two words that may overlap.
bool are_plain(const char* begin, const char* end) noexcept {
  const std::uint64_t first = load<std::uint32_t>(begin);
  return are_plain(first << 32U | load<std::uint32_t>(end - sizeof(std::uint32_t)));
}

/// Whether all of `text` stands in JSON as it is. It may say no where it does.
bool is_plain(std::string_view text) noexcept {
  const char* at = text.data();
  const char* const end = at + text.size();
  constexpr std::ptrdiff_t word = sizeof(std::uint64_t);
  if (end - at < word / 2) return std::all_of(at, end, [](char c) { return is_plain(c); });
  if (end - at < word) return are_plain(at, end);
  for (; end - at > word; at += word) {
    if (!are_plain(load<std::uint64_t>(at))) return false;
  }
  return are_plain(load<std::uint64_t>(end - word));
}

/// How many bytes at the front of `text` stand in JSON as they are.
std::size_t plain_prefix(std::string_view text) noexcept {
  std::size_t plain = 0;
  for (; text.size() - plain >= sizeof(std::uint64_t); plain += sizeof(std::uint64_t)) {
    if (!are_plain(load<std::uint64_t>(text.data() + plain))) break;
  }
  while (plain < text.size() && is_plain(text[plain])) ++plain;
  return plain;
}

void append_escape(std::string& out, char32_t point) {
  switch (point) {
    case '"': out += "\\\""; break;
    case '\\': out += "\\\\"; break;
    case '\b': out += "\\b"; break;
    case '\f': out += "\\f"; break;
    case '\n': out += "\\n"; break;
    case '\r': out += "\\r"; break;
    case '\t': out += "\\t"; break;
    default: text::append_json_escape(out, point);
  }
}

/// Appends `text` as it stands within the quotes of a JSON string.
void append_escaped(std::string& out, std::string_view text) {
  while (!text.empty()) {
    const std::size_t plain = plain_prefix(text);
    out += text.substr(0, plain);
    text.remove_prefix(plain);
    if (text.empty()) break;
    const text::Decoded next = text::decode(text);
    if (!next.valid) {
      out += "\xEF\xBF\xBD";  // U+FFFD, the replacement character
    } else if (next.point == '"' || next.point == '\\' || text::is_unsafe(next.point)) {
      append_escape(out, next.point);
    } else {
      out += text.substr(0, next.size);
    }
    text.remove_prefix(next.size);
  }
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

char* JsonWriter::spilled(std::string& out, char* stage, char* at) {
  out.append(stage, at);
  return stage;
}

char* JsonWriter::put_string(std::string& out, char* stage, char* at, std::string_view text) {
  const auto room = static_cast<std::size_t>(stage + JsonStage::size - at);
  if (text.size() + 2 <= room && is_plain(text)) {
    *at++ = '"';
    at = std::copy(text.begin(), text.end(), at);
    *at++ = '"';
    return at;
  }
  at = spilled(out, stage, at);
  out += '"';
  append_escaped(out, text);
  out += '"';
  return at;
}

void JsonWriter::quote_end(std::string& out, std::size_t begin, char* stage) {
  const std::string_view text = std::string_view{out}.substr(begin);
  if (!is_plain(text)) {
    const bool fits = text.size() <= JsonStage::size;
    const std::string kept{fits ? std::string_view{} : text};
    if (fits) std::copy(text.begin(), text.end(), stage);
    const std::string_view raw = fits ? std::string_view{stage, text.size()} : kept;
    out.resize(begin);
    append_escaped(out, raw);
  }
  out += '"';
}

}  // namespace certrenew
