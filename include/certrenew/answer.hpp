// The answer to a log: what each credential's cycles are, and what became of every activity.
#pragma once

#include <algorithm>
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

#include "certrenew/cycle.hpp"
#include "certrenew/date.hpp"
#include "certrenew/log.hpp"
#include "certrenew/policy.hpp"
#include "certrenew/units.hpp"

namespace certrenew {

/// How far the open cycle has come toward a renewal by units.
struct UnitsProgress {
  Units counted;   ///< toward the open cycle on as-of (U7)
  Units carried;   ///< the part of them that was carried over (U9)
  Units required;  ///< what the cycle requires (U3)

  /// Units still needed on as-of. 0 if there are enough, but they do not renew it while another
  /// certification is held (U3).
  [[nodiscard]] constexpr Units needed() const noexcept {
    return std::max(required - counted, Units{});
  }
};

/// How far the open cycle has come toward a renewal by courses (K1), in the policy's order.
struct CoursesProgress {
  std::vector<std::string_view> completed;  ///< in the open cycle
  std::vector<std::string_view> missing;    ///< still to be completed
};

/// The days on which an exam renews a certification (E2, E5).
struct ExamWindow {
  Date opens;                  ///< the first of them
  std::optional<Date> closes;  ///< the day after the last; none: it never closes

  /// The last of them; none: it never closes.
  [[nodiscard]] std::optional<Date> last_day() const {
    return closes ? day_before(*closes) : std::nullopt;
  }
};

struct AnswerContents;
struct Doubt;

/// A range of elements of an answer. Each element is made from an `Of`, which it looks into, and
/// the index of an `Item` of the log.
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
  /// The log that lists it.
  [[nodiscard]] const Log& log() const;
  /// What the log says about it.
  [[nodiscard]] const Certification& certification() const;
  /// Its code, say `ACP-620`.
  [[nodiscard]] std::string_view code() const { return certification().code; }
  /// What the log calls it, or else the policy.
  [[nodiscard]] std::optional<std::string_view> name() const;
  /// Whether it is tracked: no rules are known for it, and the log gives its dates (P2).
  [[nodiscard]] bool is_tracked() const { return !certification().programme; }
  /// The name of its programme; `none` where it is tracked.
  [[nodiscard]] std::string_view programme() const;
  /// The policy of its programme; null where it is tracked.
  [[nodiscard]] const Policy* policy() const;
  /// How its type is renewed; null where it is tracked.
  [[nodiscard]] const CertificationType* type() const;
  /// The name of its type; of a tracked one what the log says.
  [[nodiscard]] std::optional<std::string_view> type_name() const;

  /// Its standing on as-of (C2, P2).
  [[nodiscard]] Status status() const;
  /// Whether it has expired on as-of.
  [[nodiscard]] bool expired() const { return status() == Status::expired; }
  /// Its cycles in order; empty where it is tracked, and only then.
  [[nodiscard]] std::span<const Cycle> cycles() const;
  /// The latest cycle: the one in force on as-of. Precondition: it is not tracked.
  [[nodiscard]] const Cycle& cycle() const { return cycles().back(); }
  /// The cycles that began by a renewal, or by earning it anew.
  [[nodiscard]] std::span<const Cycle> renewals() const {
    return cycles().subspan(cycles().empty() ? 0 : 1);
  }
  /// How the cycle at index `number` of cycles() began: `renewed by CE units on 2025-11-14`,
  /// `renewed on 2025-12-01 with SY0-701`. UTF-8 from log and policy unescaped.
  [[nodiscard]] std::string how_it_began(std::size_t number) const;
  /// How that cycle ended: `expired on 2026-02-15`; `open` if it has not. UTF-8 from log and policy
  /// unescaped.
  [[nodiscard]] std::string how_it_ended(std::size_t number) const;
  /// When it suspends: the first day of that, in the cycle in force; none: never.
  [[nodiscard]] std::optional<Date> suspends() const {
    return is_tracked() ? certification().suspends : cycle().suspends;
  }
  /// When it expires: the first day of that, in the cycle in force; none: never.
  [[nodiscard]] std::optional<Date> expires() const {
    return is_tracked() ? certification().expires : cycle().expires;
  }
  /// Days from as-of to the suspension; negative where it has passed.
  [[nodiscard]] std::optional<std::int32_t> days_to_suspension() const;
  /// Days from as-of to the expiration; negative where it has passed.
  [[nodiscard]] std::optional<std::int32_t> days_to_expiration() const;

  /// None where it is not renewed by units, or has expired.
  [[nodiscard]] std::optional<UnitsProgress> units() const;
  /// The first certification in the log that keeps units from renewing this one while it is held
  /// (U3). None: there is no such certification, or units never renew this one.
  [[nodiscard]] std::optional<Index<Certification>> held_back_by() const;
  /// None where it is not renewed by courses, or has expired.
  [[nodiscard]] std::optional<CoursesProgress> courses() const;
  /// The days on which its exam renews it (E2, E5); none where there is no such day on or after
  /// as-of, or it has expired.
  [[nodiscard]] std::optional<ExamWindow> exam_window() const;

