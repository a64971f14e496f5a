// Policies as they are printed.

#include "report/reports.hpp"

#include "catch.hpp"
#include "print/json.hpp"
#include "recording.hpp"
#include "support.hpp"

using namespace certrenew;
using namespace certrenew::testing;

namespace {

/// The policy that is read from what is printed of `policy`.
Policy printed_and_read(const Policy& policy) {
  print::Sink sink;
  print::JsonWriter json{sink, print::JsonWriter::Layout::indented};
  report::PolicyReport{policy}.write(json);
  return std::get<Policy>(read_policy(sink.text));
}

}  // namespace

TEST_CASE("A policy that was printed is read as the same policy") {
  CHECK(printed_and_read(builtin_policy()) == builtin_policy());
  CHECK(printed_and_read(various_policy()) == various_policy());
}

TEST_CASE("The names of types may hold anything") {
  Policy policy = various_policy();
  policy.certification_types.front().name = "a \"name\"\n\\ \xC3\xA9";
  policy.activity_types.front().name = "\x1b[2J";
  CHECK(printed_and_read(policy) == policy);
}

TEST_CASE("Each number of a policy has a row with its source") {
  Policy policy = various_policy();
  policy.sources = {
      {.rule = "grace_months", .says = "Three months.", .where = "A page", .official = true}};
  RecordingDocument document;
  report::PolicyReport{policy}.write(document);
  CHECK(document.has("validity_months|24|none|||"));
  CHECK(document.has("grace_months|3|official|A page|Three months.|"));
  CHECK(document.has("certification_types.CRS.renew_by.courses|a, b|none|||"));
  CHECK(document.has("activity_types.event.limit|1|none|||"));
}
