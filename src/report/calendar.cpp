#include "report/calendar.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <vector>

#include "print/formats.hpp"
#include "report/uuid.hpp"
#include "text/fit.hpp"

namespace certrenew::report {

namespace {

using print::calendar_text;

constexpr std::size_t widest_reminded = 38;

// ---- What events say ----------------------------------------------------------------------------

/// What the reminders of an event are about: the last day to act. Without a day it has none.
struct Reminded {
  std::optional<Date> day;
  std::string of;  ///< what that day is; empty: what the event's title says
};

/// An event of a whole day.
struct CalendarEvent {
  std::string_view kind;  ///< a part of its UID: never to be changed
  Date day;
  std::string summary;  ///< the title of the event
  std::string say;      ///< what to do, or what it means
  Reminded reminded{};
};

/// `To keep it, earn 30 more CE units by 2026-09-19.`, or `Nothing renews it.` Preconditions: as
/// CredentialAnswer::what_renews_it() has them.
std::string advice(std::string_view aim, const CredentialAnswer& one, Date last) {
  const std::string words = one.what_renews_it(last);
  if (words == "nothing renews it") return "Nothing renews it.";
  return std::string{aim} + words + '.';
}

/// What there is to say of what has expired or is suspended; empty for all else.
std::string say_late(const CredentialAnswer& one) {
  if (one.expired()) {
    const std::string words = "It expired on " + to_string(*one.expires());
    if (one.is_tracked()) return words + '.';
    return words + "; " + std::string{one.what_helps_when_expired()} + ".";
  }
  if (one.status() != Status::suspended) return {};
  const std::string words = "It has been suspended since " + to_string(*one.suspends()) +
                            (one.expires() ? ", and expires on " + to_string(*one.expires()) : "") +
                            '.';
  const auto last = one.last_day();
  return one.is_tracked() || !last ? words : words + ' ' + advice("To keep it, ", one, *last);
}

/// Says that it suspends earlier under a reading; empty where none gives an earlier day.
std::string say_earlier(const CredentialAnswer& one, Date suspends) {
  Date earliest = suspends;
  for (const Doubt& doubt : one.doubts()) {
    earliest = std::min(earliest, doubt.suspends.value_or(suspends));
  }
  if (earliest == suspends) return {};
  return " The rules are in doubt: by another reading that day is " + to_string(earliest) + '.';
}

/// The events of one credential.
class CredentialEvents {
 public:
  CredentialEvents(const CredentialAnswer& one, Date as_of)
      : one_{one}, as_of_{as_of}, late_{say_late(one)} {}

  /// All of them, by kind.
  std::vector<CalendarEvent> take() {
    if (!one_.suspends() && !one_.expires()) return {};
    if (!one_.is_tracked()) add_exam_window();
    add_last_day();
    if (one_.suspends() != one_.expires()) add_suspension();
    add_expiration();
    return std::move(events_);
  }

 private:
  void add(std::string_view kind, Date day, std::string_view summary, std::string say,
           Reminded reminded = {}) {
    events_.push_back({kind, day, std::string{summary}, std::move(say), std::move(reminded)});
  }

  void add_exam_window() {
    if (one_.expired()) {
      if (const auto opened = one_.cycle().exam_opens) {
        add("exam-window", *opened, "exam window opens", late_);
      }
      return;
    }
    const auto window = one_.exam_window();
    if (!window) return;
    auto last = window->last_day();
    const auto safe = one_.last_day();
    if (safe && *safe >= window->opens && (!last || *safe < *last)) last = safe;
    add("exam-window", window->opens, "exam window opens",
        "Passing its exam " + (last ? "by " + to_string(*last) : "from this day on") +
            " renews this certification" + (one_.policy()->is_linked() ? "." : " only."));
  }

  /// The last day on which it is active; a safe one (R2) unless it is tracked.
  void add_last_day() {
    const auto ends = one_.suspends() ? one_.suspends() : one_.expires();
    const Date by_the_policy = day_before(*ends).value_or(*ends);
    Date day = by_the_policy;
    std::string say = late_;
    if (late_.empty() && one_.is_tracked()) say = "It is active until the end of this day.";
    if (late_.empty() && !one_.is_tracked()) {
      day = std::min(day, one_.last_active_day().value_or(day));
      say = advice("To keep it active, ", one_, day);
      if (day < by_the_policy) {
        say += " The rules are in doubt: as the policy reads them, the last day is " +
               to_string(by_the_policy) + '.';
      }
    }
    add("last-day", day,
        one_.is_tracked() ? "last day while active" : "last day to renew while active",
        std::move(say), {.day = day, .of = {}});
  }

