// The answer to a log: what each credential's cycles are, and what became of every activity.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "certrenew/date.hpp"
#include "certrenew/log.hpp"
#include "certrenew/policy.hpp"
#include "certrenew/units.hpp"

namespace certrenew {

/// A certification's standing on a day (C2).
enum class Status : std::uint8_t { upcoming, active, suspended, expired };

/// How a cycle began. The first one by earning (C3) or as the log gives it (C4), a later one by a
/// renewal (C5) or by earning the expired certification anew (C6).
enum class CycleStart : std::uint8_t { earned, given, units, exam, courses, earned_anew };

/// How a cycle ended: by a renewal, or by running out.
enum class CycleEnd : std::uint8_t { units, exam, courses, expired };

/// What became of an activity as far as one certification is concerned: exactly one of these.
enum class Outcome : std::uint8_t {
  planned,              ///< done after as-of (A1)
  other_certification,  ///< another certification's exam (E1)
  failed,               ///< an exam not passed
  not_required,         ///< the type is not renewed by such a thing
  before_cycle,  ///< before the first cycle that the log knows (U2), or its given first day (U4)
  renewed,       ///< the exam that closed the cycle (E1, C5)
  earned_anew,   ///< the exam that earned an expired certification anew (C6)
  earned,        ///< an exam on the first day of a cycle that began by earning (E2)
  too_early,     ///< an exam before its window (E2)
  after_expiration,  ///< done when the certification had expired (U2)
  used,              ///< part of the renewal that closed the cycle (U3, K1)
  over_limit,        ///< more uses of its type than count (U5, U7), or a course completed again
  stale,             ///< its units were no longer worth anything (U6)
  superseded,        ///< something else closed the cycle, or had renewed it that day
  lapsed,            ///< in a cycle that expired
  counted,           ///< toward the open cycle
};

/// `active` and so on: what answers call it.
std::string_view name_of(Status status) noexcept;
/// `earned-anew` and so on: what answers call it.
std::string_view name_of(CycleStart start) noexcept;
/// `units` and so on: what answers call it.
std::string_view name_of(CycleEnd end) noexcept;
/// `over-limit` and so on: what answers call it.
std::string_view name_of(Outcome outcome) noexcept;

/// One term of a certification: active from `start`, suspended from `suspends`, gone on `expires`.
struct Cycle {
  /// The end of a cycle.
  struct Closing {
    Date day;     ///< of the renewal, or of the expiration
    CycleEnd by;  ///< what closed it
  };

  Date start;           ///< the first day of it (C3, C4, C5, C6)
  CycleStart began_by;  ///< how it began
  Date suspends;        ///< the first day of being suspended (C1), unless it is renewed before
  Date expires;         ///< the first day of being expired (C1), unless it is renewed before
  std::optional<Interval> exam_window{};  ///< when its exam renews it (E2); none: by no exam
  /// The activity that began it: the exam, or the one that reached the requirement. None for the
  /// first cycle.
  std::optional<Index<Activity>> begun_by_activity{};
  std::optional<Closing> closing{};  ///< none while the cycle is open

  /// Which of its dates fell on the last day of a month that is too short (D2).
  struct Rounded {
    bool suspends = false;     ///< the suspension did
    bool expires = false;      ///< the expiration did
    bool exam_window = false;  ///< the first day of the exam window did

    /// Whether one of them did.
    [[nodiscard]] constexpr bool any() const noexcept { return suspends || expires || exam_window; }
  };
  Rounded rounded{};  ///< of this cycle's dates

  /// Whether it began by earning, or by earning anew. Then its first day belongs to it (U2).
  [[nodiscard]] constexpr bool begun_by_earning() const noexcept {
    return began_by == CycleStart::earned || began_by == CycleStart::earned_anew;
  }
  /// Whether a renewal of the cycle before began it (C5).
  [[nodiscard]] constexpr bool begun_by_renewal() const noexcept {
    return began_by == CycleStart::units || began_by == CycleStart::exam ||
           began_by == CycleStart::courses;
  }
  /// Whether it ran out.
  [[nodiscard]] constexpr bool expired() const noexcept {
    return closing && closing->by == CycleEnd::expired;
  }
};

/// `renewed by CE units on 2025-11-14`.
std::string how_it_began(const Cycle& cycle);
/// `expired on 2026-02-15`; of an open cycle: `open`.
std::string how_it_ended(const Cycle& cycle);

/// How far the open cycle has come toward a renewal by units.
struct UnitsProgress {
  Units counted;   ///< toward the open cycle on as-of (U7)
  Units required;  ///< what its type requires (U3)

