#include "core/answerer.hpp"

#include <algorithm>
#include <utility>

#include "core/answer_contents.hpp"
#include "core/error_list.hpp"
#include "core/limits.hpp"

namespace certrenew {

namespace {

/// The date of the log that a date out of range was computed from, and where it stands.
struct Origin {
  Date date;
  Place place;
  std::string path;
};

Origin origin_of(const Log& log, const OutOfRange& one) {
  const std::string number = '[' + std::to_string(one.index) + ']';
  if (one.from == OutOfRange::From::activity) {
    const Activity& activity = log.activities[one.index];
    return {activity.date, activity.date_place, "activities" + number + ".date"};
  }
  const Certification& given = log.certifications[one.index];
  const std::string path = "certifications" + number;
  if (one.from == OutOfRange::From::earned) {
    return {*given.earned, given.places.earned, path + ".earned"};
  }
  return {*given.suspends, given.places.suspends, path + ".suspends"};
}

/// `24 months after 9999-01-01 lies outside 0001-01-01 to 9999-12-31`.
std::string describe(const OutOfRange& one, Date date) {
  return to_string(one.distance) + (one.before ? " before " : " after ") + to_string(date) +
         (one.computed ? ", or a date computed from it," : "") + " lies outside " +
         to_string(Date::first()) + " to " + to_string(Date::last());
}

Refusal refuse_dates(const Log& log, const std::vector<OutOfRange>& out_of_range) {
  Refusal refusal;
  ErrorList errors;
  for (const OutOfRange& one : out_of_range) {
    Origin origin = origin_of(log, one);
    std::string message = describe(one, origin.date);
    if (one.from == OutOfRange::From::activity && log.activities[one.index].what_if) {
      refusal.supposed.push_back({{one.index}, std::move(message)});
    } else {
      errors.add(origin.place, std::move(origin.path), std::move(message));
    }
  }
  refusal.log = errors.finish(log.text);
  return refusal;
}

Refusal refuse_size(const Log& log, std::string message) {
  const auto& all = log.activities;
  if (!all.empty() && all.back().what_if) {
    const auto last = static_cast<std::uint32_t>(all.size() - 1);
    return {.log = {}, .supposed = {{{last}, std::move(message)}}};
  }
  return {.log = {.listed = {{{}, {}, std::move(message)}}}, .supposed = {}};
}

}  // namespace

std::variant<Answer, Refusal> Answerer::answer(Log log) {
  if (auto message = too_large(log, policies_)) return refuse_size(log, std::move(*message));
  Renewals renewals = engine_.calculate(log, as_of_);
  if (!renewals.out_of_range.empty()) return refuse_dates(log, renewals.out_of_range);
  std::vector<Alternative> alternatives;
  if (readings_) alternatives = readings_->alternatives(log, renewals, engine_);
  auto contents = std::make_unique<AnswerContents>(std::move(log), policies_, std::move(renewals));
  contents->readings = readings_ ? Doubts::all : Doubts::none;
  if (!alternatives.empty()) {
    contents->alternatives = std::move(alternatives);
    contents->doubts = doubts_of(*contents);
  }
  return Answer{std::move(contents)};
}

std::variant<Answer, Errors> answer_log(Log log, const Policies& policies, Date as_of,
                                        Doubts doubts) {
  auto result = Answerer{policies, as_of, doubts}.answer(std::move(log));
  if (auto* const answer = std::get_if<Answer>(&result)) return std::move(*answer);
  auto& [errors, supposed] = std::get<Refusal>(result);
  for (Refusal::Supposed& one : supposed) {
    errors.listed.push_back({.position = {0, 0},
                             .path = "activities[" + std::to_string(one.activity.at) + "].date",
                             .message = std::move(one.message)});
  }
  return std::move(errors);
}

}  // namespace certrenew
