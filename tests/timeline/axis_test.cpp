// The time axis: where days stand, and which of them are marked.

#include "timeline/axis.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "catch.hpp"
#include "support.hpp"

using namespace certrenew::timeline;
using certrenew::Date;
using certrenew::testing::day;

namespace {

Axis axis(std::string_view first, std::string_view last, Length length = 69) {
  return {day(first), day(last), length};
}

std::vector<std::string> labels(const std::vector<Tick>& ticks) {
  std::vector<std::string> labels;
  for (const Tick& tick : ticks) labels.push_back(tick.label);
  return labels;
}

using Labels = std::vector<std::string>;

}  // namespace

TEST_CASE("Days stand on the axis in proportion, and those beyond it at its ends") {
  const Axis january = axis("2025-01-01", "2025-01-31", 310);
  CHECK(january.days() == 31);
  CHECK(january.place(day("2025-01-01")) == 0);
  CHECK(january.place(day("2025-01-11")) == 100);
  CHECK(january.place(day("2025-01-31")) == 300);
  CHECK(january.place(day("2025-02-01")) == 310);
  CHECK(january.place(day("2024-12-01")) == 0);
  CHECK(january.place(day("2026-01-01")) == 310);
}

TEST_CASE("A long axis marks years, a shorter one months, and the shortest days") {
  const Scale years = scale_of(axis("2000-01-01", "2029-12-31"), 6);
  CHECK(labels(years.above) == Labels{"2000", "2005", "2010", "2015", "2020", "2025"});
  CHECK(years.below.empty());

  const Scale months = scale_of(axis("2024-01-01", "2025-12-31"), 6);
  CHECK(labels(months.above) == Labels{"2024", "2025"});
  CHECK(labels(months.below) == Labels{"Jan", "Apr", "Jul", "Oct", "Jan", "Apr", "Jul", "Oct"});

  const Scale days = scale_of(axis("2026-06-01", "2026-07-15"), 6);
  CHECK(labels(days.above) == Labels{"Jun 2026", "Jul 2026"});
  CHECK(labels(days.below) == Labels{"1", "6", "11", "16", "21", "26", "1", "6", "11"});
}

TEST_CASE("The upper line begins with the first day of the axis, whatever day that is") {
  const Scale scale = scale_of(axis("2024-08-17", "2026-02-03"), 6);
  REQUIRE(!scale.above.empty());
  CHECK(scale.above.front().place == 0);
  CHECK(labels(scale.above) == Labels{"2024", "2025", "2026"});
}

TEST_CASE("Ticks are in order, on the axis, and far enough apart, however long it is") {
  const Date first = day("2023-03-30");
  for (const char* const last :
       {"2023-03-30", "2023-04-02", "2023-05-09", "2023-12-01", "2024-09-01", "2027-01-01",
        "2041-07-03", "2222-02-02", "9999-12-31"}) {
    for (const Length length : {69, 189, 6720}) {
      const Axis one{first, day(last), length};
      const Length least = length == 6720 ? 400 : 6;
      const Scale scale = scale_of(one, least);
      CAPTURE(last, length);
      const std::vector<Tick>& ticks = scale.finest();
      for (std::size_t i = 0; i < ticks.size(); ++i) {
        CHECK((0 <= ticks[i].place && ticks[i].place < length));
        if (i == 0) continue;
        const Length apart = ticks[i].place - ticks[i - 1].place;
        CHECK(apart >= 0);
        // The first day of the axis is marked, too, where years stand alone.
        if (i > 1 || !scale.below.empty()) CHECK(apart >= least - 1);
      }
    }
  }
}

TEST_CASE("The first and the last dates there are can be on an axis") {
  const Scale scale = scale_of({Date::first(), Date::last(), 69}, 6);
  CHECK(scale.above.front().place == 0);
  CHECK(labels(scale.above) ==
        Labels{"0001", "1000", "2000", "3000", "4000", "5000", "6000", "7000", "8000", "9000"});
  CHECK(start_of_month(day("0001-01-20")) == Date::first());
  CHECK(end_of_month(day("9999-12-01")) == Date::last());
}

TEST_CASE("A month ends on its last day") {
  CHECK(end_of_month(day("2024-02-10")) == day("2024-02-29"));
  CHECK(end_of_month(day("2025-12-31")) == day("2025-12-31"));
  CHECK(start_of_month(day("2025-12-31")) == day("2025-12-01"));
}
