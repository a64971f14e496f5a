#include "read/fields.hpp"

#include <algorithm>
#include <utility>

#include "core/date_wording.hpp"
#include "text/fit.hpp"
#include "text/nearest.hpp"
#include "text/short.hpp"
#include "text/utf8.hpp"

namespace certrenew {

namespace {

/// Whether a key needs no quotes in a path.
bool is_simple(std::string_view key) {
  return !key.empty() && std::all_of(key.begin(), key.end(), [](char c) {
    return c == '_' || c == '-' || c == '$' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
           (c >= 'a' && c <= 'z');
  });
}

/// What a value is, in words.
std::string_view name_of(const JsonValue& value) {
  switch (value.kind) {
    case JsonKind::null: return "null";
    case JsonKind::boolean: return value.is_true ? "true" : "false";
    case JsonKind::number: return "a number";
    case JsonKind::list: return "a list";
    case JsonKind::object: return "an object";
    case JsonKind::text:
    case JsonKind::key:
    case JsonKind::missing: break;
  }
  return "a string";
}

/// A duration, and an example of it. Before policies had durations, its key ended with `_months`.
struct FormerMonths {
  std::string_view key;
  std::string_view example;
};
constexpr FormerMonths former_months[] = {
    {"validity", "P24M"}, {"grace", "P3M"}, {"units_valid", "P24M"}, {"window", "P6M"}};

/// What to write instead of an unknown key, if it once was known.
std::optional<std::string> renamed(std::string_view name, std::span<const std::string_view> known) {
  for (const auto& [key, example] : former_months) {
    const bool is_known = std::find(known.begin(), known.end(), key) != known.end();
    if (!is_known || name != std::string{key} + "_months") continue;
    return text::quoted(name) + " is now " + text::quoted(key) + ", a duration such as " +
           text::quoted(example);
  }
  return std::nullopt;
}

std::string described(const Bounds& bounds) {
  return (bounds.is_whole ? "a whole number from " : "a number from ") +
         text::grouped(to_string(bounds.least)) + " to " + text::grouped(to_string(bounds.most)) +
         (bounds.is_whole ? "" : " with at most two decimals") +
         (bounds.or_null ? ", or null" : "");
}

}  // namespace

// ---- Path --------------------------------------------------------------------------------------

std::string Path::text() const {
  if (parent_ == nullptr) return {};
  std::string path = parent_->text();
  if (!is_key_) return path + '[' + std::to_string(number_) + ']';
  if (!is_simple(key_)) return path + '[' + text::quoted(key_) + ']';
  if (!path.empty()) path += '.';
  return path.append(key_);
}

// ---- Reporter ----------------------------------------------------------------------------------

void Reporter::report(Place place, const Path& path, std::string message) {
  errors_.add(place, errors_.keeps(place) ? path.text() : std::string{}, std::move(message));
}

void Reporter::report_unexpected(JsonIndex value, const Path& path, std::string_view wanted) {
  const JsonValue& found = tape_[value];
  const bool is_incomplete = is_container(found.kind) && !found.is_complete;
  if (found.kind == JsonKind::missing || is_incomplete) ends_within(path);
  if (found.kind == JsonKind::missing) return;
  report(found.place, path,
         "expected " + std::string{wanted} + ", not " + std::string{name_of(found)});
}

void Reporter::report_unknown_key(JsonIndex key, const Path& object,
                                  std::span<const std::string_view> known) {
  const Place place = tape_[key].place;
  if (!errors_.keeps(place)) return report(place, object, {});  // a search takes its time
  const std::string_view name = tape_.text(key);
  if (auto message = renamed(name, known)) return report(place, object, std::move(*message));
  report(place, object, "unknown key " + text::quoted(name) + text::advice(name, known));
}

void Reporter::report_second_key(JsonIndex key, const Path& object) {
  report(tape_[key].place, object, "key " + text::quoted(tape_.text(key)) + " is given twice");
}

bool Reporter::expect(JsonIndex value, JsonKind kind, std::string_view wanted, const Path& path) {
  if (tape_[value].kind != kind) {
    report_unexpected(value, path, wanted);
    return false;
  }
  if (!tape_[value].is_complete) ends_within(path);
  return true;
}

bool Reporter::expect_object(JsonIndex value, const Path& path) {
  return expect(value, JsonKind::object, "an object", path);
}

bool Reporter::expect_list(JsonIndex value, const Path& path) {
  return expect(value, JsonKind::list, "a list", path);
}

void Reporter::ends_within(const Path& path) {
  std::string text = path.text();
  if (text.size() > end_path_.size()) end_path_ = std::move(text);
}

std::optional<Errors> Reporter::finish() {
  if (const auto& stop = tape_.stop()) {
    errors_.add(stop->offset, stop->has_path ? end_path_ : std::string{}, stop->message);
  }
  if (errors_.empty()) return std::nullopt;
  const bool is_empty = tape_.document().empty();
  return errors_.finish(is_empty ? "\n"
                                 : tape_.document());  // an empty document has a position, too
}

// ---- Numbers -----------------------------------------------------------------------------------

std::optional<Units> read_number(Reporter& reporter, JsonIndex value, const Path& path,
                                 const Bounds& bounds) {
  const JsonTape& tape = reporter.tape();
  if (bounds.or_null && tape[value].kind == JsonKind::null) return std::nullopt;
  if (tape[value].kind != JsonKind::number) {
    reporter.report_unexpected(value, path, described(bounds));
    return std::nullopt;
  }
  const std::string_view digits = tape.text(value);
  const std::optional<Units> number = Units::parse(digits);
  if (number && bounds.contain(*number)) return number;
  const std::string shown = text::quoted(digits);  // cut where it is long
  reporter.report(tape[value].place, path,
                  "expected " + described(bounds) + ", not " + shown.substr(1, shown.size() - 2));
  return std::nullopt;
}

// ---- Fields ------------------------------------------------------------------------------------

Fields::Fields(Reporter& reporter, JsonIndex object, std::span<const std::string_view> keys,
               const Path& path)
    : reporter_{reporter}, object_{object}, keys_{keys}, path_{path} {
  std::fill_n(values_.begin(), keys.size(), 0);  // only these: clearing all takes longer
  const JsonTape& tape = reporter.tape();
  const JsonIndex end = tape.after(object);
  std::size_t next = 0;
  for (JsonIndex key = object + 1; key < end; key = tape.after(key + 1)) {
    const std::size_t found = find(tape.text(key), next);
    if (found == keys.size()) {
      reporter.report_unknown_key(key, path, keys);
      continue;
    }
    next = found + 1;
    if (values_[found] != 0) {
      reporter.report_second_key(key, path);
    } else {
      values_[found] = key + 1;
    }
  }
}

/// Searches from `first` on: keys tend to come in the order in which we list them.
std::size_t Fields::find(std::string_view name, std::size_t first) const {
  for (std::size_t i = first; i < keys_.size(); ++i) {
    if (text::is_same_short(keys_[i], name)) return i;
  }
  for (std::size_t i = 0; i < first; ++i) {
    if (text::is_same_short(keys_[i], name)) return i;
  }
  return keys_.size();
}

void Fields::require(std::initializer_list<std::size_t> keys) {
  if (!is_complete()) return;
  for (const std::size_t key : keys) {
    if (!has(key)) report("missing key " + text::quoted(keys_[key]));
  }
}

void Fields::report_no_date(std::size_t key) {
  report(key, why_no_date(tape().text(values_[key])));
}

std::optional<bool> Fields::boolean(std::size_t key) {
  if (!expect(key, JsonKind::boolean, "true or false")) return std::nullopt;
  return tape()[values_[key]].is_true;
}

std::optional<JsonIndex> Fields::object(std::size_t key) {
  if (!has(key) || !reporter_.expect_object(values_[key], path(key))) return std::nullopt;
  return values_[key];
}

std::optional<JsonIndex> Fields::list(std::size_t key) {
  if (!has(key) || !reporter_.expect_list(values_[key], path(key))) return std::nullopt;
  return values_[key];
}

}  // namespace certrenew
