// What there is to answer, in order: whole logs, and blocks of lines that are one log each.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>

#include "cli/lines.hpp"
#include "cli/options.hpp"

namespace certrenew {

/// A piece of work for a clerk.
struct Item {
  std::size_t number = 0;     ///< from 0, in the order of the inputs
  const std::string* source;  ///< the name of the input
  bool lines = false;         ///< whether it is a block of lines, or the input as a whole
  Block block{};
  std::size_t bytes = 0;  ///< of the input
  std::string error{};    ///< why the lines of the input end here, if they do
};

/// Hands out the work. Not to be called from two threads at once.
class Inbox {
 public:
  /// `sources` and `options` must stay.
  Inbox(std::span<const std::string> sources, const LogOptions& options)
      : sources_{sources}, options_{options} {}

  /// The next item, in the memory of the last one; false where there is none.
  bool take(Item& item);

  /// Whether there is but one item for sure.
  [[nodiscard]] bool is_one() const {
    return sources_.size() == 1 && !options_.is_ndjson(sources_.front());
  }

 private:
  std::span<const std::string> sources_;
  const LogOptions& options_;
  std::size_t next_source_ = 0;
  std::size_t next_number_ = 0;
  std::optional<Lines> lines_;
};

}  // namespace certrenew
