#include "certrenew/cycle.hpp"
#include "certrenew/plan.hpp"
#include "certrenew/remark.hpp"

namespace certrenew {

std::string_view name_of(Status status) noexcept {
  switch (status) {
    case Status::upcoming: return "upcoming";
    case Status::active: return "active";
    case Status::suspended: return "suspended";
    case Status::expired: return "expired";
  }
  return {};
}

std::string_view name_of(CycleStart start) noexcept {
  switch (start) {
    case CycleStart::earned: return "earned";
    case CycleStart::given: return "given";
    case CycleStart::units: return "units";
    case CycleStart::exam: return "exam";
    case CycleStart::courses: return "courses";
    case CycleStart::earned_anew: return "earned-anew";
    case CycleStart::renewed_with: return "renewed-with";
  }
  return {};
}

std::string_view name_of(CycleEnd end) noexcept {
  switch (end) {
    case CycleEnd::units: return "units";
    case CycleEnd::exam: return "exam";
    case CycleEnd::courses: return "courses";
    case CycleEnd::renewed_with: return "renewed-with";
    case CycleEnd::expired: return "expired";
  }
  return {};
}

std::string_view name_of(Outcome outcome) noexcept {
  switch (outcome) {
    case Outcome::planned: return "planned";
    case Outcome::rejected: return "rejected";
    case Outcome::other_programme: return "other-programme";
    case Outcome::duplicate: return "duplicate";
    case Outcome::other_certification: return "other-certification";
    case Outcome::failed: return "failed";
    case Outcome::not_required: return "not-required";
    case Outcome::retired: return "retired";
    case Outcome::before_cycle: return "before-cycle";
    case Outcome::renewed: return "renewed";
    case Outcome::earned_anew: return "earned-anew";
    case Outcome::earned: return "earned";
    case Outcome::too_early: return "too-early";
    case Outcome::after_expiration: return "after-expiration";
    case Outcome::surplus: return "surplus";
    case Outcome::used: return "used";
    case Outcome::over_limit: return "over-limit";
    case Outcome::stale: return "stale";
    case Outcome::superseded: return "superseded";
    case Outcome::lapsed: return "lapsed";
    case Outcome::counted: return "counted";
  }
  return {};
}

std::string_view name_of(RemarkKind kind) noexcept {
  switch (kind) {
    case RemarkKind::counts_nowhere: return "counts-nowhere";
    case RemarkKind::duplicate: return "duplicate";
    case RemarkKind::entered_after_expiration: return "entered-after-expiration";
    case RemarkKind::incomplete_policy: return "incomplete-policy";
    case RemarkKind::not_entered: return "not-entered";
    case RemarkKind::planned: return "planned";
    case RemarkKind::repeated: return "repeated";
    case RemarkKind::units_differ: return "units-differ";
    case RemarkKind::unknown_code: return "unknown-code";
    case RemarkKind::upcoming: return "upcoming";
    case RemarkKind::expired: return "expired";
    case RemarkKind::suspended: return "suspended";
    case RemarkKind::suspends_soon: return "suspends-soon";
    case RemarkKind::doubtful: return "doubtful";
    case RemarkKind::differs: return "differs";
    case RemarkKind::designation_ends: return "designation-ends";
  }
  return {};
}

std::string_view name_of(WayLabel label) noexcept {
  switch (label) {
    case WayLabel::no_exam: return "no-exam";
    case WayLabel::fewest_units: return "fewest-units";
    case WayLabel::least_forfeited: return "least-forfeited";
    case WayLabel::one_day: return "one-day";
  }
  return {};
}

}  // namespace certrenew
