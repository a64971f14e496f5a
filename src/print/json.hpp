// Reports as JSON.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "print/json_events.hpp"
#include "print/sink.hpp"
#include "text/short.hpp"

namespace certrenew::print {

/// Writes JSON laid out as `jq .` does, on one line as `jq -c .` does, or as people write logs:
/// with each object of the document on one line. A document is an object or a list; it ends with a
/// newline. The output is valid UTF-8: an invalid byte becomes U+FFFD.
/// Controls and invisible characters that could mislead a reader are escaped.
class JsonWriter final : public JsonEvents {
 public:
  enum class Layout : std::uint8_t { indented, one_line, by_item };

  /// `sink` must outlive the writer.
  JsonWriter(Sink& sink, Layout layout)
      : sink_{sink}, indented_{layout != Layout::one_line}, by_item_{layout == Layout::by_item} {}

  void open_object(std::string_view key) override { open(key, '{'); }
  void close_object() override { close('}'); }
  void open_list(std::string_view key) override { open(key, '['); }
  void close_list() override { close(']'); }

  void null(std::string_view key) override { plain(key, "null"); }
  void plain(std::string_view key, std::string_view value) override;
  void word(std::string_view key, std::string_view value) override;
  void text(std::string_view key, std::string_view value) override;

 private:
  void open(std::string_view key, char bracket);
  void close(char bracket);
  /// Writes what stands before a value: a comma, and a new line.
  void begin_value();
  /// The same, and writes the key: at most 256 bytes that need no escape, or none. Returns where a
  /// value of `size` bytes and two quotes can be written; took() says where it ends.
  [[nodiscard]] char* begin_member(std::string_view key, std::size_t size);
  void begin_line();
  /// Writes `text` escaped and in quotes.
  void add_string(std::string_view text);

  void add(char byte) {
    if (gathered_ == bytes_.size()) flush();
    bytes_[gathered_++] = byte;
  }
  void add(std::string_view some) {
    if (some.size() > bytes_.size() - gathered_) return add_long(some);
    took(text::copy_short(some, bytes_.data() + gathered_));
  }
  void add_long(std::string_view some);
  /// Returns where `count` bytes, some hundreds at most, can be written; took() says where they
  /// end.
  [[nodiscard]] char* room(std::size_t count) {
    if (count > bytes_.size() - gathered_) flush();
    return bytes_.data() + gathered_;
  }
  void took(const char* end) { gathered_ = static_cast<std::size_t>(end - bytes_.data()); }
  /// Appends the bytes gathered to the text of the sink.
  void flush();

  Sink& sink_;
  bool indented_;
  bool by_item_;
  std::size_t item_depth_ = 0;  // of the object that stands on one line; 0: none
  bool empty_ = true;           // nothing stands in the innermost open object or list
  std::size_t depth_ = 0;
  // Members are short and many: they are gathered here, and appended some hundred at a time.
  std::array<char, 4096> bytes_;
  std::size_t gathered_ = 0;
};

}  // namespace certrenew::print
