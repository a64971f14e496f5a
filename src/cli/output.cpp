#include "cli/output.hpp"

#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cstddef>
#include <cstdlib>
#include <cstring>

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

/// A variable of the environment; empty where it is not set.
std::string_view environment(const char* name) {
  const char* const value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): nobody sets one
  return value == nullptr ? std::string_view{} : value;
}

bool locale_is_utf8() {
  for (const char* const name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    std::string locale{environment(name)};
    if (locale.empty()) continue;
    std::transform(locale.begin(), locale.end(), locale.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return locale.find("utf-8") != std::string::npos || locale.find("utf8") != std::string::npos;
  }
  return false;
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

print::Terminal output_terminal(std::optional<bool> colored) {
  print::Terminal terminal{.ascii = !locale_is_utf8()};
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) {
    terminal.width = std::max<std::size_t>(terminal.width, size.ws_col);
  }
  const bool plain = environment("TERM") == "dumb" || !environment("NO_COLOR").empty();
  terminal.colored = colored.value_or(::isatty(STDOUT_FILENO) == 1 && !plain);
  return terminal;
}

bool can_show_progress() {
  return ::isatty(STDERR_FILENO) == 1 && environment("TERM") != "dumb" &&
         ::isatty(STDOUT_FILENO) != 1;
}

}  // namespace certrenew::cli
