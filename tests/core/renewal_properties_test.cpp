// Properties that hold for every log, checked on thousands of generated ones.

#include <algorithm>
#include <numeric>

#include "catch.hpp"
#include "core/generated_logs.hpp"
#include "naive.hpp"
#include "support.hpp"

using namespace certrenew;
using namespace certrenew::testing;

namespace {

/// Everything about one credential but the activities' outcomes.
std::string dates(const Renewals& renewals, std::size_t credential) {
  return standing(renewals, credential) + " | " + cycles(renewals, credential) + " | " +
         terms(renewals, credential);
}

/// How its type is renewed; null where it is tracked.
const CertificationType* type_of(const Certification& one, const Policies& policies) {
  return one.programme ? &policies[*one.programme][one.type] : nullptr;
}

/// Whether its dates depend on others (U3, C7, E4).
bool is_linked(const Certification& one, const Policies& policies) {
  const CertificationType* const type = type_of(one, policies);
  return type != nullptr && type->is_linked();
}

}  // namespace

TEST_CASE("A naive implementation of the rules gives the same answers") {
  std::size_t answered = 0;
  for_generated_logs([&](Generator&, const Policies& policies, const Log& log, Date as_of) {
    const Renewals renewals = calculate(log, policies, as_of);
    bool all = true;
    for (std::size_t i = 0; i < log.certifications.size(); ++i) {
      const auto expected = naive(log, policies, as_of, i);
      all = all && expected;
      if (!expected || !in_range(renewals)) continue;
      ++answered;
      CAPTURE(i);
      CHECK(outcomes(renewals, i) == expected->outcomes);
      CHECK(cycles(renewals, i) == expected->cycles);
      CHECK(others(renewals, i) == expected->others);
      CHECK(terms(renewals, i) == expected->terms);
      CHECK(standing(renewals, i) == expected->standing);
    }
    CHECK(all == in_range(renewals));
  });
  CHECK(answered > runs);  // not because all of them were refused
}

TEST_CASE("The generated logs bring about every outcome and every kind of cycle") {
  std::vector<bool> outcomes(static_cast<std::size_t>(Outcome::counted) + 1);
  std::vector<bool> began(static_cast<std::size_t>(CycleStart::renewed_with) + 1);
  std::vector<bool> closed(static_cast<std::size_t>(CycleEnd::expired) + 1);
  std::size_t from_an_earlier_day = 0;
  std::size_t from_a_later_day = 0;
  std::size_t by_earning_another = 0;
  std::size_t held_back = 0;
  std::size_t over_at_once = 0;
  std::size_t extended = 0;
  std::size_t carried = 0;
  std::size_t for_ever = 0;
  for_generated_logs(
      [&](Generator&, const Policies& policies, const Log& log, Date as_of) {
        const Renewals renewals = calculate(log, policies, as_of);
        for (const Credential& one : renewals.credentials) {
          for (const Verdict& verdict : one.verdicts) {
            outcomes[static_cast<std::size_t>(verdict.outcome)] = true;
          }
          for (const Cycle& cycle : one.cycles) {
            began[static_cast<std::size_t>(cycle.began_by)] = true;
            if (cycle.closing) closed[static_cast<std::size_t>(cycle.closing->by)] = true;
            from_an_earlier_day += cycle.start < cycle.began_on ? 1U : 0U;
            from_a_later_day += cycle.start > cycle.began_on ? 1U : 0U;
            by_earning_another += cycle.began_by == CycleStart::exam && cycle.with ? 1U : 0U;
            over_at_once += cycle.expires_by(cycle.began_on) ? 1U : 0U;
            extended += cycle.extended_from ? 1U : 0U;
            carried += cycle.carried > Units{} ? 1U : 0U;
            for_ever += cycle.suspends ? 0U : 1U;
          }
          if (one.cycles.empty() || one.status == Status::expired) continue;
          const Units required = one.cycle().required;
          held_back += required > Units{} && one.counted >= required ? 1U : 0U;
        }
      },
      all_logs);
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    CAPTURE(name_of(static_cast<Outcome>(i)));
    CHECK(outcomes[i]);
  }
  CHECK(std::find(began.begin(), began.end(), false) == began.end());
  CHECK(std::find(closed.begin(), closed.end(), false) == closed.end());
  CHECK(from_an_earlier_day > 50);
  CHECK(from_a_later_day > 50);
  CHECK(by_earning_another > 50);
  CHECK(held_back > 10);
  CHECK(over_at_once > 0);
  CHECK(extended > 50);
  CHECK(carried > 50);
  CHECK(for_ever > 50);
}

