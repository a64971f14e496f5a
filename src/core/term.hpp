// The term of a cycle: when it begins, suspends and expires, and when its exam renews it (C1, C4,
// C8, C9, E2).
#pragma once

#include <optional>

#include "certrenew/log.hpp"
#include "certrenew/policy.hpp"
#include "core/renewal.hpp"

namespace certrenew {

/// The latest day on which a term can begin that ends by `suspends` (C4). None: that day lies
/// before 0001-01-01, or no term ends.
std::optional<Date> start_of_term(const Series<std::optional<Duration>>& validity, Date suspends);

/// Whether the first cycle of a certification begins by earning, not as the log gives it (C3, C4).
bool begins_by_earning(const Certification& certification, const CertificationType& type);

/// Computes the dates that a new cycle lacks (C1, C8, C9, E2). If `begun` has an expiration, the
/// log gave it. If a date lies outside the calendar (D1), completes `origin`, which says what it
/// was computed from, and returns false.
bool complete_term(Cycle& begun, const Policy& policy, Index<CertificationType> type,
                   OutOfRange& origin);

/// E2: opens the exam window of a cycle its length before the expiration, but not before the
/// cycle's second day.
void open_exam_window(Cycle& begun, const ExamWay& exam);

/// Whether `a` comes before `b`; none comes last.
inline bool is_earlier(const std::optional<Date>& a, const std::optional<Date>& b) {
  return a && (!b || *a < *b);
}

}  // namespace certrenew
