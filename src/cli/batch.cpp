#include "cli/batch.hpp"

#include <algorithm>
#include <deque>
#include <exception>
#include <iterator>
#include <mutex>
#include <new>
#include <numeric>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <variant>
#include <vector>

#include "certrenew/read.hpp"
#include "certrenew/remark.hpp"
#include "cli/input.hpp"
#include "cli/what_if.hpp"
#include "core/answerer.hpp"
#include "core/limits.hpp"
#include "read/log_reader.hpp"
#include "report/reports.hpp"
#include "text/scan.hpp"
#include "text/utf8.hpp"

namespace certrenew::cli {

namespace {

/// A log longer than this waits for its turn, so that only one of them is in memory at a time.
constexpr std::size_t large_log = std::size_t{256} * 1024;

/// The most memory that the answer to a line of a roster may take.
constexpr std::size_t most_answer_bytes = std::size_t{64} * 1024 * 1024;

/// All logs of a run, and what to do with them.
struct Batch {
  const LogOptions& options;
  const Presentation& presentation;
  const Policies& policies;
  const std::vector<Supposed>& what_if;
  Date as_of;
  /// Whether the errors of a line are printed in its place, among the answers to other lines.
  bool answers_errors;
  BatchInput& input;
  OrderedOutput& output;
  std::set<std::string_view> named{};  ///< all codes on the command line
  mutable std::mutex gathering{};      ///< held while a log is gathered
};

/// What a worker counted, or all of them together.
struct Tally {
  Exit exit = Exit::done;
  std::size_t refused = 0;              ///< logs that are not valid
  std::size_t lines = 0;                ///< lines that are not empty
  std::size_t refused_lines = 0;        ///< how many of those are not valid logs
  std::set<std::string_view> listed{};  ///< which of Batch::named some log lists

  void merge(Tally& other) {
    exit = std::max(exit, other.exit);
    refused += other.refused;
    lines += other.lines;
    refused_lines += other.refused_lines;
    listed.merge(other.listed);
  }
};

/// How much an answer can take at most: every outcome, and every title for every certification.
std::size_t bytes_of_answer(const Log& log, const Policies& policies) {
  constexpr std::size_t bytes_of_outcome = 200;
  const std::size_t titles = std::accumulate(
      log.activities.begin(), log.activities.end(), std::size_t{0},
      [](std::size_t sum, const Activity& one) { return sum + one.title.value_or("").size(); });
  return outcomes_of(log, policies) * bytes_of_outcome + log.certifications.size() * titles;
}

Error error_at_begin(std::string message) {
  return {.position = {1, 1}, .path = {}, .message = std::move(message)};
}

/// Answers one log after another.
class Worker {
 public:
  /// `batch` must outlive it.
  explicit Worker(const Batch& batch)
      : batch_{batch},
        chunk_{batch.output},
        reader_{batch.policies},
        answerer_{std::in_place, batch.policies, batch.as_of, batch.options.doubts} {}

  /// Takes items and answers them until there are no more. Makes the output fail where it throws.
  void work() noexcept {
    try {
      while (auto item = batch_.input.take()) {
        chunk_.begin_item(item->number);
        item->is_block ? answer_lines(*item) : answer_file(*item);
        chunk_.flush();
        batch_.output.end_item(*item);
      }
    } catch (...) {
      batch_.output.fail(std::current_exception());
    }
  }

  Tally tally;

 private:
  void answer_file(BatchItem& item) {
    File file{*item.source};
    item.text = file.read_all(most_document_bytes);
    if (!file.error().empty()) return complain_about(*item.source, file.error(), Exit::failed);
    answer_log({.name = *item.source}, item.text);
  }

  void answer_lines(const BatchItem& item) {
    report::Origin origin{.name = *item.source, .line = item.first_line};
    for (std::string_view rest = item.text; !rest.empty(); ++*origin.line) {
      const std::string_view line = text::take_line(rest);
      if (line.find_first_not_of(" \t\r") != std::string_view::npos) {
        ++tally.lines;
        line.size() > most_line_bytes ? refuse(origin, "longer than 4 MiB")
                                      : answer_log(origin, line);
      } else if (batch_.answers_errors) {
        chunk_.sink.text += '\n';
        chunk_.end_log();
      }
      chunk_.flush_if_large();
    }
    if (!item.error.empty()) complain_about(*item.source, item.error, Exit::failed);
  }

