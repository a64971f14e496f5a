// The policy: every number of the renewal rules, as data.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "certrenew/units.hpp"

namespace certrenew {

/// The place of an element in its list, from 0. Indices into different lists have different types,
/// so that one cannot be mistaken for the other.
template <class Element>
struct Index {
  std::uint32_t at = 0;  ///< from 0

  /// The earlier element is the lesser one.
  friend constexpr auto operator<=>(Index, Index) noexcept = default;
};

/// How the certifications of one type, say ACP, are renewed. At least one of `units`,
/// `exam_window_months` and `courses` is given.
struct CertificationType {
  std::string name;                       ///< what stands before the first `-` of a code, say `ACP`
  std::optional<int> validity_months;     ///< instead of the policy's; 1 to 1,200 (C1)
  std::optional<int> grace_months;        ///< instead of the policy's; 0 to 1,200 (C1)
  std::optional<Units> units;             ///< CE units that renew it; 0.01 to 1,000,000 (U3)
  std::optional<int> exam_window_months;  ///< how long before the expiration its exam renews (E2)
  std::vector<Index<struct Course>> courses;  ///< all of them are required (K1)

  /// Whether every member is the same.
  friend bool operator==(const CertificationType&, const CertificationType&) = default;
};

/// What an activity of one type, say coursework, is worth (U5).
struct ActivityType {
  std::string name;                    ///< never `exam`
  std::optional<Units> units;          ///< each; none: the log must say
  std::optional<std::uint32_t> limit;  ///< the most uses per cycle; none: no limit

  /// Whether every member is the same.
  friend bool operator==(const ActivityType&, const ActivityType&) = default;
};

/// A course that some certification type requires (K1).
struct Course {
  std::string identifier;  ///< not empty

  /// Whether the identifiers are the same.
  friend bool operator==(const Course&, const Course&) = default;
};

/// Where a number of the policy comes from.
struct Source {
  std::string rule;       ///< the number's path, say `certification_types.ACP.renew_by.units`
  std::string says;       ///< in the words of the source, or of whoever chose it
  std::string where;      ///< for people to look it up
  bool official = false;  ///< whether it is the programme's own word

  /// Whether every member is the same.
  friend bool operator==(const Source&, const Source&) = default;
};

/// The numbers of the rules. read_policy() reads one; builtin_policy() is the one of the Atlassian
/// programme.
struct Policy {
  std::string name;                       ///< what answers call it
  int validity_months = 0;                ///< from the start of a cycle to its suspension (C1)
  int grace_months = 0;                   ///< from the suspension to the expiration (C1)
  std::optional<int> units_valid_months;  ///< how long units count; none: for ever (U6)
  std::vector<CertificationType> certification_types;  ///< each name once
  std::vector<ActivityType> activity_types;            ///< each name once
  std::vector<Course> courses;  ///< every course that some certification type requires (K1)
  std::vector<Source> sources;  ///< at most one for each number

  /// Months from the start of a cycle to its suspension, for that type (C1).
  [[nodiscard]] int validity_of(const CertificationType& type) const noexcept {
    return type.validity_months.value_or(validity_months);
  }
  /// Months from the suspension to the expiration, for that type (C1).
  [[nodiscard]] int grace_of(const CertificationType& type) const noexcept {
    return type.grace_months.value_or(grace_months);
  }

  /// The certification type at that index.
  [[nodiscard]] const CertificationType& operator[](Index<CertificationType> type) const noexcept {
    return certification_types[type.at];
  }
  /// The activity type at that index.
  [[nodiscard]] const ActivityType& operator[](Index<ActivityType> type) const noexcept {
    return activity_types[type.at];
  }
  /// The identifier of the course at that index.
  [[nodiscard]] const std::string& operator[](Index<Course> course) const noexcept {
    return courses[course.at].identifier;
  }

  /// The certification type of that name; nothing where the policy has none.
  [[nodiscard]] std::optional<Index<CertificationType>> find_certification_type(
      std::string_view wanted) const;
  /// The activity type of that name; nothing where the policy has none.
  [[nodiscard]] std::optional<Index<ActivityType>> find_activity_type(
      std::string_view wanted) const;
  /// The course of that identifier; nothing where no certification type requires it.
  [[nodiscard]] std::optional<Index<Course>> find_course(std::string_view wanted) const;

  /// Whether every number and every text is the same.
  friend bool operator==(const Policy&, const Policy&) = default;
};

}  // namespace certrenew
