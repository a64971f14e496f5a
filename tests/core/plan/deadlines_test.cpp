// Deadlines: what each certification needs, by when, and with the fewest activities.

#include "core/plan/deadlines.hpp"

#include <functional>

#include "catch.hpp"
#include "generate.hpp"
#include "support.hpp"

using namespace certrenew;
using namespace certrenew::testing;

namespace {

/// The first deadline of a plan.
Deadline deadline(const LogBuilder& log, std::string_view as_of, Doubts doubts = Doubts::all) {
  return deadlines(log.answer_as_of(as_of, doubts)).at(0);
}

/// `10 now, 10 on 2026-01-09, 40 on 2026-04-09`.
std::string needs(const Deadline& one) {
  std::string text = to_string(one.units_needed.value()) + " now";
  if (one.finish_active) {
    text += ", " + to_string(one.finish_active->units_needed.value()) + " on " +
            to_string(one.finish_active->date);
  }
  return text + ", " + to_string(one.finish_expiring.units_needed.value()) + " on " +
         to_string(one.finish_expiring.date);
}

/// The number of activities in all.
std::uint64_t number_of(const std::vector<ActivityCount>& counts) {
  std::uint64_t number = 0;
  for (const ActivityCount& one : counts) number += one.count;
  return number;
}

/// The fewest activities that give `needed`, by trying all numbers of each type. `most` is how
/// often each type may be used.
std::optional<std::uint64_t> fewest_of_all(const Policy& policy,
                                           const std::vector<std::uint64_t>& most, Units needed) {
  std::optional<std::uint64_t> best;
  const std::function<void(std::size_t, Units, std::uint64_t)> go =
      [&](std::size_t type, Units gained, std::uint64_t number) {
        if (best && number >= *best) return;
        if (gained >= needed) {
          best = number;
          return;
        }
        if (type == most.size()) return;
        const Units each = policy.activity_types[type].units.first.value_or(Units{});
        for (std::uint64_t count = 0; count <= most[type]; ++count) {
          go(type + 1, gained, number + count);
          gained += each;
        }
      };
  go(0, Units{}, 0);
  return best;
}

}  // namespace

TEST_CASE("A deadline asks for what goes stale before it, too") {
  LogBuilder log;
  log.earned("ACP-620", "2024-01-10").cw("2024-02-01", 3).cw("2025-05-05", 6);
  CHECK(needs(deadline(log, "2025-12-01", Doubts::none)) ==
        "10 now, 10 on 2026-01-09, 40 on 2026-04-09");
  CHECK(needs(deadline(log, "2026-02-01")) == "40 now, 40 on 2026-04-09");
}

TEST_CASE("The last days of a deadline are safe, and ask for the most units over the readings") {
  LogBuilder log;
  log.earned("ACP-620", "2023-11-15").cw("2024-02-01", 3).cw("2025-05-05", 6);
  CHECK(needs(deadline(log, "2025-11-01", Doubts::none)) ==
        "10 now, 10 on 2025-11-14, 40 on 2026-02-14");
  CHECK(needs(deadline(log, "2025-11-01")) == "10 now, 40 on 2025-11-14, 40 on 2026-02-12");
  CHECK(needs(deadline(log, "2026-02-12")) == "40 now, 40 on 2026-02-12");
  CHECK(needs(deadline(log, "2026-02-13")) == "40 now, 40 on 2026-02-14");
}

TEST_CASE("The last day to stay active is the earliest that a reading leaves") {
  const auto lasts = [](std::string_view id, int days) {
    return with_reading(various_policy(), id,
                        with_type(various_policy(), "UNI", [&](CertificationType& type) {
                          type.validity = {std::optional{Duration::days(days)}};
                        }));
  };
  LogBuilder log{lasts("700-days", 700)};
  log.earned("UNI-1", "2024-01-10");
  CHECK(needs(deadline(log, "2025-12-09")) == "30 now, 30 on 2025-12-09, 30 on 2026-03-09");
  CHECK(needs(deadline(log, "2025-12-10")) == "30 now, 30 on 2026-01-09, 30 on 2026-03-09");
  LogBuilder longer{lasts("800-days", 800)};
  longer.earned("UNI-1", "2024-01-10");
  CHECK(needs(deadline(longer, "2025-12-09")) == "30 now, 30 on 2026-01-09, 30 on 2026-04-09");
}

TEST_CASE("What nothing renews, never suspends or is tracked has no deadline") {
  const Policy policy =
      with_type(various_policy(), "EXM", [](CertificationType& type) { type.exam.reset(); });
  LogBuilder log{policy};
  log.earned("EXM-1", "2024-01-10").earned("NVR-1", "2024-01-10");
  log.tracked("CKA", "2024-01-10", "2026-01-10").earned("UNI-1", "2024-01-10");
  const auto all = deadlines(log.answer_as_of("2025-12-01"));
  REQUIRE(all.size() == 1);
  CHECK(log.log()[all[0].credential].code == "UNI-1");
}

TEST_CASE("A deadline knows what may still be used, and the fewest activities") {
  LogBuilder log;
  log.earned("ACP-620", "2024-01-10").done("local-event", "2024-06-01", 5);
  const Deadline one = deadline(log, "2025-06-01");
  REQUIRE(one.allowance.size() == 2);
  CHECK(one.allowance[0].left == 0);
  CHECK(one.allowance[0].limit == 4);
  CHECK(one.allowance[1].left == 1);
  REQUIRE(one.fewest);
  CHECK(one.fewest->size() == 2);
  CHECK(one.fewest->at(0).count == 1);  // the global event's 30, and three courses
  CHECK(one.fewest->at(1).count == 3);
  REQUIRE(one.fewest_unlimited);
  CHECK(one.fewest_unlimited->at(0).count == 6);
}