  /// Where there is not enough memory, tries again once the items before this one are done.
  void answer_log(const report::Origin& origin, std::string_view text) {
    if (text.size() > large_log) chunk_.flush();
    try {
      return try_to_answer(origin, text);
    } catch (const std::bad_alloc&) {
      if (!chunk_.drop_log()) throw;
    }
    answerer_.reset();
    chunk_.flush();
    answerer_.emplace(batch_.policies, batch_.as_of, batch_.options.doubts);
    try_to_answer(origin, text);
  }

  void try_to_answer(const report::Origin& origin, std::string_view text) {
    auto read = reader_.read(text, origin.line.value_or(1));
    if (const auto* const errors = std::get_if<Errors>(&read)) {
      return refuse(origin, *errors, Exit::invalid);
    }
    Log& log = std::get<Log>(read);
    const std::size_t logged = log.activities.size();
    const auto added = add_supposed(batch_.what_if, batch_.policies, log);
    if (origin.line && bytes_of_answer(log, batch_.policies) > most_answer_bytes) {
      return refuse(origin,
                    "too large: the answer could take more than 64 MiB; put this log into a file "
                    "of its own");
    }
    auto result = answerer_->answer(std::move(log));
    if (auto* const answer = std::get_if<Answer>(&result)) return print(origin, *answer);
    refuse_supposed(origin, std::get<Refusal>(result), added, logged);
  }

  void print(const report::Origin& origin, Answer& answer) {
    for (const std::string_view named : batch_.named) {
      const auto& all = answer.log().certifications;
      const bool is_listed = std::any_of(all.begin(), all.end(), [&](const Certification& one) {
        return is_called(one, batch_.policies, named);
      });
      if (is_listed) tally.listed.insert(named);
    }
    if (!batch_.options.only.empty()) answer.show_only(batch_.options.only);
    const Presentation& presentation = batch_.presentation;
    if (presentation.gather) {
      const std::scoped_lock lock{batch_.gathering};
      presentation.gather(origin, answer, chunk_.item());
    }
    if (presentation.print) {
      tally.exit = std::max(tally.exit, presentation.print(origin, answer, chunk_));
    }
    chunk_.end_log();
  }

  // ---- Logs that have no answer ----------------------------------------------------------------

  void refuse(const report::Origin& origin, const Errors& errors, Exit exit) {
    const bool in_place = batch_.answers_errors && origin.line;
    if (in_place) {
      chunk_.print(report::ErrorsReport{origin, errors});
      report::append_error(chunk_.error_text, origin, errors.listed.front());
    } else {
      if (chunk_.printer().prints_errors) chunk_.print(report::ErrorsReport{origin, errors});
      report::append_errors(chunk_.error_text, origin, errors);
    }
    chunk_.end_log(/*repeated=*/in_place);
    tally.exit = std::max(tally.exit, exit);
    ++tally.refused;
    if (origin.line) ++tally.refused_lines;
  }

  /// Refuses a line as a whole.
  void refuse(const report::Origin& origin, const std::string& why) {
    refuse(origin, Errors{.listed = {error_at_begin(why)}}, Exit::invalid);
  }

  /// Refuses a log for what was supposed, or what it says itself. `added`: what was supposed, as it
  /// is written, behind the `logged` activities of the log. It stands in no file: it is a usage
  /// error, unless every line is answered in its place.
  void refuse_supposed(const report::Origin& origin, Refusal& refusal,
                       const std::vector<std::string_view>& added, std::size_t logged) {
    Errors errors{.listed = {}, .more = refusal.log.more};
    for (const Refusal::Supposed& one : refusal.supposed) {
      const std::string why =
          "--what-if " + text::quoted(added[one.activity.at - logged]) + ": " + one.message;
      if (batch_.answers_errors && origin.line) {
        errors.listed.push_back(error_at_begin(why));
      } else {
        complain_about(origin.name, why, Exit::usage);
      }
    }
    const Exit exit = refusal.log.listed.empty() ? Exit::usage : Exit::invalid;
    std::move(refusal.log.listed.begin(), refusal.log.listed.end(),
              std::back_inserter(errors.listed));
    if (!errors.listed.empty()) refuse(origin, errors, exit);
  }

