// Answering one log after another, in memory that is used again.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "certrenew/notices.hpp"
#include "certrenew/reader.hpp"
#include "certrenew/renewal.hpp"
#include "cli/exit.hpp"
#include "cli/sheet.hpp"
#include "cli/what_if.hpp"
#include "render/answer.hpp"

namespace certrenew {

/// Where a command says something about one log: after what was said about those before it.
struct Page {
  std::string& body;    ///< for standard output
  std::string& beside;  ///< for standard error, after it
  Exit exit = Exit::done;
  std::size_t clerk = 0;  ///< which of those that work at the same time: from 0
};

/// What to do with every log.
struct Task {
  const Policy& policy;
  Date as_of;
  const WhatIf& what_if;
  const std::vector<std::string>& only;  ///< codes of the certifications to show; none: all
  /// Whether what is no log is answered in its place among those that are, by a document that says
  /// why.
  bool answer_faults = false;
  bool with_notices = true;    ///< whether answers hold any; finding them takes its time
  std::string_view separator;  ///< stands between two bodies
  std::function<void(const Answer&, Page&)> present;
};

/// The most clerks that ever work at the same time.
inline constexpr std::uint32_t most_clerks = 1024;

class Clerk {
 public:
  /// `task` must outlive it.
  Clerk(const Task& task, std::size_t number);

  /// Where the log was found.
  struct Source {
    std::string_view name;
    std::optional<std::int64_t> line{};
  };

  /// Answers the log in `text` on `sheet`.
  void answer(const Source& source, std::string_view text, Sheet& sheet);
  /// Says what went wrong with an input, other than that it is no log.
  void complain(const Source& source, std::string_view why, Exit exit, Sheet& sheet);
  /// Says that a line is too long.
  void refuse_length(const Source& source, Sheet& sheet);
  /// An empty line has an empty answer where every line has one.
  void answer_nothing(Sheet& sheet) const;

  [[nodiscard]] Exit exit() const { return exit_; }
  /// How many texts were no logs.
  [[nodiscard]] std::size_t refused() const { return refused_; }
  /// How many lines there were that are not empty, and how many of them were no logs.
  [[nodiscard]] std::size_t lines() const { return lines_; }
  [[nodiscard]] std::size_t refused_lines() const { return refused_lines_; }
  /// Which of Task::only some log lists.
  [[nodiscard]] const std::vector<bool>& found() const { return found_; }
  /// Which of Task::what_if were added to some log.
  [[nodiscard]] const std::vector<bool>& was_supposed() const { return was_supposed_; }

 private:
  void show(const Log& log);
  void present(const Source& source, std::string_view text, const Log& log,
               const Renewals& renewals, Sheet& sheet);
  void refuse(const Source& source, const Faults& faults, Exit exit, Sheet& sheet);
  void refuse_supposed(const Source& source, const std::string& why, Sheet& sheet);
  void refuse_dates(const Source& source, std::string_view text, const Log& log, std::size_t logged,
                    const Renewals& renewals, Sheet& sheet);

  const Task& task_;
  std::size_t number_;
  LogReader reader_;
  Calculation calculation_;
  std::vector<std::uint32_t> shown_;
  std::vector<Notice> notices_;
  std::vector<bool> found_;
  std::vector<std::size_t> supposed_;  // of Task::what_if, those that the log at hand was given
  std::vector<bool> was_supposed_;
  std::size_t refused_ = 0;
  std::size_t lines_ = 0;
  std::size_t refused_lines_ = 0;
  Exit exit_ = Exit::done;
};

}  // namespace certrenew
