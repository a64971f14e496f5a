// Remarks in words.

#include <string>

#include "certrenew/remark.hpp"
#include "core/portal_entry.hpp"
#include "core/wording.hpp"

namespace certrenew {

namespace {

std::string in_days(std::int32_t days) {
  return "in " + std::to_string(days) + (days == 1 ? " day" : " days");
}

// ---- Assumptions -------------------------------------------------------------------------------

std::string_view words_for(Assumption assumption) {
  switch (assumption) {
    case Assumption::none: break;
    case Assumption::first_day_counts:
      return "counts although it was done on the very day it was earned (U2)";
    case Assumption::given_day_dropped:
      return "does not count: it was done on the first day of the given cycle (U4)";
    case Assumption::renewal_day_dropped:
      return "is not carried over: it was done on the day of a renewal that needed less (U4)";
    case Assumption::stale_dropped: return "has gone stale and does not count (U6)";
  }
  return {};
}

/// `suspends on 2026-02-28, the last day of a month that is too short (D2)`.
void append_rounded(Sentence& words, const Cycle& cycle) {
  int said = 0;
  const auto say = [&](bool rounded, std::string_view what, Date date) {
    if (!rounded) return;
    words << (said++ > 0 ? " and " : " ") << what << date;
  };
  say(cycle.rounded.suspends, "suspends on ", cycle.suspends);
  say(cycle.rounded.expires, "expires on ", cycle.expires);
  if (cycle.exam_window) {
    say(cycle.rounded.exam_window, "opens for its exam on ", cycle.exam_window->first);
  }
  words << (said > 1 ? ", each" : ",") << " the last day of a month that is too short (D2)";
}

void append_assumption(Sentence& words, const AnswerContents& answer, const Remark::About& about) {
  const auto [certification, type, credential] = parts_of(answer, *about.credential);
  const std::string code = shortened(certification.code);
  if (about.cycle) {
    const Cycle& cycle = credential.cycles[*about.cycle];
    append_rounded(words << "the cycle of " << code << " from " << cycle.start, cycle);
  } else {
    append_activity(words << "for " << code << ", ", answer, *about.activity);
    words << " " << words_for(credential.verdicts[about.activity->at].assumption);
  }
  words << ": an assumption, no source settles it";
}

// ---- Findings ----------------------------------------------------------------------------------

void append_status(Sentence& words, const CredentialAnswer& one) {
  switch (one.status()) {
    case Status::upcoming: break;
    case Status::active:
      words << "suspends " << one.suspends() << ", " << in_days(one.days_to_suspension()) << "; "
            << one.what_renews_it(*day_before(one.suspends()));
      break;
    case Status::suspended:
      words << "suspended since " << one.suspends() << ", expires " << one.expires() << ", "
            << in_days(one.days_to_expiration()) << "; "
            << one.what_renews_it(*day_before(one.expires()));
      break;
    case Status::expired:
      words << "expired on " << one.expires() << "; " << one.what_helps_when_expired();
      break;
  }
}

void append_difference(Sentence& words, const AnswerContents& answer, const CredentialAnswer& one,
                       bool expiration) {
  const Expectation& expected = *one.certification().expectation;
  if (expiration) {
    words << "expires " << one.expires() << " by the rules, but the log expects "
          << *expected.expires;
  } else {
    words << "suspends " << one.suspends() << " by the rules, but the log expects "
          << *expected.suspends;
  }
  if (const auto moved_by = one.cycle().begun_by_activity) {
    append_activity(words << "; moved by ", answer, *moved_by);
  } else {
    words << "; no activity of the log has moved it";
  }
}

}  // namespace

// ---- Remark ------------------------------------------------------------------------------------

std::optional<CredentialAnswer> Remark::credential() const {
  if (!about_.credential) return std::nullopt;
  return CredentialAnswer{answer_, *about_.credential};
}

std::string Remark::subject() const {
  std::string subject;
  if (about_.credential) subject += shortened(answer_->log[*about_.credential].code);
  if (about_.activity && kind_ != RemarkKind::differs) {
    if (!subject.empty()) subject += ": ";
    subject += "activities[" + std::to_string(about_.activity->at) + "]";
    if (answer_->log[*about_.activity].what_if) subject += " (what if)";
  }
  return subject;
}

Place Remark::place() const {
  if (kind_ == RemarkKind::differs) {
    const auto& places = answer_->log[*about_.credential].places;
    return about_.expiration ? places.expected_expires : places.expected_suspends;
  }
  if (about_.activity) return answer_->log[*about_.activity].place;
  return answer_->log[*about_.credential].places.itself;
}

std::string Remark::message() const {
  constexpr std::size_t usual_length = 160;
  std::string message;
  message.reserve(usual_length);
  Sentence words{message};
  switch (kind_) {
    case RemarkKind::counts_nowhere:
      append_activity(words, *answer_, *about_.activity);
      words << " counts for no certification";
      break;
    case RemarkKind::entered_after_expiration:
      append_entered_late(words, *answer_, *about_.activity, *about_.credential);
      break;
    case RemarkKind::not_entered:
      append_entry_deadline(words, *answer_, *about_.activity, *about_.deadline_of);
      break;
    case RemarkKind::planned:
      append_activity(words, *answer_, *about_.activity);
      words << " lies after " << answer_->renewals.as_of << ": planned, not counted";
      break;
    case RemarkKind::rests_on_assumption: append_assumption(words, *answer_, about_); break;
    case RemarkKind::units_differ: {
      const Work& work = *answer_->log[*about_.activity].work();
      append_activity(words, *answer_, *about_.activity);
      words << " states " << work.units << " CE units; the policy says "
            << *answer_->policy[work.type].units;
      break;
    }
    case RemarkKind::expired:
    case RemarkKind::suspended:
    case RemarkKind::suspends_soon: append_status(words, *credential()); break;
    case RemarkKind::differs:
      append_difference(words, *answer_, *credential(), about_.expiration);
      break;
  }
  return message;
}

}  // namespace certrenew
