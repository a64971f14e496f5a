// Reading the values of a document from its tape, and reporting what is wrong with them.
#pragma once

#include <array>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "certrenew/date.hpp"
#include "certrenew/log.hpp"
#include "certrenew/units.hpp"
#include "core/error_list.hpp"
#include "read/json_tape.hpp"

namespace certrenew {

/// The way to a value: `activities[3].date`. Paths are linked to the path of the list or object
/// around, which must outlive them; the text is made only for errors.
class Path {
 public:
  /// The path of the document itself.
  Path() = default;
  /// The path of a key's value in the object at `object`.
  Path(const Path& object, std::string_view key) : parent_{&object}, key_{key}, is_key_{true} {}
  /// The path of an element, from 0, of the list at `list`.
  Path(const Path& list, std::size_t number) : parent_{&list}, number_{number} {}

  [[nodiscard]] std::string text() const;

 private:
  const Path* parent_ = nullptr;
  std::string_view key_;
  std::size_t number_ = 0;
  bool is_key_ = false;
};

/// Gathers the errors of a document.
class Reporter {
 public:
  explicit Reporter(const JsonTape& tape) : tape_{tape} {}

  [[nodiscard]] const JsonTape& tape() const { return tape_; }
  /// Whether there are no errors so far.
  [[nodiscard]] bool is_clean() const { return errors_.empty(); }

  void report(Place place, const Path& path, std::string message);
  /// Reports that a value is not `wanted`, unless it is missing.
  void report_unexpected(JsonIndex value, const Path& path, std::string_view wanted);
  /// Reports a key of an object that knows only `known`.
  void report_unknown_key(JsonIndex key, const Path& object,
                          std::span<const std::string_view> known);
  void report_second_key(JsonIndex key, const Path& object);

  /// Returns whether the value is an object, or a list; reports it where it is neither.
  bool expect_object(JsonIndex value, const Path& path);
  bool expect_list(JsonIndex value, const Path& path);
  /// Notes the path of a value that the document ends within. The longest path is that of the error
  /// that ended it.
  void ends_within(const Path& path);

  /// Returns all errors, with the one that ended the document early; nothing where there are none.
  [[nodiscard]] std::optional<Errors> finish();

 private:
  bool expect(JsonIndex value, JsonKind kind, std::string_view wanted, const Path& path);

  const JsonTape& tape_;
  ErrorList errors_;
  std::string end_path_;
};

/// The values that a number may have.
struct Bounds {
  Units least;
  Units most;
  bool is_whole = false;
  bool or_null = false;  ///< null is fine, too

  [[nodiscard]] constexpr bool contain(Units number) const {
    return least <= number && number <= most && (!is_whole || number.hundredths() % 100 == 0);
  }
};

/// The number at `value`. Returns nothing for null, and nothing after reporting a value that is not
/// a number within `bounds`.
std::optional<Units> read_number(Reporter& reporter, JsonIndex value, const Path& path,
                                 const Bounds& bounds);

/// The keys that an object may have: `keys["date"]` is the index of that one.
template <std::size_t count>
struct Keys {
  std::string_view names[count];

  /// An unknown name does not compile.
  consteval std::size_t operator[](std::string_view name) const {
    std::size_t index = 0;
    while (names[index] != name) ++index;
    return index;
  }
};
template <class... Name>
Keys(Name...) -> Keys<sizeof...(Name)>;

/// The members of an object with known keys. A key is named by its index in the list of them. The
/// readers return nothing where the key is not given, and where its value is not what it should be:
/// they report that.
class Fields {
 public:
  /// Reports keys that are unknown, or given twice. Precondition: `object` is one.
  Fields(Reporter& reporter, JsonIndex object, std::span<const std::string_view> keys,
         const Path& path);

  /// Whether the object was read to its end.
  [[nodiscard]] bool is_complete() const { return tape()[object_].is_complete; }
  /// Reports those of these keys that are not given, unless the object is incomplete.
  void require(std::initializer_list<std::size_t> keys);

  [[nodiscard]] bool has(std::size_t key) const { return values_[key] != 0; }
  /// The value of a key that is given.
  [[nodiscard]] JsonIndex value(std::size_t key) const { return values_[key]; }
  [[nodiscard]] bool is_null(std::size_t key) const {
    return has(key) && tape()[values_[key]].kind == JsonKind::null;
  }
  /// Where the value begins; 0 where the key is not given.
  [[nodiscard]] Place place(std::size_t key) const {
    return has(key) ? tape()[values_[key]].place : 0;
  }
  [[nodiscard]] Place place() const { return tape()[object_].place; }
  [[nodiscard]] Path path(std::size_t key) const { return {path_, keys_[key]}; }

  std::optional<std::string_view> text(std::size_t key) {
    if (!expect(key, JsonKind::text, "a string")) return std::nullopt;
    return tape().text(values_[key]);
  }
  /// Whether the text, which must be given, is one that stays no longer than the object.
  [[nodiscard]] bool is_decoded(std::size_t key) const { return tape()[values_[key]].is_decoded; }
  std::optional<Date> date(std::size_t key) {
    std::optional<Date> date;
    read_date(key, date);
    return date;
  }
  /// The same, but null is fine: see is_null().
  std::optional<Date> date_or_null(std::size_t key) {
    std::optional<Date> date;
    read_date_or_null(key, date);
    return date;
  }
  /// Sets `to`, a date or an optional date, to the date; leaves it unchanged if there is none.
  /// Faster than returning an optional date, which stalls the processor.
  template <class To>
  void read_date(std::size_t key, To& to) {
    read_date(key, to, "a date (write \"YYYY-MM-DD\")");
  }
  template <class To>
  void read_date_or_null(std::size_t key, To& to) {
    if (!is_null(key)) read_date(key, to, "a date (write \"YYYY-MM-DD\") or null");
  }
  std::optional<bool> boolean(std::size_t key);
  std::optional<Units> number(std::size_t key, const Bounds& bounds) {
    return has(key) ? read_number(reporter_, values_[key], path(key), bounds) : std::nullopt;
  }
  std::optional<JsonIndex> object(std::size_t key);
  std::optional<JsonIndex> list(std::size_t key);
  /// Checks that the value is a string, if the key is given.
  void ignore_text(std::size_t key) { text(key); }

  /// Reports an error at the value of `key`, or at the object's beginning.
  void report(std::size_t key, std::string message) {
    reporter_.report(place(key), path(key), std::move(message));
  }
  void report(std::string message) { reporter_.report(place(), path_, std::move(message)); }

 private:
  static constexpr std::size_t most_keys = 24;

  [[nodiscard]] const JsonTape& tape() const { return reporter_.tape(); }
  [[nodiscard]] std::size_t find(std::string_view name, std::size_t first) const;
  template <class To>
  void read_date(std::size_t key, To& to, std::string_view wanted) {
    if (!expect(key, JsonKind::text, wanted)) return;
    if (const auto date = Date::parse(tape().text(values_[key]))) {
      to = *date;
    } else {
      report_no_date(key);
    }
  }
  void report_no_date(std::size_t key);
  /// Returns whether the key has a value of that kind; reports another one.
  bool expect(std::size_t key, JsonKind kind, std::string_view wanted) {
    if (!has(key)) return false;
    if (tape()[values_[key]].kind == kind) return true;
    reporter_.report_unexpected(values_[key], path(key), wanted);
    return false;
  }

  Reporter& reporter_;
  JsonIndex object_;
  std::span<const std::string_view> keys_;
  const Path& path_;
  std::array<JsonIndex, most_keys> values_;  // by key; 0: not given
};

}  // namespace certrenew
