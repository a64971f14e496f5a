#include "core/term.hpp"

#include <algorithm>

#include "core/certification_type.hpp"

namespace certrenew {

namespace {

/// The latest day on which a term of `validity` can begin and end by `suspends`.
std::optional<Date> latest_start(Duration validity, Date suspends) {
  std::optional<Date> start = subtract(suspends, validity);
  if (!start || validity.unit == Duration::Unit::days) return start;
  // Several days of a long month can lead to the last day of a short one (D2): take the latest.
  for (auto next = day_after(*start); next; next = day_after(*next)) {
    const auto ends = add(*next, validity);
    if (!ends || *ends > suspends) break;
    start = next;
  }
  return start;
}

/// C8: the first day on or after `suspends` on which terms end; none: it lies after 9999-12-31.
std::optional<Date> moved_on(Date suspends, EndsOn ends_on) {
  const bool is_month = ends_on == EndsOn::month;
  const bool is_first = suspends.day_of_month() == 1 && (is_month || suspends.month() == 1);
  if (ends_on == EndsOn::day || is_first) return suspends;
  const unsigned month = is_month ? suspends.month() : 12;
  return add_months(*Date::from_civil(suspends.year(), month, 1), 1);
}

/// C9: moves the expiration, but neither the suspension nor the exam window.
void extend(Cycle& begun, const Policy& policy, Index<CertificationType> type) {
  for (const Extension& one : policy.extensions) {
    if (*begun.expires < one.from || one.to < *begun.expires) continue;
    if (!one.types.empty() && !is_among(type, one.types)) continue;
    begun.extended_from = begun.expires;
    begun.expires = one.until;
    return;
  }
}

}  // namespace

void open_exam_window(Cycle& begun, const ExamWay& exam) {
  begun.exam_opens = day_after(std::max(begun.start, begun.began_on));
  const auto& window = exam.window.on(begun.start);
  if (!window || !begun.exam_opens) return;
  if (!begun.expires) {
    begun.exam_opens.reset();
  } else if (const auto opens = subtract(*begun.expires, *window)) {  // else D1: no limit
    begun.exam_opens = std::max(*begun.exam_opens, *opens);
  }
}

bool complete_term(Cycle& begun, const Policy& policy, Index<CertificationType> type,
                   OutOfRange& origin) {
  const CertificationType& rules = policy[type];
  const bool is_given = begun.expires.has_value();
  const auto& validity = rules.validity.on(begun.start);
  if (validity && !begun.suspends) {
    origin.distance = *validity;
    begun.suspends = add(begun.start, *validity);
    if (begun.suspends) begun.suspends = moved_on(*begun.suspends, rules.ends_on);
    if (!begun.suspends) return false;
    origin.computed = true;
  }
  if (begun.suspends && !is_given) {
    origin.distance = rules.grace.on(begun.start);
    begun.expires = add(*begun.suspends, origin.distance);
    if (!begun.expires) return false;
  }
  if (rules.exam) open_exam_window(begun, *rules.exam);
  if (begun.expires && !is_given) extend(begun, policy, type);
  return true;
}

std::optional<Date> start_of_term(const Series<std::optional<Duration>>& validity, Date suspends) {
  std::optional<Date> end;  // the first day after those for which the value holds
  for (std::size_t i = validity.later.size(); i-- > 0;) {
    const auto& [from, value] = validity.later[i];
    auto start = value ? latest_start(*value, suspends) : std::nullopt;
    if (start && end) start = std::min(start, day_before(*end));
    if (start && *start >= from) return start;
    end = from;
  }
  auto start = validity.first ? latest_start(*validity.first, suspends) : std::nullopt;
  if (start && end) start = std::min(start, day_before(*end));
  return start;
}

bool begins_by_earning(const Certification& certification, const CertificationType& type) {
  if (!certification.earned || !certification.suspends) return certification.earned.has_value();
  const auto start = start_of_term(type.validity, *certification.suspends);
  return start && *certification.earned >= *start;
}

}  // namespace certrenew
