// How many people hold what, where one person may have several logs.
#pragma once

#include <cstddef>
#include <functional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "certrenew/answer.hpp"

namespace certrenew {

/// Counts the holders who have a certification active (C2), over many answers.
class HolderCount {
 public:
  /// Counts those of the certification with this code or alias (P4).
  explicit HolderCount(std::string code) : code_{std::move(code)} {}

  /// Adds the holder of one log. Logs whose candidate has the same id are of one holder; a log
  /// without an id is of a holder of its own. All that are added must be as of the same day.
  void add(const Answer& answer);

  [[nodiscard]] const std::string& code() const noexcept { return code_; }
  [[nodiscard]] std::size_t active() const noexcept { return ids_.size() + without_id_; }

 private:
  std::string code_;
  std::set<std::string, std::less<>> ids_;
  std::size_t without_id_ = 0;
};

}  // namespace certrenew
