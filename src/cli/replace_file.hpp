// Replacing a file by a new one in a single step: whoever reads it sees the old text or the new
// one, never a part, whatever happens in between.
#pragma once

#include <sys/stat.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace certrenew::cli {

/// A regular file. A symbolic link stands for the file that it leads to.
class ReplaceableFile {
 public:
  enum class Access : std::uint8_t { read, replace };

  /// Opens the file. To replace it, also locks it until the object is destroyed, and waits up to
  /// ten seconds for whoever holds the lock. Throws Stop if there is no such file, it is no regular
  /// file, or it must not be replaced.
  ReplaceableFile(std::string name, Access access);
  ~ReplaceableFile();
  ReplaceableFile(const ReplaceableFile&) = delete;
  ReplaceableFile& operator=(const ReplaceableFile&) = delete;

  /// Returns the text of the file up to `most` bytes, and one more if it is longer. Throws Stop.
  [[nodiscard]] std::string read(std::size_t most) const;

  /// Replaces the file; mode, owner and attributes stay. Throws Stop if that fails; then the file
  /// is as it was unless the message says otherwise. SIGINT, SIGTERM and SIGHUP wait until the file
  /// is replaced, or left as it was. Precondition: it was opened for that.
  void replace(std::string_view text);

 private:
  bool try_to_open(Access access);
  [[nodiscard]] bool try_to_lock() const;
  void refuse_unless_replaceable() const;
  [[nodiscard]] bool is_unchanged() const;
  [[noreturn]] void fail(const std::string& why) const;

  std::string name_;     // as it was given
  std::string path_;     // without symbolic links
  int descriptor_ = -1;  // holds the lock
  struct ::stat status_ {};
};

}  // namespace certrenew::cli
