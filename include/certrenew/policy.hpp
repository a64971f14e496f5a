// The policy: every number of the renewal rules, as data.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "certrenew/units.hpp"

namespace certrenew {

/// How the certifications of one type, say ACP, are renewed. At least one of `units`,
/// `exam_window_months` and `courses` is given.
struct CertificationType {
  std::string name;                       ///< what stands before the first `-` of a code, say `ACP`
  std::optional<int> validity_months;     ///< instead of the policy's; 1 to 1,200 (C1)
  std::optional<int> grace_months;        ///< instead of the policy's; 0 to 1,200 (C1)
  std::optional<Units> units;             ///< CE units that renew it; 0.01 to 1,000,000 (U3)
  std::optional<int> exam_window_months;  ///< how long before the expiration its exam renews (E2)
  std::vector<std::uint32_t> courses;     ///< indices into Policy::courses, all required (K1)

  friend bool operator==(const CertificationType&, const CertificationType&) = default;
};

/// What an activity of one type, say coursework, is worth (U5).
struct ActivityType {
  std::string name;                    ///< never `exam`
  std::optional<Units> units;          ///< each; none: the log must say
  std::optional<std::uint32_t> limit;  ///< the most uses per cycle; none: no limit

  friend bool operator==(const ActivityType&, const ActivityType&) = default;
};

/// Where a number of the policy comes from.
struct Source {
  std::string
      rule;  ///< the number's path in the policy, say `certification_types.ACP.renew_by.units`
  std::string says;       ///< in the words of the source, or of whoever chose it
  std::string where;      ///< for people to look it up
  bool official = false;  ///< whether it is the programme's own word

  friend bool operator==(const Source&, const Source&) = default;
};

/// The numbers of the rules. Read one with read_policy(), or take builtin_policy().
struct Policy {
  std::string name;         ///< what answers call it
  int validity_months = 0;  ///< from the start of a cycle to its suspension (C1)
  int grace_months = 0;     ///< from the suspension to the expiration (C1)
  std::optional<int>
      units_valid_months;  ///< how long units are worth something; none: for ever (U6)
  std::vector<CertificationType> certification_types;  ///< each name once
  std::vector<ActivityType> activity_types;            ///< likewise
  std::vector<std::string> courses;  ///< every course that some certification type requires (K1)
  std::vector<Source> sources;       ///< at most one for each number

  /// Months from the start of a cycle to its suspension, for that type (C1).
  [[nodiscard]] int validity_of(const CertificationType& type) const noexcept {
    return type.validity_months.value_or(validity_months);
  }
  /// Months from the suspension to the expiration, for that type (C1).
  [[nodiscard]] int grace_of(const CertificationType& type) const noexcept {
    return type.grace_months.value_or(grace_months);
  }

  /// The index into `certification_types` of the one named `wanted`; nothing where there is none.
  [[nodiscard]] std::optional<std::uint32_t> find_certification_type(std::string_view wanted) const;
  /// Likewise, into `activity_types`.
  [[nodiscard]] std::optional<std::uint32_t> find_activity_type(std::string_view wanted) const;
  /// Likewise, into `courses`.
  [[nodiscard]] std::optional<std::uint32_t> find_course(std::string_view wanted) const;

  friend bool operator==(const Policy&, const Policy&) = default;
};

/// The rules of the Atlassian programme as far as its sources settle them; see `sources`.
const Policy& builtin_policy();

}  // namespace certrenew
