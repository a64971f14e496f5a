// Options that several commands share.
#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "certrenew/answer.hpp"
#include "certrenew/date.hpp"
#include "certrenew/policy.hpp"
#include "cli/what_if.hpp"
#include "print/printer.hpp"
#include "report/report.hpp"
#include "text/utf8.hpp"

namespace certrenew::cli {

using print::Format;

/// The options of a command that reads logs.
struct LogOptions {
  std::string command;  ///< its name
  bool one_log = false;
  std::vector<std::string> logs;
  std::optional<Date> as_of;
  std::vector<std::string> policies;  ///< files; the built-in policies are in force, too
  Doubts doubts = Doubts::all;        ///< whether to calculate other readings of the rules, too
  std::vector<std::string> what_if;
  std::optional<bool> colored;   ///< none: if the terminal shows colours
  std::optional<bool> by_line;   ///< whether each line is a log; none: the name of the file tells
  std::uint32_t first_line = 1;  ///< number of the first line of each roster
  std::uint32_t jobs = 0;        ///< how many logs to work on at once; 0: one per processor
  Format format = Format::table;
  std::vector<std::string> only;  ///< codes of the certifications to show; none: all

  /// The day of the calculation: --as-of, or else the last day of what is supposed, or else today,
  /// the local civil day.
  [[nodiscard]] Date day(const std::vector<Supposed>& supposed) const;
  /// Whether that input holds one log per line.
  [[nodiscard]] bool is_roster(std::string_view name) const;
  /// The inputs to read: see or_standard_input(). Throws Stop if a command that takes one log is
  /// given a roster.
  [[nodiscard]] std::vector<std::string> inputs() const;
};

/// Returns the inputs to read: those given, or else standard input. Throws Stop with `question` if
/// no input is given and standard input is a terminal, and Stop if `-` is given twice.
std::vector<std::string> or_standard_input(const std::vector<std::string>& given,
                                           const std::string& question);

/// A word, and what it stands for.
template <class Value>
using Choice = std::pair<std::string_view, Value>;

/// Adds an option that takes one of the words of `choices`. The words must outlive the parse,
/// and so must `value`, here and below.
template <class Value>
CLI::Option* add_choice(CLI::App& app, const std::string& name, Value& value,
                        const std::type_identity_t<std::vector<Choice<Value>>>& choices,
                        const std::string& help) {
  // The parser copies functions several times.
  const auto shared = std::make_shared<const std::vector<Choice<Value>>>(choices);
  const auto words = [](const std::vector<Choice<Value>>& all, std::string_view separator) {
    return report::joined(all, separator, [](const Choice<Value>& one) { return one.first; });
  };
  const auto choose = [&value, shared, name, words](const std::string& chosen) {
    for (const auto& [word, meaning] : *shared) {
      if (word != chosen) continue;
      value = meaning;
      return;
    }
    throw CLI::ValidationError(name,
                               text::quoted(chosen) + " is not one of " + words(*shared, ", "));
  };
  return app.add_option_function<std::string>(name, choose, help)->type_name(words(choices, "|"));
}

/// How many logs a command takes.
enum class Logs : std::uint8_t { one, many };

/// Adds LOG and the options that all commands on logs have.
void add_log_options(CLI::App& app, LogOptions& options, Logs logs);

/// Adds `--format`, which takes every format except those in `without`.
void add_format(CLI::App& app, Format& format,
                std::initializer_list<Format> without = {Format::github});

/// Reads a day. Throws CLI::ValidationError, which names the option.
Date parse_date(const std::string& option, const std::string& text);

/// Adds an option that takes a day.
void add_date(CLI::App& app, const std::string& name, std::optional<Date>& date,
              const std::string& help);

/// Adds `--doubts`.
void add_doubts(CLI::App& app, Doubts& doubts);

/// Adds `--policy`, which may be repeated.
void add_policy_option(CLI::App& app, std::vector<std::string>& files);

/// Reports the errors of a log or a policy, and throws Stop with that message.
[[noreturn]] void stop_for(const std::string& file, const Errors& errors,
                           const std::string& message = {});

/// Reads the policy in `file`. Throws Stop, after reporting its errors.
Policy read_policy_file(const std::string& file);

/// The policies in force: the built-in ones, and those in `files` (P1). Throws Stop, after
/// reporting their errors.
Policies policies_in_force(const std::vector<std::string>& files);

/// The whole numbers that an option takes, and what such a number is.
struct NumberRange {
  std::uint32_t least;
  std::uint32_t most;
  std::string_view what;  ///< `a number of days`
};
inline constexpr NumberRange number_of_days{
    .least = 0, .most = 1'000'000, .what = "a number of days"};

/// Reads a number. Throws CLI::ValidationError, which names the option.
std::uint32_t parse_number(const std::string& option, const std::string& text,
                           const NumberRange& range);

/// Adds an option that takes a number.
CLI::Option* add_number(CLI::App& app, const std::string& name, std::uint32_t& number,
                        const NumberRange& range, const std::string& help);

/// Adds an option that may be repeated. Calls `take` with each value.
CLI::Option* add_repeatable(CLI::App& app, const std::string& name,
                            const std::function<void(const std::string&)>& take,
                            const std::string& help);

/// The same for values that are lists. Calls `take` with each part.
CLI::Option* add_list(CLI::App& app, const std::string& name,
                      const std::function<void(const std::string&)>& take, const std::string& help);

/// The end of a message about a text that is not a number of units.
inline constexpr std::string_view no_units =
    " is not a number of units (0 to 1,000,000, at most two decimals)";

/// Splits `list` at its commas. Throws CLI::ValidationError where a part is empty.
std::vector<std::string> split_list(const std::string& option, std::string_view list);

}  // namespace certrenew::cli
