#include "cli/progress.hpp"

#include <filesystem>
#include <system_error>

#include "cli/output.hpp"
#include "cli/terminal.hpp"
#include "text/fit.hpp"

namespace certrenew::cli {

namespace {

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
    : wanted_{can_show_progress()}, all_bytes_{wanted_ ? size_of_all(sources) : 0} {}

void Progress::add(std::size_t logs, std::string_view input) {
  logs_ += logs;
  bytes_ += input.size();
  const auto now = Clock::now();
  if (!wanted_ || now < next_) return;
  next_ = now + std::chrono::milliseconds{200};
  shown_ = true;
  const auto grouped = [](std::uint64_t number) { return text::grouped(std::to_string(number)); };
  const auto elapsed = std::chrono::duration_cast<std::chrono::microseconds>(now - begun_).count();
  const std::uint64_t bytes_a_microsecond = bytes_ / static_cast<std::uint64_t>(elapsed);
  std::string line = grouped(logs_) + " logs, " + grouped(bytes_ / 1'000'000) + " MB, " +
                     grouped(bytes_a_microsecond) + " MB/s";
  if (all_bytes_ > 0) line += ", " + std::to_string(bytes_ * 100 / all_bytes_) + "%";
  write_error('\r' + line + "\x1b[K");
}

void Progress::hide() {
  if (!shown_) return;
  write_error("\r\x1b[K");
  shown_ = false;
}

}  // namespace certrenew::cli
