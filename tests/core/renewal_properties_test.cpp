// Properties that hold for every log, checked on thousands of generated ones.

#include <algorithm>
#include <numeric>

#include "catch.hpp"
#include "generate.hpp"
#include "naive.hpp"
#include "support.hpp"

using namespace certrenew;
using namespace certrenew::testing;

namespace {

constexpr std::uint32_t runs = 3000;

/// Everything about one credential but the activities' outcomes.
std::string dates(const Renewals& renewals, std::size_t credential) {
  return standing(renewals, credential) + " | " + cycles(renewals, credential);
}

template <class Check>
void for_generated_logs(Check check) {
  for (std::uint32_t seed = 0; seed < runs; ++seed) {
    Generator generator{seed};
    const Policy policy = generator.policy();
    const Log log = generator.log(policy);
    const Date as_of = generator.as_of(log);
    CAPTURE(seed);
    check(generator, policy, log, as_of);
  }
}

bool in_range(const Renewals& renewals) { return renewals.out_of_range.empty(); }

}  // namespace

TEST_CASE("A naive implementation of the rules gives the same answers") {
  std::size_t answered = 0;
  for_generated_logs([&](Generator&, const Policy& policy, const Log& log, Date as_of) {
    const Renewals renewals = calculate(log, policy, as_of);
    bool all = true;
    for (std::size_t i = 0; i < log.certifications.size(); ++i) {
      const auto expected = naive(log, policy, as_of, i);
      all = all && expected;
      if (!expected || !in_range(renewals)) continue;
      ++answered;
      CHECK(cycles(renewals, i) == expected->cycles);
      CHECK(standing(renewals, i) == expected->standing);
      CHECK(outcomes(renewals, i) == expected->outcomes);
    }
    CHECK(all == in_range(renewals));
  });
  CHECK(answered > runs);  // not because all of them were refused
}

TEST_CASE("The generated logs bring about every outcome and every way to close a cycle") {
  std::vector<bool> outcomes(static_cast<std::size_t>(Outcome::counted) + 1);
  std::vector<bool> closed(static_cast<std::size_t>(CycleEnd::expired) + 1);
  for_generated_logs([&](Generator&, const Policy& policy, const Log& log, Date as_of) {
    const Renewals renewals = calculate(log, policy, as_of);
    for (const Credential& one : renewals.credentials) {
      for (const Verdict& verdict : one.verdicts) {
        outcomes[static_cast<std::size_t>(verdict.outcome)] = true;
      }
      for (const Cycle& cycle : one.cycles) {
        if (cycle.closing) closed[static_cast<std::size_t>(cycle.closing->by)] = true;
      }
    }
  });
  CHECK(std::find(outcomes.begin(), outcomes.end(), false) == outcomes.end());
  CHECK(std::find(closed.begin(), closed.end(), false) == closed.end());
}

TEST_CASE("The order of activities and certifications changes no date") {
  for_generated_logs([](Generator& generator, const Policy& policy, const Log& log, Date as_of) {
    Log shuffled = copy(log);
    std::mt19937 random{static_cast<std::uint32_t>(generator.number(0, 1'000'000))};
    std::shuffle(shuffled.activities.begin(), shuffled.activities.end(), random);
    std::reverse(shuffled.certifications.begin(), shuffled.certifications.end());
    const std::size_t count = log.certifications.size();
    for (Activity& one : shuffled.activities) {
      Exam* const exam = std::get_if<Exam>(&one.what);
      if (exam == nullptr || !exam->certification) continue;
      exam->certification->at = static_cast<std::uint32_t>(count - 1 - exam->certification->at);
    }
    const Renewals before = calculate(log, policy, as_of);
    const Renewals after = calculate(shuffled, policy, as_of);
    CHECK(in_range(before) == in_range(after));
    if (!in_range(before)) return;
    for (std::size_t i = 0; i < count; ++i) CHECK(dates(before, i) == dates(after, count - 1 - i));
  });
}

TEST_CASE("The day of entry changes no date and no outcome") {
  for_generated_logs([](Generator&, const Policy& policy, const Log& log, Date as_of) {
    Log other = copy(log);
    for (Activity& one : other.activities) one.entered = {PortalEntry::State::not_yet, {}};
    const Renewals before = calculate(log, policy, as_of);
    const Renewals after = calculate(other, policy, as_of);
    if (!in_range(before)) return;
    for (std::size_t i = 0; i < log.certifications.size(); ++i) {
      CHECK(dates(before, i) == dates(after, i));
      CHECK(outcomes(before, i) == outcomes(after, i));
    }
  });
}

TEST_CASE("Exams of other certifications and planned activities change no date") {
  for_generated_logs([](Generator&, const Policy& policy, const Log& log, Date as_of) {
    const Renewals before = calculate(log, policy, as_of);
    if (!in_range(before)) return;
    for (std::uint32_t i = 0; i < log.certifications.size(); ++i) {
      Log other = copy(log);
      std::erase_if(other.activities, [&](const Activity& one) {
        const Exam* const exam = one.exam();
        const bool unrelated = exam != nullptr && exam->certification != Index<Certification>{i};
        return unrelated || one.date > as_of;
      });
      CHECK(dates(before, i) == dates(calculate(other, policy, as_of), i));
    }
  });
}

