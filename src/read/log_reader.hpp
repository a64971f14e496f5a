// Reading many logs under one policy.
#pragma once

#include <string_view>
#include <variant>

#include "certrenew/log.hpp"
#include "certrenew/policy.hpp"
#include "read/json_tape.hpp"
#include "read/names.hpp"

namespace certrenew {

/// The names of a policy, ready to be looked up.
struct PolicyNames {
  explicit PolicyNames(const Policy& policy);

  Names certification_types;
  Names activity_types;
  Names courses;
};

/// Reads logs one after the other, faster than read_log(): the logs do not copy their text.
class LogReader {
 public:
  /// `policy` must outlive the reader.
  explicit LogReader(const Policy& policy) : policy_{policy}, names_{policy} {}

  /// Reads one log, or everything that is wrong with it. `text` must outlive the log.
  std::variant<Log, Errors> read(std::string_view text);
  /// The same, but the log keeps a copy of `text`.
  std::variant<Log, Errors> read_copy(std::string_view text);

 private:
  std::variant<Log, Errors> read(std::string_view text, Log log);

  const Policy& policy_;
  PolicyNames names_;
  JsonTape tape_;
};

}  // namespace certrenew
