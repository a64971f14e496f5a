// The JSON of `plan`.

#include "report/plan.hpp"

namespace certrenew::report {

namespace {

/// Writes a plan member by member.
class PlanJson {
 public:
  PlanJson(print::JsonEvents& json, const Answer& answer) : json_{json}, answer_{answer} {}

  void write(const Origin& origin, const Plan& plan) {
    json_.open_object();
    write_origin(json_, origin, answer_);
    write_list(json_, "deadlines", plan.deadlines,
               [&](const Deadline& one) { write_deadline(one); });
    write_list(json_, "ways", plan.ways, [&](const Way& way) { write_way(way); });
    json_.member("compared", plan.compared);
    write_list(json_, "nothing_more", plan.deadlines, [&](const Deadline& one) {
      const CredentialAnswer credential = credential_at(one.credential);
      json_.text("code", credential.code());
      json_.member("suspends", credential.suspends());
      json_.member("expires", credential.expires());
    });
    write_list(json_, "left_alone", plan.left_alone, [&](const LeftAlone& one) {
      json_.text("code", code_of(one.credential));
      json_.word("status", certrenew::name_of(credential_at(one.credential).status()));
      json_.text("message", one.message);
    });
    write_notices(json_, notices(answer_), plan.left_out);
    json_.close_object();
  }

 private:
  [[nodiscard]] CredentialAnswer credential_at(Index<Certification> index) const {
    return answer_.all_credentials()[index.at];
  }
  [[nodiscard]] std::string_view code_of(Index<Certification> index) const {
    return answer_.log()[index].code;
  }
  void write_deadline(const Deadline& deadline) {
    const CredentialAnswer one = credential_at(deadline.credential);
    const auto write_last_day = [&](const LastDay& last) {
      json_.member("date", last.date);
      json_.member("units_needed", last.units_needed);
    };
    json_.text("code", one.code());
    json_.word("status", certrenew::name_of(one.status()));
    json_.member("units_needed", deadline.units_needed);
    write_object(json_, "finish_active", deadline.finish_active, write_last_day);
    write_object(json_, "finish_expiring", std::optional{deadline.finish_expiring}, write_last_day);
    write_exam_window(json_, deadline.exam_window);
    write_missing_courses(one, deadline);
    write_list(json_, "allowance", deadline.allowance, [&](const Allowance& allowance) {
      json_.text("type", (*one.policy())[allowance.type].name);
      json_.member("limit", allowance.limit);
      json_.member("left", allowance.left);
    });
    write_counts("fewest", *one.policy(), deadline.fewest);
    write_counts("fewest_unlimited", *one.policy(), deadline.fewest_unlimited);
  }

  void write_missing_courses(const CredentialAnswer& one, const Deadline& deadline) {
    if (!one.type()->courses) return json_.null("missing_courses");
    write_texts(
        json_, "missing_courses",
        deadline.missing_courses, [&](Index<Course> course) -> const auto& {
          return (*one.policy())[course];
        });
  }

  void write_counts(std::string_view key, const Policy& policy,
                    const std::optional<std::vector<ActivityCount>>& counts) {
    if (!counts) return json_.null(key);
    write_list(json_, key, *counts, [&](const ActivityCount& one) {
      json_.text("type", policy[one.type].name);
      json_.member("count", one.count);
    });
  }

  void write_way(const Way& way) {
    json_.text("programme", answer_.policies()[way.programme].name);
    write_texts(json_, "labels", way.labels,
                [](WayLabel label) { return certrenew::name_of(label); });
    write_list(json_, "steps", way.steps, [&](const Step& step) { write_step(step); });
    json_.text("say", way.say);
    write_texts(json_, "doubts", way.doubts, std::mem_fn(&Reading::id));
    write_list(json_, "credentials", way.credentials,
               [&](const Standing& one) { write_standing(one); });
    json_.open_object("totals");
    json_.member("exams", way.totals.exams);
    json_.member("steps", way.totals.steps);
    json_.member("units", way.totals.units);
    write_days(way.totals);
    json_.close_object();
  }

  void write_step(const Step& step) {
    json_.member("date", step.date);
    step.exam ? json_.text("exam", code_of(*step.exam)) : json_.null("exam");
    json_.member("units", step.units);
    write_object(json_, "may_be_earlier", step.may_be_earlier, [&](const EarlyUnits& early) {
      json_.member("units", early.units);
      json_.member("from", early.from);
    });
    write_texts(json_, "renews", step.renews,
                [&](Index<Certification> one) { return code_of(one); });
  }

  void write_standing(const Standing& standing) {
    json_.text("code", code_of(standing.credential));
    json_.word("status", certrenew::name_of(standing.status));
    json_.member("suspends", standing.suspends);
    json_.member("expires", standing.expires);
    write_renewals(json_, answer_.log(), standing.renewals);
    write_days(standing);
  }

  /// Writes what a way gains and costs, for one credential or for all.
  template <class Days>
  void write_days(const Days& days) {
    json_.member("extension_days", days.extension_days);
    json_.member("forfeited_days", days.forfeited_days);
    json_.member("suspended_days", days.suspended_days);
  }

  print::JsonEvents& json_;
  const Answer& answer_;
};

}  // namespace

void PlanReport::write(print::JsonEvents& json) const {
  PlanJson{json, answer_}.write(origin_, plan_);
}

}  // namespace certrenew::report
