// The time axis of a timeline: where days stand, and what is written along it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "certrenew/date.hpp"

namespace certrenew::timeline {

/// Whole days, or places along the axis in a painter's unit: columns, or tenths of a point.
using Length = std::int64_t;

/// From the first day to the last, both shown.
struct Axis {
  Date first;
  Date last;

  [[nodiscard]] Length days() const { return Length{last - first} + 1; }
  [[nodiscard]] bool shows(Date day) const { return first <= day && day <= last; }

  /// Where `day` begins, on an axis of that width: from 0 to `width`, also where it is not shown.
  [[nodiscard]] Length place(Date day, Length width) const {
    return std::clamp<Length>((day - first) * width / days(), 0, width);
  }
};

/// A day with a text to stand there.
struct Tick {
  Date day;
  std::string label;
};

/// Two lines along an axis: years above months, months above days, or years alone.
struct Scale {
  std::vector<Tick> above;  ///< with the first day of the axis, whatever it is
  std::vector<Tick> below;  ///< empty where years stand alone
};

/// The finest scale whose ticks lie at least `least` apart on an axis of that width.
Scale scale_of(const Axis& axis, Length width, Length least);

/// The first and the last day of the month of `day`.
Date start_of_month(Date day);
Date end_of_month(Date day);

}  // namespace certrenew::timeline
