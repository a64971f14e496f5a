// The one place that meets the JSON parser.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <vector>

#include "reader/events.hpp"

namespace certrenew {

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

template <class D>
bool Events<D>::parse(std::string_view text) {
  using Json = nlohmann::basic_json<std::map, std::vector, TokenText>;
  if (!start(text)) return false;
  const char* end = text.data() + text.size();
  complete_ = Json::sax_parse(CursorIterator{&cursor_}, CursorIterator{&end}, this);
  return finish();
}

}  // namespace certrenew
