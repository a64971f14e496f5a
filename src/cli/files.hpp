// Reading inputs, and writing standard output and standard error: the only place that does.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace certrenew {

/// A file that is read bit by bit, or standard input where its name is `-`.
class File {
 public:
  /// Opens it. Nothing is thrown: see error().
  explicit File(const std::string& name);
  ~File();
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  /// Reads at most `most` bytes, as many as are there, waiting for one; 0 at the end, or where
  /// reading failed.
  std::size_t read(char* to, std::size_t most);

  /// Whether reading would not wait.
  [[nodiscard]] bool is_ready() const;

  /// `No such file or directory` and the like; empty where nothing went wrong.
  [[nodiscard]] const std::string& error() const { return error_; }

 private:
  int descriptor_;
  std::string error_;
};

/// A whole file, or standard input.
class Input {
 public:
  /// Reads at most `most` bytes and one more, so that a longer input is recognised as such. Nothing
  /// is thrown: see error().
  Input(const std::string& name, std::size_t most);

  [[nodiscard]] const std::string& text() const { return text_; }
  /// `No such file or directory` and the like; empty where reading succeeded.
  [[nodiscard]] const std::string& error() const { return error_; }

 private:
  std::string text_;
  std::string error_;
};

/// Standard output, in blocks.
class Output {
 public:
  /// What is appended here is written some time.
  [[nodiscard]] std::string& buffer() { return buffer_; }

  /// Writes `text`, or keeps it until there is more.
  void write(std::string_view text);
  /// Sends all of the buffer on.
  void flush();

  /// What went wrong; empty where nothing did. A reader that went away is no failure: what is
  /// written after that is dropped.
  [[nodiscard]] const std::string& error() const { return error_; }

 private:
  void send(std::string_view text);

  std::string buffer_;
  std::string error_;
  bool reader_gone_ = false;
};

/// A variable of the environment; empty where it is not set.
std::string_view environment(const char* name);

/// Writes to standard error as far as that can be done.
void write_error(std::string_view text);

/// The size of a file; nothing where it is none, or is still growing for all one knows: a pipe,
/// say.
std::optional<std::uint64_t> size_of_file(const std::string& name);

/// Whether standard error is a terminal on which a line can be written over.
bool error_can_be_overwritten();

/// Whether standard input, or output, is a terminal.
bool input_is_terminal();
bool output_is_terminal();

/// The columns of that terminal, at least 80; 80 where it is none.
std::size_t output_width();

}  // namespace certrenew
