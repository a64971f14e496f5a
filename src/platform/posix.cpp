// Linux, macOS and other systems that follow POSIX.
#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <ctime>
#include <iterator>

#include "platform/process.hpp"
#include "platform/streams.hpp"

namespace certrenew::platform {

namespace {

constexpr int without_limit = -1;

/// Waits until the stream can be read or written, as `events` say, for some milliseconds at most.
bool wait_for(Descriptor descriptor, decltype(pollfd::events) events, int most) {
  pollfd one{.fd = descriptor, .events = events, .revents = 0};
  return ::poll(&one, 1, most) > 0;
}

bool would_block() { return errno == EAGAIN || errno == EWOULDBLOCK; }

std::optional<std::uint64_t> size_of(const struct ::stat& status) {
  if (!S_ISREG(status.st_mode)) return std::nullopt;
  return static_cast<std::uint64_t>(status.st_size);
}

}  // namespace

// ---- Streams ---------------------------------------------------------------------------------

std::string last_failure() { return std::strerror(errno); }  // NOLINT(concurrency-mt-unsafe)

Descriptor open_to_read(const std::string& path) {
  return ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
}

void close(Descriptor descriptor) { ::close(descriptor); }

std::ptrdiff_t read(Descriptor descriptor, std::span<char> bytes) {
  while (true) {
    const ssize_t got = ::read(descriptor, bytes.data(), bytes.size());
    if (got >= 0) return got;
    if (would_block()) {
      wait_for(descriptor, POLLIN, without_limit);
    } else if (errno != EINTR) {
      return -1;
    }
  }
}

bool has_input(Descriptor descriptor) { return wait_for(descriptor, POLLIN, 0); }

Written write_all(Descriptor descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    if (written >= 0) {
      text.remove_prefix(static_cast<std::size_t>(written));
    } else if (would_block()) {
      wait_for(descriptor, POLLOUT, without_limit);
    } else if (errno != EINTR) {
      return errno == EPIPE ? Written::reader_gone : Written::failed;
    }
  }
  return Written::all;
}

std::optional<std::uint64_t> size_of_file(const std::string& path) {
  struct ::stat status {};
  if (::stat(path.c_str(), &status) != 0) return std::nullopt;
  return size_of(status);
}

std::optional<std::uint64_t> size_of_file(Descriptor descriptor) {
  struct ::stat status {};
  if (::fstat(descriptor, &status) != 0) return std::nullopt;
  return size_of(status);
}

// ---- Terminals -------------------------------------------------------------------------------

bool is_terminal(Descriptor descriptor) { return ::isatty(descriptor) == 1; }

bool obeys_escapes(Descriptor descriptor) { return is_terminal(descriptor); }

std::size_t columns_of(Descriptor descriptor) {
  winsize size{};
  return ::ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

bool is_utf8_usual() { return false; }

// ---- The program -----------------------------------------------------------------------------

int run(Program program, int count, char** arguments) {
  static_cast<void>(std::signal(SIGPIPE, SIG_IGN));
  return program(count, arguments);
}

LocalDay today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  ::localtime_r(&now, &local);
  return {.year = local.tm_year + 1900,
          .month = static_cast<unsigned>(local.tm_mon + 1),
          .day = static_cast<unsigned>(local.tm_mday)};
}

struct Uninterrupted::State {
  sigset_t before;
};

namespace {

constexpr int ending_signals[] = {SIGINT, SIGTERM, SIGHUP};

}  // namespace

Uninterrupted::Uninterrupted() : state_{std::make_unique<State>()} {
  sigset_t signals;
  ::sigemptyset(&signals);
  for (const int one : ending_signals) ::sigaddset(&signals, one);
  ::pthread_sigmask(SIG_BLOCK, &signals, &state_->before);
  // Without this signal a file that grows too large is an error of write().
  static_cast<void>(std::signal(SIGXFSZ, SIG_IGN));
}

Uninterrupted::~Uninterrupted() { ::pthread_sigmask(SIG_SETMASK, &state_->before, nullptr); }

bool Uninterrupted::is_asked_to_end() {
  sigset_t waiting;
  ::sigpending(&waiting);
  return std::any_of(std::begin(ending_signals), std::end(ending_signals),
                     [&](int one) { return ::sigismember(&waiting, one) == 1; });
}

}  // namespace certrenew::platform
