// How errors are listed.

#include "report/reports.hpp"

#include "catch.hpp"
#include "recording.hpp"
#include "support.hpp"

using namespace certrenew;
using namespace certrenew::testing;

namespace {

const Errors two_of_five{
    .listed = {{.position = {.line = 1, .column = 5}, .path = "certifications", .message = "empty"},
               {.position = {.line = 2, .column = 1}, .path = "", .message = "not JSON"}},
    .more = 3};

}  // namespace

TEST_CASE("Each error has its place, and what is not listed is counted") {
  std::string lines;
  report::append_errors(lines, {.name = "log.json"}, two_of_five);
  CHECK(lines ==
        "log.json:1:5: error: certifications: empty\n"
        "log.json:2:1: error: not JSON\n"
        "log.json: and 3 more errors\n");
}

TEST_CASE("Errors in a line of a roster count from the roster's first line") {
  std::string lines;
  report::append_error(lines, {.name = "roster.ndjson", .line = 17}, two_of_five.listed[0]);
  CHECK(lines == "roster.ndjson:17:5: error: certifications: empty\n");
}

TEST_CASE("An error without a position has no line or column") {
  std::string lines;
  const Errors errors{.listed = {{.position = {0, 0}, .path = "", .message = "too large"}}};
  report::append_errors(lines, {.name = "log.json"}, errors);
  CHECK(lines == "log.json: error: too large\n");
}

TEST_CASE("A name that could steer a terminal is made visible") {
  std::string lines;
  report::append_error(lines, {.name = "\x1b[2J.json"}, two_of_five.listed[0]);
  CHECK(lines == "\\u001b[2J.json:1:5: error: certifications: empty\n");
}