TEST_CASE("One credential's answer does not depend on the others") {
  for_generated_logs([](Generator&, const Policy& policy, const Log& log, Date as_of) {
    const Renewals before = calculate(log, policy, as_of);
    if (!in_range(before)) return;
    for (std::uint32_t i = 0; i < log.certifications.size(); ++i) {
      Log alone = copy(log);
      alone.certifications = {log.certifications[i]};
      for (Activity& one : alone.activities) {
        Exam* const exam = std::get_if<Exam>(&one.what);
        if (exam == nullptr) continue;
        const bool its_own = exam->certification == Index<Certification>{i};
        exam->certification = its_own ? std::optional{Index<Certification>{0}} : std::nullopt;
      }
      const Renewals after = calculate(alone, policy, as_of);
      CHECK(dates(before, i) == dates(after, 0));
      CHECK(outcomes(before, i) == outcomes(after, 0));
    }
  });
}

TEST_CASE("Counted and used units add up to the totals") {
  for_generated_logs([](Generator&, const Policy& policy, const Log& log, Date as_of) {
    const Renewals renewals = calculate(log, policy, as_of);
    if (!in_range(renewals)) return;
    for (std::size_t i = 0; i < log.certifications.size(); ++i) {
      const auto& required = policy[log.certifications[i].type].units;
      const Credential& one = renewals.credentials[i];
      if (!required) continue;
      std::vector<Units> sums(one.cycles.size());
      for (std::size_t a = 0; a < one.verdicts.size(); ++a) {
        const Verdict& verdict = one.verdicts[a];
        const bool adds = verdict.outcome == Outcome::counted || verdict.outcome == Outcome::used;
        if (adds) sums.at(*verdict.cycle) += log.activities[a].work()->units;
      }
      if (one.status != Status::expired) CHECK(sums.back() == one.counted);
      for (std::size_t c = 0; c < one.cycles.size(); ++c) {
        const auto& closing = one.cycles[c].closing;
        if (closing && closing->by == CycleEnd::units) CHECK(sums[c] >= *required);
      }
      if (one.status != Status::expired) CHECK(one.counted < *required);
    }
  });
}

TEST_CASE("The units needed on a later day are those that the engine asks for then") {
  for_generated_logs([](Generator& generator, const Policy& policy, const Log& log, Date as_of) {
    Log done = copy(log);
    std::erase_if(done.activities, [&](const Activity& one) { return one.date > as_of; });
    const auto later = Date::from_days(as_of.days() + generator.number(0, 200));
    if (!in_range(calculate(done, policy, as_of)) || !later) return;
    const Answer now = answer(done, policy, as_of);
    const Renewals then = calculate(done, policy, *later);
    for (const CredentialAnswer one : now.credentials()) {
      if (one.expires() <= *later) continue;
      const auto& required = one.type().units;
      const auto needed = one.needed_on(*later);
      CHECK(needed.has_value() == required.has_value());
      if (needed) CHECK(*needed == *required - then.credentials[one.index().at].counted);
    }
  });
}

TEST_CASE("Every outcome has a reason, and a total where the activity was added to one") {
  for_generated_logs([](Generator&, const Policy& policy, const Log& log, Date as_of) {
    if (!in_range(calculate(log, policy, as_of))) return;
    const Answer all = answer(log, policy, as_of);
    for (const CredentialAnswer credential : all.credentials()) {
      for (const ActivityAnswer one : credential.activities()) {
        CHECK_FALSE(one.reason().empty());
        const bool by_units = credential.type().units.has_value();
        if (one.outcome() == Outcome::counted) CHECK(one.total().has_value() == by_units);
        if (one.outcome() == Outcome::before_cycle) CHECK_FALSE(one.total());
        if (one.activity().exam() != nullptr) CHECK_FALSE(one.total());
      }
    }
  });
}

TEST_CASE("The same input gives the same answer") {
  for_generated_logs([](Generator&, const Policy& policy, const Log& log, Date as_of) {
    const Renewals once = calculate(log, policy, as_of);
    const Renewals again = calculate(log, policy, as_of);
    CHECK(once.order == again.order);
    if (!in_range(once)) return;
    for (std::size_t i = 0; i < log.certifications.size(); ++i) {
      CHECK(dates(once, i) == dates(again, i));
      CHECK(outcomes(once, i) == outcomes(again, i));
    }
  });
}

TEST_CASE("An engine that is used again gives what a new one gives") {
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    Generator generator{seed};
    const Policy policy = generator.policy();
    const Date as_of = generator.as_of(generator.log(policy));
    Engine again{policy};
    CAPTURE(seed);
    for (int i = 0; i < 6; ++i) {
      const Log log = generator.log(policy);
      const Renewals expected = calculate(log, policy, as_of);
      const Renewals actual = again.calculate(log, as_of);
      CHECK(actual.order == expected.order);
      CHECK(actual.out_of_range.size() == expected.out_of_range.size());
      REQUIRE(actual.credentials.size() == expected.credentials.size());
      if (!in_range(expected)) continue;
      for (std::size_t c = 0; c < expected.credentials.size(); ++c) {
        CHECK(dates(actual, c) == dates(expected, c));
        CHECK(outcomes(actual, c) == outcomes(expected, c));
        CHECK(actual.credentials[c].courses == expected.credentials[c].courses);
      }
    }
  }
}

TEST_CASE("An upcoming or expired certification counts nothing, also in an engine used again") {
  LogBuilder counting;
  counting.earned("ACP-620", "2024-01-10").cw("2024-06-01");
  LogBuilder expired;
  expired.earned("ACP-620", "2020-01-10");
  Engine again{counting.policy()};
  const Date as_of = day("2025-01-01");
  CHECK(standing(again.calculate(counting.log(), as_of)) ==
        "active 2024-01-10 2026-01-10 2026-04-10 10");
  CHECK(standing(again.calculate(expired.log(), as_of)) ==
        "expired 2020-01-10 2022-01-10 2022-04-10 0");
}
