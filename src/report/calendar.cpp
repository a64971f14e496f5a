#include "report/calendar.hpp"

#include <algorithm>
#include <vector>

#include "print/formats.hpp"
#include "report/uuid.hpp"
#include "text/fit.hpp"

namespace certrenew::report {

namespace {

using print::calendar_text;

constexpr std::size_t widest_holder = 38;

// ---- What events say ----------------------------------------------------------------------------

/// An event of a whole day.
struct CalendarEvent {
  std::string_view kind;  ///< a part of its UID: never to be changed
  Date day;
  std::string_view summary;
  std::string say;       ///< what to do, or what it means
  bool deadline = true;  ///< whether to remind of it
};

/// What renews it before `day`. Preconditions: as CredentialAnswer::what_renews_it() has them.
std::string what_renews_before(const CredentialAnswer& one, Date day) {
  return one.what_renews_it(*day_before(day)) + ".";
}

/// What there is to say of what has expired or is suspended; empty for all else.
std::string say_late(const CredentialAnswer& one) {
  const std::string expires = to_string(one.expires());
  if (one.expired()) {
    return "It expired on " + expires + "; " + std::string{one.what_helps_when_expired()} + ".";
  }
  if (one.status() != Status::suspended) return {};
  return "It has been suspended since " + to_string(one.suspends()) + ", and expires on " +
         expires + ". To keep it, " + what_renews_before(one, one.expires());
}

/// The events of a credential on as-of, by kind.
std::vector<CalendarEvent> events_of(const CredentialAnswer& one, Date as_of) {
  const auto [suspends, expires] = std::pair{one.suspends(), one.expires()};
  const auto& window = one.cycle().exam_window;
  const std::string late = say_late(one);
  std::string opening = late;
  std::string last_day = late;
  std::string suspension = late;
  std::string expiration = late;
  if (late.empty()) {
    last_day = "To keep it active, " + what_renews_before(one, suspends);
    suspension =
        "If it is not renewed before, it is suspended from this day on. Even then it can be "
        "renewed: " +
        what_renews_before(one, expires);
  }
  if (!one.expired()) {
    expiration = std::string{"If it is not renewed before, it expires on this day"} +
                 (window ? ", and only its exam earns it anew" : "") + ". To keep it, " +
                 what_renews_before(one, expires);
  }
  if (!one.expired() && window) {
    opening = "Passing its exam until " + to_string(*day_before(window->end)) +
              " renews this certification only.";
  }
  std::vector<CalendarEvent> events;
  if (window) events.push_back({"exam-window", window->first, "exam window opens", opening, false});
  events.push_back({"last-day", *day_before(suspends), "last day to renew while active", last_day});
  if (suspends < expires) {
    const std::string_view summary = suspends <= as_of ? "suspended" : "suspends";
    events.push_back({"suspension", suspends, summary, suspension});
  }
  events.push_back({"expiration", expires, expires <= as_of ? "expired" : "expires", expiration});
  return events;
}

/// What all events of a credential say below what they say themselves: each line escaped, after a
/// line break.
std::string common_lines(const Origin& origin, const Answer& answer, const CredentialAnswer& one,
                         bool is_doubtful) {
  std::string lines;
  const auto add = [&](std::string_view line) { lines.append("\\n").append(calendar_text(line)); };
  const auto& activities = answer.log().activities;
  const bool supposes = std::any_of(activities.begin(), activities.end(),
                                    [](const Activity& activity) { return activity.what_if; });
  if (is_doubtful) add("It was renewed by something entered too late: the portal may not take it.");
  if (supposes) add("This supposes activities that are not in the log.");
  if (const auto name = one.name()) add(text::fitted(*name, print::widest_line));
  if (const std::string holder = holder_of(answer); !holder.empty()) add(holder);
  add(describe(origin, answer));
  return lines;
}

// ---- Whose they are, and how they are written ---------------------------------------------------

/// `7:ACP-620,` for `ACP-620`: parts written like this cannot be confused when they follow each
/// other.
std::string part(std::string_view text) {
  return std::to_string(text.size()).append(":").append(text).append(",");
}

/// Whose credential it is, and which.
std::string identity(const Answer& answer, const CredentialAnswer& one) {
  const Candidate who = answer.log().candidate.value_or(Candidate{});
  const std::string_view known = who.id ? "id" : who.name ? "name" : "";
  return part(one.code()) + part(known) + part(who.id.value_or(who.name.value_or("")));
}

/// ` (Example Holder)`; empty where the log names nobody.
std::string holder_in_brackets(const Answer& answer) {
  const Candidate who = answer.log().candidate.value_or(Candidate{});
  if (!who.name && !who.id) return {};
  return " (" + text::fitted(who.name.value_or(who.id.value_or("")), widest_holder) + ")";
}

/// `20251231`.
std::string basic(Date date) {
  std::string text = to_string(date);
  std::erase(text, '-');
  return text;
}

/// Writes the events of one credential.
struct EventWriter {
  std::string& out;
  Date as_of;
  std::string code;
  std::string holder;        ///< in brackets
  std::string common_lines;  ///< of all descriptions

  void write(const CalendarEvent& event, const std::string& uid, const Reminders& reminders) {
    const std::string what = code + ": " + std::string{event.summary};
    write("BEGIN:VEVENT");
    write("UID:" + uid);
    write("DTSTAMP:" + basic(as_of) + "T000000Z");
    write("SEQUENCE:" + std::to_string(as_of - Date::first()));
    write("DTSTART;VALUE=DATE:" + basic(event.day));
    write("SUMMARY:" + calendar_text(what + holder));
    write("DESCRIPTION:" + calendar_text(event.say) + common_lines);
    write("TRANSP:TRANSPARENT");
    for (const int days : reminders) {
      if (event.deadline && event.day - as_of >= days) write_alarm(what, days);
    }
    write("END:VEVENT");
  }

  void write(std::string_view line) { print::append_content_line(out, line); }

  void write_alarm(const std::string& what, int days) {
    const std::string count = std::to_string(days);
    const std::string when =
        days == 0 ? ", today" : ", in " + count + (days == 1 ? " day" : " days");
    write("BEGIN:VALARM");
    write("ACTION:DISPLAY");
    write("DESCRIPTION:" + calendar_text(what + when + holder));
    write(days == 0 ? "TRIGGER:PT0S" : "TRIGGER:-P" + count + "D");
    write("END:VALARM");
  }
};

}  // namespace

constinit const print::Frame calendar_frame{.title = "Certification renewals"};

void Calendar::add(print::Sink& sink, std::string& warnings, const Origin& origin,
                   const Answer& answer) {
  const auto doubtful = doubtful_credentials(notices(answer));
  for (const CredentialAnswer one : answer.credentials()) {
    std::string name = identity(answer, one);
    const std::uint32_t before = seen_[name]++;
    if (before > 0) {
      name += part(std::to_string(before));
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
        .code = text::fitted(one.code(), print::widest_code),
        .holder = holder_in_brackets(answer),
        .common_lines = common_lines(origin, answer, one, doubtful.contains(one.index()))};
    for (const CalendarEvent& event : events_of(one, answer.as_of())) {
      writer.write(event, uuid_of(part(event.kind) + name), reminders_);
    }
    sink.drain_if_large();
  }
}

}  // namespace certrenew::report