TEST_CASE("The order in which ties keep the log's order changes no outcome") {
  for_generated_logs([](Generator&, const Policies& policies, const Log& log, Date as_of) {
    Log sorted = copy(log);
    std::vector<std::size_t> from(log.activities.size());
    std::iota(from.begin(), from.end(), std::size_t{0});
    std::stable_sort(from.begin(), from.end(), [&](std::size_t a, std::size_t b) {
      return log.activities[a].date > log.activities[b].date;
    });
    for (std::size_t i = 0; i < from.size(); ++i) {
      sorted.activities[i] = log.activities[from[i]];
    }
    const Renewals before = calculate(log, policies, as_of);
    const Renewals after = calculate(sorted, policies, as_of);
    CHECK(in_range(before) == in_range(after));
    if (!in_range(before)) return;
    for (std::size_t c = 0; c < log.certifications.size(); ++c) {
      CHECK(dates(before, c) == dates(after, c));
      for (std::size_t i = 0; i < from.size(); ++i) {
        const Outcome outcome = after.credentials[c].verdicts[i].outcome;
        CHECK(before.credentials[c].verdicts[from[i]].outcome == outcome);
      }
    }
  });
}

TEST_CASE("A duplicate that is left out changes nothing") {
  for_generated_logs([](Generator&, const Policies& policies, const Log& log, Date as_of) {
    const Renewals before = calculate(log, policies, as_of);
    if (!in_range(before)) return;
    for (std::size_t c = 0; c < log.certifications.size(); ++c) {
      Log other = copy(log);
      other.activities.clear();
      for (std::size_t i = 0; i < log.activities.size(); ++i) {
        const Outcome outcome = before.credentials[c].verdicts[i].outcome;
        const bool out = outcome == Outcome::duplicate || outcome == Outcome::rejected ||
                         outcome == Outcome::other_programme;
        if (!out) other.activities.push_back(log.activities[i]);
      }
      CHECK(dates(before, c) == dates(calculate(other, policies, as_of), c));
    }
  });
}

TEST_CASE("The order of activities and certifications changes no date") {
  for_generated_logs(
      [](Generator& generator, const Policies& policies, const Log& log, Date as_of) {
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
        const Renewals before = calculate(log, policies, as_of);
        const Renewals after = calculate(shuffled, policies, as_of);
        CHECK(in_range(before) == in_range(after));
        if (!in_range(before)) return;
        for (std::size_t i = 0; i < count; ++i)
          CHECK(dates(before, i) == dates(after, count - 1 - i));
      });
}

TEST_CASE("The day of entry changes no date and no outcome") {
  for_generated_logs([](Generator&, const Policies& policies, const Log& log, Date as_of) {
    Log other = copy(log);
    for (Activity& one : other.activities) one.entered = {PortalEntry::State::not_yet, {}};
    const Renewals before = calculate(log, policies, as_of);
    const Renewals after = calculate(other, policies, as_of);
    if (!in_range(before)) return;
    for (std::size_t i = 0; i < log.certifications.size(); ++i) {
      CHECK(dates(before, i) == dates(after, i));
      CHECK(outcomes(before, i) == outcomes(after, i));
    }
  });
}

TEST_CASE("Without links, exams of other certifications and planned activities change no date") {
  for_generated_logs([](Generator&, const Policies& policies, const Log& log, Date as_of) {
    const Renewals before = calculate(log, policies, as_of);
    if (!in_range(before)) return;
    for (std::uint32_t i = 0; i < log.certifications.size(); ++i) {
      if (is_linked(log.certifications[i], policies)) continue;
      Log other = copy(log);
      std::erase_if(other.activities, [&](const Activity& one) {
        const Exam* const exam = one.exam();
        const bool unrelated = exam != nullptr && exam->certification != Index<Certification>{i};
        return unrelated || one.date > as_of;
      });
      CHECK(dates(before, i) == dates(calculate(other, policies, as_of), i));
    }
  });
}

