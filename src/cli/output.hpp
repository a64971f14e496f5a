// Writing standard output and standard error: the only place that does.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "print/document.hpp"

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

/// What standard output is like. Where `colored` is none, the environment decides about colours. It
/// has at least 80 columns, and 80 where it is no terminal. It lacks Unicode unless the first of
/// LC_ALL, LC_CTYPE and LANG that is set and not empty is a UTF-8 locale; where none is, it depends
/// on the system.
print::Terminal output_terminal(std::optional<bool> colored);

/// Whether a line about progress would be seen alone: standard error is a terminal on which it can
/// be overwritten, and standard output is not.
bool can_show_progress();

}  // namespace certrenew::cli
