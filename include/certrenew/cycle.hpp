// The cycles of a certification, and what may become of an activity in them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "certrenew/date.hpp"
#include "certrenew/log.hpp"
#include "certrenew/units.hpp"

namespace certrenew {

/// A certification's standing on a day (C2).
enum class Status : std::uint8_t { upcoming, active, suspended, expired };

/// How a cycle began. The first one by earning (C3) or as the log gives it (C4), a later one by a
/// renewal (C5, C7) or by earning the expired certification anew (C6).
enum class CycleStart : std::uint8_t {
  earned,
  given,
  units,
  exam,
  courses,
  earned_anew,
  renewed_with
};

/// How a cycle ended: by a renewal, or by running out.
enum class CycleEnd : std::uint8_t { units, exam, courses, renewed_with, expired };

/// What became of an activity as far as one certification is concerned: exactly one of these.
enum class Outcome : std::uint8_t {
  planned,              ///< done after as-of (A1)
  rejected,             ///< the programme refused it (U11)
  other_programme,      ///< it belongs to other programmes, or to none (P1)
  duplicate,            ///< the same as another activity of its day (U10)
  other_certification,  ///< another certification's exam, which does not renew this one (E1, E4)
  failed,               ///< an exam not passed
  not_required,         ///< the type is not renewed by such a thing
  retired,              ///< the exam of a certification that was retired by then (E5)
  before_cycle,         ///< before units count toward the first cycle that the log knows (U2, U4)
  renewed,              ///< the exam that closed the cycle (E1, C5)
  earned_anew,          ///< the exam that earned an expired certification anew (C6)
  earned,               ///< an exam on the first day of a cycle that began by earning (E2)
  too_early,            ///< an exam before its window (E2)
  after_expiration,     ///< done when the certification had expired (U2, E4)
  surplus,              ///< done after the renewal, before the first day of the new cycle (U4)
  used,                 ///< part of the renewal that closed the cycle (U3, K1)
  over_limit,           ///< more uses of its type than count (U5, U7), or a course completed again
  stale,                ///< its units were no longer worth anything (U6)
  superseded,           ///< something else closed the cycle, or had renewed it that day
  lapsed,               ///< in a cycle that expired
  counted,              ///< toward the open cycle
};

/// `active` and so on: what answers call it.
std::string_view name_of(Status status) noexcept;
/// `earned-anew` and so on: what answers call it.
std::string_view name_of(CycleStart start) noexcept;
/// `units` and so on: what answers call it.
std::string_view name_of(CycleEnd end) noexcept;
/// `over-limit` and so on: what answers call it.
std::string_view name_of(Outcome outcome) noexcept;

/// One term of a certification: active from `start`, suspended from `suspends`, expired from
/// `expires`.
struct Cycle {
  /// The end of a cycle.
  struct Closing {
    Date day;     ///< of the renewal, or of the expiration
    CycleEnd by;  ///< what closed it
  };

  Date began_on;  ///< the day of the renewal or exam that began it; for the first cycle, `start`
  Date start;     ///< the day from which its term counts (C3 to C7); may lie after `began_on`
  CycleStart began_by;  ///< how it began
  /// The first day of being suspended (C1), unless it is renewed before; none: never.
  std::optional<Date> suspends{};
  /// The first day of being expired (C1), unless it is renewed before; none: never.
  std::optional<Date> expires{};
  /// What `expires` would be without an extension (C9); none: no extension moved it.
  std::optional<Date> extended_from{};
  /// The first day on which its exam renews it (E2), unless the certification is retired (E5);
  /// none: no exam renews it.
  std::optional<Date> exam_opens{};
  Units required{};  ///< units that renew it (U3, P3); 0 if units do not renew it
  /// Units carried over from the cycle before (U9). Before `start`: what would be carried over if
  /// nothing more were done.
  Units carried{};
  Units excess{};  ///< units above `required` (U4); 0 unless units closed it
  /// The activity that began it: the exam, or the one that reached the requirement. None for the
  /// first cycle, or if `with` is given.
  std::optional<Index<Activity>> begun_by_activity{};
  /// The other certification that it renewed with (C7), or whose earning renewed it (E4); else
  /// none.
  std::optional<Index<Certification>> with{};
  std::optional<Closing> closing{};  ///< none while the cycle is open

  /// Whether it began by earning, or by earning anew. Then its first day belongs to it (U2).
  [[nodiscard]] constexpr bool begun_by_earning() const noexcept {
    return began_by == CycleStart::earned || began_by == CycleStart::earned_anew;
  }
  /// Whether a renewal of the cycle before began it (C5).
  [[nodiscard]] constexpr bool begun_by_renewal() const noexcept {
    return began_by == CycleStart::units || began_by == CycleStart::exam ||
           began_by == CycleStart::courses || began_by == CycleStart::renewed_with;
  }
  /// Whether it ran out.
  [[nodiscard]] constexpr bool expired() const noexcept {
    return closing && closing->by == CycleEnd::expired;
  }
  /// Whether `suspends` is on or before `day`, however the cycle closed.
  [[nodiscard]] constexpr bool suspends_by(Date day) const noexcept {
    return suspends && *suspends <= day;
  }
  /// Whether `expires` is on or before `day`, however the cycle closed.
  [[nodiscard]] constexpr bool expires_by(Date day) const noexcept {
    return expires && *expires <= day;
  }
};

}  // namespace certrenew
