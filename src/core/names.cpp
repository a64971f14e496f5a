#include "certrenew/renewal.hpp"

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

std::string_view name_of(Began began) noexcept {
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

std::string_view name_of(Closed closed) noexcept {
  switch (closed) {
    case Closed::units: return "units";
    case Closed::exam: return "exam";
    case Closed::courses: return "courses";
    case Closed::expired: return "expired";
  }
  return {};
}

std::string_view name_of(Outcome outcome) noexcept {
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

}  // namespace certrenew
