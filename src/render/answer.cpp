#include "render/answer.hpp"

#include <algorithm>

namespace certrenew {

CredentialView view(const Answer& answer, std::size_t credential) {
  const Certification& certification = answer.log.certifications[credential];
  return {certification, answer.policy.certification_types[certification.type],
          answer.renewals.credentials[credential]};
}

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

std::string place_of(const Answer& answer, const Notice& notice) {
  std::string place;
  if (notice.credential) place += answer.log.certifications[*notice.credential].code;
  if (notice.activity) {
    if (!place.empty()) place += ": ";
    place += "activities[" + std::to_string(*notice.activity) + "]";
  }
  return place;
}

bool is_doubtful(const Answer& answer, std::size_t credential) {
  return std::any_of(answer.notices.begin(), answer.notices.end(), [&](const Notice& notice) {
    return notice.code == NoticeCode::entered_after_expiration && notice.credential == credential;
  });
}

}  // namespace certrenew
