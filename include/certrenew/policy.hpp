// A policy: every number of one programme's renewal rules, as data.
#pragma once

#include <algorithm>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "certrenew/date.hpp"
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

/// A value that may change with time (P3).
template <class Value>
class Series {
 public:
  /// A value that holds from a day on.
  struct Step {
    Date from;    ///< the first day on which it holds
    Value value;  ///< until the next step

    /// Whether day and value are the same.
    friend bool operator==(const Step&, const Step&) = default;
  };

  /// The default of the type.
  Series() = default;
  /// One value for all days.
  Series(Value value) : first{std::move(value)} {}  // NOLINT(*-explicit-*)

  /// The value on that day.
  [[nodiscard]] const Value& on(Date day) const noexcept {
    const Value* value = &first;
    for (const Step& step : later) {
      if (day < step.from) break;
      value = &step.value;
    }
    return *value;
  }

  Value first{};            ///< before the first of `later`
  std::vector<Step> later;  ///< in ascending order of their days

  /// Whether the values and their days are the same.
  friend bool operator==(const Series&, const Series&) = default;
};

/// The day from which the new term counts after a renewal (C5).
enum class Anchor : std::uint8_t {
  renewal,  ///< the day of the renewal
  end,      ///< the day on which the old term suspends, before or after the renewal
  earlier,  ///< the day of the renewal or of the old term's suspension, whichever is earlier
};

/// The days on which terms end: a computed suspension moves on to the next of them (C8).
enum class EndsOn : std::uint8_t {
  day,    ///< any day: it does not move
  month,  ///< the first day of a month
  year,   ///< the first day of a year
};

/// Renewal by units (U3).
struct UnitsWay {
  Series<Units> required;           ///< 0.01 to 1,000,000; as on the first day of the cycle (P3)
  Anchor anchor = Anchor::renewal;  ///< C5
  /// Whether units do not renew it while a certification of one of the types in
  /// CertificationType::renewed_with is held and not expired (U3).
  bool highest_only = false;

  /// Whether every member is the same.
  friend bool operator==(const UnitsWay&, const UnitsWay&) = default;
};

/// Renewal by passing the exam (E1).
struct ExamWay {
  /// How long before the expiration the exam renews (E2), as on the first day of the cycle (P3);
  /// none: on any day of the cycle.
  Series<std::optional<Duration>> window;
  Anchor anchor = Anchor::renewal;  ///< C5
  /// Passing the exam of a certification of one of these types, or earning one, renews it as its
  /// own exam does (E4).
  std::vector<Index<struct CertificationType>> of;

  /// Whether every member is the same.
  friend bool operator==(const ExamWay&, const ExamWay&) = default;
};

/// Renewal by specific courses (K1).
struct CoursesWay {
  std::vector<Index<struct Course>> all;  ///< each of them is required; not empty
  Anchor anchor = Anchor::renewal;        ///< C5

  /// Whether every member is the same.
  friend bool operator==(const CoursesWay&, const CoursesWay&) = default;
};

/// Which units above the requirement are carried over into the next cycle (U9). The first day of
/// the cycle in which they were earned decides which numbers hold (P3).
struct CarryOver {
  Series<Units> at_most;  ///< 0.01 to 1,000,000
  /// How long before the first day of the new cycle they may have been earned; none: no limit.
  Series<std::optional<Duration>> from_last;
  std::vector<Index<struct ActivityType>> types;  ///< only of these; empty: of all

  /// Whether every member is the same.
  friend bool operator==(const CarryOver&, const CarryOver&) = default;
};

/// The rules of the certifications of one type, say ACP. What the type leaves out
/// is filled in from the top level of the policy.
struct CertificationType {
  std::string name;                          ///< what stands before the first `-` of a code
  Series<std::optional<Duration>> validity;  ///< of a cycle (C1); none: it never suspends
  Series<Duration> grace;                    ///< from the suspension to the expiration (C1)
  EndsOn ends_on = EndsOn::day;              ///< the days on which terms end (C8)
  bool first_day_counts = true;              ///< whether work on the day of earning counts (U2)
  std::optional<CarryOver> carry_over;       ///< U9; none: nothing is carried over
  std::optional<UnitsWay> units;             ///< none: units do not renew it
  std::optional<ExamWay> exam;               ///< none: no exam renews it
  std::optional<CoursesWay> courses;         ///< none: no courses renew it
  /// It renews along with a certification of one of these types (C7). Circles are impossible.
  std::vector<Index<CertificationType>> renewed_with;

