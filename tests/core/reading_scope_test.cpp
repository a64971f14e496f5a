// Readings that the quick look must not pass over.

#include "catch.hpp"
#include "support.hpp"

using namespace certrenew;
using namespace certrenew::testing;

TEST_CASE("Units that stay valid may have renewed a certification that expired") {
  LogBuilder log;
  log.earned("ACP-620", "2023-01-10").cw("2023-01-20", 5).cw("2025-02-10", 5);
  CHECK(doubts(log.answer_as_of("2026-01-01")) ==
        Lines{"ACP-620 units-never-stale: active 2027-02-10 2027-05-10, units 2025-02-10"});
}

TEST_CASE("Units that stay valid may have renewed a certification after it was earned anew") {
  LogBuilder log;
  log.earned("ACP-620", "2019-01-10").exam("ACP-620", "2022-01-10");
  log.cw("2022-01-20", 5).cw("2024-02-10", 5);
  CHECK(doubts(log.answer_as_of("2024-03-01")) ==
        Lines{"ACP-620 units-never-stale: active 2026-02-10 2026-05-10, earned-anew 2022-01-10, "
              "units 2024-02-10"});
}

TEST_CASE("If earlier work does not count, later work is no longer over the limit") {
  LogBuilder log;
  log.earned("ACP-620", "2023-09-01").done("local-event", "2024-01-10", 4, 100);
  log.done("local-event", "2025-01-10", 4, 2500);
  CHECK(doubts(log.answer_as_of("2026-01-01")) ==
        Lines{"ACP-620 units-since-launch: active 2027-01-10 2027-04-10, units 2025-01-10"});
}

TEST_CASE("If earlier work counts, too, it may have renewed a certification that expired") {
  const Policy later = with(builtin_policy(), [](Policy& policy) {
    policy.readings.clear();
    policy.units_from = day("2024-08-01");
  });
  const Policy always = with(later, [](Policy& policy) { policy.units_from.reset(); });
  LogBuilder log{with_reading(later, "units-always", always)};
  log.earned("ACP-620", "2023-09-01").cw("2024-01-10", 10);
  CHECK(doubts(log.answer_as_of("2026-01-01")) ==
        Lines{"ACP-620 units-always: active 2026-01-10 2026-04-10, units 2024-01-10"});
}

TEST_CASE("Work between the expirations of two readings may have come too late") {
  const Policy months = with(builtin_policy(), [](Policy& policy) { policy.readings.resize(1); });
  LogBuilder log{months};
  log.earned("ACP-620", "2023-07-03").cw("2025-01-10", 9).cw("2025-10-01");
  CHECK(doubts(log.answer_as_of("2026-01-01")) ==
        Lines{"ACP-620 grace-90-days: expired 2025-07-03 2025-10-01"});
  LogBuilder given{months};  // its expiration does not depend on the grace
  given.suspends("ACP-620", "2025-07-03", "2025-10-03").cw("2025-01-10", 9).cw("2025-10-01");
  CHECK(doubts(given.answer_as_of("2026-01-01")).empty());
}

TEST_CASE("A reading whose grace takes an earlier cycle beyond the calendar moves no day") {
  const Policy usual = with(builtin_policy(), [](Policy& policy) { policy.readings.clear(); });
  const Policy long_before = with(usual, [](Policy& policy) {
    for (CertificationType& type : policy.certification_types) {
      type.grace = Duration::months(1200);
      type.grace.later.push_back({day("9899-01-01"), Duration::months(2)});
    }
  });
  LogBuilder log{with_reading(usual, "long-grace", long_before)};
  log.earned("ACP-620", "9898-01-01").cw("9899-06-01", 10);
  const Answer answer = log.answer_as_of("9900-01-01");
  CHECK(answer.credentials()[0].last_day() == day("9901-08-31"));
}
