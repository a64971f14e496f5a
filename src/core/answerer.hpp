// Answering one log after another.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "certrenew/answer.hpp"
#include "core/renewal.hpp"

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

/// Answers one log after another under one policy, which must outlive it.
class Answerer {
 public:
  Answerer(const Policy& policy, Date as_of) : policy_{policy}, as_of_{as_of}, engine_{policy} {}

  /// What answer_log() gives.
  std::variant<Answer, Refusal> answer(Log log);

 private:
  const Policy& policy_;
  Date as_of_;
  Engine engine_;
};

}  // namespace certrenew