  /// What is in doubt about it, in the policy's order (R1).
  [[nodiscard]] std::span<const Doubt> doubts() const;

  // The following are safe (R2): they hold under the policy and under every reading of it, except
  // readings under which the day has already passed.

  /// The last day to renew it while it is active: the earliest under the policy and its readings,
  /// leaving out days before as-of. None: no such day is left, or it never suspends.
  [[nodiscard]] std::optional<Date> last_active_day() const;
  /// The last day to renew it before it expires, chosen in the same way. None: no such day is left,
  /// or it never expires.
  [[nodiscard]] std::optional<Date> last_day() const;
  /// The units that it still needs on `day` if nothing more is done; some that count now may be
  /// stale by then (U6). The most under the policy and its readings, leaving out readings under
  /// which it has expired. None: units do not renew it. Precondition: as-of ≤ `day`.
  [[nodiscard]] std::optional<Units> needed_on(Date day) const;
  /// What renews it by `last`, in every way that its type allows: `earn 30 more CE units by
  /// 2026-09-19, or pass the exam`; `nothing renews it` if there is no way. UTF-8 from the policy
  /// unescaped. Preconditions: it has not expired, and as-of ≤ `last`.
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
  /// `exam`, or the name of its type.
  [[nodiscard]] std::string_view type_name() const;
  /// Its units in the credential's programme; none for an exam, and for what does not belong to it.
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

/// What would hold for a credential under another reading of its policy's sources (R1).
struct Doubt {
  Index<Certification> credential;  ///< of the log
  const Reading* reading;           ///< of the policy
  Status status;                    ///< on as-of
  std::optional<Date> suspends;     ///< none: never
  std::optional<Date> expires;      ///< none: never
  std::vector<Cycle> renewals;      ///< the cycles that began by a renewal, or by earning anew
  std::string message;  ///< `If the months of grace are 90 days (official page), ACP-620 expired on
                        ///< 2025-10-13`; UTF-8 from log and policy unescaped
};

/// Whether somebody holds a designation on as-of (P5).
struct DesignationAnswer {
  const Designation* designation;  ///< of the policy
  const Policy* policy;            ///< of its programme
  bool held = false;               ///< whether enough of its certifications are active
  std::optional<Date> until{};     ///< the first day without it, if nothing more is done; none: not
                                   ///< held, or for ever
  std::uint32_t active = 0;        ///< how many of its certifications are active
  std::vector<std::string_view> missing{};  ///< the codes of the others, in the designation's order
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
  /// The policies it was answered under.
  [[nodiscard]] const Policies& policies() const;
  /// The policies of its credentials' programmes, each once, in the order of the credentials.
  /// Tracked credentials have none.
  [[nodiscard]] std::vector<const Policy*> programmes() const;

  /// The credentials, in the log's order: all, or those that show_only() chose.
  [[nodiscard]] CredentialRange credentials() const;
  /// The same with those that show_only() hides.
  [[nodiscard]] CredentialRange all_credentials() const;
  /// From now on the answer speaks of these certifications alone, given by code.
  void show_only(std::span<const std::string> codes);
  /// Whether it speaks of that credential.
  [[nodiscard]] bool shows(Index<Certification> credential) const;

  /// The doubts about the credentials that it speaks of: by credential, then in the policy's order
  /// (R1).
  [[nodiscard]] std::vector<const Doubt*> doubts() const;
  /// The designations that ask for a certification that the answer speaks of: by programme, in the
  /// order of the log's certifications, then in the policy's order (P5).
  [[nodiscard]] std::vector<DesignationAnswer> designations() const;

  /// The log's activities as the programme of its first certification sees them: by day, exams
  /// first, then the larger units, then the log's order (E3, U7).
  [[nodiscard]] std::span<const Index<Activity>> activity_order() const;

  /// For the library itself.
  [[nodiscard]] const AnswerContents& contents() const noexcept { return *contents_; }

 private:
  std::unique_ptr<AnswerContents> contents_;
};

/// Which readings of the policies are calculated beside the policies themselves (R1, R2).
enum class Doubts : std::uint8_t { all, none };

/// Applies every rule of `policies` to `log` as of `as_of`, and gives the answer, or the errors
/// that stand in its way: dates that would leave 0001-01-01 to 9999-12-31 (D1), or a log that is
/// too large. Pure (A3): no clock, no files, no state. Activities after `as_of` change nothing
/// (A1). Takes time in proportion to certifications times activities times readings. `policies`
/// must outlive the answer. Precondition: `log` was read under `policies`, or keeps what log.hpp
/// promises.
std::variant<Answer, Errors> answer_log(Log log, const Policies& policies, Date as_of,
                                        Doubts doubts = Doubts::all);

/// The first day on which an activity done on `date` is no longer worth anything (U6); none: never.
std::optional<Date> goes_stale(Date date, const Policy& policy) noexcept;

}  // namespace certrenew
