#include "support.hpp"

#include <stdexcept>

namespace certrenew::testing {

Date day(std::string_view text) {
  const auto date = Date::parse(text);
  if (!date) throw std::invalid_argument{std::string{text}};
  return *date;
}

std::uint32_t LogBuilder::type_of(std::string_view code) const {
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
  Activity activity{.date = day(on), .type = policy_.find_activity_type(type).value()};
  const auto usual = policy_.activity_types[activity.type].units;
  activity.units = hundredths ? Units::from_hundredths(*hundredths) : usual.value();
  for (int i = 0; i < count; ++i) log_.activities.push_back(activity);
  return *this;
}

LogBuilder& LogBuilder::course(std::string_view name, std::string_view on) {
  done("coursework", on);
  log_.activities.back().course = policy_.find_course(name);
  return *this;
}

LogBuilder& LogBuilder::exam(std::string_view code, std::string_view on, bool passed) {
  Activity exam{.date = day(on), .exam = true, .passed = passed};
  for (std::uint32_t i = 0; i < log_.certifications.size(); ++i) {
    if (log_.certifications[i].code == code) exam.certification = i;
  }
  log_.activities.push_back(exam);
  return *this;
}

LogBuilder& LogBuilder::entered(std::optional<std::string_view> on) {
  Entry& entry = log_.activities.back().entered;
  entry.state = on ? Entry::State::on_date : Entry::State::not_yet;
  if (on) entry.date = day(*on);
  return *this;
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

std::string standing(const Renewals& renewals, std::size_t index) {
  const Credential& one = renewals.credentials.at(index);
  return std::string{name_of(one.status)} + ' ' + to_string(one.cycle().start) + ' ' +
         to_string(one.cycle().suspends) + ' ' + to_string(one.cycle().expires) + ' ' +
         to_string(one.counted);
}

std::string cycles(const Renewals& renewals, std::size_t index) {
  std::string all;
  for (const Cycle& cycle : renewals.credentials.at(index).cycles) {
    if (!all.empty()) all += ", ";
    all += std::string{name_of(cycle.began_by)} + ' ' + to_string(cycle.start) + ' ';
    all += cycle.closed ? std::string{name_of(*cycle.closed_by)} + ' ' + to_string(*cycle.closed)
                        : "open";
  }
  return all;
}

std::string_view name_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::planned: return "planned";
    case Outcome::other_certification: return "other-certification";
    case Outcome::failed: return "failed";
    case Outcome::not_required: return "not-required";
    case Outcome::before_cycle: return "before-cycle";
    case Outcome::renewed: return "renewed";
    case Outcome::earned_anew: return "earned-anew";
    case Outcome::earned: return "earned";
    case Outcome::too_early: return "too-early";
    case Outcome::after_expiration: return "after-expiration";
    case Outcome::used: return "used";
    case Outcome::over_limit: return "over-limit";
    case Outcome::stale: return "stale";
    case Outcome::superseded: return "superseded";
    case Outcome::lapsed: return "lapsed";
    case Outcome::counted: return "counted";
  }
  return {};
}

std::string_view name_of(Status status) {
  switch (status) {
    case Status::upcoming: return "upcoming";
    case Status::active: return "active";
    case Status::suspended: return "suspended";
    case Status::expired: return "expired";
  }
  return {};
}

std::string_view name_of(Began began) {
  switch (began) {
    case Began::earned: return "earned";
    case Began::given: return "given";
    case Began::units: return "units";
    case Began::exam: return "exam";
    case Began::courses: return "courses";
    case Began::earned_anew: return "earned-anew";
  }
  return {};
}

std::string_view name_of(Closed closed) {
  switch (closed) {
    case Closed::units: return "units";
    case Closed::exam: return "exam";
    case Closed::courses: return "courses";
    case Closed::expired: return "expired";
  }
  return {};
}

}  // namespace certrenew::testing
