#include "cli/what_if.hpp"

#include <algorithm>
#include <string_view>

#include "cli/exit.hpp"
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

/// Whether `text` is written with digits, and at most one point between them.
bool is_plain_decimal(std::string_view text) {
  return !text.empty() && text.front() != '.' && text.back() != '.' &&
         std::count(text.begin(), text.end(), '.') <= 1 &&
         text.find_first_not_of("0123456789.") == std::string_view::npos;
}

Units parse_units(std::string_view text, std::string_view number) {
  const auto units = is_plain_decimal(number) ? Units::parse(number) : std::nullopt;
  if (units) return *units;
  refuse(text,
         text::quoted(number) + " is not a number of units (0 to 1,000,000, at most two decimals)");
}

Index<ActivityType> parse_type(std::string_view text, std::string_view name, const Policy& policy) {
  if (const auto type = policy.find_activity_type(name)) return *type;
  if (name == "exam") refuse(text, name_the_certification);
  std::vector<std::string_view> known;
  for (const ActivityType& one : policy.activity_types) known.emplace_back(one.name);
  refuse(text, "unknown activity type " + text::quoted(name) + text::advice(name, known));
}

Supposed parse(const std::string& text, const Policy& policy) {
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
  if (!date) refuse(text, text::quoted(day) + " is not a calendar date (write YYYY-MM-DD)");
  if (what.starts_with(exam_prefix)) {
    if (has_units) refuse(text, "an exam has no units");
    const std::string_view code = what.substr(exam_prefix.size());
    if (code.empty()) refuse(text, name_the_certification);
    return {text, {.date = *date, .what = Exam{}, .what_if = true}, std::string{code}};
  }
  const auto type = parse_type(text, what, policy);
  const auto usual = policy[type].units;
  if (!has_units && !usual) {
    refuse(text,
           "the policy gives no units for " + text::quoted(what) + "; write " + text + "=UNITS");
  }
  const Units units = has_units ? parse_units(text, when.substr(equals + 1)) : *usual;
  return {text, {.date = *date, .what = Work{.type = type, .units = units}, .what_if = true}};
}

}  // namespace

std::vector<Supposed> parse_what_if(const std::vector<std::string>& texts, const Policy& policy) {
  std::vector<Supposed> all;
  all.reserve(texts.size());
  for (const std::string& text : texts) all.push_back(parse(text, policy));
  return all;
}

std::vector<std::string_view> add_supposed(const std::vector<Supposed>& supposed, Log& log) {
  std::vector<std::string_view> added;
  for (const Supposed& one : supposed) {
    Activity activity = one.activity;
    if (!one.exam_of.empty()) {
      const auto held = std::find_if(
          log.certifications.begin(), log.certifications.end(),
          [&](const Certification& certification) { return certification.code == one.exam_of; });
      if (held == log.certifications.end()) continue;
      const auto index = static_cast<std::uint32_t>(held - log.certifications.begin());
      activity.what = Exam{.certification = Index<Certification>{index}};
    }
    log.activities.push_back(activity);
    added.push_back(one.text);
  }
  return added;
}

}  // namespace certrenew::cli
