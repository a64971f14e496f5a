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
#include "report/reports.hpp"

namespace certrenew::cli {

/// What a command says about the logs of a batch.
struct Presentation {
  print::Frame frame;
  /// Prints what there is to say about one log, and returns how the program is to end. Called by
  /// several threads at once, each with a chunk of its own. None: no log has an answer of its own.
  std::function<Exit(const report::Origin&, const Answer&, OutputChunk&)> print{};
  /// Takes in what all logs say together. Called for one log at a time, with the number of its
  /// item.
  std::function<void(const report::Origin&, const Answer&, std::size_t item)> gather{};
  /// Prints what there is to say about all logs together, once they have been answered, and returns
  /// how the program is to end.
  std::function<Exit(const report::SummaryReport::Scope&, OutputChunk&)> print_all{};
};

/// Reads every log that `options` name, adds what is supposed, answers it, and prints the answer.
/// Errors go to standard error; valid logs are answered all the same. It is a usage error to ask
/// for a certification that no log lists.
Exit answer_logs(const LogOptions& options, Output& output, const Presentation& presentation);

/// Prints the notices and the doubts of an answer to standard error.
void print_notices(const report::Origin& origin, const Answer& answer, OutputChunk& chunk);

/// Prints a report on one log, which people read beside its notices.
template <class Report>
Exit print_report(const report::Origin& origin, const Answer& answer, OutputChunk& chunk) {
  chunk.print(Report{origin, answer});
  if (chunk.printer().is_for_people) print_notices(origin, answer, chunk);
  return Exit::done;
}

}  // namespace certrenew::cli
