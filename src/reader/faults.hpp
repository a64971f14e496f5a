// Faults while they are gathered: by offset, in any order.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "certrenew/reader.hpp"
#include "reader/document.hpp"

namespace certrenew {

/// Where the token begins that ends at `end`; of one that is not a token, its last byte.
std::size_t begin_of_token(std::string_view text, Place end) noexcept;

/// Goes through a text once, from place to place.
class LineCounter {
 public:
  explicit LineCounter(std::string_view text);

  /// The position of the byte `offset`. Precondition: it is not before that of the last call.
  Position go_to(std::size_t offset);

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t line_begin_ = 0;
  std::size_t counted_ = 0;  // the columns up to here are in position_
  Position position_;
};

class FaultList {
 public:
  /// A fault at the byte `offset` (not a Place: see begin_of_token()).
  void add(std::size_t offset, std::string path, std::string message);

  [[nodiscard]] bool empty() const { return faults_.empty(); }

  /// Whether what is added from now on is only counted: its texts need not be made.
  [[nodiscard]] bool full() const { return faults_.size() == most; }

  /// Sorts the faults by place and finds lines and columns in the text that they are of.
  [[nodiscard]] Faults finish(std::string_view text);

  void clear() {
    faults_.clear();
    more_ = 0;
  }

 private:
  struct Fault {
    std::size_t offset;
    std::string path;
    std::string message;
  };
  static constexpr std::size_t most = 10'000;

  std::vector<Fault> faults_;
  std::size_t more_ = 0;
};

}  // namespace certrenew
