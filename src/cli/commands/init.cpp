// `certrenew init`.
#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "certrenew/answer.hpp"
#include "certrenew/read.hpp"
#include "cli/command_tree.hpp"
#include "cli/options.hpp"
#include "core/date_wording.hpp"
#include "report/import.hpp"
#include "text/utf8.hpp"

namespace certrenew::cli {

namespace {

struct InitOptions {
  std::vector<std::string> certifications;
  std::vector<std::string> policies;
};

constexpr std::string_view log_notes =
    "Keep this log up to date. The date of an activity is the day it was done. Add activities to "
    "the list like this: {\"date\": \"2025-06-01\", \"type\": \"coursework\", \"title\": \"Jira "
    "automation\", \"entered\": \"2025-06-02\"}; \"entered\" is the day it was entered in the "
    "portal, or null until then. An exam: {\"date\": \"2025-12-01\", \"type\": \"exam\", "
    "\"certification\": \"ACP-620\"}.";
constexpr std::string_view certification_notes =
    "\"earned\" is the day of the first exam. If the portal shows later dates, from renewals that "
    "are not in this log, give \"suspends\" and \"expires\" as it shows them instead.";

/// Reads a code and a day from `CODE:EARNED`. A code may contain colons; a date does not.
std::pair<std::string, Date> parse_earned(const std::string& text) {
  const std::size_t colon = text.rfind(':');
  if (colon != std::string::npos) {
    const std::string_view written = std::string_view{text}.substr(colon + 1);
    if (const auto day = Date::parse(written)) return {text.substr(0, colon), *day};
    throw Stop{Exit::usage, text::quoted(text) + ": " + why_no_date(written)};
  }
  throw Stop{Exit::usage, text::quoted(text) +
                              " is not a certification and the day it was earned "
                              "(write CODE:YYYY-MM-DD, say ACP-620:2023-11-15)"};
}

/// A log with these certifications and without activities.
imports::DraftLog draft_of(const std::vector<std::string>& certifications) {
  imports::DraftLog log{.notes = std::string{log_notes}};
  for (const std::string& one : certifications) {
    auto [code, day] = parse_earned(one);
    imports::DraftItem& item = log.certifications.emplace_back();
    item.add("code", std::move(code));
    item.add("earned", day);
    if (log.certifications.size() == 1) item.add("notes", std::string{certification_notes});
  }
  return log;
}

/// Throws Stop where the log has no answer, so that nothing is written that other commands refuse.
void check_answerable(const std::string& text, const Policies& policies) {
  const auto refuse = [](const Errors& errors) {
    const Error& first = errors.listed.front();
    throw Stop{Exit::usage, first.path + ": " + first.message};
  };
  auto read = read_log(text, policies);
  if (const auto* const errors = std::get_if<Errors>(&read)) refuse(*errors);
  const auto answer =
      answer_log(std::move(std::get<Log>(read)), policies, Date::first(), Doubts::none);
  if (const auto* const errors = std::get_if<Errors>(&answer)) refuse(*errors);
}

}  // namespace

Action configure_init(CLI::App& app) {
  const auto options = std::make_shared<InitOptions>();
  app.add_option("CERTIFICATION", options->certifications,
                 "A certification and the day it was earned, say ACP-620:2023-11-15")
      ->required()
      ->type_name("CODE:EARNED");
  add_policy_option(app, options->policies);
  return [options](Output& output) {
    const Policies policies = policies_in_force(options->policies);
    const std::string log =
        report::json_of(draft_of(options->certifications), report::LogLayout::by_item);
    check_answerable(log, policies);
    output.write(log);
    return Exit::done;
  };
}

}  // namespace certrenew::cli
