// Writing what all workers print, in the order of the items.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/input.hpp"
#include "cli/output.hpp"
#include "print/printer.hpp"

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

class OrderedOutput;

/// What a worker prints for one item: text for standard output, and between its parts text for
/// standard error. It is written when the item is done, or earlier where it grows beyond 1 MiB;
/// then writing waits until the items before it are done.
class OutputChunk {
 public:
  /// `output` must outlive it.
  explicit OutputChunk(OrderedOutput& output)
      : sink{[this](std::string& /*text*/) { flush(); }}, output_{output} {}

  /// Begins the item with that number.
  void begin_item(std::size_t number) { item_ = number; }
  /// The number of the item.
  [[nodiscard]] std::size_t item() const { return item_; }

  /// Prints a report.
  void print(const print::Report& report) { printer().print(sink, report); }
  [[nodiscard]] const print::Printer& printer() const;
  /// Text for standard output.
  print::Sink sink;
  /// Text for standard error, which follows what the log has printed so far.
  std::string error_text;

  /// Ends what is said about one log. Of all `repeated` errors only the first few are written.
  void end_log(bool repeated = false);
  /// Takes back what is said about the log so far. Returns false if some of it has been written.
  bool drop_log() noexcept;

  /// Writes everything if there is much of it.
  void flush_if_large();
  /// Waits until all items before this one are done, and writes everything.
  void flush();

 private:
  friend class OrderedOutput;

  /// What stands between the end of the part before it and these ends: first text, then errors.
  struct Part {
    std::size_t text_end = 0;
    std::size_t error_end = 0;
    bool begins_report = false;
    bool repeated = false;
  };

  [[nodiscard]] Part last_part() const { return parts_.empty() ? Part{} : parts_.back(); }
  bool end_part(bool repeated);

  OrderedOutput& output_;
  std::vector<Part> parts_;
  std::size_t item_ = 0;
  bool log_is_written_ = false;  // some of the log that has not ended
};

/// Lets the worker write whose item is next; all others wait.
class OrderedOutput {
 public:
  /// Of a run that reads `sources`. `output` and `printer` must outlive it.
  OrderedOutput(Output& output, const print::Printer& printer,
                std::span<const std::string> sources);

  [[nodiscard]] const print::Printer& printer() const { return printer_; }
  /// Waits for the turn of the chunk's item, and writes the chunk. Throws what fail() was given.
  void write(const OutputChunk& chunk);
  /// Ends an item, whose chunk has been written. It is the next item's turn.
  void end_item(const BatchItem& item);
  /// Writes what stands after all reports. `unreadable`: how many logs could not be read. Throws
  /// what fail() was given.
  void end(std::size_t unreadable);
  /// Makes all workers fail that write from now on, or wait for their turn.
  void fail(const std::exception_ptr& failure) noexcept;

 private:
  void begin_report();

  Output& output_;
  const print::Printer& printer_;
  Progress progress_;
  std::mutex mutex_;
  std::condition_variable turn_;
  std::size_t next_ = 0;
  bool any_report_ = false;
  std::exception_ptr failure_;
  std::size_t repeats_left_ = 10;
};

}  // namespace certrenew::cli
