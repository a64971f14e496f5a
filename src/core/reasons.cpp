// The engine's decisions in words. Nothing is decided here: everything stands in the result.

#include <string_view>

#include "certrenew/renewal.hpp"

namespace certrenew {

namespace {

using Index = std::uint32_t;

/// `1st`, `2nd`, `11th`.
std::string ordinal(Index number) {
  const Index tens = number / 10 % 10;
  const Index ones = number % 10;
  const bool regular = tens == 1 || ones == 0 || ones > 3;
  constexpr std::string_view endings[] = {"th", "st", "nd", "rd"};
  return std::to_string(number) + std::string{endings[regular ? 0 : ones]};
}

/// `local event` for `local-event`.
std::string spoken(std::string_view name) {
  std::string words{name};
  for (char& c : words) {
    if (c == '-') c = ' ';
  }
  return words;
}

std::string quoted_name(std::string_view name) { return '"' + std::string{name} + '"'; }

/// One activity as one credential sees it.
class Reason {
 public:
  Reason(const Log& log, const Policy& policy, const Renewals& renewals, Index credential,
         Index activity)
      : log_{log},
        policy_{policy},
        renewals_{renewals},
        certification_{log.certifications[credential]},
        type_{policy.certification_types[certification_.type]},
        credential_{renewals.credentials[credential]},
        activity_{log.activities[activity]},
        verdict_{credential_.verdicts[activity]} {}

  [[nodiscard]] std::string words() const;
  [[nodiscard]] bool is_added() const { return type_.units && verdict_.use > 0; }

 private:
  [[nodiscard]] std::string other_certification() const;
  [[nodiscard]] std::string not_required() const;
  [[nodiscard]] std::string before_cycle() const;
  [[nodiscard]] std::string used() const;
  [[nodiscard]] std::string over_limit() const;
  [[nodiscard]] std::string stale() const;
  [[nodiscard]] std::string superseded() const;
  [[nodiscard]] std::string counted() const;

  [[nodiscard]] std::string code() const { return std::string{certification_.code}; }
  [[nodiscard]] std::string done() const {
    return (activity_.exam ? "passed " : "done ") + to_string(activity_.date);
  }
  /// The cycle that the activity belongs to, or began.
  [[nodiscard]] const Cycle& cycle() const { return credential_.cycles[verdict_.cycle]; }
  /// `from 2025-10-10 to 2026-04-09`: the days on which the exam renews the cycle.
  [[nodiscard]] std::string window() const {
    const Interval days = *cycle().exam_window;
    return "from " + to_string(days.first) + " to " +
           to_string(day_before(days.end).value_or(days.end));
  }
  /// `"JSM-1"` where the activity completed that course for this type, else nothing.
  [[nodiscard]] std::optional<std::string> completed_course() const;

