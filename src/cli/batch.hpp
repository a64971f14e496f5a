// Answering logs: what all commands that read them share.
#pragma once

#include <cstddef>
#include <functional>

#include "certrenew/answer.hpp"
#include "cli/exit.hpp"
#include "cli/options.hpp"
#include "cli/ordered_output.hpp"
#include "cli/output.hpp"
#include "print/printer.hpp"
#include "report/report.hpp"

namespace certrenew::cli {

/// What is known when all logs have been answered.
struct BatchResult {
  Date as_of;
  const Policy& policy;
  std::size_t refused;  ///< how many logs are not valid
};

/// What a command says about the logs of a batch.
struct Presentation {
  const print::Printer& printer;
  /// Prints what there is to say about one log, and returns how the program is to end. Called by
  /// several threads at once, each with a chunk of its own.
  std::function<Exit(const report::Origin&, const Answer&, OutputChunk&)> print;
  /// Prints what there is to say about all logs together, once they have been answered.
  std::function<void(const BatchResult&, OutputChunk&)> print_all{};
  /// Whether logs must be printed in the order of the inputs.
  bool in_order = false;
};

/// Reads every log that `options` name, adds what is supposed, answers it, and prints the answer.
/// Errors go to standard error; valid logs are answered all the same. It is a usage error to ask
/// for a certification that no log lists.
Exit answer_logs(const LogOptions& options, Output& output, const Presentation& presentation);

/// Prints the notices of an answer to standard error.
void print_notices(const report::Origin& origin, const Answer& answer, OutputChunk& chunk);

/// Answers logs with one report each, which people read beside its notices.
template <class Report>
Exit report_logs(const LogOptions& options, Output& output, const print::Frame& frame) {
  const print::Printer printer{options.format, frame, options.terminal()};
  const auto print = [](const report::Origin& origin, const Answer& answer, OutputChunk& chunk) {
    chunk.print(Report{origin, answer});
    if (chunk.printer().is_for_people()) print_notices(origin, answer, chunk);
    return Exit::done;
  };
  return answer_logs(options, output, {.printer = printer, .print = print});
}

}  // namespace certrenew::cli
