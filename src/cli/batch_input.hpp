// The queue of a batch: whole files, and blocks of lines that hold one log each.
#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <span>
#include <string>

#include "cli/input.hpp"
#include "cli/options.hpp"

namespace certrenew::cli {

/// The longest line that is read. It bounds the memory that a block takes.
inline constexpr std::size_t most_line_bytes = std::size_t{4} * 1024 * 1024;

/// What a worker does at a time: a file as a whole, or a block of lines of a roster.
struct BatchItem {
  std::size_t number = 0;               ///< from 0, in the order of the inputs
  const std::string* source = nullptr;  ///< the name of the input
  bool is_block = false;
  std::string text{};           ///< of a block: whole lines, or the beginning of one too long
  std::int64_t first_line = 0;  ///< the number of the first line of a block
  std::size_t lines = 1;        ///< how many lines a block has
  std::string error{};          ///< why reading ended behind the block; empty where it did not fail
};

/// Reads a roster block by block.
class LineReader {
 public:
  /// Opens the input; `first_line` is the number of its first line. Where it cannot be opened, its
  /// only block is an error.
  LineReader(const std::string& name, std::int64_t first_line) : file_{name}, line_{first_line} {}

  /// Fills a new `item` with the lines that are available, at least one, and about 256 KiB at most.
  /// Returns false at the end.
  bool next(BatchItem& item);

 private:
  void skip_line();

  File file_;
  std::string rest_;  // read, and not yet part of a block
  bool ended_ = false;
  std::int64_t line_;
};

/// Hands out the items of all inputs in order, to several threads.
class BatchInput {
 public:
  /// `sources` and `options` must outlive it.
  BatchInput(std::span<const std::string> sources, const LogOptions& options)
      : sources_{sources}, options_{options} {}

  /// Returns the next item; none at the end.
  std::optional<BatchItem> take();

  /// Whether there is a single item for sure.
  [[nodiscard]] bool is_single() const {
    return sources_.size() == 1 && !options_.is_roster(sources_.front());
  }
  /// How many items were handed out.
  [[nodiscard]] std::size_t taken() const { return taken_; }

 private:
  std::mutex mutex_;
  std::span<const std::string> sources_;
  const LogOptions& options_;
  std::size_t next_source_ = 0;
  std::size_t taken_ = 0;
  std::optional<LineReader> roster_;  // the input that is being read, if it is one
};

}  // namespace certrenew::cli
