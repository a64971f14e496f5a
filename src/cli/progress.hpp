// How far a long pass has come, on a terminal.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace certrenew {

/// One line on standard error that is written over and over, where that is a terminal, the answers
/// go elsewhere, and the work takes more than a second; otherwise nothing.
class Progress {
 public:
  /// `sources` are what is being read.
  explicit Progress(std::span<const std::string> sources);

  /// So much more has been answered.
  void add(std::size_t logs, std::size_t bytes);
  /// Takes the line away, so that something else can be written.
  void hide();

 private:
  using Clock = std::chrono::steady_clock;  // it measures; it knows no day

  [[nodiscard]] std::string words(double seconds) const;

  bool wanted_;
  bool shown_ = false;
  std::optional<std::uint64_t> all_bytes_;  // known where all sources are files
  std::uint64_t logs_ = 0;
  std::uint64_t bytes_ = 0;
  Clock::time_point begun_;
  Clock::time_point next_;
};

}  // namespace certrenew
