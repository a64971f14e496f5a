// Replacing a file by a new one in a single step.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace certrenew::platform {

/// A regular file that may be replaced: locks it, and notices changes. A symbolic link stands for
/// the file that it leads to.
class OldFile {
 public:
  enum class Access : std::uint8_t { read, replace };
  enum class Opened : std::uint8_t {
    yes,
    busy,        ///< somebody else has locked or replaced it
    no_file,     ///< it is a folder, a device or the like
    not_locked,  ///< locking it failed: see last_failure()
    failed,      ///< see last_failure()
  };

  OldFile();
  ~OldFile();
  OldFile(const OldFile&) = delete;
  OldFile& operator=(const OldFile&) = delete;

  /// Opens the file. To replace it, also locks it until the object is destroyed, if nobody else has
  /// locked it. May be called again, until it returns `yes`.
  Opened open(const std::string& path, Access access);

  // The rest has a precondition: the file is open.

  /// Whether nobody may write it.
  [[nodiscard]] bool is_read_only() const;
  /// Whether hard links lead to it.
  [[nodiscard]] bool has_other_names() const;
  /// Whether nobody wrote to it since it was opened, or put another file in its place. Programs
  /// that ignore the lock may.
  [[nodiscard]] bool is_unchanged() const;

 private:
  friend class NewFile;
  struct State;
  std::unique_ptr<State> state_;
};

/// A new file beside an old one, which only its owner may read at first. It is removed unless it
/// takes the place of the old one.
class NewFile {
 public:
  /// Creates it. `old` must outlive it.
  explicit NewFile(OldFile& old);
  ~NewFile();
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;

  // Each of these returns whether it succeeded; where it failed, last_failure() says why.

  [[nodiscard]] bool exists() const;
  [[nodiscard]] bool write(std::string_view text) const;
  /// Gives it the owner of the old file, and who may read and write that.
  [[nodiscard]] bool take_owner_and_mode() const;
  /// Gives it the other attributes of the old file.
  [[nodiscard]] bool take_attributes() const;
  /// Makes what was written outlast a power failure.
  [[nodiscard]] bool flush_to_disk() const;
  /// Takes the place of the old file in one step.
  [[nodiscard]] bool take_place();
  /// Makes having taken its place outlast a power failure, where the file system supports that.
  [[nodiscard]] bool flush_place() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace certrenew::platform
