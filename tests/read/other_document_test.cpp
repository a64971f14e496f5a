#include "read/other_document.hpp"

#include <string>

#include "catch.hpp"
#include "read/errors_of.hpp"

using namespace certrenew;
using namespace certrenew::testing;

TEST_CASE("A table with words of a header in its first line is CSV") {
  for (const char* const text : {"code,earned\nACP-620,2024-01-01\n", "Name;Date;Type\r\n",
                                 "\xEF\xBB\xBF\"Full Name\",code", "Employee\tDate_Earned\n"}) {
    CAPTURE(text);
    CHECK(importable_kind(text) == "a CSV file");
  }
  for (const char* const text :
       {"hello, world", "code", "", "{\"code\",\"earned\"", "name\nearned"}) {
    CAPTURE(text);
    CHECK(importable_kind(text).empty());
  }
}

TEST_CASE("Badges and transcripts are told by their keys") {
  CHECK(importable_kind(R"({"data": [{"badge_template": {}}]})") == "Credly badges");
  CHECK(importable_kind(R"([{"recipient": {}, "badge" : "x"}])") == "an Open Badge");
  CHECK(importable_kind(R"({"credentialSubject": {}})") == "an Open Badge");
  CHECK(importable_kind(R"({"certificationData": {}})") == "a Microsoft Learn transcript");
  CHECK(importable_kind(R"({"notes": "badge_template", "data": 1})").empty());
  CHECK(importable_kind(R"({"certifications": [], "badge_template": 1})").empty());
}

TEST_CASE("What can be imported is refused with one error that names the command") {
  CHECK(errors_of_log("code,earned\nACP-620,2024-01-01\n") ==
        Lines{"1:1 this looks like a CSV file, not a log; to make a log from it, run certrenew "
              "import FILE"});
  CHECK(errors_of_log(R"({"data": [{"badge_template": {}}]})") ==
        Lines{"1:1 this looks like Credly badges, not a log; to make a log from it, run certrenew "
              "import FILE"});
}
