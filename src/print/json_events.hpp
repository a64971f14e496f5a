// A report as machines read it: keys and values, one after the other. JSON writes all of them, CSV
// picks those that it has columns for.
#pragma once

#include <array>
#include <charconv>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "certrenew/date.hpp"
#include "certrenew/units.hpp"

namespace certrenew::print {

/// What a report is written to. Keys are words of our own, except that those of objects may be any
/// text: a policy names its types. In a list they are empty. Scalars of an
/// object come before its lists and objects of rows, so that CSV knows them when a row is complete.
class JsonEvents {
 public:
  JsonEvents() = default;
  virtual ~JsonEvents() = default;
  JsonEvents(const JsonEvents&) = delete;
  JsonEvents& operator=(const JsonEvents&) = delete;

  virtual void open_object(std::string_view key = {}) = 0;
  virtual void close_object() = 0;
  virtual void open_list(std::string_view key = {}) = 0;
  virtual void close_list() = 0;

  virtual void null(std::string_view key) = 0;
  /// A number or a truth value, as JSON writes it.
  virtual void plain(std::string_view key, std::string_view value) = 0;
  /// A word of our own, which needs no escape.
  virtual void word(std::string_view key, std::string_view value) = 0;
  /// Any text.
  virtual void text(std::string_view key, std::string_view value) = 0;

  // Members, whatever their type.
  void member(std::string_view key, bool value) { plain(key, value ? "true" : "false"); }
  template <std::integral Number>
  void member(std::string_view key, Number value) {
    Written written;
    plain(key, {written.data(),
                std::to_chars(written.data(), written.data() + written.size(), value).ptr});
  }
  void member(std::string_view key, Units value) {
    Written written;
    plain(key, {written.data(), value.write_to(written.data())});
  }
  void member(std::string_view key, Date value) {
    Written written;
    word(key, {written.data(), value.write_to(written.data())});
  }
  void member(std::string_view key, std::string_view value) { text(key, value); }
  void member(std::string_view key, const std::string& value) { text(key, value); }
  void member(std::string_view key, const char* value) { text(key, value); }
  template <class Value>
  void member(std::string_view key, const std::optional<Value>& maybe) {
    maybe ? member(key, *maybe) : null(key);
  }
  /// Writes a member only if there is a value.
  template <class Value>
  void member_if_given(std::string_view key, const std::optional<Value>& maybe) {
    if (maybe) member(key, *maybe);
  }

 private:
  using Written = std::array<char, Units::most_characters>;  // no number, units or date is longer
};

}  // namespace certrenew::print
