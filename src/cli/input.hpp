// Reading files and standard input, and the queue of a batch: whole files, and blocks of lines that
// hold one log each.
#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <span>
#include <string>

#include "cli/options.hpp"
#include "platform/streams.hpp"

namespace certrenew::cli {

/// The longest line that is read. It bounds the memory that a block takes.
inline constexpr std::size_t most_line_bytes = std::size_t{4} * 1024 * 1024;

/// A file that is read piece by piece, or standard input where its name is `-`.
class File {
 public:
  /// Opens it. Never throws for a file that cannot be opened: see error().
  explicit File(const std::string& name);
  ~File();
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  /// Waits for input, and appends up to `most` bytes to `text`. Returns false at the end, and where
  /// reading failed.
  bool append_to(std::string& text, std::size_t most);
  /// Returns the rest up to `most` bytes, and one more so that a longer input can be told from one
  /// of that length.
  std::string read_all(std::size_t most);
  /// Whether append_to() would return at once.
  [[nodiscard]] bool is_ready() const;
  /// `No such file or directory` and the like; empty where nothing went wrong.
  [[nodiscard]] const std::string& error() const { return error_; }

 private:
  platform::Descriptor descriptor_;
  std::string error_;
};

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

/// Hands out the items of all inputs in order, to several threads.
class BatchInput {
 public:
  /// `sources` and `options` must outlive it.
  BatchInput(std::span<const std::string> sources, const LogOptions& options)
      : sources_{sources}, options_{options} {}

  /// Returns the next item; none at the end. A block has the lines that are available, at least
  /// one, and about 256 KiB at most.
  std::optional<BatchItem> take();
  /// Whether there is a single item for sure.
  [[nodiscard]] bool is_single() const {
    return sources_.size() == 1 && !options_.is_roster(sources_.front());
  }
  /// How many items were handed out.
  [[nodiscard]] std::size_t taken() const { return taken_; }

 private:
  void read_block(BatchItem& item);
  bool skip_line();

  std::mutex mutex_;
  std::span<const std::string> sources_;
  const LogOptions& options_;
  std::size_t next_source_ = 0;
  std::size_t taken_ = 0;
  std::optional<File> roster_;  // the input that is being read, if it is one
  std::int64_t line_ = 1;       // of the roster, where the next block begins
  std::string rest_;            // read, and not yet part of a block
};

}  // namespace certrenew::cli
