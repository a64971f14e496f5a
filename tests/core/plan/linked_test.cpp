// Plans for certifications that depend on each other (U3, C7, E4).

#include <string>

#include "catch.hpp"
#include "core/plan/plan_words.hpp"
#include "support.hpp"

using namespace certrenew;
using namespace certrenew::testing;

namespace {

/// Terms of 36 months, three months of grace, and 10 units for a course.
Policy linked(std::string_view types) {
  const std::string text =
      R"({"name":"linked","validity":"P36M","grace":"P3M","certification_types":{)" +
      std::string{types} + R"(},"activity_types":{"coursework":{"units":10}}})";
  return std::get<Policy>(read_policy(text));
}

/// An exam each, within nine months before expiring; a professional one renews the associate ones.
Policy professionals() {
  return linked(R"("ASC":{"renewed_with":["PRO"],"renew_by":{"exam":{"window":"P9M"}}},
                   "PRO":{"renew_by":{"exam":{"window":"P9M"}}})");
}

/// Units renew the highest only, and with it those below.
Policy ladder() {
  return linked(R"("LOW":{"renewed_with":["MID","TOP"],
                          "renew_by":{"units":{"required":20,"highest_only":true}}},
                   "MID":{"renewed_with":["TOP"],
                          "renew_by":{"units":{"required":50,"highest_only":true}}},
                   "TOP":{"renew_by":{"units":{"required":60}}})");
}

/// Every way, and under it its steps, as words() and steps() have them.
Lines all(const LogBuilder& log, std::string_view as_of, PlanOptions options = {}) {
  options.all_ways = true;
  Lines lines;
  for (const Way& way : plan_for(log, as_of, options).ways) {
    lines.push_back(words(log, way));
    for (const std::string& line : steps(log, way)) lines.push_back("  " + line);
  }
  return lines;
}

}  // namespace

TEST_CASE("The exam of a professional renews the associate in time, or each passes its own") {
  LogBuilder log{professionals()};
  // Their days are given, since earning one would renew the other. The window of PRO opens on
  // 2026-09-10.
  log.suspends("ASC-1", "2027-01-10").suspends("PRO-1", "2027-03-10");
  CHECK(all(log, "2026-06-01") ==
        Lines{"exams 1, steps 1, units 0, forfeited 61, suspended 0, extended 2131: "
              "PRO-1 on 2027-01-09",
              "  PRO-1 on 2027-01-09 renews ASC-1 PRO-1",
              "exams 2, steps 2, units 0, forfeited 2, suspended 0, extended 2249: "
              "ASC-1 on 2027-01-09, PRO-1 on 2027-03-09",
              "  ASC-1 on 2027-01-09 renews ASC-1", "  PRO-1 on 2027-03-09 renews ASC-1 PRO-1"});
}

TEST_CASE("Who is due before the window of the higher exam opens needs another one") {
  LogBuilder log{professionals()};
  // The window of PRO-1 opens on 2027-09-10.
  log.suspends("ASC-1", "2027-01-10").suspends("PRO-1", "2028-03-10");
  CHECK(all(log, "2026-06-01") ==
        Lines{"exams 2, steps 2, units 0, forfeited 2, suspended 0, extended 2613: "
              "ASC-1 on 2027-01-09, PRO-1 on 2028-03-09",
              "  ASC-1 on 2027-01-09 renews ASC-1", "  PRO-1 on 2028-03-09 renews ASC-1 PRO-1"});
}

TEST_CASE("Units for the highest renew all below it") {
  LogBuilder log{ladder()};
  log.earned("LOW-1", "2024-03-10").earned("MID-1", "2024-02-10").earned("TOP-1", "2024-01-10");
  CHECK(all(log, "2026-06-01") ==
        Lines{"exams 0, steps 1, units 60, forfeited 93, suspended 0, extended 3195: "
              "60 on 2027-01-09",
              "  60 on 2027-01-09 (50 from 2026-06-01) renews LOW-1 MID-1 TOP-1"});
}

TEST_CASE("Any exam of a group renews the whole group") {
  LogBuilder log{linked(R"("GRP":{"renew_by":{"exam":{"window":"P9M","of":["GRP"]}}})")};
  log.suspends("GRP-1", "2027-01-10").suspends("GRP-2", "2027-03-10");
  CHECK(all(log, "2026-06-01") ==
        Lines{"exams 1, steps 1, units 0, forfeited 61, suspended 0, extended 2131: "
              "GRP-1 on 2027-01-09",
              "  GRP-1 on 2027-01-09 renews GRP-1 GRP-2"});
}

