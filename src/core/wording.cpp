#include "core/wording.hpp"

#include <algorithm>
#include <optional>

#include "text/utf8.hpp"

namespace certrenew {

namespace {

/// `1st`, `2nd`, `11th`.
std::string ordinal(std::uint32_t number) {
  const std::uint32_t tens = number / 10 % 10;
  const std::uint32_t ones = number % 10;
  const bool regular = tens == 1 || ones == 0 || ones > 3;
  constexpr std::string_view endings[] = {"th", "st", "nd", "rd"};
  return std::to_string(number) + std::string{endings[regular ? 0 : ones]};
}

/// `local event` for `local-event`.
std::string spoken(std::string_view name) {
  std::string words = shortened(name);
  std::replace(words.begin(), words.end(), '-', ' ');
  return words;
}

std::string in_quotes(std::string_view name) { return '"' + shortened(name) + '"'; }

/// One activity as one credential sees it.
class Reason {
 public:
  Reason(const AnswerContents& answer, Index<Certification> credential, Index<Activity> activity)
      : answer_{answer},
        certification_{answer.log[credential]},
        type_{answer.policy[certification_.type]},
        credential_{answer.renewals.credentials[credential.at]},
        activity_{answer.log[activity]},
        verdict_{credential_.verdicts[activity.at]} {}

  [[nodiscard]] std::string words() const;

 private:
  [[nodiscard]] std::string other_certification() const;
  [[nodiscard]] std::string not_required() const;
  [[nodiscard]] std::string before_cycle() const;
  [[nodiscard]] std::string used() const;
  [[nodiscard]] std::string over_limit() const;
  [[nodiscard]] std::string stale() const;
  [[nodiscard]] std::string superseded() const;
  [[nodiscard]] std::string counted() const;

  [[nodiscard]] std::string code() const { return shortened(certification_.code); }
  [[nodiscard]] std::string done() const {
    return (activity_.exam() != nullptr ? "passed " : "done ") + to_string(activity_.date);
  }
  /// The cycle that the activity belongs to, or began.
  [[nodiscard]] const Cycle& cycle() const { return credential_.cycles[*verdict_.cycle]; }
  /// `from 2025-10-10 to 2026-04-09`: the days on which the exam renews the cycle.
  [[nodiscard]] std::string window() const {
    const Interval days = *cycle().exam_window;
    return "from " + to_string(days.first) + " to " +
           to_string(day_before(days.end).value_or(days.end));
  }
  /// `"JSM-1"` where the activity completed that course for this type, else nothing.
  [[nodiscard]] std::optional<std::string> completed_course() const;

