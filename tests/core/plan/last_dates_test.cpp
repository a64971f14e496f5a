// Plans for the last years of the calendar: what would lead beyond it is left out (D1).

#include <string>

#include "catch.hpp"
#include "core/plan/plan_words.hpp"
#include "support.hpp"

using namespace certrenew;
using namespace certrenew::testing;

namespace {

const Lines left_out{"ways whose dates lie after 9999-12-31 are left out"};

/// various_policy(), but ANY is valid for that many months.
Policy with_any_lasting(int months) {
  return with_type(various_policy(), "ANY", [&](CertificationType& type) {
    type.validity = {std::optional{Duration::months(months)}};
  });
}

/// various_policy() with a reading under which every certification that ends is valid for that many
/// months.
Policy with_all_read_as_lasting(int months) {
  const auto last = [&](Policy& changed) {
    for (CertificationType& type : changed.certification_types) {
      if (type.validity.first) type.validity = {std::optional{Duration::months(months)}};
    }
  };
  return with_reading(various_policy(), "longer", with(various_policy(), last));
}

}  // namespace

TEST_CASE("What can only be renewed beyond the calendar is left alone") {
  LogBuilder log{various_policy()};
  log.earned("UNI-1", "9997-09-01");
  const Plan plan = plan_for(log, "9999-01-01");
  CHECK(plan.ways.empty());
  CHECK(left_alone(log, plan) ==
        Lines{"UNI-1: if it is renewed by 9999-08-31, its dates lie after 9999-12-31"});
}

TEST_CASE("A way that waits until the dates lie beyond the calendar is left out") {
  LogBuilder log{various_policy()};
  log.earned("UNI-1", "9995-09-01");
  CHECK(ways(log, "9997-08-01", {.allow_suspension = true}) ==
        Lines{"exams 0, steps 1, units 30, forfeited 1, suspended 0, extended 729: 30 on "
              "9997-08-31"});
  CHECK(plan_for(log, "9997-08-01", {.allow_suspension = true}).left_out == left_out);
  CHECK(plan_for(log, "9997-08-01").left_out.empty());
}

TEST_CASE("There is no way past a planned activity that leads beyond the calendar") {
  LogBuilder log{with_any_lasting(36)};
  log.earned("ANY-1", "9993-06-01").earned("UNI-2", "9995-06-01").exam("ANY-1", "9997-03-01");
  const Plan plan = plan_for(log, "9996-01-01");
  CHECK(plan.ways.empty());
  CHECK(plan.left_out == left_out);
  CHECK(plan.left_alone.empty());
}

TEST_CASE("There is no way past a planned activity of somebody who is left alone, either") {
  LogBuilder log{with_any_lasting(60)};
  log.earned("UNI-1", "9995-06-01").earned("ANY-2", "9992-06-15").exam("ANY-2", "9997-03-01");
  const Plan plan = plan_for(log, "9997-01-01");
  CHECK(plan.ways.empty());
  CHECK(plan.left_out == left_out);
  CHECK(left_alone(log, plan) ==
        Lines{"ANY-2: if it is renewed by 9997-06-14, its dates lie after 9999-12-31"});
}

TEST_CASE("A reading under which a renewal leads beyond the calendar puts no way in doubt") {
  const Policy policy = with_all_read_as_lasting(36);
  LogBuilder log{policy};
  log.earned("UNI-1", "9995-06-01");
  const Plan plan = plan_for(log, "9997-01-01");
  REQUIRE(plan.ways.size() == 1);
  CHECK(doubts_of(plan.ways[0]).empty());
}

TEST_CASE(
    "A reading under which the certification already ends beyond the calendar puts none in doubt") {
  const Policy policy = with_all_read_as_lasting(120);
  LogBuilder log{policy};
  log.earned("UNI-1", "9995-06-01").earned("UNI-2", "9995-07-01");
  const Plan plan = plan_for(log, "9997-01-01");
  REQUIRE(plan.ways.size() == 1);
  CHECK(doubts_of(plan.ways[0]).empty());
}
