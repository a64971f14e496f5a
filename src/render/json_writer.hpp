// Writing JSON, key by key, into a buffer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "certrenew/date.hpp"
#include "certrenew/units.hpp"

namespace certrenew {

/// Appends JSON to a buffer, laid out as `jq .` does, or all on one line as `jq -c .` does.
/// Strings come out as valid UTF-8 (what is not becomes U+FFFD), with every control, and every
/// invisible character that could mislead a reader, escaped.
class JsonWriter {
 public:
  enum class Layout : std::uint8_t { indented, one_line };

  JsonWriter(std::string& out, Layout layout) : out_{out}, indented_{layout == Layout::indented} {}

  JsonWriter& begin_object() { return begin('{'); }
  JsonWriter& end_object() { return end('}'); }
  JsonWriter& begin_list() { return begin('['); }
  JsonWriter& end_list() { return end(']'); }
  JsonWriter& key(std::string_view name);

  JsonWriter& null() { return raw("null"); }
  JsonWriter& value(bool flag) { return raw(flag ? "true" : "false"); }
  JsonWriter& value(std::int64_t number);
  JsonWriter& value(std::string_view text);
  JsonWriter& value(const std::string& text) { return value(std::string_view{text}); }
  JsonWriter& value(const char* text) { return value(std::string_view{text}); }
  JsonWriter& value(Date date);
  JsonWriter& value(Units units);
  template <class Value>
  JsonWriter& value(const std::optional<Value>& maybe) {
    return maybe ? value(*maybe) : null();
  }

  template <class Value>
  JsonWriter& member(std::string_view name, const Value& content) {
    return key(name).value(content);
  }

 private:
  JsonWriter& begin(char bracket);
  JsonWriter& end(char bracket);
  JsonWriter& raw(std::string_view text);
  void before_value();
  void new_line();

  std::string& out_;
  bool indented_;
  bool first_ = true;  // of its container
  bool after_key_ = false;
  std::size_t depth_ = 0;
};

/// Appends `text` as a JSON string.
void append_json_string(std::string& out, std::string_view text);

}  // namespace certrenew
