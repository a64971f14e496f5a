// Reading files and standard input.
#pragma once

#include <cstddef>
#include <string>

namespace certrenew::cli {

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
  int descriptor_;
  std::string error_;
};

}  // namespace certrenew::cli