TEST_CASE("In a chain each exam renews all below it") {
  // C-1 is the first to suspend, so its exam is enough. A-1 renews with B-1 only.
  LogBuilder log{linked(R"("A":{"renewed_with":["B"],"renew_by":{"exam":{}}},
                           "B":{"renewed_with":["C"],"renew_by":{"exam":{}}},
                           "C":{"renew_by":{"exam":{}}})")};
  log.earned("A-1", "2024-03-10").earned("B-1", "2024-02-10").earned("C-1", "2024-01-10");
  CHECK(all(log, "2026-06-01") ==
        Lines{"exams 1, steps 1, units 0, forfeited 93, suspended 0, extended 3195: "
              "C-1 on 2027-01-09",
              "  C-1 on 2027-01-09 renews A-1 B-1 C-1"});
}

TEST_CASE("The highest exam of a chain is passed before the middle one expires") {
  // When A-1 suspends, B-1 is expired unless it was renewed.
  LogBuilder log{linked(R"("A":{"renewed_with":["B"],"renew_by":{"exam":{"window":"P1M"}}},
                           "B":{"renewed_with":["C"],"renew_by":{"exam":{"window":"P1M"}}},
                           "C":{"renew_by":{"exam":{}}})")};
  log.suspends("A-1", "2028-03-10").suspends("B-1", "2027-02-10").suspends("C-1", "2028-03-10");
  CHECK(all(log, "2026-06-01") ==
        Lines{"exams 1, steps 1, units 0, forfeited 791, suspended 0, extended 2497: "
              "C-1 on 2027-02-09",
              "  C-1 on 2027-02-09 renews A-1 B-1 C-1"});
}

TEST_CASE("An exam that is too early for its own credential is not shared") {
  LogBuilder log{linked(R"("GRP":{"renew_by":{"exam":{"window":"P9M","of":["GRP"]}}})")};
  // The window of GRP-2 opens on 2027-09-10.
  log.suspends("GRP-1", "2027-01-10").suspends("GRP-2", "2028-03-10");
  CHECK(all(log, "2026-06-01") ==
        Lines{"exams 2, steps 2, units 0, forfeited 2, suspended 0, extended 2189: "
              "GRP-1 on 2027-01-09, GRP-2 on 2028-03-09",
              "  GRP-1 on 2027-01-09 renews GRP-1", "  GRP-2 on 2028-03-09 renews GRP-2"});
}

TEST_CASE("A shared exam is no later than the day of finish") {
  LogBuilder log{professionals()};
  log.suspends("ASC-1", "2027-01-10").suspends("PRO-1", "2027-03-10");
  CHECK(all(log, "2026-06-01", {.finish = day("2026-12-01")}) ==
        Lines{"exams 1, steps 1, units 0, forfeited 139, suspended 0, extended 2053: "
              "PRO-1 on 2026-12-01",
              "  PRO-1 on 2026-12-01 renews ASC-1 PRO-1"});
  // Before the window of PRO-1 opens there is nothing that it could do.
  const PlanOptions early{.finish = day("2026-08-01")};
  CHECK(all(log, "2026-06-01", early) ==
        Lines{"exams 1, steps 1, units 0, forfeited 162, suspended 0, extended 934: "
              "ASC-1 on 2026-08-01",
              "  ASC-1 on 2026-08-01 renews ASC-1"});
}

TEST_CASE("A hidden credential takes no part but renews others as it would") {
  LogBuilder log{ladder()};
  log.suspends("LOW-1", "2027-01-10").suspends("TOP-1", "2027-03-10");
  Answer answer = log.answer_as_of("2026-06-01");
  const std::string shown[] = {"LOW-1"};
  answer.show_only(shown);
  const Plan plan = make_plan(answer);
  REQUIRE(plan.ways.size() == 1);
  // Units do not renew LOW-1 while TOP-1 is held: 60 renew both.
  CHECK(steps(log, plan.ways[0]) == Lines{"60 on 2027-01-09 (50 from 2026-06-01) renews LOW-1"});
  CHECK(standings(log, plan.ways[0]) ==
        Lines{"LOW-1 active until 2030-01-09 (renewed-with 2027-01-09), 1095 1 0"});
}

TEST_CASE("An expired higher certification holds nothing back and renews nothing") {
  LogBuilder log{ladder()};
  log.earned("LOW-1", "2024-01-10").earned("TOP-1", "2023-01-10");  // TOP-1 expired on 2026-04-10
  CHECK(all(log, "2026-06-01") ==
        Lines{"exams 0, steps 1, units 20, forfeited 1, suspended 0, extended 1095: "
              "20 on 2027-01-09",
              "  20 on 2027-01-09 (10 from 2026-06-01) renews LOW-1"});
}
