// A log, taken from the tape of its JSON.

#include "read/log_builder.hpp"

#include <algorithm>
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
  enum : std::size_t { code, name, programme, type, earned, suspends, expires, expect, notes };
  static constexpr std::string_view names[] = {"code",     "name",    "programme", "type", "earned",
                                               "suspends", "expires", "expect",    "notes"};
};

struct ExpectKeys {
  enum : std::size_t { suspends, expires };
  static constexpr std::string_view names[] = {"suspends", "expires"};
};

struct ActivityKeys {
  enum : std::size_t {
    date,
    type,
    title,
    entered,
    units,
    course,
    certification,
    passed,
    programme,
    rejected,
    evidence,
    notes
  };
  static constexpr std::string_view names[] = {"date",      "type",     "title",         "entered",
                                               "units",     "course",   "certification", "passed",
                                               "programme", "rejected", "evidence",      "notes"};
};

constexpr std::string_view exam_type = "exam";
constexpr std::string_view no_programme = "none";
constexpr std::string_view how_to_track =
    "; to track it without rules, write \"programme\": \"none\"";
constexpr Bounds unit_bounds{Units{}, Units::from_hundredths(Units::most_hundredths)};  // U8

template <class Element>
std::optional<Index<Element>> index_of(std::optional<std::uint32_t> found) {
  return found ? std::optional{Index<Element>{*found}} : std::nullopt;
}

}  // namespace

std::span<const std::string_view> LogBuilder::lists() {
  return std::span{LogKeys::names}.subspan(LogKeys::certifications, 2);
}