  /// Units still needed on as-of.
  [[nodiscard]] constexpr Units needed() const noexcept { return required - counted; }
};

/// How far the open cycle has come toward a renewal by courses (K1), in the policy's order.
struct CoursesProgress {
  std::vector<std::string_view> completed;  ///< in the open cycle
  std::vector<std::string_view> missing;    ///< still to be completed
};

struct AnswerContents;

/// A part of an answer, element by element: to loop over. `Of` is what the elements look into, and
/// `Item` what stands in the log.
template <class Element, class Of, class Item>
class AnswerRange {
 public:
  /// For the library itself.
  AnswerRange(Of of, std::span<const Index<Item>> indices) : of_{of}, indices_{indices} {}

  /// Goes from element to element.
  class Iterator {
   public:
    using value_type = Element;              ///< what it yields
    using difference_type = std::ptrdiff_t;  ///< as the standard library asks for
    /// No element.
    Iterator() = default;
    /// For the library itself.
    Iterator(Of of, const Index<Item>* at) : of_{of}, at_{at} {}
    /// The element.
    Element operator*() const { return Element{of_, *at_}; }
    /// Goes to the next element.
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    /// Goes to the next element, and returns where it was.
    Iterator operator++(int) {
      const Iterator before = *this;
      ++at_;
      return before;
    }
    /// Whether both are at the same place of one range.
    friend bool operator==(const Iterator& a, const Iterator& b) { return a.at_ == b.at_; }

   private:
    Of of_{};
    const Index<Item>* at_ = nullptr;
  };

  /// The first element.
  [[nodiscard]] Iterator begin() const { return {of_, indices_.data()}; }
  /// After the last element.
  [[nodiscard]] Iterator end() const { return {of_, indices_.data() + indices_.size()}; }
  /// How many elements there are.
  [[nodiscard]] std::size_t size() const noexcept { return indices_.size(); }
  /// Whether there is none.
  [[nodiscard]] bool empty() const noexcept { return indices_.empty(); }
  /// The element at that place of the range. Precondition: there is one.
  [[nodiscard]] Element operator[](std::size_t place) const { return {of_, indices_[place]}; }

 private:
  Of of_;
  std::span<const Index<Item>> indices_;
};

class ActivityAnswer;
class CredentialAnswer;

/// Credentials of an answer.
using CredentialRange = AnswerRange<CredentialAnswer, const AnswerContents*, Certification>;
/// Activities as one credential sees them.
using ActivityRange = AnswerRange<ActivityAnswer, CredentialAnswer, Activity>;

/// What an answer says about one credential. It looks into the Answer, and must not outlive it.
class CredentialAnswer {
 public:
  /// No credential.
  CredentialAnswer() = default;
  /// For the library itself: the credential of `contents` at that index.
  CredentialAnswer(const AnswerContents* contents, Index<Certification> index) noexcept
      : contents_{contents}, index_{index} {}

  /// Its place in the log's list.
  [[nodiscard]] Index<Certification> index() const noexcept { return index_; }
  /// What the log says about it.
  [[nodiscard]] const Certification& certification() const;
  /// Its code, say `ACP-620`.
  [[nodiscard]] std::string_view code() const { return certification().code; }
  /// What the log calls it.
  [[nodiscard]] std::optional<std::string_view> name() const { return certification().name; }
  /// How its type is renewed.
  [[nodiscard]] const CertificationType& type() const;

  /// Its standing on as-of (C2).
  [[nodiscard]] Status status() const;
  /// Whether it has expired on as-of.
  [[nodiscard]] bool expired() const { return status() == Status::expired; }
  /// Its cycles in order; never empty.
  [[nodiscard]] std::span<const Cycle> cycles() const;
  /// The latest cycle: the one in force on as-of.
  [[nodiscard]] const Cycle& cycle() const { return cycles().back(); }
  /// The cycles that began by a renewal, or by earning it anew.
  [[nodiscard]] std::span<const Cycle> renewals() const { return cycles().subspan(1); }
  /// When the cycle in force suspends: the first day.
  [[nodiscard]] Date suspends() const { return cycle().suspends; }
  /// When the cycle in force expires: the first day.
  [[nodiscard]] Date expires() const { return cycle().expires; }
  /// Days from as-of to the suspension; negative where it has passed.
  [[nodiscard]] std::int32_t days_to_suspension() const;
  /// Days from as-of to the expiration; negative where it has passed.
  [[nodiscard]] std::int32_t days_to_expiration() const;

  /// None where it is not renewed by units, or has expired.
  [[nodiscard]] std::optional<UnitsProgress> units() const;
  /// None where it is not renewed by courses, or has expired.
  [[nodiscard]] std::optional<CoursesProgress> courses() const;
  /// The days on which its exam renews it (E2); none where it has no exam, or has expired.
  [[nodiscard]] std::optional<Interval> exam_window() const;
  /// What it still needs of units on `day`, if nothing more is done: by then some may be stale
  /// (U6). None where it is not renewed by units. Precondition: as-of ≤ `day`.
  [[nodiscard]] std::optional<Units> needed_on(Date day) const;
  /// What renews it by `last`, each way that its type has: `earn 30 more CE units by 2026-09-19, or
  /// pass the exam`. UTF-8 from the policy unescaped. Preconditions: it has not expired, and
  /// as-of ≤ `last` < its expiration.
  [[nodiscard]] std::string what_renews_it(Date last) const;
  /// What to do once it has expired: `pass the exam to earn it anew`, or `nothing renews it any
  /// more`.
  [[nodiscard]] std::string_view what_helps_when_expired() const;

