// Replacing a file on Linux, macOS and other systems that follow POSIX.
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <string_view>
#include <utility>
#include <vector>

#if defined(__APPLE__)
#include <copyfile.h>
#elif defined(__linux__)
#include <sys/xattr.h>
#endif

#include "platform/replacement.hpp"
#include "platform/streams.hpp"

namespace certrenew::platform {

namespace {

constexpr mode_t permission_bits = 07777;
constexpr mode_t any_write_bit = 0222;

std::string folder_of(const std::string& path) { return path.substr(0, path.rfind('/') + 1); }

// ---- Where Linux and macOS differ, and POSIX says nothing ---------------------------------------

struct TwoFiles {
  Descriptor from;
  Descriptor to;
};

#if defined(__APPLE__)

/// Copies the extended attributes of a file, among them its access control list.
bool copy_attributes(const TwoFiles& files) {
  return ::fcopyfile(files.from, files.to, nullptr, COPYFILE_ACL | COPYFILE_XATTR) == 0;
}

/// Makes what was written to a file outlast a power failure. On macOS fsync() does not wait for the
/// disk.
bool flush_file(Descriptor descriptor) {
  return ::fcntl(descriptor, F_FULLFSYNC) == 0 || ::fsync(descriptor) == 0;
}

/// When the content of a file was last changed.
timespec time_of_change(const struct ::stat& status) { return status.st_mtimespec; }

#else

#if defined(__linux__)
bool copy_attributes(const TwoFiles& files) {
  constexpr std::size_t most = 65536;  // bytes of all names, or of a value
  std::vector<char> names(most);
  const ssize_t size = ::flistxattr(files.from, names.data(), names.size());
  if (size < 0) return errno == ENOTSUP;
  std::vector<char> value(most);
  for (const char* name = names.data(); name < names.data() + size; name += std::strlen(name) + 1) {
    // Skips security labels: the system itself labels a new file.
    if (std::string_view{name}.starts_with("security.")) continue;
    const ssize_t length = ::fgetxattr(files.from, name, value.data(), value.size());
    if (length < 0) return false;
    const auto bytes = static_cast<std::size_t>(length);
    if (::fsetxattr(files.to, name, value.data(), bytes, 0) != 0) return false;
  }
  return true;
}
#else
bool copy_attributes(const TwoFiles& /*files*/) { return true; }
#endif

bool flush_file(Descriptor descriptor) { return ::fsync(descriptor) == 0; }

timespec time_of_change(const struct ::stat& status) { return status.st_mtim; }

#endif

// ----------------------------------------------------------------------------------------------

bool is_same_file(const struct ::stat& a, const struct ::stat& b) {
  return a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

bool has_same_content(const struct ::stat& a, const struct ::stat& b) {
  const timespec modified_a = time_of_change(a);
  const timespec modified_b = time_of_change(b);
  return a.st_size == b.st_size && modified_a.tv_sec == modified_b.tv_sec &&
         modified_a.tv_nsec == modified_b.tv_nsec;
}

/// The path without symbolic links; empty on failure.
std::string real_path(const std::string& path) {
  const std::unique_ptr<char, decltype(&std::free)> real{::realpath(path.c_str(), nullptr),
                                                         &std::free};
  return real ? real.get() : "";
}

}  // namespace

struct OldFile::State {
  std::string path;            // without symbolic links
  Descriptor descriptor = -1;  // holds the lock
  struct ::stat status {};     // when it was opened

  void close() {
    if (descriptor >= 0) ::close(std::exchange(descriptor, -1));
  }
};

OldFile::OldFile() : state_{std::make_unique<State>()} {}
OldFile::~OldFile() { state_->close(); }

OldFile::Opened OldFile::open(const std::string& path, Access access) {
  auto& [real, descriptor, status] = *state_;
  if (::stat(path.c_str(), &status) != 0) return Opened::failed;
  if (!S_ISREG(status.st_mode)) return Opened::no_file;
  real = real_path(path);
  if (real.empty()) return Opened::failed;
  state_->close();
  const int how = access == Access::read ? O_RDONLY : O_RDWR;
  descriptor = ::open(real.c_str(), how | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (descriptor < 0) return Opened::failed;
  if (access == Access::replace && ::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
    return errno == EWOULDBLOCK || errno == EINTR ? Opened::busy : Opened::not_locked;
  }
  struct ::stat now {};
  if (::stat(real.c_str(), &now) != 0 && errno != ENOENT) return Opened::failed;
  if (::fstat(descriptor, &status) != 0) return Opened::failed;
  return is_same_file(now, status) ? Opened::yes : Opened::busy;
}

bool OldFile::is_read_only() const { return (state_->status.st_mode & any_write_bit) == 0; }

bool OldFile::has_other_names() const { return state_->status.st_nlink > 1; }

bool OldFile::is_unchanged() const {
  struct ::stat now {};
  return ::stat(state_->path.c_str(), &now) == 0 && is_same_file(now, state_->status) &&
         has_same_content(now, state_->status);
}

struct NewFile::State {
  const OldFile::State& old;
  std::string path;  // empty once it has taken the place of the old one
  Descriptor descriptor = -1;
};

NewFile::NewFile(OldFile& old) : state_{std::make_unique<State>(State{*old.state_, {}})} {
  const std::string& beside = old.state_->path;
  state_->path = folder_of(beside) + '.' + beside.substr(beside.rfind('/') + 1) + '.';
  state_->path.append(6, 'X');  // for mkstemp() to replace
  state_->descriptor = ::mkstemp(state_->path.data());
  if (exists()) ::fcntl(state_->descriptor, F_SETFD, FD_CLOEXEC);
}

NewFile::~NewFile() {
  if (!exists()) return;
  ::close(state_->descriptor);
  if (!state_->path.empty()) ::unlink(state_->path.c_str());
}

bool NewFile::exists() const { return state_->descriptor >= 0; }

bool NewFile::write(std::string_view text) const {
  return write_all(state_->descriptor, text) == Written::all;
}

bool NewFile::take_owner_and_mode() const {
  const auto& [old, path, descriptor] = *state_;
  struct ::stat own {};
  if (::fstat(descriptor, &own) != 0) return false;
  const bool has_owner = own.st_uid == old.status.st_uid && own.st_gid == old.status.st_gid;
  // The owner comes first, because changing it takes bits of the mode away.
  return (has_owner || ::fchown(descriptor, old.status.st_uid, old.status.st_gid) == 0) &&
         ::fchmod(descriptor, old.status.st_mode & permission_bits) == 0;
}

bool NewFile::take_attributes() const {
  return copy_attributes({.from = state_->old.descriptor, .to = state_->descriptor});
}

bool NewFile::flush_to_disk() const { return flush_file(state_->descriptor); }

bool NewFile::take_place() {
  if (std::rename(state_->path.c_str(), state_->old.path.c_str()) != 0) return false;
  state_->path.clear();
  return true;
}

bool NewFile::flush_place() const {
  const std::string folder = folder_of(state_->old.path);
  const Descriptor descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return true;
  const bool is_flushed = ::fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP;
  ::close(descriptor);
  return is_flushed;
}

}  // namespace certrenew::platform
