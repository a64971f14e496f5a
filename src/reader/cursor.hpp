// Where the JSON parser reads, and what it need not read.
#pragma once

#include <cstddef>
#include <string_view>

#include "reader/document.hpp"
#include "text/plain.hpp"

namespace certrenew {

/// Hands a text to the JSON parser byte by byte, but for what stands in a string and means just
/// itself: of a string without escapes, controls and bytes that are no part of UTF-8 the parser
/// gets the quotes alone, and its text is taken from here. That is most of a log. All other strings
/// are left to the parser entirely.
class Cursor {
 public:
  void turn_to(std::string_view text) {
    begin_ = at_ = text.data();
    end_ = begin_ + text.size();
    string_begin_ = string_end_ = nullptr;
    quotes_ahead_ = passed_over_ = 0;
  }

  [[nodiscard]] bool at_end() const { return at_ == end_; }
  /// The byte that the parser gets next. Precondition, here and below: not at_end().
  [[nodiscard]] const char& next() const { return *at_; }
  /// The parser has it.
  void go_on() {
    if (*at_++ == '"') go_past_quote();
  }

  /// Up to where the parser has read: of a string whose last quote comes next, the first quote.
  [[nodiscard]] Place place() const {
    return static_cast<Place>((at_ == string_end_ ? string_begin_ : at_) - begin_);
  }
  /// Whether the parser, which counts the bytes that it asked for, has asked for one too many.
  [[nodiscard]] bool is_past_end(std::size_t asked_for) const {
    return asked_for + passed_over_ > static_cast<std::size_t>(end_ - begin_);
  }

  /// The text of the string that the parser has just come to the end of, and takes for `parsed`.
  [[nodiscard]] std::string_view string(std::string_view parsed) const {
    if (string_end_ == nullptr) return parsed;
    return {string_begin_, static_cast<std::size_t>(string_end_ - string_begin_)};
  }

 private:
  void go_past_quote() {
    if (quotes_ahead_ > 0) {
      --quotes_ahead_;
      return;
    }
    string_begin_ = at_;
    at_ += text::plain_prefix({at_, static_cast<std::size_t>(end_ - at_)});
    const bool over = at_ != end_ && *at_ == '"';
    if (!over && !go_to_end_of_string()) return leave_to_parser();
    string_end_ = at_;
    passed_over_ += static_cast<std::size_t>(at_ - string_begin_);
    quotes_ahead_ = 1;
  }
  /// Goes on to the last quote; false where something comes before it that is the parser's.
  bool go_to_end_of_string();
  void leave_to_parser();

  const char* begin_ = nullptr;
  const char* at_ = nullptr;  // the next byte
  const char* end_ = nullptr;
  // The last string that began: its text, and how many quotes of it are still to come.
  const char* string_begin_ = nullptr;
  const char* string_end_ = nullptr;  // or none: it is left to the parser
  std::size_t quotes_ahead_ = 0;
  std::size_t passed_over_ = 0;  // bytes
};

}  // namespace certrenew
