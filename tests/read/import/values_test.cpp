#include "read/import/values.hpp"

#include "../../catch.hpp"

using namespace certrenew;
using namespace certrenew::imports;

namespace {

std::string day(std::string_view text, DateOrder order) {
  const auto day = parse_day(text, order);
  return day ? to_string(*day) : "none";
}

std::string stamp(std::string_view text) {
  const auto day = day_of_timestamp(text);
  return day ? to_string(*day) : "none";
}

}  // namespace

TEST_CASE("names are equal whatever their case, blanks, hyphens and underscores") {
  CHECK(loosened("Date Earned") == loosened("DATE-EARNED"));
  CHECK(loosened("date_earned") == "dateearned");
  CHECK(loosened("Ä+#.") == "Ä+#.");
  CHECK(trimmed(" \t a b\r\n") == "a b");
  CHECK(trimmed(" \n").empty());
}

TEST_CASE("dates are ISO dates, and nothing else unless the order is given") {
  CHECK(day("2024-02-29", DateOrder::iso) == "2024-02-29");
  CHECK(day("2023-02-29", DateOrder::iso) == "none");
  CHECK(day("3/4/2024", DateOrder::iso) == "none");
  CHECK(day("2024-02-29", DateOrder::day_first) == "2024-02-29");
  CHECK(day("3/4/2024", DateOrder::day_first) == "2024-04-03");
  CHECK(day("03.04.2024", DateOrder::month_first) == "2024-03-04");
  CHECK(day("3-4-2024", DateOrder::day_first) == "2024-04-03");
  CHECK(day("31/12/2024", DateOrder::month_first) == "none");
  for (const std::string_view wrong :
       {"3/4/24", "3/4-2024", "3/4/20245", "003/4/2024", "3//2024", "3/4/2024 ", "2024/03/04",
        "/4/2024", "3 4 2024", "3/4/0000", "2024-3-4", "", "3/4"}) {
    INFO(wrong);
    CHECK(day(wrong, DateOrder::day_first) == "none");
  }
}

TEST_CASE("a message about a date names the option that could help") {
  CHECK(
      not_a_day("3/4/2024", DateOrder::iso) ==
      "\"3/4/2024\" is not a date: the year comes first (write YYYY-MM-DD), or give --dates dmy or "
      "--dates mdy");
  CHECK(not_a_day("2025-02-30", DateOrder::iso) == "2025-02-30 is no day: February 2025 has 28");
  CHECK(not_a_day("soon", DateOrder::day_first) ==
        "\"soon\" is not a date (write YYYY-MM-DD or DD/MM/YYYY)");
  CHECK(not_a_day("30/2/2025", DateOrder::day_first) ==
        "\"30/2/2025\": 2025-02-30 is no day: February 2025 has 28");
  CHECK(not_a_day("30/2/2025", DateOrder::month_first) ==
        "\"30/2/2025\": 2025-30-02 is no day: there is no month 30");
}

TEST_CASE("the day of a time is the day as written") {
  CHECK(stamp("2024-05-06") == "2024-05-06");
  CHECK(stamp("2024-05-06T23:30:00-05:00") == "2024-05-06");
  CHECK(stamp("2024-05-06T23:59:59.999Z") == "2024-05-06");
  CHECK(stamp("2024-05-06 00:00:00 +0000") == "2024-05-06");
  for (const std::string_view wrong : {"", "2024-05", "2024-05-06x", "2024-05-06T",
                                       "2024-05-06Tnoon", "2024-02-30T00:00:00Z", "06.05.2024"}) {
    INFO(wrong);
    CHECK(stamp(wrong) == "none");
  }
}
