// What an item changes: the lines that `add` prints.

#include "report/change.hpp"

#include "catch.hpp"
#include "support.hpp"

using namespace certrenew;
using namespace certrenew::testing;

namespace {

std::string lines_of(const report::Change& change) {
  std::string lines;
  report::append_change(lines, change);
  return lines;
}

LogBuilder one_certification() {
  LogBuilder log;
  log.earned("ACP-620", "2024-12-10");
  return log;
}

}  // namespace

TEST_CASE("The report shows, for each credential, the units that count") {
  LogBuilder before = one_certification();
  before.earned("ACP-120", "2025-01-10").cw("2025-06-01", 6);
  LogBuilder after = one_certification();
  after.earned("ACP-120", "2025-01-10").cw("2025-06-01", 6).cw("2025-06-02");
  CHECK(lines_of({before.answer_as_of("2025-07-01"), after.answer_as_of("2025-07-01")}) ==
        "ACP-620: 60 → 70 of 100 CE units\nACP-120: 60 → 70 of 100 CE units\n");
}

TEST_CASE("A renewal is told with its dates and the units of the new cycle") {
  LogBuilder before = one_certification();
  before.cw("2025-06-01", 9);
  LogBuilder after = one_certification();
  after.cw("2025-06-01", 9).cw("2025-06-02");
  CHECK(lines_of({before.answer_as_of("2025-07-01"), after.answer_as_of("2025-07-01")}) ==
        "ACP-620: renewed by CE units on 2025-06-02; suspends 2026-12-10 → 2027-06-02; expires "
        "2027-03-10 → 2027-09-02; now 0 of 100 CE units\n");
}

TEST_CASE("The report also names a renewal that a later one hides") {
  LogBuilder before = one_certification();
  before.cw("2025-06-02", 10).cw("2025-06-03", 10);
  LogBuilder after = one_certification();
  after.cw("2025-06-02", 10).cw("2025-06-03", 10).cw("2025-06-01", 10);
  CHECK(lines_of({before.answer_as_of("2025-07-01"), after.answer_as_of("2025-07-01")}) ==
        "ACP-620: renewed by CE units on 2025-06-01\n");
}

TEST_CASE("If nothing changes, the reason is told once") {
  LogBuilder before = one_certification();
  before.earned("ACP-120", "2025-01-10");
  LogBuilder after = one_certification();
  after.earned("ACP-120", "2025-01-10").cw("2025-08-02");
  CHECK(lines_of({before.answer_as_of("2025-07-01"), after.answer_as_of("2025-07-01")}) ==
        "nothing changes: 2025-08-02 lies after 2025-07-01: planned, changes nothing\n");
}

TEST_CASE("A credential that an activity does not reach says why, beside one that changes") {
  LogBuilder before = one_certification();
  before.earned("ACP-120", "2025-06-10");
  LogBuilder after = one_certification();
  after.earned("ACP-120", "2025-06-10").cw("2025-06-02");
  CHECK(lines_of({before.answer_as_of("2025-07-01"), after.answer_as_of("2025-07-01")}) ==
        "ACP-620: 0 → 10 of 100 CE units\n"
        "ACP-120: no change: done 2025-06-02, before ACP-120 was earned on 2025-06-10\n");
}

TEST_CASE("A new certification shows where it stands") {
  LogBuilder before;
  LogBuilder after = one_certification();
  CHECK(lines_of({before.answer_as_of("2025-07-01"), after.answer_as_of("2025-07-01")}) ==
        "ACP-620: new, active; suspends 2026-12-10, expires 2027-03-10; 0 of 100 CE units\n");
}
