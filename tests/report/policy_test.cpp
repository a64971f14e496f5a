// Policies as they are printed.

#include <string>

#include "catch.hpp"
#include "certrenew/read.hpp"
#include "recording.hpp"
#include "report/reports.hpp"

using namespace certrenew;
using namespace certrenew::testing;

namespace {

Policy read(const std::string& text) { return std::get<Policy>(read_policy(text)); }

RecordingDocument table_of(const Policy& policy) {
  RecordingDocument document;
  report::PolicyReport{policy}.write(document);
  return document;
}

}  // namespace

TEST_CASE("A policy is printed as it was read, with one line end") {
  const std::string text = "{ \"name\" : \"p\",\n\t\"certification_types\": {} }";
  CHECK(report::json_of(read(text)) == text + "\n");
  CHECK(report::json_of(read(text + "\n\n ")) == text + "\n");
  CHECK(report::json_of(read("\xEF\xBB\xBF" + text + "\r\n")) == text + "\n");
  const std::string printed = report::json_of(builtin_policy());
  CHECK(printed == builtin_policy().text);
  CHECK(read(printed).text == printed);
}

TEST_CASE("What could mislead a reader of a printed policy is escaped") {
  const Policy policy =
      read("{\"name\":\"\xE2\x80\xAE\xC3\xA9\xE2\x80\x8D\x7F\",\"certification_types\":{}}");
  const std::string printed = report::json_of(policy);
  CHECK(printed == "{\"name\":\"\\u202e\xC3\xA9\\u200d\\u007f\",\"certification_types\":{}}\n");
  CHECK(read(printed).name == policy.name);
}

TEST_CASE("Each number of a policy has a row with its source") {
  const RecordingDocument document = table_of(read(
      R"({"name":"p","title":"T","as_of":"2026-01-02","grace":"P3M","validity":"P2Y",
          "certification_types":{"A":{"renew_by":{"courses":{"all":["a","b"]}}}},
          "activity_types":{"event":{"limit":1}},
          "sources":{"grace":{"says":"Three months.","where":"A page","official":true}}})"));
  CHECK(document.has("title: T, as of 2026-01-02; p"));
  CHECK(document.has("validity|24 months|none|||"));
  CHECK(document.has("grace|3 months|official|A page|Three months.|"));
  CHECK(document.has("certification_types.A.renew_by.courses.all|a, b|none|||"));
  CHECK(document.has("activity_types.event.units|the log must say|none|||"));
  CHECK(document.has("activity_types.event.limit|1|none|||"));
}

TEST_CASE("What a policy lists stands in sentences below its numbers") {
  const RecordingDocument document = table_of(read(
      R"({"name":"p","certification_types":{"A":{},"B":{}},
          "certifications":{"X":{"name":"An X","aliases":["Y","Z"],"type":"A",
                                 "retired":"2024-02-01"},"W":{}},
          "extensions":[{"from":"2024-02-01","to":"2024-09-29","until":"2024-09-30",
                         "types":["A","B"]}],
          "designations":[{"name":"D","needs":2,"of":["X","W"]},
                          {"name":"E","needs":1,"of":["X","W"]}],
          "readings":[{"id":"r","rule":"C1","says":"it is so","where":"page","official":true,
                       "change":{"grace":"P1D"}}],
          "notes":["A note."],
          "sources":{"extensions[0]":{"says":"s","where":"the news","official":true},
                     "designations[1].needs":{"says":"s","where":"a rumour","official":false}}})"));
  CHECK(document.has("heading: Certifications; "));
  CHECK(document.has("item: X (Y, Z): An X; type A; retired 2024-02-01"));
  CHECK(document.has("item: W"));
  CHECK(
      document.has("item: A cycle of A, B that would expire from 2024-02-01 to 2024-09-29 "
                   "expires on 2024-09-30. (official: the news)"));
  CHECK(document.has("item: D: held while at least 2 of X, W are active."));
  CHECK(document.has("item: E: held while at least 1 of X, W is active. (not official: a rumour)"));
  CHECK(document.has("item: r: If it is so (C1; official: page)."));
  CHECK(document.has("heading: Notes; "));
  CHECK(document.has("item: A note."));
}

TEST_CASE("A policy without lists has no headings") {
  const RecordingDocument document = table_of(read(R"({"name":"p","certification_types":{}})"));
  CHECK(document.has("title: ; p"));
  CHECK_FALSE(document.has("heading: Readings; "));
}
