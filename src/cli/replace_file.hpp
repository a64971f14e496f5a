// Replacing a file by a new one in a single step: whoever reads it sees the old text or the new
// one, never a part, whatever happens in between.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "platform/replacement.hpp"

namespace certrenew::cli {

/// A regular file. A symbolic link stands for the file that it leads to.
class ReplaceableFile {
 public:
  using Access = platform::OldFile::Access;

  /// Opens the file. To replace it, also locks it until the object is destroyed, and waits up to
  /// ten seconds for whoever holds the lock. Throws Stop if there is no such file, it is no regular
  /// file, or it must not be replaced.
  ReplaceableFile(std::string name, Access access);

  /// Returns the text of the file up to `most` bytes, and one more if it is longer. Throws Stop.
  [[nodiscard]] std::string read(std::size_t most) const;

  /// Replaces the file; mode, owner and attributes stay. Throws Stop if that fails; then the file
  /// is as it was unless the message says otherwise. A request to end the program takes effect
  /// only afterwards. Precondition: the file was opened with Access::replace.
  void replace(std::string_view text);

 private:
  [[nodiscard]] bool try_to_open(Access access);
  void refuse_unless_replaceable() const;
  [[noreturn]] void fail(const std::string& why) const;

  std::string name_;  // as it was given
  platform::OldFile file_;
};

}  // namespace certrenew::cli
