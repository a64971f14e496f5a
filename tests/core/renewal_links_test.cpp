// Certifications that depend on each other, and terms that begin at the old end.

#include <variant>

#include "catch.hpp"
#include "support.hpp"

using namespace certrenew;
using namespace certrenew::testing;

namespace {

Policy policy_of(const std::string& rest) {
  return std::get<Policy>(read_policy(
      R"({"name":"linked","activity_types":{"coursework":{"units":10}},)" + rest + "}"));
}

/// HIGH lasts three years, LOW one year.
const Policy& high_and_low() {
  static const Policy policy = policy_of(R"("grace":"P3M","certification_types":{
    "HIGH":{"validity":"P36M","renew_by":{"units":{"required":50},"exam":{}}},
    "LOW":{"validity":"P12M","renew_by":{"units":{"required":30},"exam":{}},"renewed_with":["HIGH"]}})");
  return policy;
}

Policy held_back() {
  return with_type(high_and_low(), "LOW",
                   [](CertificationType& type) { type.units->highest_only = true; });
}

Policy counted_from_the_end() {
  return with(high_and_low(), [](Policy& policy) {
    for (CertificationType& type : policy.certification_types) {
      type.units->anchor = type.exam->anchor = Anchor::end;
    }
  });
}

std::string of(const Renewals& renewals, std::uint32_t credential) {
  return cycles(renewals, credential) + "; " + terms(renewals, credential);
}

}  // namespace

// ---- C7 -----------------------------------------------------------------------------------------

TEST_CASE("Earning the higher certification renews the lower one with it") {
  LogBuilder log{high_and_low()};
  log.earned("LOW-1", "2024-01-10").earned("HIGH-1", "2024-06-01");
  const Renewals renewals = log.as_of("2024-07-01");
  CHECK(cycles(renewals, 0) ==
        "earned 2024-01-10 renewed-with 2024-06-01, renewed-with 2024-06-01 open");
  CHECK(others(renewals, 0) == "- 1");
  const Cycle& cycle = renewals.credentials[0].cycle();
  CHECK(cycle.suspends == day("2027-06-01"));
  CHECK(cycle.expires == day("2027-09-01"));
  CHECK(cycles(log.as_of("2024-05-31"), 0) == "earned 2024-01-10 open");
}

TEST_CASE("A lower certification renews only if the other suspends later") {
  const Policy equal = with_type(high_and_low(), "LOW", [](CertificationType& type) {
    type.validity = std::optional{Duration::months(36)};
  });
  LogBuilder log{equal};
  log.earned("LOW-1", "2024-06-01").earned("HIGH-1", "2024-06-01");
  CHECK(cycles(log.as_of("2024-07-01"), 0) == "earned 2024-06-01 open");
  LogBuilder later{equal};
  later.earned("LOW-1", "2024-05-31").earned("HIGH-1", "2024-06-01");
  CHECK(cycles(later.as_of("2024-07-01"), 0) ==
        "earned 2024-05-31 renewed-with 2024-06-01, renewed-with 2024-06-01 open");
}

TEST_CASE("A lower certification renews with another to the last day before it expires") {
  LogBuilder log{high_and_low()};
  log.earned("LOW-1", "2024-01-10").earned("HIGH-1", "2025-04-09");
  CHECK(cycles(log.as_of("2025-06-01"), 0) ==
        "earned 2024-01-10 renewed-with 2025-04-09, renewed-with 2025-04-09 open");
  LogBuilder late{high_and_low()};
  late.earned("LOW-1", "2024-01-10").earned("HIGH-1", "2025-04-10");
  CHECK(cycles(late.as_of("2025-06-01"), 0) == "earned 2024-01-10 expired 2025-04-10");
}