  /// Whether every member is the same.
  friend bool operator==(const CertificationType&, const CertificationType&) = default;

  /// Whether anything renews it.
  [[nodiscard]] bool is_renewable() const noexcept {
    return units || exam || courses || !renewed_with.empty();
  }
  /// Whether its dates depend on other certifications (U3, C7, E4).
  [[nodiscard]] bool is_linked() const noexcept {
    return !renewed_with.empty() || (exam && !exam->of.empty());
  }
};

/// What an activity of one type, say coursework, is worth (U5).
struct ActivityType {
  std::string name;                            ///< never `exam`
  Series<std::optional<Units>> units;          ///< as on its day (P3); none: the log gives them
  Series<std::optional<std::uint32_t>> limit;  ///< most uses per cycle (P3); none: no limit

  /// Whether every member is the same.
  friend bool operator==(const ActivityType&, const ActivityType&) = default;
};

/// A course that some certification type requires (K1).
struct Course {
  std::string identifier;  ///< not empty

  /// Whether every member is the same.
  friend bool operator==(const Course&, const Course&) = default;
};

/// A certification that the policy lists by its code (P4).
struct ListedCertification {
  std::string code;                              ///< not empty; once in a policy
  std::optional<std::string> name;               ///< used if a log gives none; none: no name
  std::vector<std::string> aliases;              ///< other codes of the same certification
  std::optional<Index<CertificationType>> type;  ///< none: found from its code
  std::optional<Date> retired;  ///< the first day on which its exam does nothing (E5)

  /// Whether every member is the same.
  friend bool operator==(const ListedCertification&, const ListedCertification&) = default;
};

/// A cycle whose computed expiration lies from `from` to `to` expires on `until` instead (C9).
struct Extension {
  Date from;                                    ///< inclusive
  Date to;                                      ///< inclusive
  Date until;                                   ///< after `to`
  std::vector<Index<CertificationType>> types;  ///< only these; empty: all

  /// Whether every member is the same.
  friend bool operator==(const Extension&, const Extension&) = default;
};

/// A title that is held while at least `needs` of the certifications `of` are active (P5).
struct Designation {
  std::string name;             ///< not empty
  std::uint32_t needs = 1;      ///< 1 to the number of codes
  std::vector<std::string> of;  ///< codes, each once
};

/// Another way to read the sources (R1): one change of the policy, and where it comes from.
struct Reading {
  std::string id;                               ///< say `grace-90-days`; once in a policy
  std::string rule;                             ///< the id of the rule that it touches, say `C1`
  std::string says;                             ///< the words that follow `If`
  std::string where;                            ///< for people to look it up
  bool official = false;                        ///< whether it is the programme's own word
  std::shared_ptr<const struct Policy> policy;  ///< the policy with the change; it has no readings
  /// Whether a log means the same under it: no type, code or number of units has changed.
  bool keeps_meaning = true;
};

/// Where a number of the policy comes from.
struct Source {
  std::string rule;       ///< the number's path, say `certification_types.ACP.renew_by.units`
  std::string says;       ///< in the words of the source, or of whoever chose it
  std::string where;      ///< for people to look it up
  bool official = false;  ///< whether it is the programme's own word
};

/// A number of the policy, in words.
struct PolicyNumber {
  std::string path;      ///< say `certification_types.ACP.renew_by.units.required`
  std::string words;     ///< say `3 months`, or `24 months; from 2024-04-01: 36 months`
  bool is_given = true;  ///< whether the policy gives it, rather than leaving it to the log
};

