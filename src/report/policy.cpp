#include <map>
#include <string>
#include <string_view>

#include "report/reports.hpp"

namespace certrenew::report {

namespace {

using print::Cell;

// ---- JSON --------------------------------------------------------------------------------------

void write_type(print::JsonEvents& json, const Policy& policy, const CertificationType& type) {
  json.open_object(type.name);
  if (type.validity_months) json.number("validity_months", *type.validity_months);
  if (type.grace_months) json.number("grace_months", *type.grace_months);
  json.open_object("renew_by");
  if (type.units) json.units("units", *type.units);
  if (type.exam_window_months) {
    json.open_object("exam");
    json.number("window_months", *type.exam_window_months);
    json.close_object();
  }
  if (!type.courses.empty()) {
    json.open_list("courses");
    for (const Index<Course> course : type.courses) json.text({}, policy[course]);
    json.close_list();
  }
  json.close_object();
  json.close_object();
}

void write_type(print::JsonEvents& json, const ActivityType& type) {
  json.open_object(type.name);
  if (type.units) json.units("units", *type.units);
  if (type.limit) json.number("limit", *type.limit);
  json.close_object();
}

void write_source(print::JsonEvents& json, const Source& source) {
  json.open_object(source.rule);
  json.text("says", source.says);
  json.text("where", source.where);
  json.boolean("official", source.official);
  json.close_object();
}

// ---- For people --------------------------------------------------------------------------------

std::string joined_courses(const Policy& policy, const CertificationType& type) {
  std::string courses;
  for (const Index<Course> course : type.courses) {
    courses.append(courses.empty() ? "" : ", ").append(policy[course]);
  }
  return courses;
}

/// Calls `add` with each number: its path, `certification_types.ACP.renew_by.units`, and its value.
template <class Add>
void for_each_number(const Policy& policy, const Add& add) {
  const auto add_if_set = [&](const std::string& path, const auto& number) {
    if (number) add(path, std::to_string(*number));
  };
  const auto& valid = policy.units_valid_months;
  add("validity_months", std::to_string(policy.validity_months));
  add("grace_months", std::to_string(policy.grace_months));
  add("units_valid_months", valid ? std::to_string(*valid) : "for ever");
  for (const CertificationType& type : policy.certification_types) {
    const std::string path = "certification_types." + type.name;
    add_if_set(path + ".validity_months", type.validity_months);
    add_if_set(path + ".grace_months", type.grace_months);
    if (type.units) add(path + ".renew_by.units", to_string(*type.units));
    add_if_set(path + ".renew_by.exam.window_months", type.exam_window_months);
    if (!type.courses.empty()) add(path + ".renew_by.courses", joined_courses(policy, type));
  }
  for (const ActivityType& type : policy.activity_types) {
    const std::string path = "activity_types." + type.name;
    add(path + ".units", type.units ? to_string(*type.units) : "the log must say");
    add_if_set(path + ".limit", type.limit);
  }
}

}  // namespace

constinit const print::Frame policy_frame{.title = "Policy"};

void PolicyReport::write(print::Document& document) const {
  std::map<std::string_view, const Source*> sources;  // by the path of their number
  for (const Source& source : policy_.sources) sources.emplace(source.rule, &source);
  const auto row_of = [&](const std::string& path, const std::string& value) -> print::Row {
    const auto found = sources.find(path);
    if (found == sources.end()) return {Cell{path}, Cell{value}, Cell{"none"}, Cell{}, Cell{}};
    const auto& [rule, says, where, official] = *found->second;
    return {Cell{path}, Cell{value}, Cell{official ? "official" : "not official"}, Cell{where},
            Cell{says}};
  };
  document.title({}, policy_.name);
  document.grid({.caption = "The numbers of the rules and their sources",
                 .columns = {{.title = "Number"},
                             {.title = "Value"},
                             {.title = "Source"},
                             {.title = "Where", .below = true},
                             {.title = "Says", .below = true}},
                 .rows = [&](const auto& row) {
                   for_each_number(policy_, [&](const std::string& path, const std::string& value) {
                     row(row_of(path, value));
                   });
                 }});
}

void PolicyReport::write(print::JsonEvents& json) const {
  json.open_object();
  json.text("name", policy_.name);
  json.number("validity_months", policy_.validity_months);
  json.number("grace_months", policy_.grace_months);
  json.member("units_valid_months", policy_.units_valid_months);
  json.open_object("certification_types");
  for (const CertificationType& type : policy_.certification_types) write_type(json, policy_, type);
  json.close_object();
  json.open_object("activity_types");
  for (const ActivityType& type : policy_.activity_types) write_type(json, type);
  json.close_object();
  json.open_object("sources");
  for (const Source& source : policy_.sources) write_source(json, source);
  json.close_object();
  json.close_object();
}

}  // namespace certrenew::report