  /// Has no reminders: those of the last day have rung the day before.
  void add_suspension() {
    const auto suspends = one_.suspends();
    if (!suspends) return;
    std::string say = late_;
    if (late_.empty() && one_.is_tracked()) say = "It is suspended from this day on.";
    if (late_.empty() && !one_.is_tracked()) {
      say = "If it is not renewed before, it is suspended from this day on.";
      if (const auto last = one_.last_day()) {
        say += ' ' + advice("Even then it can be renewed: ", one_, *last);
      }
      say += say_earlier(one_, *suspends);
    }
    add("suspension", *suspends, *suspends <= as_of_ ? "suspended" : "suspends", std::move(say));
  }

  void add_expiration() {
    const auto expires = one_.expires();
    if (!expires) return;
    std::string say = late_;
    if (!one_.expired() && one_.is_tracked()) say = "It expires on this day.";
    if (!one_.expired() && !one_.is_tracked()) {
      say = std::string{"If it is not renewed before, it expires on this day"} +
            (one_.exam_window() ? ", and only its exam earns it anew." : ".");
      if (const auto last = one_.last_day()) {
        say += ' ' + advice("To keep it, ", one_, *last);
        if (*last < day_before(*expires)) {
          say += " By then it is in time whichever way the rules are read.";
        }
      }
    }
    add("expiration", *expires, *expires <= as_of_ ? "expired" : "expires", std::move(say),
        before_expiration(*expires));
  }

  /// The last day before it expires, unless that is the last day while it is active, too.
  [[nodiscard]] Reminded before_expiration(Date expires) const {
    if (!one_.suspends() || one_.suspends() == expires) return {};
    const std::optional<Date> before = day_before(expires);
    if (one_.is_tracked()) return {.day = before, .of = "last day before it expires"};
    const std::optional<Date> last = one_.last_day();
    return {.day = last ? last : before, .of = "last day to renew before it expires"};
  }

  const CredentialAnswer& one_;
  Date as_of_;
  std::string late_;
  std::vector<CalendarEvent> events_;
};

/// The steps of a way, in order.
std::vector<CalendarEvent> events_of(const Answer& answer, const Way& way) {
  const auto code_of = [&](Index<Certification> one) {
    return text::fitted(answer.log()[one].code, print::widest_code);
  };
  const Policy& policy = answer.policies()[way.programme];
  std::vector<CalendarEvent> events;
  for (const Step& step : way.steps) {
    std::string summary = step.exam ? code_of(*step.exam) + ": pass the exam"
                                    : "Earn " + units_in_words(*step.units, policy);
    std::string say = "Renews " + joined(step.renews, ", ", code_of) + ".";
    if (const auto& early = step.may_be_earlier) {
      say += " Up to " + to_string(early->units) +
             " of these units may come before, on any days from " + to_string(early->from) + " on.";
    }
    events.push_back({"step", step.date, std::move(summary), say + " The whole plan: " + way.say,
                      Reminded{.day = step.date, .of = {}}});
  }
  return events;
}

/// The text that ends the description of every event of a log: each line escaped, after a line
/// break. `about` is its first line.
std::string common_lines(const Origin& origin, const Answer& answer, std::string_view about) {
  std::string lines;
  const auto add = [&](std::string_view line) {
    if (!line.empty()) lines.append("\\n").append(calendar_text(line));
  };
  const auto& activities = answer.log().activities;
  const bool supposes = std::any_of(activities.begin(), activities.end(),
                                    [](const Activity& activity) { return activity.what_if; });
  add(supposes ? "This supposes activities that are not in the log." : "");
  add(about);
  add(holder_of(answer));
  add(describe(origin, answer));
  return lines;
}

/// The same for the events of a credential.
std::string common_lines(const Origin& origin, const Answer& answer, const CredentialAnswer& one,
                         bool was_entered_late) {
  constexpr std::string_view warning =
      "\\nIt was renewed by something entered too late: the portal may not take it.";
  return std::string{was_entered_late ? warning : std::string_view{}} +
         common_lines(origin, answer, text::fitted(one.name().value_or(""), print::widest_line));
}

// ---- Whose they are, and how they are written ---------------------------------------------------

/// `7:ACP-620,` for `ACP-620`: parts written like this cannot be confused when they follow each
/// other.
std::string part(std::string_view text) {
  return std::to_string(text.size()).append(":").append(text).append(",");
}

/// Which credential it is, and whose. Without a code: only whose.
std::string identity(const Answer& answer, std::string_view code) {
  const Candidate who = answer.log().candidate.value_or(Candidate{});
  const std::string_view known = who.id ? "id" : who.name ? "name" : "";
  return part(code) + part(known) + part(who.id.value_or(who.name.value_or("")));
}

/// ` (Example Holder)`; empty where the log names nobody.
std::string holder_in_brackets(const Answer& answer) {
  const Candidate who = answer.log().candidate.value_or(Candidate{});
  if (!who.name && !who.id) return {};
  return " (" + text::fitted(who.name.value_or(who.id.value_or("")), widest_reminded) + ")";
}

/// `20251231`.
std::string basic(Date date) {
  std::string text = to_string(date);
  std::erase(text, '-');
  return text;
}

/// Writes events that have something in common.
struct EventWriter {
  std::string& out;
  Date as_of;
  std::string holder;        ///< in brackets
  std::string common_lines;  ///< of all descriptions

