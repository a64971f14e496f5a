// The one place that meets the JSON parser.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <nlohmann/json.hpp>

#include "reader/events.hpp"

namespace certrenew {

/// What the parser reads through.
class CursorIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CursorIterator() = default;  ///< the end
  explicit CursorIterator(Cursor& cursor) : cursor_{&cursor} {}
  reference operator*() const { return cursor_->next(); }
  CursorIterator& operator++() {
    cursor_->go_on();
    return *this;
  }
  CursorIterator operator++(int) {
    const CursorIterator before = *this;
    cursor_->go_on();
    return before;
  }
  /// Of an iterator and the end.
  friend bool operator==(CursorIterator a, CursorIterator /*end*/) { return a.cursor_->at_end(); }

 private:
  Cursor* cursor_ = nullptr;
};

template <class D>
bool Events<D>::parse(std::string_view text) {
  if (!start(text)) return false;
  return finish(nlohmann::json::sax_parse(CursorIterator{cursor_}, CursorIterator{}, this));
}

}  // namespace certrenew
