// Errors while they are gathered: by place, in any order.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "certrenew/log.hpp"

namespace certrenew {

/// Goes through a text once, from place to place, and counts lines and columns.
class LineCounter {
 public:
  explicit LineCounter(std::string_view text);

  /// The position of the byte at `offset`. Precondition: it is not before that of the last call.
  Position go_to(std::size_t offset);

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t line_begin_ = 0;
  std::size_t counted_ = 0;  // the columns up to here are in position_
  Position position_;
};

/// Gathers errors in any order. Keeps the first 10,000 of the text, and finds their lines and
/// columns at the end.
class ErrorList {
 public:
  /// Adds an error at the byte `offset` of the text.
  void add(std::size_t offset, std::string path, std::string message);

  [[nodiscard]] bool empty() const { return errors_.empty(); }
  /// Whether an error at `offset` is kept. If not, it is only counted, and needs no texts.
  [[nodiscard]] bool keeps(std::size_t offset) const { return offset < limit_; }

  /// Sorts the errors by place, finds their positions in `text`, and hands them out. Where `text`
  /// is empty there are no positions.
  [[nodiscard]] Errors finish(std::string_view text);

 private:
  struct Found {
    std::size_t offset;
    std::string path;
    std::string message;
  };
  static constexpr std::size_t most = 10'000;

  /// Sorts the errors by place, and drops those that are too many.
  void sort_and_trim();

  std::vector<Found> errors_;
  std::size_t limit_ = static_cast<std::size_t>(-1);  // errors from here on are too many
  std::size_t more_ = 0;
};

}  // namespace certrenew
