// Remarks in words.

#include <string>

#include "certrenew/remark.hpp"
#include "core/code_advice.hpp"
#include "core/portal_entry.hpp"
#include "core/wording.hpp"

namespace certrenew {

namespace {

std::string in_days(std::int32_t days) {
  return "in " + std::to_string(days) + (days == 1 ? " day" : " days");
}

// ---- Findings ----------------------------------------------------------------------------------

/// `suspends 2026-02-01, in 31 days; earn 10 more CE units by 2026-01-31`.
std::string status_in_words(const CredentialAnswer& one) {
  const auto advice = [&](std::optional<Date> last) {
    return last && !one.is_tracked() ? "; " + one.what_renews_it(*last) : std::string{};
  };
  switch (one.status()) {
    case Status::upcoming: break;
    case Status::active:
      return "suspends " + to_string(*one.suspends()) + ", " + in_days(*one.days_to_suspension()) +
             advice(one.last_active_day());
    case Status::suspended: {
      std::string words = "suspended since " + to_string(*one.suspends());
      if (one.expires()) {
        words +=
            ", expires " + to_string(*one.expires()) + ", " + in_days(*one.days_to_expiration());
      }
      return words + advice(one.last_day());
    }
    case Status::expired: {
      const std::string words = "expired on " + to_string(*one.expires());
      return one.is_tracked() ? words : words + "; " + std::string{one.what_helps_when_expired()};
    }
  }
  return {};
}

std::string difference_from_expected(const AnswerContents& answer, const CredentialAnswer& one,
                                     bool expiration) {
  const Expectation& expected = *one.certification().expectation;
  const std::string verb = expiration ? "expires " : "suspends ";
  const auto ours = expiration ? one.expires() : one.suspends();
  const auto moved_by = one.is_tracked() ? std::nullopt : one.cycle().begun_by_activity;
  return (ours ? verb + to_string(*ours) + ' ' : "never " + verb) +
         "by the rules, but the log expects " +
         to_string(expiration ? *expected.expires : *expected.suspends) +
         (moved_by ? "; moved by " + activity_in_words(answer, *moved_by)
                   : "; no activity of the log has moved it");
}

/// `"Jira automation" (coursework, 2025-06-01) is the same as activities[3]`.
std::string sameness_in_words(const AnswerContents& answer, const Remark::About& about,
                              bool same_day) {
  const std::string other = "activities[" + std::to_string(about.same_as->at) + ']';
  return activity_in_words(answer, *about.activity) +
         (same_day ? " is a duplicate of " + other + ": only one of them counts"
                   : " has the title of " + other + " of " +
                         to_string(answer.log[*about.same_as].date) + ": it counts again");
}

std::string designation_in_words(const AnswerContents& answer, std::uint32_t number) {
  const DesignationAnswer one = answer.designations()[number];
  return shortened(one.designation->name) + " is held until " + to_string(*one.until) + ", " +
         in_days(*one.until - answer.renewals.as_of) + ": then fewer than " +
         std::to_string(one.designation->needs) + " of its certifications are active";
}

/// Says that an activity should be entered before end_of_entry() of `credential`.
std::string entry_deadline_in_words(const AnswerContents& answer, Index<Activity> activity,
                                    Index<Certification> credential) {
  const auto end = end_of_entry(answer, activity, credential);
  const std::string words = activity_in_words(answer, activity);
  if (!end) return words + " is not yet entered in the portal";
  const bool too_late = *end <= answer.renewals.as_of;
  const Credential& one = answer.renewals.credentials[credential.at];
  const bool is_in_doubt = end != one.cycles[*one.verdicts[activity.at].cycle].expires;
  return words +
         (too_late ? " is not entered in the portal; it should have been before "
                   : " is not yet entered; enter it in the portal before ") +
         to_string(*end) + ", when " + shortened(answer.log[credential].code) +
         (too_late      ? " expired"
          : is_in_doubt ? " may expire"
                        : " expires");
}

/// Says that the portal may not take an activity. Precondition: is_entered_late().
std::string late_entry_in_words(const AnswerContents& answer, Index<Activity> activity,
                                Index<Certification> credential) {
  const PortalEntry& entry = answer.log[activity].entered;
  const Credential& renewed = answer.renewals.credentials[credential.at];
  const Cycle& cycle = renewed.cycles[*renewed.verdicts[activity.at].cycle];
  return activity_in_words(answer, activity) + " renewed " +
         shortened(answer.log[credential].code) + ", but " +
         (is_entered(entry, answer.renewals.as_of) ? "was entered on " + to_string(*entry.date)
                                                   : "is not yet entered") +
         ", and the cycle that it renewed expired on " + to_string(*cycle.expires) +
         ": the portal may not take it";
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
    subject = shortened(answer_->designations()[*about_.designation].designation->name);
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
    case RemarkKind::designation_ends: return answer_->designations()[*about_.designation].until;
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
  const auto activity = [&] { return activity_in_words(*answer_, *about_.activity); };
  switch (kind_) {
    case RemarkKind::counts_nowhere: return activity() + " counts for no certification";
    case RemarkKind::entered_after_expiration:
      return late_entry_in_words(*answer_, *about_.activity, *about_.credential);
    case RemarkKind::not_entered:
      return entry_deadline_in_words(*answer_, *about_.activity, *about_.deadline_of);
    case RemarkKind::planned:
      return activity() + " lies after " + to_string(answer_->renewals.as_of) +
             ": planned, not counted";
    case RemarkKind::duplicate: return sameness_in_words(*answer_, about_, true);
    case RemarkKind::repeated: return sameness_in_words(*answer_, about_, false);
    case RemarkKind::incomplete_policy: {
      const Policy& policy = answer_->policies[*about_.programme];
      return "the policy " + shortened(policy.name) +
             " cannot express all rules of its programme: " + shortened(policy.notes.front());
    }
    case RemarkKind::units_differ: {
      const Activity& its = answer_->log[*about_.activity];
      const Worth& worth = *its.work()->in(*about_.programme);
      const Policy& policy = answer_->policies[worth.programme];
      return activity() + " states " + units_in_words(worth.units, policy) + "; the policy says " +
             to_string(*policy[worth.type].units.on(its.date));
    }
    case RemarkKind::unknown_code: {
      const CredentialAnswer one = *credential();
      return "the policy " + shortened(one.policy()->name) + " does not list " +
             shortened(one.code()) + "; did you mean " + shortened(*similar_code(one)) + '?';
    }
    case RemarkKind::upcoming:
      return "earned on " + to_string(credential()->cycle().start) +
             ", but activities lie before that day; is the year right?";
    case RemarkKind::expired:
    case RemarkKind::suspended:
    case RemarkKind::suspends_soon: return status_in_words(*credential());
    case RemarkKind::doubtful: return about_.doubt->message;
    case RemarkKind::differs:
      return difference_from_expected(*answer_, *credential(), about_.expiration);
    case RemarkKind::designation_ends: return designation_in_words(*answer_, *about_.designation);
  }
  return {};
}

}  // namespace certrenew
