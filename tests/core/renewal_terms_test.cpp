// What a policy may say of terms: durations, anchors, extensions, and numbers that change with
// time.

#include "catch.hpp"
#include "support.hpp"

using namespace certrenew;
using namespace certrenew::testing;

namespace {

std::string status_on(const LogBuilder& log, std::string_view on) {
  return std::string{name_of(log.as_of(on).credentials[0].status)};
}

}  // namespace

TEST_CASE("A duration in days counts days") {
  const Policy policy = with_type(builtin_policy(), "ACP", [](CertificationType& type) {
    type.validity = std::optional{Duration::days(10)};
    type.grace = Duration::days(3);
    type.exam->window = std::optional{Duration::days(5)};
  });
  LogBuilder log{policy};
  log.earned("ACP-1", "2028-02-25");
  CHECK(terms(log.as_of("2028-03-01")) ==
        "2028-02-25 2028-03-06 2028-03-09 exam 2028-03-04 carried 0 of 100");
  CHECK(status_on(log, "2028-03-05") == "active");
  CHECK(status_on(log, "2028-03-06") == "suspended");
  CHECK(status_on(log, "2028-03-08") == "suspended");
  CHECK(status_on(log, "2028-03-09") == "expired");
}

TEST_CASE("Units in days go stale on the day after the last of them") {
  const Policy policy = with(builtin_policy(), [](Policy& changed) {
    changed.units_valid = std::optional{Duration::days(30)};
  });
  LogBuilder log{policy};
  log.earned("ACP-620", "2024-01-10").cw("2024-02-01");
  CHECK(outcomes(log.as_of("2024-03-01")) == "counted");
  CHECK(outcomes(log.as_of("2024-03-02")) == "stale");
}

TEST_CASE("Without a validity a certification never suspends, and its exam renews on any day") {
  LogBuilder log{various_policy()};
  log.earned("NVR-1", "2024-01-10");
  CHECK(terms(log.as_of("9999-12-31")) == "2024-01-10 never never exam 2024-01-11 carried 0 of 30");
  CHECK(status_on(log, "9999-12-31") == "active");
  log.cw("2024-06-01", 3).exam("NVR-1", "2024-06-02");
  CHECK(cycles(log.as_of("2025-01-01")) ==
        "earned 2024-01-10 units 2024-06-01, units 2024-06-01 exam 2024-06-02, exam 2024-06-02 "
        "open");
}

TEST_CASE("Where nothing expires, an exam with a window before the expiration never renews") {
  const Policy policy = with_type(various_policy(), "NVR", [](CertificationType& type) {
    type.exam->window = std::optional{Duration::months(6)};
  });
  LogBuilder log{policy};
  log.earned("NVR-1", "2024-01-10").exam("NVR-1", "2024-06-01");
  CHECK(outcomes(log.as_of("2025-01-01")) == "too-early");
  CHECK_FALSE(log.as_of("2025-01-01").credentials[0].cycle().exam_opens);
}

TEST_CASE("Without a window an exam renews from the day after the first to the last of grace") {
  const auto on = [](std::string_view date) {
    LogBuilder log{various_policy()};
    log.earned("ANY-1", "2024-01-10").exam("ANY-1", date);
    return outcomes(log.as_of("2026-06-01"));
  };
  CHECK(on("2024-01-09") == "before-cycle");
  CHECK(on("2024-01-10") == "earned");
  CHECK(on("2024-01-11") == "renewed");
  CHECK(on("2026-04-09") == "renewed");
  CHECK(on("2026-04-10") == "earned-anew");
}

TEST_CASE("With the earlier anchor a renewal in grace counts from the suspension") {
  const Policy policy = with_type(various_policy(), "ALL", [](CertificationType& type) {
    type.units->anchor = Anchor::earlier;
  });
  const auto on = [&](std::string_view date) {
    LogBuilder log{policy};
    log.earned("ALL-1", "2024-01-10").cw(date, 3);
    return cycles(log.as_of("2026-04-09"));
  };
  CHECK(on("2026-01-09") == "earned 2024-01-10 units 2026-01-09, units 2026-01-09 open");
  CHECK(on("2026-01-10") == "earned 2024-01-10 units 2026-01-10, units 2026-01-10 open");
  CHECK(on("2026-01-11") ==
        "earned 2024-01-10 units 2026-01-11, units 2026-01-11 from 2026-01-10 open");
  LogBuilder log{policy};
  log.earned("ALL-1", "2024-01-10").cw("2026-03-01", 3);
  CHECK(terms(log.as_of("2026-04-09")) ==
        "2024-01-10 2026-01-10 2026-04-10 exam 2025-10-10 carried 0 of 30, "
        "2026-01-10 2028-01-10 2028-04-10 exam 2027-10-10 carried 0 of 30");
  LogBuilder by_exam{policy};  // whose anchor is the renewal
  by_exam.earned("ALL-1", "2024-01-10").exam("ALL-1", "2026-03-01");
  CHECK(cycles(by_exam.as_of("2026-04-09")) ==
        "earned 2024-01-10 exam 2026-03-01, exam 2026-03-01 open");
}

