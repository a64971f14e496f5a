// Options that several commands share.
#pragma once

#include <CLI/CLI.hpp>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "certrenew/date.hpp"
#include "certrenew/policy.hpp"
#include "cli/what_if.hpp"
#include "print/printer.hpp"
#include "text/utf8.hpp"

namespace certrenew::cli {

using print::Format;

enum class InputFormat : std::uint8_t { by_name, json, ndjson };
enum class Color : std::uint8_t { automatic, always, never };

/// The most logs that are ever worked on at the same time.
inline constexpr std::uint32_t most_jobs = 1024;

/// The options of a command that reads logs.
struct LogOptions {
  std::string command;  ///< its name
  std::vector<std::string> logs;
  std::optional<Date> as_of;
  std::string policy;  ///< a file; empty: the built-in one
  Format format = Format::table;
  InputFormat input_format = InputFormat::by_name;
  std::int64_t first_line = 1;  ///< number of the first line of each roster
  std::optional<std::size_t> jobs;
  Color color = Color::automatic;
  std::vector<std::string> what_if;
  std::vector<std::string> only;  ///< codes of the certifications to show; none: all

  /// The day of the calculation: --as-of, or else the last day of what is supposed, or else today,
  /// the local civil day.
  [[nodiscard]] Date day(const std::vector<Supposed>& supposed) const;
  /// The terminal to print for.
  [[nodiscard]] print::Terminal terminal() const;
  /// Whether that input holds one log per line.
  [[nodiscard]] bool is_ndjson(std::string_view name) const;
  /// How many logs to work on at the same time.
  [[nodiscard]] std::size_t job_count() const;
  /// Throws Stop where the only log is a file of many.
  void refuse_roster() const;
  /// The inputs to read: standard input where no log was named. Throws Stop if that is a terminal.
  [[nodiscard]] std::vector<std::string> inputs() const;
};

/// A word, and what it stands for.
template <class Value>
using Choice = std::pair<std::string_view, Value>;

/// Adds an option that takes one of the words of `choices`, which must outlive the parse.
template <class Value>
CLI::Option* add_choice(CLI::App& app, const std::string& name, Value& value,
                        std::type_identity_t<std::span<const Choice<Value>>> choices,
                        const std::string& help) {
  const auto words = [choices](std::string_view separator) {
    std::string text;
    for (const auto& [word, meaning] : choices) {
      if (!text.empty()) text += separator;
      text += word;
    }
    return text;
  };
  const auto choose = [&value, choices, words, name](const std::string& chosen) {
    for (const auto& [word, meaning] : choices) {
      if (word != chosen) continue;
      value = meaning;
      return;
    }
    throw CLI::ValidationError(name, text::quoted(chosen) + " is not one of " + words(", "));
  };
  return app.add_option_function<std::string>(name, choose, help)->type_name(words("|"));
}

/// The formats that most commands have.
inline constexpr Choice<Format> report_formats[] = {
    {"table", Format::table}, {"json", Format::json},         {"ndjson", Format::ndjson},
    {"csv", Format::csv},     {"markdown", Format::markdown}, {"html", Format::html}};

/// How many logs a command takes.
enum class Logs : std::uint8_t { one, many };

/// Adds LOG and the options that all commands on logs have. `options` must outlive the parse, here
/// and below.
void add_log_options(CLI::App& app, LogOptions& options, Logs logs = Logs::many);

/// Adds the options of commands that take many logs.
void add_roster_options(CLI::App& app, LogOptions& options);

/// Adds `--format`.
void add_format(CLI::App& app, Format& format, std::span<const Choice<Format>> choices);

/// Adds an option that takes a day.
void add_date(CLI::App& app, const std::string& name, std::optional<Date>& date,
              const std::string& help);

/// Adds an option that may be repeated and takes one text each time.
CLI::Option* add_repeatable(CLI::App& app, const std::string& name, std::vector<std::string>& texts,
                            const std::string& help);

/// Adds `--policy`.
void add_policy_option(CLI::App& app, std::string& file);

/// Reads the policy in `file`, or copies the built-in one where that is empty. Throws Stop, after
/// reporting its errors.
Policy read_policy_file(const std::string& file);

// ---- Reading values; all but split() throw CLI::ValidationError, which names the option ----

/// Splits `text` at its separators. Never throws.
std::vector<std::string> split(std::string_view text, char separator);

/// Splits `list` at its commas. No part may be empty.
std::vector<std::string> split_list(const std::string& option, std::string_view list);

/// A whole number and what it counts.
struct NumberRange {
  std::uint32_t least;
  std::uint32_t most;
  std::string_view counts;  ///< `days`
};
std::uint32_t parse_number(const std::string& option, const std::string& text,
                           const NumberRange& range);

/// A number of days, 0 to 1,000,000.
int parse_days(const std::string& option, const std::string& text);

/// `YYYY-MM-DD`.
Date parse_date(const std::string& option, const std::string& text);

}  // namespace certrenew::cli
