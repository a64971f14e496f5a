#include "core/date_wording.hpp"

#include "../catch.hpp"

using namespace certrenew;

TEST_CASE("a message about a day that does not exist names it, and the last day of the month") {
  CHECK(why_no_date("2025-02-30") == "2025-02-30 is no day: February 2025 has 28");
  CHECK(why_no_date("2024-02-30") == "2024-02-30 is no day: February 2024 has 29");
  CHECK(why_no_date("2025-04-31") == "2025-04-31 is no day: April 2025 has 30");
  CHECK(why_no_date("2025-12-99") == "2025-12-99 is no day: December 2025 has 31");
  CHECK(why_no_date("2025-12-00") == "2025-12-00 is no day: the first day of a month is 01");
  CHECK(why_no_date("2025-13-01") == "2025-13-01 is no day: there is no month 13");
  CHECK(why_no_date("2025-00-01") == "2025-00-01 is no day: there is no month 00");
  CHECK(why_no_date("0000-01-01") == "0000-01-01 is no day: the first year is 0001");
}

TEST_CASE("a date in another form is refused with the form, and the date where it is clear") {
  CHECK(why_no_date("2025-6-1") ==
        "\"2025-6-1\" is not a date: month and day have two digits (write 2025-06-01)");
  CHECK(why_no_date("2025-6-31") ==
        "\"2025-6-31\" is not a date: month and day have two digits (write YYYY-MM-DD)");
  CHECK(why_no_date("2025/06/01") ==
        "\"2025/06/01\" is not a date: separate the numbers with hyphens (write 2025-06-01)");
  CHECK(why_no_date("2025-06-01T08:00") ==
        "\"2025-06-01T08:00\" is not a date: write nothing after the day (write 2025-06-01)");
  CHECK(why_no_date("1.6.2025") ==
        "\"1.6.2025\" is not a date: the year comes first (write YYYY-MM-DD)");
  CHECK(why_no_date("1/6/25") ==
        "\"1/6/25\" is not a date: the year comes first, with four digits (write YYYY-MM-DD)");
}

TEST_CASE("a text that is not a date is quoted in the message") {
  for (const char* const text : {"", "x", "20250601", "2025", "2025-06", "12345-01-01"}) {
    CHECK(why_no_date(text) == '"' + std::string{text} + "\" is not a date (write YYYY-MM-DD)");
  }
  CHECK(why_no_date("x\n") == "\"x\\u000a\" is not a date (write YYYY-MM-DD)");
}