TEST_CASE("A given certification renews with another from the day after its first") {
  LogBuilder log{high_and_low()};
  log.suspends("LOW-1", "2025-06-01").earned("HIGH-1", "2024-06-01");
  CHECK(cycles(log.as_of("2024-07-01"), 0) == "given 2024-06-01 open");
  LogBuilder later{high_and_low()};
  later.suspends("LOW-1", "2025-05-31").earned("HIGH-1", "2024-06-01");
  CHECK(cycles(later.as_of("2024-07-01"), 0) ==
        "given 2024-05-31 renewed-with 2024-06-01, renewed-with 2024-06-01 open");
  LogBuilder given{high_and_low()};
  given.earned("LOW-1", "2024-01-10").suspends("HIGH-1", "2027-06-01");
  CHECK(cycles(given.as_of("2024-07-01"), 0) == "earned 2024-01-10 open");
}

TEST_CASE("What renews the higher certification renews the lower one, which renews once a day") {
  LogBuilder log{high_and_low()};
  log.earned("HIGH-1", "2023-01-10").earned("LOW-1", "2024-01-10").cw("2024-06-01", 5);
  const Renewals renewals = log.as_of("2024-07-01");
  CHECK(cycles(renewals, 1) == "earned 2024-01-10 units 2024-06-01, units 2024-06-01 open");
  LogBuilder exam{high_and_low()};
  exam.earned("HIGH-1", "2023-01-10").earned("LOW-1", "2024-01-10").exam("HIGH-1", "2024-06-01");
  CHECK(cycles(exam.as_of("2024-07-01"), 1) ==
        "earned 2024-01-10 renewed-with 2024-06-01, renewed-with 2024-06-01 open");
}

TEST_CASE("A certification earned anew renews the same day with another") {
  LogBuilder log{high_and_low()};
  log.earned("LOW-1", "2020-06-01").earned("HIGH-1", "2023-01-01");
  log.exam("LOW-1", "2024-06-01").exam("HIGH-1", "2024-06-01");
  CHECK(cycles(log.as_of("2024-07-01"), 0) ==
        "earned 2020-06-01 expired 2021-09-01, earned-anew 2024-06-01 renewed-with 2024-06-01, "
        "renewed-with 2024-06-01 open");
}

TEST_CASE("Of several others the one that suspends last counts, and renewals go down a chain") {
  const Policy chain = policy_of(R"("certification_types":{
    "A":{"validity":"P12M","renewed_with":["B"]},
    "B":{"validity":"P12M","renewed_with":["C","D"]},
    "C":{"validity":"P24M","renew_by":{"exam":{}}},
    "D":{"validity":"P36M","renew_by":{"exam":{}}}})");
  LogBuilder log{chain};
  log.earned("A-1", "2024-01-10").earned("B-1", "2024-01-10");
  log.earned("C-1", "2024-06-01").earned("D-1", "2024-06-01");
  const Renewals renewals = log.as_of("2024-07-01");
  CHECK(others(renewals, 0) == "- 1");
  CHECK(others(renewals, 1) == "- 3");
  CHECK(renewals.credentials[0].cycle().suspends == day("2027-06-01"));
}

TEST_CASE("A certification of another programme renews nothing") {
  Policies policies{high_and_low()};
  policies.put(with(high_and_low(), [](Policy& other) {
    other.name = "other";
    other.certification_types[0].name = "TOP";
    other.certification_types[1].name = "SUB";
  }));
  LogBuilder log{policies};
  log.earned("LOW-1", "2024-01-10").earned("TOP-1", "2024-06-01");
  CHECK(cycles(log.as_of("2024-07-01"), 0) == "earned 2024-01-10 open");
}

// ---- U3: highest_only ---------------------------------------------------------------------------

TEST_CASE("Units do not renew a certification while a higher one is held") {
  LogBuilder log{held_back()};
  log.earned("LOW-1", "2024-01-10").earned("HIGH-1", "2024-01-09").cw("2024-02-01", 3);
  CHECK(cycles(log.as_of("2024-03-01"), 0) == "earned 2024-01-10 open");
  CHECK(outcomes(log.as_of("2024-03-01"), 0) == "counted*3");
  log.cw("2024-04-01", 2);
  CHECK(cycles(log.as_of("2024-05-01"), 0) ==
        "earned 2024-01-10 renewed-with 2024-04-01, renewed-with 2024-04-01 open");
}

