// Options that several subcommands share.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "certrenew/date.hpp"
#include "certrenew/policy.hpp"
#include "cli/exit.hpp"

namespace CLI {
class App;
}

namespace certrenew {

enum class Format : std::uint8_t { table, json, ndjson, csv, markdown };
enum class When : std::uint8_t { automatic, always, never };

/// What a command that reads logs is told.
struct LogOptions {
  std::vector<std::string> logs;
  std::optional<Date> as_of;
  std::string policy;
  Format format = Format::table;
  When color = When::automatic;

  /// The day of the calculation: what was asked for, or else today, the local civil day.
  [[nodiscard]] Date day() const;
  /// Whether the table is to be coloured.
  [[nodiscard]] bool colored() const;
  /// The logs to read: standard input where none was named. Throws Stop if that is a terminal.
  [[nodiscard]] std::vector<std::string> inputs() const;
};

/// Adds them. `options` must outlive the parse.
void add_log_options(CLI::App& app, LogOptions& options);

/// Adds `--policy`.
void add_policy_option(CLI::App& app, std::string& file);

/// The policy in that file, or the built-in one where it is empty. Throws Stop, after its faults
/// were told.
const Policy& policy_in_force(const std::string& file, std::optional<Policy>& read);

}  // namespace certrenew