  const AnswerContents& answer_;
  const Certification& certification_;
  const CertificationType& type_;
  const Credential& credential_;
  const Activity& activity_;
  const Verdict& verdict_;
};

std::string Reason::words() const {
  switch (verdict_.outcome) {
    case Outcome::planned:
      return to_string(activity_.date) + " lies after " + to_string(answer_.renewals.as_of) +
             ": planned, changes nothing";
    case Outcome::other_certification: return other_certification();
    case Outcome::failed: return "the exam of " + to_string(activity_.date) + " was not passed";
    case Outcome::not_required: return not_required();
    case Outcome::before_cycle: return before_cycle();
    case Outcome::renewed: return done() + ", in the exam window " + window();
    case Outcome::earned_anew:
      return done() + ", after " + code() + " had expired on " +
             to_string(credential_.cycles[*verdict_.cycle - 1].expires);
    case Outcome::earned:
      return "the exam that earned " + code() + " on " + to_string(cycle().start);
    case Outcome::too_early: return done() + ", before the exam window " + window();
    case Outcome::after_expiration:
      return done() + ", after " + code() + " had expired on " + to_string(cycle().expires);
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
  const auto other = activity_.exam()->certification;
  if (!other) return "the exam of a certification that this log does not list";
  const std::string its_code = shortened(answer_.log[*other].code);
  return "the exam of " + its_code + " renews " + its_code + " alone";
}

std::string Reason::not_required() const {
  const std::string type = shortened(type_.name);
  if (activity_.exam() != nullptr) return type + " certifications are not renewed by an exam";
  return type + " certifications are renewed by " +
         (type_.courses.empty() ? "their exam alone"
                                : "specific courses, and this is not one of them");
}

std::string Reason::before_cycle() const {
  const Cycle& first = credential_.cycles.front();
  const std::string start = to_string(first.start);
  if (first.began_by == CycleStart::earned) {
    return done() + ", before " + code() + " was earned on " + start;
  }
  if (activity_.date == first.start) {
    return done() + ", on the first day of a given cycle, which counts from the next day on";
  }
  return done() + ", before the first cycle that the log knows, which began on " + start;
}

std::string Reason::used() const {
  std::string words;
  if (cycle().closing->by == CycleEnd::courses) {
    words = "completed " + completed_course().value_or("a course") + " for the renewal of ";
  } else {
    words = "part of the renewal of ";
  }
  words += to_string(cycle().closing->day);
  if (verdict_.assumption == Assumption::renewal_day_dropped) {
    words += "; units above " + to_string(*type_.units) + " are not carried over";
  }
  return words;
}

std::string Reason::over_limit() const {
  const Work& work = *activity_.work();
  if (!type_.units) {
    return in_quotes(answer_.policy[*work.course]) + " was already completed on " +
           to_string(answer_.log.activities[*verdict_.rests_on].date);
  }
  const ActivityType& type = answer_.policy[work.type];
  const std::uint32_t limit = *type.limit;
  return ordinal(verdict_.use) + ' ' + spoken(type.name) + " of this cycle; " +
         (limit == 0 ? "none" : std::to_string(limit)) + (limit <= 1 ? " counts" : " count");
}

std::string Reason::stale() const {
  const std::string age = std::to_string(*answer_.policy.units_valid_months) + " months old on " +
                          to_string(*goes_stale(activity_.date, answer_.policy)) + ", so stale ";
  if (!cycle().closing) return age + "on " + to_string(answer_.renewals.as_of);
  return age + "when the cycle " + (cycle().expired() ? "" : "was ") + how_it_ended(cycle());
}

std::string Reason::superseded() const {
  if (activity_.exam() == nullptr) {
    return "the cycle was " + how_it_ended(cycle()) + "; nothing of it is carried over";
  }
  const Outcome first = credential_.verdicts[*verdict_.rests_on].outcome;
  return std::string{"another exam had already "} +
         (first == Outcome::earned_anew ? "earned it anew on " : "renewed it on ") +
         to_string(activity_.date);
}

std::string Reason::counted() const {
  const auto course = completed_course();
  std::string words = course ? "completes " + *course + "; counts until " : "counts until ";
  const Date expires = cycle().expires;
  const auto stale = type_.units ? goes_stale(activity_.date, answer_.policy) : std::nullopt;
  if (stale && *stale < expires) {
    return words + to_string(*stale) + ", when it is " +
           std::to_string(*answer_.policy.units_valid_months) + " months old";
  }
  return words + to_string(expires) + ", when " + code() + " expires";
}

std::optional<std::string> Reason::completed_course() const {
  const auto course = activity_.work()->course;
  if (!course || verdict_.rests_on) return std::nullopt;
  const auto& required = type_.courses;
  if (std::find(required.begin(), required.end(), *course) == required.end()) return std::nullopt;
  return in_quotes(answer_.policy[*course]);
}

}  // namespace

std::string shortened(std::string_view text) {
  constexpr std::size_t most_characters = 80;
  if (text.size() <= most_characters) return std::string{text};
  std::size_t end = 0;
  for (std::size_t count = 0; end < text.size() && count < most_characters; ++count) {
    end += text::decode(text.substr(end)).size;
  }
  return std::string{text.substr(0, end)} + (end < text.size() ? "…" : "");
}

void append_activity(Sentence& words, const AnswerContents& answer, Index<Activity> activity) {
  const Activity& one = answer.log[activity];
  const Work* const work = one.work();
  const std::string type =
      work == nullptr ? std::string{"exam"} : shortened(answer.policy[work->type].name);
  if (one.title) {
    words << "\"" << shortened(*one.title) << "\" (" << type << ", " << one.date << ")";
  } else {
    words << type << " of " << one.date;
  }
}

std::string reason(const AnswerContents& answer, Index<Certification> credential,
                   Index<Activity> activity) {
  return Reason{answer, credential, activity}.words();
}

std::string how_it_began(const Cycle& cycle) {
  const std::string day = to_string(cycle.start);
  switch (cycle.began_by) {
    case CycleStart::earned: return "earned on " + day;
    case CycleStart::given: return "given by the log, from " + day;
    case CycleStart::units: return "renewed by CE units on " + day;
    case CycleStart::exam: return "renewed by its exam on " + day;
    case CycleStart::courses: return "renewed by courses on " + day;
    case CycleStart::earned_anew: return "earned anew on " + day;
  }
  return {};
}

std::string how_it_ended(const Cycle& cycle) {
  if (!cycle.closing) return "open";
  const std::string day = to_string(cycle.closing->day);
  switch (cycle.closing->by) {
    case CycleEnd::units: return "renewed by CE units on " + day;
    case CycleEnd::exam: return "renewed by its exam on " + day;
    case CycleEnd::courses: return "renewed by courses on " + day;
    case CycleEnd::expired: return "expired on " + day;
  }
  return {};
}

}  // namespace certrenew
