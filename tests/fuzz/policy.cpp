// Reads any bytes as a policy: the result is a valid policy or valid errors. A policy that is
// printed and read again stays the same.

#include <cstdint>
#include <string>

#include "print/printer.hpp"
#include "report/reports.hpp"
#include "require.hpp"

using namespace certrenew;

namespace {

std::string printed(const Policy& policy, print::Format format) {
  print::Sink sink;
  const report::PolicyReport report{policy};
  print::printer_for(format, report::policy_frame).print(sink, report);
  return sink.text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text{reinterpret_cast<const char*>(data), size};
  const auto result = read_policy(text);
  if (const auto* const errors = std::get_if<Errors>(&result)) {
    fuzz::require_sound(*errors, text);
    return 0;
  }
  const Policy& policy = std::get<Policy>(result);
  fuzz::require(policy.validity_months >= 1 && policy.validity_months <= 1200, "validity_months");
  fuzz::require(policy.grace_months >= 0 && policy.grace_months <= 1200, "grace_months");
  for (const CertificationType& one : policy.certification_types) {
    fuzz::require(one.units || one.exam_window_months || !one.courses.empty(),
                  "renewed by nothing");
    if (one.units) fuzz::require(*one.units > Units{}, "required units");
    for (const Index<Course> course : one.courses) {
      fuzz::require(course.at < policy.courses.size(), "a course that does not exist");
    }
  }
  const std::string json = printed(policy, print::Format::json);
  fuzz::require_spelled(json, "a policy as JSON");
  const auto again = read_policy(json);
  fuzz::require(std::holds_alternative<Policy>(again) && std::get<Policy>(again) == policy,
                "a policy that is not read back as the same");
  fuzz::require_harmless(printed(policy, print::Format::table), "a policy as a table");
  return 0;
}
