#include "print/json.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "text/plain.hpp"
#include "text/utf8.hpp"

namespace certrenew::print {

namespace {

/// Appends the character at the front of `text`; returns how many bytes it has there.
std::size_t append_character(std::string& out, std::string_view text) {
  constexpr std::string_view special = "\"\\\b\f\n\r\t";
  constexpr std::string_view letters = "\"\\bfnrt";  // stand for them after a backslash
  const std::size_t at = special.find(text.front());
  if (at < special.size()) {
    out += {'\\', letters[at]};
    return 1;
  }
  const text::Decoded next = text::decode(text);
  if (!next.valid) {
    out += "\xEF\xBF\xBD";  // U+FFFD, the replacement character
  } else if (text::is_unsafe(next.point)) {
    text::append_json_escape(out, next.point);
  } else {
    out += text.substr(0, next.size);
  }
  return next.size;
}

/// Whether a text can be written as our own words are: it is short, and needs no escape.
bool is_like_a_word(std::string_view text) {
  constexpr std::size_t most_characters = 256;
  return text.size() <= most_characters && text::plain_prefix(text) == text.size();
}

}  // namespace

/// Keys of objects may be any text: a policy names its types.
void JsonWriter::open(std::string_view key, char bracket) {
  if (is_like_a_word(key)) {
    took(begin_member(key, 0));
  } else {
    begin_value();
    add_string(key);
    add(indented_ ? ": " : ":");
  }
  add(bracket);
  ++depth_;
  empty_ = true;
  if (by_item_ && item_depth_ == 0 && depth_ > 1 && bracket == '{') item_depth_ = depth_;
}

void JsonWriter::close(char bracket) {
  const bool in_item = item_depth_ != 0;
  if (item_depth_ == depth_) item_depth_ = 0;
  --depth_;
  if (!empty_ && !in_item) begin_line();
  add(bracket);
  empty_ = false;
  if (depth_ > 0) return;
  add('\n');
  flush();
  empty_ = true;  // for the next document
}

void JsonWriter::begin_value() {
  if (depth_ == 0) return;
  if (!empty_) add(',');
  if (item_depth_ == 0) {
    begin_line();
  } else if (!empty_) {
    add(' ');
  }
  empty_ = false;
}

char* JsonWriter::begin_member(std::string_view key, std::size_t size) {
  if (indented_) begin_value();
  constexpr std::size_t most_around = 8;
  char* to = room(key.size() + size + most_around);
  if (!indented_) {  // begin_value() would only write the comma
    if (!empty_) *to++ = ',';
    empty_ = false;
  }
  if (key.empty()) return to;
  *to++ = '"';
  to = text::copy_short(key, to);
  *to++ = '"';
  *to++ = ':';
  if (indented_) *to++ = ' ';
  return to;
}

void JsonWriter::begin_line() {
  if (!indented_) return;
  const std::size_t indent = 2 * depth_;
  char* const to = room(1 + indent);
  *to = '\n';
  took(std::fill_n(to + 1, indent, ' '));
}

// NOLINTNEXTLINE(bugprone-easily-swappable-parameters): key and value, as in JSON
void JsonWriter::plain(std::string_view key, std::string_view value) {
  took(text::copy_short(value, begin_member(key, value.size())));
}

// NOLINTNEXTLINE(bugprone-easily-swappable-parameters): key and value, as in JSON
void JsonWriter::word(std::string_view key, std::string_view value) {
  char* to = begin_member(key, value.size());
  *to++ = '"';
  to = text::copy_short(value, to);
  *to++ = '"';
  took(to);
}

// NOLINTNEXTLINE(bugprone-easily-swappable-parameters): key and value, as in JSON
void JsonWriter::text(std::string_view key, std::string_view value) {
  if (is_like_a_word(value)) return word(key, value);
  took(begin_member(key, 0));
  add_string(value);
}

void JsonWriter::add_string(std::string_view text) {
  add('"');
  while (!text.empty()) {
    const std::size_t plain = text::plain_prefix(text);
    add(text.substr(0, plain));
    text.remove_prefix(plain);
    if (text.empty()) break;
    std::string character;
    text.remove_prefix(append_character(character, text));
    add(character);
  }
  add('"');
}

void JsonWriter::add_long(std::string_view some) {
  flush();
  sink_.text += some;
  sink_.drain_if_large();
}

void JsonWriter::flush() {
  sink_.text.append(bytes_.data(), std::exchange(gathered_, 0));
  sink_.drain_if_large();
}

}  // namespace certrenew::print
