// How the program ends.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>

namespace certrenew::cli {

/// Exit statuses. With several inputs the highest wins.
enum class Exit : std::uint8_t {
  done = 0,
  findings = 1,  ///< a check found something
  usage = 2,     ///< unknown option, impossible value
  invalid = 3,   ///< a log or a policy is not valid
  failed = 4,    ///< input or output failed
};

/// Ends the program with `exit`, after printing `message` to standard error unless it is empty.
class Stop : public std::runtime_error {
 public:
  Stop(Exit status, const std::string& message) : std::runtime_error{message}, exit{status} {}
  Exit exit;
};

}  // namespace certrenew::cli
