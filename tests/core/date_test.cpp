// D1 to D3: civil days, months after a day, half-open intervals.

#include "certrenew/date.hpp"
#include "catch.hpp"
#include "support.hpp"

using namespace certrenew;
using certrenew::testing::day;

namespace {

bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

unsigned last_day(int year, unsigned month) {
  constexpr unsigned days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return days[month - 1] + (month == 2 && is_leap(year) ? 1U : 0U);
}

std::string after(std::string_view from, int months) {
  const auto result = add_months(day(from), months);
  return result ? to_string(*result) : "out of range";
}

}  // namespace

TEST_CASE("A date is written exactly YYYY-MM-DD") {
  for (const char* const good : {"0001-01-01", "9999-12-31", "2024-02-29", "2000-02-29"}) {
    CAPTURE(good);
    REQUIRE(Date::parse(good));
    CHECK(to_string(*Date::parse(good)) == good);
  }
  for (const char* const bad : {"",
                                "2025",
                                "2025-01",
                                "2025-1-01",
                                "2025-01-1",
                                "25-01-01",
                                "2025-00-01",
                                "2025-13-01",
                                "2025-01-00",
                                "2025-01-32",
                                "2025-04-31",
                                "2023-02-29",
                                "1900-02-29",
                                "0000-01-01",
                                "10000-01-01",
                                "-001-01-01",
                                "+025-01-01",
                                "2025/01/01",
                                "2025-01-01 ",
                                " 2025-01-01",
                                "2025-01-01T00:00",
                                "2025-0a-01",
                                "２０２５-01",
                                "2025-01_01"}) {
    CAPTURE(bad);
    CHECK_FALSE(Date::parse(bad));
  }
}

TEST_CASE("Nothing but a digit stands where a digit should, and nothing but a dash between") {
  for (std::size_t i = 0; i < 10; ++i) {
    for (const char c : {'/', ':', 'a', ' ', '+'}) {
      std::string text = "2025-10-10";
      text[i] = c;
      CAPTURE(text);
      CHECK_FALSE(Date::parse(text));
    }
  }
}

