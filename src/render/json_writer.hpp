// Writing JSON, key by key, into a buffer.
#pragma once

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

#include "certrenew/date.hpp"
#include "certrenew/units.hpp"

namespace certrenew {

/// Where JSON stands before it is appended.
struct JsonStage {
  static constexpr std::size_t size = 4096;
  std::array<char, size> bytes;
};

/// Writes JSON, laid out as `jq .` does, or all on one line as `jq -c .` does. Strings come out as
/// valid UTF-8 (what is not becomes U+FFFD), with every control, and every invisible character that
/// could mislead a reader, escaped.
///
/// It is where a JsonDocument is being written, and small: who writes much takes a copy, which the
/// compiler holds in registers, and hands it back. Only the latest copy may go on.
class JsonWriter {
 public:
  enum class Layout : std::uint8_t { indented, one_line };

  JsonWriter& begin_object() { return begin('{'); }
  JsonWriter& end_object() { return end('}'); }
  JsonWriter& begin_list() { return begin('['); }
  JsonWriter& end_list() { return end(']'); }

  JsonWriter& key(std::string_view name);
  /// A key that stands in our own code, and needs no escape.
  template <std::size_t n>
  JsonWriter& key(const char (&name)[n]) {
    begin_member(name);
    after_key_ = true;
    return *this;
  }

  JsonWriter& null() { return own("null"); }
  JsonWriter& value(bool flag) { return flag ? own("true") : own("false"); }
  JsonWriter& value(std::int64_t number) {
    before_value();
    put(number);
    return *this;
  }
  JsonWriter& value(std::string_view text) {
    before_value();
    put(text);
    return *this;
  }
  JsonWriter& value(const std::string& text) { return value(std::string_view{text}); }
  JsonWriter& value(const char* text) { return value(std::string_view{text}); }
  JsonWriter& value(Date date) {
    before_value();
    put(date);
    return *this;
  }
  JsonWriter& value(Units units) {
    before_value();
    put(units);
    return *this;
  }
  template <class Value>
  JsonWriter& value(const std::optional<Value>& maybe) {
    return maybe ? value(*maybe) : null();
  }
  /// A string that `append` appends to a text, as it is: it is escaped then.
  template <class Append>
  JsonWriter& text(const Append& append) {
    before_value();
    need(JsonStage::size / 2);  // most texts fit in that, whatever must be escaped
    const std::size_t begin = out_->size();
    append(*out_);
    at_ = put_end(*out_, begin, stage_, at_);
    return *this;
  }

  template <std::size_t n, class Value>
  JsonWriter& member(const char (&name)[n], const Value& content) {
    begin_member(name);
    put(content);
    return *this;
  }
  template <std::size_t n, class Value>
  JsonWriter& member(const char (&name)[n], const std::optional<Value>& maybe) {
    begin_member(name);
    maybe ? put(*maybe) : put_literal("null");
    return *this;
  }
  /// The value is a word of our own: short, and in no need of an escape.
  template <std::size_t n>
  JsonWriter& member_word(const char (&name)[n], std::string_view own_word) {
    begin_member(name);
    put_word(own_word);
    return *this;
  }
  template <class Value>
  JsonWriter& member(std::string_view name, const Value& content) {
    return key(name).value(content);
  }

 protected:
  JsonWriter(std::string& out, char* stage, Layout layout)
      : out_{&out},
        stage_{stage},
        at_{stage},
        end_{stage + JsonStage::size},
        indented_{layout == Layout::indented} {}

  /// Sends what stands on the stage on.
  void spill() { at_ = spilled(*out_, stage_, at_); }

 private:
  static constexpr std::size_t deepest = 32;  // documents of ours are no deeper
  static constexpr std::size_t usual_room = 2 * deepest + 64;

  JsonWriter& begin(char bracket) {
    before_value();
    *at_++ = bracket;
    ++depth_;
    first_ = true;
    return *this;
  }
  JsonWriter& end(char bracket) {
    --depth_;
    need(2 * deepest + 3);
    if (!first_) new_line();
    *at_++ = bracket;
    first_ = false;
    if (depth_ == 0) *at_++ = '\n';
    return *this;
  }
  /// Text that needs no escape.
  template <std::size_t n>
  JsonWriter& own(const char (&literal)[n]) {
    before_value();
    put_literal(literal);
    return *this;
  }

  /// Room for a short value and what stands before it; and that.
  void before_value() {
    need(usual_room);
    if (after_key_) {
      after_key_ = false;
    } else if (depth_ > 0) {
      separate();
    }
  }
  /// Room for a member with a short value, and its key.
  template <std::size_t n>
  void begin_member(const char (&name)[n]) {
    need(usual_room + n + 3);
    separate();
    *at_++ = '"';
    put_literal(name);
    *at_++ = '"';
    *at_++ = ':';
    if (indented_) *at_++ = ' ';
  }
  /// The comma and the new line before what follows in a container.
  void separate() {
    if (!first_) *at_++ = ',';
    first_ = false;
    new_line();
  }
  void new_line() {
    if (indented_) at_ = indent(at_, depth_);
  }

  void need(std::size_t bytes) {
    if (static_cast<std::size_t>(end_ - at_) < bytes) spill();
  }

  // Values, for which there is room already.
  template <std::size_t n>
  void put_literal(const char (&literal)[n]) {
    std::memcpy(at_, literal, n - 1);
    at_ += n - 1;
  }
  void put_word(std::string_view own_word) {
    *at_++ = '"';
    at_ = std::copy(own_word.begin(), own_word.end(), at_);
    *at_++ = '"';
  }
  void put(std::int64_t number) { at_ = std::to_chars(at_, end_, number).ptr; }
  void put(Units units) { at_ = units.write_to(at_); }
  void put(Date date) {
    *at_++ = '"';
    at_ = date.write_to(at_);
    *at_++ = '"';
  }
  void put(bool flag) { flag ? put_literal("true") : put_literal("false"); }
  void put(std::string_view text) { at_ = put_string(*out_, stage_, at_, text); }
  void put(const std::string& text) { put(std::string_view{text}); }
  void put(const char* text) { put(std::string_view{text}); }

  // These take no `this`, so that a writer can stay in registers. They need room for a short value,
  // as do those above.
  static char* indent(char* at, std::size_t depth);
  static char* spilled(std::string& out, char* stage, char* at);
  static char* put_string(std::string& out, char* stage, char* at, std::string_view text);
  /// Puts the end of `out` from `begin` on, which it loses, on the stage as a string.
  static char* put_end(std::string& out, std::size_t begin, char* stage, char* at);

  std::string* out_;
  char* stage_;  // what is not in `out_` yet: up to `at_`
  char* at_;
  char* end_;
  bool indented_;
  bool first_ = true;  // of its container
  bool after_key_ = false;
  std::size_t depth_ = 0;
};

/// A whole document, appended to a buffer. It is there when this is gone.
class JsonDocument : private JsonStage, public JsonWriter {
 public:
  JsonDocument(std::string& out, Layout layout) : JsonWriter{out, bytes.data(), layout} {}
  ~JsonDocument() { spill(); }
  JsonDocument(const JsonDocument&) = delete;
  JsonDocument& operator=(const JsonDocument&) = delete;
};

}  // namespace certrenew
