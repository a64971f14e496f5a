// A log: what one candidate holds and has done.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "certrenew/date.hpp"
#include "certrenew/units.hpp"

namespace certrenew {

/// What the portal shows now, to be held against our answer.
struct Expectation {
  std::optional<Date> suspends{};  ///< the suspension; none: not to be compared
  std::optional<Date> expires{};   ///< the expiration; likewise
};

/// A certification that the candidate holds. `earned` or `suspends` is given; where both are,
/// earned < suspends; `expires` comes only with `suspends` and is not before it (C4).
struct Certification {
  std::string_view code{};                 ///< not empty, unique within the log
  std::optional<std::string_view> name{};  ///< what people call it
  std::uint32_t type = 0;                  ///< index into Policy::certification_types
  std::optional<Date> earned{};            ///< the first cycle starts here (C3)
  std::optional<Date> suspends{};          ///< of the first cycle, as the portal showed it (C4)
  std::optional<Date> expires{};           ///< likewise; default: by C1
  std::optional<Expectation> expect{};     ///< for findings() alone: it changes no date
};

/// When an activity was entered in the portal. It changes no date (U1).
struct Entry {
  /// Whether the log tracks it, and what it says.
  enum class State : std::uint8_t { untracked, not_yet, on_date };
  State state = State::untracked;  ///< `not_yet`: tracked, and not entered
  std::optional<Date> date{};      ///< exactly where `state` is `on_date`
};

/// Something the candidate did: an exam, or an activity of one of the policy's types.
struct Activity {
  Date date;               ///< the day it was done: what counts (U1)
  bool exam = false;       ///< an exam: see `certification` and `passed`
  bool passed = true;      ///< exams only
  bool what_if = false;    ///< supposed, not in the log
  std::uint32_t type = 0;  ///< index into Policy::activity_types; not for exams
  std::optional<std::uint32_t>
      certification{};  ///< exams: index into Log::certifications; none: not held
  std::optional<std::uint32_t>
      course{};   ///< index into Policy::courses, where one is required (K1)
  Units units{};  ///< what the log states, or else the policy's (U5); exams: 0
  std::optional<std::string_view> title{};  ///< what people call it
  Entry entered{};                          ///< changes no date (U1)
};

/// Who holds the certifications.
struct Candidate {
  std::optional<std::string_view> id{};    ///< as the portal has it, say `ACAD0123456`
  std::optional<std::string_view> name{};  ///< of the person
};

/// One candidate's certifications and activities, read under one policy: types and courses are
/// indices into it. Texts are views into memory that the Log owns and that goes away with it;
/// keep() puts a text there. Movable, not copyable.
class Log {
 public:
  std::optional<Candidate> candidate;         ///< none: the log names nobody
  std::vector<Certification> certifications;  ///< in the log's order, which changes no date (A2)
  std::vector<Activity> activities;           ///< likewise

  /// Copies `text` into the log's own memory; the view lives as long as the log.
  std::string_view keep(std::string_view text);

  /// Makes it an empty log that keeps its memory for what is read into it next. Texts that were
  /// kept are gone.
  void clear();

 private:
  std::vector<std::unique_ptr<char[]>> texts_;  // the last one is being filled …
  std::size_t used_ = 0;                        // … up to here
  std::size_t size_ = 0;                        // of so many bytes
};

}  // namespace certrenew
