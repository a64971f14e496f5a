// Answering logs: what all commands that read them have in common.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

#include "cli/clerk.hpp"
#include "cli/exit.hpp"
#include "cli/files.hpp"
#include "cli/options.hpp"
#include "render/answer.hpp"

namespace certrenew {

/// What is known when all logs have been answered.
struct Finished {
  Date as_of;
  const Policy& policy;
  std::size_t refused;  ///< how many were no valid logs
};

/// How a command presents its answers.
struct Presentation {
  /// Appends what there is to say about one log to a page. Called from several threads at once, for
  /// pages of different clerks.
  std::function<void(const Answer&, Page&)> present;
  std::string_view header{};     ///< stands before the first body …
  bool header_alone = true;      ///< … or even where there is none
  std::string_view separator{};  ///< stands between two bodies
  std::string_view footer{};     ///< stands after the last body, if there is any
  /// Appends what there is to say when all logs have been answered.
  std::function<void(std::string&, const Finished&)> finish{};
  /// Whether each log has an answer of its own; so has then, in a format of lines, what is no log.
  bool answers_each = true;
  /// Whether the answers hold notices.
  bool with_notices = true;
  /// Whether logs must be presented one after the other, in the order of the inputs.
  bool in_order = false;
};

/// Reads every log that the options name, adds what is supposed, calculates, and presents it. What
/// can't be read or is not valid is told on standard error; the others are answered all the same.
/// A certification that was asked for and that no log lists is a usage error.
Exit answer_logs(const LogOptions& options, Output& output, const Presentation& presentation);

}  // namespace certrenew
