#include "reader/log_document.hpp"

#include <algorithm>
#include <iterator>
#include <string>

#include "certrenew/renewal.hpp"
#include "reader/parse.hpp"
#include "text/nearest.hpp"
#include "text/utf8.hpp"

namespace certrenew {

namespace log_json {

namespace {

constexpr std::uint8_t id(Field field) { return static_cast<std::uint8_t>(field); }
constexpr std::uint8_t id(Shapes shape) { return static_cast<std::uint8_t>(shape); }

constexpr Bounds unit_bounds{Units{}, Units::from_hundredths(Units::most_hundredths)};  // U8

constexpr Key log_keys[] = {
    {"candidate", Kind::container, id(Shapes::candidate)},
    {"certifications", Kind::container, id(Shapes::certifications), true},
    {"activities", Kind::container, id(Shapes::activities)},
    {"notes", Kind::text, id(Field::passed_over)},
    {"$schema", Kind::text, id(Field::passed_over)},
};
constexpr Key candidate_keys[] = {
    {"id", Kind::text, id(Field::candidate_id)},
    {"name", Kind::text, id(Field::candidate_name)},
};
constexpr Key certification_keys[] = {
    {"code", Kind::text, id(Field::code), true},
    {"name", Kind::text, id(Field::name)},
    {"type", Kind::text, id(Field::certification_type)},
    {"earned", Kind::date, id(Field::earned)},
    {"suspends", Kind::date, id(Field::suspends)},
    {"expires", Kind::date, id(Field::expires)},
    {"expect", Kind::container, id(Shapes::expect)},
    {"notes", Kind::text, id(Field::passed_over)},
};
constexpr Key expect_keys[] = {
    {"suspends", Kind::date, id(Field::expect_suspends)},
    {"expires", Kind::date, id(Field::expect_expires)},
};
constexpr Key activity_keys[] = {
    {"date", Kind::date, id(Field::date), true},
    {"type", Kind::text, id(Field::activity_type), true},
    {"title", Kind::text, id(Field::title)},
    {"entered", Kind::date_or_null, id(Field::entered)},
    {"units", Kind::number, id(Field::units), false, &unit_bounds},
    {"course", Kind::text, id(Field::course)},
    {"certification", Kind::text, id(Field::certification)},
    {"passed", Kind::boolean, id(Field::passed)},
    {"notes", Kind::text, id(Field::passed_over)},
};
constexpr Key certification_element[] = {{{}, Kind::container, id(Shapes::certification)}};
constexpr Key activity_element[] = {{{}, Kind::container, id(Shapes::activity)}};

constexpr Shape all_shapes[] = {
    {Shape::Form::record, log_keys},
    {Shape::Form::record, candidate_keys},
    {Shape::Form::list, certification_element},
    {Shape::Form::record, certification_keys},
    {Shape::Form::record, expect_keys},
    {Shape::Form::list, activity_element},
    {Shape::Form::record, activity_keys},
};

}  // namespace

std::span<const Shape> shapes() { return all_shapes; }

}  // namespace log_json

using log_json::Shapes;

namespace {

constexpr std::string_view exam = "exam";

/// What an activity is before its keys come.
constexpr Activity unread{.date = Date::first()};

template <class Type>
Names names_of(const std::vector<Type>& types) {
  Names names;
  for (const Type& type : types) names.add(type.name);
  return names;
}

}  // namespace

PolicyNames::PolicyNames(const Policy& policy)
    : certification_types{names_of(policy.certification_types)},
      activity_types{names_of(policy.activity_types)} {
  for (const std::string& course : policy.courses) courses.add(course);
}

LogDocument::LogDocument(Log& log, const Policy& policy, const PolicyNames& names)
    : Document{log_json::shapes()}, log_{log}, policy_{policy}, names_{names} {}

void LogDocument::open(Reading& /*reading*/, std::uint8_t shape) {
  switch (static_cast<Shapes>(shape)) {
    case Shapes::candidate: log_.candidate.emplace(); break;
    case Shapes::expect: certification().expect.emplace(); break;
    case Shapes::certification:
      begin_container();
      log_.certifications.emplace_back();
      break;
    case Shapes::activity:
      begin_container();
      log_.activities.push_back(unread);
      break;
    case Shapes::log:
      codes_.clear();
      all_codes_known_ = true;
      unresolved_.clear();
      activities_ = 0;
      compared_ = 0;
      break;
    case Shapes::certifications:
    case Shapes::activities: break;
  }
}

void LogDocument::close(Reading& reading, std::uint8_t shape, Place /*place*/) {
  switch (static_cast<Shapes>(shape)) {
    case Shapes::certification: close_certification(reading); break;
    case Shapes::activity: close_activity(reading); break;
    case Shapes::expect:
      if (!has(Field::expect_suspends) && !has(Field::expect_expires)) {
        reading.fault(reading.began(), "give \"suspends\", \"expires\" or both");
      }
      break;
    case Shapes::log: close_log(reading); break;
    case Shapes::candidate:
    case Shapes::certifications:
    case Shapes::activities: break;
  }
}

bool LogDocument::name(Reading& /*reading*/, std::uint8_t /*shape*/, std::string_view /*name*/,
                       Place /*place*/) {
  return true;  // a log has no maps
}

void LogDocument::set(Reading& reading, std::uint8_t id, const Value& value) {
  const auto field = static_cast<Field>(id);
  places_[id] = value.place;
  given_ |= std::uint32_t{1} << id;
  switch (field) {
    case Field::code:
      if (value.text.empty()) reading.fault(value.place, "a code must not be empty");
      certification().code = log_.keep(value.text);
      break;
    case Field::name: certification().name = log_.keep(value.text); break;
    case Field::certification_type: type_ = log_.keep(value.text); break;
    case Field::earned: certification().earned = *value.date; break;
    case Field::suspends: certification().suspends = *value.date; break;
    case Field::expires: certification().expires = *value.date; break;
    case Field::expect_suspends: certification().expect->suspends = *value.date; break;
    case Field::expect_expires: certification().expect->expires = *value.date; break;
    case Field::date: activity().date = *value.date; break;
    case Field::activity_type: set_activity_type(value.text); break;
    case Field::title: activity().title = log_.keep(value.text); break;
    case Field::entered:
      activity().entered.state = value.date ? Entry::State::on_date : Entry::State::not_yet;
      if (value.date) activity().entered.date = *value.date;
      break;
    case Field::units: activity().units = *value.number; break;
    case Field::course: activity().course = names_.courses.find(value.text); break;
    case Field::certification: set_exam_of(value.text); break;
    case Field::passed: activity().passed = value.flag; break;
    case Field::candidate_id: log_.candidate->id = log_.keep(value.text); break;
    case Field::candidate_name: log_.candidate->name = log_.keep(value.text); break;
    case Field::passed_over:
    case Field::count: break;
  }
}

/// Of the types that are known the names need not be kept.
void LogDocument::set_activity_type(std::string_view text) {
  if (const auto type = names_.activity_types.find(text)) {
    activity().type = *type;
  } else if (text == exam) {
    activity().exam = true;
  } else {
    unknown_type_ = true;
    type_ = log_.keep(text);
  }
}

void LogDocument::set_exam_of(std::string_view text) {
  activity().certification = codes_.find(text);
  if (!activity().certification) exam_of_ = log_.keep(text);
}

// ---- Certifications ----------------------------------------------------------------------------

void LogDocument::close_certification(Reading& reading) {
  if (has(Field::code)) {
    if (!codes_.add(certification().code)) {
      reading.fault(place_of(Field::code), reading.path("code"),
                    text::quoted(certification().code) + " is listed twice");
      all_codes_known_ = false;  // indices no longer agree; the log is not handed out
    }
    find_certification_type(reading);
  } else {
    all_codes_known_ = false;
  }
  check_dates(reading);
  if (!reading.sound()) log_.certifications.pop_back();  // nobody gets the log
}

void LogDocument::find_certification_type(Reading& reading) {
  const std::string_view code = certification().code;
  if (code.empty()) return;
  const bool own = has(Field::certification_type);
  if (!own && reading.came("type")) return;  // it has a diagnostic of its own
  const std::size_t dash = code.find('-');
  if (!own && dash == std::string_view::npos) {
    reading.fault(place_of(Field::code), reading.path("code"),
                  text::quoted(code) + " has no \"-\" that its type stands before; give \"type\"");
    return;
  }
  const std::string_view type = own ? type_ : code.substr(0, dash);
  const auto found = names_.certification_types.find(type);
  if (found) {
    certification().type = *found;
    return;
  }
  const Field field = own ? Field::certification_type : Field::code;
  reading.fault(place_of(field), reading.path(own ? "type" : "code"),
                "the policy " + text::quoted(policy_.name) + " has no certification type " +
                    text::quoted(type) + advice(type, names_.certification_types.all()));
}

/// C4: earned < suspends <= expires.
void LogDocument::check_dates(Reading& reading) {
  const Certification& given = certification();
  // A faulty date has a diagnostic of its own, and its key was given.
  if (!given.earned && !given.suspends && !reading.came("earned") && !reading.came("suspends")) {
    reading.fault(reading.began(), "give \"earned\" or \"suspends\"");
  }
  if (given.expires && !given.suspends && !reading.came("suspends")) {
    reading.fault(place_of(Field::expires), reading.path("expires"),
                  "\"expires\" stands only beside \"suspends\"");
  }
  if (given.earned && given.suspends && *given.suspends <= *given.earned) {
    reading.fault(
        place_of(Field::suspends), reading.path("suspends"),
        to_string(*given.suspends) + " is not after it was earned, on " + to_string(*given.earned));
  }
  if (given.suspends && given.expires && *given.expires < *given.suspends) {
    reading.fault(
        place_of(Field::expires), reading.path("expires"),
        to_string(*given.expires) + " is before it suspends, on " + to_string(*given.suspends));
  }
}

// ---- Activities --------------------------------------------------------------------------------

void LogDocument::close_activity(Reading& reading) {
  if (activity().exam) {
    close_exam(reading);
  } else if (has(Field::activity_type)) {
    close_other_activity(reading);
  }
  if (!reading.sound()) log_.activities.pop_back();
  ++activities_;
}

std::string LogDocument::advice(std::string_view name, std::span<const std::string_view> known) {
  constexpr std::size_t most_compared = 100'000;
  compared_ += known.size();
  return compared_ > most_compared ? std::string{} : text::advice(name, known);
}

void LogDocument::close_exam(Reading& reading) {
  refuse(reading, Field::units, "units", "an exam yields no units");
  refuse(reading, Field::course, "course", "an exam is no course");
  if (!has(Field::certification)) {
    if (reading.came("certification")) return;  // it has a diagnostic of its own
    reading.fault(reading.began(), "an exam needs \"certification\"");
  } else if (!activity().certification) {
    unresolved_.push_back({activities_, exam_of_, place_of(Field::certification)});
  }
}

void LogDocument::close_other_activity(Reading& reading) {
  refuse(reading, Field::certification, "certification", "only an exam is of a certification");
  refuse(reading, Field::passed, "passed", "only an exam is passed");
  if (unknown_type_) {
    std::vector<std::string_view> known = names_.activity_types.all();
    known.push_back(exam);
    reading.fault(place_of(Field::activity_type), reading.path("type"),
                  "unknown activity type " + text::quoted(type_) + advice(type_, known));
    return;
  }
  if (has(Field::units)) return;  // U5: what the log states wins
  const ActivityType& type = policy_.activity_types[activity().type];
  if (type.units) {
    activity().units = *type.units;
  } else if (!reading.came("units")) {
    reading.fault(reading.began(), "the policy " + text::quoted(policy_.name) +
                                       " has no number of units for " + text::quoted(type.name) +
                                       "; give \"units\"");
  }
}

// ---- The whole ---------------------------------------------------------------------------------

void LogDocument::close_log(Reading& reading) {
  if (const auto why = too_large(log_, policy_)) reading.fault(reading.began(), *why);
  for (const Unresolved& exam_taken : unresolved_) {
    if (const auto known = codes_.find(exam_taken.code)) {
      if (reading.sound()) log_.activities[exam_taken.activity].certification = known;
    } else if (all_codes_known_) {
      reading.fault(exam_taken.place,
                    "activities[" + std::to_string(exam_taken.activity) + "].certification",
                    "the log lists no certification " + text::quoted(exam_taken.code) +
                        advice(exam_taken.code, codes_.all()));
    }
  }
}

template class Events<LogDocument>;  // where the parser can see through to what it sets

}  // namespace certrenew
