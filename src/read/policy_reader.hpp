// Reads a policy from the tape of its JSON.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "certrenew/policy.hpp"
#include "read/fields.hpp"
#include "read/json_tape.hpp"
#include "read/names.hpp"
#include "read/policy_values.hpp"

namespace certrenew {

/// A reading (R1) before its change has become a policy.
struct GivenReading {
  Reading reading;
  JsonIndex change = 0;  ///< its index on the tape; 0: not given
};

/// Reads one policy from a tape.
class PolicyReader {
 public:
  /// The tape must outlive the reader, which writes merged values behind its document.
  explicit PolicyReader(JsonTape& tape)
      : tape_{tape}, reporter_{tape}, values_{reporter_, /*notes_numbers=*/true} {}

  std::variant<Policy, Errors> read();

 private:
  /// Reads the policy that `base` has read, with a change that stands on the same tape. Leaves out
  /// the readings, and the sources unless the change gives some. Leaves Policy::numbers and
  /// Policy::text empty.
  PolicyReader(const PolicyReader& base, JsonIndex change);

  /// A member of an object whose keys are names.
  struct Member {
    std::string_view name;
    JsonIndex key;
    JsonIndex value;
    const Path& path;
  };
  using ReadMember = void (PolicyReader::*)(const Member&);

  /// The values at the top of the policy, for types that leave them out.
  struct Top {
    PolicyValues::Maybe<Duration> validity;
    PolicyValues::Maybe<Duration> grace;
    Anchor anchor = Anchor::renewal;
    EndsOn ends_on = EndsOn::day;
    bool first_day_counts = true;
    std::optional<CarryOver> carry_over;
  };

  void read_document(const Path& path);
  void read_names(Fields& fields);
  void read_top(Fields& fields);

  // What every part needs.

  /// Reads the members of the object at `key`, which may be null; reports names given twice.
  void read_members(Fields& fields, std::size_t key, ReadMember read_member);
  /// The names of the members of the object at `key`; none if the document ends before all are
  /// known.
  [[nodiscard]] std::optional<Names> names_at(const Fields& fields, std::size_t key) const;
  /// Calls `read` with each element of the list at `key`, and its path; returns whether there is a
  /// list. Reports an empty list with the message `empty`, unless the message is empty.
  bool read_list(Fields& fields, std::size_t key, std::string_view empty,
                 const std::function<void(JsonIndex, const Path&)>& read);
  /// The text of a list's element, which must not be empty.
  std::optional<std::string_view> text_at(JsonIndex at, const Path& path, std::string_view what);
  /// Adds the text at `at` to `listed`; reports it, and returns false, if it is there already.
  bool is_new(NameSet& listed, JsonIndex at, const Path& path);
  /// The text at `key`, which may be null. Reports an empty text if `what` names it.
  static std::optional<std::string> text_or_null(Fields& fields, std::size_t key,
                                                 std::string_view what = {});
  void report_empty_name(const Member& member, std::string_view what);
  /// The type that a text names; reports one that the policy does not have.
  template <class Type>
  std::optional<Index<Type>> type_at(JsonIndex at, const Path& path);
  /// The list of types at `key`, which may be null.
  template <class Type>
  std::vector<Index<Type>> types_at(Fields& fields, std::size_t key);

  // Types: policy_types.cpp.

  void read_certification_type(const Member& member);
  void read_renew_by(JsonIndex object, const Path& path, Anchor anchor, CertificationType& type);
  void read_units(JsonIndex object, const Path& path, UnitsWay& way);
  void read_exam(JsonIndex object, const Path& path, ExamWay& way);
  void read_courses(JsonIndex object, const Path& path, CoursesWay& way);
  /// The certification types that a list names; notes them as a number of the policy.
  std::vector<Index<CertificationType>> read_linked_types(Fields& fields, std::size_t key);
  /// Reports types that are renewed with each other in a circle (C7).
  void check_circles(const Path& document);
  Index<Course> find_or_add_course(std::string_view identifier);
  std::optional<CarryOver> read_carry_over(Fields& fields, std::size_t key);
  void read_activity_type(const Member& member);

  // Lists: policy_lists.cpp.

  void read_certification(const Member& member);
  void check_trimmed(std::string_view code, JsonIndex at, const Path& path);
  void read_code(std::string_view code, JsonIndex at, const Path& path);
  void read_extension(JsonIndex object, const Path& path);
  void read_designation(JsonIndex object, const Path& path);
  void read_source(const Member& member);

  // Readings: policy_readings.cpp.

  void read_reading(JsonIndex object, const Path& path);
  /// Reports keys that a change gives twice, and keys that it must not change.
  void check_change(JsonIndex change, const Path& path, bool is_outermost);
  void apply_readings();
  void apply_reading(GivenReading& given, std::size_t number);

  JsonTape& tape_;
  Reporter reporter_;
  PolicyValues values_;
  bool is_reading_ = false;
  JsonIndex document_ = 0;  // on the tape
  Policy policy_;
  Top top_;
  std::map<std::string_view, Index<Course>> courses_;  // of the whole policy
  std::vector<Place> renewed_with_;                    // those lists, by certification type
  std::optional<Names> certification_types_;           // none: not all of them are known
  std::optional<Names> activity_types_;                // none: not all of them are known
  NameSet codes_;                                      // and aliases (P4)
  NameSet designations_;                               // their names
  NameSet reading_ids_;
  std::vector<GivenReading> readings_;
  std::size_t compared_ = 0;  // how many names were searched for advice
};

}  // namespace certrenew
