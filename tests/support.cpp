#include "support.hpp"

#include <stdexcept>
#include <utility>
#include <variant>

namespace certrenew::testing {

Date day(std::string_view text) {
  const auto date = Date::parse(text);
  if (!date) throw std::invalid_argument{std::string{text}};
  return *date;
}

Log copy(const Log& log) {
  Log other;
  other.candidate = log.candidate;
  other.certifications = log.certifications;
  other.activities = log.activities;
  return other;
}

Answer answer(const Log& log, const Policy& policy, Date as_of) {
  auto result = answer_log(copy(log), policy, as_of);
  if (const auto* const errors = std::get_if<Errors>(&result)) {
    throw std::runtime_error{errors->listed.front().message};
  }
  return std::get<Answer>(std::move(result));
}

Index<CertificationType> LogBuilder::type_of(std::string_view code) const {
  return policy_.find_certification_type(code.substr(0, code.find('-'))).value();
}

LogBuilder& LogBuilder::earned(std::string_view code, std::string_view on) {
  log_.certifications.push_back(
      {.code = log_.keep(code), .type = type_of(code), .earned = day(on)});
  return *this;
}

LogBuilder& LogBuilder::suspends(std::string_view code, std::string_view on,
                                 std::optional<std::string_view> expires,
                                 std::optional<std::string_view> earned) {
  Certification given{.code = log_.keep(code), .type = type_of(code), .suspends = day(on)};
  if (expires) given.expires = day(*expires);
  if (earned) given.earned = day(*earned);
  log_.certifications.push_back(given);
  return *this;
}

LogBuilder& LogBuilder::done(std::string_view type, std::string_view on, int count,
                             std::optional<std::int64_t> hundredths) {
  Work work{.type = policy_.find_activity_type(type).value()};
  const auto usual = policy_[work.type].units;
  work.units = hundredths ? Units::from_hundredths(*hundredths) : usual.value();
  for (int i = 0; i < count; ++i) log_.activities.push_back({.date = day(on), .what = work});
  return *this;
}

LogBuilder& LogBuilder::course(std::string_view name, std::string_view on) {
  done("coursework", on);
  std::get<Work>(log_.activities.back().what).course = policy_.find_course(name);
  return *this;
}

LogBuilder& LogBuilder::exam(std::string_view code, std::string_view on, bool passed) {
  Exam exam{.passed = passed};
  for (std::uint32_t i = 0; i < log_.certifications.size(); ++i) {
    if (log_.certifications[i].code == code) exam.certification = Index<Certification>{i};
  }
  log_.activities.push_back({.date = day(on), .what = exam});
  return *this;
}

LogBuilder& LogBuilder::expect(std::optional<std::string_view> suspends,
                               std::optional<std::string_view> expires) {
  Expectation& expectation = log_.certifications.back().expectation.emplace();
  if (suspends) expectation.suspends = day(*suspends);
  if (expires) expectation.expires = day(*expires);
  return *this;
}

LogBuilder& LogBuilder::entered(std::optional<std::string_view> on) {
  PortalEntry& entry = log_.activities.back().entered;
  entry.state = on ? PortalEntry::State::on_date : PortalEntry::State::not_yet;
  if (on) entry.date = day(*on);
  return *this;
}

const Policy& various_policy() {
  static const Policy read = std::get<Policy>(read_policy(R"({
    "name": "test", "validity_months": 24, "grace_months": 3, "units_valid_months": 12,
    "certification_types": {
      "CRS": {"renew_by": {"courses": ["a", "b"]}},
      "MIX": {"renew_by": {"units": 30, "courses": ["a", "b"]}},
      "EXM": {"renew_by": {"exam": {"window_months": 6}}},
      "UNI": {"renew_by": {"units": 30}},
      "ALL": {"renew_by": {"units": 30, "exam": {"window_months": 6}, "courses": ["a", "b"]}},
      "WID": {"renew_by": {"units": 30, "exam": {"window_months": 60}}}},
    "activity_types": {"coursework": {"units": 10}, "event": {"units": 10, "limit": 1},
                       "free": {"units": 0}}})"));
  return read;
}

std::string outcomes(const Renewals& renewals, std::size_t credential) {
  std::string all;
  const auto& verdicts = renewals.credentials.at(credential).verdicts;
  for (std::size_t i = 0; i < verdicts.size();) {
    std::size_t same = i;
    while (same < verdicts.size() && verdicts[same].outcome == verdicts[i].outcome) ++same;
    if (!all.empty()) all += ' ';
    all += name_of(verdicts[i].outcome);
    if (same - i > 1) all += '*' + std::to_string(same - i);
    i = same;
  }
  return all;
}

std::string standing(const Renewals& renewals, std::size_t credential) {
  const Credential& one = renewals.credentials.at(credential);
  return std::string{name_of(one.status)} + ' ' + to_string(one.cycle().start) + ' ' +
         to_string(one.cycle().suspends) + ' ' + to_string(one.cycle().expires) + ' ' +
         to_string(one.counted);
}

std::string cycles(const Renewals& renewals, std::size_t credential) {
  std::string all;
  for (const Cycle& cycle : renewals.credentials.at(credential).cycles) {
    if (!all.empty()) all += ", ";
    all += std::string{name_of(cycle.began_by)} + ' ' + to_string(cycle.start) + ' ';
    all += cycle.closing
               ? std::string{name_of(cycle.closing->by)} + ' ' + to_string(cycle.closing->day)
               : "open";
  }
  return all;
}

}  // namespace certrenew::testing
