// The readings of a policy (R1): each is a change of it, a JSON merge patch (RFC 7396).

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include "certrenew/read.hpp"
#include "read/policy_reader.hpp"
#include "text/utf8.hpp"

namespace certrenew {

namespace {

struct ReadingKeys {
  enum : std::size_t { id, rule, says, where, official, change };
  static constexpr std::string_view names[] = {"id", "rule", "says", "where", "official", "change"};
};

/// Whether the object at `at` has a member of that name.
bool has_member(const JsonTape& tape, JsonIndex at, std::string_view name) {
  for (JsonIndex key = at + 1; key < tape.after(at); key = tape.after(key + 1)) {
    if (tape.text(key) == name) return true;
  }
  return false;
}

/// Whether a log means the same under both policies.
bool mean_the_same(const Policy& a, const Policy& b) {
  const auto by_name = [](const auto& one, const auto& other) { return one.name == other.name; };
  const auto by_units = [](const ActivityType& one, const ActivityType& other) {
    return one.name == other.name && one.units == other.units;
  };
  return std::equal(a.certification_types.begin(), a.certification_types.end(),
                    b.certification_types.begin(), b.certification_types.end(), by_name) &&
         std::equal(a.activity_types.begin(), a.activity_types.end(), b.activity_types.begin(),
                    b.activity_types.end(), by_units) &&
         a.courses == b.courses && a.certifications == b.certifications;
}

}  // namespace

/// Copies the lists that the change leaves as they are, and leaves them out of the merged document.
PolicyReader::PolicyReader(const PolicyReader& base, JsonIndex change)
    : tape_{base.tape_},
      reporter_{tape_},
      values_{reporter_, /*notes_numbers=*/false},
      is_reading_{true} {
  std::vector<std::string_view> left_out{"readings", "sources"};
  const auto keep = [&](std::string_view name, auto list) {
    if (has_member(tape_, change, name)) return;
    policy_.*list = base.policy_.*list;
    left_out.push_back(name);
  };
  keep("activity_types", &Policy::activity_types);
  keep("designations", &Policy::designations);
  keep("notes", &Policy::notes);
  if (!has_member(tape_, change, "certification_types")) {  // both lists name types
    keep("certifications", &Policy::certifications);
    keep("extensions", &Policy::extensions);
  }
  document_ = tape_.merge(change, left_out);
}

void PolicyReader::read_reading(JsonIndex object, const Path& path) {
  using Key = ReadingKeys;
  Fields fields{reporter_, object, Key::names, path};
  fields.require({Key::id, Key::rule, Key::says, Key::where, Key::change});
  GivenReading given;
  if (const auto id = fields.text(Key::id)) {
    if (id->empty()) fields.report(Key::id, "a reading's id must not be empty");
    is_new(reading_ids_, fields.value(Key::id), fields.path(Key::id));
    given.reading.id = *id;
  }
  given.reading.rule = fields.text(Key::rule).value_or("");
  given.reading.says = fields.text(Key::says).value_or("");
  given.reading.where = fields.text(Key::where).value_or("");
  if (!fields.is_null(Key::official)) {
    given.reading.official = fields.boolean(Key::official).value_or(false);
  }
  if (const auto change = fields.object(Key::change)) {
    given.change = *change;
    check_change(*change, fields.path(Key::change), true);
  }
  readings_.push_back(std::move(given));
}

void PolicyReader::check_change(JsonIndex change, const Path& path, bool is_outermost) {
  if (!tape_[change].is_complete) reporter_.ends_within(path);
  NameSet keys;
  for (JsonIndex key = change + 1; key < tape_.after(change); key = tape_.after(key + 1)) {
    const std::string_view name = tape_.text(key);
    if (!keys.insert(name)) reporter_.report_second_key(key, path);
    if (is_outermost && (name == "name" || name == "readings")) {
      reporter_.report(tape_[key].place, path,
                       "a change must leave " + text::quoted(name) + " as it is");
    }
    if (tape_[key + 1].kind == JsonKind::object) check_change(key + 1, {path, name}, false);
  }
}

/// Each reading may copy the whole document. Limits all copies together to the longest document
/// that may be read.
void PolicyReader::apply_readings() {
  const std::size_t size = std::max<std::size_t>(tape_.document().size(), 1);
  const Path document;
  const Path list{document, "readings"};
  for (std::size_t i = 0; i < readings_.size(); ++i) {
    if ((i + 1) > most_document_bytes / size) {
      const Path path{list, i};
      return reporter_.report(tape_[readings_[i].change].place, path,
                              "a policy of this length may have at most " + std::to_string(i) +
                                  (i == 1 ? " reading" : " readings"));
    }
    apply_reading(readings_[i], i);
  }
}

void PolicyReader::apply_reading(GivenReading& given, std::size_t number) {
  auto result = PolicyReader{*this, given.change}.read();
  if (const auto* const errors = std::get_if<Errors>(&result)) {
    const Path document;
    const Path list{document, "readings"};
    const Path reading{list, number};
    const Error& first = errors->listed.front();
    return reporter_.report(tape_[given.change].place, {reading, "change"},
                            "with this change the policy is invalid: " +
                                (first.path.empty() ? "" : first.path + ": ") + first.message);
  }
  auto& changed = std::get<Policy>(result);
  given.reading.keeps_meaning = mean_the_same(policy_, changed);
  given.reading.policy = std::make_shared<const Policy>(std::move(changed));
  policy_.readings.push_back(std::move(given.reading));
}

}  // namespace certrenew
