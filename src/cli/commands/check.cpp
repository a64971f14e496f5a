// `certrenew check`.
#include "report/reports.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "certrenew/remark.hpp"
#include "cli/batch.hpp"
#include "cli/command_tree.hpp"
#include "core/summary.hpp"
#include "text/nearest.hpp"
#include "text/utf8.hpp"

namespace certrenew::cli {

namespace {

/// A kind of finding that is not wanted.
struct Ignored {
  RemarkKind kind;
  std::optional<std::string> code;  ///< of the certification; none: of all
};

/// How many holders must have a certification active.
struct AtLeast {
  std::string code;
  std::uint32_t holders;
};

struct CheckOptions : LogOptions {
  std::uint32_t within = 90;
  std::vector<Ignored> ignored;
  std::vector<AtLeast> at_least;

  [[nodiscard]] bool wants(RemarkKind kind, std::string_view code) const {
    return std::none_of(ignored.begin(), ignored.end(), [&](const Ignored& one) {
      return one.kind == kind && (!one.code || *one.code == code);
    });
  }
};

RemarkKind parse_finding(const std::string& name) {
  std::vector<std::string_view> known;
  for (const RemarkKind kind : kinds_of_findings()) {
    if (name_of(kind) == name) return kind;
    known.push_back(name_of(kind));
  }
  throw CLI::ValidationError("--ignore",
                             "unknown finding " + text::quoted(name) + text::advice(name, known));
}

/// Reads `FINDING` or `FINDING:CODE`.
Ignored parse_ignored(const std::string& text) {
  const std::size_t colon = text.find(':');
  const RemarkKind kind = parse_finding(text.substr(0, colon));
  if (colon == std::string::npos) return {kind, std::nullopt};
  if (colon + 1 == text.size()) {
    throw CLI::ValidationError("--ignore",
                               "no certification follows the colon of " + text::quoted(text));
  }
  return {kind, text.substr(colon + 1)};
}

/// Reads `CODE=N`. A code may have an equals sign in it.
AtLeast parse_at_least(const std::string& text) {
  const std::size_t equals = text.rfind('=');
  if (equals == std::string::npos || equals == 0) {
    throw CLI::ValidationError(
        "--at-least", text::quoted(text) + " is not a certification and a number (write CODE=N)");
  }
  return {text.substr(0, equals),
          parse_number("--at-least", text.substr(equals + 1),
                       {.least = 1, .most = 1'000'000'000, .what = "a number of holders"})};
}

Exit check(const CheckOptions& options, Output& output) {
  const Watch watch{.within = static_cast<int>(options.within),
                    .wants = std::bind_front(&CheckOptions::wants, &options)};
  std::vector<HolderCount> counts;
  for (const AtLeast& one : options.at_least) counts.emplace_back(one.code);
  const auto gather = [&](const report::Origin& /*origin*/, const Answer& answer,
                          std::size_t /*item*/) {
    for (HolderCount& count : counts) count.add(answer);
  };
  const auto print = [&](const report::Origin& origin, const Answer& answer, OutputChunk& chunk) {
    auto found = findings(answer, watch);
    const Exit exit = found.empty() ? Exit::done : Exit::findings;
    chunk.print(report::CheckReport{origin, answer, std::move(found)});
    return exit;
  };
  const auto print_all = [&](const report::SummaryReport::Scope& scope, OutputChunk& chunk) {
    std::vector<report::Minimum> missed;
    for (std::size_t i = 0; i < counts.size(); ++i) {
      const report::Minimum minimum{&counts[i], options.at_least[i].holders};
      if (!minimum.is_reached()) missed.push_back(minimum);
    }
    if (missed.empty()) return Exit::done;
    chunk.print(report::TooFewReport{std::move(missed), scope.as_of});
    return Exit::findings;
  };
  return answer_logs(
      options, output,
      {.frame = report::check_frame, .print = print, .gather = gather, .print_all = print_all});
}

}  // namespace

Action configure_check(CLI::App& app) {
  const auto options = std::make_shared<CheckOptions>();
  add_log_options(app, *options, Logs::many);
  add_format(app, options->format, {});
  add_number(app, "--within", options->within, number_of_days, "How soon is soon (default: 90)")
      ->type_name("DAYS");
  const auto ignore = [options](const std::string& text) {
    options->ignored.push_back(parse_ignored(text));
  };
  add_list(app, "--ignore", ignore, "Leave out these findings, for all certifications or for one")
      ->type_name("FINDING[:CODE],…");
  const auto at_least = [options](const std::string& text) {
    options->at_least.push_back(parse_at_least(text));
  };
  add_repeatable(app, "--at-least", at_least,
                 "Fail unless at least N holders have this certification active; repeatable")
      ->type_name("CODE=N");
  return [options](Output& output) { return check(*options, output); };
}

}  // namespace certrenew::cli
