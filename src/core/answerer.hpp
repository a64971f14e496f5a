// Answering one log after another.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "certrenew/answer.hpp"
#include "core/engine.hpp"
#include "core/readings.hpp"

namespace certrenew {

/// Why a log has no answer.
struct Refusal {
  /// What is wrong with an activity that was supposed (Activity::what_if).
  struct Supposed {
    Index<Activity> activity;
    std::string message;
  };
  Errors log;                      ///< of the log itself; nothing is listed where that is sound
  std::vector<Supposed> supposed;  ///< of what was supposed
};

/// Answers one log after another under some policies, which must outlive it.
class Answerer {
 public:
  Answerer(const Policies& policies, Date as_of, Doubts doubts)
      : policies_{policies}, as_of_{as_of}, engine_{policies} {
    if (doubts == Doubts::all) readings_.emplace(policies);
  }

  /// What answer_log() gives.
  std::variant<Answer, Refusal> answer(Log log);

 private:
  const Policies& policies_;
  Date as_of_;
  Engine engine_;
  std::optional<Readings> readings_;
};

}  // namespace certrenew