LogBuilder::LogBuilder(const Policies& policies, std::span<const PolicyNames> names,
                       const JsonTape& tape, Log log)
    : policies_{policies}, names_{names}, tape_{tape}, log_{std::move(log)} {
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

/// Checks C4 and P2: earned < suspends <= expires. A date that is given but unsound has its own
/// error.
void LogBuilder::check_dates(Fields& fields, const Certification& given, bool is_tracked) {
  using Key = CertificationKeys;
  if (!is_tracked) {
    if (!fields.has(Key::earned) && !fields.has(Key::suspends)) {
      fields.report("give \"earned\" or \"suspends\"");
    }
    if (given.expires && !fields.has(Key::suspends)) {
      fields.report(Key::expires, "\"expires\" needs \"suspends\" beside it");
    }
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
  if (given.expires && given.earned && !given.suspends && *given.expires <= *given.earned) {
    fields.report(Key::expires, to_string(*given.expires) +
                                    " is not after the day it was earned, " +
                                    to_string(*given.earned));
  }
}

/// C4: what never suspends has no such day.
void LogBuilder::check_suspension(Fields& fields, const Certification& given) {
  if (!given.programme || !given.suspends) return;
  const CertificationType& type = policies_[*given.programme][given.type];
  if (type.validity.first || !type.validity.later.empty()) return;
  fields.report(CertificationKeys::suspends,
                text::quoted(type.name) + " certifications never suspend");
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
  one.given_type = kept_text(fields, Key::type);
  const std::optional<std::string_view> programme = fields.text(Key::programme);
  if (!fields.is_complete()) return;
  if (code) {
    codes_.push_back({*code, fields.place(Key::code), number});
  } else {
    all_codes_known_ = false;
  }
  const bool is_unsound = (!programme && fields.has(Key::programme)) ||
                          (!one.given_type && fields.has(Key::type)) || one.code.empty();
  check_dates(fields, one, programme == no_programme);
  if (!is_unsound && find_programme(fields, programme, one)) check_suspension(fields, one);
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

/// P1 and P2. `programme`: what the log says. Returns whether it has one, or is tracked.
bool LogBuilder::find_programme(Fields& fields, std::optional<std::string_view> programme,
                                Certification& certification) {
  if (!programme) return find_only_programme(fields, certification);
  if (*programme == no_programme) {
    certification.programme.reset();
    return true;
  }
  const auto found = policies_.find(*programme);
  if (!found) {
    fields.report(CertificationKeys::programme,
                  "no programme " + text::quoted(*programme) + " is in force" +
                      advice(*programme, programmes_in_force()) + std::string{how_to_track});
    return false;
  }
  certification.programme = found;
  if (find_type(*found, certification)) return true;
  report_no_type(fields, certification, found);
  return false;
}

/// Finds the only programme that has its type.
bool LogBuilder::find_only_programme(Fields& fields, Certification& certification) {
  std::optional<Index<Policy>> only;
  for (std::uint32_t i = 0; i < names_.size(); ++i) {
    if (!find_type({i}, certification)) continue;
    if (only) {
      report_several(fields, certification);
      return false;
    }
    only = {i};
  }
  if (!only) {
    report_no_type(fields, certification, std::nullopt);
    return false;
  }
  certification.programme = only;
  if (names_.size() > 1) find_type(*only, certification);
  return true;
}

void LogBuilder::report_several(Fields& fields, const Certification& certification) {
  std::string several;
  for (std::uint32_t i = 0; i < names_.size(); ++i) {
    Certification tried = certification;
    if (!find_type({i}, tried)) continue;
    several += (several.empty() ? "" : " and ") + text::quoted(policies_[{i}].name);
  }
  fields.report(CertificationKeys::code, "its type belongs to the programmes " + several +
                                             "; say which one with \"programme\"");
}

/// Finds the type: as the log gives it, as the policy lists it, or what stands before the first `-`
/// of the code. Returns whether the programme has it.
bool LogBuilder::find_type(Index<Policy> programme, Certification& certification) const {
  const PolicyNames& names = names_[programme.at];
  const std::string_view code = certification.code;
  certification.listed = names.find_certification(code);
  std::optional<Index<CertificationType>> type;
  if (certification.given_type) {
    type = index_of<CertificationType>(names.certification_types.find(*certification.given_type));
  } else {
    if (certification.listed) type = policies_[programme][*certification.listed].type;
    if (const std::size_t dash = code.find('-'); !type && dash != std::string_view::npos) {
      type = index_of<CertificationType>(names.certification_types.find(code.substr(0, dash)));
    }
  }
  if (type) certification.type = *type;
  return type.has_value();
}

/// Guesses no other type: most often it is a credential that none of the policies is about.
void LogBuilder::report_no_type(Fields& fields, const Certification& certification,
                                std::optional<Index<Policy>> programme) {
  using Key = CertificationKeys;
  const std::string_view code = certification.code;
  const auto& given = certification.given_type;
  const std::size_t dash = code.find('-');
  if (!given && dash == std::string_view::npos) {
    return fields.report(Key::code, text::quoted(code) +
                                        " has no \"-\" after its type; give \"type\"" +
                                        std::string{how_to_track});
  }
  const std::string who =
      programme ? "the programme " + text::quoted(policies_[*programme].name) + " has no"
                : std::string{"no programme in force has a"};
  fields.report(given ? Key::type : Key::code,
                who + " certification type " + text::quoted(given ? *given : code.substr(0, dash)) +
                    std::string{how_to_track});
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
                        .course = kept_text(fields, Key::course),
                        .certification = kept_text(fields, Key::certification),
                        .passed = fields.boolean(Key::passed)};
  one.rejected = fields.boolean(Key::rejected).value_or(false);
  fields.ignore_text(Key::evidence);
  fields.ignore_text(Key::notes);
  if (!fields.is_complete() || !type) return;
  if (*type == exam_type) {
    read_exam(fields, details, number, one.what.emplace<Exam>());
  } else {
    read_work(fields, details, *type, number, one);
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

void LogBuilder::read_work(Fields& fields, const Details& details, std::string_view type,
                           std::size_t number, Activity& activity) {
  using Key = ActivityKeys;
  const bool is_known = std::any_of(names_.begin(), names_.end(), [&](const PolicyNames& names) {
    return names.activity_types.find(type).has_value();
  });
  if (!is_known) return report_unknown_type(fields, type);
  if (details.certification) {
    fields.report(Key::certification, "only an exam belongs to a certification");
  }
  if (details.passed) fields.report(Key::passed, "only an exam is passed or failed");
  Work& work = activity.what.emplace<Work>();
  work.course = details.course;
  work.states_units = details.units.has_value();
  if (fields.has(Key::programme)) return read_programmes(fields, type, details.units, activity);
  std::size_t count = 0;
  for (std::uint32_t i = 0; i < names_.size(); ++i) {
    const auto known = index_of<ActivityType>(names_[i].activity_types.find(type));
    if (!known || count++ > 0) continue;
    work.type = policies_[{i}][*known].name;
    work.worth = worth_of(activity, {i}, *known, details.units);
  }
  if (count > 1) {
    work.worth.reset();
    ambiguous_.push_back({number, fields.place(), fields.place(Key::type), details.units});
  } else if (!fields.has(Key::units) && !has_units(activity, *work.worth)) {
    fields.report(no_units(*work.worth));
  }
}

/// U5: the units that the log states, or else the policy's.
Worth LogBuilder::worth_of(const Activity& activity, Index<Policy> programme,
                           Index<ActivityType> type, std::optional<Units> units) const {
  Worth worth{.programme = programme, .type = type, .units = {}, .course = {}};
  worth.units =
      units ? *units : policies_[programme][type].units.on(activity.date).value_or(Units{});
  if (const auto& course = activity.work()->course) {
    worth.course = index_of<Course>(names_[programme.at].courses.find(*course));
  }
  return worth;
}

bool LogBuilder::has_units(const Activity& activity, const Worth& worth) const {
  return policies_[worth.programme][worth.type].units.on(activity.date).has_value();
}

std::string LogBuilder::no_units(const Worth& worth) const {
  const Policy& policy = policies_[worth.programme];
  return "the policy " + text::quoted(policy.name) + " has no number of units for " +
         text::quoted(policy[worth.type].name) + "; give \"units\"";
}

/// Reads the programmes that an activity names: one, or a list (P1).
void LogBuilder::read_programmes(Fields& fields, std::string_view type, std::optional<Units> units,
                                 Activity& activity) {
  using Key = ActivityKeys;
  const JsonIndex value = fields.at(Key::programme);
  const Path path = fields.path(Key::programme);
  std::vector<Index<Policy>> programmes;
  if (tape_[value].kind == JsonKind::list) {
    std::size_t number = 0;
    for (JsonIndex at = value + 1; at < tape_.after(value); at = tape_.after(at)) {
      add_named(fields, {path, number++}, at, type, programmes);
    }
    if (number == 0) fields.report(Key::programme, "the list of programmes must not be empty");
  } else {
    add_named(fields, path, value, type, programmes);
  }
  Work& work = std::get<Work>(activity.what);
  std::vector<Worth> all;
  for (const Index<Policy> programme : programmes) {
    const auto known = index_of<ActivityType>(names_[programme.at].activity_types.find(type));
    work.type = policies_[programme][*known].name;
    all.push_back(worth_of(activity, programme, *known, units));
    if (!fields.has(Key::units) && !has_units(activity, all.back())) {
      fields.report(no_units(all.back()));
    }
  }
  if (all.empty()) return;
  work.worth = all.front();
  if (all.size() > 1) work.also = log_.keep(std::span<const Worth>{all}.subspan(1));
}

void LogBuilder::add_named(Fields& fields, const Path& path, JsonIndex name, std::string_view type,
                           std::vector<Index<Policy>>& programmes) {
  if (tape_[name].kind != JsonKind::text) {
    return reporter_.report_unexpected(name, path, "the name of a programme");
  }
  const std::string_view text = tape_.text(name);
  const Place place = tape_[name].place;
  const auto programme = policies_.find(text);
  if (!programme) {
    reporter_.report(place, path,
                     "no programme " + text::quoted(text) + " is in force" +
                         advice(text, programmes_in_force()));
  } else if (std::find(programmes.begin(), programmes.end(), *programme) != programmes.end()) {
    reporter_.report(place, path, text::quoted(text) + " is listed twice");
  } else if (const Names& known = names_[programme->at].activity_types; !known.find(type)) {
    fields.report(ActivityKeys::type, "the programme " + text::quoted(text) +
                                          " has no activity type " + text::quoted(type) +
                                          advice(type, known.all()));
  } else {
    programmes.push_back(*programme);
  }
}

void LogBuilder::read_exam(Fields& fields, const Details& details, std::size_t number, Exam& exam) {
  using Key = ActivityKeys;
  if (details.units) fields.report(Key::units, "an exam earns no units");
  if (details.course) fields.report(Key::course, "an exam is not a course");
  if (fields.has(Key::programme)) {
    fields.report(Key::programme, "an exam belongs to the programme of its certification");
  }
  if (details.certification) {
    exams_.push_back({*details.certification, fields.place(Key::certification), number});
  } else if (!fields.has(Key::certification)) {
    fields.report("an exam needs \"certification\"");
  }
  exam.passed = details.passed.value_or(true);
}

void LogBuilder::report_unknown_type(Fields& fields, std::string_view type) {
  std::vector<std::string_view> known;
  for (const PolicyNames& names : names_) {
    const auto& all = names.activity_types.all();
    known.insert(known.end(), all.begin(), all.end());
  }
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
  if (reporter_.is_clean()) check_aliases();
  if (reporter_.is_clean()) resolve_ambiguous();
  if (const auto why = too_large(log_, policies_)) fields.report(*why);
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

/// P4: a code and its alias are the same certification.
void LogBuilder::check_aliases() {
  if (codes_.size() < 2) return;
  const std::vector<Listed> listed = listed_certifications();
  const Path document;
  const Path list{document, LogKeys::names[LogKeys::certifications]};
  for (std::size_t i = 1; i < listed.size(); ++i) {
    if (listed[i].as != listed[i - 1].as || listed[i].programme != listed[i - 1].programme)
      continue;
    const Code& code = codes_[listed[i].certification];
    reporter_.report(code.place, {Path{list, code.number}, "code"},
                     text::quoted(code.text) + " is the same certification as " +
                         text::quoted(codes_[listed[i - 1].certification].text));
  }
}

/// The certifications that their policies list, in order.
std::vector<LogBuilder::Listed> LogBuilder::listed_certifications() const {
  std::vector<Listed> listed;
  for (std::uint32_t i = 0; i < log_.certifications.size(); ++i) {
    const Certification& one = log_.certifications[i];
    if (one.programme && one.listed) listed.push_back({*one.programme, *one.listed, i});
  }
  std::sort(listed.begin(), listed.end());
  return listed;
}

/// The certification of the log that has `code` as an alias, or by an alias (P4).
std::optional<std::uint32_t> LogBuilder::find_alias(std::string_view code,
                                                    std::span<const Listed> listed) const {
  std::optional<std::uint32_t> found;
  for (std::uint32_t i = 0; i < names_.size(); ++i) {
    const auto as = names_[i].find_certification(code);
    if (!as) continue;
    const Listed first{{i}, *as, 0};
    const auto at = std::lower_bound(listed.begin(), listed.end(), first);
    if (at == listed.end() || at->programme != first.programme || at->as != first.as) continue;
    if (!found || at->certification < *found) found = at->certification;
  }
  return found;
}

void LogBuilder::resolve_exams(const Names& codes) {
  const Path document;
  const Path list{document, LogKeys::names[LogKeys::activities]};
  const std::vector<Listed> listed =
      exams_.empty() ? std::vector<Listed>{} : listed_certifications();
  for (const Code& exam : exams_) {
    auto found = codes.find(exam.text);
    if (!found) found = find_alias(exam.text, listed);
    if (found) {
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

/// P1: of several programmes that have its type, work belongs to the only one that a certification
/// of the log belongs to.
void LogBuilder::resolve_ambiguous() {
  if (ambiguous_.empty()) return;
  std::vector<bool> has_certification(names_.size());
  for (const Certification& one : log_.certifications) {
    if (one.programme) has_certification[one.programme->at] = true;
  }
  const Path document;
  const Path list{document, LogKeys::names[LogKeys::activities]};
  for (const auto& [number, place, type_place, units] : ambiguous_) {
    Activity& activity = log_.activities[number];
    Work& work = std::get<Work>(activity.what);
    const Path path{list, number};
    std::string several;
    std::size_t count = 0;
    for (std::uint32_t i = 0; i < names_.size(); ++i) {
      const auto known = index_of<ActivityType>(names_[i].activity_types.find(work.type));
      if (!known || !has_certification[i]) continue;
      several += (count++ > 0 ? " and " : "") + text::quoted(policies_[{i}].name);
      work.worth = worth_of(activity, {i}, *known, units);
    }
    if (count > 1) {
      reporter_.report(type_place, {path, "type"},
                       text::quoted(work.type) + " belongs to the programmes " + several +
                           "; say which with \"programme\": a name, or a list");
    } else if (count == 1 && !units && !has_units(activity, *work.worth)) {
      reporter_.report(place, path, no_units(*work.worth));
    }
  }
}

std::vector<std::string_view> LogBuilder::programmes_in_force() const {
  std::vector<std::string_view> names;
  for (const Policy& policy : policies_.all()) names.emplace_back(policy.name);
  return names;
}

}  // namespace certrenew
