// Reads any bytes as a policy: the result is a valid policy or valid errors. A policy that is
// printed and read again stays the same, and the schema accepts it.

#include <cstdint>
#include <string>

#include "embedded.hpp"
#include "print/printer.hpp"
#include "report/reports.hpp"
#include "require.hpp"
#include "schema.hpp"

using namespace certrenew;
using fuzz::require;

namespace {

constexpr Units million = Units::whole(1'000'000);

bool is_sound(Duration duration, std::int32_t least) {
  const std::int32_t most = duration.unit == Duration::Unit::months ? 1200 : 36'500;
  return duration.count >= least && duration.count <= most;
}

/// Requires that `holds` holds of each value, and that the days ascend.
template <class Value, class Holds>
void require_each(const Series<Value>& series, const Holds& holds, std::string_view what) {
  require(holds(series.first), what);
  std::optional<Date> last;
  for (const auto& step : series.later) {
    require(holds(step.value), what);
    require(!last || *last < step.from, "days that do not ascend");
    last = step.from;
  }
}

template <class Value>
void require_durations(const Series<Value>& series, std::int32_t least, std::string_view what) {
  require_each(
      series, [&](const std::optional<Duration>& one) { return !one || is_sound(*one, least); },
      what);
}

template <class Element>
void require_places(const std::vector<Index<Element>>& list, std::size_t size) {
  for (const auto one : list) require(one.at < size, "an index of nothing");
}

void require_carry_over(const Policy& policy, const CarryOver& one) {
  require_each(
      one.at_most, [](Units units) { return units > Units{} && units <= million; }, "at_most");
  require_durations(one.from_last, 0, "from_last");
  require_places(one.types, policy.activity_types.size());
}

void require_type(const Policy& policy, const CertificationType& one) {
  require(!one.name.empty(), "a type without a name");
  require_durations(one.validity, 1, "validity");
  require_durations(one.grace, 0, "grace");
  if (one.carry_over) require_carry_over(policy, *one.carry_over);
  if (one.units) {
    require_each(
        one.units->required, [](Units units) { return units > Units{} && units <= million; },
        "required units");
  }
  if (one.exam) require_durations(one.exam->window, 0, "window");
  if (!one.courses) return;
  require(!one.courses->all.empty(), "renewed by no courses");
  require_places(one.courses->all, policy.courses.size());
}

void require_policy(const Policy& policy) {
  require(!policy.name.empty() && policy.name != "none", "the name of a policy");
  require_durations(policy.units_valid, 1, "units_valid");
  for (const CertificationType& one : policy.certification_types) require_type(policy, one);
  for (const ActivityType& one : policy.activity_types) {
    require(one.name != "exam" && one.name != "certification", "the name of an activity type");
    require_each(
        one.units, [](std::optional<Units> units) { return !units || *units <= million; },
        "the units of an activity");
    require_each(
        one.limit, [](std::optional<std::uint32_t> limit) { return !limit || *limit <= 1'000'000; },
        "a limit");
  }
  for (const ListedCertification& one : policy.certifications) {
    require(!one.type || one.type->at < policy.certification_types.size(), "a type of nothing");
  }
  for (const Extension& one : policy.extensions) {
    require(one.from <= one.to && one.to < one.until, "the days of an extension");
    require_places(one.types, policy.certification_types.size());
  }
  for (const Designation& one : policy.designations) {
    require(one.needs >= 1 && one.needs <= one.of.size(), "the needs of a designation");
  }
  for (const Reading& one : policy.readings) {
    require(one.policy != nullptr && one.policy->readings.empty(), "a reading of readings");
    require(one.policy->name == policy.name, "a reading of another programme");
    require_policy(*one.policy);
  }
}

std::string table_of(const Policy& policy) {
  print::Sink sink;
  const report::PolicyReport report{policy};
  print::printer_for(print::Format::table, report::policy_frame).print(sink, report);
  return sink.text;
}

/// The policy is printed without tabs: elsewhere they stand in texts, where nobody sees them.
std::string without_tabs(std::string text) {
  for (char& c : text) c = c == '\t' ? ' ' : c;
  return text;
}

const fuzz::Schema& schema() {
  static const fuzz::Schema schema = [] {
    for (const auto& one : embedded::schemas) {
      if (one.name == "policy") return fuzz::Schema{one.text};
    }
    std::abort();
  }();
  return schema;
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
  require_policy(policy);
  for (const PolicyNumber& one : policy.numbers) {
    require(!one.path.empty() && !one.words.empty(), "a number without words");
  }
  const std::string json = report::json_of(policy);
  fuzz::require_spelled(without_tabs(json), "a policy as JSON");
  require(schema().accepts(fuzz::Json::parse(json)), "a policy that its schema refuses");
  const auto again = read_policy(json);
  require(std::holds_alternative<Policy>(again) && report::json_of(std::get<Policy>(again)) == json,
          "a policy that is not read back as the same");
  fuzz::require_harmless(table_of(policy), "a policy as a table");
  return 0;
}
