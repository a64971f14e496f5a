// A log, taken from the tape of its JSON.

#include "read/log_builder.hpp"

#include <utility>

#include "core/limits.hpp"
#include "text/nearest.hpp"
#include "text/utf8.hpp"

namespace certrenew {

namespace {

// The keys of each object, and their indices in the list of them.

struct LogKeys {
  enum : std::size_t { candidate, certifications, activities, notes, schema };
  static constexpr std::string_view names[] = {"candidate", "certifications", "activities", "notes",
                                               "$schema"};
};

struct CandidateKeys {
  enum : std::size_t { id, name };
  static constexpr std::string_view names[] = {"id", "name"};
};

struct CertificationKeys {
  enum : std::size_t { code, name, type, earned, suspends, expires, expect, notes };
  static constexpr std::string_view names[] = {"code",     "name",    "type",   "earned",
                                               "suspends", "expires", "expect", "notes"};
};

struct ExpectKeys {
  enum : std::size_t { suspends, expires };
  static constexpr std::string_view names[] = {"suspends", "expires"};
};

struct ActivityKeys {
  enum : std::size_t { date, type, title, entered, units, course, certification, passed, notes };
  static constexpr std::string_view names[] = {
      "date", "type", "title", "entered", "units", "course", "certification", "passed", "notes"};
};

constexpr std::string_view exam_type = "exam";
constexpr Bounds unit_bounds{Units{}, Units::from_hundredths(Units::most_hundredths)};  // U8

template <class Element>
std::optional<Index<Element>> index_of(std::optional<std::uint32_t> found) {
  return found ? std::optional{Index<Element>{*found}} : std::nullopt;
}

}  // namespace

std::span<const std::string_view> LogBuilder::lists() {
  return std::span{LogKeys::names}.subspan(LogKeys::certifications, 2);
}

LogBuilder::LogBuilder(const Policy& policy, const PolicyNames& names, const JsonTape& tape,
                       Log log)
    : policy_{policy}, names_{names}, tape_{tape}, log_{std::move(log)} {
  constexpr std::size_t usual_activities = 16;
  constexpr std::size_t usual_certifications = 4;
  log_.activities.reserve(usual_activities);
  log_.certifications.reserve(usual_certifications);
  codes_.reserve(usual_certifications);
}

void LogBuilder::read_element(const JsonElement& element) {
  const Path document;
  const Path list_path{document, lists()[element.list]};
  const Path path{list_path, element.number};
  if (!reporter_.expect_object(element.at, path)) return;
  if (element.list == 0) {
    read_certification(element.at, path, element.number);
    if (!reporter_.is_clean()) log_.certifications.pop_back();
  } else {
    read_activity(element.at, path, element.number);
    if (!reporter_.is_clean()) log_.activities.pop_back();
  }
}

std::optional<std::string_view> LogBuilder::kept_text(Fields& fields, std::size_t key) {
  std::optional<std::string_view> text = fields.text(key);
  if (text && fields.is_decoded(key)) text = log_.keep(*text);
  return text;
}

std::string LogBuilder::advice(std::string_view name, std::span<const std::string_view> known) {
  constexpr std::size_t most_compared = 100'000;
  compared_ += known.size();
  return compared_ > most_compared ? std::string{} : text::advice(name, known);
}

// ---- Certifications ----------------------------------------------------------------------------

/// Checks C4: earned < suspends <= expires. A date that is given but unsound has its own error.
void check_dates(Fields& fields, const Certification& given) {
  using Key = CertificationKeys;
  if (!fields.has(Key::earned) && !fields.has(Key::suspends)) {
    fields.report("give \"earned\" or \"suspends\"");
  }
  if (given.expires && !fields.has(Key::suspends)) {
    fields.report(Key::expires, "\"expires\" needs \"suspends\" beside it");
  }
  if (given.earned && given.suspends && *given.suspends <= *given.earned) {
    fields.report(Key::suspends, to_string(*given.suspends) +
                                     " is not after the day it was earned, " +
                                     to_string(*given.earned));
  }
  if (given.expires && given.suspends && *given.expires < *given.suspends) {
    fields.report(Key::expires, to_string(*given.expires) + " is before the day it suspends, " +
                                    to_string(*given.suspends));
  }
}

void LogBuilder::read_certification(JsonIndex object, const Path& path, std::size_t number) {
  using Key = CertificationKeys;
  Fields fields{reporter_, object, Key::names, path};
  fields.require({Key::code});
  Certification& one = log_.certifications.emplace_back();
  const std::optional<std::string_view> code = kept_text(fields, Key::code);
  if (code && code->empty()) fields.report(Key::code, "a code must not be empty");
  one.code = code.value_or(std::string_view{});
  one.name = kept_text(fields, Key::name);
  one.earned = fields.date(Key::earned);
  one.suspends = fields.date(Key::suspends);
  one.expires = fields.date(Key::expires);
  one.places = {.itself = fields.place(),
                .earned = fields.place(Key::earned),
                .suspends = fields.place(Key::suspends),
                .expires = fields.place(Key::expires)};
  if (const auto expect = fields.object(Key::expect)) {
    read_expectation(*expect, fields.path(Key::expect), one);
  }
  fields.ignore_text(Key::notes);
  const std::optional<std::string_view> type = fields.text(Key::type);
  if (!fields.is_complete()) return;
  if (code) {
    codes_.push_back({*code, fields.place(Key::code), number});
  } else {
    all_codes_known_ = false;
  }
  find_type(fields, type, one);
  check_dates(fields, one);
}

void LogBuilder::read_expectation(JsonIndex object, const Path& path,
                                  Certification& certification) {
  using Key = ExpectKeys;
  Fields fields{reporter_, object, Key::names, path};
  if (fields.is_complete() && !fields.has(Key::suspends) && !fields.has(Key::expires)) {
    fields.report("give \"suspends\", \"expires\" or both");
  }
  certification.expectation = {.suspends = fields.date(Key::suspends),
                               .expires = fields.date(Key::expires)};
  certification.places.expected_suspends = fields.place(Key::suspends);
  certification.places.expected_expires = fields.place(Key::expires);
}

/// The type is given, or stands before the first `-` of the code.
void LogBuilder::find_type(Fields& fields, std::optional<std::string_view> given,
                           Certification& certification) {
  using Key = CertificationKeys;
  const std::string_view code = certification.code;
  if (code.empty()) return;
  if (!given && fields.has(Key::type)) return;  // it has its own error
  const std::size_t dash = code.find('-');
  if (!given && dash == std::string_view::npos) {
    fields.report(Key::code, text::quoted(code) + " has no \"-\" after its type; give \"type\"");
    return;
  }
  const std::string_view type = given ? *given : code.substr(0, dash);
  if (const auto found = index_of<CertificationType>(names_.certification_types.find(type))) {
    certification.type = *found;
    return;
  }
  fields.report(given ? Key::type : Key::code,
                "the policy " + text::quoted(policy_.name) + " has no certification type " +
                    text::quoted(type) + advice(type, names_.certification_types.all()));
}

// ---- Activities --------------------------------------------------------------------------------

void LogBuilder::read_activity(JsonIndex object, const Path& path, std::size_t number) {
  using Key = ActivityKeys;
  Fields fields{reporter_, object, Key::names, path};
  fields.require({Key::date, Key::type});
  static constexpr Activity blank{.date = Date::first()};
  Activity& one = log_.activities.emplace_back(blank);
  if (const auto date = fields.date(Key::date)) one.date = *date;
  if (const auto title = kept_text(fields, Key::title)) one.title = *title;
  read_entry(fields, one.entered);
  one.place = fields.place();
  one.date_place = fields.place(Key::date);
  const std::optional<std::string_view> type = fields.text(Key::type);
  const Details details{.units = fields.number(Key::units, unit_bounds),
                        .course = fields.text(Key::course),
                        .certification = kept_text(fields, Key::certification),
                        .passed = fields.boolean(Key::passed)};
  fields.ignore_text(Key::notes);
  if (!fields.is_complete() || !type) return;
  if (const auto known = index_of<ActivityType>(names_.activity_types.find(*type))) {
    read_work(fields, details, *known, one.what.emplace<Work>());
  } else if (*type == exam_type) {
    read_exam(fields, details, number, one.what.emplace<Exam>());
  } else {
    report_unknown_type(fields, *type);
  }
}

void LogBuilder::read_entry(Fields& fields, PortalEntry& entry) {
  using Key = ActivityKeys;
  entry.date = fields.date_or_null(Key::entered);
  if (entry.date) {
    entry.state = PortalEntry::State::on_date;
  } else if (fields.is_null(Key::entered)) {
    entry.state = PortalEntry::State::not_yet;
  }
}

void LogBuilder::read_work(Fields& fields, const Details& details, Index<ActivityType> type,
                           Work& work) {
  using Key = ActivityKeys;
  if (details.certification) {
    fields.report(Key::certification, "only an exam belongs to a certification");
  }
  if (details.passed) fields.report(Key::passed, "only an exam is passed or failed");
  const ActivityType& known = policy_[type];
  if (!known.units && !fields.has(Key::units)) {
    fields.report("the policy " + text::quoted(policy_.name) + " has no number of units for " +
                  text::quoted(known.name) + "; give \"units\"");
  }
  work.type = type;
  work.units = details.units ? *details.units : known.units.value_or(Units{});  // U5
  if (details.course) work.course = index_of<Course>(names_.courses.find(*details.course));
}

void LogBuilder::read_exam(Fields& fields, const Details& details, std::size_t number, Exam& exam) {
  using Key = ActivityKeys;
  if (details.units) fields.report(Key::units, "an exam earns no units");
  if (details.course) fields.report(Key::course, "an exam is not a course");
  if (details.certification) {
    exams_.push_back({*details.certification, fields.place(Key::certification), number});
  } else if (!fields.has(Key::certification)) {
    fields.report("an exam needs \"certification\"");
  }
  exam.passed = details.passed.value_or(true);
}

void LogBuilder::report_unknown_type(Fields& fields, std::string_view type) {
  std::vector<std::string_view> known = names_.activity_types.all();
  known.push_back(exam_type);
  fields.report(ActivityKeys::type,
                "unknown activity type " + text::quoted(type) + advice(type, known));
}

// ---- The document ------------------------------------------------------------------------------

std::variant<Log, Errors> LogBuilder::finish() {
  const Path document;
  if (reporter_.expect_object(0, document)) read_document(document);
  if (auto errors = reporter_.finish()) return std::move(*errors);
  log_.text = tape_.document();
  return std::move(log_);
}

void LogBuilder::read_document(const Path& path) {
  using Key = LogKeys;
  Fields fields{reporter_, 0, Key::names, path};
  fields.require({Key::certifications});
  if (const auto candidate = fields.object(Key::candidate)) {
    read_candidate(*candidate, fields.path(Key::candidate));
  }
  fields.list(Key::certifications);
  fields.list(Key::activities);
  fields.ignore_text(Key::notes);
  fields.ignore_text(Key::schema);
  const Names codes = check_codes();
  if (!fields.is_complete()) return;
  resolve_exams(codes);
  if (const auto why = too_large(log_, policy_)) fields.report(*why);
}

void LogBuilder::read_candidate(JsonIndex object, const Path& path) {
  using Key = CandidateKeys;
  Fields fields{reporter_, object, Key::names, path};
  log_.candidate = {.id = kept_text(fields, Key::id), .name = kept_text(fields, Key::name)};
}

/// Returns the codes in order; reports those that are listed twice.
Names LogBuilder::check_codes() {
  std::vector<std::string_view> texts;
  texts.reserve(codes_.size());
  for (const Code& code : codes_) texts.push_back(code.text);
  Names names{std::move(texts)};
  const Path document;
  const Path list{document, LogKeys::names[LogKeys::certifications]};
  for (const std::uint32_t repeated : names.repeated()) {
    const Code& code = codes_[repeated];
    reporter_.report(code.place, {Path{list, code.number}, "code"},
                     text::quoted(code.text) + " is listed twice");
    all_codes_known_ = false;  // a code is wrong, and we cannot know what it should be
  }
  return names;
}

void LogBuilder::resolve_exams(const Names& codes) {
  const Path document;
  const Path list{document, LogKeys::names[LogKeys::activities]};
  for (const Code& exam : exams_) {
    if (const auto found = codes.find(exam.text)) {
      if (reporter_.is_clean()) {
        std::get<Exam>(log_.activities[exam.number].what).certification = {{*found}};
      }
    } else if (all_codes_known_) {
      reporter_.report(exam.place, {Path{list, exam.number}, "certification"},
                       "the log lists no certification " + text::quoted(exam.text) +
                           advice(exam.text, codes.all()));
    }
  }
}

}  // namespace certrenew