  const Log& log_;
  const Policy& policy_;
  const Renewals& renewals_;
  const Certification& certification_;
  const CertificationType& type_;
  const Credential& credential_;
  const Activity& activity_;
  const Verdict& verdict_;
};

std::string Reason::words() const {
  switch (verdict_.outcome) {
    case Outcome::planned:
      return to_string(activity_.date) + " lies after " + to_string(renewals_.as_of) +
             ": planned, changes nothing";
    case Outcome::other_certification: return other_certification();
    case Outcome::failed: return "the exam of " + to_string(activity_.date) + " was not passed";
    case Outcome::not_required: return not_required();
    case Outcome::before_cycle: return before_cycle();
    case Outcome::renewed: return done() + ", in the exam window " + window();
    case Outcome::earned_anew:
      return done() + ", after " + code() + " had expired on " +
             to_string(credential_.cycles[verdict_.cycle - 1].expires);
    case Outcome::earned:
      return "the exam by which " + code() + " was earned on " + to_string(cycle().start);
    case Outcome::too_early: return done() + ", before the exam window " + window();
    case Outcome::after_expiration:
      return done() + ", when " + code() + " had expired on " + to_string(cycle().expires);
    case Outcome::used: return used();
    case Outcome::over_limit: return over_limit();
    case Outcome::stale: return stale();
    case Outcome::superseded: return superseded();
    case Outcome::lapsed:
      return "in a cycle that expired on " + to_string(cycle().expires) + ", not renewed";
    case Outcome::counted: return counted();
  }
  return {};
}

std::string Reason::other_certification() const {
  if (!activity_.certification) return "the exam of a certification that this log does not list";
  const std::string other{log_.certifications[*activity_.certification].code};
  return "the exam of " + other + " renews " + other + " alone";
}

std::string Reason::not_required() const {
  if (activity_.exam) return type_.name + " certifications are not renewed by an exam";
  return type_.name + " certifications are " +
         (type_.courses.empty() ? "renewed by their exam alone"
                                : "renewed by specific courses, and this is none of them");
}

std::string Reason::before_cycle() const {
  const Cycle& first = credential_.cycles.front();
  const std::string start = to_string(first.start);
  if (first.began_by == Began::earned)
    return done() + ", before " + code() + " was earned on " + start;
  if (activity_.date == first.start) {
    return done() + ", on the first day of a given cycle, which counts from the next day on";
  }
  return done() + ", before the first cycle that the log knows, which began on " + start;
}

std::string Reason::used() const {
  std::string words;
  if (cycle().closed_by == Closed::courses) {
    words = "completed " + completed_course().value_or("a course") + " for the renewal of ";
  } else {
    words = "part of the renewal of ";
  }
  words += to_string(*cycle().closed);
  if (verdict_.assumption == Assumption::renewal_day_dropped) {
    words += "; what exceeds " + to_string(*type_.units) + " is not carried over";
  }
  return words;
}

std::string Reason::over_limit() const {
  if (!type_.units) {
    return quoted_name(policy_.courses[*activity_.course]) + " was already completed on " +
           to_string(log_.activities[verdict_.rests_on].date);
  }
  const ActivityType& type = policy_.activity_types[activity_.type];
  const Index limit = *type.limit;
  return ordinal(verdict_.use) + ' ' + spoken(type.name) + " of this cycle; " +
         (limit == 0 ? "none" : std::to_string(limit)) + (limit <= 1 ? " counts" : " count");
}

std::string Reason::stale() const {
  const std::string age = std::to_string(*policy_.units_valid_months) + " months old on " +
                          to_string(*goes_stale(activity_.date, policy_)) + ", so stale when ";
  if (!cycle().closed) return age + "asked on " + to_string(renewals_.as_of);
  const bool expired = cycle().closed_by == Closed::expired;
  return age + "the cycle " + (expired ? "" : "was ") + how_it_closed(cycle());
}

std::string Reason::superseded() const {
  if (!activity_.exam) {
    return "the cycle was " + how_it_closed(cycle()) + "; nothing of it is carried over";
  }
  const bool anew = credential_.verdicts[verdict_.rests_on].outcome == Outcome::earned_anew;
  return std::string{"another exam had already "} +
         (anew ? "earned it anew on " : "renewed it on ") + to_string(activity_.date);
}

std::string Reason::counted() const {
  const auto course = completed_course();
  std::string words = course ? "completes " + *course + "; counts until " : "counts until ";
  const Date expires = cycle().expires;
  const auto stale = type_.units ? goes_stale(activity_.date, policy_) : std::nullopt;
  if (stale && *stale < expires) {
    return words + to_string(*stale) + ", when it is " +
           std::to_string(*policy_.units_valid_months) + " months old";
  }
  return words + to_string(expires) + ", when " + code() + " expires";
}

std::optional<std::string> Reason::completed_course() const {
  if (!activity_.course || verdict_.rests_on != Verdict::none) return std::nullopt;
  for (const Index course : type_.courses) {
    if (course == *activity_.course) return quoted_name(policy_.courses[course]);
  }
  return std::nullopt;
}

}  // namespace

std::string reason(const Log& log, const Policy& policy, const Renewals& renewals,
                   std::uint32_t credential, std::uint32_t activity) {
  return Reason{log, policy, renewals, credential, activity}.words();
}

std::optional<Units> running_total(const Log& log, const Policy& policy, const Renewals& renewals,
                                   std::uint32_t credential, std::uint32_t activity) {
  if (!Reason{log, policy, renewals, credential, activity}.is_added()) return std::nullopt;
  return renewals.credentials[credential].verdicts[activity].total;
}

std::string how_it_began(const Cycle& cycle) {
  const std::string day = to_string(cycle.start);
  switch (cycle.began_by) {
    case Began::earned: return "earned on " + day;
    case Began::given: return "given by the log, from " + day;
    case Began::units: return "renewed by CE units on " + day;
    case Began::exam: return "renewed by its exam on " + day;
    case Began::courses: return "renewed by courses on " + day;
    case Began::earned_anew: return "earned anew on " + day;
  }
  return {};
}

std::string how_it_closed(const Cycle& cycle) {
  if (!cycle.closed_by) return "open";
  const std::string day = to_string(*cycle.closed);
  switch (*cycle.closed_by) {
    case Closed::units: return "renewed by CE units on " + day;
    case Closed::exam: return "renewed by its exam on " + day;
    case Closed::courses: return "renewed by courses on " + day;
    case Closed::expired: return "expired on " + day;
  }
  return {};
}

Units still_counting(const Log& log, const Policy& policy, const Renewals& renewals,
                     std::uint32_t credential, Date day) {
  Units total;
  if (!policy.certification_types[log.certifications[credential].type].units) return total;
  const auto& verdicts = renewals.credentials[credential].verdicts;
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    if (verdicts[i].outcome != Outcome::counted) continue;
    const auto stale = goes_stale(log.activities[i].date, policy);
    if (!stale || day < *stale) total += log.activities[i].units;
  }
  return total;
}

std::optional<std::string> too_large(const Log& log, const Policy& policy) {
  const std::size_t held = log.certifications.size();
  const std::size_t each =
      log.activities.size() + policy.activity_types.size() + policy.courses.size();
  if (held == 0 || each <= most_outcomes / held) return std::nullopt;
  return "too large: " + std::to_string(held) + " certifications, each with " +
         std::to_string(each) + " activities, activity types and courses; at most " +
         std::to_string(most_outcomes) + " of all these are answered at once";
}

std::string describe(const OutOfRange& one, Date date) {
  const bool before = one.months < 0;
  return std::to_string(before ? -one.months : one.months) + " months " +
         (before ? "before " : "after ") + to_string(date) +
         (one.computed ? ", or a date computed from it," : "") + " lies outside " +
         to_string(Date::first()) + " to " + to_string(Date::last());
}

}  // namespace certrenew
