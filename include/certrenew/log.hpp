// A log: what one candidate holds and has done. And errors: what is wrong with a log, and where.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "certrenew/date.hpp"
#include "certrenew/policy.hpp"
#include "certrenew/units.hpp"

namespace certrenew {

/// A place in a text, as editors count: lines end with LF or CRLF, columns are characters.
struct Position {
  std::uint32_t line = 1;    ///< from 1; 0 where there is no text
  std::uint32_t column = 1;  ///< from 1; 0 where there is no text

  /// Whether it is the same place.
  friend bool operator==(const Position&, const Position&) = default;
};

/// Something that is wrong with a log or a policy. Texts of the input stand in it escaped, so it
/// can be printed as it is.
struct Error {
  Position position;    ///< where the offending value begins
  std::string path;     ///< `activities[3].date`; empty for the document itself
  std::string message;  ///< says what is wrong, and what to write instead

  /// Whether place, path and message are the same.
  friend bool operator==(const Error&, const Error&) = default;
};

/// Everything that is wrong with a log or a policy, in the order of its text.
struct Errors {
  std::vector<Error> listed;  ///< the first ones, at most 10,000; never empty
  std::size_t more = 0;       ///< how many others there are
};

/// Where a value begins in the text that a log was read from, in bytes from its start.
using Place = std::uint32_t;

/// What the portal shows now, to be compared with the answer (`expect` in a log). It changes no
/// date.
struct Expectation {
  std::optional<Date> suspends{};  ///< none: not to be compared
  std::optional<Date> expires{};   ///< none: not to be compared
};

/// A certification that the candidate holds. `earned` or `suspends` is given; where both are,
/// earned < suspends; `expires` comes only with `suspends` and is not before it (C4). A
/// tracked one (P2) may have any of these dates, in that order, or none.
struct Certification {
  std::string_view code{};                 ///< not empty, unique within the log
  std::optional<std::string_view> name{};  ///< what people call it, where the log says so
  /// Its programme, of the policies that the log was read under (P1); none: it is tracked (P2).
  std::optional<Index<Policy>> programme{Index<Policy>{}};
  Index<CertificationType> type{};                     ///< in the policy of its programme
  std::optional<std::string_view> given_type{};        ///< none: the log names no type
  std::optional<Index<ListedCertification>> listed{};  ///< in the policy of its programme (P4)
  std::optional<Date> earned{};                        ///< the first cycle starts here (C3)
  std::optional<Date> suspends{};            ///< of the first cycle, as the portal showed it (C4)
  std::optional<Date> expires{};             ///< of the first cycle; default: by C1
  std::optional<Expectation> expectation{};  ///< none: the log expects nothing

  /// Where the certification and its dates stand in the log's text; 0 for a date not given.
  struct Places {
    Place itself = 0;             ///< its opening brace
    Place earned = 0;             ///< of `earned`
    Place suspends = 0;           ///< of `suspends`
    Place expires = 0;            ///< of `expires`
    Place expected_suspends = 0;  ///< of `suspends` in its `expect`
    Place expected_expires = 0;   ///< of `expires` in its `expect`
  };
  Places places{};  ///< all 0 in a log that was made in memory
};

/// When an activity was entered in the portal. It changes no date (U1).
struct PortalEntry {
  /// Whether the log tracks it, and what it says.
  enum class State : std::uint8_t { untracked, not_yet, on_date };
  State state = State::untracked;  ///< `not_yet`: tracked, and not entered
  std::optional<Date> date{};      ///< exactly where `state` is `on_date`
};

/// What an exam was of, and how it ended.
struct Exam {
  /// The certification it belongs to; none: one that the log does not list.
  std::optional<Index<Certification>> certification{};
  bool passed = true;  ///< a failed exam changes nothing
};

/// What one programme makes of an activity other than an exam.
struct Worth {
  Index<Policy> programme{};              ///< of the policies that the log was read under
  Index<ActivityType> type{};             ///< in the policy of that programme
  Units units{};                          ///< what the log states, or else the policy's (U5)
  std::optional<Index<Course>> course{};  ///< the course, where some type requires it (K1)
};

/// An activity other than an exam. It belongs to one programme, to several or to none (P1).
struct Work {
  std::string_view type{};                   ///< `coursework` and so on
  std::optional<std::string_view> course{};  ///< the identifier of the course
  bool states_units = false;                 ///< whether the log gives its units
  std::optional<Worth> worth{};              ///< none: it counts in no programme
  std::span<const Worth> also{};             ///< the same for further programmes

  /// What that programme makes of it; null: it does not belong to that programme.
  [[nodiscard]] const Worth* in(Index<Policy> programme) const noexcept {
    if (worth && worth->programme == programme) return &*worth;
    for (const Worth& one : also) {
      if (one.programme == programme) return &one;
    }
    return nullptr;
  }
};

/// Something the candidate did.
struct Activity {
  Date date;                                ///< the day it was done: what counts (U1)
  std::variant<Exam, Work> what{};          ///< an exam, or other work
  std::optional<std::string_view> title{};  ///< what people call it
  PortalEntry entered{};                    ///< changes no date (U1)
  bool rejected = false;                    ///< whether the programme refused it (U11)
  bool what_if = false;                     ///< supposed, not in the log
  Place place = 0;                          ///< its opening brace in the log's text
  Place date_place = 0;                     ///< its `date` in the log's text

  /// The exam; null where it is other work.
  [[nodiscard]] const Exam* exam() const noexcept { return std::get_if<Exam>(&what); }
  /// The work; null where it is an exam.
  [[nodiscard]] const Work* work() const noexcept { return std::get_if<Work>(&what); }
  /// `exam`, or the name of its type.
  [[nodiscard]] std::string_view type_name() const noexcept {
    const Work* const done = work();
    return done == nullptr ? std::string_view{"exam"} : done->type;
  }
};

/// Who holds the certifications.
struct Candidate {
  std::optional<std::string_view> id{};    ///< as the portal has it, say `ACAD0123456`
  std::optional<std::string_view> name{};  ///< of the person
};

/// Whether a certification has that code, or is listed with it as a code or alias (P4).
bool is_called(const Certification& one, const Policies& policies, std::string_view code);

/// One candidate's certifications and activities, read under some policies. Texts are views into
/// memory that the log owns; keep() puts a text there. Movable, not copyable.
class Log {
 public:
  std::optional<Candidate> candidate;         ///< none: the log names nobody
  std::vector<Certification> certifications;  ///< in the log's order, which changes no date (A2)
  std::vector<Activity> activities;           ///< in the log's order, which changes no date (A2)
  std::string_view text;                      ///< what it was read from; empty: made in memory

  /// The certification at that index.
  [[nodiscard]] const Certification& operator[](Index<Certification> one) const noexcept {
    return certifications[one.at];
  }
  /// The activity at that index.
  [[nodiscard]] const Activity& operator[](Index<Activity> one) const noexcept {
    return activities[one.at];
  }

  /// Copies `copied` into the log's own memory and returns the copy, which lives as long as the
  /// log.
  std::string_view keep(std::string_view copied);
  /// The same for a list.
  std::span<const Worth> keep(std::span<const Worth> copied);

 private:
  std::vector<std::unique_ptr<char[]>> blocks_;  // the last one is being filled
  std::size_t used_ = 0;                         // bytes of the last block that are taken
  std::size_t size_ = 0;                         // bytes of the last block
  std::vector<std::unique_ptr<Worth[]>> lists_;
};

}  // namespace certrenew
