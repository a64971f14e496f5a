#include "cli/replace_file.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <thread>
#include <utility>
#include <vector>

#include "cli/exit.hpp"
#include "text/utf8.hpp"

namespace certrenew::cli {

namespace {

constexpr mode_t permission_bits = 07777;
constexpr mode_t any_write_bit = 0222;

/// What went wrong in the last call of the system.
std::string last_failure() { return std::strerror(errno); }  // NOLINT(concurrency-mt-unsafe)

/// While it exists, signals that ask the program to end wait.
class SignalsHeld {
 public:
  SignalsHeld() {
    sigset_t signals;
    ::sigemptyset(&signals);
    for (const int one : ending) ::sigaddset(&signals, one);
    ::pthread_sigmask(SIG_BLOCK, &signals, &before_);
    // Without this signal a file that grows too large is an error of write().
    static_cast<void>(std::signal(SIGXFSZ, SIG_IGN));
  }
  ~SignalsHeld() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  SignalsHeld(const SignalsHeld&) = delete;
  SignalsHeld& operator=(const SignalsHeld&) = delete;

  /// Whether one of them waits.
  static bool any_waits() {
    sigset_t waiting;
    ::sigpending(&waiting);
    return std::any_of(ending.begin(), ending.end(),
                       [&](int one) { return ::sigismember(&waiting, one) == 1; });
  }

 private:
  static constexpr std::array ending = {SIGINT, SIGTERM, SIGHUP};
  sigset_t before_{};
};

std::string folder_of(const std::string& path) { return path.substr(0, path.rfind('/') + 1); }

/// The new file, beside the old one. It is removed unless it takes the old one's place.
class NewFile {
 public:
  explicit NewFile(const std::string& path)
      : path_{folder_of(path) + '.' + path.substr(path.rfind('/') + 1) + ".XXXXXX"},
        descriptor_{::mkostemp(path_.data(), O_CLOEXEC)} {}
  ~NewFile() {
    if (descriptor_ < 0) return;
    ::close(descriptor_);
    if (!path_.empty()) ::unlink(path_.c_str());
  }
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;

  // Each of these returns whether it succeeded; if not, see errno.

  [[nodiscard]] bool exists() const { return descriptor_ >= 0; }
  [[nodiscard]] bool write(std::string_view text) const;
  [[nodiscard]] bool flush_to_disk() const { return ::fsync(descriptor_) == 0; }
  /// Gives it owner and mode of a file with that status.
  [[nodiscard]] bool take_owner_and_mode(const struct ::stat& status) const;
  /// Gives it the extended attributes of a file, among them its access control list.
  [[nodiscard]] bool take_attributes(int from) const;
  [[nodiscard]] bool rename_to(const std::string& path) {
    if (std::rename(path_.c_str(), path.c_str()) != 0) return false;
    path_.clear();
    return true;
  }

 private:
  std::string path_;
  int descriptor_;
};

bool NewFile::write(std::string_view text) const {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor_, text.data(), text.size());
    if (written > 0) text.remove_prefix(static_cast<std::size_t>(written));
    if (written < 0 && errno != EINTR) return false;
  }
  return true;
}

bool NewFile::take_owner_and_mode(const struct ::stat& status) const {
  struct ::stat own {};
  if (::fstat(descriptor_, &own) != 0) return false;
  const bool has_owner = own.st_uid == status.st_uid && own.st_gid == status.st_gid;
  // The owner comes first, because changing it takes bits of the mode away.
  return (has_owner || ::fchown(descriptor_, status.st_uid, status.st_gid) == 0) &&
         ::fchmod(descriptor_, status.st_mode & permission_bits) == 0;
}

bool NewFile::take_attributes(int from) const {
  constexpr std::size_t most = 65536;  // bytes of all names, or of a value, on Linux
  std::vector<char> names(most);
  const ssize_t size = ::flistxattr(from, names.data(), names.size());
  if (size < 0) return errno == ENOTSUP;
  std::vector<char> value(most);
  for (const char* name = names.data(); name < names.data() + size; name += std::strlen(name) + 1) {
    // The system itself gives a new file its labels.
    if (std::string_view{name}.starts_with("security.")) continue;
    const ssize_t length = ::fgetxattr(from, name, value.data(), value.size());
    if (length < 0) return false;
    const auto bytes = static_cast<std::size_t>(length);
    if (::fsetxattr(descriptor_, name, value.data(), bytes, 0) != 0) return false;
  }
  return true;
}

/// Makes a renaming in a folder outlast a power failure, where the folder can be opened and the
/// file system supports that.
bool flush_folder(const std::string& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return true;
  const bool is_flushed = ::fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP;
  ::close(descriptor);
  return is_flushed;
}

