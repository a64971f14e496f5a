// `certrenew check`.
#include "report/reports.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "certrenew/remark.hpp"
#include "cli/batch.hpp"
#include "cli/command_tree.hpp"
#include "text/nearest.hpp"
#include "text/utf8.hpp"

namespace certrenew::cli {

namespace {

/// A kind of finding that is not wanted.
struct Ignored {
  RemarkKind kind;
  std::optional<std::string> code;  ///< of the certification; none: of all
};

struct CheckOptions : LogOptions {
  std::uint32_t within = 90;
  std::vector<Ignored> ignored;

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

}  // namespace

Action configure_check(CLI::App& app) {
  const auto options = std::make_shared<CheckOptions>();
  add_log_options(app, *options, Logs::many);
  add_format(app, options->format,
             {{"table", Format::table},
              {"json", Format::json},
              {"ndjson", Format::ndjson},
              {"csv", Format::csv},
              {"markdown", Format::markdown},
              {"html", Format::html},
              {"github", Format::github}});
  add_number(app, "--within", options->within, number_of_days, "How soon is soon (default: 90)")
      ->type_name("DAYS");
  const auto ignore = [options](const std::string& text) {
    options->ignored.push_back(parse_ignored(text));
  };
  add_list(app, "--ignore", ignore, "Leave out these findings, for all certifications or for one")
      ->type_name("FINDING[:CODE],…");
  return [options](Output& output) {
    const Watch watch{.within = static_cast<int>(options->within),
                      .wants = std::bind_front(&CheckOptions::wants, options.get())};
    const auto print = [&watch](const report::Origin& origin, const Answer& answer,
                                OutputChunk& chunk) {
      auto found = findings(answer, watch);
      const Exit exit = found.empty() ? Exit::done : Exit::findings;
      chunk.print(report::CheckReport{origin, answer, std::move(found)});
      return exit;
    };
    return answer_logs(*options, output, {.frame = report::check_frame, .print = print});
  };
}

}  // namespace certrenew::cli
