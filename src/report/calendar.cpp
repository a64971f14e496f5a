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
  std::string summary;   ///< what people see first
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
    const std::string summary = suspends <= as_of ? "suspended" : "suspends";
    events.push_back({"suspension", suspends, summary, suspension});
  }
  events.push_back({"expiration", expires, expires <= as_of ? "expired" : "expires", expiration});
  return events;
}

/// The steps of a way, in order.
std::vector<CalendarEvent> events_of(const Answer& answer, const Way& way) {
  const auto code_of = [&](Index<Certification> one) {
    return text::fitted(answer.log()[one].code, print::widest_code);
  };
  std::vector<CalendarEvent> events;
  for (const Step& step : way.steps) {
    std::string summary = step.exam ? code_of(*step.exam) + ": pass the exam"
                                    : "Earn " + to_string(*step.units) + " CE units";
    std::string say = "Renews ";
    for (const Index<Certification> one : step.renews) {
      if (one != step.renews.front()) say += ", ";
      say += code_of(one);
    }
    say += ".";
    if (const auto& early = step.may_be_earlier) {
      say += " Up to " + to_string(early->units) +
             " of these units may come before, on any days from " + to_string(early->from) + " on.";
    }
    events.push_back({"step", step.date, std::move(summary), say + " The whole plan: " + way.say});
  }
  return events;
}

/// What all events of a log say below what they say themselves: each line escaped, after a line
/// break. `about` is the first of them.
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

/// The same for a credential.
std::string common_lines(const Origin& origin, const Answer& answer, const CredentialAnswer& one,
                         bool is_doubtful) {
  constexpr std::string_view doubt =
      "\\nIt was renewed by something entered too late: the portal may not take it.";
  return std::string{is_doubtful ? doubt : std::string_view{}} +
         common_lines(origin, answer, text::fitted(one.name().value_or(""), print::widest_line));
}

// ---- Whose they are, and how they are written ---------------------------------------------------

/// `7:ACP-620,` for `ACP-620`: parts written like this cannot be confused when they follow each
/// other.
std::string part(std::string_view text) {
  return std::to_string(text.size()).append(":").append(text).append(",");
}

/// Which credential it is, and whose. Without a code: whose.
std::string identity(const Answer& answer, std::string_view code) {
  const Candidate who = answer.log().candidate.value_or(Candidate{});
  const std::string_view known = who.id ? "id" : who.name ? "name" : "";
  return part(code) + part(known) + part(who.id.value_or(who.name.value_or("")));
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

/// Writes events that have something in common.
struct EventWriter {
  std::string& out;
  Date as_of;
  std::string holder;        ///< in brackets
  std::string common_lines;  ///< of all descriptions

  void write(const CalendarEvent& event, const std::string& uid, const Reminders& reminders) {
    const std::string& what = event.summary;
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

/// Returns what UIDs are made of: the identity, and how many earlier logs have it, too.
std::string Calendar::unique(const std::string& identity) {
  const std::uint32_t before = seen_[identity]++;
  return before == 0 ? identity : identity + part(std::to_string(before));
}

void Calendar::add(print::Sink& sink, std::string& warnings, const Origin& origin,
                   const Answer& answer) {
  const auto doubtful = doubtful_credentials(notices(answer));
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
        .common_lines = common_lines(origin, answer, one, doubtful.contains(one.index()))};
    const std::string code = text::fitted(one.code(), print::widest_code);
    for (CalendarEvent& event : events_of(one, answer.as_of())) {
      event.summary = code + ": " + event.summary;
      writer.write(event, uuid_of(part(event.kind) + unique_name), reminders_);
    }
    sink.drain_if_large();
  }
}

void Calendar::add_steps(print::Sink& sink, const Origin& origin, const Answer& answer,
                         const Way& way) {
  EventWriter writer{.out = sink.text,
                     .as_of = answer.as_of(),
                     .holder = holder_in_brackets(answer),
                     .common_lines = common_lines(origin, answer, {})};
  const std::string name = unique(identity(answer, {}));
  for (std::size_t number = 0; const CalendarEvent& event : events_of(answer, way)) {
    const std::string uid = uuid_of(part(event.kind) + part(std::to_string(++number)) + name);
    writer.write(event, uid, reminders_);
  }
}

}  // namespace certrenew::report