  void complain_about(std::string_view source, const std::string& why, Exit exit) {
    tally.exit = std::max(tally.exit, exit);
    chunk_.error_text += "certrenew: " + text::visible(source) + ": " + why + '\n';
    chunk_.end_log();
  }

  const Batch& batch_;
  OutputChunk chunk_;
  LogReader reader_;
  std::optional<Answerer> answerer_;
};

/// Answers all items with that many workers, or as many as there are threads and memory for.
Tally answer_items(const Batch& batch, std::size_t jobs) {
  std::deque<Worker> workers;
  workers.emplace_back(batch);
  std::vector<std::thread> threads;
  try {
    threads.reserve(jobs - 1);
    while (workers.size() < jobs) {
      Worker& worker = workers.emplace_back(batch);
      threads.emplace_back([&worker] { worker.work(); });
    }
  } catch (const std::exception&) {  // no more threads, or no more memory
  }
  workers.front().work();
  for (std::thread& thread : threads) thread.join();
  Tally all;
  for (Worker& worker : workers) all.merge(worker.tally);
  return all;
}

void report_refused_lines(const Tally& tally) {
  if (tally.refused_lines == 0) return;
  write_error("certrenew: " + std::to_string(tally.refused_lines) + " of " +
              std::to_string(tally.lines) + (tally.lines == 1 ? " line " : " lines ") +
              (tally.refused_lines == 1 ? "is not a valid log\n" : "are not valid logs\n"));
}

/// Reports codes on the command line that no log lists: they may be misspelled. A log that could
/// not be read may list them, so nothing is reported where one could not.
Exit report_unknown_codes(const Batch& batch, const Tally& tally) {
  if (tally.exit > Exit::findings) return tally.exit;
  for (const Supposed& one : batch.what_if) {
    if (one.exam_of.empty() || tally.listed.contains(one.exam_of)) continue;
    write_error("certrenew: --what-if " + text::quoted(one.text) +
                " changes nothing: no log lists that certification\n");
  }
  Exit exit = tally.exit;
  for (const std::string& code : batch.options.only) {
    if (tally.listed.contains(code)) continue;
    write_error("certrenew: no log lists the certification " + text::quoted(code) + '\n');
    exit = Exit::usage;
  }
  return exit;
}

/// Returns the number of workers for a roster. May ask the system, which takes a while to answer,
/// so do not call it for a single log: that needs one worker.
std::size_t jobs_of(const LogOptions& options) {
  return options.jobs > 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
}

}  // namespace

Exit answer_logs(const LogOptions& options, Output& output, const Presentation& presentation) {
  const std::vector<std::string> sources = options.inputs();
  const Policies policies = policies_in_force(options.policies);
  const std::vector<Supposed> what_if = parse_what_if(options.what_if, policies);
  const print::Printer printer =
      print::printer_for(options.format, presentation.frame, output_terminal(options.colored));
  BatchInput input{sources, options};
  OrderedOutput ordered{output, printer, sources};
  Batch batch{.options = options,
              .presentation = presentation,
              .policies = policies,
              .what_if = what_if,
              .as_of = options.day(what_if),
              .answers_errors = printer.answers_errors && presentation.print,
              .input = input,
              .output = ordered};
  batch.named.insert(options.only.begin(), options.only.end());
  for (const Supposed& one : what_if) batch.named.insert(one.exam_of);
  Tally tally = answer_items(batch, input.is_single() ? 1 : jobs_of(options));
  if (presentation.print_all) {
    OutputChunk chunk{ordered};
    chunk.begin_item(input.taken());
    const Exit exit = presentation.print_all(
        {.as_of = batch.as_of, .invalid = static_cast<std::int64_t>(tally.refused)}, chunk);
    tally.exit = std::max(tally.exit, exit);
    chunk.flush();
  }
  ordered.end(tally.refused);
  output.flush();
  report_refused_lines(tally);
  return report_unknown_codes(batch, tally);
}

void print_notices(const report::Origin& origin, const Answer& answer, OutputChunk& chunk) {
  for (const Remark& notice : notices(answer)) {
    print::append_remark(chunk.error_text, report::line_of(origin, notice));
    chunk.flush_if_large();
  }
  for (const Doubt* doubt : answer.doubts()) {
    print::append_remark(chunk.error_text, report::line_of(origin, answer, *doubt));
    chunk.flush_if_large();
  }
}

}  // namespace certrenew::cli
