#include "cli/files.hpp"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace certrenew {

namespace {

constexpr std::size_t block = 64UL * 1024;

std::string words_for(int error) { return std::strerror(error); }  // NOLINT(concurrency-mt-unsafe)

/// Writes all of it; the error number, or 0.
int write_all(int file, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(file, text.data(), text.size());
    if (written >= 0) {
      text.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno != EINTR) {
      return errno;
    }
  }
  return 0;
}

}  // namespace

Input::Input(const std::string& name, std::size_t most) {
  const bool standard = name == "-";
  const int file = standard ? STDIN_FILENO : ::open(name.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) {
    error_ = words_for(errno);
    return;
  }
  std::array<char, 4096> first;  // NOLINT(cppcoreguidelines-pro-type-member-init): read into
  while (text_.size() <= most) {
    // Most logs fit a page; what is longer is read in ever larger blocks, straight into place.
    const std::size_t old = text_.size();
    const std::size_t room = old == 0 ? first.size() : std::min(old, most + 1 - old);
    if (old > 0) text_.resize(old + room);
    const ssize_t got = ::read(file, old == 0 ? first.data() : text_.data() + old, room);
    const int error = got < 0 ? errno : 0;
    const std::size_t count = got > 0 ? static_cast<std::size_t>(got) : 0;
    if (old == 0) {
      text_.assign(first.data(), count);
    } else {
      text_.resize(old + count);
    }
    if (error == EINTR) continue;
    if (error != 0) error_ = words_for(error);
    if (got <= 0) break;
  }
  if (!standard) ::close(file);
}

void Output::write_blocks() {
  if (buffer_.size() >= block) flush();
}

void Output::flush() {
  if (error_.empty() && !reader_gone_) {
    const int error = write_all(STDOUT_FILENO, buffer_);
    reader_gone_ = error == EPIPE;
    if (error != 0 && !reader_gone_) error_ = words_for(error);
  }
  buffer_.clear();
}

void write_error(std::string_view text) { write_all(STDERR_FILENO, text); }

bool input_is_terminal() { return ::isatty(STDIN_FILENO) == 1; }

bool output_is_terminal() { return ::isatty(STDOUT_FILENO) == 1; }

std::size_t output_width() {
  constexpr std::size_t least = 80;
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) return least;
  return std::max<std::size_t>(least, size.ws_col);
}

}  // namespace certrenew
