#include "cli/progress.hpp"

#include <filesystem>
#include <system_error>

#include "cli/output.hpp"
#include "cli/terminal.hpp"
#include "text/fit.hpp"

namespace certrenew::cli {

namespace {

using namespace std::chrono_literals;

constexpr auto before_the_first = 1s;
constexpr auto between_two = 200ms;

/// The size of all sources; 0 where one of them is no regular file.
std::uint64_t size_of_all(std::span<const std::string> sources) {
  std::uint64_t all = 0;
  for (const std::string& source : sources) {
    std::error_code error;
    const auto size = std::filesystem::file_size(source == "-" ? "/dev/stdin" : source, error);
    if (error) return 0;
    all += size;
  }
  return all;
}

}  // namespace

Progress::Progress(std::span<const std::string> sources)
    : wanted_{error_can_be_overwritten() && !output_is_terminal()},
      all_bytes_{wanted_ ? size_of_all(sources) : 0},
      next_{begun_ + before_the_first} {}

void Progress::add(const Done& done) {
  logs_ += done.logs;
  bytes_ += done.bytes;
  const auto now = Clock::now();
  if (!wanted_ || now < next_) return;
  next_ = now + between_two;
  shown_ = true;
  constexpr std::uint64_t million = 1'000'000;
  const std::chrono::duration<double, std::micro> elapsed = now - begun_;
  const auto bytes_a_microsecond =
      static_cast<std::uint64_t>(static_cast<double>(bytes_) / elapsed.count());
  std::string line = text::grouped(std::to_string(logs_)) + " logs, " +
                     text::grouped(std::to_string(bytes_ / million)) + " MB, " +
                     text::grouped(std::to_string(bytes_a_microsecond)) + " MB/s";
  if (all_bytes_ > 0) line += ", " + std::to_string(bytes_ * 100 / all_bytes_) + "%";
  write_error('\r' + line + "\x1b[K");
}

void Progress::hide() {
  if (!shown_) return;
  write_error("\r\x1b[K");
  shown_ = false;
}

}  // namespace certrenew::cli