  /// `whose`: what the title, and a reminder, begin with.
  void write(const CalendarEvent& event, const std::string& whose, const std::string& uid,
             const Reminders& reminders) {
    begin(uid, event.day, whose + event.summary);
    write("DESCRIPTION:" + calendar_text(event.say) + common_lines);
    write("TRANSP:TRANSPARENT");
    const auto& [day, of] = event.reminded;
    const std::string what = whose + (of.empty() ? event.summary : of);
    for (const int days : reminders) {
      if (!day || *day - as_of < days) continue;
      write_alarm(what, days, days + (event.day - *day));
    }
    write("END:VEVENT");
  }

  /// Withdraws an event of an earlier calendar.
  void cancel(const std::string& uid, const std::string& summary) {
    begin(uid, as_of, summary);
    write("STATUS:CANCELLED");
    write("TRANSP:TRANSPARENT");
    write("END:VEVENT");
  }

  void begin(const std::string& uid, Date day, const std::string& summary) {
    write("BEGIN:VEVENT");
    write("UID:" + uid);
    write("DTSTAMP:" + basic(as_of) + "T000000Z");
    write("SEQUENCE:" + std::to_string(as_of - Date::first()));
    write("DTSTART;VALUE=DATE:" + basic(day));
    write("SUMMARY:" + calendar_text(summary + holder));
  }

  void write(std::string_view line) { print::append_content_line(out, line); }

  /// `days`: to the day that it reminds of; `before`: to the event.
  // NOLINTNEXTLINE(bugprone-easily-swappable-parameters): they are the same for most events
  void write_alarm(const std::string& what, int days, int before) {
    const std::string count = std::to_string(days);
    const std::string when =
        days == 0 ? ", today" : ", in " + count + (days == 1 ? " day" : " days");
    write("BEGIN:VALARM");
    write("ACTION:DISPLAY");
    write("DESCRIPTION:" + calendar_text(what + when + holder));
    write(before == 0 ? "TRIGGER:PT0S" : "TRIGGER:-P" + std::to_string(before) + "D");
    write("END:VALARM");
  }
};

}  // namespace

constinit const print::Frame calendar_frame{.title = "Certification renewals"};

/// Returns the identity, and how many earlier logs have the same one: UIDs are made of these.
std::string Calendar::unique(const std::string& identity) {
  const std::uint32_t before = seen_[identity]++;
  return before == 0 ? identity : identity + part(std::to_string(before));
}

void Calendar::add(print::Sink& sink, std::string& warnings, const Origin& origin,
                   const Answer& answer) {
  const auto late = entered_too_late(notices(answer));
  for (const CredentialAnswer one : answer.credentials()) {
    const std::string name = identity(answer, one.code());
    const std::string unique_name = unique(name);
    if (unique_name != name) {
      print::append_remark(warnings,
                           {.origin = name_of(origin),
                            .subject = std::string{one.code()},
                            .message = "an earlier log of this calendar lists it for the same "
                                       "holder; give each candidate an id, so that a later "
                                       "calendar updates the right events"});
    }
    EventWriter writer{
        .out = sink.text,
        .as_of = answer.as_of(),
        .holder = holder_in_brackets(answer),
        .common_lines = common_lines(origin, answer, one, late.contains(one.index()))};
    const std::string code = text::fitted(one.code(), print::widest_code);
    CredentialEvents events{one, answer.as_of()};
    for (const CalendarEvent& event : events.take()) {
      writer.write(event, code + ": ", uuid_of(part(event.kind) + unique_name), reminders_);
    }
    sink.drain_if_large();
  }
}

void Calendar::cancel(print::Sink& sink, const Answer& answer, std::string_view code) {
  EventWriter writer{.out = sink.text,
                     .as_of = answer.as_of(),
                     .holder = holder_in_brackets(answer),
                     .common_lines = {}};
  const std::string name = unique(identity(answer, code));
  const std::string summary = text::fitted(code, print::widest_code) + ": no longer in the log";
  for (const std::string_view kind : {"exam-window", "last-day", "suspension", "expiration"}) {
    writer.cancel(uuid_of(part(kind) + name), summary);
  }
}

void Calendar::add_steps(print::Sink& sink, const Origin& origin, const Answer& answer,
                         std::span<const Way* const> ways) {
  EventWriter writer{.out = sink.text,
                     .as_of = answer.as_of(),
                     .holder = holder_in_brackets(answer),
                     .common_lines = common_lines(origin, answer, {})};
  const std::string name = unique(identity(answer, {}));
  std::size_t number = 0;
  for (const Way* const way : ways) {
    for (const CalendarEvent& event : events_of(answer, *way)) {
      const std::string uid = uuid_of(part(event.kind) + part(std::to_string(++number)) + name);
      writer.write(event, {}, uid, reminders_);
    }
  }
}

}  // namespace certrenew::report