TEST_CASE("A cycle counted from the suspension counts what is done after the renewal") {
  const Policy policy = with_type(various_policy(), "ALL", [](CertificationType& type) {
    type.units->anchor = Anchor::earlier;
    type.exam->window = std::optional<Duration>{};
  });
  LogBuilder log{policy};
  log.earned("ALL-1", "2024-01-10").cw("2026-02-01").cw("2026-03-01", 2);
  log.cw("2026-03-01").cw("2026-03-02");
  CHECK(outcomes(log.as_of("2026-03-02")) == "used*4 counted");
  CHECK(log.as_of("2026-03-02").credentials[0].cycle().exam_opens == day("2026-03-02"));
}

TEST_CASE("A short cycle that is counted from the suspension has expired as it begins") {
  const Policy policy = with_type(various_policy(), "ALL", [](CertificationType& type) {
    type.validity = std::optional{Duration::days(10)};
    type.grace = Duration::days(30);
    type.units->anchor = Anchor::earlier;
  });
  const auto on = [&](std::string_view date) {
    LogBuilder log{policy};
    log.earned("ALL-1", "2024-01-01").cw(date, 3);
    return cycles(log.as_of(date)) + ' ' + status_on(log, date);
  };
  CHECK(on("2024-01-20") ==
        "earned 2024-01-01 units 2024-01-20, units 2024-01-20 from 2024-01-11 open active");
  CHECK(on("2024-01-21") ==
        "earned 2024-01-01 units 2024-01-21, units 2024-01-21 from 2024-01-11 open suspended");
  const Policy shorter = with_type(policy, "ALL", [](CertificationType& type) {
    // By its first day the second cycle has no grace.
    type.grace.later.push_back({day("2024-01-11"), Duration::days(0)});
  });
  LogBuilder log{shorter};
  log.earned("ALL-1", "2024-01-01").cw("2024-01-25", 3);
  CHECK(cycles(log.as_of("2024-01-25")) ==
        "earned 2024-01-01 units 2024-01-25, units 2024-01-25 from 2024-01-11 expired 2024-01-21");
  log.exam("ALL-1", "2024-01-26");
  CHECK(outcomes(log.as_of("2024-01-26")) == "used*3 earned-anew");
}

TEST_CASE("An extension moves the expirations from its first day to its last") {
  const Policy policy = with(builtin_policy(), [](Policy& changed) {
    changed.extensions = {{.from = day("2026-04-10"),
                           .to = day("2026-04-12"),
                           .until = day("2026-09-30"),
                           .types = {}},
                          {.from = day("2026-04-11"),
                           .to = day("2026-04-20"),
                           .until = day("2026-12-31"),
                           .types = {}}};
  });
  const auto expires = [&](std::string_view earned) {
    LogBuilder log{policy};
    log.earned("ACP-620", earned);
    return to_string(*log.as_of("2024-06-01").credentials[0].cycle().expires);
  };
  CHECK(expires("2024-01-09") == "2026-04-09");
  CHECK(expires("2024-01-10") == "2026-09-30");
  CHECK(expires("2024-01-12") == "2026-09-30");
  CHECK(expires("2024-01-13") == "2026-12-31");
  CHECK(expires("2024-01-20") == "2026-12-31");
  CHECK(expires("2024-01-21") == "2026-04-21");
  LogBuilder log{policy};
  log.earned("ACP-620", "2024-01-10")
      .suspends("ACP-120", "2026-01-10")
      .suspends("ACP-520", "2026-01-10", "2026-04-10");
  const Renewals renewals = log.as_of("2024-06-01");
  CHECK(terms(renewals, 0) ==
        "2024-01-10 2026-01-10 2026-09-30 (2026-04-10) exam 2025-10-10 carried 0 of 100");
  CHECK(terms(renewals, 1) == terms(renewals, 0));
  CHECK(terms(renewals, 2) == "2024-01-10 2026-01-10 2026-04-10 exam 2025-10-10 carried 0 of 100");
}

TEST_CASE("An extension of other types moves nothing") {
  const Policy policy = with(builtin_policy(), [](Policy& changed) {
    changed.extensions = {{.from = day("2026-04-10"),
                           .to = day("2026-04-12"),
                           .until = day("2026-09-30"),
                           .types = {changed.find_certification_type("ACA").value()}}};
  });
  LogBuilder log{policy};
  log.earned("ACP-620", "2024-01-10").earned("ACA-900", "2024-01-10");
  CHECK(standing(log.as_of("2024-06-01"), 0) == "active 2024-01-10 2026-01-10 2026-04-10 0");
  CHECK(standing(log.as_of("2024-06-01"), 1) == "active 2024-01-10 2026-01-10 2026-09-30 0");
}

