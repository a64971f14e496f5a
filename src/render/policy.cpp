#include "render/policy.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "render/json_writer.hpp"
#include "text/utf8.hpp"

namespace certrenew {

namespace {

void write_if_set(JsonWriter& json, std::string_view name, const std::optional<int>& months) {
  if (months) json.member(name, std::int64_t{*months});
}

void write_type(JsonWriter& json, const Policy& policy, const CertificationType& type) {
  json.key(type.name).begin_object();
  write_if_set(json, "validity_months", type.validity_months);
  write_if_set(json, "grace_months", type.grace_months);
  json.key("renew_by").begin_object();
  if (type.units) json.member("units", *type.units);
  if (type.exam_window_months) {
    json.key("exam")
        .begin_object()
        .member("window_months", std::int64_t{*type.exam_window_months})
        .end_object();
  }
  if (!type.courses.empty()) {
    json.key("courses").begin_list();
    for (const std::uint32_t course : type.courses) json.value(policy.courses[course]);
    json.end_list();
  }
  json.end_object().end_object();
}

/// What the list says of each number: its path in the policy, and its value.
class RuleList {
 public:
  RuleList(std::string& out, const Policy& policy) : out_{out} {
    for (const Source& source : policy.sources) sources_.emplace(source.rule, &source);
  }

  void rule(const std::string& path, const std::string& value) {
    text::append_visible(out_, path);
    out_ += ": " + value + '\n';
    const auto found = sources_.find(path);
    if (found == sources_.end()) {
      out_ += "    no source\n";
      return;
    }
    const Source& source = *found->second;
    out_ += source.official ? "    official: " : "    not official: ";
    text::append_visible(out_, source.says);
    out_ += "\n    ";
    text::append_visible(out_, source.where);
    out_ += '\n';
  }

  void months(const std::string& path, std::optional<int> value) {
    if (value) rule(path, std::to_string(*value));
  }

 private:
  std::string& out_;
  std::unordered_map<std::string_view, const Source*> sources_;  // by rule
};

void list_type(RuleList& list, const Policy& policy, const CertificationType& type) {
  const std::string path = "certification_types." + type.name;
  list.months(path + ".validity_months", type.validity_months);
  list.months(path + ".grace_months", type.grace_months);
  if (type.units) list.rule(path + ".renew_by.units", to_string(*type.units));
  list.months(path + ".renew_by.exam.window_months", type.exam_window_months);
  if (type.courses.empty()) return;
  std::string courses;
  for (const std::uint32_t course : type.courses) {
    if (!courses.empty()) courses += ", ";
    text::append_visible(courses, policy.courses[course]);
  }
  list.rule(path + ".renew_by.courses", courses);
}

}  // namespace

void render_policy_json(std::string& out, const Policy& policy) {
  JsonDocument json{out, JsonWriter::Layout::indented};
  json.begin_object()
      .member("name", policy.name)
      .member("validity_months", std::int64_t{policy.validity_months})
      .member("grace_months", std::int64_t{policy.grace_months})
      .key("units_valid_months");
  if (policy.units_valid_months) {
    json.value(std::int64_t{*policy.units_valid_months});
  } else {
    json.null();
  }
  json.key("certification_types").begin_object();
  for (const CertificationType& type : policy.certification_types) write_type(json, policy, type);
  json.end_object().key("activity_types").begin_object();
  for (const ActivityType& type : policy.activity_types) {
    json.key(type.name).begin_object();
    if (type.units) json.member("units", *type.units);
    if (type.limit) json.member("limit", std::int64_t{*type.limit});
    json.end_object();
  }
  json.end_object().key("sources").begin_object();
  for (const Source& source : policy.sources) {
    json.key(source.rule)
        .begin_object()
        .member("says", source.says)
        .member("where", source.where)
        .member("official", source.official)
        .end_object();
  }
  json.end_object().end_object();
}

void render_policy_list(std::string& out, const Policy& policy) {
  text::append_visible(out, policy.name);
  out += "\n\n";
  RuleList list{out, policy};
  list.rule("validity_months", std::to_string(policy.validity_months));
  list.rule("grace_months", std::to_string(policy.grace_months));
  list.rule("units_valid_months",
            policy.units_valid_months ? std::to_string(*policy.units_valid_months) : "for ever");
  for (const CertificationType& type : policy.certification_types) list_type(list, policy, type);
  for (const ActivityType& type : policy.activity_types) {
    const std::string path = "activity_types." + type.name;
    list.rule(path + ".units", type.units ? to_string(*type.units) : "the log must say");
    if (type.limit) list.rule(path + ".limit", std::to_string(*type.limit));
  }
}

}  // namespace certrenew
