// Sentences, put together at the end of a text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "certrenew/date.hpp"
#include "certrenew/units.hpp"

namespace certrenew {

/// Appends to a text, part by part.
class Sentence {
 public:
  /// `text` must stay.
  explicit Sentence(std::string& text) : text_{text} {}

  Sentence& operator<<(std::string_view words) {
    text_ += words;
    return *this;
  }
  Sentence& operator<<(Date date) {
    date.append_to(text_);
    return *this;
  }
  Sentence& operator<<(Units units) {
    units.append_to(text_);
    return *this;
  }
  Sentence& operator<<(std::int64_t number) {
    text_ += std::to_string(number);
    return *this;
  }

 private:
  std::string& text_;
};

}  // namespace certrenew
