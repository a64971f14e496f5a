#include "cli/files.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
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

File::File(const std::string& name)
    : descriptor_{name == "-" ? STDIN_FILENO : ::open(name.c_str(), O_RDONLY | O_CLOEXEC)} {
  if (descriptor_ < 0) error_ = words_for(errno);
}

File::~File() {
  if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
}

std::size_t File::read(char* to, std::size_t most) {
  while (error_.empty()) {
    const ssize_t got = ::read(descriptor_, to, most);
    if (got >= 0) return static_cast<std::size_t>(got);
    if (errno != EINTR) error_ = words_for(errno);
  }
  return 0;
}

bool File::is_ready() const {
  pollfd one{.fd = descriptor_, .events = POLLIN, .revents = 0};
  return ::poll(&one, 1, 0) > 0;
}

Input::Input(const std::string& name, std::size_t most) {
  File file{name};
  std::array<char, 4096> first;  // NOLINT(cppcoreguidelines-pro-type-member-init): read into
  text_.assign(first.data(), file.read(first.data(), first.size()));
  // Most logs fit a page; what is longer is read in ever larger blocks, straight into place.
  for (std::size_t got = text_.size(); got > 0 && text_.size() <= most;) {
    const std::size_t old = text_.size();
    const std::size_t room = std::min(std::max(old, first.size()), most + 1 - old);
    text_.resize(old + room);
    got = file.read(text_.data() + old, room);
    text_.resize(old + got);
  }
  error_ = file.error();
}

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
  if (error != 0 && !reader_gone_) error_ = words_for(error);
}

void write_error(std::string_view text) { write_all(STDERR_FILENO, text); }

std::string_view environment(const char* name) {
  const char* const value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): nobody sets one
  return value == nullptr ? std::string_view{} : value;
}

std::optional<std::uint64_t> size_of_file(const std::string& name) {
  struct stat about {};
  const int failed = name == "-" ? ::fstat(STDIN_FILENO, &about) : ::stat(name.c_str(), &about);
  if (failed != 0 || !S_ISREG(about.st_mode)) return std::nullopt;
  return static_cast<std::uint64_t>(about.st_size);
}

bool error_can_be_overwritten() {
  return ::isatty(STDERR_FILENO) == 1 && environment("TERM") != "dumb";
}

bool input_is_terminal() { return ::isatty(STDIN_FILENO) == 1; }

bool output_is_terminal() { return ::isatty(STDOUT_FILENO) == 1; }

std::size_t output_width() {
  constexpr std::size_t least = 80;
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) return least;
  return std::max<std::size_t>(least, size.ws_col);
}

}  // namespace certrenew
