// Reports as JSON.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "print/json_events.hpp"
#include "print/sink.hpp"

namespace certrenew::print {

/// Writes JSON laid out as `jq .` does, or on one line as `jq -c .` does; each document ends with a
/// newline. The output is valid UTF-8: an invalid byte becomes U+FFFD. Controls and invisible
/// characters that could mislead a reader are escaped.
class JsonWriter : public JsonEvents {
 public:
  enum class Layout : std::uint8_t { indented, one_line };

  /// `sink` must outlive the writer.
  JsonWriter(Sink& sink, Layout layout) : sink_{sink}, indented_{layout == Layout::indented} {}

  void open_object(std::string_view key) override { open(key, '{'); }
  void close_object() override { close('}'); }
  void open_list(std::string_view key) override { open(key, '['); }
  void close_list() override { close(']'); }

  void null(std::string_view key) override { add_word(key, "null"); }
  void boolean(std::string_view key, bool value) override {
    add_word(key, value ? "true" : "false");
  }
  void number(std::string_view key, std::int64_t value) override;
  void units(std::string_view key, Units value) override;
  void date(std::string_view key, Date value) override;
  void word(std::string_view key, std::string_view value) override;
  void text(std::string_view key, std::string_view value) override;

 private:
  /// A key and a short value: they are put together here and then appended at one go.
  class Bytes {
   public:
    void add(char byte) { bytes_[size_++] = byte; }
    void add(std::string_view some) {
      std::copy(some.begin(), some.end(), bytes_.data() + size_);
      size_ += some.size();
    }
    [[nodiscard]] std::string_view all() const { return {bytes_.data(), size_}; }

   private:
    std::array<char, 256> bytes_;
    std::size_t size_ = 0;
  };
  static constexpr std::size_t longest_key = 64;

  void open(std::string_view key, char bracket);
  void close(char bracket);
  /// What stands before a value: the comma, the line and the key.
  [[nodiscard]] Bytes begin_value(std::string_view key);
  [[nodiscard]] Bytes begin_unusual(std::string_view key);
  void begin_line(Bytes& bytes) const;
  /// Writes a value that is a short word of JSON.
  void add_word(std::string_view key, std::string_view value);
  void append(const Bytes& bytes) { sink_.text += bytes.all(); }
  void append_escaped(std::string_view text);

  Sink& sink_;
  bool indented_;
  bool empty_ = true;  // nothing stands in the innermost open object or list
  std::size_t depth_ = 0;
};

}  // namespace certrenew::print