TEST_CASE("The fewest activities are whole ones, and of equal ones the limited come first") {
  LogBuilder log;
  log.earned("ACP-620", "2024-01-10").done("presenting", "2024-06-01", 1, 8500);
  const Deadline one = deadline(log, "2025-06-01");
  CHECK(one.fewest.value().at(0).count == 1);
  CHECK(one.fewest_unlimited.value().at(0).count == 2);
  LogBuilder equal;
  equal.earned("ACP-620", "2024-01-10").done("global-event", "2024-06-01");
  const auto fewest = deadline(equal, "2025-06-01").fewest.value();
  REQUIRE(fewest.size() == 2);
  CHECK(equal.policy()[fewest[0].type].name == "local-event");
  CHECK(fewest[0].count == 4);
  CHECK(fewest[1].count == 3);
}

TEST_CASE("An activity type that an earlier cycle used may be used again") {
  LogBuilder log;
  log.earned("ACP-620", "2024-01-10").done("global-event", "2024-06-01").cw("2024-06-01", 7);
  const Deadline one = deadline(log, "2025-06-01");
  CHECK(one.allowance.at(1).left == 1);
}

TEST_CASE("Where all activity types are too limited no number of activities suffices") {
  Policy policy = builtin_policy();
  policy.activity_types[policy.find_activity_type("coursework").value().at].limit = {2};
  LogBuilder log{policy};
  log.earned("ACP-620", "2024-01-10");
  CHECK_FALSE(deadline(log, "2025-06-01").fewest);  // 30 + 40 + 20
  CHECK_FALSE(deadline(log, "2025-06-01").fewest_unlimited);
  log.cw("2024-02-01");
  const auto fewest = deadline(log, "2025-06-01").fewest;
  CHECK_FALSE(fewest);  // 10 + 30 + 40 + 10
  log.done("presenting", "2024-03-01", 1, 1000);
  CHECK(deadline(log, "2025-06-01").fewest);
}

TEST_CASE("A certification that courses or an exam renew has a deadline without units") {
  LogBuilder log{various_policy()};
  log.earned("CRS-1", "2024-01-10").earned("EXM-1", "2024-01-10").course("a", "2024-02-01");
  const auto all = deadlines(log.answer_as_of("2025-06-01"));
  REQUIRE(all.size() == 2);
  CHECK(all[0].missing_courses == std::vector{Index<Course>{1}});
  CHECK_FALSE(all[0].units_needed);
  CHECK_FALSE(all[0].finish_expiring.units_needed);
  CHECK(all[0].allowance.empty());
  CHECK_FALSE(all[0].exam_window);
  REQUIRE(all[1].exam_window);
  CHECK(all[1].exam_window->opens == day("2025-10-10"));
  CHECK(all[1].exam_window->closes == day("2026-04-10"));
}

TEST_CASE("The fewest activities are the fewest of all that suffice, on generated policies") {
  std::size_t suffices = 0;
  for (std::uint32_t seed = 0; seed < 1500; ++seed) {
    CAPTURE(seed);
    Generator generator{seed};
    Policy policy = various_policy();
    policy.activity_types.clear();
    const int types = generator.number(1, 4);
    for (int i = 0; i < types; ++i) {
      ActivityType& type = policy.activity_types.emplace_back();
      type.name = "t" + std::to_string(i);
      if (generator.chance(90))
        type.units = {Units::from_hundredths(250 * std::int64_t{generator.number(0, 8)})};
      if (generator.chance(70)) type.limit = {static_cast<std::uint32_t>(generator.number(0, 4))};
    }
    LogBuilder log{policy};
    log.earned("UNI-1", "2024-01-10");
    for (int i = 0; i < generator.number(0, 3); ++i) {
      const ActivityType& type =
          policy.activity_types[static_cast<std::size_t>(generator.number(0, types - 1))];
      log.done(type.name, "2024-06-01", 1, 250 * std::int64_t{generator.number(0, 4)});
    }
    const Deadline one = deadline(log, "2024-07-01");
    std::vector<std::uint64_t> most;
    std::vector<std::uint64_t> unlimited;
    std::size_t limited = 0;
    for (const ActivityType& type : policy.activity_types) {
      most.push_back(type.limit.first ? one.allowance.at(limited++).left : 12);
      unlimited.push_back(type.limit.first ? 0 : 12);
    }
    const auto check = [&](const std::optional<std::vector<ActivityCount>>& said,
                           const std::vector<std::uint64_t>& allowed) {
      const auto fewest = fewest_of_all(policy, allowed, *one.units_needed);
      REQUIRE(said.has_value() == fewest.has_value());
      if (!said) return;
      ++suffices;
      CHECK(number_of(*said) == *fewest);
      Units gained;
      for (const ActivityCount& count : *said) {
        CHECK(count.count > 0);
        CHECK(count.count <= allowed[count.type.at]);
        for (std::uint64_t i = 0; i < count.count; ++i) gained += *policy[count.type].units.first;
      }
      CHECK(gained >= *one.units_needed);
    };
    check(one.fewest, most);
    check(one.fewest_unlimited, unlimited);
  }
  CHECK(suffices > 500);
}
