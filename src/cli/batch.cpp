#include "cli/batch.hpp"

#include <deque>
#include <new>
#include <string>
#include <system_error>
#include <thread>
#include <vector>

#include "certrenew/remark.hpp"
#include "cli/batch_input.hpp"
#include "cli/progress.hpp"
#include "cli/worker.hpp"
#include "text/utf8.hpp"

namespace certrenew::cli {

namespace {

/// Answers all items with that many workers, or as many as there are threads and memory for.
Tally answer_items(const Task& task, BatchInput& input, OrderedOutput& output, std::size_t jobs) {
  std::deque<Worker> workers;
  workers.emplace_back(task, input, output);
  {
    std::vector<std::jthread> threads;
    try {
      threads.reserve(jobs - 1);
      while (workers.size() < jobs) {
        Worker& worker = workers.emplace_back(task, input, output);
        threads.emplace_back([&worker] { worker.work(); });
      }
    } catch (const std::system_error&) {  // no more threads
    } catch (const std::bad_alloc&) {     // no more memory
    }
    workers.front().work();
  }
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
Exit report_unknown_codes(const Task& task, const Tally& tally) {
  if (tally.exit > Exit::findings) return tally.exit;
  for (std::size_t i = 0; i < task.what_if.size(); ++i) {
    if (task.what_if[i].exam_of.empty() || tally.supposed.contains(i)) continue;
    write_error("certrenew: --what-if " + text::quoted(task.what_if[i].text) +
                " changes nothing: no log lists that certification\n");
  }
  Exit exit = tally.exit;
  for (const std::string& code : task.only) {
    if (tally.listed.contains(code)) continue;
    write_error("certrenew: no log lists the certification " + text::quoted(code) + '\n');
    exit = Exit::usage;
  }
  return exit;
}

}  // namespace

Exit answer_logs(const LogOptions& options, Output& output, const Presentation& presentation) {
  const Policy policy = read_policy_file(options.policy);
  const std::vector<Supposed> what_if = parse_what_if(options.what_if, policy);
  const std::vector<std::string> sources = options.inputs();
  const Task task{.presentation = presentation,
                  .policy = policy,
                  .what_if = what_if,
                  .only = options.only,
                  .as_of = options.day(what_if)};
  BatchInput input{sources, options};
  OrderedOutput ordered{output, presentation.printer, Progress{sources}};
  const bool alone = presentation.in_order || input.is_single();
  const Tally tally = answer_items(task, input, ordered, alone ? 1 : options.job_count());
  if (presentation.print_all) {
    OutputChunk chunk{ordered, presentation.printer};
    chunk.begin_item(input.taken());
    presentation.print_all({task.as_of, policy, tally.refused}, chunk);
    chunk.flush();
  }
  ordered.end(tally.refused);
  output.flush();
  report_refused_lines(tally);
  return report_unknown_codes(task, tally);
}

void print_notices(const report::Origin& origin, const Answer& answer, OutputChunk& chunk) {
  for (const Remark& notice : notices(answer)) {
    print::append_remark(chunk.error_text, report::line_of(origin, notice));
    chunk.flush_if_large();
  }
}

}  // namespace certrenew::cli
