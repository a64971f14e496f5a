#include "cli/answering.hpp"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <optional>
#include <string>
#include <system_error>
#include <thread>
#include <vector>

#include "certrenew/reader.hpp"
#include "cli/inbox.hpp"
#include "cli/progress.hpp"
#include "cli/sheet.hpp"
#include "text/utf8.hpp"

namespace certrenew {

namespace {

/// How much a clerk says before it has to be written.
constexpr std::size_t most_on_sheet = std::size_t{1024} * 1024;

/// Writes the sheets of all clerks in the order of their items.
class Outbox {
 public:
  Outbox(Output& output, const Presentation& presentation, const Progress& progress)
      : output_{output}, presentation_{presentation}, progress_{progress} {
    if (presentation.header_alone) output.buffer() += presentation.header;
  }

  /// Waits until everything before that item is written, and writes the sheet: a part of what there
  /// is to say about it.
  void send_part(const Item& item, Sheet& sheet) {
    std::unique_lock lock{mutex_};
    turn_.wait(lock, [&] { return next_ == item.number || given_up_; });
    if (!given_up_) write(item, sheet);
  }

  /// The same where it is the last part.
  void send(const Item& item, Sheet& sheet) {
    send_part(item, sheet);
    const std::scoped_lock lock{mutex_};
    progress_.add(item.lines ? item.block.size() : 1, item.bytes);
    ++next_;
    turn_.notify_all();
  }

  /// All has been sent.
  void finish() {
    progress_.hide();
    if (any_body_) output_.write(presentation_.footer);
  }

  /// Nobody needs to wait any more.
  void give_up() {
    const std::scoped_lock lock{mutex_};
    given_up_ = true;
    turn_.notify_all();
  }

 private:
  void write(const Item& item, Sheet& sheet) {
    if (sheet.has_asides()) progress_.hide();
    if (sheet.any_body) {
      if (any_body_) {
        output_.write(presentation_.separator);
      } else if (!presentation_.header_alone) {
        output_.write(presentation_.header);
      }
      any_body_ = true;
    }
    sheet.send(output_, repeats_left_);
    if (item.lines) output_.flush();  // somebody may be waiting for it
  }

  Output& output_;
  const Presentation& presentation_;
  Progress progress_;
  std::mutex mutex_;
  std::condition_variable turn_;
  std::size_t next_ = 0;
  bool any_body_ = false;
  bool given_up_ = false;
  std::size_t repeats_left_ = 10;
};

class Answering {
 public:
  Answering(const LogOptions& options, Output& output, const Presentation& presentation)
      : options_{options},
        output_{output},
        presentation_{presentation},
        policy_{policy_in_force(options.policy, read_policy_)},
        what_if_{options.what_if, policy_},
        sources_{options.inputs()},
        inbox_{sources_, options},
        outbox_{output, presentation, Progress{sources_}},
        task_{.policy = policy_,
              .as_of = options.day(what_if_),
              .what_if = what_if_,
              .only = options.only,
              .answer_faults = options.format == Format::ndjson && presentation.answers_each,
              .with_notices = presentation.with_notices,
              .separator = presentation.separator,
              .present = presentation.present} {}

  Exit run() {
    std::vector<std::thread> others =
        hire(presentation_.in_order || inbox_.is_one() ? 1 : options_.jobs());
    work(0);
    for (std::thread& other : others) other.join();
    outbox_.finish();
    if (failure_) std::rethrow_exception(failure_);
    if (presentation_.finish) {
      presentation_.finish(output_.buffer(), {task_.as_of, policy_, refused_});
    }
    output_.flush();
    if (refused_lines_ > 0) tell_refused();
    return worst(exit_, tell_unknown());
  }

 private:
  /// The others of so many clerks; fewer where the system has no more threads.
  std::vector<std::thread> hire(std::size_t jobs) {
    std::vector<std::thread> others;
    try {
      for (std::size_t i = 1; i < jobs; ++i) others.emplace_back([this, i] { work(i); });
    } catch (const std::system_error&) {  // one clerk gets through, too
    }
    return others;
  }

