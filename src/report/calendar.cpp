#include "report/calendar.hpp"

#include <algorithm>
#include <vector>

#include "print/icalendar.hpp"
#include "print/printer.hpp"
#include "report/uuid.hpp"
#include "text/fit.hpp"

namespace certrenew::report {

namespace {

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
  return one.what_renews_it(*day_before(day));
}

std::string say_expired(const CredentialAnswer& one) {
  return "It expired on " + to_string(one.expires()) + "; " +
         std::string{one.what_helps_when_expired()} + ".";
}

std::string say_suspended(const CredentialAnswer& one) {
  return "It has been suspended since " + to_string(one.suspends()) + ", and expires on " +
         to_string(one.expires()) + ". To keep it, " + what_renews_before(one, one.expires()) + ".";
}

std::string say_opening(const CredentialAnswer& one) {
  if (one.expired()) return say_expired(one);
  return "Passing its exam until " + to_string(*day_before(one.cycle().exam_window->end)) +
         " renews this certification only.";
}

std::string say_last_day(const CredentialAnswer& one) {
  if (one.expired()) return say_expired(one);
  if (one.status() == Status::suspended) return say_suspended(one);
  return "To keep it active, " + what_renews_before(one, one.suspends()) + ".";
}

std::string say_suspension(const CredentialAnswer& one) {
  if (one.expired()) return say_expired(one);
  if (one.status() == Status::suspended) return say_suspended(one);
  return "If it is not renewed before, it is suspended from this day on. Even then it can be "
         "renewed: " +
         what_renews_before(one, one.expires()) + ".";
}

std::string say_expiration(const CredentialAnswer& one) {
  if (one.expired()) return say_expired(one);
  return "If it is not renewed before, it expires on this day" +
         std::string{one.exam_window() ? ", and only its exam earns it anew" : ""} +
         ". To keep it, " + what_renews_before(one, one.expires()) + ".";
}

/// The events of a credential on as-of, by kind.
std::vector<CalendarEvent> events_of(const CredentialAnswer& one, Date as_of) {
  const auto [suspends, expires] = std::pair{one.suspends(), one.expires()};
  std::vector<CalendarEvent> events;
  if (const auto& window = one.cycle().exam_window) {
    events.push_back({"exam-window", window->first, "exam window opens", say_opening(one), false});
  }
  events.push_back(
      {"last-day", *day_before(suspends), "last day to renew while active", say_last_day(one)});
  if (suspends < expires) {
    events.push_back({"suspension", suspends, suspends <= as_of ? "suspended" : "suspends",
                      say_suspension(one)});
  }
  events.push_back(
      {"expiration", expires, expires <= as_of ? "expired" : "expires", say_expiration(one)});
  return events;
}

// ---- Whose they are, and how they are written ---------------------------------------------------

constexpr std::size_t widest_holder = 38;

/// `7:ACP-620,` for `ACP-620`: parts written like this cannot be confused when they follow each
/// other.
std::string part(std::string_view text) {
  return std::to_string(text.size()).append(":").append(text).append(",");
}

/// Whose credential it is, and which.
std::string identity(const Answer& answer, const CredentialAnswer& one) {
  const Candidate who = answer.log().candidate.value_or(Candidate{});
  std::string holder = part("").append(part(""));
  if (who.id) {
    holder = part("id").append(part(*who.id));
  } else if (who.name) {
    holder = part("name").append(part(*who.name));
  }
  return part(one.code()).append(holder);
}

/// `20251231`.
std::string basic(Date date) {
  std::string text = to_string(date);
  std::erase(text, '-');
  return text;
}

/// ` (Example Holder)`; empty where the log names nobody.
std::string holder_in_brackets(const Answer& answer) {
  const Candidate who = answer.log().candidate.value_or(Candidate{});
  if (!who.name && !who.id) return {};
  return " (" + text::fitted(who.name ? *who.name : *who.id, widest_holder) + ")";
}

/// What all events of a credential say below what they say themselves.
std::vector<std::string> common_lines(const Origin& origin, const Answer& answer,
                                      const CredentialAnswer& one, bool is_doubtful) {
  std::vector<std::string> lines;
  if (is_doubtful) {
    lines.emplace_back("It was renewed by something entered too late: the portal may not take it.");
  }
  const auto& activities = answer.log().activities;
  if (std::any_of(activities.begin(), activities.end(),
                  [](const Activity& activity) { return activity.what_if; })) {
    lines.emplace_back("This supposes activities that are not in the log.");
  }
  if (const auto name = one.name()) lines.push_back(text::fitted(*name, print::widest_line));
  if (std::string holder = holder_of(answer); !holder.empty()) lines.push_back(std::move(holder));
  lines.push_back(describe(origin, answer));
  return lines;
}

/// Writes the events of one credential.
class EventWriter {
 public:
  EventWriter(std::string& out, const Answer& answer, const CredentialAnswer& one,
              std::vector<std::string> lines)
      : out_{out},
        as_of_{answer.as_of()},
        code_{text::fitted(one.code(), print::widest_code)},
        holder_{holder_in_brackets(answer)},
        common_lines_{std::move(lines)} {}

