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

std::string day_or_never(std::optional<Date> day) { return day ? to_string(*day) : "never"; }

std::string words_for_dates(std::optional<Date> suspends, std::optional<Date> expires) {
  std::string words;
  if (suspends) words = "suspends " + to_string(*suspends) + ", ";
  return words + (expires ? "expires " + to_string(*expires) : "never expires");
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
  write_texts(json, "programmes", answer.programmes(), std::mem_fn(&Policy::name));
  write_object(json, "candidate", answer.log().candidate, [&](const Candidate& who) {
    json.member("id", who.id);
    json.member("name", who.name);
  });
}

void write_exam_window(print::JsonEvents& json, const std::optional<ExamWindow>& window) {
  write_object(json, "exam_window", window, [&](const ExamWindow& days) {
    json.member("opens", days.opens);
    json.member("closes", days.closes);
  });
}

void write_renewals(print::JsonEvents& json, const Log& log, std::span<const Cycle> renewals) {
  write_list(json, "renewals", renewals, [&](const Cycle& cycle) {
    json.member("date", cycle.began_on);
    json.word("by", certrenew::name_of(cycle.began_by));
    const bool has_other = cycle.began_by == CycleStart::renewed_with;
    has_other ? json.text("with", log[*cycle.with].code) : json.null("with");
    json.member("start", cycle.start);
    json.member("suspends", cycle.suspends);
    json.member("expires", cycle.expires);
  });
}

void write_remarks(print::JsonEvents& json, const Answer& answer) {
  write_list(json, "designations", answer.designations(), [&](const DesignationAnswer& one) {
    json.text("name", one.designation->name);
    json.text("programme", one.policy->name);
    json.member("held", one.held);
    json.member("until", one.until);
    json.member("active", one.active);
    json.member("needs", one.designation->needs);
    write_texts(json, "missing", one.missing);
  });
  write_list(json, "doubts", answer.doubts(), [&](const Doubt* doubt) {
    json.text("credential", answer.log()[doubt->credential].code);
    json.text("reading", doubt->reading->id);
    json.text("rule", doubt->reading->rule);
    json.word("status", certrenew::name_of(doubt->status));
    json.member("suspends", doubt->suspends);
    json.member("expires", doubt->expires);
    write_renewals(json, answer.log(), doubt->renewals);
    json.text("message", doubt->message);
  });
  write_notices(json, notices(answer));
}

void write_notices(print::JsonEvents& json, std::span<const Remark> notices,
                   std::span<const std::string> left_out) {
  json.open_list("notices");
  for (const Remark& notice : notices) {
    json.open_object();
    json.word("code", certrenew::name_of(notice.kind()));
    const auto activity = notice.activity();
    activity ? json.member("activity", activity->at) : json.null("activity");
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

namespace {

/// The message of a doubt, and the id of its reading: `… [grace-90-days]`.
std::string sentence_of(const Doubt& doubt) {
  return doubt.message + " [" + doubt.reading->id + ']';
}

}  // namespace

void write_doubts(print::Document& document, const Answer& answer) {
  std::vector<std::string> sentences;
  for (const Doubt* doubt : answer.doubts()) sentences.push_back(sentence_of(*doubt));
  if (!sentences.empty()) document.aside("Where the rules are in doubt", sentences);
}

std::string standing_of(const DesignationAnswer& one) {
  if (!one.held) return "not held";
  return one.until ? "held until " + to_string(*one.until) : "held";
}

std::string missing_of(const DesignationAnswer& one) {
  if (one.held) return {};
  const std::size_t more = one.designation->needs - one.active;
  return (more < one.missing.size() ? std::to_string(more) + " of " : "") +
         joined(one.missing, ", ",
                [](std::string_view code) { return text::fitted(code, print::widest_code); });
}

std::set<Index<Certification>> entered_too_late(std::span<const Remark> notices) {
  std::set<Index<Certification>> late;
  for (const Remark& notice : notices) {
    if (notice.kind() == RemarkKind::entered_after_expiration) {
      late.insert(notice.credential()->index());
    }
  }
  return late;
}

print::RemarkLine line_of(const Origin& origin, const Answer& answer, const Doubt& doubt) {
  return {.source = origin.name,
          .origin = name_of(origin),
          .subject = text::fitted(answer.log()[doubt.credential].code, print::widest_code),
          .kind = "doubt",
          .message = sentence_of(doubt)};
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

}  // namespace certrenew::report