TEST_CASE("Without links, one credential's answer does not depend on the others") {
  for_generated_logs([](Generator&, const Policies& policies, const Log& log, Date as_of) {
    const Renewals before = calculate(log, policies, as_of);
    if (!in_range(before)) return;
    for (std::uint32_t i = 0; i < log.certifications.size(); ++i) {
      if (is_linked(log.certifications[i], policies)) continue;
      Log alone = copy(log);
      alone.certifications = {log.certifications[i]};
      for (Activity& one : alone.activities) {
        Exam* const exam = std::get_if<Exam>(&one.what);
        if (exam == nullptr) continue;
        const bool its_own = exam->certification == Index<Certification>{i};
        exam->certification = its_own ? std::optional{Index<Certification>{0}} : std::nullopt;
      }
      const Renewals after = calculate(alone, policies, as_of);
      CHECK(dates(before, i) == dates(after, 0));
      for (std::size_t a = 0; a < log.activities.size(); ++a) {
        const Exam* const exam = log.activities[a].exam();
        if (exam != nullptr && exam->certification != Index<Certification>{i}) continue;
        const Outcome outcome = after.credentials[0].verdicts[a].outcome;
        CHECK(before.credentials[i].verdicts[a].outcome == outcome);
      }
    }
  });
}

TEST_CASE("Carried, counted and used units add up to the totals") {
  for_generated_logs([](Generator&, const Policies& policies, const Log& log, Date as_of) {
    const Renewals renewals = calculate(log, policies, as_of);
    if (!in_range(renewals)) return;
    for (std::size_t i = 0; i < log.certifications.size(); ++i) {
      const Certification& held = log.certifications[i];
      const CertificationType* const type = type_of(held, policies);
      const Credential& one = renewals.credentials[i];
      if (type == nullptr || !type->units) continue;
      std::vector<Units> sums;
      for (const Cycle& cycle : one.cycles) sums.push_back(cycle.carried);
      for (std::size_t a = 0; a < one.verdicts.size(); ++a) {
        const Verdict& verdict = one.verdicts[a];
        const bool adds = verdict.outcome == Outcome::counted || verdict.outcome == Outcome::used;
        if (adds) sums.at(*verdict.cycle) += log.activities[a].work()->in(*held.programme)->units;
      }
      for (std::size_t c = 0; c < one.cycles.size(); ++c) {
        const Cycle& cycle = one.cycles[c];
        CHECK(cycle.required == type->units->required.on(cycle.start));
        CHECK(cycle.carried < cycle.required);
        if (!type->carry_over) CHECK(cycle.carried == Units{});
        if (cycle.closing && cycle.closing->by == CycleEnd::units) {
          CHECK(sums[c] >= cycle.required);
        }
      }
      if (one.status == Status::expired) continue;
      CHECK(sums.back() == one.counted);
      if (!type->units->highest_only) CHECK(one.counted < one.cycle().required);
    }
  });
}

TEST_CASE("The same input gives the same answer") {
  for_generated_logs([](Generator&, const Policies& policies, const Log& log, Date as_of) {
    const Renewals once = calculate(log, policies, as_of);
    const Renewals again = calculate(log, policies, as_of);
    REQUIRE(once.orders.size() == again.orders.size());
    for (std::size_t i = 0; i < once.orders.size(); ++i) {
      CHECK(once.orders[i].programme == again.orders[i].programme);
      CHECK(once.orders[i].activities == again.orders[i].activities);
    }
    if (!in_range(once)) return;
    for (std::size_t i = 0; i < log.certifications.size(); ++i) {
      CHECK(dates(once, i) == dates(again, i));
      CHECK(outcomes(once, i) == outcomes(again, i));
    }
  });
}

TEST_CASE("An expired certification counts nothing") {
  LogBuilder expired;
  expired.earned("ACP-620", "2020-01-10").cw("2021-01-10");
  CHECK(standing(expired.as_of("2025-01-01")) == "expired 2020-01-10 2022-01-10 2022-04-10 0");
}
