#include "render/plan.hpp"
#include "render/status.hpp"

namespace certrenew {

namespace {

std::string_view code_of(const Answer& answer, std::uint32_t credential) {
  return answer.log.certifications[credential].code;
}

void write_last_day(JsonWriter& json, std::string_view key, const LastDay& last) {
  json.key(key)
      .begin_object()
      .member("date", last.date)
      .member("units_needed", last.units_needed)
      .end_object();
}

void write_doses(JsonWriter& json, const Answer& answer, std::string_view key,
                 const std::optional<std::vector<Dose>>& doses) {
  json.key(key);
  if (!doses) {
    json.null();
    return;
  }
  json.begin_list();
  for (const Dose& dose : *doses) {
    json.begin_object()
        .member("type", answer.policy.activity_types[dose.type].name)
        .member("count", static_cast<std::int64_t>(dose.count))
        .end_object();
  }
  json.end_list();
}

void write_missing_courses(JsonWriter& json, const Answer& answer, const Deadline& deadline) {
  json.key("missing_courses");
  if (view(answer, deadline.credential).type.courses.empty()) {
    json.null();
    return;
  }
  json.begin_list();
  for (const std::uint32_t course : deadline.missing_courses) {
    json.value(answer.policy.courses[course]);
  }
  json.end_list();
}

void write_deadline(JsonWriter& json, const Answer& answer, const Deadline& deadline) {
  const CredentialView one = view(answer, deadline.credential);
  json.begin_object()
      .member("code", one.certification.code)
      .member("status", name_of(one.credential.status))
      .member("units_needed", deadline.units_needed);
  if (deadline.finish_active) {
    write_last_day(json, "finish_active", *deadline.finish_active);
  } else {
    json.key("finish_active").null();
  }
  write_last_day(json, "finish_expiring", deadline.finish_expiring);
  write_exam_window(json, one);
  write_missing_courses(json, answer, deadline);
  json.key("allowance").begin_list();
  for (const Allowance& allowance : deadline.allowance) {
    json.begin_object()
        .member("type", answer.policy.activity_types[allowance.type].name)
        .member("limit", std::int64_t{allowance.limit})
        .member("left", std::int64_t{allowance.left})
        .end_object();
  }
  json.end_list();
  write_doses(json, answer, "fewest", deadline.fewest);
  write_doses(json, answer, "fewest_unlimited", deadline.fewest_unlimited);
  json.end_object();
}

void write_standing(JsonWriter& json, const Answer& answer, const Standing& standing) {
  json.begin_object()
      .member("code", code_of(answer, standing.credential))
      .member("status", name_of(standing.status))
      .member("suspends", standing.suspends)
      .member("expires", standing.expires);
  write_renewals(json, standing.renewals);
  json.member("extension_days", standing.extension_days)
      .member("forfeited_days", standing.forfeited_days)
      .member("suspended_days", standing.suspended_days)
      .end_object();
}

void write_way(JsonWriter& json, const Answer& answer, const Way& way) {
  json.begin_object().key("exams").begin_list();
  for (const PlannedExam& exam : way.exams) {
    json.begin_object()
        .member("certification", code_of(answer, exam.credential))
        .member("date", exam.date)
        .end_object();
  }
  json.end_list()
      .member("finish", way.finish)
      .member("units_to_earn", way.units_to_earn)
      .member("units_before_finish", way.units_before_finish)
      .member("say", way.say)
      .key("credentials")
      .begin_list();
  for (const Standing& standing : way.credentials) write_standing(json, answer, standing);
  json.end_list()
      .key("totals")
      .begin_object()
      .member("exams", way.totals.exams)
      .member("units", way.totals.units)
      .member("extension_days", way.totals.extension_days)
      .member("forfeited_days", way.totals.forfeited_days)
      .member("suspended_days", way.totals.suspended_days)
      .end_object()
      .end_object();
}

void write_left_alone(JsonWriter& json, const Answer& answer, const Plan& plan) {
  json.key("left_alone").begin_list();
  for (const LeftAlone& one : plan.left_alone) {
    json.begin_object()
        .member("code", code_of(answer, one.credential))
        .member("status", name_of(answer.renewals.credentials[one.credential].status))
        .member("message", one.message)
        .end_object();
  }
  json.end_list();
}

}  // namespace

void render_plan_json(std::string& out, const Answer& answer, const Plan& plan,
                      JsonWriter::Layout layout) {
  JsonDocument json{out, layout};
  json.begin_object();
  write_origin(json, answer);
  json.key("deadlines").begin_list();
  for (const Deadline& deadline : plan.deadlines) write_deadline(json, answer, deadline);
  json.end_list().key("ways").begin_list();
  for (const Way& way : plan.ways) write_way(json, answer, way);
  json.end_list().key("nothing_more").begin_list();
  for (const Deadline& deadline : plan.deadlines) {
    const Cycle& cycle = view(answer, deadline.credential).cycle();
    json.begin_object()
        .member("code", code_of(answer, deadline.credential))
        .member("suspends", cycle.suspends)
        .member("expires", cycle.expires)
        .end_object();
  }
  json.end_list();
  write_left_alone(json, answer, plan);
  json.key("notices").begin_list();
  for (const Notice& notice : answer.notices) write_notice(json, answer, notice);
  for (const std::string& message : plan.left_out) {
    json.begin_object()
        .member("code", "way-left-out")
        .key("activity")
        .null()
        .key("credential")
        .null()
        .member("message", message)
        .end_object();
  }
  json.end_list().end_object();
}

}  // namespace certrenew