TEST_CASE("When the higher certification expires, the lower one renews by the next unit") {
  const Policy policy = with_type(held_back(), "LOW", [](CertificationType& type) {
    type.validity = std::optional{Duration::months(60)};
  });
  LogBuilder log{policy};
  log.earned("LOW-1", "2024-01-10").earned("HIGH-1", "2021-01-10").cw("2024-02-01", 3);
  CHECK(cycles(log.as_of("2024-06-01"), 0) == "earned 2024-01-10 open");  // HIGH expired in April
  log.cw("2024-05-01");
  CHECK(cycles(log.as_of("2024-06-01"), 0) ==
        "earned 2024-01-10 units 2024-05-01, units 2024-05-01 open");
}

// ---- E4 -----------------------------------------------------------------------------------------

TEST_CASE("The exam of another certification renews in one's own window, and never earns anew") {
  const Policy policy = policy_of(R"("validity":"P12M","grace":"P3M","certification_types":{
    "ANY":{"renew_by":{"exam":{"window":"P6M","of":["ANY"]}}}})");
  const auto with_exam_on = [&](std::string_view on) {
    LogBuilder log{policy};
    log.earned("ANY-1", "2024-01-10").earned("ANY-2", "2024-09-01").exam("ANY-2", on);
    return log;
  };
  CHECK(outcomes(with_exam_on("2024-10-09").as_of("2024-11-01"), 0) == "too-early");
  const LogBuilder in_time = with_exam_on("2024-10-10");
  CHECK(outcomes(in_time.as_of("2024-11-01"), 0) == "renewed");
  CHECK(outcomes(in_time.as_of("2024-11-01"), 1) == "too-early");
  LogBuilder late = with_exam_on("2025-04-10");
  CHECK(outcomes(late.as_of("2025-05-01"), 0) == "after-expiration");
  late.exam("ANY-1", "2025-04-10");
  CHECK(outcomes(late.as_of("2025-05-01"), 0) == "superseded earned-anew");
}

TEST_CASE("Earning another certification renews as its exam does") {
  const Policy policy = policy_of(R"("validity":"P12M","certification_types":{
    "A":{"renew_by":{"exam":{"of":["B"],"anchor":"end"}}},"B":{}})");
  LogBuilder log{policy};
  log.earned("A-1", "2024-01-10").earned("B-1", "2024-09-01");
  const Renewals renewals = log.as_of("2024-10-01");
  CHECK(
      of(renewals, 0) ==
      "earned 2024-01-10 exam 2024-09-01, exam 2024-09-01 from 2025-01-10 open; 2024-01-10 "
      "2025-01-10 2025-01-10 "
      "exam 2024-01-11 carried 0 of 0, 2025-01-10 2026-01-10 2026-01-10 exam 2025-01-11 carried 0 "
      "of 0");
  CHECK(others(renewals, 0) == "- 1");
  LogBuilder given{policy};
  given.earned("A-1", "2024-01-10").suspends("B-1", "2025-09-01", {}, "2024-08-01");
  CHECK(cycles(given.as_of("2024-10-01"), 0) == "earned 2024-01-10 open");
}

TEST_CASE("On the day another is earned that renews before units do, and an exam before that") {
  const Policy policy = policy_of(R"("validity":"P12M","certification_types":{
    "A":{"renew_by":{"units":{"required":30},"exam":{"of":["B"]}}},"B":{}})");
  LogBuilder log{policy};
  log.earned("A-1", "2024-01-10").earned("B-1", "2024-09-01").cw("2024-09-01", 3);
  CHECK(cycles(log.as_of("2024-10-01"), 0) ==
        "earned 2024-01-10 exam 2024-09-01, exam 2024-09-01 open");
  CHECK(others(log.as_of("2024-10-01"), 0) == "- 1");
  log.exam("A-1", "2024-09-01");
  CHECK(others(log.as_of("2024-10-01"), 0) == "- -");
}

// ---- C5: anchor end -----------------------------------------------------------------------------

