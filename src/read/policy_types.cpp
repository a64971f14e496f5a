// The types of a policy: of certifications, and of activities.

#include <algorithm>
#include <string>
#include <utility>

#include "core/type_order.hpp"
#include "read/policy_reader.hpp"
#include "text/utf8.hpp"

namespace certrenew {

namespace {

// The bounds that src/schemas/policy.json states.
constexpr Units million = Units::whole(1'000'000);
constexpr Bounds above_zero{Units::from_hundredths(1), million};
constexpr Bounds any_units{Units{}, million};
constexpr Bounds uses{Units{}, million, true};

constexpr std::string_view top_holds = "as at the top";

}  // namespace

// ---- Certification types -----------------------------------------------------------------------

void PolicyReader::read_certification_type(const Member& member) {
  static constexpr Keys key{"validity",         "grace",      "anchor",   "ends_on",
                            "first_day_counts", "carry_over", "renew_by", "renewed_with"};
  report_empty_name(member, "a certification type's name");
  if (!reporter_.expect_object(member.value, member.path)) return;
  Fields fields{reporter_, member.value, key.names, member.path};
  const auto validity = values_.durations(fields, key["validity"], {.words_for_null = top_holds});
  const auto grace =
      values_.durations(fields, key["grace"], {.words_for_null = top_holds, .may_be_zero = true});
  const Anchor anchor = values_.anchor(fields, key["anchor"]).value_or(top_.anchor);
  CertificationType type;
  type.name = member.name;
  type.validity = with_fallback(validity, top_.validity);
  type.grace = always(with_fallback(grace, top_.grace), Duration{});
  type.ends_on = values_.ends_on(fields, key["ends_on"]).value_or(top_.ends_on);
  type.first_day_counts =
      values_.flag(fields, key["first_day_counts"]).value_or(top_.first_day_counts);
  type.carry_over = read_carry_over(fields, key["carry_over"]);
  if (!type.carry_over) type.carry_over = top_.carry_over;
  if (!fields.is_null(key["renew_by"])) {
    if (const auto renew_by = fields.object(key["renew_by"])) {
      read_renew_by(*renew_by, fields.path(key["renew_by"]), anchor, type);
    }
  }
  type.renewed_with = read_linked_types(fields, key["renewed_with"]);
  renewed_with_.push_back(fields.place(key["renewed_with"]));
  policy_.certification_types.push_back(std::move(type));
}

std::vector<Index<CertificationType>> PolicyReader::read_linked_types(Fields& fields,
                                                                      std::size_t key) {
  auto types = types_at<CertificationType>(fields, key);
  if (types.empty() || !certification_types_) return types;
  std::string words;
  for (const Index<CertificationType> one : types) {
    words.append(words.empty() ? "" : ", ").append(certification_types_->all()[one.at]);
  }
  values_.note(fields.place(key), fields.path(key), words);
  return types;
}

void PolicyReader::check_circles(const Path& document) {
  if (!policy_.is_linked()) return;
  const auto& types = policy_.certification_types;
  std::vector<bool> is_in_order(types.size());
  const auto order = in_order_of_renewal(policy_);
  if (order.size() == types.size()) return;
  for (const Index<CertificationType> one : order) is_in_order[one.at] = true;
  // Each type left out is renewed with another one left out: following these leads into a circle.
  const auto next_of = [&](Index<CertificationType> one) {
    const auto& others = types[one.at].renewed_with;
    return *std::find_if(others.begin(), others.end(),
                         [&](Index<CertificationType> other) { return !is_in_order[other.at]; });
  };
  const auto left_out = std::find(is_in_order.begin(), is_in_order.end(), false);
  Index<CertificationType> one{static_cast<std::uint32_t>(left_out - is_in_order.begin())};
  for (std::size_t i = 0; i < types.size(); ++i) one = next_of(one);
  std::vector<Index<CertificationType>> circle{one};
  while (next_of(circle.back()) != one) circle.push_back(next_of(circle.back()));
  std::rotate(circle.begin(), std::min_element(circle.begin(), circle.end()), circle.end());
  constexpr std::size_t most_named = 10;
  std::string words;
  for (std::size_t i = 0; i < std::min(circle.size(), most_named); ++i) {
    words += (i == 0 ? "" : ", ") + text::quoted(types[circle[i].at].name) +
             (i == 0 ? " renews with " : " with ") +
             text::quoted(types[next_of(circle[i]).at].name);
  }
  if (circle.size() > most_named) words += ", …";
  const Index<CertificationType> first = circle.front();
  const Path list{document, "certification_types"};
  const Path type{list, types[first.at].name};
  reporter_.report(renewed_with_[first.at], {type, "renewed_with"},
                   "these types renew with each other in a circle: " + words);
}

void PolicyReader::read_renew_by(JsonIndex object, const Path& path, Anchor anchor,
                                 CertificationType& type) {
  static constexpr Keys key{"units", "exam", "courses"};
  Fields fields{reporter_, object, key.names, path};
  /// The object that describes a way; `example`: what to write instead of what such files had.
  const auto way_at = [&](std::size_t way, JsonKind former,
                          std::string_view example) -> std::optional<JsonIndex> {
    if (!fields.has(way) || fields.is_null(way)) return std::nullopt;
    if (tape_[fields.value(way)].kind != former) return fields.object(way);
    reporter_.report_unexpected(fields.value(way), fields.path(way),
                                "an object such as " + std::string{example});
    return std::nullopt;
  };
  if (const auto units = way_at(key["units"], JsonKind::number, R"({"required": 100})")) {
    type.units.emplace().anchor = anchor;
    read_units(*units, fields.path(key["units"]), *type.units);
  }
  if (const auto exam = way_at(key["exam"], JsonKind::text, R"({"window": "P6M"})")) {
    type.exam.emplace().anchor = anchor;
    read_exam(*exam, fields.path(key["exam"]), *type.exam);
  }
  if (const auto courses = way_at(key["courses"], JsonKind::list, R"({"all": ["A-COURSE"]})")) {
    type.courses.emplace().anchor = anchor;
    read_courses(*courses, fields.path(key["courses"]), *type.courses);
  }
}

void PolicyReader::read_units(JsonIndex object, const Path& path, UnitsWay& way) {
  static constexpr Keys key{"required", "anchor", "highest_only"};
  Fields fields{reporter_, object, key.names, path};
  fields.require({key["required"]});
  way.required = always(values_.units(fields, key["required"], {.bounds = above_zero}), Units{});
  way.anchor = values_.anchor(fields, key["anchor"]).value_or(way.anchor);
  way.highest_only = values_.flag(fields, key["highest_only"]).value_or(false);
}

void PolicyReader::read_exam(JsonIndex object, const Path& path, ExamWay& way) {
  static constexpr Keys key{"window", "anchor", "of"};
  Fields fields{reporter_, object, key.names, path};
  way.window = values_.durations(fields, key["window"],
                                 {.words_for_null = "any day of the cycle", .may_be_zero = true});
  way.anchor = values_.anchor(fields, key["anchor"]).value_or(way.anchor);
  way.of = read_linked_types(fields, key["of"]);
}

void PolicyReader::read_courses(JsonIndex object, const Path& path, CoursesWay& way) {
  static constexpr Keys key{"all", "anchor"};
  Fields fields{reporter_, object, key.names, path};
  fields.require({key["all"]});
  if (fields.is_null(key["all"])) fields.report(key["all"], "expected a list, not null");
  NameSet listed;
  std::string words;
  const auto read_course = [&](JsonIndex at, const Path& course_path) {
    const auto course = text_at(at, course_path, "a course's identifier");
    if (!course || !is_new(listed, at, course_path)) return;
    way.all.push_back(find_or_add_course(*course));
    words.append(words.empty() ? "" : ", ").append(*course);
  };
  if (read_list(fields, key["all"], "the list of courses must not be empty", read_course)) {
    values_.note(fields.place(key["all"]), fields.path(key["all"]), words);
  }
  way.anchor = values_.anchor(fields, key["anchor"]).value_or(way.anchor);
}

Index<Course> PolicyReader::find_or_add_course(std::string_view identifier) {
  const Index<Course> next{static_cast<std::uint32_t>(policy_.courses.size())};
  const auto [course, is_new] = courses_.emplace(identifier, next);
  if (is_new) policy_.courses.push_back({std::string{identifier}});
  return course->second;
}

std::optional<CarryOver> PolicyReader::read_carry_over(Fields& fields, std::size_t key) {
  static constexpr Keys own_key{"at_most", "from_last", "types"};
  if (fields.is_null(key)) return std::nullopt;
  const std::optional<JsonIndex> object = fields.object(key);
  if (!object) return std::nullopt;
  const Path path = fields.path(key);
  Fields own{reporter_, *object, own_key.names, path};
  own.require({own_key["at_most"]});
  CarryOver carry_over;
  carry_over.at_most =
      always(values_.units(own, own_key["at_most"], {.bounds = above_zero}), Units{});
  carry_over.from_last = values_.durations(
      own, own_key["from_last"], {.words_for_null = "however long before", .may_be_zero = true});
  carry_over.types = types_at<ActivityType>(own, own_key["types"]);
  return carry_over;
}

// ---- Activity types ----------------------------------------------------------------------------

void PolicyReader::read_activity_type(const Member& member) {
  static constexpr Keys key{"units", "limit"};
  const Place name_place = tape_[member.key].place;
  report_empty_name(member, "an activity type's name");
  if (member.name == "exam") {
    reporter_.report(name_place, member.path,
                     "an activity type cannot be named \"exam\": exams have rules of their own");
  }
  if (member.name == "certification") {
    reporter_.report(
        name_place, member.path,
        "an activity type cannot be named \"certification\": a certification is not an "
        "activity");
  }
  if (!reporter_.expect_object(member.value, member.path)) return;
  Fields fields{reporter_, member.value, key.names, member.path};
  constexpr std::string_view log_says = "the log must say";
  ActivityType type;
  type.name = member.name;
  type.units =
      values_.units(fields, key["units"], {.bounds = any_units, .words_for_null = log_says});
  if (!fields.has(key["units"])) {
    values_.note(fields.place(), fields.path(key["units"]), log_says, false);
  }
  type.limit = values_.whole(fields, key["limit"], {.bounds = uses, .words_for_null = "no limit"});
  policy_.activity_types.push_back(std::move(type));
}

}  // namespace certrenew
