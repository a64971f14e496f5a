// What is said about one log after another, in order, until it can be written.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "cli/exit.hpp"
#include "cli/files.hpp"

namespace certrenew {

/// Text for standard output, and between its parts text for standard error.
class Sheet {
 public:
  /// What is said next is appended to these.
  std::string body;
  std::string beside;
  bool any_body = false;  ///< whether a log was answered in it

  /// What was appended to `beside` belongs here, after the body so far. A `repeated` one is of a
  /// kind of which only the first few are of interest.
  void mark(bool repeated = false) {
    const std::size_t marked = marks_.empty() ? 0 : marks_.back().beside_end;
    if (beside.size() > marked) marks_.push_back({body.size(), beside.size(), repeated});
  }

  [[nodiscard]] std::size_t size() const { return body.size() + beside.size(); }
  [[nodiscard]] bool has_asides() const { return !marks_.empty(); }

  /// Writes it, but for the repeated parts once `repeats_left` is 0, which counts down; and empties
  /// it.
  void send(Output& output, std::size_t& repeats_left);

 private:
  struct Mark {
    std::size_t body_end;
    std::size_t beside_end;
    bool repeated;
  };
  std::vector<Mark> marks_;
};

}  // namespace certrenew
