#include "cli/progress.hpp"

#include "cli/files.hpp"
#include "text/grouped.hpp"

namespace certrenew {

namespace {

using namespace std::chrono_literals;

constexpr auto before_the_first = 1s;
constexpr auto between_two = 200ms;

std::optional<std::uint64_t> size_of_all(std::span<const std::string> sources) {
  std::uint64_t all = 0;
  for (const std::string& source : sources) {
    const auto size = size_of_file(source);
    if (!size) return std::nullopt;
    all += *size;
  }
  return all;
}

}  // namespace

Progress::Progress(std::span<const std::string> sources)
    : wanted_{error_can_be_overwritten() && !output_is_terminal()} {
  if (!wanted_) return;
  all_bytes_ = size_of_all(sources);
  begun_ = Clock::now();
  next_ = begun_ + before_the_first;
}

void Progress::add(std::size_t logs, std::size_t bytes) {
  if (!wanted_) return;
  logs_ += logs;
  bytes_ += bytes;
  const auto now = Clock::now();
  if (now < next_) return;
  next_ = now + between_two;
  write_error('\r' + words(std::chrono::duration<double>(now - begun_).count()) + "\x1b[K");
  shown_ = true;
}

void Progress::hide() {
  if (!shown_) return;
  write_error("\r\x1b[K");
  shown_ = false;
}

std::string Progress::words(double seconds) const {
  constexpr double million = 1e6;
  const auto megabytes = static_cast<double>(bytes_) / million;
  const auto whole = [](double number) {
    return text::grouped(std::to_string(static_cast<std::uint64_t>(number)));
  };
  std::string words = text::grouped(std::to_string(logs_)) + " logs, " + whole(megabytes) +
                      " MB, " + whole(megabytes / seconds) + " MB/s";
  if (all_bytes_ && *all_bytes_ > 0) {
    words += ", " + std::to_string(bytes_ * 100 / *all_bytes_) + "%";
  }
  return words;
}

}  // namespace certrenew
