#include "core/timetable.hpp"

#include <algorithm>
#include <numeric>

#include "certrenew/renewal.hpp"

namespace certrenew {

std::optional<Date> goes_stale(Date date, const Policy& policy) noexcept {
  if (!policy.units_valid_months) return std::nullopt;
  const auto stale = add_months(date, *policy.units_valid_months);
  if (!stale) return std::nullopt;  // D1: past the end means never
  return stale->date;
}

Timetable::Timetable(const Log& log, const Policy& policy, Date as_of)
    : order(log.activities.size()) {
  const auto& all = log.activities;
  std::iota(order.begin(), order.end(), 0U);
  // E3 and U7: by day, exams first, then the larger units, then the log's order.
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    if (all[a].date != all[b].date) return all[a].date < all[b].date;
    if (all[a].exam != all[b].exam) return all[a].exam;
    if (all[a].units != all[b].units) return all[a].units > all[b].units;
    return a < b;
  });

  const auto count = static_cast<std::uint32_t>(order.size());
  for (std::uint32_t i = 0; i < count && all[order[i]].date <= as_of;) {
    Day day{all[order[i]].date, i, i, i};
    while (i < count && all[order[i]].date == day.date && all[order[i]].exam) ++i;
    day.first_other = i;
    while (i < count && all[order[i]].date == day.date) ++i;
    day.end = i;
    days.push_back(day);
  }

  stale_on.reserve(all.size());
  for (const Activity& activity : all) stale_on.push_back(goes_stale(activity.date, policy));
}

}  // namespace certrenew
