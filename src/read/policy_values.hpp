// The numbers of a policy: durations, units and switches, some of them with dates (P3).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "certrenew/policy.hpp"
#include "read/fields.hpp"

namespace certrenew {

/// Which durations are allowed (D5).
struct DurationRule {
  std::string_view words_for_null = {};  ///< empty: null is an error
  bool may_be_zero = false;
};

/// Which numbers are allowed.
struct NumberRule {
  Bounds bounds;
  std::string_view words_for_null = {};  ///< empty: null is an error
};

/// Reads the numbers of a policy, and notes each of them with its path and its words. Returns none
/// for a value that is not given, and none after reporting a value that is invalid.
class PolicyValues {
 public:
  template <class Value>
  using Maybe = Series<std::optional<Value>>;

  /// `notes_numbers`: whether to keep the numbers for take_numbers().
  PolicyValues(Reporter& reporter, bool notes_numbers)
      : reporter_{reporter}, tape_{reporter.tape()}, notes_numbers_{notes_numbers} {}

  Maybe<Duration> durations(const Fields& fields, std::size_t key, const DurationRule& rule);
  Maybe<Units> units(const Fields& fields, std::size_t key, const NumberRule& rule);
  Maybe<std::uint32_t> whole(const Fields& fields, std::size_t key, const NumberRule& rule);
  std::optional<Anchor> anchor(Fields& fields, std::size_t key);
  std::optional<EndsOn> ends_on(Fields& fields, std::size_t key);
  std::optional<bool> flag(Fields& fields, std::size_t key);
  std::optional<Date> day(Fields& fields, std::size_t key);

  /// Whether note() keeps anything.
  [[nodiscard]] bool notes_numbers() const { return notes_numbers_ && reporter_.is_clean(); }
  /// Notes a number that stands at `place`; see PolicyNumber.
  void note(Place place, const Path& path, std::string_view words, bool is_given = true);
  /// Hands over all numbers that were noted, in the order of the text.
  [[nodiscard]] std::vector<PolicyNumber> take_numbers();

 private:
  /// A word, and what it stands for.
  template <class Value>
  struct Choice {
    std::string_view name;
    Value value;
    std::string_view words;
  };
  template <class Value>
  std::optional<Value> choice(Fields& fields, std::size_t key,
                              std::span<const Choice<Value>> choices);

  struct Noted {
    Place place;
    PolicyNumber number;
  };

  std::optional<Duration> read(JsonIndex at, const Path& path, const DurationRule& rule);
  std::optional<Units> read(JsonIndex at, const Path& path, const NumberRule& rule);
  template <class Value, class Rule>
  Maybe<Value> series(const Fields& fields, std::size_t key, const Rule& rule);
  template <class Value, class Rule>
  Maybe<Value> steps(JsonIndex list, const Path& path, const Rule& rule);

  Reporter& reporter_;
  const JsonTape& tape_;
  bool notes_numbers_;
  std::vector<Noted> noted_;
};

/// On each day the value of `own`; if that is none, the value of `general`.
template <class Value>
Series<std::optional<Value>> with_fallback(const Series<std::optional<Value>>& own,
                                           const Series<std::optional<Value>>& general) {
  if (!own.first && own.later.empty()) return general;
  std::set<Date> days;
  for (const auto* series : {&own, &general}) {
    for (const auto& step : series->later) days.insert(step.from);
  }
  Series<std::optional<Value>> merged{own.first ? own.first : general.first};
  for (const Date day : days) {
    const std::optional<Value>& value = own.on(day);
    merged.later.push_back({day, value ? value : general.on(day)});
  }
  return merged;
}

/// The same series with `missing` in place of each value that is none.
template <class Value>
Series<Value> always(const Series<std::optional<Value>>& maybe, Value missing) {
  Series<Value> values{maybe.first.value_or(missing)};
  for (const auto& step : maybe.later) {
    values.later.push_back({step.from, step.value.value_or(missing)});
  }
  return values;
}

}  // namespace certrenew
