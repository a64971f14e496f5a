#include "support.hpp"

#include <memory>
#include <stdexcept>
#include <utility>
#include <variant>

namespace certrenew::testing {

Date day(std::string_view text) {
  const auto date = Date::parse(text);
  if (!date) throw std::invalid_argument{std::string{text}};
  return *date;
}

std::string date_or_never(std::optional<Date> date) { return date ? to_string(*date) : "never"; }

Log copy(const Log& log) {
  Log other;
  other.candidate = log.candidate;
  other.certifications = log.certifications;
  other.activities = log.activities;
  return other;
}

Policy with_reading(Policy policy, std::string_view id, Policy changed) {
  changed.readings.clear();
  policy.readings.push_back({.id = std::string{id},
                             .rule = "C1",
                             .says = "it is read another way",
                             .where = "a source",
                             .policy = std::make_shared<const Policy>(std::move(changed))});
  return policy;
}

Answer answer(const Log& log, const Policies& policies, Date as_of, Doubts doubts) {
  auto result = answer_log(copy(log), policies, as_of, doubts);
  if (const auto* const errors = std::get_if<Errors>(&result)) {
    throw std::runtime_error{errors->listed.front().message};
  }
  return std::get<Answer>(std::move(result));
}

Certification LogBuilder::certification(std::string_view code) {
  Certification one{.code = log_.keep(code)};
  for (std::uint32_t i = 0; i < policies_.in_force(); ++i) {
    const Policy& policy = policies_[{i}];
    const auto listed = policy.find_certification(code);
    auto type = policy.find_certification_type(code.substr(0, code.find('-')));
    if (listed && policy[*listed].type) type = policy[*listed].type;
    if (!type) continue;
    one.programme = Index<Policy>{i};
    one.type = *type;
    one.listed = listed;
    return one;
  }
  throw std::invalid_argument{std::string{code}};
}

LogBuilder& LogBuilder::earned(std::string_view code, std::string_view on) {
  Certification one = certification(code);
  one.earned = day(on);
  log_.certifications.push_back(one);
  return *this;
}

LogBuilder& LogBuilder::suspends(std::string_view code, std::string_view on,
                                 std::optional<std::string_view> expires,
                                 std::optional<std::string_view> earned) {
  Certification given = certification(code);
  given.suspends = day(on);
  if (expires) given.expires = day(*expires);
  if (earned) given.earned = day(*earned);
  log_.certifications.push_back(given);
  return *this;
}

LogBuilder& LogBuilder::tracked(std::string_view code, std::optional<std::string_view> earned,
                                std::optional<std::string_view> suspends,
                                std::optional<std::string_view> expires) {
  Certification one{.code = log_.keep(code), .programme = std::nullopt};
  if (earned) one.earned = day(*earned);
  if (suspends) one.suspends = day(*suspends);
  if (expires) one.expires = day(*expires);
  log_.certifications.push_back(one);
  return *this;
}

LogBuilder& LogBuilder::done(std::string_view type, std::string_view on, int count,
                             std::optional<std::int64_t> hundredths) {
  Work work{.type = log_.keep(type), .states_units = hundredths.has_value()};
  std::vector<Worth> also;
  for (std::uint32_t i = 0; i < policies_.in_force(); ++i) {
    const Policy& policy = policies_[{i}];
    const auto found = policy.find_activity_type(type);
    if (!found) continue;
    Worth worth{.programme = {i}, .type = *found};
    worth.units =
        hundredths ? Units::from_hundredths(*hundredths) : policy[*found].units.on(day(on)).value();
    if (work.worth) {
      also.push_back(worth);
    } else {
      work.worth = worth;
    }
  }
  work.also = log_.keep(std::span<const Worth>{also});
  for (int i = 0; i < count; ++i) log_.activities.push_back({.date = day(on), .what = work});
  return *this;
}

LogBuilder& LogBuilder::titled(std::string_view type, std::string_view on, std::string_view title,
                               std::optional<std::int64_t> hundredths) {
  done(type, on, 1, hundredths);
  return this->title(title);
}

LogBuilder& LogBuilder::title(std::string_view title) {
  log_.activities.back().title = log_.keep(title);
  return *this;
}

LogBuilder& LogBuilder::rejected() {
  log_.activities.back().rejected = true;
  return *this;
}

LogBuilder& LogBuilder::only_in(std::string_view programme) {
  Work& work = std::get<Work>(log_.activities.back().what);
  const Worth* const worth = work.in(policies_.find(programme).value());
  work.worth = worth != nullptr ? std::optional{*worth} : std::nullopt;
  work.also = {};
  return *this;
}

LogBuilder& LogBuilder::course(std::string_view name, std::string_view on) {
  done("coursework", on);
  Work& work = std::get<Work>(log_.activities.back().what);
  work.course = log_.keep(name);
  work.worth->course = policies_[work.worth->programme].find_course(name);
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
    "name": "test", "validity": "P24M", "grace": "P3M", "units_valid": "P12M",
    "certification_types": {
      "CRS": {"renew_by": {"courses": {"all": ["a", "b"]}}},
      "MIX": {"renew_by": {"units": {"required": 30}, "courses": {"all": ["a", "b"]}}},
      "EXM": {"renew_by": {"exam": {"window": "P6M"}}},
      "UNI": {"renew_by": {"units": {"required": 30}}},
      "ALL": {"renew_by": {"units": {"required": 30}, "exam": {"window": "P6M"},
                           "courses": {"all": ["a", "b"]}}},
      "WID": {"renew_by": {"units": {"required": 30}, "exam": {"window": "P60M"}}},
      "ANY": {"renew_by": {"units": {"required": 30}, "exam": {}}},
      "NVR": {"renew_by": {"units": {"required": 30}, "exam": {}}}},
    "activity_types": {"coursework": {"units": 10}, "event": {"units": 10, "limit": 1},
                       "free": {"units": 0}}})"));
  // A type cannot take back a validity that stands above it.
  static const Policy policy =
      with_type(read, "NVR", [](CertificationType& type) { type.validity = {}; });
  return policy;
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
  if (one.cycles.empty()) return {};
  return std::string{name_of(one.status)} + ' ' + to_string(one.cycle().start) + ' ' +
         date_or_never(one.cycle().suspends) + ' ' + date_or_never(one.cycle().expires) + ' ' +
         to_string(one.counted);
}

