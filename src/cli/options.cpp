#include "cli/options.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <ctime>
#include <string_view>
#include <thread>
#include <utility>
#include <variant>

#include "certrenew/reader.hpp"
#include "cli/choice.hpp"
#include "cli/clerk.hpp"
#include "cli/diagnostics.hpp"
#include "cli/files.hpp"
#include "cli/values.hpp"
#include "text/utf8.hpp"

namespace certrenew {

namespace {

constexpr Choice<When> colors[] = {
    {"auto", When::automatic}, {"always", When::always}, {"never", When::never}};

constexpr Choice<InputFormat> input_formats[] = {
    {"auto", InputFormat::by_name}, {"json", InputFormat::json}, {"ndjson", InputFormat::ndjson}};

/// The one place where a clock is read (D4).
Date today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  ::localtime_r(&now, &local);
  const auto day = Date::from_civil(local.tm_year + 1900, static_cast<unsigned>(local.tm_mon + 1),
                                    static_cast<unsigned>(local.tm_mday));
  if (!day) throw Stop{Exit::usage, "the clock shows no day that can be used; give --as-of"};
  return *day;
}

}  // namespace

Date LogOptions::day(const WhatIf& supposed) const {
  if (as_of) return *as_of;
  return supposed.last_day() ? *supposed.last_day() : today();
}

Paper LogOptions::paper() const {
  const bool shown = output_is_terminal();
  const bool plain = environment("TERM") == "dumb" || !environment("NO_COLOR").empty();
  const bool colored = color == When::automatic ? shown && !plain : color == When::always;
  return {.colored = colored, .width = output_width()};
}

std::size_t LogOptions::jobs() const {
  if (most_jobs) return *most_jobs;
  return std::max(1U, std::thread::hardware_concurrency());
}

void LogOptions::refuse_roster() const {
  if (logs.empty() || !is_ndjson(logs.front())) return;
  throw Stop{Exit::usage, command + " takes one log at a time; take one of its lines: sed -n 1p " +
                              logs.front() + " | certrenew " + command};
}

bool LogOptions::is_ndjson(std::string_view name) const {
  if (input_format != InputFormat::by_name) return input_format == InputFormat::ndjson;
  return name.ends_with(".ndjson") || name.ends_with(".jsonl");
}

std::vector<std::string> LogOptions::inputs() const {
  if (std::count(logs.begin(), logs.end(), "-") > 1) {
    throw Stop{Exit::usage, "standard input can be read only once"};
  }
  if (!logs.empty()) return logs;
  if (input_is_terminal()) {
    throw Stop{Exit::usage, "which log? Try: certrenew " + command + " log.json"};
  }
  return {"-"};
}

void add_policy_option(CLI::App& app, std::string& file) {
  app.add_option("--policy", file, "The renewal rules' numbers (default: the built-in ones)")
      ->type_name("FILE")
      ->check([](const std::string& name) {
        return name.empty() ? std::string{"a file's name must not be empty"} : std::string{};
      });
}

void add_date(CLI::App& app, const std::string& name, std::optional<Date>& date,
              const std::string& help) {
  app.add_option_function<std::string>(
         name,
         [name, &date](const std::string& text) {
           date = Date::parse(text);
           if (!date) {
             throw CLI::ValidationError(
                 name, text::quoted(text) + " is not a calendar date (write YYYY-MM-DD)");
           }
         },
         help)
      ->type_name("YYYY-MM-DD");
}

CLI::Option* add_repeatable(CLI::App& app, const std::string& name, std::vector<std::string>& texts,
                            const std::string& help) {
  return app.add_option(name, texts, help)->allow_extra_args(false);
}

void add_log_options(CLI::App& app, LogOptions& options, Logs logs) {
  options.command = app.get_name();
  if (logs == Logs::many) {
    app.add_option("LOG", options.logs, "Logs to read; - or none: standard input")->type_name("");
  } else {
    app.add_option_function<std::string>(
           "LOG", [&options](const std::string& name) { options.logs = {name}; },
           "The log to read; - or none: standard input")
        ->type_name("");
  }
  add_date(app, "--as-of", options.as_of, "The day of the calculation (default: today)");
  add_policy_option(app, options.policy);
  add_repeatable(app, "--what-if", options.what_if,
                 "Suppose an activity, or exam:CODE@DATE; repeatable; as-of moves to the last one")
      ->type_name("TYPE@DATE[=UNITS]");
  add_choice(app, "--color", options.color, colors, "Colours in the table (default: auto)");
}

void add_roster_options(CLI::App& app, LogOptions& options) {
  add_choice(app, "--input-format", options.input_format, input_formats,
             "One log, or one a line (default: ndjson for *.ndjson and *.jsonl)");
  app.add_option_function<std::string>(
         "--first-line",
         [&options](const std::string& text) {
           options.first_line = number_in("--first-line", text, 1, 4'000'000'000, "lines");
         },
         "The number of a roster's first line, where it is a part of one (default: 1)")
      ->type_name("N");
  app.add_option_function<std::string>(
         "--jobs",
         [&options](const std::string& text) {
           options.most_jobs = number_in("--jobs", text, 1, most_clerks, "jobs");
         },
         "How many logs to answer at a time (default: one a processor)")
      ->type_name("N");
}

const Policy& policy_in_force(const std::string& file, std::optional<Policy>& read) {
  if (file.empty()) return builtin_policy();
  const Input input{file, most_document_bytes};
  if (!input.error().empty()) throw Stop{Exit::failed, text::visible(file) + ": " + input.error()};
  auto result = read_policy(input.text());
  if (const auto* const faults = std::get_if<Faults>(&result)) {
    std::string told;
    tell(told, file, std::nullopt, *faults);
    write_error(told);
    throw Stop{Exit::invalid, {}};
  }
  read = std::move(std::get<Policy>(result));
  return *read;
}

}  // namespace certrenew
