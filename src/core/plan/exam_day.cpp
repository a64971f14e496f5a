#include "core/plan/exam_day.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "core/answer_contents.hpp"
#include "core/certification_type.hpp"

namespace certrenew {

namespace {

/// How passing an exam may renew a credential.
enum class ExamEffect : std::uint8_t {
  as_own,          ///< it is its own exam, or stands for it (E4)
  through_another  ///< it renews another credential, and this one with it (C7)
};

/// A credential under the policy or a reading.
struct State {
  Status status;
  const Cycle& cycle;
};

using Types = std::vector<Index<CertificationType>>;

Index<CertificationType> type_of(const CredentialAnswer& one) { return one.certification().type; }

Types exams_of(const CertificationType& type) { return type.exam ? type.exam->of : Types{}; }

/// Whether the exam of type `wanted` may renew another credential that `one` renews with, directly
/// or through others (C7, E4).
bool may_renew_with(const CredentialAnswer& one, Index<CertificationType> wanted) {
  Types reached = one.type()->renewed_with;
  for (std::size_t i = 0; i < reached.size(); ++i) {
    const CertificationType& type = (*one.policy())[reached[i]];
    if (reached[i] == wanted || is_among(wanted, exams_of(type))) return true;
    for (const auto next : type.renewed_with) {
      if (!is_among(next, reached)) reached.push_back(next);
    }
  }
  return false;
}

/// See safe_exam_day_of(). `retired`: the first day without the exam.
std::optional<Date> exam_day_of(Date as_of, const State& one, const State& other, ExamEffect effect,
                                Date retired, const PlanOptions& options) {
  const Cycle& renewed = effect == ExamEffect::as_own ? one.cycle : other.cycle;
  if (!renewed.exam_opens || !one.cycle.suspends || !one.cycle.expires) return std::nullopt;
  if (!is_held(one.status) || !is_held(other.status)) return std::nullopt;
  const Date first = std::max(as_of, *renewed.exam_opens);
  const Date end = std::min({*one.cycle.expires, renewed.expires.value_or(Date::last()), retired});
  if (one.status == Status::active) {
    const auto last = day_before(std::min(*one.cycle.suspends, end));
    if (last && first <= *last) return last;
    if (!options.allow_suspension) return std::nullopt;
  }
  return first < end ? std::optional{first} : std::nullopt;
}

/// The credential under the reading, or as it stands if the reading changes nothing.
State state_under(const Reading& reading, const CredentialAnswer& one) {
  for (const Alternative& its : one.contents().alternatives_of(one.index())) {
    if (its.reading == &reading) return {its.status, its.cycle};
  }
  return {one.status(), one.cycle()};
}

}  // namespace

std::optional<Date> safe_exam_day_of(const CredentialAnswer& one, const CredentialAnswer& other,
                                     const PlanOptions& options) {
  const Date retired = retired_on(other.certification(), *other.policy()).value_or(Date::last());
  const Date as_of = one.contents().renewals.as_of;
  const bool as_own =
      one.index() == other.index() || is_among(type_of(other), exams_of(*one.type()));
  const bool through = one.index() != other.index() && may_renew_with(one, type_of(other));
  const auto day_of = [&](const State& its, const State& others) {
    const auto day = [&](bool is_so, ExamEffect effect) {
      return is_so ? exam_day_of(as_of, its, others, effect, retired, options) : std::nullopt;
    };
    const auto a = day(as_own, ExamEffect::as_own);
    const auto b = day(through, ExamEffect::through_another);
    if (!a || !b) return a ? a : b;
    return std::max(*a, *b) < *its.cycle.suspends ? std::max(a, b) : std::min(a, b);
  };
  auto earliest = day_of({one.status(), one.cycle()}, {other.status(), other.cycle()});
  if (!earliest) return std::nullopt;
  for (const Reading& reading : other.policy()->readings) {
    const auto day = day_of(state_under(reading, one), state_under(reading, other));
    if (day && *day < *earliest) earliest = day;
  }
  return earliest;
}

}  // namespace certrenew
