#include "report/report.hpp"

#include "text/fit.hpp"

namespace certrenew::report {

std::string holder_of(const Answer& answer) {
  const Candidate who = answer.log().candidate.value_or(Candidate{});
  if (!who.name) return text::fitted(who.id.value_or(""), print::widest_line);
  std::string holder = text::fitted(*who.name, print::widest_line / 2);
  if (who.id) holder += " (" + text::fitted(*who.id, print::widest_line / 2) + ")";
  return holder;
}

std::string name_of(const Origin& origin) {
  std::string name{origin.name};
  if (origin.line) name += ':' + std::to_string(*origin.line);
  return name;
}

std::string describe(const Origin& origin, const Answer& answer) {
  constexpr std::size_t widest_source = 240;
  const std::string shown = text::fitted(origin.name, widest_source);
  return name_of({shown, origin.line}) + ", as of " + to_string(answer.as_of());
}

std::string_view words_for_none(const Answer& answer) {
  return answer.all_credentials().empty() ? "no certifications"
                                          : "none of the certifications asked for";
}

void write_title(print::Document& document, const Origin& origin, const Answer& answer) {
  document.title(holder_of(answer), describe(origin, answer));
}

void write_source(print::JsonEvents& json, const Origin& origin) {
  if (origin.name == "-") {
    json.word("source", "-");  // not a formula of a spreadsheet
  } else {
    json.text("source", origin.name);
  }
  json.member("line", origin.line);
}

void write_origin(print::JsonEvents& json, const Origin& origin, const Answer& answer) {
  write_source(json, origin);
  json.member("as_of", answer.as_of());
  json.member("policy", answer.policy().name);
  write_candidate(json, answer);
}

void write_candidate(print::JsonEvents& json, const Answer& answer) {
  write_object(json, "candidate", answer.log().candidate, [&](const Candidate& who) {
    json.member("id", who.id);
    json.member("name", who.name);
  });
}

void write_exam_window(print::JsonEvents& json, const CredentialAnswer& one) {
  write_object(json, "exam_window", one.exam_window(), [&](const Interval& window) {
    json.date("opens", window.first);
    json.date("closes", window.end);
  });
}

void write_renewals(print::JsonEvents& json, std::span<const Cycle> renewals) {
  write_list(json, "renewals", renewals, [&](const Cycle& cycle) {
    json.date("date", cycle.start);
    json.word("by", certrenew::name_of(cycle.began_by));
    json.date("suspends", cycle.suspends);
    json.date("expires", cycle.expires);
  });
}

void write_notices(print::JsonEvents& json, std::span<const Remark> notices,
                   std::span<const std::string> left_out) {
  json.open_list("notices");
  for (const Remark& notice : notices) {
    json.open_object();
    json.word("code", certrenew::name_of(notice.kind()));
    const auto activity = notice.activity();
    activity ? json.number("activity", activity->at) : json.null("activity");
    const auto credential = notice.credential();
    credential ? json.text("credential", credential->code()) : json.null("credential");
    json.text("message", notice.message());
    json.close_object();
  }
  for (const std::string& message : left_out) {
    json.open_object();
    json.word("code", "way-left-out");
    json.null("activity");
    json.null("credential");
    json.text("message", message);
    json.close_object();
  }
  json.close_list();
}

std::set<Index<Certification>> doubtful_credentials(std::span<const Remark> notices) {
  std::set<Index<Certification>> doubtful;
  for (const Remark& notice : notices) {
    if (notice.kind() == RemarkKind::entered_after_expiration) {
      doubtful.insert(notice.credential()->index());
    }
  }
  return doubtful;
}

print::RemarkLine line_of(const Origin& origin, const Remark& remark) {
  const RemarkKind kind = remark.kind();
  const bool is_lost = kind == RemarkKind::expired || kind == RemarkKind::suspended;
  // What is too late already is an error; what can still be done in time is a warning.
  const bool is_too_late =
      is_lost || kind == RemarkKind::differs || kind == RemarkKind::entered_after_expiration;
  return {.source = origin.name,
          .origin = name_of(origin),
          .subject = remark.subject(),
          .kind = certrenew::name_of(kind),
          .message = remark.message(),
          .style = is_lost ? print::Style::red : print::Style::yellow,
          .is_error = is_too_late};
}

print::Style style_of(Status status) noexcept {
  switch (status) {
    case Status::upcoming: return print::Style::cyan;
    case Status::active: return print::Style::green;
    case Status::suspended: return print::Style::yellow;
    case Status::expired: return print::Style::red;
  }
  return print::Style::plain;
}

}  // namespace certrenew::report
