#include "render/calendar.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "certrenew/findings.hpp"
#include "render/calendar_lines.hpp"
#include "render/heading.hpp"
#include "render/table.hpp"
#include "render/uuid.hpp"

namespace certrenew {

namespace {

constexpr std::size_t widest_holder = 38;

struct Event {
  std::string_view kind;  ///< a part of its UID: never to be changed
  Date day;
  std::string_view summary;
  std::string say;  ///< what to do, or what it means
  bool deadline = true;
};

/// `6:ACP-62` and a comma: parts put together like that can't be taken for others.
std::string part(std::string_view text) {
  return std::to_string(text.size()).append(":").append(text).append(",");
}

/// Whose credential it is, and which.
std::string identity(const Answer& answer, std::uint32_t credential) {
  const Candidate who = answer.log.candidate.value_or(Candidate{});
  std::string holder = part("").append(part(""));
  if (who.id) {
    holder = part("id").append(part(*who.id));
  } else if (who.name) {
    holder = part("name").append(part(*who.name));
  }
  return part(answer.log.certifications[credential].code).append(holder);
}

/// `20251231`.
std::string basic(Date date) {
  std::string text = to_string(date);
  std::erase(text, '-');
  return text;
}

/// The events of one credential, put together and written.
class Events {
 public:
  Events(const Answer& answer, std::uint32_t credential, bool doubtful)
      : answer_{answer},
        index_{credential},
        doubtful_{doubtful},
        one_{view(answer, credential)},
        as_of_{answer.renewals.as_of},
        code_{fitted(one_.certification.code, widest_code)} {
    const Candidate who = answer.log.candidate.value_or(Candidate{});
    if (who.name || who.id) {
      holder_ = " (" + fitted(who.name ? *who.name : *who.id, widest_holder) + ")";
    }
  }

  [[nodiscard]] std::vector<Event> all() const;
  void write(std::string& out, const Event& event, const std::string& uid,
             const Reminders& reminders) const;

 private:
  [[nodiscard]] std::string say_opening() const;
  [[nodiscard]] std::string say_last_day() const;
  [[nodiscard]] std::string say_suspension() const;
  [[nodiscard]] std::string say_expiration() const;
  [[nodiscard]] std::string say_expired() const;
  [[nodiscard]] std::string say_suspended() const;
  /// What renews it before that day. Precondition: as what_renews() has it.
  [[nodiscard]] std::string what_renews_before(Date day) const {
    return what_renews(answer_.log, answer_.policy, answer_.renewals, index_, *day_before(day));
  }
  [[nodiscard]] std::vector<std::string> description(const Event& event) const;
  void write_alarm(std::string& out, const Event& event, int days) const;
  [[nodiscard]] const Cycle& cycle() const { return one_.cycle(); }

