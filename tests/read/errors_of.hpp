// What is wrong with a log or a policy, in lines of text.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "certrenew/read.hpp"

namespace certrenew::testing {

using Lines = std::vector<std::string>;

/// A text, and the errors that it should have.
struct Case {
  std::string_view text;
  Lines errors;
};

/// Returns `LINE:COLUMN PATH: MESSAGE` for each error, or `LINE:COLUMN MESSAGE` without a path.
inline Lines shown(const Errors& errors) {
  Lines lines;
  for (const Error& one : errors.listed) {
    lines.push_back(std::to_string(one.position.line) + ":" + std::to_string(one.position.column) +
                    " " + (one.path.empty() ? "" : one.path + ": ") + one.message);
  }
  return lines;
}

/// Returns the errors of a log under the built-in policies; no lines where it is sound.
inline Lines errors_of_log(std::string_view text) {
  const auto result = read_log(text, builtin_policies());
  return std::holds_alternative<Errors>(result) ? shown(std::get<Errors>(result)) : Lines{};
}

inline Lines errors_of_policy(std::string_view text) {
  const auto result = read_policy(text);
  return std::holds_alternative<Errors>(result) ? shown(std::get<Errors>(result)) : Lines{};
}

/// Returns a log with one sound certification and these activities. They begin in column 76.
inline std::string log_with(std::string_view activities) {
  return R"({"certifications":[{"code":"ACP-620","earned":"2024-01-10"}],"activities":[)" +
         std::string{activities} + "]}";
}

}  // namespace certrenew::testing
