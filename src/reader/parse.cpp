// The one place that meets the JSON parser.

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "reader/reading.hpp"

namespace certrenew {

namespace {

/// Reads through a cursor that the handler sees too: so it knows where every token ends.
class CursorIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  explicit CursorIterator(const char** at) : at_{at} {}
  reference operator*() const { return **at_; }
  CursorIterator& operator++() {
    ++*at_;
    return *this;
  }
  CursorIterator operator++(int) {
    const CursorIterator before = *this;
    ++*at_;
    return before;
  }
  friend bool operator==(CursorIterator a, CursorIterator b) { return *a.at_ == *b.at_; }

 private:
  const char** at_;
};

/// The parser's events in the Reading's words.
class Handler {
 public:
  explicit Handler(Reading& reading) : reading_{reading} {}

  bool null() { return reading_.null(); }
  bool boolean(bool flag) { return reading_.boolean(flag); }
  bool number_integer(std::int64_t number) { return reading_.whole_number(number); }
  bool number_unsigned(std::uint64_t number) { return reading_.whole_number(number); }
  bool number_float(double /*inexact*/, const std::string& digits) {
    return reading_.decimal_number(digits);
  }
  bool string(const std::string& text) { return reading_.string(text); }
  static bool binary(const nlohmann::json::binary_t& /*not in JSON*/) { return false; }
  bool start_object(std::size_t /*unknown*/) { return reading_.begin(Shape::Form::record); }
  bool key(const std::string& name) { return reading_.key(name); }
  bool end_object() { return reading_.end(); }
  bool start_array(std::size_t /*unknown*/) { return reading_.begin(Shape::Form::list); }
  bool end_array() { return reading_.end(); }
  bool parse_error(std::size_t bytes_read, const std::string& /*token*/,
                   const nlohmann::json::exception& error) {
    constexpr int number_overflow = 406;
    return reading_.syntax_error(bytes_read, error.what(), error.id == number_overflow);
  }

 private:
  Reading& reading_;
};

}  // namespace

bool Reading::parse(std::string_view text) {
  text_ = text;
  cursor_ = text.data();
  faults_.clear();
  depth_ = skipping_ = 0;
  last_end_ = 0;
  complete_ = false;
  if (text_.size() > most_document_bytes) {
    faults_.add(0, {}, "larger than 64 MiB");
    return false;
  }
  Handler handler{*this};
  const char* end = text_.data() + text_.size();
  const bool parsed =
      nlohmann::json::sax_parse(CursorIterator{&cursor_}, CursorIterator{&end}, &handler);
  // The parser takes a NUL for the end of its input.
  const bool nul = parsed && here() > 0 && text_[here() - 1] == '\0';
  if (nul) faults_.add(here() - 1, {}, "syntax error: a NUL byte");
  complete_ = parsed && !nul;
  return sound();
}

}  // namespace certrenew
