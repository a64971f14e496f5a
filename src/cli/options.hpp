// Options that several subcommands share.
#pragma once

#include <CLI/CLI.hpp>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "certrenew/date.hpp"
#include "certrenew/policy.hpp"
#include "cli/choice.hpp"
#include "cli/exit.hpp"
#include "cli/what_if.hpp"
#include "render/table.hpp"

namespace certrenew {

enum class Format : std::uint8_t { table, json, ndjson, csv, markdown, github };
enum class InputFormat : std::uint8_t { by_name, json, ndjson };
enum class When : std::uint8_t { automatic, always, never };

/// What a command that reads logs is told.
struct LogOptions {
  std::string command;  ///< its name
  std::vector<std::string> logs;
  std::optional<Date> as_of;
  std::string policy;
  Format format = Format::table;
  InputFormat input_format = InputFormat::by_name;
  std::int64_t first_line = 1;           ///< the number of the first line of each roster
  std::optional<std::size_t> most_jobs;  ///< how many logs to answer at a time, at most
  When color = When::automatic;
  std::vector<std::string> what_if;
  std::vector<std::string> only;  ///< codes of the certifications to show; none: all

  /// The day of the calculation: what was asked for, or else the last one supposed, or else today,
  /// the local civil day.
  [[nodiscard]] Date day(const WhatIf& supposed) const;
  /// Whether tables are to be coloured, and how wide they may be.
  [[nodiscard]] Paper paper() const;
  /// Whether that input holds one log a line.
  [[nodiscard]] bool is_ndjson(std::string_view name) const;
  /// How many logs to answer at a time.
  [[nodiscard]] std::size_t jobs() const;
  /// Throws Stop where the log is a file that may hold many.
  void refuse_roster() const;
  /// The logs to read: standard input where none was named. Throws Stop if that is a terminal.
  [[nodiscard]] std::vector<std::string> inputs() const;
};

/// How most commands can answer.
inline constexpr Choice<Format> answer_formats[] = {{"table", Format::table},
                                                    {"json", Format::json},
                                                    {"ndjson", Format::ndjson},
                                                    {"csv", Format::csv},
                                                    {"markdown", Format::markdown}};

/// How many logs a command takes.
enum class Logs : std::uint8_t { one, many };

/// Adds them, but for the format, which differs. `options` must outlive the parse.
void add_log_options(CLI::App& app, LogOptions& options, Logs logs = Logs::many);

/// Adds those that are for many logs at a time.
void add_roster_options(CLI::App& app, LogOptions& options);

/// Adds an option that takes a day.
void add_date(CLI::App& app, const std::string& name, std::optional<Date>& date,
              const std::string& help);

/// Adds an option that may be repeated, with one text each time.
CLI::Option* add_repeatable(CLI::App& app, const std::string& name, std::vector<std::string>& texts,
                            const std::string& help);

/// Adds `--policy`.
void add_policy_option(CLI::App& app, std::string& file);

/// The policy in that file, or the built-in one where it is empty. Throws Stop, after its faults
/// were told.
const Policy& policy_in_force(const std::string& file, std::optional<Policy>& read);

}  // namespace certrenew
