#include "render/status.hpp"

namespace certrenew {

namespace {

// Each of these works on a writer of its own and hands it back: see there. They are to be inlined,
// for a call sends the writer through memory.

inline JsonWriter write_units(JsonWriter json, const CredentialView& one) {
  json.key("units");
  if (!one.shows_units()) {
    json.null();
    return json;
  }
  const Units required = *one.type.units;
  json.begin_object()
      .member("counted", one.credential.counted)
      .member("required", required)
      .member("needed", required - one.credential.counted)
      .end_object();
  return json;
}

inline JsonWriter write_courses(JsonWriter json, const Policy& policy, const CredentialView& one) {
  json.key("courses");
  if (!one.shows_courses()) {
    json.null();
    return json;
  }
  json.begin_object();
  for (const bool completed : {true, false}) {
    json.key(completed ? "completed" : "missing").begin_list();
    for (std::size_t i = 0; i < one.type.courses.size(); ++i) {
      if (one.credential.courses[i] == completed) json.value(policy.courses[one.type.courses[i]]);
    }
    json.end_list();
  }
  json.end_object();
  return json;
}

inline JsonWriter exam_window(JsonWriter json, const CredentialView& one) {
  json.key("exam_window");
  if (one.shows_exam()) {
    json.begin_object()
        .member("opens", one.cycle().exam_window->first)
        .member("closes", one.cycle().exam_window->end)
        .end_object();
  } else {
    json.null();
  }
  return json;
}

inline JsonWriter all_renewals(JsonWriter json, std::span<const Cycle> renewals) {
  json.key("renewals").begin_list();
  for (const Cycle& cycle : renewals) {
    json.begin_object()
        .member("date", cycle.start)
        .member_word("by", name_of(cycle.began_by))
        .member("suspends", cycle.suspends)
        .member("expires", cycle.expires)
        .end_object();
  }
  json.end_list();
  return json;
}

/// All but the end of a credential.
inline JsonWriter write_standing(JsonWriter json, const Answer& answer, const CredentialView& one) {
  const Cycle& cycle = one.cycle();
  const std::int32_t as_of = answer.renewals.as_of.days();
  json.begin_object()
      .member("code", one.certification.code)
      .member("name", one.certification.name)
      .member("type", one.type.name)
      .member_word("status", name_of(one.credential.status))
      .member("cycle_start", cycle.start)
      .member("suspends", cycle.suspends)
      .member("expires", cycle.expires)
      .member("days_to_suspension", std::int64_t{cycle.suspends.days() - as_of})
      .member("days_to_expiration", std::int64_t{cycle.expires.days() - as_of});
  json = write_units(json, one);
  json = write_courses(json, answer.policy, one);
  json = exam_window(json, one);
  return all_renewals(json, std::span{one.credential.cycles}.subspan(1));
}

inline JsonWriter write_one(JsonWriter json, const Answer& answer, const Notice& notice) {
  json.begin_object().member_word("code", name_of(notice.code)).key("activity");
  if (notice.activity) {
    json.value(std::int64_t{*notice.activity});
  } else {
    json.null();
  }
  json.key("credential");
  if (notice.credential) {
    json.value(answer.log.certifications[*notice.credential].code);
  } else {
    json.null();
  }
  json.key("message").text([&](std::string& text) {
    append_message(text, answer.log, answer.policy, answer.renewals, notice);
  });
  json.end_object();
  return json;
}

}  // namespace

void write_origin(JsonWriter& json, const Answer& answer) {
  json.member("source", answer.source)
      .member("line", answer.line)
      .member("as_of", answer.renewals.as_of)
      .member("policy", answer.policy.name)
      .key("candidate");
  if (const auto& candidate = answer.log.candidate) {
    json.begin_object().member("id", candidate->id).member("name", candidate->name).end_object();
  } else {
    json.null();
  }
}

void write_exam_window(JsonWriter& json, const CredentialView& one) {
  json = exam_window(json, one);
}

void write_renewals(JsonWriter& json, std::span<const Cycle> renewals) {
  json = all_renewals(json, renewals);
}

void write_notice(JsonWriter& json, const Answer& answer, const Notice& notice) {
  json = write_one(json, answer, notice);
}

void write_status(JsonWriter& json, const Answer& answer, const MoreMembers& more) {
  json.begin_object();
  write_origin(json, answer);
  json.key("credentials").begin_list();
  for (const std::uint32_t i : answer.shown) {
    json = write_standing(json, answer, view(answer, i));
    if (more) more(json, i);
    json.end_object();
  }
  json.end_list().key("notices").begin_list();
  for (const Notice& notice : answer.notices) json = write_one(json, answer, notice);
  json.end_list().end_object();
}

void render_status_json(std::string& out, const Answer& answer, JsonWriter::Layout layout) {
  JsonDocument json{out, layout};
  write_status(json, answer, {});
}

}  // namespace certrenew
