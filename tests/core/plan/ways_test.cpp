// Which ways a plan lists, on generated logs: the family is searched a second time.

#include <algorithm>
#include <array>

#include "catch.hpp"
#include "core/plan/generated_plans.hpp"

using namespace certrenew;
using namespace certrenew::testing;

namespace {

FiveTotals five_totals(const Totals& totals) {
  return {totals.exams, totals.steps, totals.units.hundredths(), totals.forfeited_days,
          totals.suspended_days};
}

/// The place of the first way with the least of these two totals.
template <class Key>
std::size_t first_least(const std::vector<Way>& ways, Key key) {
  std::size_t first = 0;
  for (std::size_t i = 1; i < ways.size(); ++i) {
    if (key(ways[i].totals) < key(ways[first].totals)) first = i;
  }
  return first;
}

/// The place of the way with that label; the number of ways where none or several have it.
std::size_t place_of(const std::vector<Way>& ways, WayLabel label) {
  std::size_t place = ways.size();
  for (std::size_t i = 0; i < ways.size(); ++i) {
    const auto times = std::count(ways[i].labels.begin(), ways[i].labels.end(), label);
    if (times == 0) continue;
    if (times > 1 || place != ways.size()) return ways.size();
    place = i;
  }
  return place;
}

}  // namespace

TEST_CASE("Exactly the ways that no other one beats are listed, on generated logs") {
  std::size_t compared = 0;
  const std::size_t seen =
      for_plans(0, 700, [&](const PlanCase&, const Plan& plan, const BrutePlan& brute) {
        CHECK(plan.compared == brute.ways.size());
        compared += plan.compared;
        auto unlisted = brute.unbeaten();
        for (const Way& way : plan.ways) {
          const auto judged = brute.ways.find(steps_of(way));
          REQUIRE(judged != brute.ways.end());
          CHECK(five_totals(way.totals) == judged->second.totals);
          CHECK(way.totals.extension_days == judged->second.extension_days);
          const auto best = unlisted.find(five_totals(way.totals));
          REQUIRE(best != unlisted.end());
          CHECK(way.totals.extension_days == best->second.extension_days);
          CHECK(judged->second.exams == best->second.exams);
          unlisted.erase(best);
          REQUIRE(way.credentials.size() == brute.participants.size());
          for (std::size_t i = 0; i < way.credentials.size(); ++i) {
            CHECK(way.credentials[i].credential.at == brute.participants[i]);
          }
        }
        CHECK(unlisted.empty());
        CHECK(plan.unbeaten == plan.ways.size());
        CHECK(plan.left_out.empty());
      });
  CHECK(seen > 500);
  CHECK(compared > 2000);
}

TEST_CASE("Each label stands on the first way that is the best in it, on generated logs") {
  for_plans(6000, 300, [](const PlanCase&, const Plan& plan, const BrutePlan&) {
    const auto& ways = plan.ways;
    if (ways.empty()) return;
    CHECK(place_of(ways, WayLabel::no_exam) == first_least(ways, [](const Totals& of) {
            return std::array{of.exams, of.forfeited_days};
          }));
    CHECK(place_of(ways, WayLabel::fewest_units) ==
          first_least(ways, [](const Totals& of) { return std::array{of.units.hundredths()}; }));
    CHECK(place_of(ways, WayLabel::least_forfeited) ==
          first_least(ways, [](const Totals& of) { return std::array{of.forfeited_days}; }));
    CHECK(place_of(ways, WayLabel::one_day) == first_least(ways, [](const Totals& of) {
            return std::array{of.steps, of.forfeited_days};
          }));
  });
}

TEST_CASE("A list of more than eight keeps the labelled ways and the first, on generated logs") {
  std::size_t cut = 0;
  for_plans(7000, 500, [&](const PlanCase& one, const Plan& plan, const BrutePlan&) {
    PlanOptions options = one.options;
    options.all_ways = false;
    const Plan some = make_plan(answer(one.log, one.policy, one.as_of), options);
    CHECK(some.compared == plan.compared);
    CHECK(some.unbeaten == plan.unbeaten);
    const auto is_labelled = [](const Way& way) { return !way.labels.empty(); };
    auto room = 8 - std::count_if(plan.ways.begin(), plan.ways.end(), is_labelled);
    std::vector<std::string> wanted;
    for (const Way& way : plan.ways) {
      if (is_labelled(way) || room-- > 0) wanted.push_back(way.say);
    }
    std::vector<std::string> listed;
    for (const Way& way : some.ways) listed.push_back(way.say);
    CHECK(listed == wanted);
    for (std::size_t i = 0; i < some.ways.size(); ++i) {
      const auto same = std::find_if(plan.ways.begin(), plan.ways.end(),
                                     [&](const Way& way) { return way.say == listed[i]; });
      CHECK(same->labels == some.ways[i].labels);
    }
    if (listed.size() < plan.ways.size()) ++cut;
  });
  CHECK(cut > 10);
}
