#include "core/activity_order.hpp"

#include <algorithm>
#include <tuple>

#include "certrenew/answer.hpp"

namespace certrenew {

namespace {

/// Whether `a` comes before `b` (E3, U7): by day, exams first, the larger units first.
bool comes_before(const Activity& a, const Activity& b) {
  const auto key = [](const Activity& one) {
    const Work* const work = one.work();
    return std::tuple{one.date, work != nullptr,
                      Units{} - (work != nullptr ? work->units : Units{})};
  };
  return key(a) < key(b);
}

}  // namespace

void ActivityOrder::set_up(const Log& log, const Policy& policy, Date as_of,
                           std::vector<Index<Activity>>& order) {
  const auto at = [&](std::uint32_t place) -> const Activity& { return log[order[place]]; };
  const auto count = static_cast<std::uint32_t>(log.activities.size());
  order.resize(count);
  for (std::uint32_t i = 0; i < count; ++i) order[i] = {i};
  const auto earlier = [&](Index<Activity> a, Index<Activity> b) {
    return comes_before(log[a], log[b]);
  };
  if (!std::is_sorted(order.begin(), order.end(), earlier)) {
    std::stable_sort(order.begin(), order.end(), earlier);
  }
  days_.clear();
  bool may_go_stale = true;  // what is done later goes stale later, too
  for (std::uint32_t i = 0; i < count && at(i).date <= as_of;) {
    Day& day = days_.emplace_back();
    day.date = at(i).date;
    if (may_go_stale) day.goes_stale = goes_stale(day.date, policy);
    may_go_stale = day.goes_stale && *day.goes_stale <= as_of;
    const std::uint32_t first_exam = i;
    while (i < count && at(i).date == day.date && at(i).exam() != nullptr) ++i;
    const std::uint32_t first_other = i;
    while (i < count && at(i).date == day.date) ++i;
    day.exams = std::span{order}.subspan(first_exam, first_other - first_exam);
    day.others = std::span{order}.subspan(first_other, i - first_other);
  }
}

}  // namespace certrenew
