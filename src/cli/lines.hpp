// Reading an input of many lines, a block of whole lines at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/files.hpp"

namespace certrenew {

/// The longest line that is read; it keeps the memory that a block takes within bounds.
inline constexpr std::size_t most_line_bytes = std::size_t{4} * 1024 * 1024;

/// Some lines that follow each other.
class Block {
 public:
  [[nodiscard]] std::size_t size() const { return ends_.size(); }
  /// The number in the input of the line at `index`.
  [[nodiscard]] std::int64_t number(std::size_t index) const {
    return first_line_ + static_cast<std::int64_t>(index);
  }
  /// That line without its end, LF or CRLF.
  [[nodiscard]] std::string_view line(std::size_t index) const;
  /// Whether it is longer than lines may be; then the block has no other, and its text is lost.
  [[nodiscard]] bool overlong() const { return overlong_; }
  /// How many bytes of the input it stands for.
  [[nodiscard]] std::size_t bytes() const { return bytes_; }

 private:
  friend class Lines;

  std::unique_ptr<char[]> memory_;
  std::size_t capacity_ = 0;
  std::vector<std::size_t> ends_;  // after each line's LF, or where the input ends
  std::int64_t first_line_ = 1;
  std::size_t bytes_ = 0;
  bool overlong_ = false;
};

/// An input whose lines are handed out in blocks.
class Lines {
 public:
  /// Opens it; `first_line` is the number of its first one. Nothing is thrown: see error().
  Lines(const std::string& name, std::int64_t first_line) : file_{name}, line_{first_line} {}

  /// Fills `block` with the next lines: those that are there already, at least one, at most about
  /// 256 KiB. False where there are no more, or where reading failed.
  bool next(Block& block);

  /// What went wrong; empty where nothing did.
  [[nodiscard]] const std::string& error() const { return file_.error(); }

 private:
  std::size_t fill(Block& block);
  void cut(Block& block, std::size_t size);
  bool skip_line(Block& block);

  File file_;
  std::string rest_;  // read already, and not handed out
  bool ended_ = false;
  std::int64_t line_;
};

}  // namespace certrenew
