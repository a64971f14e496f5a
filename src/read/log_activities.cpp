// The activities of a log.

#include <algorithm>

#include "read/log_builder.hpp"
#include "text/utf8.hpp"

namespace certrenew {

namespace {

constexpr Keys activity_keys{"date",      "type",     "title",         "entered",
                             "units",     "course",   "certification", "passed",
                             "programme", "rejected", "evidence",      "notes"};

constexpr std::string_view exam_type = "exam";
constexpr Bounds unit_bounds{Units{}, Units::from_hundredths(Units::most_hundredths)};  // U8

}  // namespace

void LogBuilder::read_activity(JsonIndex object, const Path& path, std::size_t number) {
  constexpr const auto& key = activity_keys;
  Fields fields{reporter_, object, key.names, path};
  fields.require({key["date"], key["type"]});
  static constexpr Activity blank{.date = Date::first()};
  Activity& one = log_.activities.emplace_back(blank);
  fields.read_date(key["date"], one.date);
  read_text(fields, key["title"], one.title);
  read_entry(fields, one.entered);
  one.place = fields.place();
  one.date_place = fields.place(key["date"]);
  const std::optional<std::string_view> type = fields.text(key["type"]);
  Details details;
  if (fields.has(key["units"])) details.units = fields.number(key["units"], unit_bounds);
  read_text(fields, key["course"], details.course);
  read_code(fields, key["certification"], details.certification);
  if (fields.has(key["passed"])) details.passed = fields.boolean(key["passed"]);
  if (fields.has(key["rejected"])) one.rejected = fields.boolean(key["rejected"]).value_or(false);
  fields.ignore_text(key["evidence"]);
  fields.ignore_text(key["notes"]);
  if (!fields.is_complete() || !type) return;
  if (*type == exam_type) {
    read_exam(fields, details, number, one.what.emplace<Exam>());
  } else {
    read_work(fields, details, *type, number, one);
  }
}

void LogBuilder::read_entry(Fields& fields, PortalEntry& entry) {
  constexpr const auto& key = activity_keys;
  fields.read_date_or_null(key["entered"], entry.date);
  if (entry.date) {
    entry.state = PortalEntry::State::on_date;
  } else if (fields.is_null(key["entered"])) {
    entry.state = PortalEntry::State::not_yet;
  }
}

void LogBuilder::read_work(Fields& fields, const Details& details, std::string_view type,
                           std::size_t number, Activity& activity) {
  constexpr const auto& key = activity_keys;
  const bool names_programme = fields.has(key["programme"]);
  std::size_t count = 0;  // of programmes with the type
  Worth first;
  if (!names_programme) {
    has_assigned_ = true;
    for (const Index<Policy> programme : in_force_) {
      const auto found = names_[programme].activity_types.find<ActivityType>(type);
      if (found && count++ == 0) {
        first = {.programme = programme, .type = *found, .units = {}, .course = {}};
      }
    }
    if (count == 0) return report_unknown_type(fields, type);
  }
  if (details.certification) {
    fields.report(key["certification"], "only an exam belongs to a certification");
  }
  if (details.passed) fields.report(key["passed"], "only an exam is passed or failed");
  Work& work = activity.what.emplace<Work>();
  work.course = details.course;
  work.states_units = details.units.has_value();
  if (names_programme) return read_programmes(fields, type, details.units, activity);
  work.type = names_[first.programme].activity_types.all()[first.type.at];
  if (count > 1) {
    ambiguous_.push_back({number, fields.place(), fields.place(key["type"]), details.units});
    return;
  }
  const bool has_units = complete(work.worth.emplace(first), activity, details.units);
  if (!fields.has(key["units"]) && !has_units) fields.report(no_units(first));
}

/// Gives `worth` the units that the log states, or else the policy's (U5), and the course. Returns
/// whether it has units.
bool LogBuilder::complete(Worth& worth, const Activity& activity,
                          const std::optional<Units>& stated) const {
  if (const auto& course = activity.work()->course) {
    worth.course = names_[worth.programme].courses.find<Course>(*course);
  }
  const auto& units =
      stated ? stated : policies_[worth.programme][worth.type].units.on(activity.date);
  worth.units = units.value_or(Units{});
  return units.has_value();
}

std::string LogBuilder::no_units(const Worth& worth) const {
  const Policy& policy = policies_[worth.programme];
  return "the policy " + text::quoted(policy.name) + " does not say how many units " +
         text::quoted(policy[worth.type].name) + " earns; give \"units\"";
}

/// Reads the programmes that an activity names: one, or a list (P1).
void LogBuilder::read_programmes(Fields& fields, std::string_view type, std::optional<Units> units,
                                 Activity& activity) {
  constexpr const auto& key = activity_keys;
  const JsonIndex value = fields.value(key["programme"]);
  const Path path = fields.path(key["programme"]);
  std::vector<Index<Policy>> programmes;
  if (tape_[value].kind == JsonKind::list) {
    std::size_t number = 0;
    for (JsonIndex at = value + 1; at < tape_.after(value); at = tape_.after(at)) {
      add_named(fields, {path, number++}, at, type, programmes);
    }
    if (number == 0) fields.report(key["programme"], "the list of programmes must not be empty");
  } else {
    add_named(fields, path, value, type, programmes);
  }
  Work& work = std::get<Work>(activity.what);
  std::vector<Worth> all;
  for (const Index<Policy> programme : programmes) {
    const auto known = names_[programme].activity_types.find<ActivityType>(type);
    Worth& worth = all.emplace_back(Worth{programme, *known, {}, {}});
    const bool has_units = complete(worth, activity, units);
    if (!fields.has(key["units"]) && !has_units) fields.report(no_units(worth));
  }
  if (all.empty()) return;
  work.worth = all.front();
  work.type = policies_[all.front().programme][all.front().type].name;
  if (all.size() > 1) work.also = log_.keep(std::span<const Worth>{all}.subspan(1));
}

void LogBuilder::add_named(Fields& fields, const Path& path, JsonIndex name, std::string_view type,
                           std::vector<Index<Policy>>& programmes) {
  if (tape_[name].kind != JsonKind::text) {
    return reporter_.report_unexpected(name, path, "the name of a programme");
  }
  const std::string_view text = tape_.text(name);
  const Place place = tape_[name].place;
  const auto programme = find_named(text);
  if (!programme) {
    reporter_.report(place, path,
                     "no programme " + text::quoted(text) + " is in force" +
                         advice(text, policies_.programmes()));
  } else if (std::find(programmes.begin(), programmes.end(), *programme) != programmes.end()) {
    reporter_.report(place, path, text::quoted(text) + " is listed twice");
  } else if (const Names& known = names_[*programme].activity_types; !known.find(type)) {
    fields.report(activity_keys["type"], "the programme " + text::quoted(text) +
                                             " has no activity type " + text::quoted(type) +
                                             advice(type, known.all()));
  } else {
    programmes.push_back(*programme);
  }
}

void LogBuilder::read_exam(Fields& fields, const Details& details, std::size_t number, Exam& exam) {
  constexpr const auto& key = activity_keys;
  if (details.units) fields.report(key["units"], "an exam earns no units");
  if (details.course) fields.report(key["course"], "an exam is not a course");
  if (fields.has(key["programme"])) {
    fields.report(key["programme"], "an exam belongs to the programme of its certification");
  }
  if (details.certification) {
    exams_.push_back({*details.certification, fields.place(key["certification"]), number, true});
  } else if (!fields.has(key["certification"])) {
    fields.report("an exam needs \"certification\"");
  }
  exam.passed = details.passed.value_or(true);
}

void LogBuilder::report_unknown_type(Fields& fields, std::string_view type) {
  std::vector<std::string_view> known;
  for (const Index<Policy> programme : in_force_) {
    const auto& all = names_[programme].activity_types.all();
    known.insert(known.end(), all.begin(), all.end());
  }
  known.push_back(exam_type);
  fields.report(activity_keys["type"],
                "unknown activity type " + text::quoted(type) + advice(type, known));
}

/// P1: if several programmes have the type of an activity, it belongs to the only one of them that
/// has certifications in the log.
void LogBuilder::resolve_ambiguous() {
  if (ambiguous_.empty()) return;
  std::vector<bool> has_certification(policies_.size());
  for (const Certification& one : log_.certifications) {
    if (one.programme) has_certification[one.programme->at] = true;
  }
  const Path document;
  const Path list{document, lists()[1]};
  for (const auto& [number, place, type_place, units] : ambiguous_) {
    Activity& activity = log_.activities[number];
    Work& work = std::get<Work>(activity.what);
    const Path path{list, number};
    std::string several;
    std::size_t count = 0;
    for (const Index<Policy> programme : in_force_) {
      const auto known = names_[programme].activity_types.find<ActivityType>(work.type);
      if (!known || !has_certification[programme.at]) continue;
      several += (count++ > 0 ? " and " : "") + text::quoted(policies_[programme].name);
      work.worth.emplace(Worth{programme, *known, {}, {}});
    }
    if (count > 1) {
      reporter_.report(type_place, {path, "type"},
                       text::quoted(work.type) + " belongs to the programmes " + several +
                           "; say which with \"programme\": a name, or a list");
    } else if (count == 1 && !complete(*work.worth, activity, units)) {
      reporter_.report(place, path, no_units(*work.worth));
    }
  }
}

}  // namespace certrenew
