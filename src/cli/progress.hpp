// How far a long run has come, on a terminal.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace certrenew::cli {

/// One line on standard error that is updated in place. It appears only where standard error is a
/// terminal, standard output is not, and the run takes more than a second.
class Progress {
 public:
  /// Of a run that reads `sources`.
  explicit Progress(std::span<const std::string> sources);

  /// Adds logs that were answered, and the input that they stood in.
  void add(std::size_t logs, std::string_view input);
  /// Removes the line, so that something else can be written.
  void hide();

 private:
  using Clock = std::chrono::steady_clock;  // measures durations; the day is none of its business

  bool wanted_;
  bool shown_ = false;
  std::uint64_t all_bytes_;  // 0 unless all sources are regular files
  std::uint64_t logs_ = 0;
  std::uint64_t bytes_ = 0;
  Clock::time_point begun_ = Clock::now();
  Clock::time_point next_ = begun_ + std::chrono::seconds{1};
};

}  // namespace certrenew::cli