TEST_CASE("A term counted from the old end begins there, early or late") {
  LogBuilder early{counted_from_the_end()};
  early.earned("LOW-1", "2024-01-10").cw("2024-06-01", 3);
  CHECK(terms(early.as_of("2024-07-01")) ==
        "2024-01-10 2025-01-10 2025-04-10 exam 2024-01-11 carried 0 of 30, 2025-01-10 2026-01-10 "
        "2026-04-10 exam 2025-01-11 carried 0 of 30");
  LogBuilder late{counted_from_the_end()};
  late.earned("LOW-1", "2024-01-10").cw("2025-02-01", 3);
  CHECK(late.as_of("2025-03-01").credentials[0].cycle().start == day("2025-01-10"));
}

TEST_CASE("What is done between the renewal and the new term is surplus") {
  LogBuilder log{counted_from_the_end()};
  log.earned("LOW-1", "2024-01-10")
      .cw("2024-06-01", 3)
      .cw("2024-06-02")
      .exam("LOW-1", "2025-01-10");
  log.cw("2025-01-09").cw("2025-01-10");
  CHECK(outcomes(log.as_of("2025-02-01")) == "used*3 surplus too-early surplus counted");
}

TEST_CASE("Surplus may be carried over, and goes stale up to the new term") {
  const Policy policy = with_type(counted_from_the_end(), "LOW", [](CertificationType& type) {
    type.carry_over = CarryOver{.at_most = Units::whole(25), .from_last = {}, .types = {}};
  });
  LogBuilder log{policy};
  log.earned("LOW-1", "2024-01-10").cw("2024-06-01", 4).cw("2024-07-01");
  const auto carried = [](const LogBuilder& one, std::string_view on) {
    return one.as_of(on).credentials[0].cycle().carried;
  };
  CHECK(carried(log, "2024-06-15") == Units::whole(10));
  CHECK(carried(log, "2024-07-15") == Units::whole(20));
  log.cw("2024-08-01");
  CHECK(carried(log, "2025-02-01") == Units::whole(25));
  LogBuilder stale{
      with(policy, [](Policy& one) { one.units_valid = std::optional{Duration::months(6)}; })};
  stale.earned("LOW-1", "2024-01-10").cw("2024-06-01", 4).cw("2024-08-01", 2);
  CHECK(carried(stale, "2024-09-01") == Units{});  // of 60, 40 are stale by 2025-01-09
  CHECK(carried(stale, "2025-02-01") == Units{});
}

// ---- C8 -----------------------------------------------------------------------------------------

TEST_CASE("A computed suspension moves on to the first day of a month, or of a year") {
  const auto term = [](EndsOn ends_on, std::string_view earned) {
    LogBuilder log{
        with_type(high_and_low(), "LOW", [&](CertificationType& type) { type.ends_on = ends_on; })};
    log.earned("LOW-1", earned);
    const Cycle cycle = log.as_of("2024-12-01").credentials[0].cycle();
    return date_or_never(cycle.suspends) + ' ' + date_or_never(cycle.expires);
  };
  CHECK(term(EndsOn::month, "2024-01-01") == "2025-01-01 2025-04-01");
  CHECK(term(EndsOn::month, "2024-01-02") == "2025-02-01 2025-05-01");
  CHECK(term(EndsOn::month, "2023-12-31") == "2025-01-01 2025-04-01");
  CHECK(term(EndsOn::year, "2024-01-01") == "2025-01-01 2025-04-01");
  CHECK(term(EndsOn::year, "2024-01-02") == "2026-01-01 2026-04-01");
  CHECK(term(EndsOn::year, "2023-12-31") == "2025-01-01 2025-04-01");
}

TEST_CASE("A given suspension stays where the log puts it") {
  LogBuilder log{with_type(high_and_low(), "LOW",
                           [](CertificationType& type) { type.ends_on = EndsOn::month; })};
  log.suspends("LOW-1", "2025-06-15");
  const Cycle cycle = log.as_of("2025-01-01").credentials[0].cycle();
  CHECK(cycle.start == day("2024-06-15"));
  CHECK(cycle.suspends == day("2025-06-15"));
  CHECK(cycle.expires == day("2025-09-15"));
}

