// Writing what all workers print, in the order of the items.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <mutex>
#include <span>
#include <string>
#include <vector>

#include "cli/batch_input.hpp"
#include "cli/output.hpp"
#include "cli/progress.hpp"
#include "print/printer.hpp"

namespace certrenew::cli {

class OrderedOutput;

/// What a worker prints for one item: text for standard output, and between its parts text for
/// standard error. It is written when the item is done, or earlier where it grows beyond 1 MiB;
/// then writing waits until the items before it are done.
class OutputChunk {
 public:
  /// `output` must outlive it.
  explicit OutputChunk(OrderedOutput& output)
      : output_{output}, sink_{[this](std::string& /*text*/) { flush(); }} {}

  /// Begins the item with that number.
  void begin_item(std::size_t number) { item_ = number; }

  /// Prints a report.
  void print(const print::Report& report) { printer().print(sink_, report); }
  [[nodiscard]] const print::Printer& printer() const;
  /// Where text for standard output goes.
  [[nodiscard]] print::Sink& sink() { return sink_; }
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
  print::Sink sink_;
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
