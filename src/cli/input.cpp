#include "cli/input.hpp"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>

namespace certrenew::cli {

namespace {

std::string error_text(int error) { return std::strerror(error); }  // NOLINT(concurrency-mt-unsafe)

bool would_block(int error) { return error == EAGAIN || error == EWOULDBLOCK; }

/// Waits up to `most` for input, or for ever where that is negative.
bool wait_for_input(int descriptor, std::chrono::milliseconds most) {
  pollfd one{.fd = descriptor, .events = POLLIN, .revents = 0};
  return ::poll(&one, 1, static_cast<int>(most.count())) > 0;
}

}  // namespace

File::File(const std::string& name)
    : descriptor_{name == "-" ? STDIN_FILENO : ::open(name.c_str(), O_RDONLY | O_CLOEXEC)} {
  if (descriptor_ < 0) error_ = error_text(errno);
}

File::~File() {
  if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
}

bool File::append_to(std::string& text, std::size_t most) {
  const std::size_t old = text.size();
  text.resize(old + most);
  ssize_t got = 0;
  while (error_.empty()) {
    got = ::read(descriptor_, text.data() + old, most);
    if (got >= 0) break;
    if (would_block(errno)) {
      wait_for_input(descriptor_, std::chrono::milliseconds{-1});
    } else if (errno != EINTR) {
      error_ = error_text(errno);
    }
  }
  text.resize(old + static_cast<std::size_t>(std::max<ssize_t>(0, got)));
  return got > 0;
}

std::string File::read_all(std::size_t most) {
  constexpr std::size_t first = 4096;  // most logs fit in it; the pieces of longer ones double
  std::string text;
  while (text.size() <= most &&
         append_to(text, std::min(std::max(text.size(), first), most + 1 - text.size()))) {
  }
  return text;
}

bool File::is_ready() const { return wait_for_input(descriptor_, {}); }

}  // namespace certrenew::cli
