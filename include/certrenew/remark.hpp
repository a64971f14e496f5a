// Remarks: what a careful holder wants to know about an answer, and what a check finds.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "certrenew/answer.hpp"

namespace certrenew {

/// The kinds of remarks.
enum class RemarkKind : std::uint8_t {
  // Notices: facts that change no date. They are listed in this order, that of their names.
  counts_nowhere,            ///< an activity counts for no certification
  duplicate,                 ///< an activity is the same as another one (U10); also a finding
  entered_after_expiration,  ///< the portal may not take what renewed a credential; also a finding
  incomplete_policy,         ///< a policy cannot express all of its programme
  not_entered,               ///< an activity counts, and is not yet entered; also a finding
  planned,                   ///< an activity lies after as-of
  repeated,                  ///< an activity has the title of one of another day (U10)
  units_differ,              ///< the log states other units than the policy
  unknown_code,              ///< a code looks like a misspelled one of the policy (P4)
  upcoming,                  ///< earned after as-of, but activities lie before that day
  // Findings alone.
  expired,           ///< a credential has expired
  suspended,         ///< a credential is suspended
  suspends_soon,     ///< a credential is active, but suspends within Watch::within days
  doubtful,          ///< it would be one of these three under another reading (R1)
  differs,           ///< a date is not what the log expects
  designation_ends,  ///< a designation is held, but ends within Watch::within days (P5)
};

/// `suspends-soon` and so on: what answers call it.
std::string_view name_of(RemarkKind kind) noexcept;

/// One thing that is worth saying. It looks into the Answer, and must not outlive it.
class Remark {
 public:
  /// What a remark is about.
  struct About {
    std::optional<Index<Activity>> activity{};         ///< none: about the credential
    std::optional<Index<Certification>> credential{};  ///< none: holds for several
    /// Whose expiration an activity should be entered before.
    std::optional<Index<Certification>> deadline_of{};
    bool expiration = false;  ///< it is the expiration that differs, not the suspension
    /// What it is a duplicate or a repetition of.
    std::optional<Index<Activity>> same_as{};
    std::optional<Index<Policy>> programme{};    ///< whose policy it is about
    std::optional<std::uint32_t> designation{};  ///< its place in Answer::designations()
    const Doubt* doubt = nullptr;                ///< what is in doubt
  };

  /// For the library itself: see notices() and findings().
  Remark(const AnswerContents& answer, RemarkKind kind, const About& about) noexcept
      : answer_{&answer}, kind_{kind}, about_{about} {}

  /// What kind it is.
  [[nodiscard]] RemarkKind kind() const noexcept { return kind_; }
  /// The activity that it is about, or that moved the date that differs.
  [[nodiscard]] std::optional<Index<Activity>> activity() const noexcept { return about_.activity; }
  /// The credential that it is about; none where it holds for several.
  [[nodiscard]] std::optional<CredentialAnswer> credential() const;
  /// `ACP-620: activities[3]`, `ACP-620` or `activities[3]`: what it is about, unescaped.
  [[nodiscard]] std::string subject() const;
  /// Where that stands in the log's text: a certification, an activity, or a date that the log
  /// expects.
  [[nodiscard]] Place place() const;
  /// The day that it names: the last safe day (R2) of a credential that is suspended or suspends
  /// soon, the expiration of one that has expired, the end of a designation, or the day by which
  /// to enter an activity. None: it names no such day.
  [[nodiscard]] std::optional<Date> date() const;
  /// The units needed by that day; none unless it is about a credential that is suspended or
  /// suspends soon.
  [[nodiscard]] std::optional<Units> units_needed() const;
  /// What it says: one sentence without a full stop. Texts of the log stand in it unescaped, cut
  /// where they are long.
  [[nodiscard]] std::string message() const;

 private:
  const AnswerContents* answer_;
  RemarkKind kind_;
  About about_;
};

/// All notices, in order of activity, credential and kind; what is about no activity comes first.
/// Those about a credential that the answer does not show are left out.
std::vector<Remark> notices(const Answer& answer);

/// What a check looks for.
struct Watch {
  /// The most days to a suspension, or to the end of a designation, that make a finding; 0 or more.
  int within = 90;
  /// Whether a finding of this kind is wanted for the credential with this code.
  std::function<bool(RemarkKind, std::string_view)> wants = [](RemarkKind, std::string_view) {
    return true;
  };
};

/// What a check finds for the credentials that the answer shows: one after the other (expired,
/// suspended, suspends-soon, doubtful, differs, entered-after-expiration), then what holds for
/// several (not-entered, duplicate), then designations.
std::vector<Remark> findings(const Answer& answer, const Watch& watch = {});

/// The kinds of findings, in the order in which a credential's are listed.
std::vector<RemarkKind> kinds_of_findings();

}  // namespace certrenew
