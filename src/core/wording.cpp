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
        one_{&answer, credential},
        activity_{answer.log[activity]},
        verdict_{credential_of(one_).verdicts[activity.at]} {}

  [[nodiscard]] std::string words() const {
    switch (verdict_.outcome) {
      case Outcome::planned:
        return to_string(activity_.date) + " lies after " + to_string(answer_.renewals.as_of) +
               ": planned, changes nothing";
      case Outcome::rejected: return "the programme rejected it";
      case Outcome::other_programme: return other_programme();
      case Outcome::duplicate:
        return "the same as activities[" + std::to_string(*verdict_.rests_on) + "] of that day";
      case Outcome::other_certification: return other_certification();
      case Outcome::failed: return "the exam of " + to_string(activity_.date) + " was not passed";
      case Outcome::not_required: return not_required();
      case Outcome::retired: return retired();
      case Outcome::before_cycle: return before_cycle();
      case Outcome::renewed: return done() + others_exam() + ", in the exam window " + window();
      case Outcome::earned_anew:
        return done() + ", after " + code() + " had expired on " +
               to_string(*one_.cycles()[*verdict_.cycle - 1].expires);
      case Outcome::earned:
        return "the exam that earned " + code() + " on " + to_string(cycle().start);
      case Outcome::too_early: return too_early();
      case Outcome::after_expiration:
        return done() + ", after " + code() + " had expired on " + to_string(*cycle().expires);
      case Outcome::surplus: return surplus();
      case Outcome::used: return used();
      case Outcome::over_limit: return over_limit();
      case Outcome::stale: return stale();
      case Outcome::superseded: return superseded();
      case Outcome::lapsed:
        return "in a cycle that expired on " + to_string(*cycle().expires) + ", not renewed";
      case Outcome::counted: return counted();
    }
    return {};
  }

 private:
  [[nodiscard]] std::string other_programme() const {
    if (const Exam* const exam = activity_.exam()) {
      return "the exam of " + shortened(answer_.log[*exam->certification].code) +
             ", which belongs to another programme";
    }
    const Work& work = *activity_.work();
    if (!work.worth) return "it belongs to no programme of this log";
    std::vector<std::string> names{shortened(answer_.policies[work.worth->programme].name)};
    for (const Worth& one : work.also) {
      names.push_back(shortened(answer_.policies[one.programme].name));
    }
    return (names.size() == 1 ? "it belongs to the programme " : "it belongs to the programmes ") +
           listed(names, " and ");
  }

  [[nodiscard]] std::string other_certification() const {
    const auto other = activity_.exam()->certification;
    if (!other) return "the exam of a certification that this log does not list";
    const std::string its_code = shortened(answer_.log[*other].code);
    if (!one_.is_tracked() && policy().is_linked()) {
      return "the exam of " + its_code + " does not renew " + code();
    }
    return "the exam of " + its_code + " renews " + its_code + " alone";
  }

  [[nodiscard]] std::string others_exam() const {
    const auto other = activity_.exam()->certification;
    if (other == one_.index()) return {};
    return ", the exam of " + shortened(answer_.log[*other].code) + ", which renews " + code() +
           ", too";
  }

  [[nodiscard]] std::string retired() const {
    const Certification& its = answer_.log[*activity_.exam()->certification];
    return done() + "; " + shortened(its.code) + " was retired on " +
           to_string(*retired_on(its, policy()));
  }

  [[nodiscard]] std::string surplus() const {
    const std::string words = done() + ", after the renewal of " + to_string(cycle().began_on) +
                              " and before the new term began on " + to_string(cycle().start);
    const bool may_be_carried = cycle().began_by == CycleStart::units && type().carry_over;
    const bool is_carried = may_be_carried && cycle().carried > Units{};
    return words + (is_carried ? ": it counts only toward what is carried over"
                               : ": it counts for nothing");
  }

  [[nodiscard]] std::string not_required() const {
    if (one_.is_tracked())
      return "no rules are known for " + code() + ": the log alone says its dates";
    const std::string type = shortened(this->type().name);
    if (activity_.exam() != nullptr) return type + " certifications are not renewed by an exam";
    if (!this->type().is_renewable()) return "nothing renews " + type + " certifications";
    return type + " certifications are renewed by " +
           (this->type().courses ? "specific courses, and this is not one of them"
                                 : "their exam alone");
  }

  [[nodiscard]] std::string before_cycle() const {
    const Cycle& first = one_.cycles().front();
    const std::string start = to_string(first.start);
    if (activity_.date < first.start) {
      return done() +
             (first.began_by == CycleStart::earned
                  ? ", before " + code() + " was earned on " + start
                  : ", before the first cycle that the log knows, which began on " + start);
    }
    if (activity_.date == first.start && first.began_by == CycleStart::given) {
      return done() + ", on the first day of a given cycle, which counts from the next day on";
    }
    const auto& from = policy().units_from;
    if (from && activity_.date < *from) {
      return done() + ", before " + to_string(*from) + ": only what is done since then counts";
    }
    return done() + ", on the day " + code() + " was earned, which does not count";
  }

  [[nodiscard]] std::string used() const {
    std::string words;
    if (cycle().closing->by == CycleEnd::courses) {
      words = "completed " + completed_course().value_or("a course") + " for the renewal of ";
    } else {
      words = "part of the renewal of ";
    }
    words += to_string(cycle().closing->day);
    const Units required = cycle().required;
    if (cycle().closing->by != CycleEnd::units || verdict_.total <= required) return words;
    const Units carried = one_.cycles()[*verdict_.cycle + 1].carried;
    const bool includes_surplus = carried > verdict_.total - required;
    if (includes_surplus) {
      return words + "; with the surplus, " + units_in_short(carried, policy()) +
             (carried == Units::whole(1) ? " is" : " are") + " carried over";
    }
    if (carried > Units{}) {
      return words + "; of the " + unit_noun() + " above " + to_string(required) + ", " +
             to_string(carried) + (carried == Units::whole(1) ? " is" : " are") + " carried over";
    }
    return words + "; " + unit_noun() + " above " + to_string(required) + " are not carried over";
  }

  [[nodiscard]] std::string over_limit() const {
    if (!type().units) {
      return in_quotes(policy()[*worth().course]) + " was already completed on " +
             to_string(answer_.log.activities[*verdict_.rests_on].date);
    }
    const ActivityType& its_type = policy()[worth().type];
    const std::uint32_t limit = *its_type.limit.on(cycle().start);
    return ordinal(verdict_.use) + ' ' + spoken(its_type.name) + " of this cycle; " +
           (limit == 0 ? "none" : std::to_string(limit)) + (limit <= 1 ? " counts" : " count");
  }

  [[nodiscard]] std::string stale() const {
    const std::string age = to_string(*policy().units_valid.on(activity_.date)) + " old on " +
                            to_string(*goes_stale(activity_.date, policy())) + ", so stale ";
    if (!cycle().closing) return age + "on " + to_string(answer_.renewals.as_of);
    return age + "when the cycle " + (cycle().expired() ? "" : "was ") + how_it_ended();
  }

  [[nodiscard]] std::string superseded() const {
    if (activity_.exam() == nullptr) {
      return "the cycle was " + how_it_ended() + "; nothing of it is carried over";
    }
    const Outcome first = credential_of(one_).verdicts[*verdict_.rests_on].outcome;
    return std::string{"another exam had already "} +
           (first == Outcome::earned_anew ? "earned it anew on " : "renewed it on ") +
           to_string(activity_.date);
  }

  [[nodiscard]] std::string counted() const {
    const auto course = completed_course();
    std::string words = course ? "completes " + *course + "; counts" : "counts";
    const auto& expires = cycle().expires;
    const auto stale = type().units ? goes_stale(activity_.date, policy()) : std::nullopt;
    if (stale && (!expires || *stale < *expires)) {
      return words + " until " + to_string(*stale) + ", when it is " +
             to_string(*policy().units_valid.on(activity_.date)) + " old";
    }
    if (!expires) return words + " until it is renewed";
    return words + " until " + to_string(*expires) + ", when " + code() + " expires";
  }

  [[nodiscard]] std::string code() const { return shortened(one_.code()); }
  [[nodiscard]] std::string done() const {
    return (activity_.exam() != nullptr ? "passed " : "done ") + to_string(activity_.date);
  }
  [[nodiscard]] std::string how_it_ended() const { return one_.how_it_ended(*verdict_.cycle); }
  /// The cycle that the activity belongs to, or began.
  [[nodiscard]] const Cycle& cycle() const { return one_.cycles()[*verdict_.cycle]; }
  // Not for tracked certifications:
  [[nodiscard]] const Policy& policy() const { return *one_.policy(); }
  [[nodiscard]] const CertificationType& type() const { return *one_.type(); }
  [[nodiscard]] const Worth& worth() const {
    return *activity_.work()->in(*one_.certification().programme);
  }
  [[nodiscard]] std::string unit_noun() const { return shortened(short_unit_word(policy())); }
  [[nodiscard]] std::string too_early() const {
    if (activity_.date < cycle().start) {
      return done() + ", after the renewal of " + to_string(cycle().began_on) +
             " and before the new term began on " + to_string(cycle().start);
    }
    if (!cycle().exam_opens) return done() + "; no exam renews a certification that never expires";
    return done() + ", before the exam window " + window();
  }

  /// `from 2025-10-10 to 2026-04-09`: the days on which the exam renews the cycle.
  [[nodiscard]] std::string window() const {
    const std::string first = "from " + to_string(*cycle().exam_opens);
    if (!cycle().expires) return first + " on";
    return first + " to " + to_string(day_before(*cycle().expires).value_or(*cycle().expires));
  }

  /// `"JSM-1"` where the activity completed that course for this type, else nothing.
  [[nodiscard]] std::optional<std::string> completed_course() const {
    const auto course = worth().course;
    if (!course || verdict_.rests_on || !type().courses) return std::nullopt;
    const auto& required = type().courses->all;
    if (std::find(required.begin(), required.end(), *course) == required.end()) return std::nullopt;
    return in_quotes(policy()[*course]);
  }

  const AnswerContents& answer_;
  CredentialAnswer one_;
  const Activity& activity_;
  const Verdict& verdict_;
};

}  // namespace

