// `certrenew init`.

#include <CLI/CLI.hpp>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "certrenew/reader.hpp"
#include "certrenew/renewal.hpp"
#include "cli/command.hpp"
#include "cli/options.hpp"
#include "render/json_writer.hpp"
#include "text/utf8.hpp"

namespace certrenew {

namespace {

struct InitOptions {
  std::vector<std::string> certifications;
  std::string policy;
};

constexpr std::string_view log_notes =
    "Keep this log as you go. What dates an activity is the day it was done. Add one to the list "
    "of "
    "activities like this: {\"date\": \"2025-06-01\", \"type\": \"coursework\", \"title\": \"Jira "
    "automation\", \"entered\": \"2025-06-02\"}; \"entered\" is the day it was entered in the "
    "portal, null while it is not. An exam: {\"date\": \"2025-12-01\", \"type\": \"exam\", "
    "\"certification\": \"ACP-620\"}.";
constexpr std::string_view certification_notes =
    "\"earned\" is the day of the first exam. If the portal shows later dates from renewals that "
    "are not in this log, write \"suspends\" and \"expires\" as it shows them, instead.";

/// `CODE:EARNED`; a code may have a colon, a date has none.
std::pair<std::string, Date> parse(const std::string& text) {
  const std::size_t colon = text.rfind(':');
  const auto earned = colon == std::string::npos
                          ? std::nullopt
                          : Date::parse(std::string_view{text}.substr(colon + 1));
  if (!earned) {
    throw Stop{Exit::usage, text::quoted(text) +
                                " is not a certification and the day it was earned "
                                "(write CODE:YYYY-MM-DD, say ACP-620:2023-11-15)"};
  }
  return {text.substr(0, colon), *earned};
}

std::string starter_log(const std::vector<std::string>& certifications) {
  std::string text;
  JsonDocument json{text, JsonWriter::Layout::indented};
  json.begin_object().member("notes", log_notes).key("certifications").begin_list();
  bool first = true;
  for (const std::string& certification : certifications) {
    const auto [code, earned] = parse(certification);
    json.begin_object().member("code", code).member("earned", earned);
    if (std::exchange(first, false)) json.member("notes", certification_notes);
    json.end_object();
  }
  json.end_list().key("activities").begin_list().end_list().end_object();
  return text;
}

/// The reader and the engine are the judges of what was asked for.
void check(const std::string& text, const Policy& policy) {
  auto result = read_log(text, policy);
  if (const auto* const log = std::get_if<Log>(&result)) {
    const Renewals renewals = calculate(*log, policy, Date::first());
    if (renewals.out_of_range.empty()) return;
    result = locate(renewals.out_of_range, text);
  }
  const Diagnostic& fault = std::get<Faults>(result).first.front();
  throw Stop{Exit::usage, fault.path + ": " + fault.message};
}

}  // namespace

Action configure_init(CLI::App& app) {
  const auto options = std::make_shared<InitOptions>();
  app.add_option("CERTIFICATION", options->certifications,
                 "A certification and the day it was earned, say ACP-620:2023-11-15")
      ->required()
      ->type_name("CODE:EARNED");
  add_policy_option(app, options->policy);
  return [options](Output& output) {
    std::optional<Policy> read;
    const Policy& policy = policy_in_force(options->policy, read);
    const std::string text = starter_log(options->certifications);
    check(text, policy);
    output.buffer() += text;
    return Exit::done;
  };
}

}  // namespace certrenew
