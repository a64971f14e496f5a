#include "render/answer.hpp"

namespace certrenew {

CredentialView view(const Answer& answer, std::size_t credential) {
  const Certification& certification = answer.log.certifications[credential];
  return {certification, answer.policy.certification_types[certification.type],
          answer.renewals.credentials[credential]};
}

std::string_view type_of(const Answer& answer, const Activity& activity) {
  return activity.exam ? std::string_view{"exam"}
                       : answer.policy.activity_types[activity.type].name;
}

std::string source_of(const Answer& answer) {
  std::string source{answer.source};
  if (answer.line) source += ':' + std::to_string(*answer.line);
  return source;
}

std::string place_of(const Answer& answer, std::optional<std::uint32_t> credential,
                     std::optional<std::uint32_t> activity) {
  std::string place;
  if (credential) place += answer.log.certifications[*credential].code;
  if (activity) {
    if (!place.empty()) place += ": ";
    place += "activities[" + std::to_string(*activity) + "]";
    if (answer.log.activities[*activity].what_if) place += " (what if)";
  }
  return place;
}

std::vector<bool> doubtful(const Answer& answer) {
  std::vector<bool> doubtful(answer.renewals.credentials.size());
  for (const Notice& notice : answer.notices) {
    if (notice.code == NoticeCode::entered_after_expiration) doubtful[*notice.credential] = true;
  }
  return doubtful;
}

}  // namespace certrenew
