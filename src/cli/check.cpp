// `certrenew check`.

#include "render/check.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "certrenew/findings.hpp"
#include "cli/answering.hpp"
#include "cli/command.hpp"
#include "cli/values.hpp"
#include "text/nearest.hpp"
#include "text/utf8.hpp"

namespace certrenew {

namespace {

/// A kind of finding that is not wanted, of one certification or of all.
struct Ignored {
  FindingCode code;
  std::optional<std::string> certification;
};

struct CheckOptions {
  LogOptions common;
  int within = 90;
  std::vector<Ignored> ignored;
};

constexpr Choice<Format> formats[] = {{"table", Format::table},       {"json", Format::json},
                                      {"ndjson", Format::ndjson},     {"csv", Format::csv},
                                      {"markdown", Format::markdown}, {"github", Format::github}};

Ignored parse_ignored(const std::string& text) {
  const std::size_t colon = text.find(':');
  const std::string name = text.substr(0, colon);
  const auto code = find_finding(name);
  if (!code) {
    throw CLI::ValidationError("--ignore", "unknown finding " + text::quoted(name) +
                                               text::advice(name, names_of_findings()));
  }
  if (colon == std::string::npos) return {*code, std::nullopt};
  if (colon + 1 == text.size()) {
    throw CLI::ValidationError("--ignore",
                               "no certification follows the colon of " + text::quoted(text));
  }
  return {*code, text.substr(colon + 1)};
}

Findings look(const CheckOptions& options, const Answer& answer) {
  const auto is_ignored = [&](FindingCode code, std::uint32_t credential) {
    return std::any_of(options.ignored.begin(), options.ignored.end(), [&](const Ignored& one) {
      return one.code == code && (!one.certification ||
                                  *one.certification == answer.log.certifications[credential].code);
    });
  };
  const auto& shown = answer.shown;
  return findings(
      answer.log, answer.policy, answer.renewals,
      {.within = options.within, .wants = [&](FindingCode code, std::uint32_t credential) {
         return std::binary_search(shown.begin(), shown.end(), credential) &&
                !is_ignored(code, credential);
       }});
}

void present(const CheckOptions& options, const Paper& paper, const Answer& answer, Page& page) {
  const Findings found = look(options, answer);
  if (!found.empty()) page.exit = Exit::findings;
  using Layout = JsonWriter::Layout;
  switch (options.common.format) {
    case Format::json: render_check_json(page.body, answer, found, Layout::indented); break;
    case Format::ndjson: render_check_json(page.body, answer, found, Layout::one_line); break;
    case Format::csv: render_check_csv(page.body, answer, found); break;
    case Format::markdown: render_check_markdown(page.body, answer, found); break;
    case Format::github: render_check_annotations(page.body, answer, found); break;
    case Format::table: render_check_lines(page.body, answer, found, paper); break;
  }
}

}  // namespace

Action configure_check(CLI::App& app) {
  const auto options = std::make_shared<CheckOptions>();
  add_log_options(app, options->common);
  add_roster_options(app, options->common);
  add_choice(app, "--format", options->common.format, formats, "How to answer (default: table)");
  app.add_option_function<std::string>(
         "--within",
         [options](const std::string& text) { options->within = days_in("--within", text); },
         "How soon is soon (default: 90)")
      ->type_name("DAYS");
  using Texts = std::vector<std::string>;
  app.add_option_function<Texts>(
         "--only",
         [options](const Texts& lists) {
           for (const std::string& list : lists) {
             for (std::string& code : parts_of("--only", list)) {
               options->common.only.push_back(std::move(code));
             }
           }
         },
         "Only these certifications")
      ->type_name("CODE,…")
      ->allow_extra_args(false);
  app.add_option_function<Texts>(
         "--ignore",
         [options](const Texts& lists) {
           for (const std::string& list : lists) {
             for (const std::string& text : parts_of("--ignore", list)) {
               options->ignored.push_back(parse_ignored(text));
             }
           }
         },
         "Findings not to look for, of all certifications or of one")
      ->type_name("FINDING[:CODE],…")
      ->allow_extra_args(false);
  return [options](Output& output) {
    const Paper paper = options->common.paper();
    const bool csv = options->common.format == Format::csv;
    return answer_logs(
        options->common, output,
        {.present = [options, paper](const Answer& answer,
                                     Page& page) { present(*options, paper, answer, page); },
         .header = csv ? check_csv_header() : std::string_view{},
         .header_alone = false});
  };
}

}  // namespace certrenew
