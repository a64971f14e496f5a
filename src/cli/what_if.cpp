#include "cli/what_if.hpp"

#include <algorithm>
#include <string_view>

#include "cli/exit.hpp"
#include "text/nearest.hpp"
#include "text/utf8.hpp"

namespace certrenew {

namespace {

constexpr std::string_view exam_prefix = "exam:";

[[noreturn]] void refuse(std::string_view text, const std::string& why) {
  throw Stop{Exit::usage, "--what-if " + text::quoted(text) + ": " + why};
}

/// Digits, and perhaps a point and more digits.
bool is_plain_decimal(std::string_view text) {
  const auto digits = [](std::string_view part) {
    return !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos;
  };
  const std::size_t point = text.find('.');
  if (point == std::string_view::npos) return digits(text);
  return digits(text.substr(0, point)) && digits(text.substr(point + 1));
}

Units units_in(std::string_view text, std::string_view number) {
  const auto units = is_plain_decimal(number) ? Units::parse(number) : std::nullopt;
  if (!units) {
    refuse(text, text::quoted(number) +
                     " is not a number of units (0 to 1,000,000, at most two decimals)");
  }
  return *units;
}

}  // namespace

WhatIf::WhatIf(const std::vector<std::string>& texts, const Policy& policy) {
  for (const std::string& text : texts) all_.push_back(parse(text, policy));
}

WhatIf::Supposed WhatIf::parse(const std::string& text, const Policy& policy) {
  const std::string_view whole = text;
  const std::size_t at = whole.rfind('@');
  if (at == std::string_view::npos) {
    refuse(text, "write TYPE@YYYY-MM-DD, TYPE@YYYY-MM-DD=UNITS or exam:CODE@YYYY-MM-DD");
  }
  const std::string_view what = whole.substr(0, at);
  const std::string_view when = whole.substr(at + 1);
  const std::size_t equals = when.find('=');
  const auto date = Date::parse(when.substr(0, equals));
  if (!date) {
    refuse(text,
           text::quoted(when.substr(0, equals)) + " is not a calendar date (write YYYY-MM-DD)");
  }
  Supposed supposed{text, {.date = *date, .what_if = true}, {}};
  if (what.starts_with(exam_prefix)) {
    supposed.activity.exam = true;
    supposed.exam_of = what.substr(exam_prefix.size());
    if (equals != std::string_view::npos) refuse(text, "an exam has no units");
    if (supposed.exam_of.empty())
      refuse(text, "of which certification? Write exam:CODE@YYYY-MM-DD");
    return supposed;
  }
  const auto type = policy.find_activity_type(what);
  if (!type) {
    std::vector<std::string_view> known;
    for (const ActivityType& one : policy.activity_types) known.emplace_back(one.name);
    refuse(text, what == "exam"
                     ? "of which certification? Write exam:CODE@YYYY-MM-DD"
                     : "unknown activity type " + text::quoted(what) + text::advice(what, known));
  }
  supposed.activity.type = *type;
  const auto& usual = policy.activity_types[*type].units;
  if (equals != std::string_view::npos) {
    supposed.activity.units = units_in(text, when.substr(equals + 1));
  } else if (usual) {
    supposed.activity.units = *usual;
  } else {
    refuse(text,
           "the policy gives no units for " + text::quoted(what) + "; write " + text + "=UNITS");
  }
  return supposed;
}

void WhatIf::add_to(Log& log, std::vector<std::size_t>& added) const {
  added.clear();
  for (std::size_t i = 0; i < all_.size(); ++i) {
    const Supposed& supposed = all_[i];
    Activity activity = supposed.activity;
    if (activity.exam) {
      const auto held =
          std::find_if(log.certifications.begin(), log.certifications.end(),
                       [&](const Certification& one) { return one.code == supposed.exam_of; });
      if (held == log.certifications.end()) continue;
      activity.certification = static_cast<std::uint32_t>(held - log.certifications.begin());
    }
    log.activities.push_back(activity);
    added.push_back(i);
  }
}

std::optional<Date> WhatIf::last_day() const {
  if (all_.empty()) return std::nullopt;
  return std::max_element(
             all_.begin(), all_.end(),
             [](const Supposed& a, const Supposed& b) { return a.activity.date < b.activity.date; })
      ->activity.date;
}

}  // namespace certrenew