/// The rules of one programme (P1). read_policy() reads one.
struct Policy {
  std::string name;                       ///< of the programme; never empty, never `none`
  std::optional<std::string> title;       ///< of the programme, for people
  std::string units_called = "CE units";  ///< the programme's own word for units
  std::optional<Date> as_of;              ///< when the policy was last compared with its sources
  Series<std::optional<Duration>> units_valid;  ///< as on the activity's day; none: for ever (U6)
  std::optional<Date> units_from;  ///< the first day whose activities count (U2); none: any
  std::vector<CertificationType> certification_types;  ///< each name once
  std::vector<ActivityType> activity_types;            ///< each name once
  std::vector<Course> courses;  ///< every course that some certification type requires (K1)
  std::vector<ListedCertification> certifications;  ///< each code and alias once (P4)
  std::vector<Extension> extensions;                ///< the first that fits applies (C9)
  std::vector<Designation> designations;            ///< each name once (P5)
  std::vector<Reading> readings;                    ///< other ways to read the sources (R1)
  std::vector<std::string> notes;     ///< what the policy cannot express of its programme
  std::vector<Source> sources;        ///< at most one for each number
  std::vector<PolicyNumber> numbers;  ///< all of them, in the order of the text
  std::string text;                   ///< the JSON that it was read from

  /// Whether the dates of some certification depend on others (U3, C7, E4).
  [[nodiscard]] bool is_linked() const noexcept {
    return std::any_of(certification_types.begin(), certification_types.end(),
                       [](const CertificationType& one) { return one.is_linked(); });
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
  /// The listed certification at that index.
  [[nodiscard]] const ListedCertification& operator[](
      Index<ListedCertification> listed) const noexcept {
    return certifications[listed.at];
  }

  /// The certification type of that name; nothing where the policy has none.
  [[nodiscard]] std::optional<Index<CertificationType>> find_certification_type(
      std::string_view wanted) const;
  /// The activity type of that name; nothing where the policy has none.
  [[nodiscard]] std::optional<Index<ActivityType>> find_activity_type(
      std::string_view wanted) const;
  /// The course of that identifier; nothing where no certification type requires it.
  [[nodiscard]] std::optional<Index<Course>> find_course(std::string_view wanted) const;
  /// The certification with that code or alias; nothing where the policy lists none.
  [[nodiscard]] std::optional<Index<ListedCertification>> find_certification(
      std::string_view code) const;
};

/// `30 CE units`: with the programme's own word, `1 CE unit` for one.
std::string units_in_words(Units units, const Policy& policy);
/// `30 units`: the same with only the last word of the programme's word.
std::string units_in_short(Units units, const Policy& policy);
/// `units`: the last word of the programme's word for units.
std::string_view short_unit_word(const Policy& policy);

/// Policies, one for each programme (P1): those in force for every log, and after them those that
/// come into force for a log that names their programme. Copies share them.
class Policies {
 public:
  /// No programme.
  Policies() = default;
  /// One programme, in force for every log.
  explicit Policies(Policy policy) { put(std::move(policy)); }

  /// Adds a policy that is in force for every log, or replaces the one of its programme.
  void put(Policy policy);
  /// Adds the policy of a programme, in force for every log. Calls `read` when the policy is first
  /// needed; several threads may call it at once. Precondition: there is no policy of that
  /// programme.
  void put(std::string programme, std::function<Policy()> read);
  /// Adds the policy of a programme for logs that name it. `read` and precondition: see put().
  void put_if_named(std::string programme, std::function<Policy()> read);

  /// The policy at that index.
  [[nodiscard]] const Policy& operator[](Index<Policy> programme) const;
  /// How many are in force for every log. They have the first indices.
  [[nodiscard]] std::size_t in_force() const noexcept { return in_force_; }
  /// How many there are, including those for logs that name them.
  [[nodiscard]] std::size_t size() const noexcept { return all_.size(); }
  /// The policy of that programme; nothing if there is none.
  [[nodiscard]] std::optional<Index<Policy>> find(std::string_view programme) const;
  /// The names of all programmes.
  [[nodiscard]] std::vector<std::string_view> programmes() const;

 private:
  class Programme;

  std::vector<std::shared_ptr<Programme>> all_;
  std::size_t in_force_ = 0;
};

}  // namespace certrenew
