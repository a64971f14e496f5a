#include "cli/options.hpp"

#include <algorithm>
#include <charconv>
#include <system_error>
#include <utility>
#include <variant>

#include "certrenew/read.hpp"
#include "cli/exit.hpp"
#include "cli/input.hpp"
#include "cli/output.hpp"
#include "core/date_wording.hpp"
#include "platform/process.hpp"
#include "platform/streams.hpp"
#include "report/reports.hpp"
#include "text/fit.hpp"
#include "text/utf8.hpp"

namespace certrenew::cli {

namespace {

/// The only place that reads the clock (D4).
Date today() {
  const platform::LocalDay local = platform::today();
  const auto day = Date::from_civil(local.year, local.month, local.day);
  if (!day) throw Stop{Exit::usage, "the clock shows an impossible day; give --as-of"};
  return *day;
}

void add_roster_options(CLI::App& app, LogOptions& options) {
  add_choice(app, "--input-format", options.by_line,
             {{"auto", std::nullopt}, {"json", false}, {"ndjson", true}},
             "One log per file, or one per line (default: per line for *.ndjson and *.jsonl)");
  add_number(app, "--first-line", options.first_line,
             {.least = 1, .most = 4'000'000'000, .what = "the number of a line"},
             "Number of the first line, when the input is part of a larger roster (default: 1)")
      ->type_name("N");
  add_number(app, "--jobs", options.jobs, {.least = 1, .most = 1024, .what = "a number of jobs"},
             "How many logs to work on at once (default: one per processor)")
      ->type_name("N");
}

}  // namespace

Date LogOptions::day(const std::vector<Supposed>& supposed) const {
  if (as_of) return *as_of;
  if (supposed.empty()) return today();
  Date last = supposed.front().activity.date;
  for (const Supposed& one : supposed) last = std::max(last, one.activity.date);
  return last;
}

bool LogOptions::is_roster(std::string_view name) const {
  return by_line.value_or(name.ends_with(".ndjson") || name.ends_with(".jsonl"));
}

std::vector<std::string> LogOptions::inputs() const {
  if (one_log && !logs.empty() && is_roster(logs.front())) {
    throw Stop{Exit::usage, command + " takes one log; take one of its lines: sed -n 1p " +
                                logs.front() + " | certrenew " + command};
  }
  return or_standard_input(logs, "which log? Try: certrenew " + command + " log.json");
}

std::vector<std::string> or_standard_input(const std::vector<std::string>& given,
                                           const std::string& question) {
  if (given.empty()) {
    if (platform::is_terminal(platform::standard_input)) throw Stop{Exit::usage, question};
    return {"-"};
  }
  if (std::count(given.begin(), given.end(), "-") > 1) {
    throw Stop{Exit::usage, "standard input can be read only once"};
  }
  return given;
}

void add_log_options(CLI::App& app, LogOptions& options, Logs logs) {
  options.command = app.get_name();
  options.one_log = logs == Logs::one;
  const std::string what = options.one_log ? "Log" : "Logs";
  CLI::Option* const log =
      app.add_option("LOG", options.logs, what + " to read; - or none: standard input");
  log->type_name("LOG");
  if (options.one_log) log->expected(1)->allow_extra_args(false);
  add_date(app, "--as-of", options.as_of, "Day of the calculation (default: today)");
  const auto show = [&options](const std::string& code) { options.only.push_back(code); };
  add_list(app, "--only", show,
           options.one_log && options.command == "plan"
               ? "Plan for these certifications only"
               : "Show these certifications only; all are calculated")
      ->type_name("CODE,…");
  add_policy_option(app, options.policies);
  add_doubts(app, options.doubts);
  app.add_option("--what-if", options.what_if,
                 "Suppose an activity, or exam:CODE@DATE; repeatable; as-of moves to the last day")
      ->allow_extra_args(false)
      ->type_name("TYPE@DATE[=UNITS]");
  add_choice(app, "--color", options.colored,
             {{"auto", std::nullopt}, {"always", true}, {"never", false}},
             "Whether to use colours (default: auto)");
  if (!options.one_log) add_roster_options(app, options);
}

void add_doubts(CLI::App& app, Doubts& doubts) {
  add_choice(app, "--doubts", doubts, {{"all", Doubts::all}, {"none", Doubts::none}},
             "Whether to calculate other readings of the rules, too (default: all)");
}

void add_format(CLI::App& app, Format& format, std::initializer_list<Format> without) {
  std::vector<Choice<Format>> choices{{"table", Format::table},       {"json", Format::json},
                                      {"ndjson", Format::ndjson},     {"csv", Format::csv},
                                      {"markdown", Format::markdown}, {"html", Format::html},
                                      {"github", Format::github}};
  std::erase_if(choices, [&](const auto& choice) {
    return std::find(without.begin(), without.end(), choice.second) != without.end();
  });
  add_choice(app, "--format", format, choices, "Format of the answer (default: table)");
}

Date parse_date(const std::string& option, const std::string& text) {
  if (const auto date = Date::parse(text)) return *date;
  throw CLI::ValidationError(option, why_no_date(text));
}

void add_date(CLI::App& app, const std::string& name, std::optional<Date>& date,
              const std::string& help) {
  const auto parse = [name, &date](const std::string& text) { date = parse_date(name, text); };
  app.add_option_function<std::string>(name, parse, help)->type_name("YYYY-MM-DD");
}

void add_policy_option(CLI::App& app, std::vector<std::string>& files) {
  const auto not_empty = [](const std::string& name) {
    return std::string{name.empty() ? "the name of a file must not be empty" : ""};
  };
  app.add_option("--policy", files,
                 "File with the rules of a programme, beside the built-in ones; repeatable")
      ->allow_extra_args(false)
      ->type_name("FILE")
      ->check(not_empty);
}

void stop_for(const std::string& file, const Errors& errors, const std::string& message) {
  std::string text;
  report::append_errors(text, {.name = file}, errors);
  write_error(text);
  throw Stop{Exit::invalid, message};
}

Policy read_policy_file(const std::string& file) {
  File input{file};
  auto result = read_policy(input.read_all(most_document_bytes));
  if (!input.error().empty()) throw Stop{Exit::failed, text::visible(file) + ": " + input.error()};
  if (auto* const policy = std::get_if<Policy>(&result)) return std::move(*policy);
  stop_for(file, std::get<Errors>(result));
}

Policies policies_in_force(const std::vector<std::string>& files) {
  Policies policies = builtin_policies();
  bool all_valid = true;
  for (const std::string& file : files) {
    try {
      policies.put(read_policy_file(file));
    } catch (const Stop& stop) {
      if (stop.exit != Exit::invalid) throw;
      all_valid = false;
    }
  }
  if (!all_valid) throw Stop{Exit::invalid, {}};
  return policies;
}

std::uint32_t parse_number(const std::string& option, const std::string& text,
                           const NumberRange& range) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = error == std::errc{} && end == text.data() + text.size();
  if (whole && range.least <= number && number <= range.most) return number;
  throw CLI::ValidationError(option, text::quoted(text) + " is not " + std::string{range.what} +
                                         " (" + text::grouped(std::to_string(range.least)) +
                                         " to " + text::grouped(std::to_string(range.most)) + ")");
}

CLI::Option* add_number(CLI::App& app, const std::string& name, std::uint32_t& number,
                        const NumberRange& range, const std::string& help) {
  const auto parse = [name, &number, range](const std::string& text) {
    number = parse_number(name, text, range);
  };
  return app.add_option_function<std::string>(name, parse, help);
}

CLI::Option* add_repeatable(CLI::App& app, const std::string& name,
                            const std::function<void(const std::string&)>& take,
                            const std::string& help) {
  const auto take_all = [take](const std::vector<std::string>& values) {
    std::for_each(values.begin(), values.end(), take);
  };
  return app.add_option_function<std::vector<std::string>>(name, take_all, help)
      ->allow_extra_args(false);
}

CLI::Option* add_list(CLI::App& app, const std::string& name,
                      const std::function<void(const std::string&)>& take,
                      const std::string& help) {
  const auto take_list = [name, take](const std::string& list) {
    const auto parts = split_list(name, list);
    std::for_each(parts.begin(), parts.end(), take);
  };
  return add_repeatable(app, name, take_list, help);
}

std::vector<std::string> split_list(const std::string& option, std::string_view list) {
  auto parts = CLI::detail::split(std::string{list}, ',');
  if (list.ends_with(',') || std::find(parts.begin(), parts.end(), "") != parts.end()) {
    throw CLI::ValidationError(option, "something is missing beside a comma");
  }
  return parts;
}

}  // namespace certrenew::cli