bool is_same_file(const struct ::stat& a, const struct ::stat& b) {
  return a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

bool has_same_content(const struct ::stat& a, const struct ::stat& b) {
  return a.st_size == b.st_size && a.st_mtim.tv_sec == b.st_mtim.tv_sec &&
         a.st_mtim.tv_nsec == b.st_mtim.tv_nsec;
}

}  // namespace

ReplaceableFile::ReplaceableFile(std::string name, Access access) : name_{std::move(name)} {
  constexpr std::chrono::seconds patience{10};
  constexpr std::chrono::milliseconds pause{20};
  const auto deadline = std::chrono::steady_clock::now() + patience;
  while (!try_to_open(access)) {
    if (std::chrono::steady_clock::now() >= deadline) {
      fail("another program has locked it for more than ten seconds");
    }
    std::this_thread::sleep_for(pause);
  }
}

ReplaceableFile::~ReplaceableFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void ReplaceableFile::fail(const std::string& why) const {
  throw Stop{Exit::failed, text::visible(name_) + ": " + why};
}

/// Returns false if the file is locked, or was replaced before it was locked.
bool ReplaceableFile::try_to_open(Access access) {
  if (::stat(name_.c_str(), &status_) != 0) fail(last_failure());
  if (!S_ISREG(status_.st_mode)) {
    throw Stop{Exit::usage, text::visible(name_) + ": not a regular file"};
  }
  const std::unique_ptr<char, decltype(&std::free)> path{::realpath(name_.c_str(), nullptr),
                                                         &std::free};
  if (!path) fail(last_failure());
  path_ = path.get();
  if (descriptor_ >= 0) ::close(descriptor_);
  const int how = access == Access::read ? O_RDONLY : O_RDWR;
  descriptor_ = ::open(path_.c_str(), how | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (descriptor_ < 0) fail(last_failure());
  if (access == Access::replace && !try_to_lock()) return false;
  struct ::stat now {};
  if (::stat(path_.c_str(), &now) != 0 && errno != ENOENT) fail(last_failure());
  if (::fstat(descriptor_, &status_) != 0) fail(last_failure());
  if (!is_same_file(now, status_)) return false;
  if (access == Access::replace) refuse_unless_replaceable();
  return true;
}

bool ReplaceableFile::try_to_lock() const {
  if (::flock(descriptor_, LOCK_EX | LOCK_NB) == 0) return true;
  if (errno != EWOULDBLOCK && errno != EINTR) fail("cannot be locked: " + last_failure());
  return false;
}

void ReplaceableFile::refuse_unless_replaceable() const {
  // An administrator may write it all the same. But somebody wanted it to stay as it is.
  if ((status_.st_mode & any_write_bit) == 0) fail("it is read-only");
  if (status_.st_nlink > 1) {
    fail("it has several names (hard links), and only this one would lead to the new file");
  }
}

std::string ReplaceableFile::read(std::size_t most) const {
  constexpr std::size_t piece = std::size_t{256} * 1024;
  std::string text;
  while (text.size() <= most) {
    const std::size_t old = text.size();
    text.resize(old + std::min(piece, most + 1 - old));
    const ssize_t got = ::read(descriptor_, text.data() + old, text.size() - old);
    text.resize(old + static_cast<std::size_t>(std::max<ssize_t>(0, got)));
    if (got == 0) break;
    if (got < 0 && errno != EINTR) fail(last_failure());
  }
  return text;
}

/// Whether nobody wrote to it since it was opened, or put another file in its place. Programs that
/// ignore the lock may.
bool ReplaceableFile::is_unchanged() const {
  struct ::stat now {};
  return ::stat(path_.c_str(), &now) == 0 && is_same_file(now, status_) &&
         has_same_content(now, status_);
}

void ReplaceableFile::replace(std::string_view text) {
  const SignalsHeld signals;
  NewFile created{path_};
  if (!created.exists()) fail("no file can be created beside it: " + last_failure());
  if (!created.write(text)) fail("the new file cannot be written: " + last_failure());
  if (!created.take_owner_and_mode(status_)) {
    fail("the new file cannot have its owner and mode: " + last_failure());
  }
  if (!created.take_attributes(descriptor_)) {
    fail("the new file cannot have its attributes: " + last_failure());
  }
  if (!created.flush_to_disk()) fail("the new file cannot be written: " + last_failure());
  if (SignalsHeld::any_waits()) fail("interrupted; the file is unchanged");
  if (!is_unchanged()) fail("another program has changed it; try again");
  if (!created.rename_to(path_)) fail("it cannot be replaced: " + last_failure());
  if (!flush_folder(folder_of(path_))) {
    fail("it was replaced, but a power failure may undo that: " + last_failure());
  }
}

}  // namespace certrenew::cli
