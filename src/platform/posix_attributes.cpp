#include "platform/posix_attributes.hpp"

#include <unistd.h>

#if defined(__APPLE__)
#include <copyfile.h>
#include <fcntl.h>
#elif defined(__linux__)
#include <sys/xattr.h>

#include <cerrno>
#include <cstddef>
#include <cstring>
#include <string_view>
#include <vector>
#endif

namespace certrenew::platform {

#if defined(__APPLE__)

bool copy_attributes(const TwoFiles& files) {
  return ::fcopyfile(files.from, files.to, nullptr, COPYFILE_ACL | COPYFILE_XATTR) == 0;
}

// There fsync() does not wait for the disk.
bool flush_file(Descriptor descriptor) {
  return ::fcntl(descriptor, F_FULLFSYNC) == 0 || ::fsync(descriptor) == 0;
}

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
    // The system itself gives a new file its labels.
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

}  // namespace certrenew::platform
