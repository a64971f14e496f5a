// Replacing a file on Linux, macOS and other systems that follow POSIX.
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <utility>

#include "platform/posix_attributes.hpp"
#include "platform/replacement.hpp"
#include "platform/streams.hpp"

namespace certrenew::platform {

namespace {

constexpr mode_t permission_bits = 07777;
constexpr mode_t any_write_bit = 0222;

std::string folder_of(const std::string& path) { return path.substr(0, path.rfind('/') + 1); }

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

  State() = default;
  ~State() { close(); }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  void close() {
    if (descriptor >= 0) ::close(std::exchange(descriptor, -1));
  }
};

OldFile::OldFile() : state_{std::make_unique<State>()} {}
OldFile::~OldFile() = default;

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

std::ptrdiff_t OldFile::read(std::span<char> bytes) const {
  return platform::read(state_->descriptor, bytes);
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
  state_->path = folder_of(beside) + '.' + beside.substr(beside.rfind('/') + 1) + ".XXXXXX";
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