std::string shortened(std::string_view text) {
  std::string words;
  append_shortened(words, text);
  return words;
}

void append_shortened(std::string& words, std::string_view text) {
  constexpr std::size_t most_characters = 80;
  if (text.size() <= most_characters) {
    words += text;
    return;
  }
  std::size_t end = 0;
  for (std::size_t count = 0; end < text.size() && count < most_characters; ++count) {
    end += text::decode(text.substr(end)).size;
  }
  words.append(text.substr(0, end)).append(end < text.size() ? "…" : "");
}

std::string listed(const std::vector<std::string>& items, std::string_view last_separator) {
  std::string list;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const bool is_last = i + 1 == items.size();
    list.append(i == 0 ? "" : is_last ? last_separator : ", ").append(items[i]);
  }
  return list;
}

std::string activity_in_words(const AnswerContents& answer, Index<Activity> activity) {
  constexpr std::size_t usual_sentence = 128;  // bytes: the caller appends the rest of it
  const Activity& one = answer.log[activity];
  std::string words;
  words.reserve(usual_sentence);
  if (one.title) {
    words += '"';
    append_shortened(words, *one.title);
    words += "\" (";
  }
  append_shortened(words, one.type_name());
  words += one.title ? ", " : " of ";
  one.date.append_to(words);
  if (one.title) words += ')';
  return words;
}

