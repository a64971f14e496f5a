// A policy, taken from the tape of its JSON.

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "certrenew/policy.hpp"
#include "certrenew/read.hpp"
#include "embedded.hpp"
#include "read/fields.hpp"
#include "read/json_tape.hpp"
#include "text/utf8.hpp"

namespace certrenew {

namespace {

// The keys of each object, and their indices in the list of them.

struct PolicyKeys {
  enum : std::size_t {
    name,
    validity_months,
    grace_months,
    units_valid_months,
    certification_types,
    activity_types,
    sources,
    schema
  };
  static constexpr std::string_view names[] = {"name",
                                               "validity_months",
                                               "grace_months",
                                               "units_valid_months",
                                               "certification_types",
                                               "activity_types",
                                               "sources",
                                               "$schema"};
};

struct CertificationTypeKeys {
  enum : std::size_t { validity_months, grace_months, renew_by };
  static constexpr std::string_view names[] = {"validity_months", "grace_months", "renew_by"};
};

struct RenewByKeys {
  enum : std::size_t { units, exam, courses };
  static constexpr std::string_view names[] = {"units", "exam", "courses"};
};

struct ExamKeys {
  enum : std::size_t { window_months };
  static constexpr std::string_view names[] = {"window_months"};
};

struct ActivityTypeKeys {
  enum : std::size_t { units, limit };
  static constexpr std::string_view names[] = {"units", "limit"};
};

struct SourceKeys {
  enum : std::size_t { says, where, official };
  static constexpr std::string_view names[] = {"says", "where", "official"};
};

// RULES, "Bounds of a policy".
constexpr Units million = Units::whole(1'000'000);
constexpr Bounds months{Units::whole(1), Units::whole(1200), true};
constexpr Bounds months_or_null{Units::whole(1), Units::whole(1200), true, true};
constexpr Bounds months_or_none{Units{}, Units::whole(1200), true};
constexpr Bounds required_units{Units::from_hundredths(1), million};
constexpr Bounds any_units{Units{}, million};
constexpr Bounds uses{Units{}, million, true};

std::optional<int> whole(std::optional<Units> number) {
  return number ? std::optional{static_cast<int>(number->hundredths() / 100)} : std::nullopt;
}

/// A member of an object whose keys are names.
struct Member {
  std::string_view name;
  JsonIndex key;
  JsonIndex value;
  const Path& path;
};

/// Takes a policy from a tape.
class PolicyReader {
 public:
  explicit PolicyReader(const JsonTape& tape) : tape_{tape}, reporter_{tape} {}

  std::variant<Policy, Errors> read() {
    const Path document;
    if (reporter_.expect_object(0, document)) read_policy(document);
    if (auto errors = reporter_.finish()) return std::move(*errors);
    return std::move(policy_);
  }

 private:
  using ReadMember = void (PolicyReader::*)(const Member&);

  void read_policy(const Path& path);
  /// Reads the members of the object at `key`; reports names that are given twice.
  void read_members(Fields& fields, std::size_t key, ReadMember read_member);
  void read_certification_type(const Member& member);
  void read_renew_by(JsonIndex object, const Path& path, CertificationType& type);
  void read_courses(JsonIndex list, const Path& path, CertificationType& type);
  Index<Course> find_or_add_course(std::string_view identifier);
  void read_activity_type(const Member& member);
  void read_source(const Member& member);

