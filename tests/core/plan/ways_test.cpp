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

/// Checks that the ways of a programme are those that no other one beats.
void check_ways(const PlannedProgramme& programme) {
  const BrutePlan& brute = programme.brute;
  auto unlisted = brute.unbeaten();
  for (const Way& way : programme.ways) {
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
}

}  // namespace

TEST_CASE("Exactly the ways that no other one beats are listed, on generated logs") {
  std::size_t compared = 0;
  std::size_t of_two_programmes = 0;
  const std::size_t seen = for_whole_plans(
      0, 400, [&](const PlanCase&, const Plan& plan, const std::vector<PlannedProgramme>& all) {
        std::size_t ways = 0;
        std::size_t with_ways = 0;
        for (const PlannedProgramme& programme : all) {
          ways += programme.brute.ways.size();
          if (!programme.ways.empty()) ++with_ways;
          check_ways(programme);
        }
        CHECK(plan.compared == ways);
        CHECK(plan.unbeaten == plan.ways.size());
        CHECK(plan.left_out.empty());
        compared += ways;
        if (with_ways > 1) ++of_two_programmes;
      });
  CHECK(seen > share_of(250));
  CHECK(compared > share_of(1000));
  CHECK(of_two_programmes > share_of(5));
}

TEST_CASE("A way is in doubt under the readings that renew somebody too late, on generated logs") {
  std::size_t doubtful = 0;
  std::size_t certain = 0;
  for_plans(8000, 200, [&](const PlanCase& one, const Plan&, const PlannedProgramme& programme) {
    for (const Way& way : programme.ways) {
      std::vector<std::string> said;
      for (const Reading* const reading : way.doubts) said.push_back(reading->id);
      CHECK(said == brute_doubts(one.log, one.policies, programme.programme, one.as_of,
                                 programme.brute, steps_of(way)));
      ++(said.empty() ? certain : doubtful);
    }
  });
  CHECK(doubtful > share_of(50));
  CHECK(certain > share_of(50));
}

TEST_CASE("Each label stands on the first way that is the best in it, on generated logs") {
  for_plans(6000, 150, [](const PlanCase&, const Plan&, const PlannedProgramme& programme) {
    const auto& ways = programme.ways;
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
  for_plans(
      7150, 300, [&](const PlanCase& one, const Plan& plan, const PlannedProgramme& programme) {
        PlanOptions options = one.options;
        options.all_ways = false;
        const Plan some = make_plan(answer_of(one), options);
        CHECK(some.compared == plan.compared);
        CHECK(some.unbeaten == plan.unbeaten);
        const auto is_labelled = [](const Way& way) { return !way.labels.empty(); };
        auto room = 8 - std::count_if(programme.ways.begin(), programme.ways.end(), is_labelled);
        std::vector<std::string> wanted;
        for (const Way& way : programme.ways) {
          if (is_labelled(way) || room-- > 0) wanted.push_back(way.say);
        }
        std::vector<std::string> listed;
        for (const Way& way : some.ways) {
          if (way.programme != programme.programme) continue;
          listed.push_back(way.say);
          const auto same =
              std::find_if(programme.ways.begin(), programme.ways.end(),
                           [&](const Way& full) { return steps_of(full) == steps_of(way); });
          REQUIRE(same != programme.ways.end());
          CHECK(same->labels == way.labels);
        }
        CHECK(listed == wanted);
        if (listed.size() < programme.ways.size()) ++cut;
      });
  CHECK(cut > share_of(2));
}