  /// Every activity of the log, by day, exams first, then the larger units, then the log's order
  /// (E3, U7).
  [[nodiscard]] ActivityRange activities() const;
  /// What became of that activity.
  [[nodiscard]] ActivityAnswer activity(Index<Activity> index) const;

  /// For the library itself.
  [[nodiscard]] const AnswerContents& contents() const noexcept { return *contents_; }

 private:
  const AnswerContents* contents_ = nullptr;
  Index<Certification> index_;
};

/// What became of one activity for one credential. It looks into the Answer, and must not outlive
/// it.
class ActivityAnswer {
 public:
  /// No activity.
  ActivityAnswer() = default;
  /// For the library itself: the activity of the log at that index.
  ActivityAnswer(CredentialAnswer credential, Index<Activity> index) noexcept
      : credential_{credential}, index_{index} {}

  /// Its place in the log's list.
  [[nodiscard]] Index<Activity> index() const noexcept { return index_; }
  /// What the log says about it.
  [[nodiscard]] const Activity& activity() const;
  /// `exam`, or the policy's name of its type.
  [[nodiscard]] std::string_view type_name() const;
  /// Its units; none for an exam.
  [[nodiscard]] std::optional<Units> units() const;

  /// What became of it.
  [[nodiscard]] Outcome outcome() const;
  /// Whether it did anything for the credential.
  [[nodiscard]] bool counts() const;
  /// The place, in CredentialAnswer::cycles(), of the cycle that it belongs to or began.
  [[nodiscard]] std::optional<std::size_t> cycle() const;
  /// The day of the renewal that it is part of, or made.
  [[nodiscard]] std::optional<Date> renewal() const;
  /// The units that counted toward the cycle right after it (U7); none where it adds none.
  [[nodiscard]] std::optional<Units> total() const;
  /// Why it has its outcome: one plain sentence without a full stop, which names the dates and
  /// numbers that it rests on. Texts of the log stand in it unescaped.
  [[nodiscard]] std::string reason() const;

 private:
  CredentialAnswer credential_;
  Index<Activity> index_;
};

/// The answer to one log. Movable; what it hands out looks into it, also after it was moved.
class Answer {
 public:
  /// For the library itself: see answer_log().
  explicit Answer(std::unique_ptr<AnswerContents> contents) noexcept;
  /// Takes over what `other` holds.
  Answer(Answer&& other) noexcept;
  /// Takes over what `other` holds.
  Answer& operator=(Answer&& other) noexcept;
  ~Answer();

  /// The day of the calculation (D4).
  [[nodiscard]] Date as_of() const;
  /// The log that was answered.
  [[nodiscard]] const Log& log() const;
  /// The policy it was answered under.
  [[nodiscard]] const Policy& policy() const;

  /// The credentials, in the log's order: all, or those that show_only() chose.
  [[nodiscard]] CredentialRange credentials() const;
  /// The same with those that show_only() hides.
  [[nodiscard]] CredentialRange all_credentials() const;
  /// From now on the answer speaks of these certifications alone, given by code.
  void show_only(std::span<const std::string> codes);
  /// Whether it speaks of that credential.
  [[nodiscard]] bool shows(Index<Certification> credential) const;

  /// The log's activities by day, exams first, then the larger units, then the log's order (E3,
  /// U7).
  [[nodiscard]] std::span<const Index<Activity>> activity_order() const;
  /// `exam`, or the policy's name of its type.
  [[nodiscard]] std::string_view type_name(const Activity& activity) const;

  /// For the library itself.
  [[nodiscard]] const AnswerContents& contents() const noexcept { return *contents_; }

 private:
  std::unique_ptr<AnswerContents> contents_;
};

/// Applies every rule of `policy` to `log` as of `as_of`, and gives the answer, or the errors that
/// stand in its way: dates that would leave 0001-01-01 to 9999-12-31 (D1), or a log that is too
/// large. Pure (A3): no clock, no files, no state. Activities after `as_of` change nothing (A1).
/// Takes time in proportion to certifications times activities. `policy` must outlive the answer.
/// Precondition: `log` was read under `policy`, or keeps what log.hpp promises.
std::variant<Answer, Errors> answer_log(Log log, const Policy& policy, Date as_of);

/// The first day on which an activity done on `date` is no longer worth anything (U6); none: never.
std::optional<Date> goes_stale(Date date, const Policy& policy) noexcept;

}  // namespace certrenew
