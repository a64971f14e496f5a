#include "cli/what_if.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "cli/exit.hpp"
#include "cli/options.hpp"
#include "core/date_wording.hpp"
#include "read/import/values.hpp"
#include "text/nearest.hpp"
#include "text/utf8.hpp"

namespace certrenew::cli {

namespace {

constexpr std::string_view exam_prefix = "exam:";
constexpr std::string_view name_the_certification =
    "which certification? Write exam:CODE@YYYY-MM-DD";

[[noreturn]] void refuse(std::string_view text, std::string_view why) {
  throw Stop{Exit::usage, "--what-if " + text::quoted(text) + ": " + std::string{why}};
}

/// The worth of `TYPE` or `PROGRAMME:TYPE` in each programme that has the type. `units` come from
/// the text; without them, each policy gives its own. Leaves out policies that give none. Throws
/// Stop if none of the policies has the type, or none gives units.
std::vector<Worth> parse_type(std::string_view text, std::string_view name, Date date,
                              std::optional<Units> units, const Policies& policies) {
  if (name == "exam") refuse(text, name_the_certification);
  std::vector<Worth> found;
  std::vector<std::string_view> known;
  bool lacks_units = false;
  for (std::uint32_t i = 0; i < policies.size(); ++i) {
    const Policy& policy = policies[{i}];
    if (i < policies.in_force()) {
      for (const ActivityType& one : policy.activity_types) known.emplace_back(one.name);
    }
    std::string_view type = name;
    if (name.starts_with(policy.name + ':')) type.remove_prefix(policy.name.size() + 1);
    const auto index = policy.find_activity_type(type);
    if (!index) continue;
    const auto its_units = units ? units : policy[*index].units.on(date);
    lacks_units |= !its_units;
    if (!its_units) continue;
    found.push_back({.programme = {i}, .type = *index, .units = *its_units, .course = {}});
  }
  if (!found.empty()) return found;
  if (lacks_units) {
    refuse(text, "the policy gives no units for " + text::quoted(name) + "; write " +
                     std::string{text} + "=UNITS");
  }
  const std::size_t colon = name.find(':');
  if (colon != std::string_view::npos && !policies.find(name.substr(0, colon))) {
    refuse(text, "no programme " + text::quoted(name.substr(0, colon)) + " is in force");
  }
  refuse(text, "unknown activity type " + text::quoted(name) + text::advice(name, known));
}

Supposed parse(const std::string& text, const Policies& policies) {
  const std::string_view whole = text;
  const std::size_t at = whole.rfind('@');
  if (at == std::string_view::npos) {
    refuse(text, "write TYPE@YYYY-MM-DD, TYPE@YYYY-MM-DD=UNITS or exam:CODE@YYYY-MM-DD");
  }
  const std::string_view what = whole.substr(0, at);
  const std::string_view when = whole.substr(at + 1);
  const std::size_t equals = when.find('=');
  const std::string_view day = when.substr(0, equals);
  const bool has_units = equals != std::string_view::npos;
  const auto date = Date::parse(day);
  if (!date) refuse(text, why_no_date(day));
  if (what.starts_with(exam_prefix)) {
    if (has_units) refuse(text, "an exam has no units");
    const std::string_view code = what.substr(exam_prefix.size());
    if (code.empty()) refuse(text, name_the_certification);
    return {.text = text,
            .activity = {.date = *date, .what = Exam{}, .what_if = true},
            .exam_of = std::string{code}};
  }
  const std::string_view number = has_units ? when.substr(equals + 1) : std::string_view{};
  const auto units = imports::parse_units(number);
  if (has_units && !units) refuse(text, text::quoted(number) + std::string{no_units});
  std::vector<Worth> worths = parse_type(text, what, *date, units, policies);
  const Worth& first = worths.front();
  const Work work{.type = policies[first.programme][first.type].name,
                  .course = {},
                  .states_units = has_units,
                  .worth = first,
                  .also = {}};
  return {.text = text,
          .activity = {.date = *date, .what = work, .what_if = true},
          .exam_of = {},
          .worths = std::move(worths)};
}

/// Of the programmes that have the activity's type, only one may have certifications in the log:
/// the activity's worth there (P1). Throws Stop if there are several.
Worth choose_worth(const Supposed& supposed, const Log& log) {
  const Worth* chosen = nullptr;
  for (const Worth& one : supposed.worths) {
    const bool is_held = std::any_of(log.certifications.begin(), log.certifications.end(),
                                     [&](const Certification& certification) {
                                       return certification.programme == one.programme;
                                     });
    if (!is_held) continue;
    if (chosen != nullptr) {
      refuse(supposed.text,
             "several programmes of the log have that type; write PROGRAMME:" + supposed.text);
    }
    chosen = &one;
  }
  return chosen != nullptr ? *chosen : supposed.worths.front();
}

}  // namespace

std::vector<Supposed> parse_what_if(const std::vector<std::string>& texts,
                                    const Policies& policies) {
  std::vector<Supposed> all;
  all.reserve(texts.size());
  for (const std::string& text : texts) all.push_back(parse(text, policies));
  return all;
}

std::vector<std::string_view> add_supposed(const std::vector<Supposed>& supposed,
                                           const Policies& policies, Log& log) {
  std::vector<std::string_view> added;
  for (const Supposed& one : supposed) {
    Activity activity = one.activity;
    if (!one.exam_of.empty()) {
      const auto held = std::find_if(
          log.certifications.begin(), log.certifications.end(),
          [&](const Certification& its) { return is_called(its, policies, one.exam_of); });
      if (held == log.certifications.end()) continue;
      const auto index = static_cast<std::uint32_t>(held - log.certifications.begin());
      activity.what = Exam{.certification = Index<Certification>{index}};
    } else if (one.worths.size() > 1) {
      std::get<Work>(activity.what).worth = choose_worth(one, log);
    }
    log.activities.push_back(activity);
    added.push_back(one.text);
  }
  return added;
}

}  // namespace certrenew::cli