  const Answer& answer_;
  std::uint32_t index_;
  bool doubtful_;
  CredentialView one_;
  Date as_of_;
  std::string code_;
  std::string holder_;
};

std::vector<Event> Events::all() const {
  const auto [suspends, expires] = std::pair{cycle().suspends, cycle().expires};
  std::vector<Event> events;
  if (cycle().exam_window) {
    events.push_back(
        {"exam-window", cycle().exam_window->first, "exam window opens", say_opening(), false});
  }
  events.push_back(
      {"last-day", *day_before(suspends), "last day to renew while active", say_last_day()});
  if (suspends < expires) {
    events.push_back(
        {"suspension", suspends, suspends <= as_of_ ? "suspended" : "suspends", say_suspension()});
  }
  events.push_back(
      {"expiration", expires, expires <= as_of_ ? "expired" : "expires", say_expiration()});
  return events;
}

std::string Events::say_opening() const {
  if (one_.expired()) return say_expired();
  return "From this day until " + to_string(*day_before(cycle().exam_window->end)) +
         " passing the exam renews it, and no other.";
}

std::string Events::say_last_day() const {
  if (one_.expired()) return say_expired();
  if (one_.credential.status == Status::suspended) return say_suspended();
  return "To keep it active, " + what_renews_before(cycle().suspends) + ".";
}

std::string Events::say_suspension() const {
  if (one_.expired()) return say_expired();
  if (one_.credential.status == Status::suspended) return say_suspended();
  return "If it is not renewed before, it is suspended from this day on. Even then it can be "
         "renewed: " +
         what_renews_before(cycle().expires) + ".";
}

std::string Events::say_expiration() const {
  if (one_.expired()) return say_expired();
  return "If it is not renewed before, it is lost on this day" +
         std::string{one_.shows_exam() ? ", and only its exam earns it anew" : ""} +
         ". To keep it, " + what_renews_before(cycle().expires) + ".";
}

std::string Events::say_suspended() const {
  return "It has been suspended since " + to_string(cycle().suspends) + ", and expires on " +
         to_string(cycle().expires) + ". To keep it, " + what_renews_before(cycle().expires) + ".";
}

std::string Events::say_expired() const {
  return "It expired on " + to_string(cycle().expires) + "; " +
         (one_.type.exam_window_months ? "pass the exam to earn it anew."
                                       : "nothing renews it any more.");
}

std::vector<std::string> Events::description(const Event& event) const {
  std::vector<std::string> lines{event.say};
  if (doubtful_) {
    lines.emplace_back("It was renewed by something entered too late: the portal may not take it.");
  }
  const auto& activities = answer_.log.activities;
  if (std::any_of(activities.begin(), activities.end(),
                  [](const Activity& activity) { return activity.what_if; })) {
    lines.emplace_back("This supposes activities that are not in the log.");
  }
  if (const auto& name = one_.certification.name) lines.push_back(fitted(*name, widest_line));
  if (const std::string holder = holder_of(answer_); !holder.empty()) lines.push_back(holder);
  lines.push_back(origin_of(answer_));
  return lines;
}

void Events::write(std::string& out, const Event& event, const std::string& uid,
                   const Reminders& reminders) const {
  const auto write_line = [&](std::string_view line) { append_content_line(out, line); };
  write_line("BEGIN:VEVENT");
  write_line("UID:" + uid);
  write_line("DTSTAMP:" + basic(as_of_) + "T000000Z");
  write_line("SEQUENCE:" + std::to_string(as_of_ - Date::first()));
  write_line("DTSTART;VALUE=DATE:" + basic(event.day));
  std::string summary = "SUMMARY:";
  append_calendar_text(summary, code_ + ": " + std::string{event.summary} + holder_);
  write_line(summary);
  std::string text = "DESCRIPTION:";
  for (const std::string& line : description(event)) {
    if (!text.ends_with(':')) text += "\\n";
    append_calendar_text(text, line);
  }
  write_line(text);
  write_line("TRANSP:TRANSPARENT");
  for (const int days : reminders) {
    if (event.deadline && event.day - as_of_ >= days) write_alarm(out, event, days);
  }
  write_line("END:VEVENT");
}

void Events::write_alarm(std::string& out, const Event& event, int days) const {
  const std::string when =
      days == 0 ? ", today" : ", in " + std::to_string(days) + (days == 1 ? " day" : " days");
  std::string text = "DESCRIPTION:";
  append_calendar_text(text, code_ + ": " + std::string{event.summary} + when + holder_);
  append_content_line(out, "BEGIN:VALARM");
  append_content_line(out, "ACTION:DISPLAY");
  append_content_line(out, text);
  append_content_line(out, days == 0 ? "TRIGGER:PT0S" : "TRIGGER:-P" + std::to_string(days) + "D");
  append_content_line(out, "END:VALARM");
}

}  // namespace

std::string_view calendar_header() noexcept {
  return "BEGIN:VCALENDAR\r\n"
         "VERSION:2.0\r\n"
         "PRODID:-//certrenew//certrenew//EN\r\n"
         "CALSCALE:GREGORIAN\r\n"
         "NAME:Certification renewals\r\n"
         "X-WR-CALNAME:Certification renewals\r\n"
         "REFRESH-INTERVAL;VALUE=DURATION:P1D\r\n";
}

std::string_view calendar_footer() noexcept { return "END:VCALENDAR\r\n"; }

std::uint32_t Namesakes::before(const Answer& answer, std::uint32_t credential) {
  return seen_[identity(answer, credential)]++;
}

void render_events(std::string& out, const Answer& answer, std::uint32_t credential,
                   const Circumstances& circumstances, const Reminders& reminders) {
  const Events events{answer, credential, circumstances.doubtful};
  std::string name = identity(answer, credential);
  if (circumstances.before > 0) name += part(std::to_string(circumstances.before));
  for (const Event& event : events.all()) {
    events.write(out, event, uuid_of(part(event.kind) + name), reminders);
  }
}

}  // namespace certrenew