std::string reason(const AnswerContents& answer, Index<Certification> credential,
                   Index<Activity> activity) {
  return Reason{answer, credential, activity}.words();
}

std::string unit_word(Units units, const Policy& policy) {
  std::string_view called = policy.units_called;
  if (units == Units::whole(1) && called.ends_with('s')) called.remove_suffix(1);
  return std::string{called};
}

std::string units_in_words(Units units, const Policy& policy) {
  return to_string(units) + " " + unit_word(units, policy);
}

std::string_view short_unit_word(const Policy& policy) {
  const std::string_view called = policy.units_called;
  return called.substr(called.find_last_of(' ') + 1);  // all of it, if it is one word
}

std::string units_in_short(Units units, const Policy& policy) {
  const std::string word = unit_word(units, policy);
  return to_string(units) + ' ' + word.substr(word.find_last_of(' ') + 1);
}

std::string CredentialAnswer::how_it_began(std::size_t number) const {
  const Cycle& cycle = cycles()[number];
  const std::string day = to_string(cycle.began_on);
  const auto other = [&] { return shortened(contents().log[*cycle.with].code); };
  switch (cycle.began_by) {
    case CycleStart::earned: return "earned on " + day;
    case CycleStart::given: return "given by the log, from " + day;
    case CycleStart::units: return "renewed by " + shortened(policy()->units_called) + " on " + day;
    case CycleStart::exam: {
      if (cycle.with) return "renewed on " + day + " by earning " + other();
      const Exam& exam = *contents().log[*cycle.begun_by_activity].exam();
      const bool is_own = exam.certification == index();
      return "renewed by " +
             (is_own ? "its exam"
                     : "the exam of " + shortened(contents().log[*exam.certification].code)) +
             " on " + day;
    }
    case CycleStart::courses: return "renewed by courses on " + day;
    case CycleStart::earned_anew: return "earned anew on " + day;
    case CycleStart::renewed_with: return "renewed on " + day + " with " + other();
  }
  return {};
}

std::string CredentialAnswer::how_it_ended(std::size_t number) const {
  const Cycle& cycle = cycles()[number];
  if (!cycle.closing) return "open";
  if (cycle.expired()) return "expired on " + to_string(cycle.closing->day);
  return how_it_began(number + 1);
}

}  // namespace certrenew
