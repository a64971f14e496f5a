// Reading a policy as a whole, and what the readers of its parts share.

#include <algorithm>
#include <string>
#include <type_traits>
#include <utility>

#include "certrenew/read.hpp"
#include "embedded.hpp"
#include "read/policy_reader.hpp"
#include "text/nearest.hpp"
#include "text/scan.hpp"
#include "text/utf8.hpp"

namespace certrenew {

namespace {

constexpr Keys policy_keys{"name",
                           "title",
                           "units_called",
                           "as_of",
                           "validity",
                           "grace",
                           "units_valid",
                           "units_from",
                           "anchor",
                           "ends_on",
                           "first_day_counts",
                           "carry_over",
                           "certification_types",
                           "activity_types",
                           "certifications",
                           "extensions",
                           "designations",
                           "readings",
                           "notes",
                           "sources",
                           "$schema"};

/// The names of types, for looking them up; none if the document ends before all are known.
template <class Type>
std::optional<Names> names_of(const std::vector<Type>& types, const JsonTape& tape) {
  if (tape.stop()) return std::nullopt;
  std::vector<std::string_view> names;
  names.reserve(types.size());
  for (const Type& type : types) names.push_back(type.name);
  return Names{std::move(names)};
}

}  // namespace

// ---- The document ------------------------------------------------------------------------------

std::variant<Policy, Errors> PolicyReader::read() {
  const Path document;
  if (reporter_.expect_object(document_, document)) read_document(document);
  if (!tape_.stop() && reporter_.is_clean()) apply_readings();
  if (auto errors = reporter_.finish()) return std::move(*errors);
  if (!is_reading_) {
    policy_.numbers = values_.take_numbers();
    policy_.text = text::without_mark(tape_.document());
  }
  return std::move(policy_);
}

void PolicyReader::read_document(const Path& path) {
  constexpr const auto& key = policy_keys;
  Fields fields{reporter_, document_, key.names, path};
  fields.require({key["name"], key["certification_types"]});
  read_names(fields);
  read_members(fields, key["activity_types"], &PolicyReader::read_activity_type);
  activity_types_ = names_of(policy_.activity_types, tape_);
  read_top(fields);
  if (fields.is_null(key["certification_types"])) {
    fields.report(key["certification_types"], "expected an object, not null");
  }
  certification_types_ = names_at(fields, key["certification_types"]);
  read_members(fields, key["certification_types"], &PolicyReader::read_certification_type);
  if (reporter_.is_clean()) check_circles(path);
  read_members(fields, key["certifications"], &PolicyReader::read_certification);
  read_list(fields, key["extensions"], {}, [&](JsonIndex at, const Path& one) {
    if (reporter_.expect_object(at, one)) read_extension(at, one);
  });
  read_list(fields, key["designations"], {}, [&](JsonIndex at, const Path& one) {
    if (reporter_.expect_object(at, one)) read_designation(at, one);
  });
  read_list(fields, key["readings"], {}, [&](JsonIndex at, const Path& one) {
    if (reporter_.expect_object(at, one)) read_reading(at, one);
  });
  read_list(fields, key["notes"], {}, [&](JsonIndex at, const Path& one) {
    if (const auto note = text_at(at, one, "a note")) policy_.notes.emplace_back(*note);
  });
  read_members(fields, key["sources"], &PolicyReader::read_source);
  fields.ignore_text(key["$schema"]);
}

void PolicyReader::read_names(Fields& fields) {
  constexpr const auto& key = policy_keys;
  if (const auto name = fields.text(key["name"])) {
    if (name->empty()) fields.report(key["name"], "a policy's name must not be empty");
    if (*name == "none") {
      fields.report(key["name"], R"(a policy cannot be named "none": that is what has no rules)");
    }
    policy_.name = *name;
  }
  policy_.title = text_or_null(fields, key["title"]);
  policy_.units_called = text_or_null(fields, key["units_called"], "the word for units")
                             .value_or(std::move(policy_.units_called));
  policy_.as_of = fields.date_or_null(key["as_of"]);
}

void PolicyReader::read_top(Fields& fields) {
  constexpr const auto& key = policy_keys;
  const DurationRule for_ever{.words_for_null = "for ever"};
  top_.validity = values_.durations(fields, key["validity"], for_ever);
  top_.grace = values_.durations(fields, key["grace"], {.may_be_zero = true});
  policy_.units_valid = values_.durations(fields, key["units_valid"], for_ever);
  policy_.units_from = values_.day(fields, key["units_from"]);
  top_.anchor = values_.anchor(fields, key["anchor"]).value_or(Anchor::renewal);
  top_.ends_on = values_.ends_on(fields, key["ends_on"]).value_or(EndsOn::day);
  top_.first_day_counts = values_.flag(fields, key["first_day_counts"]).value_or(true);
  top_.carry_over = read_carry_over(fields, key["carry_over"]);
}

// ---- What every part needs ---------------------------------------------------------------------

void PolicyReader::read_members(Fields& fields, std::size_t key, ReadMember read_member) {
  if (fields.is_null(key)) return;
  const std::optional<JsonIndex> object = fields.object(key);
  if (!object) return;
  const Path path = fields.path(key);
  NameSet names;
  for (JsonIndex at = *object + 1; at < tape_.after(*object); at = tape_.after(at + 1)) {
    const std::string_view name = tape_.text(at);
    if (names.insert(name)) {
      (this->*read_member)({.name = name, .key = at, .value = at + 1, .path = {path, name}});
    } else {
      reporter_.report_second_key(at, path);
    }
  }
}

std::optional<Names> PolicyReader::names_at(const Fields& fields, std::size_t key) const {
  if (tape_.stop()) return std::nullopt;
  std::vector<std::string_view> names;
  if (fields.has(key) && tape_[fields.value(key)].kind == JsonKind::object) {
    const JsonIndex object = fields.value(key);
    for (JsonIndex at = object + 1; at < tape_.after(object); at = tape_.after(at + 1)) {
      names.push_back(tape_.text(at));
    }
  }
  return Names{std::move(names)};
}

bool PolicyReader::read_list(Fields& fields, std::size_t key, std::string_view empty,
                             const std::function<void(JsonIndex, const Path&)>& read) {
  if (fields.is_null(key)) return false;
  const std::optional<JsonIndex> list = fields.list(key);
  if (!list) return false;
  const Path path = fields.path(key);
  std::size_t number = 0;
  for (JsonIndex at = *list + 1; at < tape_.after(*list); at = tape_.after(at), ++number) {
    read(at, {path, number});
  }
  const bool is_complete = tape_[*list].is_complete;
  if (!is_complete) reporter_.ends_within({path, number});
  if (is_complete && number == 0 && !empty.empty()) fields.report(key, std::string{empty});
  return true;
}

std::optional<std::string_view> PolicyReader::text_at(JsonIndex at, const Path& path,
                                                      std::string_view what) {
  if (tape_[at].kind != JsonKind::text) {
    reporter_.report_unexpected(at, path, "a string");
    return std::nullopt;
  }
  const std::string_view text = tape_.text(at);
  if (text.empty()) {
    reporter_.report(tape_[at].place, path, std::string{what} + " must not be empty");
  }
  return text;
}

bool PolicyReader::is_new(NameSet& listed, JsonIndex at, const Path& path) {
  const std::string_view text = tape_.text(at);
  if (listed.insert(text)) return true;
  reporter_.report(tape_[at].place, path, text::quoted(text) + " is listed twice");
  return false;
}

std::optional<std::string> PolicyReader::text_or_null(Fields& fields, std::size_t key,
                                                      std::string_view what) {
  if (fields.is_null(key)) return std::nullopt;
  const std::optional<std::string_view> text = fields.text(key);
  if (!text) return std::nullopt;
  if (text->empty() && !what.empty()) {
    fields.report(key, std::string{what} + " must not be empty");
  }
  return std::string{*text};
}

void PolicyReader::report_empty_name(const Member& member, std::string_view what) {
  if (!member.name.empty()) return;
  reporter_.report(tape_[member.key].place, member.path, std::string{what} + " must not be empty");
}

template <class Type>
std::optional<Index<Type>> PolicyReader::type_at(JsonIndex at, const Path& path) {
  constexpr bool of_certifications = std::is_same_v<Type, CertificationType>;
  constexpr std::string_view what = of_certifications ? "certification type" : "activity type";
  const std::optional<Names>& known = of_certifications ? certification_types_ : activity_types_;
  const std::optional<std::string_view> name = text_at(at, path, what);
  if (!name || name->empty() || !known) return std::nullopt;
  if (const auto found = known->find<Type>(*name)) return found;
  constexpr std::size_t most_compared = 100'000;  // each name takes a search
  compared_ += known->all().size();
  std::string advice;
  if (compared_ <= most_compared) {
    advice = of_certifications ? text::listing(known->all())  // never guessed at
                               : text::advice(*name, known->all());
  }
  reporter_.report(tape_[at].place, path,
                   "unknown " + std::string{what} + " " + text::quoted(*name) + advice);
  return std::nullopt;
}

template <class Type>
std::vector<Index<Type>> PolicyReader::types_at(Fields& fields, std::size_t key) {
  std::vector<Index<Type>> types;
  if (!fields.has(key)) return types;
  NameSet listed;
  read_list(fields, key, "the list of types must not be empty",
            [&](JsonIndex at, const Path& path) {
              const auto type = type_at<Type>(at, path);
              if (type && is_new(listed, at, path)) types.push_back(*type);
            });
  return types;
}

template std::optional<Index<CertificationType>> PolicyReader::type_at(JsonIndex, const Path&);
template std::vector<Index<CertificationType>> PolicyReader::types_at(Fields&, std::size_t);
template std::vector<Index<ActivityType>> PolicyReader::types_at(Fields&, std::size_t);

// ---- Reading -----------------------------------------------------------------------------------

std::variant<Policy, Errors> read_policy(std::string_view text) {
  JsonTape tape;
  tape.parse(text);
  return PolicyReader{tape}.read();
}

const Policy& builtin_policy() { return builtin_policies()[{0}]; }

const Policies& builtin_policies() {
  // Never destroyed: that would take time when the program ends, and the system frees the memory.
  static const Policies& policies = *new Policies{[] {
    constexpr std::string_view usual = "atlassian";
    Policies all;
    for (const embedded::File& file : embedded::policies) {
      const auto read = [text = file.text] { return std::get<Policy>(read_policy(text)); };
      const std::string programme{file.name};
      file.name == usual ? all.put(programme, read) : all.put_if_named(programme, read);
    }
    return all;
  }()};
  return policies;
}

}  // namespace certrenew
