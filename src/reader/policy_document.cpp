#include "reader/policy_document.hpp"

#include <cstddef>
#include <string>

#include "reader/reading.hpp"
#include "text/utf8.hpp"

namespace certrenew {

namespace {

enum class Shapes : std::uint8_t {
  policy,
  certification_types,
  certification_type,
  renew_by,
  exam,
  courses,
  activity_types,
  activity_type,
  sources,
  source,
};

enum class Field : std::uint8_t {
  passed_over,
  name,
  validity,
  grace,
  units_valid,
  type_validity,
  type_grace,
  required_units,
  window,
  course,
  activity_units,
  limit,
  says,
  where,
  official,
};

constexpr std::uint8_t id(Field field) { return static_cast<std::uint8_t>(field); }
constexpr std::uint8_t id(Shapes shape) { return static_cast<std::uint8_t>(shape); }

// RULES, "Bounds of a policy".
constexpr Units million = Units::whole(1'000'000);
constexpr Bounds months{Units::whole(1), Units::whole(1200), true};
constexpr Bounds months_or_null{Units::whole(1), Units::whole(1200), true, true};
constexpr Bounds months_or_none{Units{}, Units::whole(1200), true};
constexpr Bounds required_units{Units::from_hundredths(1), million};
constexpr Bounds any_units{Units{}, million};
constexpr Bounds uses{Units{}, million, true};

constexpr Key policy_keys[] = {
    {"name", Kind::text, id(Field::name), true},
    {"validity_months", Kind::number, id(Field::validity), true, &months},
    {"grace_months", Kind::number, id(Field::grace), true, &months_or_none},
    {"units_valid_months", Kind::number, id(Field::units_valid), true, &months_or_null},
    {"certification_types", Kind::container, id(Shapes::certification_types), true},
    {"activity_types", Kind::container, id(Shapes::activity_types), true},
    {"sources", Kind::container, id(Shapes::sources)},
    {"$schema", Kind::text, id(Field::passed_over)},
};
constexpr Key certification_type_keys[] = {
    {"validity_months", Kind::number, id(Field::type_validity), false, &months},
    {"grace_months", Kind::number, id(Field::type_grace), false, &months_or_none},
    {"renew_by", Kind::container, id(Shapes::renew_by), true},
};
constexpr Key renew_by_keys[] = {
    {"units", Kind::number, id(Field::required_units), false, &required_units},
    {"exam", Kind::container, id(Shapes::exam)},
    {"courses", Kind::container, id(Shapes::courses)},
};
constexpr Key exam_keys[] = {
    {"window_months", Kind::number, id(Field::window), true, &months},
};
constexpr Key activity_type_keys[] = {
    {"units", Kind::number, id(Field::activity_units), false, &any_units},
    {"limit", Kind::number, id(Field::limit), false, &uses},
};
constexpr Key source_keys[] = {
    {"says", Kind::text, id(Field::says), true},
    {"where", Kind::text, id(Field::where), true},
    {"official", Kind::boolean, id(Field::official), true},
};
constexpr Key certification_type_element[] = {
    {{}, Kind::container, id(Shapes::certification_type)}};
constexpr Key course_element[] = {{{}, Kind::text, id(Field::course)}};
constexpr Key activity_type_element[] = {{{}, Kind::container, id(Shapes::activity_type)}};
constexpr Key source_element[] = {{{}, Kind::container, id(Shapes::source)}};

constexpr Shape all_shapes[] = {
    {Shape::Form::record, policy_keys},
    {Shape::Form::map, certification_type_element},
    {Shape::Form::record, certification_type_keys},
    {Shape::Form::record, renew_by_keys},
    {Shape::Form::record, exam_keys},
    {Shape::Form::list, course_element},
    {Shape::Form::map, activity_type_element},
    {Shape::Form::record, activity_type_keys},
    {Shape::Form::map, source_element},
    {Shape::Form::record, source_keys},
};

/// A whole number of months; the bounds have been checked.
int months_of(const Value& value) { return static_cast<int>(value.number->hundredths() / 100); }

}  // namespace

PolicyDocument::PolicyDocument(Policy& policy) : Document{all_shapes}, policy_{policy} {}

void PolicyDocument::open(Reading& /*reading*/, std::uint8_t shape) {
  if (static_cast<Shapes>(shape) == Shapes::courses) courses_of_type_.clear();
}

void PolicyDocument::close(Reading& reading, std::uint8_t shape, Place /*place*/) {
  if (static_cast<Shapes>(shape) == Shapes::renew_by) {
    if (!reading.came("units") && !reading.came("exam") && !reading.came("courses")) {
      reading.fault(reading.began(), R"(give one or more of "units", "exam" and "courses")");
    }
  } else if (static_cast<Shapes>(shape) == Shapes::courses && courses_of_type_.empty()) {
    reading.fault(reading.began(), "the list of courses must not be empty");
  }
}

bool PolicyDocument::name(Reading& reading, std::uint8_t shape, std::string_view name,
                          Place place) {
  switch (static_cast<Shapes>(shape)) {
    case Shapes::certification_types: return begin_certification_type(reading, name, place);
    case Shapes::activity_types: return begin_activity_type(reading, name, place);
    case Shapes::sources:
      if (!sources_.emplace(name).second) return false;
      policy_.sources.push_back({.rule = std::string{name}, .says = {}, .where = {}});
      return true;
    default: return true;
  }
}

bool PolicyDocument::begin_certification_type(Reading& reading, std::string_view name,
                                              Place place) {
  if (!certification_types_.emplace(name).second) return false;
  if (name.empty()) reading.fault(place, "a certification type's name must not be empty");
  policy_.certification_types.push_back({.name = std::string{name},
                                         .validity_months = {},
                                         .grace_months = {},
                                         .units = {},
                                         .exam_window_months = {},
                                         .courses = {}});
  return true;
}

bool PolicyDocument::begin_activity_type(Reading& reading, std::string_view name, Place place) {
  if (!activity_types_.emplace(name).second) return false;
  if (name.empty()) reading.fault(place, "an activity type's name must not be empty");
  if (name == "exam") {
    reading.fault(place,
                  "an activity type can't be called \"exam\": exams have rules of their own");
  }
  policy_.activity_types.push_back({.name = std::string{name}, .units = {}, .limit = {}});
  return true;
}

void PolicyDocument::set(Reading& reading, std::uint8_t id, const Value& value) {
  switch (static_cast<Field>(id)) {
    case Field::name:
      if (value.text.empty()) reading.fault(value.place, "a policy's name must not be empty");
      policy_.name = value.text;
      break;
    case Field::validity: policy_.validity_months = months_of(value); break;
    case Field::grace: policy_.grace_months = months_of(value); break;
    case Field::units_valid:
      if (value.number) policy_.units_valid_months = months_of(value);
      break;
    case Field::type_validity: certification_type().validity_months = months_of(value); break;
    case Field::type_grace: certification_type().grace_months = months_of(value); break;
    case Field::required_units: certification_type().units = value.number; break;
    case Field::window: certification_type().exam_window_months = months_of(value); break;
    case Field::course: add_course(reading, value); break;
    case Field::activity_units: activity_type().units = value.number; break;
    case Field::limit: activity_type().limit = static_cast<std::uint32_t>(months_of(value)); break;
    case Field::says: policy_.sources.back().says = value.text; break;
    case Field::where: policy_.sources.back().where = value.text; break;
    case Field::official: policy_.sources.back().official = value.flag; break;
    case Field::passed_over: break;
  }
}

void PolicyDocument::add_course(Reading& reading, const Value& value) {
  if (value.text.empty()) reading.fault(value.place, "a course's identifier must not be empty");
  if (!courses_of_type_.emplace(value.text).second) {
    reading.fault(value.place, text::quoted(value.text) + " is listed twice");
    return;
  }
  const auto [known, is_new] =
      courses_.emplace(value.text, static_cast<std::uint32_t>(policy_.courses.size()));
  if (is_new) policy_.courses.emplace_back(value.text);
  certification_type().courses.push_back(known->second);
}

}  // namespace certrenew
