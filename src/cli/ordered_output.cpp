#include "cli/ordered_output.hpp"

#include <optional>
#include <string_view>

#include "platform/streams.hpp"
#include "text/fit.hpp"

namespace certrenew::cli {

namespace {

/// The size of all sources; 0 where one of them is no regular file.
std::uint64_t size_of_all(std::span<const std::string> sources) {
  std::uint64_t all = 0;
  for (const std::string& source : sources) {
    const auto size = source == "-" ? platform::size_of_file(platform::standard_input)
                                    : platform::size_of_file(source);
    if (!size) return 0;
    all += *size;
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

void OutputChunk::end_log(bool repeated) {
  end_part(repeated);
  log_is_written_ = false;
}

bool OutputChunk::drop_log() noexcept {
  if (log_is_written_) return false;
  sink.text.resize(last_part().text_end);
  error_text.resize(last_part().error_end);
  return true;
}

void OutputChunk::flush_if_large() {
  constexpr std::size_t large = std::size_t{1024} * 1024;
  if (sink.text.size() + error_text.size() >= large) flush();
}

void OutputChunk::flush() {
  if (end_part(/*repeated=*/false)) log_is_written_ = true;
  output_.write(*this);
  parts_.clear();
  sink.text.clear();
  error_text.clear();
}

/// Ends a part where it has something. Returns whether it has.
bool OutputChunk::end_part(bool repeated) {
  const Part before = last_part();
  const bool has_text = sink.text.size() > before.text_end;
  if (!has_text && error_text.size() == before.error_end) return false;
  parts_.push_back({.text_end = sink.text.size(),
                    .error_end = error_text.size(),
                    .begins_report = has_text && !log_is_written_,
                    .repeated = repeated});
  return true;
}

const print::Printer& OutputChunk::printer() const { return output_.printer(); }

OrderedOutput::OrderedOutput(Output& output, const print::Printer& printer,
                             std::span<const std::string> sources)
    : output_{output}, printer_{printer}, progress_{sources} {
  if (!printer.always_frames) return;
  print::Sink sink;
  printer.begin(sink);
  output.write(sink.text);
}

void OrderedOutput::write(const OutputChunk& chunk) {
  std::unique_lock lock{mutex_};
  turn_.wait(lock, [&] { return next_ == chunk.item_ || failure_; });
  if (failure_) std::rethrow_exception(failure_);
  const std::string_view text = chunk.sink.text;
  const std::string_view errors = chunk.error_text;
  OutputChunk::Part before;
  for (const OutputChunk::Part& part : chunk.parts_) {
    if (part.begins_report) begin_report();
    output_.write(text.substr(before.text_end, part.text_end - before.text_end));
    const bool left_out = part.repeated && repeats_left_ == 0;
    if (part.error_end > before.error_end && !left_out) {
      if (part.repeated) --repeats_left_;
      progress_.hide();
      output_.flush();
      write_error(errors.substr(before.error_end, part.error_end - before.error_end));
    }
    before = part;
  }
}

/// Writes what stands before the next report.
void OrderedOutput::begin_report() {
  print::Sink sink;
  if (any_report_) {
    sink.text += printer_.separator;
  } else if (!printer_.always_frames) {
    printer_.begin(sink);
  }
  any_report_ = true;
  output_.write(sink.text);
}

void OrderedOutput::end_item(const BatchItem& item) {
  const std::scoped_lock lock{mutex_};
  if (item.is_block) output_.flush();  // somebody may be waiting for these answers
  progress_.add(item.lines, item.text);
  ++next_;
  turn_.notify_all();
}

void OrderedOutput::end(std::size_t unreadable) {
  if (failure_) std::rethrow_exception(failure_);
  progress_.hide();
  if (!any_report_ && !printer_.always_frames) return;
  print::Sink sink;
  printer_.end(sink, any_report_, unreadable);
  output_.write(sink.text);
}

void OrderedOutput::fail(const std::exception_ptr& failure) noexcept {
  const std::scoped_lock lock{mutex_};
  if (!failure_) failure_ = failure;
  turn_.notify_all();
}

}  // namespace certrenew::cli
