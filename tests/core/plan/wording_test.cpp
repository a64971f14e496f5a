// Ways in words: what is to be done when.

#include "catch.hpp"
#include "certrenew/plan.hpp"
#include "support.hpp"

using namespace certrenew;
using namespace certrenew::testing;

namespace {

Plan plan_for(const LogBuilder& log, std::string_view as_of,
              std::optional<std::string_view> finish = {}) {
  return make_plan(log.answer_as_of(as_of), finish ? std::optional{day(*finish)} : std::nullopt);
}

Lines says(const LogBuilder& log, std::string_view as_of,
           std::optional<std::string_view> finish = {}) {
  Lines lines;
  for (const Way& way : plan_for(log, as_of, finish).ways) lines.push_back(way.say);
  return lines;
}

}  // namespace

TEST_CASE("One sentence says what a way asks for") {
  LogBuilder log;
  log.earned("ACP-620", "2023-11-15").earned("ACP-520", "2025-01-15").cw("2025-02-01", 7);
  const Plan plan = plan_for(log, "2025-11-01");
  REQUIRE(plan.ways.size() == 3);
  CHECK(plan.ways[0].say ==
        "earn 30 CE units, the last of them on 2025-11-14 and no more than 20 before that day");
  CHECK(plan.ways[2].say ==
        "pass the exam of ACP-620 on 2025-11-14, and earn 30 CE units, the last of them on "
        "2027-01-14 and no more than 20 before that day");
  log.done("presenting", "2025-11-14", 1, 2900);
  CHECK(plan_for(log, "2025-11-02").ways[0].say == "earn 1 CE unit on 2025-11-14");
  log.done("presenting", "2025-11-14", 1, 100);
  CHECK(plan_for(log, "2025-11-02").ways[0].say ==
        "earn nothing more: what the log plans suffices by 2025-11-14");
}

TEST_CASE("Units are all earned on one day where earlier ones would renew something early") {
  LogBuilder log;
  log.earned("ACP-620", "2023-11-15").earned("ACP-120", "2024-03-02").cw("2025-06-01", 9);
  log.earned("ACP-420", "2025-05-01");
  log.earned("ACP-520", "2025-06-02");
  CHECK(says(log, "2025-10-01").front() ==
        "earn 100 CE units on 2025-11-14, all of them that day: earlier ones would renew ACP-620, "
        "ACP-120 and ACP-420 early");
  // Today there is no earlier, and one portion can't be spread.
  CHECK(says(log, "2025-10-01", "2025-10-01").front() == "earn 100 CE units on 2025-10-01");
  LogBuilder one;
  one.earned("ACP-620", "2023-11-15").cw("2025-06-01", 9);
  CHECK(says(one, "2025-10-01").front() == "earn 10 CE units on 2025-11-14");
}

TEST_CASE("No units are earned before a day on which others go stale") {
  LogBuilder log;
  log.earned("ACP-620", "2024-01-10").cw("2024-02-01", 3).cw("2025-05-05", 6);
  CHECK(says(log, "2025-12-01")[1] ==
        "earn 40 CE units, the last of them on 2026-04-09 and no more than 30 before that day, "
        "none before 2026-02-01");
  CHECK(says(log, "2026-01-31")[0] == "earn 10 CE units on 2026-01-31");
  CHECK(says(log, "2026-02-01")[1] ==
        "earn 40 CE units, the last of them on 2026-04-09 and no more than 30 before that day");
}

TEST_CASE("No units are earned before a planned renewal, or before an exam of the way") {
  LogBuilder planned;
  planned.earned("ACP-620", "2023-11-15").cw("2025-06-01", 9).cw("2025-11-14");
  planned.earned("ACP-420", "2025-07-01");
  CHECK(says(planned, "2025-10-01")[1] ==
        "earn 90 CE units, the last of them on 2026-02-14 and no more than 80 before that day, "
        "none before 2025-11-14");
  LogBuilder exam;
  exam.earned("ACP-620", "2023-11-15").cw("2025-06-01", 9).earned("ACP-420", "2025-07-01");
  CHECK(says(exam, "2025-10-01").at(2) ==
        "pass the exam of ACP-620 on 2025-11-14, and earn 100 CE units, the last of them on "
        "2027-06-30 and no more than 90 before that day, none before 2025-11-15");
}

TEST_CASE("Units of the day of a renewal do not count toward the next one") {
  LogBuilder log;
  log.earned("ACA-1", "2024-06-30").cw("2025-11-01", 4).cw("2025-12-01");
  CHECK(says(log, "2025-12-01", "2025-12-02").front() ==
        "earn 50 CE units on 2025-12-02, all of them that day: earlier ones would not do");
}

TEST_CASE("Units that are stale on the finish do not count") {
  LogBuilder log;
  log.earned("ACP-620", "2025-01-10");
  const Plan plan = plan_for(log, "2025-01-10");
  REQUIRE(plan.ways.size() >= 2);
  CHECK(plan.ways[0].say ==
        "earn 100 CE units, the last of them on 2027-01-09 and no more than 90 before that day");
  // 24 months before 2027-04-09 and a day.
  CHECK(plan.ways[1].units_from == day("2025-04-10"));
}

TEST_CASE("The steps of a way come in order of time") {
  LogBuilder log{various_policy()};
  log.earned("EXM-1", "2024-01-10").earned("UNI-1", "2023-12-20").earned("EXM-2", "2023-12-10");
  CHECK(says(log, "2025-12-01").front() ==
        "pass the exam of EXM-2 on 2025-12-09, and earn 30 CE units, the last of them on "
        "2025-12-09 and no more than 20 before that day; then pass the exam of EXM-1 on "
        "2026-01-09");
}

TEST_CASE("A certification that a way loses is named with its expiration") {
  LogBuilder log;
  log.earned("ACA-1", "2024-01-10").earned("ACP-2", "2025-11-30");
  CHECK(says(log, "2025-12-01", "2028-05-01")[1] ==
        "pass the exam of ACA-1 on 2026-01-09, and earn nothing: by 2028-05-01 nothing is left for "
        "CE units to renew; ACA-1 expires on 2028-04-09 and is lost; ACP-2 expires on 2028-02-29 "
        "and is lost");
}

TEST_CASE("Where all is lost by the finish the way asks for nothing") {
  LogBuilder log;
  log.suspends("ACP-2", "2025-08-07");
  CHECK(says(log, "2025-10-08", "2025-11-07").front() ==
        "earn nothing: by 2025-11-07 nothing is left for CE units to renew; ACP-2 expires on "
        "2025-11-07 and is lost");
}