TEST_CASE("A suspension that would move past 9999 is an error") {
  const Policy policy = with_type(high_and_low(), "LOW",
                                  [](CertificationType& type) { type.ends_on = EndsOn::year; });
  LogBuilder log{policy};
  log.earned("LOW-1", "9998-06-01");
  CHECK(log.as_of("9998-07-01").out_of_range.size() == 1);
}

// ---- Edges of C7, U3 and U9
// ----------------------------------------------------------------------

TEST_CASE("Of two that suspend on one day a certification renews with the one that expires later") {
  const Policy policy = policy_of(R"("grace":"P3M","certification_types":{
    "HIGH":{"validity":"P36M","renew_by":{"exam":{}}},
    "TALL":{"validity":"P36M","grace":"P6M","renew_by":{"exam":{}}},
    "LOW":{"validity":"P12M","renew_by":{"exam":{}},"renewed_with":["HIGH","TALL"]}})");
  LogBuilder last{policy};
  last.earned("LOW-1", "2024-01-10").earned("HIGH-1", "2024-06-01").earned("TALL-1", "2024-06-01");
  CHECK(others(last.as_of("2024-07-01"), 0) == "- 2");
  LogBuilder first{policy};
  first.earned("LOW-1", "2024-01-10").earned("TALL-1", "2024-06-01").earned("HIGH-1", "2024-06-01");
  CHECK(others(first.as_of("2024-07-01"), 0) == "- 1");
  CHECK(first.as_of("2024-07-01").credentials[0].cycle().expires == day("2027-12-01"));
}

TEST_CASE("A higher certification holds units back on a day that it ends as expired") {
  const Policy policy = policy_of(R"("validity":"P36M","grace":"P3M","certification_types":{
    "HIGH":{"validity":"P1M","grace":[{"value":"P6M"},{"from":"2024-02-01","value":"P0D"}],
            "renew_by":{"exam":{"anchor":"end"}}},
    "LOW":{"renew_by":{"units":{"required":30,"highest_only":true}},"renewed_with":["HIGH"]}})");
  LogBuilder log{policy};
  log.earned("LOW-1", "2024-01-01").earned("HIGH-1", "2024-01-01");
  log.exam("HIGH-1", "2024-05-01").cw("2024-05-01", 3);
  const Renewals renewals = log.as_of("2024-05-01");
  CHECK(renewals.credentials[1].status == Status::expired);
  CHECK(cycles(renewals, 0) == "earned 2024-01-01 open");
}

TEST_CASE("What goes stale on the first day of the new term is carried over into it") {
  const Policy policy = policy_of(R"("validity":"P12M","grace":"P3M","units_valid":"P12M",
    "anchor":"end","carry_over":{"at_most":100},
    "certification_types":{"ONE":{"renew_by":{"units":{"required":30}}}})");
  LogBuilder log{policy};
  log.earned("ONE-1", "2024-01-10").cw("2024-01-10", 2).cw("2024-06-01", 2);
  CHECK(log.as_of("2025-02-01").credentials[0].cycle().carried == Units::whole(10));
}

TEST_CASE("A renewal before the new term has begun leaves what was used as it is") {
  const Policy policy = policy_of(R"("grace":"P3M","carry_over":{"at_most":100},
    "certification_types":{
      "HIGH":{"validity":"P36M","renew_by":{"exam":{}}},
      "LOW":{"validity":"P12M","renew_by":{"units":{"required":30,"anchor":"end"}},
             "renewed_with":["HIGH"]}})");
  LogBuilder log{policy};
  log.earned("LOW-1", "2024-01-10").cw("2024-06-01", 4).earned("HIGH-1", "2024-09-01");
  const Renewals renewals = log.as_of("2024-10-01");
  CHECK(cycles(renewals, 0) ==
        "earned 2024-01-10 units 2024-06-01, units 2024-06-01 from 2025-01-10 renewed-with "
        "2024-09-01, renewed-with 2024-09-01 open");
  CHECK(outcomes(renewals, 0) == "used*4");
}
