#include "read/policy_values.hpp"

#include <algorithm>
#include <utility>

#include "text/fit.hpp"
#include "text/utf8.hpp"

namespace certrenew {

namespace {

constexpr Keys step_keys{"from", "value"};
constexpr std::size_t step_value = step_keys["value"];  // clang++ 14 finds no key in a template

// The bounds that src/schemas/policy.json states.
constexpr std::int32_t most_months = 1200;
constexpr std::int32_t most_days = 36'500;
/// The most values in a list (P3). It is small because each type copies those of the policy's top.
constexpr std::size_t most_steps = 100;

constexpr bool is_too_long(Duration duration) {
  return duration.count > (duration.unit == Duration::Unit::months ? most_months : most_days);
}

/// The day from which a value of a list holds; none if it is the first value, or invalid.
std::optional<Date> start_of_step(Fields& step, bool is_first, std::optional<Date> last) {
  constexpr const auto& key = step_keys;
  if (is_first) {
    const bool has_start = step.has(key["from"]) && !step.is_null(key["from"]);
    if (has_start) {
      step.report(key["from"], R"(the first value holds from the beginning: it has no "from")");
    }
    return std::nullopt;
  }
  step.require({key["from"]});
  const std::optional<Date> from = step.date(key["from"]);
  if (from && last && *from <= *last) {
    step.report(key["from"],
                "the days must ascend: " + to_string(*from) + " is not after " + to_string(*last));
    return std::nullopt;
  }
  return from;
}

std::string in_words(Duration duration) { return to_string(duration); }
std::string in_words(Units units) { return text::grouped(to_string(units)); }

/// `24 months; from 2024-04-01: 36 months`.
template <class Value>
std::string words_for(const Series<std::optional<Value>>& values, std::string_view words_for_none) {
  const auto words_for_one = [&](const std::optional<Value>& value) {
    return value ? in_words(*value) : std::string{words_for_none};
  };
  std::string words = words_for_one(values.first);
  for (const auto& step : values.later) {
    words += "; from " + to_string(step.from) + ": " + words_for_one(step.value);
  }
  return words;
}

}  // namespace

// ---- One value ---------------------------------------------------------------------------------

std::optional<Duration> PolicyValues::read(JsonIndex at, const Path& path,
                                           const DurationRule& rule) {
  const bool or_null = !rule.words_for_null.empty();
  const JsonValue& value = tape_[at];
  if (value.kind == JsonKind::null && or_null) return std::nullopt;
  if (value.kind != JsonKind::text) {
    reporter_.report_unexpected(
        at, path, std::string{R"(a duration such as "P24M")"} + (or_null ? " or null" : ""));
    return std::nullopt;
  }
  const std::string_view text = tape_.text(at);
  const std::optional<Duration> duration = Duration::parse(text);
  std::string problem;
  if (!duration) {
    problem = R"( is not a duration (write "P2Y", "P24M" or "P90D"))";
  } else if (is_too_long(*duration)) {
    problem = " is longer than 1,200 months or 36,500 days";
  } else if (duration->count == 0 && !rule.may_be_zero) {
    problem = " is too short: it must be at least one day";
  } else {
    return duration;
  }
  reporter_.report(value.place, path, text::quoted(text) + problem);
  return std::nullopt;
}

std::optional<Units> PolicyValues::read(JsonIndex at, const Path& path, const NumberRule& rule) {
  Bounds bounds = rule.bounds;
  bounds.or_null = !rule.words_for_null.empty();
  return read_number(reporter_, at, path, bounds);
}

// ---- Values with dates -------------------------------------------------------------------------

template <class Value, class Rule>
PolicyValues::Maybe<Value> PolicyValues::steps(JsonIndex list, const Path& path, const Rule& rule) {
  Maybe<Value> series;
  std::optional<Date> last;
  std::size_t number = 0;
  for (JsonIndex at = list + 1; at < tape_.after(list); at = tape_.after(at), ++number) {
    const Path step_path{path, number};
    if (number == most_steps) {
      reporter_.report(tape_[at].place, step_path, "a list may have at most 100 values with dates");
    }
    if (number >= most_steps || !reporter_.expect_object(at, step_path)) continue;
    Fields step{reporter_, at, step_keys.names, step_path};
    step.require({step_value});
    const std::optional<Date> from = start_of_step(step, number == 0, last);
    if (!step.has(step_value)) continue;
    const std::optional<Value> one = read(step.value(step_value), step.path(step_value), rule);
    if (number == 0) {
      series.first = one;
    } else if (from) {
      series.later.push_back({*from, one});
      last = from;
    }
  }
  if (!tape_[list].is_complete) reporter_.ends_within({path, number});
  if (tape_[list].is_complete && number == 0) {
    reporter_.report(tape_[list].place, path, "the list of values must not be empty");
  }
  return series;
}

template <class Value, class Rule>
PolicyValues::Maybe<Value> PolicyValues::series(const Fields& fields, std::size_t key,
                                                const Rule& rule) {
  if (!fields.has(key)) return {};
  const JsonIndex at = fields.value(key);
  const Path path = fields.path(key);
  Maybe<Value> values;
  if (tape_[at].kind == JsonKind::list) {
    values = steps<Value>(at, path, rule);
  } else {
    values.first = read(at, path, rule);
  }
  if (notes_numbers()) note(tape_[at].place, path, words_for(values, rule.words_for_null));
  return values;
}

PolicyValues::Maybe<Duration> PolicyValues::durations(const Fields& fields, std::size_t key,
                                                      const DurationRule& rule) {
  return series<Duration>(fields, key, rule);
}

PolicyValues::Maybe<Units> PolicyValues::units(const Fields& fields, std::size_t key,
                                               const NumberRule& rule) {
  return series<Units>(fields, key, rule);
}

PolicyValues::Maybe<std::uint32_t> PolicyValues::whole(const Fields& fields, std::size_t key,
                                                       const NumberRule& rule) {
  const auto count = [](std::optional<Units> number) {
    return number ? std::optional{static_cast<std::uint32_t>(number->hundredths() / 100)}
                  : std::nullopt;
  };
  const Maybe<Units> read = units(fields, key, rule);
  Maybe<std::uint32_t> counts{count(read.first)};
  for (const auto& step : read.later) counts.later.push_back({step.from, count(step.value)});
  return counts;
}

// ---- Switches and days -------------------------------------------------------------------------

template <class Value>
std::optional<Value> PolicyValues::choice(Fields& fields, std::size_t key,
                                          std::span<const Choice<Value>> choices) {
  if (fields.is_null(key)) return std::nullopt;
  const std::optional<std::string_view> name = fields.text(key);
  if (!name) return std::nullopt;
  std::string expected;
  for (const Choice<Value>& one : choices) {
    if (one.name == *name) {
      note(fields.place(key), fields.path(key), one.words);
      return one.value;
    }
    const bool is_last = &one == &choices.back();
    expected += expected.empty() ? "" : is_last ? " or " : ", ";
    expected += text::quoted(one.name);
  }
  fields.report(key, "expected " + expected + ", not " + text::quoted(*name));
  return std::nullopt;
}

std::optional<Anchor> PolicyValues::anchor(Fields& fields, std::size_t key) {
  static constexpr Choice<Anchor> choices[] = {
      {"renewal", Anchor::renewal, "the day of the renewal"},
      {"end", Anchor::end, "the day on which the old term suspends"},
      {"earlier", Anchor::earlier,
       "the day of the renewal, or of the suspension where that is earlier"}};
  return choice<Anchor>(fields, key, choices);
}

std::optional<EndsOn> PolicyValues::ends_on(Fields& fields, std::size_t key) {
  static constexpr Choice<EndsOn> choices[] = {{"month", EndsOn::month, "the first day of a month"},
                                               {"year", EndsOn::year, "the first day of a year"}};
  return choice<EndsOn>(fields, key, choices);
}

std::optional<bool> PolicyValues::flag(Fields& fields, std::size_t key) {
  if (fields.is_null(key)) return std::nullopt;
  const std::optional<bool> flag = fields.boolean(key);
  if (flag) note(fields.place(key), fields.path(key), *flag ? "yes" : "no");
  return flag;
}

std::optional<Date> PolicyValues::day(Fields& fields, std::size_t key) {
  const std::optional<Date> day = fields.date_or_null(key);
  if (day) note(fields.place(key), fields.path(key), to_string(*day));
  return day;
}

// ---- What was read -----------------------------------------------------------------------------

void PolicyValues::note(Place place, const Path& path, std::string_view words, bool is_given) {
  if (!notes_numbers()) return;
  noted_.push_back(
      {place, {.path = path.text(), .words = std::string{words}, .is_given = is_given}});
}

std::vector<PolicyNumber> PolicyValues::take_numbers() {
  std::stable_sort(noted_.begin(), noted_.end(),
                   [](const Noted& a, const Noted& b) { return a.place < b.place; });
  std::vector<PolicyNumber> numbers;
  numbers.reserve(noted_.size());
  for (Noted& one : noted_) numbers.push_back(std::move(one.number));
  noted_.clear();
  return numbers;
}

}  // namespace certrenew
