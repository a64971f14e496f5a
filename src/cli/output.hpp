// Writing standard output and standard error: the only place that does.
#pragma once

#include <string>
#include <string_view>

namespace certrenew::cli {

/// Standard output, in blocks.
class Output {
 public:
  /// Writes `text`, or keeps it until there is more.
  void write(std::string_view text);
  /// Writes what was kept.
  void flush();

  /// What went wrong; empty where nothing did. A reader that went away is not an error: everything
  /// written after that is dropped.
  [[nodiscard]] const std::string& error() const { return error_; }

 private:
  void send(std::string_view text);

  std::string buffer_;
  std::string error_;
  bool reader_gone_ = false;
};

/// Writes to standard error, and ignores failure.
void write_error(std::string_view text);

/// Writes `certrenew: MESSAGE` to standard error, each line made visible, so that nothing in it can
/// control a terminal. Writes nothing where the message is empty.
void complain(std::string_view message);

}  // namespace certrenew::cli
