// The time axis: where days stand, and what is written along it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "certrenew/date.hpp"

namespace certrenew::timeline {

/// A place or a length along the axis: columns, or tenths of a point.
using Length = std::int64_t;

/// From the first day to the last, both included.
struct Axis {
  Date first;
  Date last;
  Length length;

  [[nodiscard]] Length days() const { return Length{last - first} + 1; }
  [[nodiscard]] bool shows(Date day) const { return first <= day && day <= last; }

  /// Returns where `day` begins; days outside of the axis stand at its ends.
  [[nodiscard]] Length place(Date day) const {
    return std::clamp<Length>((day - first) * length / days(), 0, length);
  }
};

/// A day that is marked on the axis.
struct Tick {
  Length place;
  std::string label;
};

/// Two lines of ticks: years above months, months above days, or years alone.
struct Scale {
  std::vector<Tick> above;  ///< begins with the first day of the axis, whatever day that is
  std::vector<Tick> below;  ///< empty where years stand alone

  /// The finer of the two lines.
  [[nodiscard]] const std::vector<Tick>& finest() const { return below.empty() ? above : below; }
};

/// Returns the finest scale whose ticks lie at least `least` apart.
Scale scale_of(const Axis& axis, Length least);

/// Returns the first and the last day of the month of `day`.
Date start_of_month(Date day);
Date end_of_month(Date day);

}  // namespace certrenew::timeline
