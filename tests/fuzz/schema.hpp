// Validates JSON against a schema. Supports the part of JSON Schema that our schemas use. Aborts on
// an unknown keyword instead of ignoring it.
#pragma once

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>

#include "require.hpp"

namespace certrenew::fuzz {

using Json = nlohmann::ordered_json;

class Schema {
 public:
  explicit Schema(std::string_view text) : root_{Json::parse(text)} {}

  [[nodiscard]] bool accepts(const Json& value) const { return accepts(root_, value); }

 private:
  [[nodiscard]] bool accepts(const Json& schema, const Json& value) const {
    for (const auto& [keyword, rule] : schema.items()) {
      if (!keeps(schema, keyword, rule, value)) return false;
    }
    return true;
  }

  [[nodiscard]] bool keeps(const Json& schema, const std::string& keyword, const Json& rule,
                           const Json& value) const {
    if (keyword == "type") {
      if (rule.is_string()) return is_a(rule, value);
      return std::any_of(rule.begin(), rule.end(),
                         [&](const Json& type) { return is_a(type, value); });
    }
    if (keyword == "enum") return std::find(rule.begin(), rule.end(), value) != rule.end();
    if (keyword == "$ref")
      return accepts(root_.at(Json::json_pointer{rule.get<std::string>().substr(1)}), value);
    if (keyword == "anyOf") {
      return std::any_of(rule.begin(), rule.end(),
                         [&](const Json& one) { return accepts(one, value); });
    }
    if (keyword == "required") {
      return !value.is_object() || std::all_of(rule.begin(), rule.end(), [&](const Json& name) {
        return value.contains(name.get<std::string>());
      });
    }
    if (keyword == "properties" || keyword == "additionalProperties") {
      return !value.is_object() || keeps_properties(schema, value);
    }
    if (keyword == "items") {
      return !value.is_array() || std::all_of(value.begin(), value.end(),
                                              [&](const Json& one) { return accepts(rule, one); });
    }
    if (keyword == "uniqueItems") {  // it is never false
      const auto stands_once = [&](const Json& one) {
        return std::count(value.begin(), value.end(), one) == 1;
      };
      return !value.is_array() || std::all_of(value.begin(), value.end(), stands_once);
    }
    if (keyword == "minItems") return !value.is_array() || value.size() >= rule;
    if (keyword == "minimum") return !value.is_number() || value >= rule;
    if (keyword == "minLength") return !value.is_string() || !value.get<std::string>().empty();
    if (keyword == "pattern") {  // the only pattern is that of a date
      return Date::parse(value.get<std::string>()).has_value();
    }
    const bool of_no_effect = keyword == "$schema" || keyword == "$defs" || keyword == "title" ||
                              keyword == "description";
    require(of_no_effect, "a keyword of JSON Schema that is not known here");
    return true;
  }

  [[nodiscard]] bool keeps_properties(const Json& schema, const Json& value) const {
    for (const auto& [name, part] : value.items()) {
      if (!schema.at("properties").contains(name)) return false;
      if (!accepts(schema.at("properties").at(name), part)) return false;
    }
    return true;
  }

  [[nodiscard]] static bool is_a(const std::string& type, const Json& value) {
    if (type == "object") return value.is_object();
    if (type == "array") return value.is_array();
    if (type == "string") return value.is_string();
    if (type == "boolean") return value.is_boolean();
    if (type == "integer") return value.is_number_integer();
    if (type == "number") return value.is_number();
    return type == "null" && value.is_null();
  }

  Json root_;
};

}  // namespace certrenew::fuzz
