// A worker of a batch: answers one log after another.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "certrenew/answer.hpp"
#include "cli/batch.hpp"
#include "cli/batch_input.hpp"
#include "cli/exit.hpp"
#include "cli/ordered_output.hpp"
#include "cli/what_if.hpp"
#include "core/answerer.hpp"
#include "read/log_reader.hpp"

namespace certrenew::cli {

/// What to do with every log of a batch.
struct Task {
  const Presentation& presentation;
  const Policy& policy;
  const std::vector<Supposed>& what_if;
  const std::vector<std::string>& only;  ///< codes of the certifications to show; none: all
  Date as_of;

  /// Whether the errors of a line are printed in its place, among the answers to other lines.
  [[nodiscard]] bool answers_errors() const {
    return presentation.printer.answers_errors() && !presentation.print_all;
  }
};

/// What a worker counted, or all of them together.
struct Tally {
  Exit exit = Exit::done;
  std::size_t refused = 0;           ///< logs that are not valid
  std::size_t lines = 0;             ///< lines that are not empty
  std::size_t refused_lines = 0;     ///< how many of those are not valid logs
  std::set<std::string> listed{};    ///< which of Task::only some log lists
  std::set<std::size_t> supposed{};  ///< which of Task::what_if were added to some log

  void merge(Tally& other);
};

class Worker {
 public:
  /// `task`, `input` and `output` must outlive it.
  Worker(const Task& task, BatchInput& input, OrderedOutput& output)
      : task_{task},
        input_{input},
        output_{output},
        chunk_{output, task.presentation.printer},
        reader_{task.policy},
        answerer_{std::in_place, task.policy, task.as_of} {}

  /// Takes items and answers them until there are no more. What it throws, it tells the output.
  void work() noexcept;

  Tally tally;

 private:
  void answer_file();
  void answer_lines();
  void answer_log(const report::Origin& origin, std::string_view text);
  void try_to_answer(const report::Origin& origin, std::string_view text);
  void print(const report::Origin& origin, Answer& answer);
  void refuse(const report::Origin& origin, const Errors& errors, Exit exit);
  void refuse(const report::Origin& origin, const std::string& why);
  void refuse_supposed(const report::Origin& origin, Refusal& refusal,
                       const std::vector<std::size_t>& added, std::size_t logged);
  void complain_about(const report::Origin& origin, std::string_view why, Exit exit);

  const Task& task_;
  BatchInput& input_;
  OrderedOutput& output_;
  BatchItem item_;
  OutputChunk chunk_;
  LogReader reader_;
  std::optional<Answerer> answerer_;
};

}  // namespace certrenew::cli