TEST_CASE("A policy without its first day counts from the day after earning, and earning anew") {
  const Policy policy = with_type(various_policy(), "ALL",
                                  [](CertificationType& type) { type.first_day_counts = false; });
  LogBuilder log{policy};
  log.earned("ALL-1", "2024-01-10").cw("2024-01-10").course("a", "2024-01-10").cw("2024-01-11");
  CHECK(outcomes(log.as_of("2024-06-01")) == "before-cycle*2 counted");
  LogBuilder anew{policy};
  anew.earned("ALL-1", "2020-01-10").exam("ALL-1", "2024-01-10").cw("2024-01-10").cw("2024-01-11");
  CHECK(outcomes(anew.as_of("2024-06-01")) == "earned-anew before-cycle counted");
}

TEST_CASE("Units and courses count from a day on, and exams always do") {
  const Policy policy =
      with(various_policy(), [](Policy& changed) { changed.units_from = day("2025-12-01"); });
  LogBuilder log{policy};
  log.earned("ALL-1", "2024-01-10").cw("2025-11-30").course("a", "2025-11-30").cw("2025-12-01");
  CHECK(outcomes(log.as_of("2025-12-02")) == "before-cycle*2 counted");
  log.exam("ALL-1", "2025-11-30");
  CHECK(outcomes(log.as_of("2025-12-02")) == "before-cycle*2 counted renewed");
}

TEST_CASE("From the day it was retired the exam of a certification does nothing") {
  const Policy policy = with(various_policy(), [](Policy& changed) {
    changed.certifications.push_back(
        {.code = "EXM-1", .name = {}, .aliases = {}, .type = {}, .retired = day("2026-01-01")});
  });
  const auto on = [&](std::string_view date) {
    LogBuilder log{policy};
    log.earned("EXM-1", "2024-01-10").exam("EXM-1", date);
    return outcomes(log.as_of("2026-12-01"));
  };
  CHECK(on("2025-12-31") == "renewed");
  CHECK(on("2026-01-01") == "retired");
  CHECK(on("2026-01-02") == "retired");
  CHECK(on("2026-05-01") == "retired");  // it cannot be earned anew
}

TEST_CASE("What a cycle rests on is taken on its first day") {
  const Policy policy = with_type(builtin_policy(), "ACP", [](CertificationType& type) {
    type.validity.later.push_back({day("2024-04-01"), Duration::months(12)});
    type.grace.later.push_back({day("2024-04-01"), Duration::months(1)});
    type.units->required.later.push_back({day("2024-04-01"), Units::whole(50)});
    type.exam->window.later.push_back({day("2024-04-01"), Duration::months(2)});
  });
  const auto earned = [&](std::string_view on) {
    LogBuilder log{policy};
    log.earned("ACP-620", on);
    return terms(log.as_of("2024-06-01"));
  };
  CHECK(earned("2024-03-31") ==
        "2024-03-31 2026-03-31 2026-06-30 exam 2025-12-30 carried 0 of 100");
  CHECK(earned("2024-04-01") == "2024-04-01 2025-04-01 2025-05-01 exam 2025-03-01 carried 0 of 50");
  LogBuilder renewed{policy};
  renewed.earned("ACP-620", "2024-03-31").cw("2024-04-02", 10);
  CHECK(terms(renewed.as_of("2024-06-01")) ==
        "2024-03-31 2026-03-31 2026-06-30 exam 2025-12-30 carried 0 of 100, "
        "2024-04-02 2025-04-02 2025-05-02 exam 2025-03-02 carried 0 of 50");
}

TEST_CASE("A given cycle starts on the latest day whose own validity leads to its suspension") {
  const Policy policy = with_type(builtin_policy(), "ACP", [](CertificationType& type) {
    type.validity.later.push_back({day("2024-04-01"), Duration::months(12)});
  });
  const auto start = [&](std::string_view suspends) {
    LogBuilder log{policy};
    log.suspends("ACP-620", suspends);
    return to_string(log.as_of("2026-01-01").credentials[0].cycle().start);
  };
  CHECK(start("2025-03-31") == "2023-03-31");
  CHECK(start("2025-04-01") == "2024-04-01");
  CHECK(start("2026-03-31") == "2025-03-31");
}

TEST_CASE("Units go stale by the day they were done, and may do so out of order") {
  const Policy policy = with(builtin_policy(), [](Policy& changed) {
    changed.units_valid = std::optional{Duration::months(24)};
    changed.units_valid.later.push_back({day("2024-07-01"), Duration::months(6)});
  });
  LogBuilder log{policy};
  log.earned("ACP-620", "2024-01-10").cw("2024-06-30").cw("2024-07-01");
  CHECK(outcomes(log.as_of("2024-12-31")) == "counted*2");
  CHECK(outcomes(log.as_of("2025-01-01")) == "counted stale");
  CHECK(outcomes(log.as_of("2026-06-29")) == "lapsed stale");
}