TEST_CASE("There is no year 0, and none after 9999") {
  CHECK(day_before(day("0001-01-02")) == Date::first());
  CHECK(day_after(day("9999-12-30")) == Date::last());
  CHECK_FALSE(Date::from_civil(0, 12, 31));
  CHECK_FALSE(Date::from_civil(10'000, 1, 1));
  CHECK(Date::from_civil(1, 1, 1) == Date::first());
  CHECK(Date::from_civil(9999, 12, 31) == Date::last());
}

TEST_CASE("Every day of the range follows the one before it") {
  Date expected = Date::first();
  for (int year = 1; year <= 9999; ++year) {
    for (unsigned month = 1; month <= 12; ++month) {
      const unsigned last = last_day(year, month);
      const auto begin = Date::from_civil(year, month, 1);
      const auto end = Date::from_civil(year, month, last);
      if (!begin || !end || *begin != expected || *end - *begin != static_cast<int>(last) - 1 ||
          Date::from_civil(year, month, last + 1)) {
        FAIL_CHECK(year << "-" << month);
      }
      if (const auto next = day_after(*end)) expected = *next;
    }
  }
  CHECK(expected == *Date::from_civil(9999, 12, 1));
  CHECK_FALSE(day_after(Date::last()));
  CHECK_FALSE(day_before(Date::first()));
}

TEST_CASE("Months after a day keep its day of the month, or take the last of a shorter month") {
  CHECK(after("2024-02-29", 24) == "2026-02-28");
  CHECK(after("2024-02-29", 48) == "2028-02-29");
  CHECK(after("2026-02-28", 24) == "2028-02-28");
  CHECK(after("2027-12-01", 3) == "2028-03-01");
  CHECK(after("2028-03-31", 3) == "2028-06-30");
  CHECK(after("2025-01-31", 1) == "2025-02-28");
  CHECK(after("2025-03-31", -1) == "2025-02-28");
  CHECK(after("2025-08-31", -6) == "2025-02-28");
  CHECK(after("2025-12-31", 0) == "2025-12-31");
}

TEST_CASE("Months that lead out of the range lead nowhere") {
  CHECK(after("9999-12-31", 1) == "out of range");
  CHECK(after("9999-11-30", 1) == "9999-12-30");
  CHECK(after("0001-01-01", -1) == "out of range");
  CHECK(after("0001-02-01", -1) == "0001-01-01");
  CHECK(after("9899-12-31", 1200) == "9999-12-31");
  CHECK(after("9900-01-01", 1200) == "out of range");
  CHECK(after("2025-01-01", 2'147'483'647) == "out of range");
  CHECK(after("2025-01-01", -2'147'483'647) == "out of range");
}

TEST_CASE("Months after a day agree with counting by hand, and never go back") {
  for (const int months : {1, 2, 3, 6, 11, 12, 23, 24, 25, 27, 1200}) {
    std::optional<Date> previous;
    for (Date from = day("1896-01-01"); from < day("1912-01-01"); from = *day_after(from)) {
      const std::string text = to_string(from);
      const int start = std::stoi(text.substr(0, 4)) * 12 + std::stoi(text.substr(5, 2)) - 1;
      const int year = (start + months) / 12;
      const auto month = static_cast<unsigned>((start + months) % 12 + 1);
      const unsigned wanted = std::min(from.day_of_month(), last_day(year, month));
      const auto result = add_months(from, months);
      if (!result || result != Date::from_civil(year, month, wanted) ||
          (previous && *result < *previous)) {
        FAIL_CHECK(text << " + " << months);
      }
      previous = result;
    }
  }
}

TEST_CASE("An interval has its first day and not its end") {
  const Interval interval{day("2025-01-01"), day("2025-02-01")};
  CHECK_FALSE(interval.contains(day("2024-12-31")));
  CHECK(interval.contains(day("2025-01-01")));
  CHECK(interval.contains(day("2025-01-31")));
  CHECK_FALSE(interval.contains(day("2025-02-01")));
}

TEST_CASE("A duration is so many years, months or days") {
  CHECK(Duration::parse("P2Y") == Duration::months(24));
  CHECK(Duration::parse("P24M") == Duration::months(24));
  CHECK(Duration::parse("P90D") == Duration::days(90));
  CHECK(Duration::parse("P0D") == Duration::days(0));
  CHECK(Duration::parse("P999999D") == Duration::days(999'999));
  CHECK(Duration::parse("P000001M") == Duration::months(1));
  for (const char* const bad :
       {"", "P", "PM", "24M", "P24", "p24M", "P24m", "P-1M", "P+1M", "P1.5M", "P1Y6M", "P4W",
        "PT1M", "P1000000D", "P 1M", "P1M ", " P1M", "P١M", "P1M\n"}) {
    CAPTURE(bad);
    CHECK_FALSE(Duration::parse(bad));
  }
  CHECK(to_string(Duration::months(24)) == "24 months");
  CHECK(to_string(Duration::months(1)) == "1 month");
  CHECK(to_string(Duration::days(1)) == "1 day");
  CHECK(to_string(Duration::days(0)) == "0 days");
  CHECK_FALSE(Duration::months(0) == Duration::days(0));
}

TEST_CASE("A day so long after another, or before it, rounds once") {
  CHECK(add(day("2027-12-01"), Duration::months(3)) == day("2028-03-01"));
  CHECK(add(day("2027-12-01"), Duration::days(90)) == day("2028-02-29"));
  CHECK(add(day("2024-02-29"), Duration::months(24)) == day("2026-02-28"));
  CHECK(subtract(day("2025-08-31"), Duration::months(6)) == day("2025-02-28"));
  CHECK(subtract(day("2024-03-01"), Duration::days(1)) == day("2024-02-29"));
  CHECK(add(day("2025-01-01"), Duration::days(0)) == day("2025-01-01"));
  CHECK_FALSE(add(Date::last(), Duration::days(1)));
  CHECK_FALSE(add(Date::last(), Duration::months(1)));
  CHECK_FALSE(subtract(Date::first(), Duration::days(1)));
  CHECK_FALSE(subtract(Date::first(), Duration::months(1)));
}
