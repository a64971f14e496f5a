// Properties of answers that hold for every log: doubts, safe days, designations, reasons.

#include <algorithm>

#include "catch.hpp"
#include "certrenew/answer.hpp"
#include "core/generated_logs.hpp"
#include "naive.hpp"
#include "support.hpp"

using namespace certrenew;
using namespace certrenew::testing;

namespace {

/// Everything about one credential but the activities' outcomes, with its safe days (R2).
std::string dates(const CredentialAnswer& one, Date as_of) {
  std::string all = std::string{name_of(one.status())} + ' ' + date_or_never(one.suspends()) + ' ' +
                    date_or_never(one.expires());
  for (std::size_t i = 0; i < one.cycles().size(); ++i) {
    all += ", " + one.how_it_began(i) + " from " + to_string(one.cycles()[i].start) + ' ' +
           one.how_it_ended(i);
  }
  for (const auto& last : {one.last_active_day(), one.last_day()}) {
    all += " by " + date_or_never(last);
  }
  const auto needed = one.needed_on(as_of);
  return all + " needs " + (needed ? to_string(*needed) : "nothing");
}

/// The policies without their readings.
Policies without_readings(const Policies& policies) {
  Policies plain;
  for (std::uint32_t i = 0; i < policies.in_force(); ++i) {
    Policy policy = policies[{i}];
    policy.readings.clear();
    plain.put(std::move(policy));
  }
  return plain;
}

Lines sorted(Lines lines) {
  std::sort(lines.begin(), lines.end());
  return lines;
}

}  // namespace

TEST_CASE("A naive implementation gives the same doubts, safe days and designations") {
  std::size_t doubtful = 0;
  std::size_t held = 0;
  const auto check = [&](Generator& generator, const Policies& policies, const Log& log,
                         Date as_of) {
    if (!in_range(calculate(log, policies, as_of))) return;
    const Answer all = answer(log, policies, as_of);
    Lines expected;
    for (const CredentialAnswer one : all.credentials()) {
      const std::size_t i = one.index().at;
      CAPTURE(i);
      CHECK(one.status() == naive(log, policies, as_of, i).value().status);
      for (const std::string& line : naive_doubts(log, policies, as_of, i)) {
        expected.push_back(line);
      }
      const NaiveLastDays last = naive_last_days(log, policies, as_of, i);
      CHECK(date_or_never(one.last_active_day()) == date_or_never(last.active));
      CHECK(date_or_never(one.last_day()) == date_or_never(last.renewed));
      const auto later = Date::from_days(as_of.days() + generator.number(0, 200));
      for (const auto& on : {std::optional{as_of}, last.active, last.renewed, later}) {
        if (!on) continue;
        CAPTURE(to_string(*on));
        const auto needed = naive_needed_on(log, policies, as_of, i, *on);
        if (one.expired()) continue;
        CHECK(one.needed_on(*on).has_value() == needed.has_value());
        if (needed) CHECK(to_string(one.needed_on(*on).value_or(Units{})) == to_string(*needed));
      }
    }
    CHECK(doubts(all) == expected);
    CHECK(sorted(designations(all)) == sorted(naive_designations(log, policies, as_of)));
    doubtful += expected.size();
    for (const DesignationAnswer& one : all.designations()) held += one.held ? 1 : 0;
  };
  for_generated_logs(check, share_of(1200));
  CHECK(doubtful > share_of(100));
  CHECK(held > share_of(50));
}

TEST_CASE("A reading that changes nothing is no doubt and moves no day") {
  for_generated_logs(
      [](Generator&, const Policies& policies, const Log& log, Date as_of) {
        if (!in_range(calculate(log, policies, as_of))) return;
        const Policies plain = without_readings(policies);
        Policies same;
        for (std::uint32_t p = 0; p < plain.in_force(); ++p) {
          same.put(with_reading(plain[{p}], "same", plain[{p}]));
        }
        const Answer before = answer(log, plain, as_of);
        const Answer after = answer(log, same, as_of);
        CHECK(after.doubts().empty());
        for (const CredentialAnswer one : before.credentials()) {
          const CredentialAnswer other = after.all_credentials()[one.index().at];
          CHECK(dates(one, as_of) == dates(other, as_of));
        }
      },
      share_of(600));
}

TEST_CASE("Readings change nothing of the answer but doubts and safe days") {
  for_generated_logs(
      [](Generator&, const Policies& policies, const Log& log, Date as_of) {
        if (!in_range(calculate(log, policies, as_of))) return;
        const Policies plain = without_readings(policies);
        const Answer with_readings = answer(log, policies, as_of);
        const Answer not_asked = answer(log, policies, as_of, Doubts::none);
        const Answer has_none = answer(log, plain, as_of);
        CHECK(not_asked.doubts().empty());
        CHECK(has_none.doubts().empty());
        for (const CredentialAnswer one : has_none.credentials()) {
          const std::uint32_t i = one.index().at;
          CHECK(dates(not_asked.all_credentials()[i], as_of) == dates(one, as_of));
          const CredentialAnswer other = with_readings.all_credentials()[i];
          CHECK(other.status() == one.status());
          CHECK(other.suspends() == one.suspends());
          CHECK(other.expires() == one.expires());
          CHECK(other.cycles().size() == one.cycles().size());
          for (std::uint32_t a = 0; a < log.activities.size(); ++a) {
            CHECK(other.activity({a}).outcome() == one.activity({a}).outcome());
          }
          // A safe day is no later, and as much is needed or more.
          if (one.last_active_day()) CHECK(other.last_active_day() <= one.last_active_day());
          if (one.last_day()) CHECK(other.last_day() <= one.last_day());
          if (one.needed_on(as_of)) CHECK(other.needed_on(as_of) >= one.needed_on(as_of));
        }
      },
      share_of(600));
}

TEST_CASE("The units needed on a later day are those that the engine asks for then") {
  for_generated_logs(
      [](Generator& generator, const Policies& policies, const Log& log, Date as_of) {
        Log done = copy(log);
        std::erase_if(done.activities, [&](const Activity& one) { return one.date > as_of; });
        const auto later = Date::from_days(as_of.days() + generator.number(0, 200));
        if (!in_range(calculate(done, policies, as_of)) || !later) return;
        const Answer now = answer(done, policies, as_of, Doubts::none);
        const Renewals then = calculate(done, policies, *later);
        for (const CredentialAnswer one : now.credentials()) {
          if (one.is_tracked() || one.cycle().expires_by(*later)) continue;
          const auto needed = one.needed_on(*later);
          CHECK(needed.has_value() == one.type()->units.has_value());
          if (needed) {
            const Units counted = then.credentials[one.index().at].counted;
            CHECK(*needed == std::max(one.cycle().required - counted, Units{}));
          }
        }
      });
}

TEST_CASE("Every outcome has a reason, and a total where the activity was added to one") {
  for_generated_logs([](Generator&, const Policies& policies, const Log& log, Date as_of) {
    if (!in_range(calculate(log, policies, as_of))) return;
    const Answer all = answer(log, policies, as_of);
    for (const CredentialAnswer credential : all.credentials()) {
      for (const ActivityAnswer one : credential.activities()) {
        CHECK_FALSE(one.reason().empty());
        const CertificationType* const type = credential.type();
        const bool by_units = type != nullptr && type->units;
        if (one.outcome() == Outcome::counted) CHECK(one.total().has_value() == by_units);
        if (one.outcome() == Outcome::before_cycle) CHECK_FALSE(one.total());
        if (one.activity().exam() != nullptr) CHECK_FALSE(one.total());
      }
    }
  });
}
