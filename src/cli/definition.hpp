// The command line's own definition, read off what its parser was told. The help, the manual and
// the shells' completions are made of it, so that they cannot say anything else.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cli/exit.hpp"

namespace CLI {
class App;
}

namespace certrenew {

/// An option, or an argument that stands alone.
struct Parameter {
  std::string letter;  ///< `-h`; empty where it has none
  std::string name;    ///< `--help`; of an argument, `LOG`
  std::string value;   ///< what it takes, `FILE` or `json|table`; empty where it takes nothing
  std::string help;
  bool repeatable;
  bool required;
};

/// The program, or one of its commands.
struct Definition {
  std::string name;
  std::string summary;
  std::string example;
  bool finds;  ///< whether it ends with Exit::findings where it finds something
  std::vector<Parameter> options;
  std::vector<Parameter> arguments;
  std::vector<Definition> commands;

  /// What it is called by: `certrenew status`.
  [[nodiscard]] std::string full_name() const;
  /// How to call it, `certrenew status [OPTIONS] [LOG...]`.
  [[nodiscard]] std::string usage() const;
};

/// What `app`, the program or a command, was told.
Definition define(const CLI::App& app);

/// The program, each of its commands with all of its options.
Definition define_program();

/// What can be said beforehand about the value of a parameter.
struct Values {
  enum class Kind : std::uint8_t {
    unknown,     ///< nothing: a date, a number, a code
    word,        ///< one of `words`
    list,        ///< some of `words`, with commas between them
    activities,  ///< begins with one of `words`, what follows is the holder's
    file,
    log,  ///< a file that may be named `*.json`, `*.ndjson` or `*.jsonl`
  };
  Kind kind = Kind::unknown;
  std::vector<std::string> words{};
};
Values values_of(const Parameter& parameter);

struct ExitStatus {
  Exit exit;
  std::string_view meaning;
};
/// Those that it can end with.
std::vector<ExitStatus> exit_statuses(const Definition& definition);

}  // namespace certrenew
