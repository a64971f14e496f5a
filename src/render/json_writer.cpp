#include "render/json_writer.hpp"

#include <algorithm>

#include "text/plain.hpp"
#include "text/utf8.hpp"

namespace certrenew {

namespace {

template <class Word>
Word load(const char* from) noexcept {
  Word word;  // NOLINT(cppcoreguidelines-init-variables): written at once
  std::memcpy(&word, from, sizeof word);
  return word;
}

/// Whether four to eight bytes are plain: two words that may overlap.
bool are_plain(const char* begin, const char* end) noexcept {
  const std::uint64_t first = load<std::uint32_t>(begin);
  return text::not_plain(first << 32U | load<std::uint32_t>(end - sizeof(std::uint32_t))) == 0;
}

/// Whether all of `text` stands in JSON as it is. It may say no where it does.
bool is_plain(std::string_view text) noexcept {
  const char* at = text.data();
  const char* const end = at + text.size();
  constexpr std::ptrdiff_t word = sizeof(std::uint64_t);
  if (end - at < word / 2) return std::all_of(at, end, text::is_plain);
  if (end - at < word) return are_plain(at, end);
  for (; end - at > word; at += word) {
    if (text::not_plain(load<std::uint64_t>(at)) != 0) return false;
  }
  return text::not_plain(load<std::uint64_t>(end - word)) == 0;
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
    const std::size_t plain = text::plain_prefix(text);
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

char* JsonWriter::indent(char* at, std::size_t depth) {
  *at++ = '\n';
  return std::fill_n(at, 2 * depth, ' ');
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