  void work(std::size_t number) {
    try {
      Clerk clerk{task_, number};
      Item item{.source = nullptr};
      Sheet sheet;
      while (take(item)) {
        item.lines ? answer_lines(clerk, item, sheet) : answer_whole(clerk, item, sheet);
        outbox_.send(item, sheet);
      }
      add_up(clerk);
    } catch (...) {
      const std::scoped_lock lock{mutex_};
      if (!failure_) failure_ = std::current_exception();
      outbox_.give_up();
    }
  }

  bool take(Item& item) {
    const std::scoped_lock lock{mutex_};
    return !failure_ && inbox_.take(item);
  }

  static void answer_whole(Clerk& clerk, Item& item, Sheet& sheet) {
    const Input input{*item.source, most_document_bytes};
    item.bytes = input.text().size();
    const Clerk::Source source{*item.source};
    if (!input.error().empty()) return clerk.complain(source, input.error(), Exit::failed, sheet);
    clerk.answer(source, input.text(), sheet);
  }

  void answer_lines(Clerk& clerk, const Item& item, Sheet& sheet) {
    const Block& block = item.block;
    Clerk::Source source{*item.source};
    for (std::size_t i = 0; i < block.size(); ++i) {
      const std::string_view line = block.line(i);
      source.line = block.number(i);
      if (block.overlong() || line.size() > most_line_bytes) {
        clerk.refuse_length(source, sheet);
      } else if (line.find_first_not_of(" \t\r") == std::string_view::npos) {
        clerk.answer_nothing(sheet);
      } else {
        clerk.answer(source, line, sheet);
      }
      if (sheet.size() > most_on_sheet) outbox_.send_part(item, sheet);
    }
    source.line.reset();
    if (!item.error.empty()) clerk.complain(source, item.error, Exit::failed, sheet);
  }

  static void merge(const std::vector<bool>& some, std::vector<bool>& all) {
    all.resize(some.size());
    for (std::size_t i = 0; i < some.size(); ++i) all[i] = all[i] || some[i];
  }

  void add_up(const Clerk& clerk) {
    const std::scoped_lock lock{mutex_};
    exit_ = worst(exit_, clerk.exit());
    refused_ += clerk.refused();
    refused_lines_ += clerk.refused_lines();
    lines_ += clerk.lines();
    merge(clerk.found(), found_);
    merge(clerk.was_supposed(), was_supposed_);
  }

  /// A slip of the keyboard must not pass for "nothing found", nor, although that is no error, for
  /// "changes nothing". A log that could not be read may have listed it.
  Exit tell_unknown() {
    if (exit_ > Exit::findings) return exit_;
    for (std::size_t i = 0; i < was_supposed_.size(); ++i) {
      if (was_supposed_[i] || what_if_.exam_of(i).empty()) continue;
      write_error("certrenew: --what-if " + text::quoted(what_if_.text(i)) +
                  " changes nothing: no log lists that certification\n");
    }
    Exit exit = Exit::done;
    for (std::size_t i = 0; i < found_.size(); ++i) {
      if (found_[i]) continue;
      write_error("certrenew: no log lists the certification " + text::quoted(options_.only[i]) +
                  '\n');
      exit = Exit::usage;
    }
    return exit;
  }

  void tell_refused() const {
    write_error("certrenew: " + std::to_string(refused_lines_) + " of " + std::to_string(lines_) +
                (lines_ == 1 ? " line " : " lines ") +
                (refused_lines_ == 1 ? "is no valid log\n" : "are no valid logs\n"));
  }

  const LogOptions& options_;
  Output& output_;
  const Presentation& presentation_;
  std::optional<Policy> read_policy_;
  const Policy& policy_;
  WhatIf what_if_;
  std::vector<std::string> sources_;
  std::mutex mutex_;  // of what follows
  Inbox inbox_;
  Outbox outbox_;
  Task task_;
  std::exception_ptr failure_;
  Exit exit_ = Exit::done;
  std::size_t lines_ = 0;
  std::size_t refused_ = 0;
  std::size_t refused_lines_ = 0;
  std::vector<bool> found_;         // which of LogOptions::only some log lists
  std::vector<bool> was_supposed_;  // which of what_if_ were added to some log
};

}  // namespace

Exit answer_logs(const LogOptions& options, Output& output, const Presentation& presentation) {
  return Answering{options, output, presentation}.run();
}

}  // namespace certrenew