  void write(const CalendarEvent& event, const std::string& uid, const Reminders& reminders) {
    write_line("BEGIN:VEVENT");
    write_line("UID:" + uid);
    write_line("DTSTAMP:" + basic(as_of_) + "T000000Z");
    write_line("SEQUENCE:" + std::to_string(as_of_ - Date::first()));
    write_line("DTSTART;VALUE=DATE:" + basic(event.day));
    write_text("SUMMARY:", code_ + ": " + std::string{event.summary} + holder_);
    write_description(event);
    write_line("TRANSP:TRANSPARENT");
    for (const int days : reminders) {
      if (event.deadline && event.day - as_of_ >= days) write_alarm(event, days);
    }
    write_line("END:VEVENT");
  }

 private:
  void write_line(std::string_view line) { print::append_content_line(out_, line); }

  void write_text(std::string line, std::string_view text) {
    print::append_calendar_text(line, text);
    write_line(line);
  }

  void write_description(const CalendarEvent& event) {
    std::string line = "DESCRIPTION:";
    print::append_calendar_text(line, event.say);
    for (const std::string& text : common_lines_) {
      line += "\\n";
      print::append_calendar_text(line, text);
    }
    write_line(line);
  }

  void write_alarm(const CalendarEvent& event, int days) {
    const std::string when =
        days == 0 ? ", today" : ", in " + std::to_string(days) + (days == 1 ? " day" : " days");
    write_line("BEGIN:VALARM");
    write_line("ACTION:DISPLAY");
    write_text("DESCRIPTION:", code_ + ": " + std::string{event.summary} + when + holder_);
    write_line(days == 0 ? "TRIGGER:PT0S" : "TRIGGER:-P" + std::to_string(days) + "D");
    write_line("END:VALARM");
  }

  std::string& out_;
  Date as_of_;
  std::string code_;
  std::string holder_;
  std::vector<std::string> common_lines_;
};

void append_warning(std::string& out, const Origin& origin, const CredentialAnswer& one) {
  print::append_remark(out, {.source = origin.name,
                             .origin = name_of(origin),
                             .position = {.line = 0, .column = 0},
                             .subject = std::string{one.code()},
                             .kind = {},
                             .message = "an earlier log of this calendar lists it for the same "
                                        "holder; give each candidate an id, so that a later "
                                        "calendar updates the right events"});
}

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
      append_warning(warnings, origin, one);
    }
    EventWriter writer{sink.text, answer, one,
                       common_lines(origin, answer, one, doubtful.contains(one.index()))};
    for (const CalendarEvent& event : events_of(one, answer.as_of())) {
      writer.write(event, uuid_of(part(event.kind) + name), reminders_);
    }
    sink.drain_if_large();
  }
}

}  // namespace certrenew::report
