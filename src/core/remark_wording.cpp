// Remarks in words.

#include <string>

#include "certrenew/remark.hpp"
#include "core/code_advice.hpp"
#include "core/designations.hpp"
#include "core/portal_entry.hpp"
#include "core/wording.hpp"

namespace certrenew {

namespace {

std::string in_days(std::int32_t days) {
  return "in " + std::to_string(days) + (days == 1 ? " day" : " days");
}

// ---- Findings ----------------------------------------------------------------------------------

/// `suspends 2026-02-01, in 31 days; earn 10 more CE units by 2026-01-31`.
void append_status(Sentence& words, const CredentialAnswer& one) {
  const auto advise = [&](std::optional<Date> last) {
    if (last && !one.is_tracked()) words << "; " << one.what_renews_it(*last);
  };
  switch (one.status()) {
    case Status::upcoming: break;
    case Status::active:
      words << "suspends " << *one.suspends() << ", " << in_days(*one.days_to_suspension());
      advise(one.last_active_day());
      break;
    case Status::suspended:
      words << "suspended since " << *one.suspends();
      if (one.expires()) {
        words << ", expires " << *one.expires() << ", " << in_days(*one.days_to_expiration());
      }
      advise(one.last_day());
      break;
    case Status::expired:
      words << "expired on " << *one.expires();
      if (!one.is_tracked()) words << "; " << one.what_helps_when_expired();
      break;
  }
}

void append_difference(Sentence& words, const AnswerContents& answer, const CredentialAnswer& one,
                       bool expiration) {
  const Expectation& expected = *one.certification().expectation;
  const auto ours = expiration ? one.expires() : one.suspends();
  words << (ours ? "" : "never ") << (expiration ? "expires " : "suspends ");
  if (ours) words << *ours << " ";
  words << "by the rules, but the log expects "
        << (expiration ? *expected.expires : *expected.suspends);
  const auto moved_by = one.is_tracked() ? std::nullopt : one.cycle().begun_by_activity;
  if (moved_by) {
    append_activity(words << "; moved by ", answer, *moved_by);
  } else {
    words << "; no activity of the log has moved it";
  }
}

/// `"Jira automation" (coursework, 2025-06-01) is the same as activities[3]`.
void append_sameness(Sentence& words, const AnswerContents& answer, const Remark::About& about,
                     bool same_day) {
  append_activity(words, answer, *about.activity);
  words << (same_day ? " is a duplicate of activities[" : " has the title of activities[")
        << std::int64_t{about.same_as->at} << "]";
  if (same_day) {
    words << ": only one of them counts";
  } else {
    words << " of " << answer.log[*about.same_as].date << ": it counts again";
  }
}

void append_designation(Sentence& words, const AnswerContents& answer, std::uint32_t number) {
  const DesignationAnswer one = designations_of(answer)[number];
  words << shortened(one.designation->name) << " is held until " << *one.until << ", "
        << in_days(*one.until - answer.renewals.as_of) << ": then fewer than "
        << std::int64_t{one.designation->needs} << " of its certifications are active";
}

}  // namespace

// ---- Remark ------------------------------------------------------------------------------------

std::optional<CredentialAnswer> Remark::credential() const {
  if (!about_.credential) return std::nullopt;
  return CredentialAnswer{answer_, *about_.credential};
}

std::string Remark::subject() const {
  std::string subject;
  if (kind_ == RemarkKind::incomplete_policy) {
    subject = shortened(answer_->policies[*about_.programme].name);
  }
  if (about_.designation) {
    subject = shortened(designations_of(*answer_)[*about_.designation].designation->name);
  }
  if (about_.credential) subject += shortened(answer_->log[*about_.credential].code);
  if (about_.activity && kind_ != RemarkKind::differs) {
    if (!subject.empty()) subject += ": ";
    subject += "activities[" + std::to_string(about_.activity->at) + "]";
    if (answer_->log[*about_.activity].what_if) subject += " (what if)";
  }
  return subject;
}

Place Remark::place() const {
  if (!about_.activity && !about_.credential) return 0;
  if (kind_ == RemarkKind::differs) {
    const auto& places = answer_->log[*about_.credential].places;
    return about_.expiration ? places.expected_expires : places.expected_suspends;
  }
  if (about_.activity) return answer_->log[*about_.activity].place;
  return answer_->log[*about_.credential].places.itself;
}

std::optional<Date> Remark::date() const {
  switch (kind_) {
    case RemarkKind::suspended: return credential()->last_day();
    case RemarkKind::suspends_soon: return credential()->last_active_day();
    case RemarkKind::expired: return credential()->expires();
    case RemarkKind::designation_ends: return designations_of(*answer_)[*about_.designation].until;
    case RemarkKind::not_entered: {
      const auto end = end_of_entry(*answer_, *about_.activity, *about_.deadline_of);
      return end ? day_before(*end) : std::nullopt;
    }
    default: return std::nullopt;
  }
}

std::optional<Units> Remark::units_needed() const {
  if (kind_ != RemarkKind::suspended && kind_ != RemarkKind::suspends_soon) return std::nullopt;
  const auto last = date();
  return last ? credential()->needed_on(*last) : std::nullopt;
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
    case RemarkKind::duplicate: append_sameness(words, *answer_, about_, true); break;
    case RemarkKind::repeated: append_sameness(words, *answer_, about_, false); break;
    case RemarkKind::incomplete_policy:
      words << "the policy " << shortened(answer_->policies[*about_.programme].name)
            << " cannot express all rules of its programme: "
            << shortened(answer_->policies[*about_.programme].notes.front());
      break;
    case RemarkKind::units_differ: {
      const Activity& activity = answer_->log[*about_.activity];
      const Worth& worth = *activity.work()->in(*about_.programme);
      const Policy& policy = answer_->policies[worth.programme];
      append_activity(words, *answer_, *about_.activity);
      words << " states " << units_in_words(worth.units, policy) << "; the policy says "
            << *policy[worth.type].units.on(activity.date);
      break;
    }
    case RemarkKind::unknown_code: {
      const CredentialAnswer one = *credential();
      words << "the policy " << shortened(one.policy()->name) << " does not list "
            << shortened(one.code()) << "; did you mean " << shortened(*similar_code(one)) << "?";
      break;
    }
    case RemarkKind::upcoming:
      words << "earned on " << credential()->cycle().start
            << ", but activities lie before that day; is the year right?";
      break;
    case RemarkKind::expired:
    case RemarkKind::suspended:
    case RemarkKind::suspends_soon: append_status(words, *credential()); break;
    case RemarkKind::doubtful: words << about_.doubt->message; break;
    case RemarkKind::differs:
      append_difference(words, *answer_, *credential(), about_.expiration);
      break;
    case RemarkKind::designation_ends:
      append_designation(words, *answer_, *about_.designation);
      break;
  }
  return message;
}

}  // namespace certrenew
