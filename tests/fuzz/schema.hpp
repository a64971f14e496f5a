// Validates JSON against a schema. Supports the part of JSON Schema that our schemas use. Aborts on
// an unknown keyword instead of ignoring it.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <nlohmann/json.hpp>
#include <regex>
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
    if (schema.is_boolean()) return schema.get<bool>();
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
    if (keyword == "const") return value == rule;
    if (keyword == "not") return !accepts(rule, value);
    if (keyword == "enum") return std::find(rule.begin(), rule.end(), value) != rule.end();
    if (keyword == "$ref")
      return accepts(root_.at(Json::json_pointer{rule.get<std::string>().substr(1)}), value);
    if (keyword == "anyOf") {
      return std::any_of(rule.begin(), rule.end(),
                         [&](const Json& one) { return accepts(one, value); });
    }
    if (keyword == "propertyNames") {
      if (!value.is_object()) return true;
      for (const auto& [name, part] : value.items()) {
        if (!accepts(rule, Json(name))) return false;
      }
      return true;
    }
    if (keyword == "required") {
      return !value.is_object() || std::all_of(rule.begin(), rule.end(), [&](const Json& name) {
        return value.contains(name.get<std::string>());
      });
    }
    if (keyword == "properties" || keyword == "additionalProperties") {
      return !value.is_object() || keeps_properties(schema, value);
    }
    if (keyword == "prefixItems" || keyword == "items") {
      return !value.is_array() || keeps_items(keyword, schema, rule, value);
    }
    if (keyword == "uniqueItems") {  // it is never false
      const auto stands_once = [&](const Json& one) {
        return std::count(value.begin(), value.end(), one) == 1;
      };
      return !value.is_array() || std::all_of(value.begin(), value.end(), stands_once);
    }
    if (keyword == "minItems") return !value.is_array() || value.size() >= rule;
    if (keyword == "maxItems") return !value.is_array() || value.size() <= rule;
    if (keyword == "minimum") return !value.is_number() || value >= rule;
    if (keyword == "maximum") return !value.is_number() || value <= rule;
    if (keyword == "minLength") return !value.is_string() || !value.get<std::string>().empty();
    if (keyword == "pattern") return !value.is_string() || matches(value, rule);
    const bool of_no_effect = keyword == "$schema" || keyword == "$defs" || keyword == "title" ||
                              keyword == "description";
    require(of_no_effect, "a keyword of JSON Schema that is not known here");
    return true;
  }

  [[nodiscard]] bool keeps_properties(const Json& schema, const Json& value) const {
    const auto properties = schema.find("properties");
    const auto others = schema.find("additionalProperties");
    for (const auto& [name, part] : value.items()) {
      if (properties != schema.end() && properties->contains(name)) {
        if (!accepts(properties->at(name), part)) return false;
      } else if (others != schema.end() && !accepts(*others, part)) {
        return false;
      }
    }
    return true;
  }

  /// `prefixItems` holds for the first elements, `items` for those after them.
  [[nodiscard]] bool keeps_items(const std::string& keyword, const Json& schema, const Json& rule,
                                 const Json& value) const {
    const auto prefix = schema.find("prefixItems");
    const std::size_t first = prefix == schema.end() ? 0 : prefix->size();
    for (std::size_t i = 0; i < value.size(); ++i) {
      const bool is_first = i < first;
      if (is_first != (keyword == "prefixItems")) continue;
      if (!accepts(is_first ? rule.at(i) : rule, value.at(i))) return false;
    }
    return true;
  }

  /// What our patterns describe is short; the expressions of the library recurse.
  [[nodiscard]] static bool matches(const std::string& text, const std::string& pattern) {
    constexpr std::size_t longest = 64;
    if (pattern == "^[0-9]{4}-[0-9]{2}-[0-9]{2}$") return Date::parse(text).has_value();
    if (text.size() > longest) return false;
    static std::map<std::string, std::regex> expressions;
    const auto [found, is_new] = expressions.try_emplace(pattern);
    if (is_new) found->second = std::regex{pattern};
    return std::regex_search(text, found->second);
  }

  [[nodiscard]] static bool is_a(const std::string& type, const Json& value) {
    if (type == "object") return value.is_object();
    if (type == "array") return value.is_array();
    if (type == "string") return value.is_string();
    if (type == "boolean") return value.is_boolean();
    if (type == "integer") {
      return value.is_number() && std::floor(value.get<double>()) == value.get<double>();
    }
    if (type == "number") return value.is_number();
    return type == "null" && value.is_null();
  }

  Json root_;
};

}  // namespace certrenew::fuzz
