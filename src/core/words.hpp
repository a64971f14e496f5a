// Sentences, put together at the end of a text.
#pragma once

#include <string>
#include <string_view>

#include "certrenew/date.hpp"
#include "certrenew/units.hpp"

namespace certrenew {

class Words {
 public:
  /// Appends to `text`, which must stay.
  explicit Words(std::string& text) : text_{text} {}

  Words& operator<<(std::string_view words) {
    text_ += words;
    return *this;
  }
  Words& operator<<(Date date) {
    date.append_to(text_);
    return *this;
  }
  Words& operator<<(Units units) {
    units.append_to(text_);
    return *this;
  }

 private:
  std::string& text_;
};

}  // namespace certrenew
