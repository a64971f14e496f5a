#include "cli/output.hpp"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstring>

#include "text/utf8.hpp"

namespace certrenew::cli {

namespace {

constexpr std::size_t block = 64UL * 1024;

void wait_for_room(int descriptor) {
  pollfd one{.fd = descriptor, .events = POLLOUT, .revents = 0};
  ::poll(&one, 1, -1);
}

/// Writes all of `text`. Returns the error number, or 0.
int write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    if (written >= 0) {
      text.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
      wait_for_room(descriptor);
    } else if (errno != EINTR) {
      return errno;
    }
  }
  return 0;
}

}  // namespace

void Output::write(std::string_view text) {
  if (buffer_.size() + text.size() < block) {
    buffer_ += text;
    return;
  }
  flush();
  send(text);
}

void Output::flush() {
  send(buffer_);
  buffer_.clear();
}

void Output::send(std::string_view text) {
  if (!error_.empty() || reader_gone_) return;
  const int error = write_all(STDOUT_FILENO, text);
  reader_gone_ = error == EPIPE;
  if (error == 0 || reader_gone_) return;
  error_ = std::strerror(error);  // NOLINT(concurrency-mt-unsafe)
}

void write_error(std::string_view text) { write_all(STDERR_FILENO, text); }

void complain(std::string_view message) {
  if (message.empty()) return;
  std::string text = "certrenew: ";
  while (!message.empty()) {
    const std::size_t end = std::min(message.find('\n'), message.size());
    text::append_visible(text, message.substr(0, end));
    text += '\n';
    message.remove_prefix(std::min(end + 1, message.size()));
  }
  write_error(text);
}

}  // namespace certrenew::cli