std::string cycles(const Renewals& renewals, std::size_t credential) {
  std::string all;
  for (const Cycle& cycle : renewals.credentials.at(credential).cycles) {
    if (!all.empty()) all += ", ";
    all += std::string{name_of(cycle.began_by)} + ' ' + to_string(cycle.began_on) + ' ';
    if (cycle.start != cycle.began_on) all += "from " + to_string(cycle.start) + ' ';
    all += cycle.closing
               ? std::string{name_of(cycle.closing->by)} + ' ' + to_string(cycle.closing->day)
               : "open";
  }
  return all;
}

std::string others(const Renewals& renewals, std::size_t credential) {
  std::string all;
  for (const Cycle& cycle : renewals.credentials.at(credential).cycles) {
    if (!all.empty()) all += ' ';
    all += cycle.with ? std::to_string(cycle.with->at) : "-";
  }
  return all;
}

std::string terms(const Renewals& renewals, std::size_t credential) {
  std::string all;
  for (const Cycle& cycle : renewals.credentials.at(credential).cycles) {
    if (!all.empty()) all += ", ";
    all += to_string(cycle.start) + ' ' + date_or_never(cycle.suspends) + ' ' +
           date_or_never(cycle.expires);
    if (cycle.extended_from) all += " (" + to_string(*cycle.extended_from) + ')';
    all += " exam " + date_or_never(cycle.exam_opens) + " carried " + to_string(cycle.carried) +
           " of " + to_string(cycle.required);
  }
  return all;
}

std::string doubt_line(std::string_view code, std::string_view reading, Status status,
                       std::optional<Date> suspends, std::optional<Date> expires,
                       std::span<const Cycle> renewals) {
  std::string line = std::string{code} + ' ' + std::string{reading} + ": " +
                     std::string{name_of(status)} + ' ' + date_or_never(suspends) + ' ' +
                     date_or_never(expires);
  for (const Cycle& cycle : renewals) {
    line += ", " + std::string{name_of(cycle.began_by)} + ' ' + to_string(cycle.began_on);
  }
  return line;
}

Lines doubts(const Answer& answer) {
  Lines lines;
  for (const Doubt* const one : answer.doubts()) {
    lines.push_back(doubt_line(answer.log()[one->credential].code, one->reading->id, one->status,
                               one->suspends, one->expires, one->renewals));
  }
  return lines;
}

std::string designation_line(const DesignationAnswer& designation) {
  std::string line = designation.designation->name + ": ";
  line += designation.held ? "held until " + date_or_never(designation.until) : "not held";
  line += ", " + std::to_string(designation.active) + " active";
  if (!designation.missing.empty()) line += ", lacks";
  for (const std::string_view code : designation.missing) line += ' ' + std::string{code};
  return line;
}

Lines designations(const Answer& answer) {
  Lines lines;
  for (const DesignationAnswer& one : answer.designations()) {
    lines.push_back(designation_line(one));
  }
  return lines;
}

}  // namespace certrenew::testing
