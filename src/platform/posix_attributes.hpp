// Where Linux and macOS differ, and POSIX says nothing.
#pragma once

#include <sys/stat.h>

#include <ctime>

#include "platform/streams.hpp"

namespace certrenew::platform {

// The first two return whether they succeeded; where they failed, errno says why.

struct TwoFiles {
  Descriptor from;
  Descriptor to;
};
/// Copies the extended attributes of a file, among them its access control list.
bool copy_attributes(const TwoFiles& files);

/// Makes what was written to a file outlast a power failure.
bool flush_file(Descriptor descriptor);

/// When the content of a file was last changed.
timespec time_of_change(const struct ::stat& status);

}  // namespace certrenew::platform
