#include "core/timetable.hpp"

#include <algorithm>

#include "certrenew/renewal.hpp"

namespace certrenew {

namespace {

/// The lower, the earlier (E3, U7): by day, exams first, then the larger units. Equals come in the
/// log's order.
std::uint64_t rank(const Activity& activity) {
  constexpr unsigned bits_for_units = 27;
  static_assert(Units::most_hundredths < std::int64_t{1} << bits_for_units);
  const std::uint64_t day_and_kind =
      std::uint64_t{activity.date.rank()} * 2 + (activity.exam ? 0 : 1);
  const auto lacking =
      static_cast<std::uint64_t>(Units::most_hundredths - activity.units.hundredths());
  return (day_and_kind << bits_for_units) + lacking;
}

}  // namespace

void Timetable::set_up(const Log& log, const Policy& policy, Date as_of,
                       std::vector<std::uint32_t>& order) {
  const auto& all = log.activities;
  const auto count = static_cast<std::uint32_t>(all.size());
  ranked_.clear();
  for (std::uint32_t i = 0; i < count; ++i) ranked_.push_back({rank(all[i]), i});
  std::sort(ranked_.begin(), ranked_.end());
  order.resize(count);
  std::transform(ranked_.begin(), ranked_.end(), order.begin(),
                 [](const Ranked& one) { return one.activity; });
  order_ = order;

  days_.clear();
  for (std::uint32_t i = 0; i < count && all[order[i]].date <= as_of;) {
    const Date date = all[order[i]].date;
    Day& day = days_.emplace_back(date, i);
    if (const auto stale = goes_stale(date, policy)) day.goes_stale = stale->rank();
    while (i < count && all[order[i]].date == date && all[order[i]].exam) ++i;
    day.first_other = i;
    while (i < count && all[order[i]].date == date) ++i;
    day.end = i;
  }
}

}  // namespace certrenew