  const JsonTape& tape_;
  Reporter reporter_;
  Policy policy_;
  std::map<std::string_view, Index<Course>> courses_;  // of the whole policy
};

void PolicyReader::read_policy(const Path& path) {
  using Key = PolicyKeys;
  Fields fields{reporter_, 0, Key::names, path};
  fields.require({Key::name, Key::validity_months, Key::grace_months, Key::units_valid_months,
                  Key::certification_types, Key::activity_types});
  if (const auto name = fields.text(Key::name)) {
    if (name->empty()) fields.report(Key::name, "a policy's name must not be empty");
    policy_.name = *name;
  }
  policy_.validity_months = whole(fields.number(Key::validity_months, months)).value_or(0);
  policy_.grace_months = whole(fields.number(Key::grace_months, months_or_none)).value_or(0);
  policy_.units_valid_months = whole(fields.number(Key::units_valid_months, months_or_null));
  read_members(fields, Key::certification_types, &PolicyReader::read_certification_type);
  read_members(fields, Key::activity_types, &PolicyReader::read_activity_type);
  read_members(fields, Key::sources, &PolicyReader::read_source);
  fields.ignore_text(Key::schema);
}

void PolicyReader::read_members(Fields& fields, std::size_t key, ReadMember read_member) {
  const std::optional<JsonIndex> object = fields.object(key);
  if (!object) return;
  const Path path = fields.path(key);
  std::set<std::string_view> names;
  for (JsonIndex at = *object + 1; at < tape_.after(*object); at = tape_.after(at + 1)) {
    const std::string_view name = tape_.text(at);
    if (names.insert(name).second) {
      (this->*read_member)({.name = name, .key = at, .value = at + 1, .path = {path, name}});
    } else {
      reporter_.report_second_key(at, path);
    }
  }
}

void PolicyReader::read_certification_type(const Member& member) {
  using Key = CertificationTypeKeys;
  if (member.name.empty()) {
    reporter_.report(tape_[member.key].place, member.path,
                     "a certification type's name must not be empty");
  }
  if (!reporter_.expect_object(member.value, member.path)) return;
  Fields fields{reporter_, member.value, Key::names, member.path};
  fields.require({Key::renew_by});
  CertificationType type{.name = std::string{member.name},
                         .validity_months = whole(fields.number(Key::validity_months, months)),
                         .grace_months = whole(fields.number(Key::grace_months, months_or_none)),
                         .units = {},
                         .exam_window_months = {},
                         .courses = {}};
  if (const auto renew_by = fields.object(Key::renew_by)) {
    read_renew_by(*renew_by, fields.path(Key::renew_by), type);
  }
  policy_.certification_types.push_back(std::move(type));
}

void PolicyReader::read_renew_by(JsonIndex object, const Path& path, CertificationType& type) {
  using Key = RenewByKeys;
  Fields fields{reporter_, object, Key::names, path};
  const bool has_any = fields.has(Key::units) || fields.has(Key::exam) || fields.has(Key::courses);
  if (fields.is_complete() && !has_any) {
    fields.report(R"(give one or more of "units", "exam" and "courses")");
  }
  type.units = fields.number(Key::units, required_units);
  if (const auto exam = fields.object(Key::exam)) {
    const Path exam_path = fields.path(Key::exam);
    Fields exam_fields{reporter_, *exam, ExamKeys::names, exam_path};
    exam_fields.require({ExamKeys::window_months});
    type.exam_window_months = whole(exam_fields.number(ExamKeys::window_months, months));
  }
  if (const auto courses = fields.list(Key::courses)) {
    read_courses(*courses, fields.path(Key::courses), type);
  }
}

void PolicyReader::read_courses(JsonIndex list, const Path& path, CertificationType& type) {
  std::set<std::string_view> listed;
  std::size_t number = 0;
  for (JsonIndex at = list + 1; at < tape_.after(list); at = tape_.after(at), ++number) {
    const Path course_path{path, number};
    if (tape_[at].kind != JsonKind::text) {
      reporter_.report_unexpected(at, course_path, "a string");
      continue;
    }
    const std::string_view course = tape_.text(at);
    if (course.empty()) {
      reporter_.report(tape_[at].place, course_path, "a course's identifier must not be empty");
    }
    if (listed.insert(course).second) {
      type.courses.push_back(find_or_add_course(course));
    } else {
      reporter_.report(tape_[at].place, course_path, text::quoted(course) + " is listed twice");
    }
  }
  if (!tape_[list].is_complete) reporter_.ends_within({path, number});
  if (tape_[list].is_complete && number == 0) {
    reporter_.report(tape_[list].place, path, "the list of courses must not be empty");
  }
}

Index<Course> PolicyReader::find_or_add_course(std::string_view identifier) {
  const Index<Course> next{static_cast<std::uint32_t>(policy_.courses.size())};
  const auto [course, is_new] = courses_.emplace(identifier, next);
  if (is_new) policy_.courses.push_back({std::string{identifier}});
  return course->second;
}

void PolicyReader::read_activity_type(const Member& member) {
  using Key = ActivityTypeKeys;
  const Place name_place = tape_[member.key].place;
  if (member.name.empty()) {
    reporter_.report(name_place, member.path, "an activity type's name must not be empty");
  }
  if (member.name == "exam") {
    reporter_.report(name_place, member.path,
                     "an activity type cannot be named \"exam\": exams have rules of their own");
  }
  if (!reporter_.expect_object(member.value, member.path)) return;
  Fields fields{reporter_, member.value, Key::names, member.path};
  const std::optional<Units> units = fields.number(Key::units, any_units);
  const std::optional<int> limit = whole(fields.number(Key::limit, uses));
  policy_.activity_types.push_back(
      {.name = std::string{member.name}, .units = units, .limit = limit});
}

void PolicyReader::read_source(const Member& member) {
  using Key = SourceKeys;
  if (!reporter_.expect_object(member.value, member.path)) return;
  Fields fields{reporter_, member.value, Key::names, member.path};
  fields.require({Key::says, Key::where, Key::official});
  policy_.sources.push_back({.rule = std::string{member.name},
                             .says = std::string{fields.text(Key::says).value_or("")},
                             .where = std::string{fields.text(Key::where).value_or("")},
                             .official = fields.boolean(Key::official).value_or(false)});
}

}  // namespace

std::variant<Policy, Errors> read_policy(std::string_view text) {
  JsonTape tape;
  tape.parse(text);
  return PolicyReader{tape}.read();
}

const Policy& builtin_policy() {
  static const Policy policy = [] {
    const auto file = std::find_if(embedded::policies.begin(), embedded::policies.end(),
                                   [](const auto& one) { return one.name == "atlassian"; });
    return std::get<Policy>(read_policy(file->text));
  }();
  return policy;
}

}  // namespace certrenew
